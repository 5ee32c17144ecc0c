import { messengerQuestion, type Subject } from '../domain/assessment.ts';
import type { Finding } from '../domain/finding.ts';
import type { Reasoning, Reasons } from '../domain/reasoning.ts';
import { formatDay } from '../wording/format-day.ts';
import { describeAnswer, type Telling } from './describe-answer.ts';
import { findingText, referTo } from './describe-finding.ts';
import { describeOutlook } from './describe-outlook.ts';
import { describeVerdict } from './describe-verdict.ts';
import type { Labelled, ReportAnswer, ReportOutlook, ReportVerdict } from './report.ts';

/** What an adviser would say to an assessment: the result, why, what is missing, what would change it, what to do next. */
export interface Advice {
  readonly title: string;
  readonly about: readonly string[];
  readonly verdict: ReportVerdict;
  readonly reasons: readonly AdviceReason[];
  readonly outlook: ReportOutlook;
  /** Commands that go further, each with what it is for. */
  readonly next: readonly { readonly what: string; readonly command: string }[];
}

/** A finding that decides, with the fewest answers that make it so; while it is open, those that could settle it. */
export interface AdviceReason extends Labelled<string> {
  readonly title: string;
  readonly text: string;
  readonly answers: readonly ReportAnswer[];
}

export interface AdviceInput extends Telling {
  readonly subject: Subject;
  readonly reasoning: Reasoning;
  readonly reasonsOf: (finding: Finding) => Reasons;
  /** The answer file, as it is named on the command line. */
  readonly file: string;
}

/** The answer to: what came of this assessment, and what now? */
export function buildAdvice(input: AdviceInput): Advice {
  const { evaluation, subject, words, language } = input;
  const messenger = describeAnswer(messengerQuestion, input);
  const { advice } = words.reasons;
  return {
    title: advice.title(messenger.isOpen ? words.report.untitledMessenger : messenger.answer),
    about: [
      [subject.organisation, subject.use].filter((text) => text !== undefined).join(': '),
      advice.asOf(formatDay(evaluation.date, language)),
    ].filter((text) => text !== ''),
    verdict: describeVerdict(input),
    reasons: evaluation.overall.decidedBy.map((finding) => describeReason(finding, input)),
    outlook: describeOutlook(input.reasoning, input),
    next: advice.next(input.file, evaluation.overall.decidedBy[0]?.requirement.id),
  };
}

function describeReason(finding: Finding, input: AdviceInput): AdviceReason {
  return {
    ...referTo(finding, input),
    title: finding.requirement.title[input.language],
    text: findingText(finding, input),
    answers: describeSmallest(input.reasonsOf(finding), input),
  };
}

/** The fewest answers behind a finding, in words. */
export function describeSmallest({ keys }: Reasons, telling: Telling): readonly ReportAnswer[] {
  return keys.map((key) => describeAnswer(key, telling));
}
