import { isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import type { InputIssue, Place, Problem } from '../domain/input-issue.ts';
import { type Entry, Reader } from './reader.ts';

/** What all readers of one file share. */
export interface ReaderContext {
  readonly file: string;
  readonly lines: LineCounter;
  /** Mistakes are collected here while reading goes on. */
  readonly issues: InputIssue[];
}

/** A reader of a YAML node: it knows the place of everything. */
export class YamlReader extends Reader {
  readonly #node: Node | null;
  readonly #context: ReaderContext;
  readonly #path: string;
  readonly #offset: number;

  /** `offset` is where a missing value would stand. */
  constructor(node: Node | null, context: ReaderContext, { path = '', offset = 0 } = {}) {
    super();
    this.#node = node;
    this.#context = context;
    this.#path = path;
    this.#offset = node?.range?.[0] ?? offset;
  }

  /** One-based. */
  get place(): Place {
    const { file, lines } = this.#context;
    const { line, col } = lines.linePos(this.#offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  report(problem: Problem): void {
    this.#context.issues.push({ place: this.place, path: this.#path, problem });
  }

  into(issues: InputIssue[]): YamlReader {
    return new YamlReader(this.#node, { ...this.#context, issues }, { path: this.#path, offset: this.#offset });
  }

  isFilled(): boolean {
    return isMap(this.#node) || isSeq(this.#node) || (this.scalar() ?? null) !== null;
  }

  is(kind: 'mapping' | 'list'): boolean {
    return kind === 'mapping' ? isMap(this.#node) : isSeq(this.#node);
  }

  entries(): readonly Entry<YamlReader>[] {
    if (!isMap(this.#node)) {
      this.reportType('mapping');
      return [];
    }
    return this.#node.items.map((pair) => {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      const path = this.#path === '' ? key : `${this.#path}.${key}`;
      const keyReader = new YamlReader(pair.key as Node, this.#context, { path });
      const value = new YamlReader(pair.value as Node | null, this.#context, { path, offset: keyReader.#offset });
      return [key, value, keyReader] as const;
    });
  }

  list<T>(read: (item: Reader) => T): readonly T[] {
    if (!isSeq(this.#node)) {
      this.reportType('list');
      return [];
    }
    return this.#node.items.map((item, index) =>
      read(new YamlReader(item as Node, this.#context, { path: `${this.#path}[${index}]` })),
    );
  }

  protected missing(): YamlReader {
    return new YamlReader(null, { ...this.#context, issues: [] });
  }

  protected scalar(): unknown {
    return isScalar(this.#node) ? this.#node.value : undefined;
  }

  protected found(): string {
    if (isMap(this.#node)) return 'mapping';
    if (isSeq(this.#node)) return 'list';
    const value = this.scalar();
    if (value === null || value === undefined) return '';
    // As it stands there: YAML has made 1.1 of 1.10 already.
    return (isScalar(this.#node) && typeof value !== 'string' && this.#node.source) || String(value);
  }
}
