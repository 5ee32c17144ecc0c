import type { Proof } from './answer.ts';
import type { Exception } from './assessment.ts';
import type { FindingPair } from './finding.ts';
import type { Verdict } from './verdict.ts';

export type EndingProof = Proof & { readonly validUntil: string };

/** What time alone does to an assessment: a proof or an exception runs out, or an exception begins. */
export type Lapse =
  | { readonly kind: 'proof-expired' /** Answer key. */; readonly key: string; readonly proof: EndingProof }
  | { readonly kind: 'exception-ended' | 'exception-began'; readonly exception: Exception };

/** A finding that is another from a day on, or comes or goes with the choices it is judged for. */
export type FindingChange = FindingPair & {
  /** What of the lapses of the day concerns it. */
  readonly because: readonly Lapse[];
};

export interface VerdictChange {
  /** `undefined` where the questionnaire was not evaluated before. */
  readonly before: Verdict | undefined;
  /** `undefined` where it is not evaluated any more. */
  readonly after: Verdict | undefined;
}

/** A day on which the evaluation becomes another, with nobody doing anything. */
export interface DayOfChange {
  /** The first day on which it is so, `YYYY-MM-DD`. */
  readonly day: string;
  /** All that begins or has run out on it. */
  readonly lapses: readonly Lapse[];
  readonly findings: readonly FindingChange[];
  readonly questionnaires: readonly (VerdictChange & { readonly questionnaire: string })[];
  readonly overall?: VerdictChange & { readonly before: Verdict; readonly after: Verdict };
}

/** How an evaluation changes with time. */
export interface Decay {
  /** In order. */
  readonly days: readonly DayOfChange[];
  /** The first of the days on which the overall verdict is another; absent: it holds without end. */
  readonly verdictEnds?: DayOfChange;
}
