import path from 'node:path';
import picomatch from 'picomatch';

/** Whether a name is a pattern, and no name. */
export function isPattern(name: string): boolean {
  return picomatch.scan(withSlashes(name)).isGlob;
}

/** Windows writes folders with `\`, which in a pattern takes away a meaning. */
export function withSlashes(name: string): string {
  return path.sep === '\\' ? name.replaceAll('\\', '/') : name;
}

/** Where the search for a pattern begins. */
export function folderOfPattern(pattern: string): string {
  const { base } = picomatch.scan(pattern);
  return base === '' ? '.' : base;
}

/** A folder as it goes before names; nothing for the one we are in. */
export function withoutEnd(folder: string): string {
  const short = folder.length > 1 ? folder.replace(/[\\/]+$/, '') : folder;
  return short === '.' ? '' : short;
}
