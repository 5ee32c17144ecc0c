import type { BatchFinding } from '../domain/batch.ts';
import type { Status } from '../domain/finding.ts';
import { dateTime, markup, markupLine, props, statementId, uuidOf } from '../report/oscal.ts';
import type { ToldFinding } from './tell-finding.ts';

/** A finding, and where it stands. */
export interface Place {
  readonly finding: BatchFinding;
  readonly told: ToldFinding;
  /** UUID of the result. */
  readonly result: string;
  readonly date: string;
}

/** What is open or not applicable was looked at, but nothing was found. */
const targets: Readonly<Record<Status, 'satisfied' | 'not-satisfied' | null>> = {
  fulfilled: 'satisfied',
  partial: 'not-satisfied',
  violated: 'not-satisfied',
  substituted: 'satisfied',
  accepted: 'not-satisfied',
  'not-applicable': null,
  open: null,
};

const riskStatuses: Readonly<Partial<Record<Status, string>>> = { violated: 'open', accepted: 'deviation-approved' };

/** On which answers it depends, whatever follows from them. */
export function observationOf(place: Place): object {
  const { finding, told, date } = place;
  return {
    uuid: uuidIn(place, 'observation'),
    title: titleOf(told),
    description: markup([told.demand, `${told.status}.`, ...told.why]),
    props: props({
      requirement: finding.requirement,
      item: finding.item,
      questionnaire: finding.questionnaire,
      status: finding.status,
      judged: finding.judged,
      binding: finding.binding,
      because: finding.because.join(' '),
    }),
    methods: ['INTERVIEW'],
    types: [targets[finding.status] === null ? 'discovery' : 'finding'],
    collected: dateTime(date),
  };
}

/** Whether the demand is met; none where that is not known or not asked. */
export function findingOf(place: Place): readonly object[] {
  const { finding, told } = place;
  const state = targets[finding.status];
  if (state === null) return [];
  const record = told.record === null ? {} : { remarks: markup([told.record]) };
  return [
    {
      uuid: uuidIn(place, 'finding'),
      title: titleOf(told),
      description: markup([told.demand, ...told.what, ...told.toDo]),
      props: props({ status: finding.status, item: finding.item }),
      target: {
        type: 'statement-id',
        'target-id': statementId(finding.requirement),
        status: { state, reason: reasonOf(finding.status), ...record },
      },
      'related-observations': [{ 'observation-uuid': uuidIn(place, 'observation') }],
      ...(riskStatuses[finding.status] !== undefined && {
        'related-risks': [{ 'risk-uuid': uuidIn(place, 'risk') }],
      }),
      ...record,
    },
  ];
}

/** OSCAL knows passed and failed; what rests on a record of the assessor is neither of them as such. */
function reasonOf(status: Status): string {
  if (status === 'fulfilled') return 'pass';
  return status === 'substituted' || status === 'accepted' ? 'other' : 'fail';
}

/** What is violated, or accepted for a time. */
export function riskOf(place: Place): readonly object[] {
  const { finding, told } = place;
  const status = riskStatuses[finding.status];
  if (status === undefined) return [];
  const until = finding.exception?.until;
  return [
    {
      uuid: uuidIn(place, 'risk'),
      title: titleOf(told),
      description: markup([told.demand]),
      statement: markup(told.what),
      props: props({ requirement: finding.requirement, item: finding.item, status: finding.status }),
      status,
      ...(until !== undefined && { deadline: `${until}T23:59:59Z` }),
      'related-observations': [{ 'observation-uuid': uuidIn(place, 'observation') }],
    },
  ];
}

function titleOf({ label, title }: ToldFinding): string {
  return markupLine(`${label} ${title}`);
}

function uuidIn({ result, told }: Place, kind: string): string {
  return uuidOf(kind, result, told.requirement.id, told.name);
}
