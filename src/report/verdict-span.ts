import { type Verdict, verdicts } from '../domain/verdict.ts';
import type { Wording } from '../wording/wording.ts';
import type { Labelled } from './report.ts';
import { verdictSigns } from './signs.ts';

/** Where on the scale of the four verdicts a result lies, and between which it may end. Lengths in percent of the whole. */
export interface VerdictSpan {
  readonly title: string;
  readonly description: string;
  readonly steps: readonly {
    readonly verdict: Verdict;
    readonly x: number;
    readonly middle: number;
    readonly sign: string;
    /** Whether it lies between the worst and the best verdict that is possible. */
    readonly isWithin: boolean;
    /** Whether it is the verdict as of now. */
    readonly isNow: boolean;
  }[];
}

export interface SpanOf {
  readonly name: string;
  readonly best: Labelled<Verdict>;
  readonly worst: Labelled<Verdict>;
  readonly now: Labelled<Verdict>;
}

export const stepWidth = 100 / verdicts.length;

export function verdictSpan({ name, best, worst, now }: SpanOf, { pictures }: Wording): VerdictSpan {
  const [from, to] = [verdicts.indexOf(worst.id), verdicts.indexOf(best.id)];
  return {
    title: pictures.spanTitle(name),
    description: pictures.spanDescription({ best: best.label, worst: worst.label, now: now.label }),
    steps: verdicts.map((verdict, index) => ({
      verdict,
      x: index * stepWidth,
      middle: (index + 0.5) * stepWidth,
      sign: verdictSigns[verdict],
      isWithin: index >= from && index <= to,
      isNow: verdict === now.id,
    })),
  };
}
