import { questionOfKey } from '../domain/answer.ts';
import { messengerQuestion, type Subject } from '../domain/assessment.ts';
import type { Finding } from '../domain/finding.ts';
import type { Reasoning, Reasons } from '../domain/reasoning.ts';
import { formatDay } from '../wording/format-day.ts';
import { describeAnswer, type Telling } from './describe-answer.ts';
import { describeReasons, findingText, referTo } from './describe-finding.ts';
import { describeOutlook } from './describe-outlook.ts';
import { describeVerdict } from './describe-verdict.ts';
import type { Labelled, ReportAnswer, ReportOutlook, ReportVerdict } from './report.ts';

/** What an adviser would say to an assessment: the result, why, what is missing, what would change it, what to do next. */
export interface Advice {
  readonly title: string;
  readonly about: readonly string[];
  readonly verdict: ReportVerdict;
  /** Who uses which messenger, as far as the reasons take it for granted. */
  readonly given: readonly ReportAnswer[];
  readonly reasons: readonly AdviceReason[];
  readonly outlook: ReportOutlook;
  /** Commands that go further, each with what it is for. */
  readonly next: readonly { readonly what: string; readonly command: string }[];
}

/** A finding that decides, with the fewest answers that, what is given apart, make it so; while it is open, those that could settle it. */
export interface AdviceReason extends Labelled<string> {
  readonly title: string;
  /** What is wrong; `null` where the finding is open. */
  readonly text: string | null;
  readonly answers: readonly ReportAnswer[];
}

export interface AdviceInput extends Telling {
  readonly subject: Subject;
  readonly reasoning: Reasoning;
  readonly reasonsOf: (finding: Finding) => Reasons;
  /** The answer file and the flags it needs, as they are typed after a command. */
  readonly command: string;
}

/** The answer to: what came of this assessment, and what now? */
export function buildAdvice(input: AdviceInput): Advice {
  const { evaluation, subject, words, language } = input;
  const messenger = describeAnswer(messengerQuestion, input);
  const { advice } = words.reasons;
  const { decidedBy } = evaluation.overall;
  return {
    title: advice.title(messenger.isOpen ? words.report.untitledMessenger : messenger.answer),
    about: [
      [subject.organisation, subject.use].filter((text) => text !== undefined).join(': '),
      advice.asOf(formatDay(evaluation.date, language)),
    ].filter((text) => text !== ''),
    verdict: describeVerdict(input),
    given: [...new Set(decidedBy.flatMap((finding) => input.reasonsOf(finding).keys))]
      .filter((key) => isFixed(key, input))
      .map((key) => describeAnswer(key, input)),
    reasons: decidedBy.map((finding) => describeReason(finding, input)),
    outlook: withMeasuresOnce(describeOutlook(input.reasoning, input), words.reasons.outlook.above),
    next: advice.next(input.command, decidedBy[0]?.requirement.id),
  };
}

/** A measure that serves several changes is written out at the first of them. */
function withMeasuresOnce({ goals, ...outlook }: ReportOutlook, above: string): ReportOutlook {
  const said = new Set<string>();
  const once = (measure: Labelled<string>) => {
    if (said.has(measure.label)) return { ...measure, label: above };
    said.add(measure.label);
    return measure;
  };
  return {
    ...outlook,
    goals: goals.map(({ certain, ...goal }) => ({
      ...goal,
      certain: {
        ...certain,
        groups: certain.groups.map(({ changes, ...group }) => ({
          ...group,
          changes: changes.map((change) => ({ ...change, measures: change.measures.map(once) })),
        })),
      },
    })),
  };
}

function describeReason(finding: Finding, input: AdviceInput): AdviceReason {
  const keys = input.reasonsOf(finding).keys.filter((key) => !isFixed(key, input));
  return {
    ...referTo(finding, input),
    title: finding.requirement.title[input.language],
    text: finding.judged === 'open' ? null : findingText(finding, input),
    answers: describeReasons(finding, input, keys),
  };
}

function isFixed(key: string, { catalogue }: Telling): boolean {
  return catalogue.questions.get(questionOfKey(key))?.fixed === true;
}
