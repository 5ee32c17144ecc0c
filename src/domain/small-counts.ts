type Row = readonly number[];

/**
 * Rows of counts without what tells about fewer than `least`: those counts are `null`, and with them as many others as
 * it takes that none can be worked out. The reader is taken to know the sum of each row and, where `sum` is given, the
 * sum of the rows, itself without small counts. So no row and no column has a single gap, nor gaps that come to less
 * than `least` together, as long as there is anything else in it.
 */
export function withoutSmallCounts(
  rows: readonly Row[],
  least: number,
  sum?: Row,
): readonly (readonly (number | null)[])[] {
  const sums = sum === undefined ? [] : [gapsIn([sum], least)[0] ?? []];
  const gaps = gapsIn(rows, least, sums[0]);
  return rows.map((row, at) => row.map((count, column) => (gaps[at]?.[column] ? null : count)));
}

/** Which counts are left out. `gapsOfSum`: those of the sum of the rows. */
function gapsIn(rows: readonly Row[], least: number, gapsOfSum?: readonly boolean[]): readonly (readonly boolean[])[] {
  const gaps = rows.map((row) => row.map((count) => count > 0 && count < least));
  const lines = linesOf(rows, gapsOfSum);
  const known = { rows, gaps, least };
  for (let line = nextLine(lines, known); line !== undefined; line = nextLine(lines, known)) {
    const next = line.cells.filter(([row, column]) => !gaps[row]?.[column]).toSorted(bySize(rows))[0];
    if (next === undefined) return gaps;
    const [row, column] = next;
    const cells = gaps[row];
    if (cells !== undefined) cells[column] = true;
  }
  return gaps;
}

type Cell = readonly [row: number, column: number];

/** Counts of which the reader knows the sum. */
interface Line {
  readonly cells: readonly Cell[];
  /** Whether the sum itself is left out. */
  readonly isSumGap: boolean;
}

function linesOf(rows: readonly Row[], gapsOfSum: readonly boolean[] | undefined): readonly Line[] {
  const across = rows.map((row, at) => ({ cells: row.map((_, column): Cell => [at, column]), isSumGap: false }));
  const down = (gapsOfSum ?? []).map((isSumGap, column) => ({
    cells: rows.map((_, row): Cell => [row, column]),
    isSumGap,
  }));
  return [...across, ...down];
}

/**
 * A line of which too much is known, and in which something can still be left out: a single gap could be worked out, and
 * several that come to less than `least` together tell about as few.
 */
function nextLine(
  lines: readonly Line[],
  { rows, gaps, least }: { rows: readonly Row[]; gaps: readonly (readonly boolean[])[]; least: number },
): Line | undefined {
  return lines.find(({ cells, isSumGap }) => {
    const inLine = cells.filter(([row, column]) => gaps[row]?.[column]);
    if (inLine.length === cells.length || inLine.length + Number(isSumGap) === 0) return false;
    const sum = inLine.reduce((all, [row, column]) => all + (rows[row]?.[column] ?? 0), 0);
    return inLine.length + Number(isSumGap) === 1 || (!isSumGap && sum < least);
  });
}

/** Small counts first, as they say least; zeros last, as they hide nothing. */
function bySize(rows: readonly Row[]): (one: Cell, other: Cell) => number {
  const size = ([row, column]: Cell) => rows[row]?.[column] || Number.MAX_SAFE_INTEGER;
  return (one, other) => size(one) - size(other);
}
