/** Where in a file, one-based; a file as a whole has line 1, column 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A mistake in the user's file: what it is, as data. `wording/` says it in words, with what to do about it. */
export interface InputIssue {
  readonly place: Place;
  /** Path of keys to the spot, such as `answers.e2ee-messages.value`; empty for the file as a whole. */
  readonly path: string;
  readonly problem: Problem;
}

/** What ids can refer to. */
export type Noun =
  | 'question'
  | 'questionnaire'
  | 'requirement'
  | 'source'
  | 'evidence'
  | 'contradiction'
  | 'inconsistency'
  | 'profile';

export type Problem =
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'not-utf8' }
  | { readonly kind: 'empty-file' }
  /** Of a form, all lines may still be commented out. */
  | { readonly kind: 'only-comments' }
  | { readonly kind: 'yaml'; readonly message: string }
  | { readonly kind: 'duplicate-key'; readonly key: string }
  | { readonly kind: 'alias' }
  | { readonly kind: 'too-deep' }
  | { readonly kind: 'too-dense'; readonly limit: number }
  | { readonly kind: 'several-documents' }
  | { readonly kind: 'control-character'; readonly code: string }
  | { readonly kind: 'missing-key'; readonly key: string }
  | { readonly kind: 'unknown-key'; readonly key: string; readonly known: readonly string[] }
  | { readonly kind: 'wrong-type'; readonly expected: ExpectedType; readonly found: string }
  | { readonly kind: 'needs-quotes'; readonly found: string }
  | { readonly kind: 'not-one-of'; readonly expected: readonly string[]; readonly found: string }
  | { readonly kind: 'chosen-twice'; readonly found: string }
  | { readonly kind: 'not-an-id'; readonly found: string }
  | { readonly kind: 'not-a-day'; readonly found: string }
  | { readonly kind: 'not-an-address'; readonly found: string }
  | { readonly kind: 'wrong-format'; readonly expected: string; readonly found: string }
  | { readonly kind: 'unknown-id'; readonly noun: Noun; readonly id: string; readonly known: readonly string[] }
  | { readonly kind: 'duplicate-id'; readonly noun: Noun; readonly id: string; readonly first: Place }
  | { readonly kind: 'test-does-not-fit'; readonly question: string; readonly expected: readonly string[] }
  | { readonly kind: 'item-needed'; readonly question: string; readonly each: string }
  | { readonly kind: 'item-not-expected'; readonly question: string }
  | { readonly kind: 'not-applicable-not-allowed'; readonly question: string }
  | { readonly kind: 'ask-cycle'; readonly questions: readonly string[] }
  | { readonly kind: 'only-together'; readonly keys: readonly string[] }
  | { readonly kind: 'source-needed' }
  | { readonly kind: 'excludes-nothing' }
  | { readonly kind: 'not-raised'; readonly requirement: string; readonly level: string }
  | { readonly kind: 'extends-extension'; readonly questionnaire: string; readonly base: string }
  | { readonly kind: 'exactly-one-of'; readonly keys: readonly string[] }
  | { readonly kind: 'days-reversed'; readonly from: string; readonly until: string }
  | { readonly kind: 'never-fulfilled'; readonly requirement: string }
  | { readonly kind: 'never-violated'; readonly requirement: string }
  | { readonly kind: 'never-inconsistent'; readonly inconsistency: string }
  /** `example`: answers with which it happens. */
  | { readonly kind: 'statuses-overlap'; readonly requirement: string; readonly example: string }
  | { readonly kind: 'decided-by-unasked'; readonly requirement: string; readonly example: string }
  | { readonly kind: 'too-many-combinations'; readonly requirement: string; readonly limit: number }
  | { readonly kind: 'question-unread'; readonly question: string }
  | { readonly kind: 'question-unlisted'; readonly question: string }
  | { readonly kind: 'choice-without-effect'; readonly question: string; readonly choice: string }
  | { readonly kind: 'version-differs'; readonly recorded: string; readonly current: string };

export type ExpectedType = 'mapping' | 'list' | 'text' | 'number' | 'condition' | 'choices' | 'filled-text';

/** What reading a file gives: the value, with what is odd but harmless, or every mistake in it. */
export type Loaded<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly InputIssue[] }
  | { readonly ok: false; readonly issues: readonly InputIssue[] };

/** A file as it lies on the disk. */
export interface InputFile {
  /** As the user knows it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** In bytes. Answer files of hundreds of questions with long notes stay far below. */
export const largestFile = 2_000_000;
