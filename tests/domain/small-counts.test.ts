import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutSmallCounts } from '../../src/domain/small-counts.ts';

const counts = fc.integer({ min: 0, max: 12 });
const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(counts, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
const least = fc.integer({ min: 2, max: 6 });

function sumOf(rows: readonly (readonly number[])[]): readonly number[] {
  return (rows[0] ?? []).map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
}

describe('a table without small counts', () => {
  test('says nothing but what is so', () => {
    fc.assert(
      fc.property(tables, least, (rows, least) => {
        for (const [at, row] of withoutSmallCounts(rows, least, sumOf(rows)).entries()) {
          for (const [column, count] of row.entries()) expect([null, rows[at]?.[column]]).toContain(count);
        }
      }),
    );
  });

  test('has no count that is small', () => {
    fc.assert(
      fc.property(tables, least, (rows, least) => {
        const shown = withoutSmallCounts(rows, least).flat();
        expect(shown.filter((count) => count !== null && count > 0 && count < least)).toEqual([]);
      }),
    );
  });

  test('leaves no row with a single gap, as its sum is known, and no column whose sum is shown', () => {
    fc.assert(
      fc.property(tables, least, (rows, least) => {
        const sum = sumOf(rows);
        const shown = withoutSmallCounts(rows, least, sum);
        const [shownSum = []] = withoutSmallCounts([sum], least);
        const gaps = (line: readonly (number | null)[]) => line.filter((count) => count === null).length;
        for (const row of shown) {
          // A row of one cell is its own sum.
          if (row.length > 1) expect(gaps(row)).not.toBe(1);
        }
        for (const [column, total] of shownSum.entries()) {
          const line = shown.map((row) => row[column] ?? null);
          if (line.length > 1) expect(gaps([...line, total])).not.toBe(1);
        }
      }),
    );
  });

  test.each([
    { name: 'nothing small', rows: [[5, 0, 9]], shown: [[5, 0, 9]] },
    { name: 'one small count takes the next smallest with it', rows: [[2, 30, 9]], shown: [[null, 30, null]] },
    { name: 'zeros stay, as they hide nothing', rows: [[2, 0, 40]], shown: [[null, 0, null]] },
    { name: 'two small counts hide each other', rows: [[2, 3, 40]], shown: [[null, null, 40]] },
  ])('$name', ({ rows, shown }) => {
    expect(withoutSmallCounts(rows, 5)).toEqual(shown);
  });

  test('leaves no gaps in a row that together tell about few, as long as there is anything else in it', () => {
    fc.assert(
      fc.property(tables, least, (rows, least) => {
        for (const [at, row] of withoutSmallCounts(rows, least).entries()) {
          const hidden = row.flatMap((count, column) => (count === null ? [rows[at]?.[column] ?? 0] : []));
          const isAll = hidden.length === row.length;
          if (hidden.length > 0 && !isAll) expect(hidden.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(least);
        }
      }),
    );
  });

  test('leaves out more where a sum would give it away', () => {
    const rows = [
      [2, 3, 40],
      [20, 30, 40],
    ];
    expect(withoutSmallCounts(rows, 5, sumOf(rows))).toEqual([
      [null, null, 40],
      [null, null, 40],
    ]);
  });
});
