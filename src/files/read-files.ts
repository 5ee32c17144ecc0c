import { readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { InputFile } from '../domain/input-issue.ts';
import { inputFile } from './input-file.ts';
import { piecesOf, wholeOf } from './pieces-of-file.ts';

/** Reports have a few megabytes. Whatever is larger was given by mistake, or is a device that never ends. */
const largestInput = 50_000_000;
/** What is read in no time on any disk. */
const smallInput = 1_000_000;

/** All of a file. Rejects with the error of `node:fs`, `EFBIG` where it is far too large. */
export async function readWhole(file: string): Promise<InputFile> {
  const stats = await stat(file);
  const isSmall = stats.isFile() && stats.size <= smallInput;
  // A catalogue has many of them: synchronously, they take a third of the time.
  return inputFile(file, isSmall ? readFileSync(file) : await wholeOf(piecesOf(file), largestInput));
}

/** All that comes, as a file of that name. Rejects with `EFBIG` where it is far too much. */
export async function readStream(name: string, stream: Readable): Promise<InputFile> {
  return inputFile(name, await wholeOf(stream, largestInput));
}

/** Paths of all files in a folder, relative to it, with `/`, sorted. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}
