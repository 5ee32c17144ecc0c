import type { InputIssue, Place, Problem } from '../domain/input-issue.ts';
import type { PlainValue } from './own-form-cursor.ts';
import { type Entry, Reader } from './reader.ts';

const nowhere: Place = { file: '', line: 1, column: 1 };

/** A reader of a value that has lost its place. Its issues say that something is wrong, not where. */
export class PlainReader extends Reader {
  readonly place = nowhere;
  readonly #value: PlainValue;
  readonly #issues: InputIssue[];

  constructor(value: PlainValue, issues: InputIssue[]) {
    super();
    this.#value = value;
    this.#issues = issues;
  }

  report(problem: Problem): void {
    this.#issues.push({ place: nowhere, path: '', problem });
  }

  into(issues: InputIssue[]): PlainReader {
    return new PlainReader(this.#value, issues);
  }

  isFilled(): boolean {
    return this.#value !== null;
  }

  is(kind: 'mapping' | 'list'): boolean {
    return kind === 'mapping' ? this.#value instanceof Map : Array.isArray(this.#value);
  }

  entries(): readonly Entry<PlainReader>[] {
    const entries: Entry<PlainReader>[] = [];
    if (!(this.#value instanceof Map)) {
      this.reportType('mapping');
      return entries;
    }
    for (const [key, value] of this.#value) {
      entries.push([key, new PlainReader(value, this.#issues), new PlainReader(key, this.#issues)]);
    }
    return entries;
  }

  /** Without a reader for every key, which is much of the work in a batch, unless there is something to say. */
  override keys<R extends string, O extends string = never>(
    required: readonly R[],
    optional: readonly O[] = [],
  ): Readonly<Record<R, Reader> & Partial<Record<O, Reader>>> {
    const mapping = this.#value;
    if (!(mapping instanceof Map)) return super.keys(required, optional);
    const found: Record<string, Reader> = {};
    let left = mapping.size;
    for (const key of required) {
      const value: PlainValue | undefined = mapping.get(key);
      if (value === undefined) return super.keys(required, optional);
      found[key] = new PlainReader(value, this.#issues);
      left--;
    }
    for (const key of optional) {
      const value: PlainValue | undefined = mapping.get(key);
      if (value === undefined) continue;
      found[key] = new PlainReader(value, this.#issues);
      left--;
    }
    if (left > 0) return super.keys(required, optional);
    return found as Record<R, Reader> & Partial<Record<O, Reader>>;
  }

  list<T>(read: (item: Reader) => T): readonly T[] {
    if (!Array.isArray(this.#value)) {
      this.reportType('list');
      return [];
    }
    return this.#value.map((item) => read(new PlainReader(item, this.#issues)));
  }

  protected missing(): PlainReader {
    return new PlainReader(null, []);
  }

  protected scalar(): unknown {
    return typeof this.#value === 'object' ? undefined : this.#value;
  }

  protected found(): string {
    return String(this.#value);
  }
}
