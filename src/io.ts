import { createHash } from 'node:crypto';
import { constants, open, readdir, readFile, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { piecesOf, wholeOf } from './batch/pieces-of-file.ts';
import { hasCode } from './domain/has-code.ts';
import type { InputFile } from './domain/input-issue.ts';
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

/** A file that replaces another only when it is whole. */
export interface OutputFile {
  readonly write: (content: string | Uint8Array) => Promise<void>;
  readonly commit: () => Promise<void>;
  /** Leaves everything as it was. */
  readonly discard: () => Promise<void>;
}

/** The name that stands for standard input. */
export const standardInput = '-';

export const processIo: Io = {
  env: process.env,
  now: () => new Date(),
  isInteractive: Boolean(process.stdin.isTTY && process.stderr.isTTY),
  columns: process.stdout.columns ?? 100,
  hasColor: hasColor(process.stdout),
  isTerminal: Boolean(process.stdout.isTTY),
  isErrorTerminal: Boolean(process.stderr.isTTY),
  stdout: (content) => writeTo(process.stdout, content),
  stderr: (text) => writeTo(process.stderr, text),
  print: (text) => new Promise((resolve) => writeTo(process.stdout, text, (error) => resolve(!error))),
  stdin: () => process.stdin,
  written,
  read: async (file) => inputFile(file, await bytesOf(file)),
  pieces: (file) => (file === standardInput ? process.stdin : piecesOf(file)),
  list: async (folder) => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
      .sort();
  },
  write: (file, content) => oneAfterAnother(file, () => writeAtomically(file, content)),
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

/** Reports have a few megabytes. Whatever is larger was given by mistake, or is a device that never ends. */
const largestInput = 50_000_000;

async function bytesOf(file: string): Promise<Uint8Array> {
  if (file === standardInput) return wholeOf(process.stdin, largestInput);
  const stats = await stat(file);
  return stats.isFile() && stats.size <= largestInput ? readFile(file) : wholeOf(piecesOf(file), largestInput);
}

/** A file with its digest, from its bytes. */
export function inputFile(name: string, bytes: Uint8Array): InputFile {
  return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

const writing = new Map<string, Promise<void>>();

/** Two writes of one file at once would share the file beside it. */
function oneAfterAnother(file: string, write: () => Promise<void>): Promise<void> {
  const before = writing.get(file) ?? Promise.resolve();
  const written = before.catch(() => undefined).then(write);
  writing.set(file, written);
  return written;
}

/** Through links, even where the last of them leads to a file that is not there yet. */
async function realPath(file: string): Promise<string> {
  const target = path.resolve(await realpath(file).catch(() => linkTarget(file)));
  const folder = path.dirname(target);
  return path.join(await realpath(folder).catch(() => folder), path.basename(target));
}

/** Where a link leads whose file is not there yet; the file itself where it is none. */
async function linkTarget(file: string): Promise<string> {
  const link = await readlink(file).catch(() => undefined);
  return link === undefined ? file : path.resolve(path.dirname(file), link);
}

/** Somebody else has the file. */
export class FileTaken extends Error {
  /** The file that says so. */
  readonly note: string;
  readonly holder: string;

  constructor({ note, holder }: { readonly note: string; readonly holder: string }) {
    super(`${note} says ${holder}`);
    this.note = note;
    this.holder = holder;
  }
}

/** A note beside the file. One that a process left which is no more is taken over. */
async function lock(file: string): Promise<() => Promise<void>> {
  const target = await realPath(file);
  const note = path.join(path.dirname(target), `.${path.basename(target)}.messenger-check-lock`);
  await removeStale(note);
  try {
    const handle = await open(note, 'wx');
    try {
      await handle.writeFile(`${process.pid} ${hostname()}`).finally(() => handle.close());
    } catch (error) {
      // Nothing is left where the disk is full.
      await rm(note, { force: true });
      throw error;
    }
  } catch (error) {
    const holder = (await noteIn(note)) ?? '?';
    if (hasCode(error, 'EEXIST')) throw new FileTaken({ note, holder });
    throw error;
  }
  return () => rm(note, { force: true });
}

/** Removes a note that a process left which is no more; one starter at a time, so that none removes the next one's. */
async function removeStale(note: string): Promise<void> {
  const isStale = async () => {
    const left = await noteIn(note);
    return left !== undefined && isGone(left);
  };
  if (!(await isStale())) return;
  const guard = `${note}-takeover`;
  const handle = await open(guard, 'wx').catch(() => undefined);
  // Whoever else is at it leaves a note of its own, and then has the file.
  if (handle === undefined) return;
  try {
    if (await isStale()) await rm(note, { force: true });
  } finally {
    await handle.close();
    await rm(guard, { force: true });
  }
}

const longestNote = 300;

/** What a note says; `undefined` where there is none, or something else in its place: a link, a pipe, another text. */
async function noteIn(file: string): Promise<string | undefined> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const handle = await open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(() => undefined);
  try {
    if (!(await handle?.stat())?.isFile()) return undefined;
    const read = await handle?.read(Buffer.alloc(longestNote), 0, longestNote, 0);
    const text = read?.buffer.toString('utf8', 0, read.bytesRead) ?? '';
    return /^\d+ \S+$/.test(text) ? text : undefined;
  } finally {
    await handle?.close();
  }
}

/** Whether a note names a process of this machine that has ended. Of others, and of a note just begun, nobody can tell. */
function isGone(note: string): boolean {
  const [, id, host] = /^(\d+) (.+)$/.exec(note) ?? [];
  if (host !== hostname()) return false;
  try {
    process.kill(Number(id), 0);
    return false;
  } catch (error) {
    return !hasCode(error, 'EPERM');
  }
}

async function writeAtomically(file: string, content: string | Uint8Array): Promise<void> {
  const output = await openOutput(file);
  try {
    await output.write(content);
    await output.commit();
  } catch (error) {
    await output.discard();
    throw error;
  }
}

/**
 * Writes beside the file and renames: whoever reads, and whatever dies in between, sees the old or the new content.
 * The name of the file beside is always the same, so that a killed run leaves at most one, and the next one takes it.
 */
async function openOutput(file: string): Promise<OutputFile> {
  const there = await stat(file).catch(() => undefined);
  if (there && !there.isFile() && !there.isDirectory()) return openDevice(file);
  const target = await realpath(file).catch(() => linkTarget(file));
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.messenger-check`);
  const mode = there?.mode;
  // Made anew: what lies there could be a link that somebody put into the folder, to have another file overwritten.
  await rm(beside, { force: true });
  const handle = await open(beside, 'wx', mode);
  const discard = async () => {
    await handle.close().catch(() => undefined);
    await rm(beside, { force: true });
  };
  try {
    // The mode given to `open` is cut by the umask.
    if (mode !== undefined) await handle.chmod(mode);
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    write: (content) => handle.writeFile(content),
    commit: async () => {
      await handle.sync();
      await handle.close();
      await rename(beside, target);
    },
    discard,
  };
}

/** What is no file, such as `/dev/null` or a pipe, is written to and not replaced. */
async function openDevice(file: string): Promise<OutputFile> {
  const handle = await open(file, 'w');
  return {
    write: (content) => handle.writeFile(content),
    commit: () => handle.close(),
    discard: () => handle.close().catch(() => undefined),
  };
}
