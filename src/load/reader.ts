import { isDay } from '../domain/day.ts';
import type { InputIssue, Place, Problem } from '../domain/input-issue.ts';
import { languages, type Text } from '../domain/language.ts';

/** An entry of a mapping. */
export type Entry<R> = readonly [key: string, value: R, keyReader: R];

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * A cursor on a value in a file, whatever that was read with. It never throws: a mistake is recorded, and a value of the
 * right type stands in, so that one run finds every mistake. Whoever reads must discard the result once issues were
 * recorded.
 */
export abstract class Reader {
  /** Where it stands, as far as that is known. */
  abstract readonly place: Place;
  abstract report(problem: Problem): void;
  /** The same spot, with its issues collected elsewhere. */
  abstract into(issues: InputIssue[]): Reader;
  /** Whether there is a value at all. */
  abstract isFilled(): boolean;
  abstract is(kind: 'mapping' | 'list'): boolean;
  /** The entries of a mapping, in order; none, and an issue, for anything else. */
  abstract entries(): readonly Entry<Reader>[];
  /** Reads every item of a list. */
  abstract list<T>(read: (item: Reader) => T): readonly T[];
  /** Stands in for a required value that is missing. That was reported: what is read from it adds nothing. */
  protected abstract missing(): Reader;
  /** Text, number or boolean; `null` or `undefined` for anything else. */
  protected abstract scalar(): unknown;
  /** The value, or what it is, for a message. */
  protected abstract found(): string;

  /** Readers for the given keys of a mapping; an issue for every other key, and for a required one that is missing. */
  keys<R extends string, O extends string = never>(
    required: readonly R[],
    optional: readonly O[] = [],
  ): Readonly<Record<R, Reader> & Partial<Record<O, Reader>>> {
    const known: readonly string[] = required.length === 0 ? optional : [...required, ...optional];
    const found: Record<string, Reader> = {};
    for (const [key, value, keyReader] of this.entries()) {
      if (known.includes(key)) found[key] = value;
      else keyReader.report({ kind: 'unknown-key', key, known });
    }
    for (const key of required) {
      if (found[key] !== undefined) continue;
      if (this.is('mapping')) this.report({ kind: 'missing-key', key });
      found[key] = this.missing();
    }
    return found as Record<R, Reader> & Partial<Record<O, Reader>>;
  }

  /** A list, or one item standing for a list of it. */
  oneOrMore<T>(read: (item: Reader) => T): readonly T[] {
    return this.is('list') ? this.list(read) : [read(this)];
  }

  /** Text with something in it. */
  string(): string {
    const value = this.scalar();
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number' || typeof value === 'boolean') {
      this.report({ kind: 'needs-quotes', found: this.found() });
    } else {
      this.reportType(typeof value === 'string' ? 'filled-text' : 'text');
    }
    return '';
  }

  number(): number {
    const value = this.scalar();
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.reportType('number');
    return 0;
  }

  boolean(): boolean {
    const value = this.scalar();
    if (typeof value === 'boolean') return value;
    this.report({ kind: 'not-one-of', expected: ['true', 'false'], found: this.found() });
    return false;
  }

  isOneOf(expected: readonly string[]): boolean {
    return expected.some((one) => one === this.scalar());
  }

  oneOf<T extends string>(expected: readonly T[]): T {
    const value = this.scalar();
    const match = expected.find((one) => one === value);
    if (match === undefined) this.report({ kind: 'not-one-of', expected, found: this.found() });
    return match ?? (expected[0] as T);
  }

  id(): string {
    const value = this.string();
    if (value !== '' && !idPattern.test(value)) this.report({ kind: 'not-an-id', found: value });
    return value;
  }

  /** A calendar day, `YYYY-MM-DD`. */
  day(): string {
    const value = this.scalar();
    if (typeof value === 'string' && isDay(value)) return value;
    this.report({ kind: 'not-a-day', found: this.found() });
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

  /** A text in every language, or one that is the same in all of them, such as a title. */
  textOrName(): Text {
    if (this.is('mapping')) return this.text();
    const name = this.string();
    return { de: name, en: name };
  }

  protected reportType(expected: 'mapping' | 'list' | 'text' | 'number' | 'filled-text'): void {
    this.report({ kind: 'wrong-type', expected, found: this.found() });
  }
}
