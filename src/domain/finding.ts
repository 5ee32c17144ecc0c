import type { EquivalentMeasure, Exception } from './assessment.ts';
import type { Requirement } from './requirement.ts';
import type { Truth } from './truth.ts';
import type { Binding } from './verdict.ts';

/** What the answers alone come to. */
export const judgedStatuses = ['violated', 'partial', 'open', 'fulfilled', 'not-applicable'] as const;
export type JudgedStatus = (typeof judgedStatuses)[number];

/** The judged status, or what a record of the assessor makes of a violation. Worst first. */
export const statuses = [
  'violated',
  'accepted',
  'partial',
  'substituted',
  'open',
  'fulfilled',
  'not-applicable',
] as const;
export type Status = (typeof statuses)[number];

/** An exception on the day of evaluation. */
export interface DatedException extends Exception {
  readonly state: 'not-yet' | 'active' | 'expired';
}

/** One requirement against one assessment. */
export interface Finding {
  readonly requirement: Requirement;
  readonly questionnaire: string;
  /** Whether the paper, and this demand of it, binds the organisation. */
  readonly binding: Binding;
  /** Whether it addresses the organisation, where it binds fewer than its paper, and the answers that settle that. */
  readonly addressed?: { readonly truth: Truth; readonly because: readonly string[] };
  /** The choice a requirement with `each` was judged for. */
  readonly item?: string;
  readonly status: Status;
  /** The status before equivalent measures and exceptions. */
  readonly judged: JudgedStatus;
  /** Answer keys: those that settle the status or, when it is open, those that could. */
  readonly because: readonly string[];
  readonly equivalent?: EquivalentMeasure;
  readonly exceptions: readonly DatedException[];
}

/** A finding as it was and as it is; `undefined` on one side where it comes or goes. */
export type FindingPair =
  | { readonly before: Finding | undefined; readonly after: Finding }
  | { readonly before: Finding; readonly after: undefined };

/** As it is, or was, where it is gone. */
export function latest({ before, after }: FindingPair): Finding {
  return after === undefined ? before : after;
}

/** What two maps hold under their keys: first what the later one has, in its order; what is gone comes last. */
export function pairsIn(
  old: ReadonlyMap<string, Finding>,
  now: ReadonlyMap<string, Finding>,
): readonly (readonly [string, FindingPair])[] {
  return [
    ...[...now].map(([key, after]) => [key, { before: old.get(key), after }] as const),
    ...[...old].filter(([key]) => !now.has(key)).map(([key, before]) => [key, { before, after: undefined }] as const),
  ];
}
