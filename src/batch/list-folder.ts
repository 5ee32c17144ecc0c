import type { Dirent } from 'node:fs';
import { opendir } from 'node:fs/promises';

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

/** What is in a folder, in as little room as it takes. */
export interface Listing {
  /** Names, of folders with `/` behind them, in the order of whole paths by UTF-16 code units: the same everywhere. */
  readonly keys: readonly string[];
  /** What is neither a file nor a folder. */
  readonly kinds: ReadonlyMap<string, EntryKind>;
}

const entriesAtOnce = 1000;

/** What is in a folder, without what is hidden. Rejects with the error of `node:fs`. */
export async function listFolder(folder: string): Promise<Listing> {
  const keys: string[] = [];
  const kinds = new Map<string, EntryKind>();
  for await (const dirent of await opendir(folder, { bufferSize: entriesAtOnce })) {
    if (!isLookedAt(dirent)) continue;
    keys.push(dirent.isDirectory() ? `${dirent.name}/` : dirent.name);
    if (dirent.isSymbolicLink()) kinds.set(dirent.name, 'link');
    else if (!dirent.isFile() && !dirent.isDirectory()) kinds.set(dirent.name, 'other');
  }
  return { keys: keys.sort(), kinds };
}

/** Hidden things and packages are no answer files, wherever they lie. */
function isLookedAt({ name }: Dirent): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}
