import { type Answers, answerOn, questionOfKey } from '../domain/answer.ts';
import type { Assessment } from '../domain/assessment.ts';
import { type Catalogue, requirementsIn } from '../domain/catalogue.ts';
import { questionsIn } from '../domain/condition.ts';
import type { Lapse } from '../domain/decay.ts';
import type { Judged } from '../domain/evaluation.ts';
import type { Finding } from '../domain/finding.ts';
import { withGates } from '../domain/question.ts';
import { requirementsOf } from '../domain/questionnaire.ts';
import { questionsReadBy, type Requirement } from '../domain/requirement.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { lapsesAfter } from './decay.ts';
import { findingsOn, judgeAssessment } from './evaluate.ts';
import { verdictOfQuestionnaire } from './verdict-of-questionnaire.ts';
import { overallVerdict } from './verdicts.ts';

/**
 * The first day after that of `judged` on which the overall verdict is another, with nobody doing anything: the day of
 * `verdictEnds` of `decayOf`, without all that changes before and why. `undefined`: it holds without end. `coming`: what
 * lapses after that day, see `lapsesAfter`.
 */
export function verdictEnd(
  catalogue: Catalogue,
  assessment: Assessment,
  { judged, coming }: { readonly judged: Judged; readonly coming: ReturnType<typeof lapsesAfter> },
): string | undefined {
  const lapsed: Lapse[] = [];
  for (const [day, lapses] of coming) {
    lapsed.push(...lapses);
    if (verdictOn(day, lapsed, { catalogue, assessment, judged }) !== judged.overall.verdict) return day;
  }
  return undefined;
}

interface Start {
  readonly catalogue: Catalogue;
  readonly assessment: Assessment;
  readonly judged: Judged;
}

/** The overall verdict on a day: only what can have changed since the start is judged again. */
function verdictOn(day: string, lapsed: readonly Lapse[], start: Start): Verdict {
  const { catalogue, assessment, judged } = start;
  const touched = touchedBy(lapsed, catalogue);
  if (touched === 'scope')
    return judgeAssessment(catalogue, assessment, { date: day, reasons: 'open' }).overall.verdict;
  const facts = { questions: catalogue.questions, answers: answersOn(day, lapsed, start) };
  const changed = new Set<string>();
  const done = new Set<Requirement>();
  const findings: Finding[] = [];
  for (const finding of judged.findings) {
    const { requirement, questionnaire } = finding;
    if (!touched.has(requirement)) findings.push(finding);
    else if (!done.has(requirement)) {
      done.add(requirement);
      const again = findingsOn(finding, facts, { assessment, date: day, reasons: 'open' });
      findings.push(...again);
      // Of several findings, one for each choice, it does not matter which is another.
      const isSame = finding.item === undefined && again.length === 1 && again[0]?.status === finding.status;
      if (!isSame) changed.add(questionnaire);
    }
  }
  return changed.size === 0 ? judged.overall.verdict : verdictWith(findings, changed, start);
}

/** The answers on a later day: of those known on the day of the start, only what has lapsed is not. */
function answersOn(day: string, lapsed: readonly Lapse[], { judged, assessment }: Start): Answers {
  const answers = new Map(judged.answers);
  for (const lapse of lapsed) {
    const answer = lapse.kind === 'proof-expired' ? assessment.answers.get(lapse.key) : undefined;
    if (lapse.kind === 'proof-expired' && answer !== undefined) answers.set(lapse.key, answerOn(day, answer));
  }
  return answers;
}

function verdictWith(
  findings: readonly Finding[],
  changed: ReadonlySet<string>,
  { catalogue, judged }: Start,
): Verdict {
  const byQuestionnaire = judged.byQuestionnaire.map((before) => {
    const questionnaire = catalogue.questionnaires.get(before.questionnaire);
    const base = questionnaire?.extends?.base;
    const isSame = !changed.has(before.questionnaire) && (base === undefined || !changed.has(base));
    return questionnaire === undefined || isSame ? before : verdictOfQuestionnaire(before, questionnaire, findings);
  });
  return overallVerdict(byQuestionnaire).verdict;
}

/** The requirements that can be judged otherwise; `scope` where it can be another whom the papers bind or concern. */
function touchedBy(lapsed: readonly Lapse[], catalogue: Catalogue): ReadonlySet<Requirement> | 'scope' {
  const { scope, byQuestion } = readersIn(catalogue);
  const touched = new Set<Requirement>();
  for (const lapse of lapsed) {
    if (lapse.kind === 'proof-expired') {
      const question = questionOfKey(lapse.key);
      if (scope.has(question)) return 'scope';
      for (const reader of byQuestion.get(question) ?? []) touched.add(reader);
    } else {
      const requirement = requirementsIn(catalogue).get(lapse.exception.requirement);
      if (requirement !== undefined) touched.add(requirement);
    }
  }
  return touched;
}

/** What reads which questions, also through what decides whether they are asked. */
interface Readers {
  /** Questions that say whom papers, and single requirements of them, bind and concern. */
  readonly scope: ReadonlySet<string>;
  readonly byQuestion: ReadonlyMap<string, ReadonlySet<Requirement>>;
}

/** A catalogue never changes, and every assessment asks. */
const readers = new WeakMap<Catalogue, Readers>();

function readersIn(catalogue: Catalogue): Readers {
  const known = readers.get(catalogue) ?? findReaders(catalogue);
  readers.set(catalogue, known);
  return known;
}

function findReaders({ questions, questionnaires }: Catalogue): Readers {
  const papers = [...questionnaires.values()];
  const requirements = papers.flatMap(requirementsOf);
  const scopes = [
    ...papers.flatMap(({ binds, offeredWhen }) => [binds, offeredWhen]),
    ...requirements.map((one) => one.binds),
  ];
  const inScope = scopes.flatMap((condition) => (condition === undefined ? [] : questionsIn(condition)));
  const byQuestion = new Map<string, Set<Requirement>>();
  for (const requirement of requirements) {
    for (const question of withGates(questionsReadBy(requirement), questions)) {
      const reading = byQuestion.get(question) ?? new Set();
      byQuestion.set(question, reading.add(requirement));
    }
  }
  return { scope: withGates(inScope, questions), byQuestion };
}
