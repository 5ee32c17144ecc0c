import { answerKey, questionOfKey } from '../domain/answer.ts';
import { testsIn } from '../domain/condition.ts';
import { existing } from '../domain/existing.ts';
import type { Finding } from '../domain/finding.ts';
import { choiceOf } from '../domain/question.ts';
import { conditionsOf, levelRemarks, type Requirement } from '../domain/requirement.ts';
import { formatDay } from '../wording/format-day.ts';
import { describeAnswer, type Telling } from './describe-answer.ts';
import type { Labelled, ReportAnswer, ReportFinding, SettledFinding } from './report.ts';

/** The finding as it is referred to: its id, the same in every language, and what people read. */
export function referTo(
  { requirement, item }: Finding,
  { catalogue, language }: Pick<Telling, 'catalogue' | 'language'>,
): Labelled<string> {
  const choice = choiceOf(catalogue.questions.get(requirement.each ?? ''), item);
  const label = choice === undefined ? requirement.id : `${requirement.id} (${choice.text[language]})`;
  return { id: answerKey(requirement.id, item), label };
}

/** What is wrong, missing or open, as one sentence. */
export function findingText({ requirement, judged }: Finding, { language, words }: Telling): string {
  if (judged === 'open') return words.report.openText;
  if (judged === 'partial') return (requirement.partialFinding ?? requirement.finding)[language];
  return judged === 'violated' ? requirement.finding[language] : requirement.title[language];
}

export function describeSettled(finding: Finding, telling: Telling): SettledFinding {
  return {
    ...referTo(finding, telling),
    questionnaire: finding.questionnaire,
    title: finding.requirement.title[telling.language],
    answers: describeReasons(finding, telling),
  };
}

/** The answers that settle a finding or keep it open, all or some; of a multiple choice, what the requirement reads of it. */
export function describeReasons(
  { requirement, because }: Finding,
  telling: Telling,
  keys: readonly string[] = because,
): readonly ReportAnswer[] {
  return keys.map((key) => describeAnswer(key, telling, choicesRead(requirement, key)));
}

/** The choices of a question that a requirement looks at; `undefined` where it looks at none. */
export function choicesRead(requirement: Requirement, key: string): readonly string[] | undefined {
  const read = conditionsOf(requirement)
    .flatMap(testsIn)
    .flatMap(({ question, test }) => (question === questionOfKey(key) && 'values' in test ? test.values : []));
  return read.length > 0 ? read : undefined;
}

export function describeFinding(finding: Finding, telling: Telling): ReportFinding {
  const { requirement } = finding;
  const { language, words, catalogue } = telling;
  const questionnaire = existing(catalogue.questionnaires, finding.questionnaire);
  // A place in somebody else's text, or in none, must not be credited to the authority.
  const isItsOwn = requirement.checked === 'primary' && requirement.issuer === undefined;
  const remarks = [
    ...levelRemarks(requirement).map((remark) => words[remark]),
    ...raisedBy(finding, telling),
    ...(isForOthers(finding, telling) ? [words.bindsOthers] : []),
  ];
  return {
    ...describeSettled(finding, telling),
    level: { id: requirement.level, label: [words.levels[requirement.level], ...remarks].join(', ') },
    text: findingText(finding, telling),
    measure: finding.judged === 'open' ? null : requirement.measure[language],
    records: describeRecords(finding, telling),
    law: requirement.law.map((one) => one[language]),
    authority: isItsOwn ? questionnaire.authority[language] : null,
    ref: requirement.ref[language],
    asOf: requirement.asOf[language],
    checked: { id: requirement.checked, label: words.certainties[requirement.checked] },
    basis: [
      requirement.basis[language],
      ...(requirement.evidenceClass ? [words.evidenceClasses[requirement.evidenceClass]] : []),
    ].join(' '),
    caveat: requirement.caveat?.[language] ?? null,
    addressee: requirement.addressee?.[language] ?? null,
    issuer: requirement.issuer?.[language] ?? null,
  };
}

/** Where a questionnaire that was evaluated raises the level: "MUSS nach Hausregeln". */
function raisedBy({ requirement }: Finding, { catalogue, evaluation, language, words }: Telling): readonly string[] {
  return evaluation.byQuestionnaire.flatMap(({ questionnaire: id }) => {
    const questionnaire = catalogue.questionnaires.get(id);
    const level = questionnaire?.extends?.raised.get(requirement.id);
    return questionnaire && level ? [words.raised(words.levels[level], questionnaire.title[language])] : [];
  });
}

/** Whether a demand of a paper that binds this organisation is addressed to others only. */
function isForOthers({ questionnaire: id, binding }: Finding, { evaluation }: Telling): boolean {
  const paper = evaluation.byQuestionnaire.find(({ questionnaire }) => questionnaire === id);
  return paper?.binding === 'binds' && binding === 'orients';
}

function describeRecords({ equivalent, exceptions }: Finding, { language, words }: Telling): readonly string[] {
  const substitute = equivalent && [
    `${words.report.equivalent}: ${equivalent.measure}`,
    `${words.report.evidence}: ${equivalent.evidence}`,
  ];
  const deviations = exceptions.map(({ state, approvedBy, until, from, reason }) => {
    const describe = words.report.exception[state];
    return `${describe(approvedBy, formatDay(until, language), formatDay(from, language))}: ${reason}`;
  });
  return [...(substitute ?? []), ...deviations];
}
