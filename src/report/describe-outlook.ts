import { type Answer, questionOfKey, selectionIn } from '../domain/answer.ts';
import { requirementsIn } from '../domain/catalogue.ts';
import { existing } from '../domain/existing.ts';
import type { Finding } from '../domain/finding.ts';
import { choicesOf, choicesReplaced, type Question, type SubjectMatter, subjectMatters } from '../domain/question.ts';
import type {
  Alternative,
  AnswerChange,
  AnswerToGive,
  DecisiveQuestion,
  PathsToCompliance,
  PathToDecision,
  Reasoning,
} from '../domain/reasoning.ts';
import type { Verdict, VerdictOutlook } from '../domain/verdict.ts';
import { describeValue } from '../wording/describe-value.ts';
import { describeAnswer, type Telling } from './describe-answer.ts';
import { listOpenPoints } from './list-open-points.ts';
import type {
  Labelled,
  ReportChanges,
  ReportDecision,
  ReportGoal,
  ReportOutlook,
  ReportRange,
  WantedAnswer,
} from './report.ts';
import { quote } from './say-condition.ts';

/** What can still come of the verdict, what would settle it, and what would have to change, in words. */
export function describeOutlook(reasoning: Reasoning, telling: Telling): ReportOutlook {
  const { catalogue, language, words } = telling;
  const { outlook, decisions, compliance } = reasoning;
  return {
    sentences: sentencesOn(outlook.overall, telling),
    overall: describeRange(outlook.overall, telling),
    questionnaires: outlook.byQuestionnaire.map(({ questionnaire: id, ...range }) => ({
      id,
      label: existing(catalogue.questionnaires, id).title[language],
      ...describeRange(range, telling),
    })),
    decisions: decisions.map((path) => describeDecision(path, telling)),
    mostDecisive: reasoning.mostDecisive ? describeDecisive(reasoning.mostDecisive, telling) : null,
    goals: compliance.map((paths) => describeGoal(paths, telling)),
    assumption: compliance.length > 0 ? words.reasons.outlook.assumption : null,
  };
}

function labelled(verdict: Verdict, { words }: Telling): Labelled<Verdict> {
  return { id: verdict, label: words.verdicts[verdict] };
}

function sentencesOn({ best, worst, violatedMusts, isExact }: VerdictOutlook, telling: Telling): readonly string[] {
  const { verdicts: labels, reasons } = telling.words;
  const { complete, settled, between, musts, notExact } = reasons.outlook;
  return [
    best === worst
      ? (listOpenPoints(telling).length === 0 ? complete : settled)(labels[best])
      : between(labels[best], labels[worst]),
    musts(violatedMusts),
    ...(isExact ? [] : [notExact]),
  ];
}

function describeRange({ best, worst, violatedMusts, isExact }: VerdictOutlook, telling: Telling): ReportRange {
  return {
    best: labelled(best, telling),
    worst: labelled(worst, telling),
    violatedMusts: { ...violatedMusts, label: telling.words.reasons.outlook.count(violatedMusts) },
    isExact,
  };
}

function describeDecision({ verdict, answers, isExact }: PathToDecision, telling: Telling): ReportDecision {
  const { decision, notShortest } = telling.words.reasons.outlook;
  const sentence = decision(telling.words.verdicts[verdict], answers.length);
  return {
    ...labelled(verdict, telling),
    sentence: isExact ? sentence : `${sentence} ${notShortest}`,
    answers: answers.map((one) => wantedAnswer(one, telling)),
    isShortest: isExact,
  };
}

function describeDecisive(
  { key, settling, answers }: DecisiveQuestion,
  telling: Telling,
): ReportOutlook['mostDecisive'] {
  const { question } = describeAnswer(key, telling);
  return { id: key, question, sentence: telling.words.reasons.outlook.decisive({ settling, answers }) };
}

function describeGoal({ goal, reach, parts, count, obstacles }: PathsToCompliance, telling: Telling): ReportGoal {
  const { goalTitle, reaches, ways } = telling.words.reasons.outlook;
  const certain = parts.flatMap(({ alternatives }) => (alternatives.length === 1 ? alternatives : []));
  const choices = parts.filter(({ alternatives }) => alternatives.length > 1);
  return {
    ...labelled(goal, telling),
    title: goalTitle(telling.words.verdicts[goal]),
    reach: {
      id: reach,
      label: [reaches[reach], ...(reach === 'with-changes' && count > 1 ? [ways(count)] : [])].join(' '),
    },
    against: obstacles.map(({ requirements, facts }) => ({
      requirements,
      facts: changeable(facts, telling)
        .map((key) => describeAnswer(key, telling))
        .map(({ id, question, answer }) => ({ id, question, answer })),
    })),
    certain: describeChanges(certain, telling),
    choices: choices.map(({ requirements, alternatives }) => ({
      requirements,
      caveats: requirements.flatMap((id) => caveatOf(id, telling)),
      alternatives: alternatives.map((one) => describeChanges([one], telling)),
    })),
  };
}

/** Without what nobody would change for it, such as the state, unless there is nothing else. */
function changeable(keys: readonly string[], { catalogue }: Telling): readonly string[] {
  const some = keys.filter((key) => !existing(catalogue.questions, questionOfKey(key)).fixed);
  return some.length > 0 ? some : keys;
}

function caveatOf(id: string, { catalogue, language, words }: Telling): readonly string[] {
  const caveat = requirementsIn(catalogue).get(id)?.caveat?.[language];
  return caveat === undefined ? [] : [words.memo.brief.caveat([id], caveat)];
}

/** All that some alternatives take together, by who can do it. */
function describeChanges(alternatives: readonly Alternative[], telling: Telling): ReportChanges {
  const { changes: titles } = telling.words.reasons.outlook;
  const changes = alternatives.flatMap((one) => one.changes);
  const of = (about: SubjectMatter) => changes.filter((change) => change.about === about);
  return {
    // What is in one's own hands comes first.
    groups: [...subjectMatters]
      .reverse()
      .map((id) => ({ about: { id, label: titles[id] }, changes: of(id).map((one) => describeChange(one, telling)) }))
      .filter((group) => group.changes.length > 0),
    open: alternatives.flatMap(({ open }) => open).map((one) => wantedAnswer(one, telling)),
  };
}

function describeChange(
  { key, to }: AnswerChange,
  telling: Telling,
): ReportChanges['groups'][number]['changes'][number] {
  return {
    ...wantedAnswer(to, telling),
    now: to.kind === 'selection' ? null : describeAnswer(key, telling).answer,
    measures: measuresFor(key, telling),
  };
}

/** The measures of what is not fulfilled because of an answer, each once, with the requirements that name it. */
function measuresFor(key: string, { evaluation, language }: Telling): readonly Labelled<string>[] {
  const isMissed = ({ status, because }: Finding) =>
    (status === 'violated' || status === 'partial') && because.includes(key);
  const byText = new Map<string, Set<string>>();
  for (const { requirement } of evaluation.findings.filter(isMissed)) {
    const text = requirement.measure[language];
    byText.set(text, (byText.get(text) ?? new Set()).add(requirement.id));
  }
  return [...byText].map(([label, ids]) => ({ id: [...ids].join(', '), label }));
}

function wantedAnswer(toGive: AnswerToGive, telling: Telling): WantedAnswer {
  const { question } = describeAnswer(toGive.key, telling);
  return { id: toGive.key, question, wanted: wantedText(toGive, telling) };
}

function wantedText(toGive: AnswerToGive, telling: Telling): string {
  const { words } = telling;
  const { oneOf, including, excluding, forExample } = words.reasons;
  const question = existing(telling.catalogue.questions, questionOfKey(toGive.key));
  if (toGive.kind === 'one-of') {
    const texts = toGive.answers.map((answer) => answerText(answer, question, telling));
    return question.kind === 'choice' ? oneOf(texts) : forExample(texts[0] ?? '');
  }
  const namesOf = (ids: readonly string[]) =>
    choicesOf(question).flatMap(({ id, text }) => (ids.includes(id) ? [quote(text[telling.language], telling)] : []));
  const without = new Set([...toGive.excluding, ...idsReplaced(question, toGive, telling)]);
  return [
    ...(toGive.including.length > 0 ? [including(toGive.including.map((group) => oneOf(namesOf(group))))] : []),
    ...(without.size > 0 ? [excluding(namesOf([...without]))] : []),
  ].join('; ');
}

/** What was chosen and excludes what is wanted. No requirement needs it once the other is chosen. */
function idsReplaced(
  question: Question,
  { key, including }: Extract<AnswerToGive, { kind: 'selection' }>,
  { evaluation }: Telling,
): readonly string[] {
  if (question.kind !== 'choices') return [];
  const chosen = selectionIn(evaluation.answers.get(key));
  return choicesReplaced(question, { chosen, added: including.flat() }).map(({ id }) => id);
}

function answerText(answer: Answer, question: Question, telling: Telling): string {
  if (answer.state !== 'given') return telling.words.conditions.notApplicable;
  return quote(describeValue(answer.value, question, telling), telling);
}
