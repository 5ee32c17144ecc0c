import type { Cause } from '../domain/difference.ts';
import type { Status } from '../domain/finding.ts';
import type { Language } from '../domain/language.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Labelled } from './report.ts';

export const diffFormats = ['terminal', 'markdown', 'json'] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** A cause as data, and as a clause that can follow “because”. */
export interface ReportCause {
  readonly number: number;
  readonly text: string;
  readonly cause: Cause;
}

/** One change. Its causes are the numbers of `causes`. */
export interface ReportChange<T extends string> extends Labelled<string> {
  readonly title: string;
  readonly before: Labelled<T> | null;
  readonly after: Labelled<T> | null;
  readonly interacts: boolean;
  /** Whether all sets of causes were tried; otherwise those of up to `triedUpTo`. */
  readonly isComplete: boolean;
  readonly isUndoingComplete: boolean;
  readonly triedUpTo: number;
  readonly considered: number;
  /** The minimal sets of causes that alone bring the change. */
  readonly minimal: readonly (readonly number[])[];
  readonly astray: readonly { readonly cause: number; readonly becomes: Labelled<T> | null }[];
  /** The minimal sets of causes that take it away again. */
  readonly undoing: readonly (readonly number[])[];
}

/** Changes that come about in the same way, in words. */
export interface ReportGroup {
  /** The one cause, introducing `changes`; or empty, where `because` introduces several causes after them. */
  readonly lead: string;
  readonly changes: readonly string[];
  readonly because: string;
  readonly items: readonly string[];
  readonly remarks: readonly string[];
}

export interface ComparedSide {
  readonly file: string;
  readonly date: string;
  readonly verdict: Labelled<Verdict>;
}

/** What changed from one assessment to another, ready to be printed. */
export interface DiffReport {
  readonly format: 'messenger-check/diff@1';
  readonly version: string;
  readonly language: Language;
  readonly title: string;
  readonly old: ComparedSide;
  readonly new: ComparedSide;
  readonly compared: string;
  readonly summary: readonly string[];
  /** On the days, and on what cannot be replayed or was not computed. */
  readonly notes: readonly string[];
  readonly causes: readonly ReportCause[];
  readonly verdicts: readonly ReportChange<Verdict>[];
  readonly findings: readonly ReportChange<Status>[];
  readonly groups: readonly ReportGroup[];
  /** The causes that `groups` name by number, in full. */
  readonly details: readonly string[];
  readonly offset: readonly ReportCause[];
  readonly withoutEffect: readonly ReportCause[];
}
