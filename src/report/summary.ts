import type { Status } from '../domain/finding.ts';
import type { Language } from '../domain/language.ts';
import type { SubjectMatter } from '../domain/question.ts';
import type { Level } from '../domain/requirement.ts';
import type { Dimension } from '../domain/tally.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Labelled } from './report.ts';

export const summaryFormats = ['terminal', 'markdown', 'html', 'json'] as const;
export type SummaryFormat = (typeof summaryFormats)[number];

export const summaryFormat = 'messenger-check/summary@1';

/** A portfolio of assessments, counted, sorted and worded: a renderer only places it. */
export interface Summary {
  readonly format: typeof summaryFormat;
  readonly language: Language;
  /** Version of messenger-check. */
  readonly version: string;
  readonly title: string;
  /** How many were counted, and of which days, in words. */
  readonly sentences: readonly string[];
  readonly files: number;
  /** That could not be evaluated. */
  readonly broken: number;
  /** First and last day of evaluation, `YYYY-MM-DD`; `null` without a file. */
  readonly days: { readonly first: string; readonly last: string } | null;
  /** What counts fewer files than this is left out; `null`: nothing is. */
  readonly minCount: number | null;
  readonly verdicts: readonly VerdictCount[];
  readonly groups: readonly SummaryGroup[];
  /** Those that failed in most files first. */
  readonly requirements: readonly RequirementCount[];
  /** What is open in most files first. */
  readonly open: readonly OpenCount[];
  /** How many verdicts end in which month, with nobody doing anything. */
  readonly ends: readonly (Labelled<string> & { readonly count: number })[];
  /** The files whose verdict ends first; none where counts only are wanted. */
  readonly endingNext: readonly {
    /** Its id is the day, `YYYY-MM-DD`. */
    readonly day: Labelled<string>;
    readonly file: string;
    readonly verdict: Labelled<Verdict>;
  }[];
  /** Some of those that could not be evaluated; none where counts only are wanted. */
  readonly brokenFiles: readonly string[];
  readonly disclaimer: readonly string[];
}

/** `null`: left out, as it would tell about few. */
export interface VerdictCount extends Labelled<Verdict> {
  readonly count: number | null;
}

/** The files told apart by something; by questionnaires, a file counts in each that it was evaluated by. */
export interface SummaryGroup extends Labelled<Dimension | 'questionnaire'> {
  readonly rows: readonly SummaryRow[];
}

export interface SummaryRow {
  /** `open` where the question is open, `others` for those that are too few to be named. */
  readonly id: string;
  readonly label: string;
  readonly files: number;
  readonly verdicts: readonly VerdictCount[];
}

/** What a requirement can be short of, worst first. */
export const failing = ['violated', 'partial', 'open'] as const satisfies readonly Status[];

export interface RequirementCount extends Labelled<string> {
  readonly title: string;
  readonly questionnaire: string;
  readonly level: Labelled<Level> | null;
  /** Files in which it was evaluated and does apply. */
  readonly files: number;
  readonly counts: readonly (Labelled<(typeof failing)[number]> & {
    readonly count: number | null;
  })[];
}

/** Its id is the answer key. */
export interface OpenCount extends Labelled<string> {
  readonly about: Labelled<SubjectMatter> | null;
  readonly count: number;
}
