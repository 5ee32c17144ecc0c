import type { Condition } from '../domain/condition.ts';
import type { Finding, Status } from '../domain/finding.ts';
import type { Level, Requirement } from '../domain/requirement.ts';
import type { Truth } from '../domain/truth.ts';
import { judge } from '../evaluate/judge.ts';
import { smallestReasons } from './build-advice.ts';
import { describeAnswer, type Telling } from './describe-answer.ts';
import type { ConditionLine } from './describe-condition.ts';
import { findingText, referTo } from './describe-finding.ts';
import { listContradictions } from './list-evidence.ts';
import type { Labelled, ReportAnswer, ReportContradiction } from './report.ts';
import { outlineInSentences } from './say-condition.ts';

/** Why a finding is what it is: what was asked of which answers, and what came of it. */
export interface Explanation extends Labelled<string> {
  readonly title: string;
  readonly questionnaire: string;
  readonly level: Labelled<Level>;
  readonly status: Labelled<Status>;
  readonly text: string;
  /** In the order in which they decide; each line begins with the sign of its truth. */
  readonly conditions: readonly { readonly label: string; readonly outline: ConditionLine }[];
  readonly answers: readonly ReportAnswer[];
  /** Points on which its paper is contradicted, where that matters here. */
  readonly contradictions: readonly ReportContradiction[];
}

/** ✓ holds, ✗ does not hold, ? is open. */
const signs: Readonly<Record<Truth, string>> = { true: '✓', false: '✗', unknown: '?' };

/** A finding explained. */
export function buildExplanation(finding: Finding, input: Telling): Explanation {
  const { catalogue, evaluation, language, words } = input;
  const { requirement, item, status } = finding;
  const { questions } = catalogue;
  const facts = { questions, answers: evaluation.answers, ...(item !== undefined && { item }) };
  const outline = (condition: Condition) =>
    outlineInSentences(condition, {
      questions,
      language,
      words,
      mark: (part) => signs[judge(part, facts).truth],
    });
  return {
    ...referTo(finding, input),
    title: requirement.title[language],
    questionnaire: catalogue.questionnaires.get(finding.questionnaire)?.title[language] ?? finding.questionnaire,
    level: { id: requirement.level, label: words.levels[requirement.level] },
    status: { id: status, label: words.statuses[status] },
    text: findingText(finding, input),
    conditions: conditionsWithLabels(requirement, input).map(({ label, condition }) => ({
      label,
      outline: outline(condition),
    })),
    answers: smallestReasons(finding, input).map((key) => describeAnswer(key, input)),
    contradictions: listContradictions(input).filter(({ positions }) =>
      positions.some(({ references }) => references.includes(requirement.id)),
    ),
  };
}

function conditionsWithLabels(requirement: Requirement, { words: { form } }: Telling) {
  const { appliesWhen, fulfilledWhen, partialWhen } = requirement;
  return [
    { label: form.appliesWhen, condition: appliesWhen },
    { label: form.fulfilledWhen, condition: fulfilledWhen },
    { label: form.partialWhen, condition: partialWhen },
  ].flatMap(({ label, condition }) => (condition === undefined ? [] : [{ label, condition }]));
}
