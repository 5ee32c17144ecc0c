import type { Status } from '../domain/finding.ts';
import type { Wording } from '../wording/wording.ts';
import type { StatusCount } from './report.ts';
import { statusSigns } from './signs.ts';

/** A bar of parts, one for each status, as wide as their share. Lengths in percent of the whole. */
export interface FulfilmentBar {
  /** What it shows, in words, for those who do not see it. */
  readonly title: string;
  readonly description: string;
  readonly segments: readonly {
    readonly status: Status;
    readonly x: number;
    readonly width: number;
    readonly middle: number;
    /** Sign and number; `null` where the part is too narrow for them. */
    readonly label: string | null;
  }[];
}

export function fulfilmentBar(name: string, counts: readonly StatusCount[], { pictures }: Wording): FulfilmentBar {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const before = (index: number) => counts.slice(0, index).reduce((sum, { count }) => sum + count, 0);
  return {
    title: pictures.barTitle(name),
    description: pictures.barDescription(total, counts),
    segments: counts.map(({ id, count }, index) => ({
      status: id,
      x: percent(before(index), total),
      width: percent(count, total),
      middle: percent(before(index) + count / 2, total),
      label: labelOf(`${statusSigns[id]} ${count}`, count / total),
    })),
  };
}

/** "2 of 5 fulfilled": what does not apply is not counted. */
export function fulfilledOf(counts: readonly StatusCount[], { pictures }: Wording): string {
  const applicable = counts.filter(({ id }) => id !== 'not-applicable');
  const fulfilled = counts.find(({ id }) => id === 'fulfilled')?.count ?? 0;
  return pictures.fulfilledOf(
    fulfilled,
    applicable.reduce((sum, { count }) => sum + count, 0),
  );
}

/** Of the narrowest bar there is. */
const sharePerCharacter = 0.05;

function labelOf(text: string, share: number): string | null {
  return share < text.length * sharePerCharacter ? null : text;
}

function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 10_000) / 100;
}
