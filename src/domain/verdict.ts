import type { Finding } from './finding.ts';

/** What findings come to, worst first. */
export const verdicts = ['impermissible', 'undetermined', 'conditional', 'permissible'] as const;
export type Verdict = (typeof verdicts)[number];

/** Whether a paper binds this organisation; `unclear` while sector or state are not known. */
export type Binding = 'binds' | 'orients' | 'unclear';

/** A verdict, and the findings that make it so. */
export interface Decision {
  readonly verdict: Verdict;
  readonly decidedBy: readonly Finding[];
}

/** What of a questionnaire binds, or may: its demands in general, or those that address fewer. */
export interface BindingPart extends Decision {
  /** Whether it binds where the questionnaire does. */
  readonly binding: Exclude<Binding, 'orients'>;
}

/** What one questionnaire comes to. */
export interface QuestionnaireVerdict extends Decision {
  readonly questionnaire: string;
  /** Whether it is still open if the paper concerns this assessment at all. */
  readonly mayNotConcern?: boolean;
  /** While it is: the answer keys that could settle it. */
  readonly concernHangsOn?: readonly string[];
  readonly binding: Binding;
  /** The answer keys that settle the binding or, while it is unclear, could. */
  readonly bindingBecause: readonly string[];
  /** Its parts, where not all of it binds alike. */
  readonly parts?: readonly BindingPart[];
}

/** What all questionnaires come to. */
export interface OverallVerdict {
  readonly verdict: Verdict;
  /** Which papers it rests on: those that bind, those that orient as none binds, or open, as binding is. */
  readonly basis: 'binding' | 'orientation' | 'unclear-binding';
  /** None where the verdict is undetermined only because it would differ with the binding. */
  readonly decidedBy: readonly Finding[];
}

/** The worst of some verdicts; permissible for none. */
export function worstOf(some: readonly Verdict[]): Verdict {
  return verdicts.find((verdict) => some.includes(verdict)) ?? 'permissible';
}

/** The best of some verdicts; impermissible for none. */
export function bestOf(some: readonly Verdict[]): Verdict {
  return verdicts.findLast((verdict) => some.includes(verdict)) ?? 'impermissible';
}

/** Between which verdicts an assessment ends, whatever is still to be answered. */
export interface VerdictInterval {
  readonly best: Verdict;
  readonly worst: Verdict;
}

/** All that can still come of a verdict, whatever is answered to what is open. */
export interface VerdictOutlook extends VerdictInterval {
  /** The verdicts that some way to answer leads to, worst first. */
  readonly possible: readonly Verdict[];
  /** How many musts are violated at least, and at most, in all the ways to answer. */
  readonly violatedMusts: { readonly fewest: number; readonly most: number };
  /** False where the search was given up: the interval and the numbers are then bounds that may lie too far apart. */
  readonly isExact: boolean;
}
