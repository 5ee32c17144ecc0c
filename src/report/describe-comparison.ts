import { wordings } from '../wording/wording.ts';
import type { ComparedCell, ComparedColumn, Comparison } from './comparison.ts';

/** Each sign that occurs, with what it means. */
export function legendOf({ groups }: Comparison): readonly ComparedCell[] {
  const cells = groups.flatMap(({ rows }) => rows).flatMap((row) => row.cells.filter((cell) => cell !== null));
  return [...new Map(cells.map((cell) => [cell.id, cell])).values()];
}

export function intervalText({ isSettled, best, worst }: ComparedColumn, { language }: Comparison): string {
  const { comparison } = wordings[language];
  return isSettled ? comparison.settled : comparison.between(best.label, worst.label);
}

/** What decides in every column: no change from one to another helps against it. */
export function decidingEverywhere(columns: readonly ComparedColumn[]): ComparedColumn['decidedBy'] {
  const [first, ...others] = columns.map(({ decidedBy }) => decidedBy);
  return (first ?? []).filter(({ id }) => others.every((one) => one.some((other) => other.id === id)));
}

/** Whether messengers are compared in one use, and not assessments. */
export function comparesMessengers({ columns }: Comparison): boolean {
  return columns.some(({ product }) => product !== null);
}
