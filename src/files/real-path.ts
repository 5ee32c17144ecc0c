import { readlink, realpath } from 'node:fs/promises';
import path from 'node:path';

/** Through links, even where the last of them leads to a file that is not there yet. */
export async function realPath(file: string): Promise<string> {
  const target = path.resolve(await realpath(file).catch(() => linkTarget(file)));
  const folder = path.dirname(target);
  return path.join(await realpath(folder).catch(() => folder), path.basename(target));
}

/** Where a link leads whose file is not there yet; the file itself where it is none. */
export async function linkTarget(file: string): Promise<string> {
  const link = await readlink(file).catch(() => undefined);
  return link === undefined ? file : path.resolve(path.dirname(file), link);
}
