import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import picomatch from 'picomatch';
import { isCacheEntry } from './cache.ts';
import { isCachedFile, isEarlierResultFile } from './earlier-result.ts';
import { type EntryKind, type FolderEntry, listFolder } from './list-folder.ts';
import { folderOfPattern, isPattern, withoutEnd, withSlashes } from './patterns.ts';
import { type InputProblem, systemProblem } from './task.ts';

/** What the arguments come to, in order. */
export type BatchInput =
  | { readonly kind: 'file'; readonly name: string }
  /** Documents one after another; `lines`: one a line, `either`: that or a single one. */
  | { readonly kind: 'stream'; readonly name: string; readonly form: 'lines' | 'either' }
  | { readonly kind: 'broken'; readonly name: string; readonly problem: InputProblem };

export interface FoundInputs {
  readonly inputs: readonly BatchInput[];
  /** Real paths of all files: what must not be written to. */
  readonly realPaths: ReadonlySet<string>;
}

/** The name that stands for standard input. */
const standardInput = '-';

export interface SearchOptions {
  /** Ends the search early, with what was found. */
  readonly signal?: AbortSignal;
  /** Real paths of what will be written: what an earlier run wrote there is not read from a folder. */
  readonly outputs?: ReadonlySet<string>;
}

/**
 * The files that arguments name: files whatever their ending, folders with all answer files in them, patterns, `-`. A
 * file that is reached twice, by overlapping arguments or by links, counts once, where it is found first: a batch is
 * counted, and nobody is to be counted twice. What is named may be a link to anywhere; links in a folder are followed
 * as long as they lead to something that was named, so that whoever can write into it cannot show other files.
 */
export async function findInputs(names: readonly string[], options: SearchOptions = {}): Promise<FoundInputs> {
  const { signal, outputs = new Set() } = options;
  const roots = await Promise.all(names.map(rootOf));
  const search: Search = {
    inputs: [],
    realPaths: new Set(),
    folders: new Set(),
    roots: roots.filter((root) => root !== undefined),
    outputs,
    ...(signal && { signal }),
  };
  for (const name of new Set(names)) await findNamed(name, search);
  return search;
}

/** The real path of what is named, of a pattern that of its folder; `undefined` where there is none. */
async function rootOf(name: string): Promise<string | undefined> {
  if (name === standardInput) return undefined;
  const folderOf = () => realpath(folderOfPattern(withSlashes(name))).catch(() => undefined);
  return realpath(name).catch(() => (isPattern(name) ? folderOf() : undefined));
}

interface Search {
  /** Real paths of what was named. */
  readonly roots: readonly string[];
  readonly outputs: ReadonlySet<string>;
  readonly inputs: BatchInput[];
  readonly realPaths: Set<string>;
  /** Real paths of folders by what was looked for in them: a loop of links ends where it comes back. */
  readonly folders: Set<string>;
  readonly signal?: AbortSignal;
}

async function findNamed(name: string, search: Search): Promise<void> {
  if (name === standardInput) {
    search.inputs.push({ kind: 'stream', name, form: 'either' });
    return;
  }
  let stats: Stats;
  try {
    stats = await stat(name);
  } catch (error) {
    if (isPattern(name)) return findMatching(name, search);
    search.inputs.push({ kind: 'broken', name, problem: systemProblem(error) });
    return;
  }
  if (stats.isDirectory()) return walk({ name: withoutEnd(name), real: await realpath(name) }, everywhere, search);
  // A pipe has no real path of its own: two of them are two.
  if (!stats.isFile()) search.inputs.push({ kind: 'stream', name, form: 'either' });
  else addFile(name, await realpath(name), search);
}

function addFile(name: string, real: string, { inputs, realPaths }: Search): void {
  if (realPaths.has(real)) return;
  realPaths.add(real);
  inputs.push(/\.ndjson$/i.test(name) ? { kind: 'stream', name, form: 'lines' } : { kind: 'file', name });
}

/** What counts in a walk. */
interface Scope {
  /** Tells walks apart that look for something else in the same folder. */
  readonly id: string;
  readonly accepts: (relative: string) => boolean;
  /** How many folders deep it goes. */
  readonly depth: number;
}

const everywhere: Scope = {
  id: '',
  accepts: (relative) => /\.(?:ya?ml|json)$/i.test(relative),
  depth: Number.POSITIVE_INFINITY,
};

async function findMatching(name: string, search: Search): Promise<void> {
  const pattern = withSlashes(name);
  const { glob } = picomatch.scan(pattern);
  const folder = folderOfPattern(pattern);
  const real = await realpath(folder).catch(() => undefined);
  const matches = picomatch(glob);
  let isMatched = false;
  const accepts = (relative: string) => {
    const isMatch = matches(relative);
    isMatched ||= isMatch;
    return isMatch;
  };
  const depth = glob.includes('**') ? Number.POSITIVE_INFINITY : glob.split('/').length - 1;
  if (real !== undefined) await walk({ name: withoutEnd(folder), real }, { id: pattern, accepts, depth }, search);
  if (!isMatched && !search.signal?.aborted) {
    search.inputs.push({ kind: 'broken', name, problem: { kind: 'no-match' } });
  }
}

interface Folder {
  readonly name: string;
  readonly real: string;
}

interface Entry {
  /** As the user knows it. */
  readonly name: string;
  /** From where the walk began. */
  readonly relative: string;
  readonly real: string;
  readonly kind: EntryKind;
}

async function walk(folder: Folder, scope: Scope, search: Search, relative = ''): Promise<void> {
  const visit = `${scope.id}\0${folder.real}`;
  if (search.folders.has(visit) || search.signal?.aborted) return;
  search.folders.add(visit);
  let entries: Iterable<FolderEntry>;
  try {
    entries = await listFolder(folder.real);
  } catch (error) {
    search.inputs.push({ kind: 'broken', name: folder.name === '' ? '.' : folder.name, problem: systemProblem(error) });
    return;
  }
  for (const { name, kind } of entries) {
    const shown = joined(folder.name, name);
    const real = path.join(folder.real, name);
    // One text for both, as they are kept: there may be a hundred thousand.
    const entry: Entry = { name: shown, relative: joined(relative, name), real: real === shown ? shown : real, kind };
    await visitEntry(entry, scope, search);
  }
}

function joined(folder: string, name: string): string {
  if (folder === '') return name;
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}

async function visitEntry(entry: Entry, scope: Scope, search: Search): Promise<void> {
  const { name, relative, real, kind } = entry;
  const isWanted = scope.accepts(relative);
  const say = (problem: InputProblem) => {
    if (isWanted) search.inputs.push({ kind: 'broken', name, problem });
  };
  if (kind === 'file') {
    if (isWanted) await addFound(name, real, search);
    return;
  }
  if (kind === 'folder') return visitFolder({ name, real }, { relative, isWanted, scope }, search);
  if (kind === 'other') return say({ kind: 'not-a-file' });
  try {
    await visitLink(entry, { isWanted, scope, say }, search);
  } catch (error) {
    say(systemProblem(error));
  }
}

async function visitLink(
  { name, relative, real }: Entry,
  { isWanted, scope, say }: { isWanted: boolean; scope: Scope; say: (problem: InputProblem) => void },
  search: Search,
): Promise<void> {
  const target = await realpath(real);
  const stats = await stat(target);
  const isFollowed = search.roots.some((root) => isWithin(target, root));
  if (!stats.isDirectory()) {
    if (!isFollowed) say({ kind: 'leads-out' });
    else if (!stats.isFile()) say({ kind: 'not-a-file' });
    else if (isWanted) await addFound(name, target, search);
  } else if (isFollowed) await visitFolder({ name, real: target }, { relative, isWanted, scope }, search);
  // What would have been looked into must not be missing from a count without a word.
  else if (isWanted || depthOf(relative) <= scope.depth) {
    search.inputs.push({ kind: 'broken', name, problem: { kind: 'leads-out' } });
  }
}

/** Whether a path is the other one, or below it; both are real. */
function isWithin(file: string, root: string): boolean {
  const way = path.relative(root, file);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** A file that was not named itself. */
async function addFound(name: string, real: string, search: Search): Promise<void> {
  if (search.outputs.has(real) && (await isEarlierResultFile(real))) return;
  if (isCacheEntry(real) && (await isCachedFile(real))) return;
  addFile(name, real, search);
}

async function visitFolder(
  folder: Folder,
  { relative, isWanted, scope }: { relative: string; isWanted: boolean; scope: Scope },
  search: Search,
): Promise<void> {
  if (!isWanted) {
    if (depthOf(relative) <= scope.depth) await walk(folder, scope, search, relative);
  } else if (scope === everywhere) {
    // Named like an answer file, it was to be one.
    search.inputs.push({ kind: 'broken', name: folder.name, problem: { kind: 'folder-named-like-file' } });
  } else {
    // As if a shell had put its name in the place of the pattern.
    await walk(folder, everywhere, search);
  }
}

function depthOf(relative: string): number {
  return relative.split('/').length;
}
