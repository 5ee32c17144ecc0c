import type { Assessment, Exception } from '../domain/assessment.ts';
import type { DatedException, Finding, JudgedStatus, Status } from '../domain/finding.ts';
import type { Outcome } from './evaluate-requirement.ts';

/** What is known of a finding before its requirement is judged. */
export type FindingPlace = Pick<Finding, 'requirement' | 'questionnaire' | 'binding' | 'addressed'>;

const none: readonly DatedException[] = [];

/**
 * A finding from an outcome and the records of the assessor that stand beside it.
 * An equivalent measure substitutes what is violated or partial; an exception accepts it until its last day.
 */
export function toFinding(
  { requirement, questionnaire, binding, addressed }: FindingPlace,
  { judged, because, item }: Outcome,
  { assessment, date }: { assessment: Assessment; date: string },
): Finding {
  const { id } = requirement;
  const equivalent = assessment.equivalents.find((record) => record.requirement === id);
  const own = assessment.exceptions.filter((record) => record.requirement === id);
  const exceptions = own.length === 0 ? none : own.map((record) => dated(record, date));
  const accepted = exceptions.some((exception) => exception.state === 'active');
  const status = withRecords(judged, { substituted: equivalent !== undefined, accepted });
  const finding = { requirement, questionnaire, binding, status, judged, because, exceptions };
  if (addressed === undefined && item === undefined && equivalent === undefined) return finding;
  return {
    ...finding,
    ...(addressed && { addressed }),
    ...(item !== undefined && { item }),
    ...(equivalent && { equivalent }),
  };
}

function withRecords(judged: JudgedStatus, records: { substituted: boolean; accepted: boolean }): Status {
  if (judged !== 'violated' && judged !== 'partial') return judged;
  if (records.substituted) return 'substituted';
  return records.accepted ? 'accepted' : judged;
}

/** An exception as it stands on a day. */
export function dated(exception: Exception, day: string): DatedException {
  if (day < exception.from) return { ...exception, state: 'not-yet' };
  return { ...exception, state: day <= exception.until ? 'active' : 'expired' };
}
