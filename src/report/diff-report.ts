import type { Cause } from '../domain/difference.ts';
import type { Status } from '../domain/finding.ts';
import type { Language } from '../domain/language.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Labelled } from './report.ts';

export const diffFormats = ['terminal', 'markdown', 'json'] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** A cause as data, and as a clause that can follow “because”. */
export interface ReportCause {
  readonly text: string;
  readonly cause: Cause;
}

/** One change with its causes: as a sentence, what it goes on to list, and remarks. */
export interface ReportChange<T extends string> extends Labelled<string> {
  readonly title: string;
  readonly before: Labelled<T> | null;
  readonly after: Labelled<T> | null;
  readonly interacts: boolean;
  /** Whether all sets of causes were tried. */
  readonly isComplete: boolean;
  /** Every minimal set of causes that alone brings the change. */
  readonly minimal: readonly (readonly ReportCause[])[];
  readonly astray: readonly { readonly cause: ReportCause; readonly becomes: Labelled<T> | null }[];
  readonly sentence: string;
  readonly items: readonly string[];
  readonly remarks: readonly string[];
}

/** What changed from one assessment to another, ready to be printed. */
export interface DiffReport {
  readonly format: 'messenger-check/diff@1';
  readonly version: string;
  readonly language: Language;
  readonly title: string;
  readonly old: { readonly file: string; readonly date: string };
  readonly new: { readonly file: string; readonly date: string };
  readonly compared: string;
  /** On the days, and on what cannot be replayed. */
  readonly notes: readonly string[];
  readonly summary: readonly string[];
  readonly verdicts: readonly ReportChange<Verdict>[];
  readonly findings: readonly ReportChange<Status>[];
  readonly withoutEffect: readonly ReportCause[];
}
