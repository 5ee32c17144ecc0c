import { chmod, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { processIo } from '../src/io.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

test('writing replaces a file whole, keeps its mode, and leaves nothing beside it', async () => {
  const folder = await temporaryFolder();
  const file = path.join(folder, 'a.yaml');
  await writeFile(file, 'old and much longer');
  await chmod(file, 0o640);
  await processIo.write(file, 'new');
  expect(await readFile(file, 'utf8')).toBe('new');
  expect((await stat(file)).mode & 0o777).toBe(0o640);
  expect(await readdir(folder)).toEqual(['a.yaml']);
});

test('writing through a link changes the file it points to and keeps the link', async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'real.yaml'), 'old');
  await symlink('real.yaml', path.join(folder, 'link.yaml'));
  await processIo.write(path.join(folder, 'link.yaml'), 'new');
  expect(await readFile(path.join(folder, 'real.yaml'), 'utf8')).toBe('new');
  expect((await lstat(path.join(folder, 'link.yaml'))).isSymbolicLink()).toBe(true);
});

test('writing that fails leaves the old file and nothing beside it', async () => {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'a.yaml'));
  await expect(processIo.write(path.join(folder, 'a.yaml'), 'new')).rejects.toMatchObject({ code: 'EISDIR' });
  await expect(processIo.write(path.join(folder, 'gone/a.yaml'), 'new')).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await readdir(folder)).toEqual(['a.yaml']);
});

test('what a killed run left beside the file is taken over by the next write', async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, '.a.yaml.messenger-check'), 'half an ans');
  await processIo.write(path.join(folder, 'a.yaml'), 'whole');
  expect(await readdir(folder)).toEqual(['a.yaml']);
});

test('a folder is listed with all files in it, sorted, with forward slashes', async () => {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'b'));
  await Promise.all(['b/z.yaml', 'c.yaml', 'a.yaml'].map((file) => writeFile(path.join(folder, file), '')));
  expect(await processIo.list(folder)).toEqual(['a.yaml', 'b/z.yaml', 'c.yaml']);
});

test('a file is read with the digest of its bytes', async () => {
  const file = path.join(await temporaryFolder(), 'a.yaml');
  await writeFile(file, 'abc');
  // The digest of "abc" as FIPS 180-2 gives it.
  expect((await processIo.read(file)).sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
