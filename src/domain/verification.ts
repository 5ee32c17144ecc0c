import type { Redaction } from './redaction.ts';

/** What comes of making a report again from the data it carries. */
export type Verification = IdenticalReport | DifferentReport | ImpossibleVerification;

export interface IdenticalReport {
  readonly kind: 'identical';
  /** Digest of the answer file it carries. */
  readonly sha256: string;
  readonly redacted: readonly Redaction[];
  /** Names of the templates of somebody's own with which it was made. */
  readonly templates: readonly string[];
  /** Names of files that were taken from the report, as nothing tells what they were called. */
  readonly taken: readonly string[];
  readonly version: OtherVersion | null;
}

export interface DifferentReport {
  readonly kind: 'differs';
  /** Whether the answers it carries are not those of the digest it states. */
  readonly isAnswersChanged: boolean;
  /** Files with questionnaires that are not as they were. */
  readonly changed: readonly ChangedFile[];
  /** Templates of somebody's own that are not as they were. */
  readonly changedTemplates: readonly ChangedFile[];
  readonly versions: readonly (OtherVersion & { readonly id: string })[];
  readonly version: OtherVersion | null;
  /** Whether the answers could be evaluated at all. */
  readonly isReadable: boolean;
  /** `null` where the report is the same all the same, or could not be made. */
  readonly difference: Difference | null;
}

export interface ImpossibleVerification {
  readonly kind: 'impossible';
  readonly problem:
    | 'word-document'
    | 'pdf'
    | 'no-data'
    | 'several'
    | 'broken'
    | 'other-format'
    | 'too-large'
    | 'unreadable-answers';
}

/** `null`: there was, or is, none. */
export interface OtherVersion {
  readonly made: string | null;
  readonly here: string | null;
}

export interface ChangedFile {
  readonly name: string;
  readonly how: 'changed' | 'missing' | 'added';
}

/** Where two texts part. */
export interface Difference {
  /** One-based, in the text that was found. */
  readonly line: number;
  /** Heading or key under which it stands; `null` above the first, and in the data. */
  readonly section: string | null;
  /** `bytes`, `markup`: only line ends or encoding, only the structure of the page differ; the words are the same. */
  readonly what: 'text' | 'data' | 'markup' | 'bytes';
  /** What stands there, and what should. */
  readonly found: string;
  readonly expected: string;
}
