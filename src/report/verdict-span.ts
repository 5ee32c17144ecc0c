import { type Verdict, verdicts } from '../domain/verdict.ts';
import type { Wording } from '../wording/wording.ts';
import type { Labelled } from './report.ts';
import { verdictSigns } from './signs.ts';

/** Where on the scale of the four verdicts a result lies, and between which it may end. Lengths in percent of the whole. */
export interface VerdictSpan {
  readonly title: string;
  readonly description: string;
  /** The same in few words. */
  readonly text: string;
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

const pitch = 100 / verdicts.length;
/** Less than from one step to the next, so that the frame of a step has room. */
export const stepWidth = pitch - 2;

export function verdictSpan({ name, best, worst, now }: SpanOf, { pictures, comparison }: Wording): VerdictSpan {
  const [from, to] = [verdicts.indexOf(worst.id), verdicts.indexOf(best.id)];
  return {
    title: pictures.spanTitle(name),
    description: pictures.spanDescription({ best: best.label, worst: worst.label, now: now.label }),
    text: best.id === worst.id ? best.label : comparison.between(best.label, worst.label),
    steps: verdicts.map((verdict, index) => ({
      verdict,
      x: index * pitch + 1,
      middle: (index + 0.5) * pitch,
      sign: verdictSigns[verdict],
      isWithin: index >= from && index <= to,
      isNow: verdict === now.id,
    })),
  };
}
