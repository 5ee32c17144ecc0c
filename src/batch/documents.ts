import { Readable } from 'node:stream';
import { largestFile } from '../domain/input-issue.ts';
import { piecesOf } from '../files/pieces-of-file.ts';
import type { BatchInput } from './find-inputs.ts';
import { systemProblem, type Task } from './task.ts';

/** How much of a document or line that is too large is read, to say how large it is: a device may never end. */
const patience = 25 * largestFile;

export interface TaskSource {
  /** Opens standard input. */
  readonly stdin: () => Readable;
  /** Closes what is being read, which otherwise would keep the program from ending. */
  readonly signal: AbortSignal;
}

/** What is to be done for inputs, in their order. Of a stream there is never more in memory than one document. */
export async function* tasksOf(inputs: readonly BatchInput[], { stdin, signal }: TaskSource): AsyncGenerator<Task> {
  for (const input of inputs) {
    if (input.kind !== 'stream') {
      yield input;
      continue;
    }
    const { name, form } = input;
    const stream = name === '-' ? stdin() : Readable.from(piecesOf(name, signal));
    const close = () => stream.destroy();
    signal.addEventListener('abort', close);
    try {
      yield* documentsIn(stream, { name, form });
    } catch (error) {
      yield { kind: 'broken', name, problem: systemProblem(error) };
    } finally {
      signal.removeEventListener('abort', close);
    }
  }
}

/**
 * The documents of a stream, named after it. With `either`, lines of JSON are told from a single document by this: the
 * first line is a whole JSON object, and another line follows. Documents are numbered by their lines.
 */
export async function* documentsIn(
  source: AsyncIterable<Uint8Array>,
  { name, form }: { readonly name: string; readonly form: 'lines' | 'either' },
): AsyncGenerator<Task> {
  const reading: Reading = { inLines: true };
  const lines = linesIn(source, reading);
  if (form === 'either') {
    const start = await startOf(lines);
    const [first, second] = start.filter((line) => !isBlank(line));
    if (first === undefined || second === undefined || !isJsonObject(first)) {
      reading.inLines = false;
      yield singleDocument(name, start, lines);
      return;
    }
    yield documentOf(first, name);
    yield documentOf(second, name);
  }
  for await (const line of lines) if (!isBlank(line)) yield documentOf(line, name);
}

/** So many empty lines are no lines of JSON. */
const longestStart = 1000;

/** Up to the second line that says something. */
async function startOf(lines: AsyncGenerator<Line>): Promise<readonly Line[]> {
  const start: Line[] = [];
  // Not with `for await`, which would close the stream when it is left.
  for (let filled = 0; filled < 2 && start.length < longestStart; ) {
    const { value, done } = await lines.next();
    if (done) break;
    start.push(value);
    if (!isBlank(value)) filled++;
  }
  return start;
}

async function singleDocument(name: string, start: readonly Line[], lines: AsyncIterable<Line>): Promise<Task> {
  const pieces = start.map(({ bytes }) => bytes);
  let size = start.reduce((sum, { length }) => sum + length, 0);
  for await (const { bytes, length } of lines) {
    if (size <= largestFile) pieces.push(bytes);
    size += length;
    if (size > patience) break;
  }
  if (size > largestFile) return { kind: 'broken', name, problem: { kind: 'too-large', bytes: size } };
  return { kind: 'document', name, bytes: Buffer.concat(pieces) };
}

/** How a stream is cut from now on: into lines, or as it comes, which is faster by far. */
interface Reading {
  inLines: boolean;
}

export interface Line {
  readonly number: number;
  /** With its line break; cut where it is longer than any document may be. */
  readonly bytes: Uint8Array;
  readonly length: number;
}

function documentOf({ number, bytes, length }: Line, stream: string): Task {
  const name = `${stream}#${number}`;
  if (length > largestFile) return { kind: 'broken', name, problem: { kind: 'too-large', bytes: length } };
  return { kind: 'document', name, bytes };
}

function isBlank({ bytes }: Line): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

function isJsonObject({ bytes }: Line): boolean {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Lines with their breaks. What goes on for long without any ends the reading: it may be a device. */
export async function* linesIn(
  source: AsyncIterable<Uint8Array>,
  reading: Readonly<Reading> = { inLines: true },
): AsyncGenerator<Line> {
  let number = 1;
  let length = 0;
  let pieces: Uint8Array[] = [];
  const take = (piece: Uint8Array) => {
    if (length <= largestFile) pieces.push(piece);
    length += piece.length;
  };
  const line = (): Line => ({ number, length, bytes: Buffer.concat(pieces) });
  for await (const chunk of source) {
    let start = 0;
    while (start < chunk.length) {
      const end = reading.inLines ? chunk.indexOf(0x0a, start) : chunk.length - 1;
      take(chunk.subarray(start, end === -1 ? undefined : end + 1));
      if (end === -1) break;
      yield line();
      [number, length, pieces, start] = [number + 1, 0, [], end + 1];
    }
    if (length > patience) break;
  }
  if (length > 0) yield line();
}
