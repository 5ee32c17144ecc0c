import type { TemplateProblem } from '../domain/template-problem.ts';

/** A template of the user's own, read. */
export interface OwnTemplate {
  /** As in the package: `partials/letterhead.html.hbs`. */
  readonly name: string;
  /** As the user knows it, for messages. */
  readonly file: string;
  readonly text: string;
  readonly sha256: string;
}

/** Somebody else's template is wrong, and they can put it right: where, and what. */
export class TemplateMistake extends Error {
  readonly file: string;
  /** One-based; `null` where it concerns the file as a whole. */
  readonly line: number | null;
  readonly problem: TemplateProblem;

  constructor({ file, line }: { file: string; line: number | null }, problem: TemplateProblem, cause?: unknown) {
    super(`${file}:${line} ${problem.kind}`, { cause });
    this.file = file;
    this.line = line;
    this.problem = problem;
  }
}
