import type { Text } from './language.ts';

/** How far it could be checked that a paper says so: read itself, reported by a named third party, remembered. */
export const certainties = ['primary', 'secondary', 'recall'] as const;
export type Certainty = (typeof certainties)[number];

/** How well an element of a paper is attested: by two sources, by one, only by another body's summary, by none. */
export const evidenceClasses = ['A', 'B', 'C', 'D'] as const;
export type EvidenceClass = (typeof evidenceClasses)[number];

/** A paper, article or ruling that requirements rest on. */
export interface Source {
  readonly id: string;
  readonly authority: Text;
  /** In the source's own language. */
  readonly title: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a source has a date, a note on its date, or both. */
  readonly date?: string;
  readonly dateNote?: Text;
  readonly url: string;
  readonly checked: Certainty;
  /** How much of it was seen, and what that is worth. */
  readonly seen: Text;
}
