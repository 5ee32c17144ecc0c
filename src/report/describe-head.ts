import { messengerQuestion } from '../domain/assessment.ts';
import { formatDay } from '../wording/format-day.ts';
import type { Wording } from '../wording/wording.ts';
import type { ReportInput } from './build-report.ts';
import { describeAnswer } from './describe-answer.ts';
import { describeSupervision } from './describe-supervision.ts';
import type { LabelledText, ReportVerdict } from './report.ts';

/** The head of the memo: what it is about, what it refers to, who supervises the organisation, and the result. */
export function describeHead(input: ReportInput, { label, reasons }: ReportVerdict): readonly LabelledText[] {
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
    { id: 'result', label: head.result, value: label },
    ...(reasons.length > 0 ? [{ id: 'reason', label: head.reason, value: reasonsInShort(reasons, words) }] : []),
  ];
}

/** As many reasons stand in the head. */
const mostReasons = 3;

/** What decides the result: the first of it, and how much more there is. */
function reasonsInShort(reasons: ReportVerdict['reasons'], { memo }: Wording): string {
  const named = reasons.slice(0, mostReasons).map(({ label, title, status }) => `${label} ${title} (${status.label})`);
  const more = reasons.length - named.length;
  return [...named, ...(more > 0 ? [memo.head.moreReasons(more)] : [])].join('; ');
}
