import { constants, open, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { hasCode } from '../domain/has-code.ts';
import { realPath } from './real-path.ts';

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
export async function lock(file: string): Promise<() => Promise<void>> {
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
