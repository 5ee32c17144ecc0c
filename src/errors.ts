import type { InputIssue } from './domain/input-issue.ts';

/** The run cannot go on, and somebody can do something about it: what happened, and what to do. */
export class UserError extends Error {
  readonly hint: string;

  constructor(what: string, { hint, cause }: { hint: string; cause?: unknown }) {
    super(what, { cause });
    this.hint = hint;
  }
}

/** A file of the user is wrong: every mistake in it. */
export class InvalidInput extends Error {
  readonly issues: readonly InputIssue[];

  constructor(issues: readonly InputIssue[]) {
    super(`${issues.length} mistakes in the input`);
    this.issues = [...issues].sort(byPlace);
  }
}

/** In the order in which somebody goes through the files. */
function byPlace({ place: one }: InputIssue, { place: other }: InputIssue): number {
  return one.file.localeCompare(other.file, 'en') || one.line - other.line || one.column - other.column;
}
