import type { Condition } from '../domain/condition.ts';
import { existing } from '../domain/existing.ts';
import type { Finding, Status } from '../domain/finding.ts';
import type { Reasons } from '../domain/reasoning.ts';
import type { Level, Requirement } from '../domain/requirement.ts';
import type { Truth } from '../domain/truth.ts';
import type { Telling } from './describe-answer.ts';
import type { ConditionLine } from './describe-condition.ts';
import { describeReasons, findingText, referTo } from './describe-finding.ts';
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

export interface ExplanationInput extends Telling {
  /** Truth of a condition under the answers, for the choice a finding is about. */
  readonly truthOf: (condition: Condition, item: string | undefined) => Truth;
  readonly reasonsOf: (finding: Finding) => Reasons;
}

/** ✓ holds, ✗ does not hold, ? is open. */
const signs: Readonly<Record<Truth, string>> = { true: '✓', false: '✗', unknown: '?' };

/** A finding explained. */
export function buildExplanation(finding: Finding, input: ExplanationInput): Explanation {
  const { catalogue, language, words } = input;
  const { requirement, item, status } = finding;
  const outline = (condition: Condition) =>
    outlineInSentences(condition, {
      questions: catalogue.questions,
      language,
      words,
      mark: (part) => signs[input.truthOf(part, item)],
    });
  return {
    ...referTo(finding, input),
    title: requirement.title[language],
    questionnaire: existing(catalogue.questionnaires, finding.questionnaire).title[language],
    level: { id: requirement.level, label: words.levels[requirement.level] },
    status: { id: status, label: words.statuses[status] },
    text: findingText(finding, input),
    conditions: conditionsWithLabels(requirement, input).map(({ label, condition }) => ({
      label,
      outline: outline(condition),
    })),
    answers: describeReasons(finding, input, input.reasonsOf(finding).keys),
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
