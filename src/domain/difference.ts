import type { Answer, Proof } from './answer.ts';
import type { Assessment, EquivalentMeasure } from './assessment.ts';
import type { Catalogue } from './catalogue.ts';
import type { Evaluation } from './evaluation.ts';
import type { DatedException, FindingPair, Status } from './finding.ts';
import type { Verdict } from './verdict.ts';

/** An assessment with what it is judged by, and the day for which. */
export interface Situation {
  readonly catalogue: Catalogue;
  readonly assessment: Assessment;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** The proofs behind an answer on the day of their situation. */
export interface ProofsOnDay {
  readonly proofs: readonly Proof[];
  /** Whether one of them has expired, so that the answer does not count. */
  readonly hasExpired: boolean;
}

/**
 * One thing that differs between two situations and that an evaluation can read; the smallest that can be changed alone.
 * The day is no cause of its own: it works through the proofs that expire and the exceptions that begin or end.
 */
export type Cause =
  /** `undefined` is absent. Where one side is open, because it is unknown or its evidence has expired, it stands so. */
  | {
      readonly kind: 'answer';
      readonly key: string;
      readonly from: Answer | undefined;
      readonly to: Answer | undefined;
    }
  | { readonly kind: 'evidence'; readonly key: string; readonly from: ProofsOnDay; readonly to: ProofsOnDay }
  /** Whether an exception is in force; `from` and `to` are all exceptions of the requirement. */
  | {
      readonly kind: 'exception';
      readonly requirement: string;
      readonly from: readonly DatedException[];
      readonly to: readonly DatedException[];
    }
  | ({ readonly kind: 'equivalent'; readonly requirement: string } & (
      | { readonly from: EquivalentMeasure; readonly to: undefined }
      | { readonly from: undefined; readonly to: EquivalentMeasure }
    ))
  /** Ids of the questionnaires that were chosen; none: all that concern the assessment. */
  | { readonly kind: 'choice'; readonly from: readonly string[]; readonly to: readonly string[] }
  | { readonly kind: 'messenger'; readonly from: string | undefined; readonly to: string | undefined }
  /** `from` and `to` are versions; `undefined`: there is no such questionnaire. */
  | {
      readonly kind: 'questionnaire';
      readonly questionnaire: string;
      readonly from: string | undefined;
      readonly to: string | undefined;
    }
  /** When, or for what, a question of the bank is asked. */
  | { readonly kind: 'question'; readonly question: string };

/** Which causes bring about a change. Every set named was replayed: nothing here is estimated. */
export interface Attribution<T> {
  /**
   * Every inclusion-minimal set of causes that, applied alone to the old situation, already brings what is new, smallest
   * first. Where `isComplete` is false, those that were found; if none was, one from which no single cause can be spared.
   */
  readonly minimal: readonly (readonly Cause[])[];
  /** The causes that alone bring something else again, neither old nor new. */
  readonly astray: readonly { readonly cause: Cause; readonly becomes: T | undefined }[];
  /** Every minimal set of causes that, added to one of `minimal`, takes away what is new; others make up for it. */
  readonly undoing: readonly (readonly Cause[])[];
  /** False where there are too many causes to try all their sets: then further sets may suffice. */
  readonly isComplete: boolean;
  /** False where not all sets were tried that could undo. */
  readonly isUndoingComplete: boolean;
  /** Up to which size all sets were tried. */
  readonly triedUpTo: number;
  /** How many causes touch what was changed. */
  readonly considered: number;
}

/** A finding whose status changed, that is new, or that is gone. */
export type ChangedFinding = FindingPair & { readonly attribution: Attribution<Status> };

/** A verdict that changed; `undefined` where the questionnaire is not evaluated. */
export interface ChangedVerdict {
  /** `undefined`: the verdict over all. */
  readonly questionnaire: string | undefined;
  readonly before: Verdict | undefined;
  readonly after: Verdict | undefined;
  readonly attribution: Attribution<Verdict>;
}

/** What changed from one situation to another, and why. */
export interface Difference {
  readonly before: Evaluation;
  readonly after: Evaluation;
  /** Everything that can have changed something. */
  readonly causes: readonly Cause[];
  /** The one over all first, where it changed. */
  readonly verdicts: readonly ChangedVerdict[];
  /** In the order of the new evaluation; those that are gone come last. */
  readonly findings: readonly ChangedFinding[];
  /** The causes that appear in no attribution, though some result hangs on them: others make up for them. */
  readonly offset: readonly Cause[];
  /** The causes that change nothing, neither alone nor when they alone are taken back. */
  readonly idle: readonly Cause[];
}

/** Whether several causes have a part in a change, so that it cannot be laid to one of them. */
export function interacts({ minimal, astray, undoing, isComplete }: Attribution<unknown>): boolean {
  const [only, ...others] = minimal;
  return !isComplete || others.length > 0 || only?.length !== 1 || astray.length > 0 || undoing.length > 0;
}

/** Every cause that an attribution names. */
export function causesIn({ minimal, astray, undoing }: Attribution<unknown>): readonly Cause[] {
  return [...minimal.flat(), ...astray.map(({ cause }) => cause), ...undoing.flat()];
}

/** Whether nothing but the day brought it about: nobody changed anything. */
export function isByDateOnly(cause: Cause): boolean {
  switch (cause.kind) {
    case 'evidence':
      return isSame(cause.from.proofs, cause.to.proofs);
    case 'exception':
      return isSame(cause.from.map(withoutState), cause.to.map(withoutState));
    default:
      return false;
  }
}

function withoutState({ state: _, ...exception }: DatedException): object {
  return exception;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
