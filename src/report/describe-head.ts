import { messengerQuestion } from '../domain/assessment.ts';
import { formatDay } from '../wording/format-day.ts';
import type { ReportInput } from './build-report.ts';
import { describeAnswer } from './describe-answer.ts';
import { referTo } from './describe-finding.ts';
import { describeSupervision } from './describe-supervision.ts';
import type { LabelledText } from './report.ts';

/** The head of the memo: what it is about, what it refers to, who supervises the organisation, and the result. */
export function describeHead(input: ReportInput): readonly LabelledText[] {
  const { evaluation, language, words } = input;
  const { head, useOf, useOfUnnamed, fileNumber, assessedOn, evaluatedOn } = words.memo;
  const { organisation, use, reference, date } = input.assessment.subject;
  const messenger = describeAnswer(messengerQuestion, input);
  const about = [messenger.isOpen ? useOfUnnamed : useOf(messenger.answer), organisation, use];
  const sources = [
    reference && fileNumber(reference),
    date && assessedOn(formatDay(date, language)),
    evaluatedOn(formatDay(evaluation.date, language)),
  ];
  const given = (texts: readonly (string | undefined)[]) => texts.filter((text) => text);
  const from = { id: 'reference', label: head.reference, value: given(sources).join('; ') };
  // The brief opens with question and answer.
  if (input.depth === 'brief') return [from, ...describeSupervision(input)];
  return [
    { id: 'subject', label: head.subject, value: given(about).join('; ') },
    from,
    ...describeSupervision(input),
    { id: 'result', label: head.result, value: words.verdicts[evaluation.overall.verdict] },
    ...describeGrounds(input),
  ];
}

/** As many reasons stand in the head. */
const mostReasons = 3;

/** What decides the result, in short; nothing where no finding does. */
function describeGrounds(input: ReportInput): readonly LabelledText[] {
  const { language, words } = input;
  const { decidedBy } = input.evaluation.overall;
  const named = decidedBy.slice(0, mostReasons).map((finding) => {
    const status = words.statuses[finding.status];
    return `${referTo(finding, input).label} ${finding.requirement.title[language]} (${status})`;
  });
  if (named.length === 0) return [];
  const more = decidedBy.length - named.length;
  const value = [...named, ...(more > 0 ? [words.memo.head.moreReasons(more)] : [])].join('; ');
  return [{ id: 'reason', label: words.memo.head.reason, value }];
}
