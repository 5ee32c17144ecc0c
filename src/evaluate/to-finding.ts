import type { Assessment, Exception } from '../domain/assessment.ts';
import type { DatedException, Finding, JudgedStatus, Status } from '../domain/finding.ts';
import type { Outcome } from './evaluate-requirement.ts';

/**
 * A finding from an outcome and the records of the assessor that stand beside it.
 * An equivalent measure substitutes what is violated or partial; an exception accepts it until its last day.
 */
export function toFinding(
  place: Pick<Finding, 'requirement' | 'questionnaire' | 'binding' | 'addressed'>,
  outcome: Outcome,
  { assessment, date }: { assessment: Assessment; date: string },
): Finding {
  const { requirement } = place;
  const equivalent = assessment.equivalents.find((record) => record.requirement === requirement.id);
  const exceptions = assessment.exceptions
    .filter((record) => record.requirement === requirement.id)
    .map((record) => dated(record, date));
  const active = exceptions.some((exception) => exception.state === 'active');
  return {
    ...place,
    status: withRecords(outcome.judged, { substituted: equivalent !== undefined, accepted: active }),
    exceptions,
    ...outcome,
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
