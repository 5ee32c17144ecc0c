import type { Readable } from 'node:stream';
import type { InputFile } from './domain/input-issue.ts';
import { lock } from './files/lock.ts';
import { realPath } from './files/real-path.ts';
import { type OutputFile, openOutput, replaceFile } from './files/write-files.ts';
import type { Prompter } from './interview/prompter.ts';
import type { TellingOptions } from './interview/telling.ts';

/** How a person is asked. */
export interface PrompterManner extends TellingOptions {
  /** In plain lines, for screen readers and pipes. */
  readonly isAccessible: boolean;
}

/** The outside world, as far as a command needs it. Paths are as the user gave them. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Whether somebody sits at the terminal, for reading keys and for drawing prompts. */
  readonly isInteractive: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
  readonly hasColor: boolean;
  /** Whether standard output is a terminal, where bytes make no sense. */
  readonly isTerminal: boolean;
  /** Whether standard error is one, where a line can be drawn again. */
  readonly isErrorTerminal: boolean;
  readonly stdout: (content: string | Uint8Array) => void;
  readonly stderr: (text: string) => void;
  /** Writes to standard output and waits until it is taken; `false` once nobody reads it any more (`| head`). */
  readonly print: (text: string) => Promise<boolean>;
  /** Resolves once standard output has taken all. Rejects with the error of `node:fs` where it could not, as on a full disk. */
  readonly written: () => Promise<void>;
  /** Standard input, as it comes. */
  readonly stdin: () => Readable;
  /** A file, or standard input for `-`. Rejects with the error of `node:fs`. */
  readonly read: (file: string) => Promise<InputFile>;
  /** What a file holds, or standard input for `-`, read as it is wanted. Throws the error of `node:fs`. */
  readonly pieces: (file: string) => AsyncIterable<Uint8Array>;
  /** Paths of all files in a folder, relative to it, with `/`, sorted. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** Replaces a file whole or not at all. */
  readonly write: (file: string, content: string | Uint8Array) => Promise<void>;
  /** Begins a file that is written bit by bit, and is there when it is whole. Rejects with the error of `node:fs`. */
  readonly openOutput: (file: string) => Promise<OutputFile>;
  /** The real path of a file; of one that is not there yet, the path where it would be. */
  readonly realPath: (file: string) => Promise<string>;
  /** Takes a file for this process, which lets go of it with what it gets. Rejects with `FileTaken`, or the error of `node:fs`. */
  readonly lock: (file: string) => Promise<() => Promise<void>>;
  /** Runs something that Ctrl-C and `kill` ask to stop. Whoever asks twice ends the program. */
  readonly untilInterrupted: <T>(run: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /** Asks the person at the terminal, or line by line. */
  readonly createPrompter: (manner: PrompterManner) => Promise<Prompter>;
}

/** The name that stands for standard input. */
export const standardInput = '-';

export const processIo: Io = {
  env: process.env,
  now: () => new Date(),
  // Asked for when it matters: Node takes its time to open a stream, and most commands read no standard input.
  get isInteractive() {
    return Boolean(process.stdin.isTTY && process.stderr.isTTY);
  },
  // Some terminals do not know their width, and say 0.
  columns: process.stdout.columns || 100,
  hasColor: hasColor(process.stdout),
  isTerminal: Boolean(process.stdout.isTTY),
  get isErrorTerminal() {
    return Boolean(process.stderr.isTTY);
  },
  stdout: (content) => writeTo(process.stdout, content),
  stderr: (text) => writeTo(process.stderr, text),
  print: (text) => new Promise((resolve) => writeTo(process.stdout, text, (error) => resolve(!error))),
  stdin: () => process.stdin,
  written,
  // What reads files is loaded with the first of them.
  read: async (file) => {
    const { readStream, readWhole } = await import('./files/read-files.ts');
    return file === standardInput ? readStream(file, process.stdin) : readWhole(file);
  },
  pieces: async function* (file) {
    const { piecesOf } = await import('./files/pieces-of-file.ts');
    yield* file === standardInput ? process.stdin : piecesOf(file);
  },
  list: async (folder) => (await import('./files/read-files.ts')).listFiles(folder),
  write: replaceFile,
  openOutput,
  realPath,
  lock,
  untilInterrupted: async (run) => {
    const stopping = new AbortController();
    const stop = () => stopping.abort();
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
    try {
      return await run(stopping.signal);
    } finally {
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop);
    }
  },
  createPrompter: async ({ isAccessible, ...telling }) => {
    const { Dialogue } = await import('./interview/dialogue.ts');
    const { stdin: input, stderr: output } = process;
    // Ctrl-C between two prompts, a closed terminal and `kill` are ways to leave like Ctrl-C at a prompt. Not `once`:
    // inquirer's exit hook ends the process as soon as nobody else listens.
    const leaving = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leaving.abort());
    const device = { words: telling.words.interview, input, output, signal: leaving.signal };
    if (isAccessible) {
      const { PlainScreen } = await import('./interview/plain-screen.ts');
      return new Dialogue(new PlainScreen(device), telling);
    }
    // Loaded only here: no other command needs inquirer.
    const { TerminalScreen } = await import('./interview/terminal-screen.ts');
    const size = () => ({ columns: output.columns ?? 80, rows: output.rows ?? 24 });
    return new Dialogue(new TerminalScreen({ ...device, hasColor: hasColor(output), size }), telling);
  },
};

const outputs = { pending: Promise.resolve() };
let outputError: NodeJS.ErrnoException | undefined;

async function written(): Promise<void> {
  await outputs.pending;
  if (outputError) throw outputError;
}

/** A reader that has seen enough (`| head`) closes the pipe; that is no error of ours. Others are told by `written`. */
function writeTo(
  stream: NodeJS.WriteStream,
  content: string | Uint8Array,
  onTaken?: (error?: Error | null) => void,
): void {
  if (stream.listenerCount('error') === 0) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // Where complaints cannot be written, there is nobody to tell.
      if (error.code !== 'EPIPE' && stream === process.stdout) outputError ??= error;
    });
  }
  outputs.pending = new Promise((resolve) => {
    stream.write(content, (error) => {
      onTaken?.(error);
      // After the error was emitted.
      setImmediate(resolve);
    });
  });
}

/** Whether to colour a stream: https://no-color.org, and nothing but terminals. */
function hasColor({ isTTY }: { isTTY?: boolean }): boolean {
  return Boolean(isTTY) && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}
