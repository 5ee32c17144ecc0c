import type { BatchCounts, BatchResult } from '../domain/batch.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Language } from '../domain/language.ts';
import type { Wording } from '../wording/wording.ts';

/** What all files of a batch share. */
export interface BatchContext {
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly words: Wording;
  /** Day of evaluation, `YYYY-MM-DD`. */
  readonly date: string;
  /** Of messenger-check. */
  readonly version: string;
  /** Whether the text goes to a terminal that shows colours. */
  readonly hasColor: boolean;
  /** Width of the terminal it goes to; absent where it goes elsewhere. */
  readonly columns?: number;
}

/**
 * A format of a batch. Its text is made file by file, so that a batch of any size fits into memory, and by nothing but
 * the file, so that workers can make it. The whole is head, files with `between` between them, and tail.
 */
export interface BatchFormat {
  /** Whether it says for every finding what settles it; the others do so for what is open. */
  readonly saysWhy?: boolean;
  readonly head: (context: BatchContext) => string;
  readonly row: (result: BatchResult, context: BatchContext) => string;
  readonly between: string;
  readonly tail: (counts: BatchCounts, context: BatchContext) => string;
}
