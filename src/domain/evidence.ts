import type { Condition } from './condition.ts';
import type { Text } from './language.ts';
import type { Certainty } from './source.ts';
import type { Authority } from './supervision.ts';

export const evidenceKinds = ['ruling', 'proceeding', 'position', 'practice', 'technical'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Whether it speaks against the official use of the messenger concerned, for it, or neither. */
export const directions = ['contra', 'pro', 'neutral'] as const;
export type Direction = (typeof directions)[number];

/** A dated ruling, decision or statement, with what it is worth. */
export interface Evidence {
  readonly id: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a date, a note on it, or both. */
  readonly date?: string;
  readonly dateNote?: Text;
  readonly kind: EvidenceKind;
  readonly body: Text;
  /** The supervisory authority that said or decided it, where it is one of the federation or of a state. */
  readonly authority?: Authority;
  /** File reference or document id. */
  readonly reference?: string;
  readonly holding: Text;
  readonly direction: Direction;
  readonly weight: Text;
  readonly urls: readonly string[];
  readonly checked: Certainty;
  readonly remark?: Text;
  /** Messengers it concerns; none listed means any. */
  readonly messengers: readonly string[];
  /** Sectors it concerns; none listed means any. */
  readonly sectors: readonly string[];
}

/** A point on which sources contradict each other. Shown with both sides, never evened out. */
export interface Contradiction {
  readonly id: string;
  readonly topic: Text;
  /** Holds for the assessments in which it matters, where that does not follow from the requirements named. */
  readonly when?: Condition;
  readonly positions: readonly Position[];
  /** How this program deals with it. */
  readonly treatment: Text;
}

/** One side of a contradiction. */
export interface Position {
  readonly who: Text;
  readonly says: Text;
  readonly date?: string;
  readonly dateNote?: Text;
  readonly weight: Text;
  /** Ids of the requirements in which it is found. */
  readonly requirements: readonly string[];
  /** Ids of the evidence behind it. */
  readonly evidence: readonly string[];
}
