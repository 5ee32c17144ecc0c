import type { Wording } from '../wording/wording.ts';

/** What can be done at a question besides answering it, each by a key that is the same everywhere. */
export const actions = [
  'accept',
  'unknown',
  'not-applicable',
  'later',
  'back',
  'note',
  'evidence',
  'help',
  'go',
  'overview',
  'editor',
  'quit',
] as const;
export type Action = (typeof actions)[number];

/** What somebody did: took an entry or wrote a text, chose an action by its key, or wants out of this question. */
export type Taken<T> =
  | { readonly kind: 'taken'; readonly value: T }
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'escape' };

/** One thing that can be taken from a list. */
export interface Entry<T> {
  readonly value: T;
  readonly name: string;
}

export interface Asked {
  /** Stands above the question while it is open. */
  readonly status?: string;
  readonly message: string;
  /** What its keys offer; none where only an escape leads out. */
  readonly actions: readonly Action[];
}

export interface Pick<T> extends Asked {
  readonly entries: readonly Entry<T>[];
  /** Where the cursor starts. */
  readonly initial?: number;
}

export interface Tick<T> extends Asked {
  readonly entries: readonly Entry<T>[];
  readonly ticked: readonly T[];
  /** What becomes of nothing ticked; where nothing is said, it is taken as it is. */
  readonly none?: 'asked-again' | 'refused';
  /** What is wrong with a selection, or `undefined`. */
  readonly mistakeIn?: (ticked: readonly T[]) => string | undefined;
}

export interface Type extends Asked {
  /** The text to go on from. */
  readonly initial?: string;
  /** What is wrong with a text, or `undefined`. */
  readonly mistakeIn: (text: string) => string | undefined;
  /** Opens the person's own editor at once. */
  readonly inEditor?: boolean;
}

/** What every device needs. */
export interface DeviceOptions {
  readonly words: Wording['interview'];
  readonly input: NodeJS.ReadStream;
  /** Questions go to standard error: standard output is for results. */
  readonly output: NodeJS.WriteStream;
  /** Aborted when the person leaves by other ways than a key. */
  readonly signal: AbortSignal;
}

/** A device to ask a person with: a terminal that draws, or plain lines. Each method rejects with `PersonLeft`. */
export interface Screen {
  pick<T>(question: Pick<T>): Promise<Taken<T>>;
  tick<T>(question: Tick<T>): Promise<Taken<readonly T[]>>;
  /** The text without white space around it; lines in it stay lines. */
  type(question: Type): Promise<Taken<string>>;
  /** A heading, or something that is to be noticed. */
  say(text: string): void;
  /** Explanations, each with a title or none. */
  explain(parts: readonly Explained[]): void;
  /** What stays of a question that is over. */
  done(message: string, answer: string): void;
  /** Lets go of the input. */
  close(): void;
}

export type Explained = readonly [title: string, text: string];

/** Somebody closed the terminal, pressed Ctrl+C, or there is nothing more to read. */
export class PersonLeft extends Error {
  override readonly name = 'PersonLeft';
}
