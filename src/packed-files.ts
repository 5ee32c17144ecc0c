import { createRequire } from 'node:module';
import path from 'node:path';
import { deserialize } from 'node:v8';
import { compiledFile, packageRoot } from './package-root.ts';

// In an executable, the files of the package lie in it and not on a disk: here they are put where they are looked for.
// Imported before anything that reads one.
const require = createRequire(process.execPath);
const { getRawAsset } = require('node:sea') as { getRawAsset: (name: string) => ArrayBuffer };
const packed: ReadonlyMap<string, Uint8Array> = deserialize(new Uint8Array(getRawAsset('files')));

const fs = require('node:fs') as typeof import('node:fs');
const { existsSync, readFileSync, readdirSync } = fs;
const { readdir, stat } = fs.promises;

/** The name of a packed file or folder; `undefined` for everything on the disk. */
function nameOf(place: unknown): string | undefined {
  if (typeof place !== 'string') return undefined;
  if (path.dirname(place) === path.dirname(compiledFile)) return prepared(path.basename(place));
  const name = path.relative(packageRoot, place).replaceAll(path.sep, '/');
  return packed.has(name) || namesIn(name).length > 0 ? name : undefined;
}

/** What the build prepared lies beside the code, so that it would be beside the executable. */
function prepared(name: string): string | undefined {
  return packed.has(`dist/${name}`) ? `dist/${name}` : undefined;
}

function namesIn(folder: string): readonly string[] {
  return [...packed.keys()].filter((name) => name.startsWith(`${folder}/`));
}

function contentOf(place: unknown, options: unknown): Buffer | string | undefined {
  const bytes = packed.get(nameOf(place) ?? '');
  if (bytes === undefined) return undefined;
  const copy = Buffer.from(bytes);
  return options === 'utf8' ? copy.toString('utf8') : copy;
}

function entriesOf(place: unknown) {
  const folder = nameOf(place);
  return folder === undefined
    ? undefined
    : namesIn(folder).map((name) => {
        const file = path.join(packageRoot, name);
        return { name: path.basename(file), parentPath: path.dirname(file), isDirectory: () => false };
      });
}

/** The files that lie directly in a folder. */
function childrenOf(place: unknown): readonly string[] | undefined {
  const folder = nameOf(place);
  if (folder === undefined) return undefined;
  return namesIn(folder)
    .map((name) => name.slice(folder.length + 1))
    .filter((name) => !name.includes('/'));
}

function statsOf(place: unknown) {
  const bytes = packed.get(nameOf(place) ?? '');
  return bytes && { isFile: () => true, isDirectory: () => false, size: bytes.length };
}

/** Code beside the executable is somebody else's: the program has all of its own inside. */
function isForeignCode(place: unknown): boolean {
  return typeof place === 'string' && place.endsWith('.cjs') && path.dirname(place) === path.dirname(compiledFile);
}

Object.assign(fs, {
  existsSync: (place: never) => !isForeignCode(place) && existsSync(place),
  readFileSync: (place: never, options: never) => contentOf(place, options) ?? readFileSync(place, options),
  readdirSync: (place: never, options: never) => childrenOf(place) ?? readdirSync(place, options),
});
Object.assign(fs.promises, {
  readdir: async (place: never, options: never) => entriesOf(place) ?? readdir(place, options),
  stat: async (place: never, options: never) => statsOf(place) ?? stat(place, options),
});
