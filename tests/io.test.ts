import { execFileSync } from 'node:child_process';
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

test('a pipe is written to, not replaced', async () => {
  const pipe = path.join(await temporaryFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reading = readFile(pipe, 'utf8');
  await processIo.write(pipe, 'new');
  expect(await reading).toBe('new');
  expect((await stat(pipe)).isFIFO()).toBe(true);
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

test.each(['600', '640', '664', '666', '755'])('writing keeps the mode %s, whatever the umask', async (mode) => {
  const file = path.join(await temporaryFolder(), 'a.yaml');
  await writeFile(file, 'old');
  await chmod(file, Number.parseInt(mode, 8));
  await processIo.write(file, 'new');
  expect(((await stat(file)).mode & 0o777).toString(8)).toBe(mode);
});

test('what a killed run left beside the file passes on neither its text nor its mode', async () => {
  const folder = await temporaryFolder();
  const file = path.join(folder, 'a.yaml');
  await writeFile(file, 'old');
  await chmod(file, 0o640);
  const leftover = path.join(folder, '.a.yaml.messenger-check');
  await writeFile(leftover, 'half an answer that is longer than the new text');
  await chmod(leftover, 0o600);
  await processIo.write(file, 'new');
  expect(await readFile(file, 'utf8')).toBe('new');
  expect(((await stat(file)).mode & 0o777).toString(8)).toBe('640');
});

test('writing through links into another folder leaves nothing in either but the file and the links', async () => {
  const [here, there] = [await temporaryFolder(), await temporaryFolder()];
  await writeFile(path.join(there, 'real.yaml'), 'old');
  await symlink(path.join(there, 'real.yaml'), path.join(here, 'second.yaml'));
  await symlink('second.yaml', path.join(here, 'first.yaml'));
  await processIo.write(path.join(here, 'first.yaml'), 'new');
  expect(await readFile(path.join(there, 'real.yaml'), 'utf8')).toBe('new');
  expect(await readdir(there)).toEqual(['real.yaml']);
  expect(await readdir(here)).toEqual(['first.yaml', 'second.yaml']);
  expect((await lstat(path.join(here, 'first.yaml'))).isSymbolicLink()).toBe(true);
});

test('writing through a link whose file is not there yet makes the file, and the link stays one', async () => {
  const folder = await temporaryFolder();
  await symlink('real.yaml', path.join(folder, 'link.yaml'));
  await processIo.write(path.join(folder, 'link.yaml'), 'new');
  expect((await lstat(path.join(folder, 'link.yaml'))).isSymbolicLink()).toBe(true);
  expect(await readFile(path.join(folder, 'real.yaml'), 'utf8')).toBe('new');
});

test('what is written is UTF-8, byte for byte', async () => {
  const file = path.join(await temporaryFolder(), 'Prüfung „Ö“ #1.yaml');
  const text = '\uFEFFÄ: 😀\r\nb\u0000\n\n';
  await processIo.write(file, text);
  expect(await readFile(file)).toEqual(Buffer.from(text, 'utf8'));
  expect((await processIo.read(file)).name).toBe(file);
});

test('whoever reads while a file is written sees the old text or the new, never a part', async () => {
  const file = path.join(await temporaryFolder(), 'a.yaml');
  const texts = ['old '.repeat(50_000), 'new '.repeat(80_000)];
  await processIo.write(file, texts[0] as string);
  let isWriting = true;
  const reading = (async () => {
    const seen = new Set<string>();
    while (isWriting) seen.add(await readFile(file, 'utf8'));
    return seen;
  })();
  for (let times = 0; times < 40; times++) await processIo.write(file, texts[times % 2] as string);
  isWriting = false;
  for (const text of await reading) expect(texts.includes(text)).toBe(true);
});

test('writing the same file twice at once leaves one of the two texts, whole', async () => {
  const folder = await temporaryFolder();
  const file = path.join(folder, 'a.yaml');
  for (let times = 0; times < 20; times++) {
    const texts = ['one '.repeat(100_000), 'two '.repeat(150_000)];
    const outcomes = await Promise.allSettled(texts.map((text) => processIo.write(file, text)));
    const written = texts.filter((_, index) => outcomes[index]?.status === 'fulfilled');
    expect(written.includes(await readFile(file, 'utf8'))).toBe(true);
    expect(await readdir(folder)).toEqual(['a.yaml']);
  }
});

test.each([
  { name: 'gone.yaml', code: 'ENOENT' },
  { name: '.', code: 'EISDIR' },
])('reading what is no file rejects with the code of the system: $code', async ({ name, code }) => {
  await expect(processIo.read(path.join(await temporaryFolder(), name))).rejects.toMatchObject({ code });
});

test('a list holds links and hidden files, no folders, and does not care how the folder is written', async () => {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'b/c'), { recursive: true });
  await mkdir(path.join(folder, 'empty'));
  await Promise.all(
    ['b/c/d.yaml', 'B.yaml', 'b.yaml', '.hidden'].map((file) => writeFile(path.join(folder, file), '')),
  );
  await symlink('b.yaml', path.join(folder, 'link.yaml'));
  const expected = ['.hidden', 'B.yaml', 'b.yaml', 'b/c/d.yaml', 'link.yaml'];
  expect(await processIo.list(folder)).toEqual(expected);
  expect(await processIo.list(`${folder}/`)).toEqual(expected);
  expect(await processIo.list(path.relative(process.cwd(), folder))).toEqual(expected);
  await expect(processIo.list(path.join(folder, 'gone'))).rejects.toMatchObject({ code: 'ENOENT' });
});
