import type { BatchRow, EvaluatedRow } from './batch.ts';
import { type Status, statuses } from './finding.ts';
import type { Verdict } from './verdict.ts';

/** By what the files of a portfolio are told apart. */
export const dimensions = ['messenger', 'sector', 'state'] as const;
export type Dimension = (typeof dimensions)[number];

/** How often each of some things occurred. */
export type Counts<T> = ReadonlyMap<T, number>;

/** How many files come to which verdict, by group; `null` where the question that tells them apart is open. */
export type Groups = ReadonlyMap<string | null, Counts<Verdict>>;

/** All that is counted over rows. The order of the rows makes no difference. */
export interface Tally {
  readonly files: number;
  readonly broken: number;
  /** How many hold answers that do not fit together. */
  readonly inconsistent: number;
  /** Rows that had been counted already. */
  readonly doubles: number;
  /** First and last day of evaluation; `null` without a file. */
  readonly days: { readonly first: string; readonly last: string } | null;
  readonly verdicts: Counts<Verdict>;
  readonly by: Readonly<Record<Dimension, Groups>>;
  /** By id. */
  readonly questionnaires: ReadonlyMap<string, Counts<Verdict>>;
  /** By requirement: in how many files which status is the worst of it. */
  readonly requirements: ReadonlyMap<string, Counts<Status>>;
  /** By answer key. */
  readonly open: Counts<string>;
  /** How many verdicts end on a day. */
  readonly ends: Counts<string>;
  /** The files whose verdict ends first, in order. */
  readonly endingNext: readonly { readonly day: string; readonly file: string; readonly verdict: Verdict }[];
  /** The first of those that could not be evaluated, by name. */
  readonly brokenFiles: readonly string[];
}

/** As many files are named, whatever the number of all. */
const longestList = 20;

/** Counts rows one by one; what it holds grows with what differs among them, and a digest for each file. */
export class Tallying {
  readonly #seen = new Set<string>();
  readonly #verdicts = new Map<Verdict, number>();
  readonly #by: Record<Dimension, Map<string | null, Map<Verdict, number>>> = {
    messenger: new Map(),
    sector: new Map(),
    state: new Map(),
  };
  readonly #questionnaires = new Map<string, Map<Verdict, number>>();
  readonly #requirements = new Map<string, Map<Status, number>>();
  readonly #open = new Map<string, number>();
  readonly #ends = new Map<string, number>();
  #endingNext: Tally['endingNext'] = [];
  #brokenFiles: readonly string[] = [];
  #files = 0;
  #broken = 0;
  #inconsistent = 0;
  #doubles = 0;
  #days: Tally['days'] = null;

  add(row: BatchRow): void {
    // Two runs may have looked at the same file: shards that overlap, a list that is given twice.
    const name = JSON.stringify('problems' in row ? [row.file, row.problems] : [row.file, row.sha256, row.date]);
    if (this.#seen.has(name)) {
      this.#doubles++;
      return;
    }
    this.#seen.add(name);
    if ('problems' in row) {
      this.#broken++;
      this.#brokenFiles = [...this.#brokenFiles, row.file].sort().slice(0, longestList);
    } else {
      this.#count(row);
    }
  }

  #count(row: EvaluatedRow): void {
    const { verdict, date } = row;
    this.#files++;
    const days = [this.#days?.first ?? date, this.#days?.last ?? date, date].sort();
    this.#days = { first: days[0] ?? date, last: days.at(-1) ?? date };
    increase(this.#verdicts, verdict);
    for (const dimension of dimensions) increaseIn(this.#by[dimension], row[dimension], verdict);
    for (const { id, verdict: own } of row.questionnaires) increaseIn(this.#questionnaires, id, own);
    for (const [requirement, status] of worstStatuses(row)) increaseIn(this.#requirements, requirement, status);
    if (row.inconsistent !== undefined && row.inconsistent.length > 0) this.#inconsistent++;
    for (const key of row.open) increase(this.#open, key);
    if (row.ends !== null) {
      increase(this.#ends, row.ends);
      const ending = { day: row.ends, file: row.file, verdict };
      this.#endingNext = [...this.#endingNext, ending].sort(bySoonest).slice(0, longestList);
    }
  }

  /** What was counted so far. */
  get tally(): Tally {
    return {
      files: this.#files,
      broken: this.#broken,
      inconsistent: this.#inconsistent,
      doubles: this.#doubles,
      days: this.#days,
      verdicts: this.#verdicts,
      by: this.#by,
      questionnaires: this.#questionnaires,
      requirements: this.#requirements,
      open: this.#open,
      ends: this.#ends,
      endingNext: this.#endingNext,
      brokenFiles: this.#brokenFiles,
    };
  }
}

/** A requirement that is judged for several choices has the worst status of them. */
function worstStatuses({ findings }: EvaluatedRow): ReadonlyMap<string, Status> {
  const worst = new Map<string, Status>();
  for (const status of statuses) {
    for (const name of findings[status] ?? []) {
      const [requirement = ''] = name.split('@');
      if (!worst.has(requirement)) worst.set(requirement, status);
    }
  }
  return worst;
}

function bySoonest(one: { readonly day: string; readonly file: string }, other: typeof one): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1;
  return one.file < other.file ? -1 : 1;
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function increaseIn<G, K>(groups: Map<G, Map<K, number>>, group: G, key: K): void {
  const counts = groups.get(group) ?? new Map<K, number>();
  groups.set(group, counts);
  increase(counts, key);
}
