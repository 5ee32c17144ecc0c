import { existingAt } from '../domain/existing.ts';

/** Blanks between two columns. */
export const columnGap = 2;

/** Rows of cells as lines of equal columns. */
export function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  }
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(existingAt(widths, at)))
      .join(' '.repeat(columnGap))
      .trimEnd(),
  );
}
