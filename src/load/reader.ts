import { isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import { isDay } from '../domain/day.ts';
import type { InputIssue, Place, Problem } from '../domain/input-issue.ts';
import { languages, type Text } from '../domain/language.ts';

/** What all readers of one file share. */
export interface ReaderContext {
  readonly file: string;
  readonly lines: LineCounter;
  /** Mistakes are collected here while reading goes on. */
  readonly issues: InputIssue[];
}

/** The place of an offset in a file, one-based. */
function placeAt(offset: number, { file, lines }: Pick<ReaderContext, 'file' | 'lines'>): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
}

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * A cursor on a YAML node. It never throws: a mistake is recorded, and a value of the right type stands in,
 * so that one run finds every mistake. Whoever reads must discard the result once issues were recorded.
 */
export class Reader {
  readonly #node: Node | null;
  readonly #context: ReaderContext;
  readonly path: string;
  readonly #offset: number;

  /** `offset` is where a missing value would stand. */
  constructor(node: Node | null, context: ReaderContext, { path = '', offset = 0 } = {}) {
    this.#node = node;
    this.#context = context;
    this.path = path;
    this.#offset = node?.range?.[0] ?? offset;
  }

  get place(): Place {
    return placeAt(this.#offset, this.#context);
  }

  report(problem: Problem): void {
    this.#context.issues.push({ place: this.place, path: this.path, problem });
  }

  /** The same spot, with its issues collected elsewhere. */
  into(issues: InputIssue[]): Reader {
    return new Reader(this.#node, { ...this.#context, issues }, { path: this.path, offset: this.#offset });
  }

  /** Whether there is a value at all. */
  isFilled(): boolean {
    return isMap(this.#node) || isSeq(this.#node) || (this.#scalar() ?? null) !== null;
  }

  is(kind: 'mapping' | 'list'): boolean {
    return kind === 'mapping' ? isMap(this.#node) : isSeq(this.#node);
  }

  /** The entries of a mapping, in order; none, and an issue, for anything else. */
  entries(): readonly (readonly [key: string, value: Reader, keyReader: Reader])[] {
    if (!isMap(this.#node)) {
      this.#reportType('mapping');
      return [];
    }
    return this.#node.items.map((pair) => {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      const path = this.path === '' ? key : `${this.path}.${key}`;
      const keyReader = new Reader(pair.key as Node, this.#context, { path });
      const value = new Reader(pair.value as Node | null, this.#context, { path, offset: keyReader.#offset });
      return [key, value, keyReader] as const;
    });
  }

  /** Readers for the given keys of a mapping; an issue for every other key, and for a required one that is missing. */
  keys<R extends string, O extends string = never>(
    required: readonly R[],
    optional: readonly O[] = [],
  ): Readonly<Record<R, Reader> & Partial<Record<O, Reader>>> {
    const known: readonly string[] = [...required, ...optional];
    const entries = this.entries();
    for (const [key, , keyReader] of entries) {
      if (!known.includes(key)) keyReader.report({ kind: 'unknown-key', key, known });
    }
    const found = new Map(entries.map(([key, value]) => [key, value]));
    for (const key of required) {
      if (found.has(key)) continue;
      if (isMap(this.#node)) this.report({ kind: 'missing-key', key });
      // Reported once: what is read from the missing value adds nothing.
      found.set(key, new Reader(null, { ...this.#context, issues: [] }));
    }
    return Object.fromEntries(found) as Record<R, Reader> & Partial<Record<O, Reader>>;
  }

  /** Reads every item of a list. */
  list<T>(read: (item: Reader) => T): readonly T[] {
    if (!isSeq(this.#node)) {
      this.#reportType('list');
      return [];
    }
    return this.#node.items.map((item, index) =>
      read(new Reader(item as Node, this.#context, { path: `${this.path}[${index}]` })),
    );
  }

  /** A list, or one item standing for a list of it. */
  oneOrMore<T>(read: (item: Reader) => T): readonly T[] {
    return isSeq(this.#node) ? this.list(read) : [read(this)];
  }

  /** Text with something in it. */
  string(): string {
    const value = this.#scalar();
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number' || typeof value === 'boolean') {
      this.report({ kind: 'needs-quotes', found: this.#found() });
    } else {
      this.#reportType(typeof value === 'string' ? 'filled-text' : 'text');
    }
    return '';
  }

  number(): number {
    const value = this.#scalar();
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.#reportType('number');
    return 0;
  }

  boolean(): boolean {
    const value = this.#scalar();
    if (typeof value === 'boolean') return value;
    this.report({ kind: 'not-one-of', expected: ['true', 'false'], found: this.#found() });
    return false;
  }

  isOneOf(expected: readonly string[]): boolean {
    return expected.some((one) => one === this.#scalar());
  }

  oneOf<T extends string>(expected: readonly T[]): T {
    const value = this.#scalar();
    const match = expected.find((one) => one === value);
    if (match === undefined) this.report({ kind: 'not-one-of', expected, found: this.#found() });
    return match ?? (expected[0] as T);
  }

  id(): string {
    const value = this.string();
    if (value !== '' && !idPattern.test(value)) this.report({ kind: 'not-an-id', found: value });
    return value;
  }

  /** A calendar day, `YYYY-MM-DD`. */
  day(): string {
    const value = this.#scalar();
    if (typeof value === 'string' && isDay(value)) return value;
    this.report({ kind: 'not-a-day', found: this.#found() });
    return '';
  }

  /** A year, a month or a day: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  partialDay(): string {
    const value = this.string();
    const isPartial = /^\d{4}(-\d{2}){0,2}$/.test(value) && isDay(`${value}-01-01`.slice(0, 10));
    if (value !== '' && !isPartial) this.report({ kind: 'not-a-day', found: value });
    return value;
  }

  address(): string {
    const value = this.string();
    if (value !== '' && !/^https?:\/\/\S+$/.test(value)) this.report({ kind: 'not-an-address', found: value });
    return value;
  }

  text(): Text {
    const readers = this.keys(languages);
    return { de: readers.de.string(), en: readers.en.string() };
  }

  #scalar(): unknown {
    return isScalar(this.#node) ? this.#node.value : undefined;
  }

  #found(): string {
    if (isMap(this.#node)) return 'mapping';
    if (isSeq(this.#node)) return 'list';
    const value = this.#scalar();
    if (value === null || value === undefined) return '';
    // As it stands there: YAML has made 1.1 of 1.10 already.
    return (isScalar(this.#node) && typeof value !== 'string' && this.#node.source) || String(value);
  }

  #reportType(expected: 'mapping' | 'list' | 'text' | 'number' | 'filled-text'): void {
    this.report({ kind: 'wrong-type', expected, found: this.#found() });
  }
}
