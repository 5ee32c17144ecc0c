import type { Status } from '../domain/finding.ts';
import type { Language } from '../domain/language.ts';
import type { Level } from '../domain/requirement.ts';
import type { OverallVerdict, Verdict } from '../domain/verdict.ts';
import type { Labelled } from './report.ts';

export const comparisonFormats = ['terminal', 'markdown', 'html', 'json', 'csv'] as const;
export type ComparisonFormat = (typeof comparisonFormats)[number];

export const comparisonFormat = 'messenger-check/comparison@1';

/** Assessments side by side, decided, counted and worded: a renderer only places it. */
export interface Comparison {
  readonly format: typeof comparisonFormat;
  readonly language: Language;
  /** Day of evaluation, `YYYY-MM-DD`. */
  readonly date: string;
  readonly title: string;
  /** What is compared, and how far that can be relied on. */
  readonly hint: string;
  readonly columns: readonly ComparedColumn[];
  /** Requirement by requirement: first those on which the columns differ and that decide a verdict. */
  readonly groups: readonly ComparedGroup[];
  /** Version of messenger-check. */
  readonly version: string;
}

/** One assessment, or one messenger in its use. */
export interface ComparedColumn {
  /** File name, or id of the messenger. */
  readonly id: string;
  readonly label: string;
  readonly verdict: Labelled<Verdict>;
  /** On which papers the verdict rests. */
  readonly basis: Labelled<OverallVerdict['basis']>;
  /** Best and worst verdict over everything that is open; the same where it is settled. */
  readonly best: Labelled<Verdict>;
  readonly worst: Labelled<Verdict>;
  readonly isSettled: boolean;
  /** What the product alone says, whatever organisation and operation do; `null` where that was not asked. */
  readonly product: ProductSays | null;
  /** How many questions are open on which a finding hangs. */
  readonly openQuestions: number;
  /** How many findings are open. */
  readonly openFindings: number;
  /** The findings that decide the verdict. */
  readonly decidedBy: readonly Labelled<string>[];
}

export interface ProductSays {
  /** In words: ruled out, open, or nothing known against it. */
  readonly label: string;
  /** The findings by which it is ruled out. */
  readonly blockedBy: readonly Labelled<string>[];
  /** How many questions on the product arise, and how many of them are open. */
  readonly questions: number;
  readonly open: number;
}

export interface ComparedGroup {
  readonly id: 'deciding' | 'differing' | 'same';
  readonly label: string;
  readonly rows: readonly ComparedRow[];
}

/** One requirement, or one item of it, in every column. */
export interface ComparedRow extends Labelled<string> {
  readonly title: string;
  readonly questionnaire: string;
  readonly level: Labelled<Level>;
  /** One for each column; `null` where it is not evaluated there. */
  readonly cells: readonly (ComparedCell | null)[];
}

export interface ComparedCell extends Labelled<Status> {
  /** One character for the status, so that it can be told without colour. */
  readonly sign: string;
  /** Whether it decides the verdict of its column. */
  readonly decides: boolean;
}
