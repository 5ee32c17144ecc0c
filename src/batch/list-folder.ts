import type { Dirent } from 'node:fs';
import { opendir } from 'node:fs/promises';

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

export interface FolderEntry {
  readonly name: string;
  readonly kind: EntryKind;
}

const entriesAtOnce = 1000;

/**
 * What is in a folder, without what is hidden, in the order of whole paths by UTF-16 code units: the same everywhere. It
 * is kept as names alone, as there may be a hundred thousand. Rejects with the error of `node:fs`.
 */
export async function listFolder(folder: string): Promise<Iterable<FolderEntry>> {
  // Of folders with `/` behind them, as in a path.
  const keys: string[] = [];
  // Of what is neither a file nor a folder.
  const kinds = new Map<string, EntryKind>();
  for await (const dirent of await opendir(folder, { bufferSize: entriesAtOnce })) {
    if (!isLookedAt(dirent)) continue;
    keys.push(dirent.isDirectory() ? `${dirent.name}/` : dirent.name);
    if (dirent.isSymbolicLink()) kinds.set(dirent.name, 'link');
    else if (!dirent.isFile() && !dirent.isDirectory()) kinds.set(dirent.name, 'other');
  }
  return entriesOf(keys.sort(), kinds);
}

function* entriesOf(keys: readonly string[], kinds: ReadonlyMap<string, EntryKind>): Generator<FolderEntry> {
  for (const key of keys) {
    yield key.endsWith('/')
      ? { name: key.slice(0, -1), kind: 'folder' }
      : { name: key, kind: kinds.get(key) ?? 'file' };
  }
}

/** Hidden things and packages are no answer files, wherever they lie. */
function isLookedAt({ name }: Dirent): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}
