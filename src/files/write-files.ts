import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { linkTarget } from './real-path.ts';

/** A file that replaces another only when it is whole. */
export interface OutputFile {
  readonly write: (content: string | Uint8Array) => Promise<void>;
  readonly commit: () => Promise<void>;
  /** Leaves everything as it was. */
  readonly discard: () => Promise<void>;
}

/** Replaces a file whole or not at all. Rejects with the error of `node:fs`. */
export function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  return oneAfterAnother(file, () => writeAtomically(file, content));
}

const writing = new Map<string, Promise<void>>();

/** Two writes of one file at once would share the file beside it. */
function oneAfterAnother(file: string, write: () => Promise<void>): Promise<void> {
  const before = writing.get(file) ?? Promise.resolve();
  const written = before.catch(() => undefined).then(write);
  writing.set(file, written);
  return written;
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
export async function openOutput(file: string): Promise<OutputFile> {
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
