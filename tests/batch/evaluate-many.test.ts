import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import type { BatchRow } from '../../src/domain/batch.ts';
import type { Io } from '../../src/io.ts';
import { main } from '../../src/main.ts';
import { fakeIo } from '../support/fake-io.ts';
import { answerFile, writeFiles } from '../support/files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const fixture = (name: string) => path.join(import.meta.dirname, '../fixtures', name);

async function run(args: readonly string[], overrides: Partial<Io> = {}) {
  const io = fakeIo(overrides);
  const code = await main(['evaluate', '--lang', 'en', ...args], io);
  return { code, out: io.out(), err: io.err() };
}

function rowsIn(out: string): readonly BatchRow[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const namesIn = (out: string) => rowsIn(out).map(({ file }) => path.basename(file));

async function folderWith(...names: readonly string[]): Promise<string> {
  const folder = await temporaryFolder();
  await writeFiles(folder, Object.fromEntries(names.map((name) => [name, answerFile(name)])));
  return folder;
}

test.each([
  { files: ['all-fulfilled.yaml', 'all-partial.yaml'], flags: [], code: 0 },
  { files: ['all-fulfilled.yaml', 'all-partial.yaml'], flags: ['--fail-on', 'conditional'], code: 1 },
  { files: ['all-violated.yaml', 'open.yaml'], flags: [], code: 1 },
  { files: ['open.yaml', 'all-fulfilled.yaml'], flags: [], code: 4 },
  { files: ['open.yaml', 'all-violated.yaml'], flags: ['--exit-zero'], code: 0 },
  { files: ['all-violated.yaml', 'gone.yaml'], flags: ['--exit-zero'], code: 2 },
])('the exit code is the worst of all: $code for $files $flags', async ({ files, flags, code }) => {
  const folder = await folderWith('open.yaml');
  const paths = files.map((name) => (name === 'open.yaml' ? path.join(folder, name) : fixture(name)));
  expect((await run([...paths, ...flags, '--format', 'ndjson'])).code).toBe(code);
});

test('a file that is broken is a row, with place and remedy, and is counted at the end', async () => {
  const folder = await folderWith('b.yaml');
  await writeFiles(folder, { 'a.yaml': 'format: [', 'c.yaml': '' });
  const { out, err, code } = await run([folder, path.join(folder, 'd*.yaml'), '--format', 'ndjson']);
  expect(code).toBe(2);
  expect(err).toBe('3 of 4 files could not be evaluated; exit code 2.\n');
  const [a, b, c, d] = rowsIn(out);
  expect(a).toMatchObject({ file: `${folder}/a.yaml`, problems: [expect.stringContaining('a.yaml:1:10')] });
  expect(b).toMatchObject({ file: `${folder}/b.yaml`, verdict: 'undetermined' });
  expect(c).toMatchObject({ problems: [expect.stringMatching(/c\.yaml:1:1 The file is empty\.\n {2}\S/)] });
  expect(d).toMatchObject({ problems: [expect.stringMatching(/^No file matches the pattern .*\n {2}\S/)] });
  expect((await run([folder, '--quiet'])).err).toBe('');
});

test('answers that do not fit together are named, and change nothing else', async () => {
  const folder = await folderWith('a.yaml');
  const clash = answerFile('b.yaml').replace(
    'school }',
    'school, settings-control: [unused-blocked, unused-by-users] }\n',
  );
  await writeFiles(folder, { 'b.yaml': clash });
  const [a, b] = rowsIn((await run([folder, '--format', 'ndjson'])).out);
  expect(a).not.toHaveProperty('inconsistent');
  expect(b).toMatchObject({ verdict: 'undetermined', inconsistent: ['settings-control'] });
  expect((await run([folder])).out).toMatch(/b\.yaml\n {4}Inconsistent answers: settings-control\n/);
  const alone = await run([path.join(folder, 'b.yaml')]);
  for (const text of [alone.out.replaceAll(/\s+/g, ' '), alone.err]) {
    expect(text).toContain('Inconsistent answers, settings-control: The answer to “How is it ensured');
  }
});

test('one file in a folder is still a batch, an empty folder alone a mistake, a folder beside files none', async () => {
  const folder = await folderWith('a.yaml');
  await mkdir(path.join(folder, 'empty'));
  expect((await run([folder])).out).not.toContain('Result:');
  expect(await run([path.join(folder, 'empty')])).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(/^No answer files in: .*\n {2}Looked for are/),
  });
  expect((await run([path.join(folder, 'empty'), path.join(folder, 'a.yaml')])).code).toBe(4);
  const pattern = await run([path.join(folder, 'x*.yaml')]);
  expect(pattern).toMatchObject({ code: 2, out: '', err: expect.stringContaining('No file matches the pattern') });
});

test('standard input is a document, or JSON line by line', async () => {
  const stdin = (text: string) => ({ stdin: () => Readable.from([Buffer.from(text)]) });
  const yaml = await run(['-'], stdin(answerFile()));
  expect(yaml).toMatchObject({ code: 4, out: expect.stringContaining('Result:') });
  const line = JSON.stringify({ format: 'messenger-check/assessment@1', answers: {} });
  const lines = await run(['-', '--format', 'ndjson'], stdin(`${line}\n${line}\n{"format":1}\n`));
  expect(namesIn(lines.out)).toEqual(['-#1', '-#2', '-#3']);
  expect(lines.code).toBe(2);
  const table = await run(['-'], stdin(`${line}\n${line}\n`));
  expect(table.out).toContain('-#2');
  expect(table.out).not.toContain('Result:');
  expect(await run(['-'], stdin('format: ['))).toMatchObject({ code: 2, out: '', err: expect.stringContaining('-:') });
});

test('a file of lines is read line by line', async () => {
  const folder = await temporaryFolder();
  const line = JSON.stringify({ format: 'messenger-check/assessment@1', answers: {} });
  await writeFiles(folder, { 'all.ndjson': `${line}\n\n${line}` });
  const { out } = await run([path.join(folder, 'all.ndjson'), '--format', 'ndjson']);
  expect(namesIn(out)).toEqual(['all.ndjson#1', 'all.ndjson#3']);
});

test('several formats at once: into files, written whole, and one to standard output', async () => {
  const folder = await folderWith('in/a.yaml', 'in/b.yaml');
  const json = path.join(folder, 'out.json');
  const table = path.join(folder, 'out.txt');
  const flags = ['--format', `json:${json}`, '--format', 'ndjson', '--format', `table:${table}`];
  const { out, err } = await run([path.join(folder, 'in'), ...flags]);
  expect(namesIn(out)).toEqual(['a.yaml', 'b.yaml']);
  expect(JSON.parse(await readFile(json, 'utf8'))).toEqual(rowsIn(out));
  expect(await readFile(table, 'utf8')).toContain('a.yaml');
  expect(err).toBe(`Written: ${json}\nWritten: ${table}\n`);
  expect((await readdir(folder)).sort()).toEqual(['in', 'out.json', 'out.txt']);
});

test('--output is for a single format, the findings of a file among them', async () => {
  const folder = await folderWith('a.yaml');
  const output = path.join(folder, 'out.txt');
  await run([path.join(folder, 'a.yaml'), '--output', output]);
  expect(await readFile(output, 'utf8')).toContain('Result:');
  await run([path.join(folder, 'a.yaml'), '--format', 'ndjson', '-o', output]);
  expect(namesIn(await readFile(output, 'utf8'))).toEqual(['a.yaml']);
});

test.each([
  { flags: ['--format', 'pdf'], says: 'There is no format pdf here.' },
  { flags: ['--format', 'json:'], says: 'There is no format json: here.' },
  { flags: ['--format', 'json', '--format', 'ndjson'], says: 'Two formats on standard output' },
  { flags: ['--format', 'json:x', '--format', 'ndjson:./x'], says: 'Two formats are to go into one file: ./x' },
  { flags: ['--format', 'json:a.yaml'], says: 'a.yaml is one of the files to evaluate' },
  { flags: ['--format', 'json:link.yaml'], says: 'link.yaml is one of the files to evaluate' },
  { flags: ['--format', 'json:gone/x'], says: 'cannot write' },
  { flags: ['--format', 'terminal'], says: 'for a single file only' },
  { flags: ['--format', 'json:x', '--output', 'y'], says: '--output needs a single format' },
  { flags: ['--jobs', '0'], says: '--jobs expects a number' },
  { flags: ['--jobs', 'two'], says: '--jobs expects a number' },
  { flags: ['--shard', '4/3'], says: '--shard expects part/parts' },
  { flags: ['--shard', '0/3'], says: '--shard expects part/parts' },
  { flags: ['--cache', 'a.yaml'], says: 'cannot write' },
])('$flags is refused, and nothing is written', async ({ flags, says }) => {
  const folder = await folderWith('a.yaml', 'b.yaml');
  await symlink('a.yaml', path.join(folder, 'link.yaml'));
  const before = await readdir(folder);
  const inFolder = flags.map((flag) =>
    flag
      .replace(/^(\w+:)(.+)$/, (_, format, file) => `${format}${folder}/${file}`)
      .replace(/^a\.yaml$/, `${folder}/a.yaml`),
  );
  const { code, out, err } = await run([folder, ...inFolder]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err.replaceAll(`${folder}/`, '')).toContain(says);
  expect(err).toMatch(/\n {2}\S/);
  expect(await readdir(folder)).toEqual(before);
  expect(await readFile(path.join(folder, 'a.yaml'), 'utf8')).toBe(answerFile('a.yaml'));
});

test('every file is in exactly one shard, wherever it lies', async () => {
  const names = Array.from({ length: 30 }, (_, index) => `${index % 3}/f${index}.yaml`);
  const folder = await folderWith(...names);
  await writeFiles(folder, { 'empty.yaml': '', 'twin/f0.yaml': answerFile('0/f0.yaml') });
  await symlink('gone', path.join(folder, 'gone.yaml'));
  const all: string[] = [];
  for (const part of [1, 2, 3, 4]) {
    const { out } = await run([folder, '--format', 'ndjson', '--shard', `${part}/4`]);
    const files = out === '' ? [] : rowsIn(out).map(({ file }) => file);
    expect(files.length).toBeLessThan(33);
    expect(files.some((file) => file.endsWith('0/f0.yaml'))).toBe(files.some((file) => file.includes('twin')));
    all.push(...files);
  }
  const whole = rowsIn((await run([folder, '--format', 'ndjson'])).out).map(({ file }) => file);
  expect(whole).toHaveLength(33);
  expect([...all].sort()).toEqual([...whole].sort());
});

test('with a cache, the bytes are those without one, on every day', async () => {
  const folder = await folderWith('in/a.yaml', 'in/b.yaml');
  await writeFile(path.join(folder, 'in/broken.yaml'), 'format: [');
  const proof = '{ value: school, evidence: [ { text: x, validUntil: 2026-11-25 } ] }';
  await writeFile(path.join(folder, 'in/c.yaml'), answerFile('c').replace('sector: school', `sector: ${proof}`));
  const of = (day: string, ...flags: readonly string[]) =>
    run([path.join(folder, 'in'), '--format', 'json', '--date', day, ...flags]);
  for (const day of ['2026-11-25', '2026-11-26', '2026-11-24']) {
    const expected = await of(day);
    for (const _ of ['first', 'second']) {
      expect(await of(day, '--cache', path.join(folder, 'new/cache'))).toEqual(expected);
    }
  }
});

test('progress is a line that is drawn again on a terminal, a new one now and then in a log, nothing if quiet', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `${index}.yaml`);
  const folder = await folderWith(...names);
  let seconds = 0;
  const now = () => new Date(1_764_000_000_000 + 1000 * seconds++);
  const args = [folder, '--format', 'ndjson'];
  const drawn = await run(args, { now, isErrorTerminal: true });
  expect(drawn.err).toMatch(/^\r\d+ of 12 files \(\d+%\), \d+\/s, \d+ s left/);
  expect(drawn.err.endsWith('\r\u001B[K')).toBe(true);
  seconds = 0;
  const log = await run(args, { now: () => new Date(now().getTime() + 12_000 * seconds) });
  expect(log.err).toMatch(/^3 of 12 files \(25%\), .*\n6 of 12 files/);
  expect((await run(args, { now, isErrorTerminal: true, quiet: true } as Partial<Io>)).out).toBe(log.out);
  expect((await run([...args, '--quiet'], { now, isErrorTerminal: true })).err).toBe('');
});

test('a bug on the way ends it with 3 and the stack, and leaves the files that were there', async () => {
  const folder = await folderWith('in/a.yaml', 'in/b.yaml');
  const json = path.join(folder, 'out.json');
  await writeFile(json, 'the one before');
  const print = () => Promise.reject(new TypeError('broken on purpose'));
  const { code, err } = await run([path.join(folder, 'in'), '-f', 'ndjson', '-f', `json:${json}`], { print });
  expect(code).toBe(3);
  expect(err).toContain('TypeError: broken on purpose');
  expect(await readFile(json, 'utf8')).toBe('the one before');
  expect((await readdir(folder)).sort()).toEqual(['in', 'out.json']);
});

test('a pipe in a folder is never opened', async () => {
  const folder = await folderWith('a.yaml');
  execFileSync('mkfifo', [path.join(folder, 'b.yaml')]);
  const { code, out } = await run([folder, '--format', 'ndjson']);
  expect(code).toBe(2);
  expect(rowsIn(out)[1]).toMatchObject({ problems: [expect.stringContaining('is no file but a pipe')] });
});

test('what an earlier run wrote is no input, and never hides that an answer file would be overwritten', async () => {
  const folder = await folderWith('a.yaml');
  const [json, sarif, oscal] = ['x.json', 'y.json', 'z.json'].map((name) => path.join(folder, name));
  const flags = ['--format', `json:${json}`, '--format', `sarif:${sarif}`, '--format', `oscal:${oscal}`];
  const all = [folder, ...flags, '--cache', path.join(folder, 'cache'), '--quiet'];
  const first = await run([...all, '--format', 'ndjson']);
  expect(first.code).toBe(4);
  expect(await run([...all, '--format', 'ndjson'])).toEqual(first);
  const { out, code } = await run([folder, '--format', 'ndjson', '--quiet']);
  expect(code).toBe(2);
  expect(namesIn(out)).toEqual(['a.yaml', 'x.json', 'y.json', 'z.json']);
  for (const row of rowsIn(out).slice(1)) {
    expect(row).toMatchObject({
      problems: [expect.stringMatching(/is a result of messenger-check, not an answer file/)],
    });
  }
  await writeFiles(folder, { 'b.json': JSON.stringify({ format: 'messenger-check/assessment@1', answers: {} }) });
  const over = await run([folder, '--format', `json:${path.join(folder, 'b.json')}`]);
  expect(over).toMatchObject({ code: 2, err: expect.stringContaining('is not written over') });
});

test('a link out of the folder is a row that tells nothing of what it leads to', async () => {
  const folder = await folderWith('in/a.yaml');
  await writeFiles(folder, { 'out/secret.txt': 'password: hunter2' });
  await symlink('../out/secret.txt', path.join(folder, 'in/b.yaml'));
  const { out, code } = await run([path.join(folder, 'in'), '--format', 'ndjson']);
  expect(code).toBe(2);
  expect(out).toContain('leads out of the folder');
  expect(out).not.toContain('hunter2');
});

test('what the system refuses is said in words, with what to do', async () => {
  const folder = await folderWith('a.yaml');
  await writeFiles(folder, { 'comments.yaml': '# nothing yet\n' });
  await mkdir(path.join(folder, 'x.yaml'));
  const file = path.join(folder, 'a.yaml');
  expect((await run([folder, '--format', 'ndjson'])).out).toMatch(
    /comments.*nothing but comments.*\n.*x\.yaml is a folder, though/,
  );
  expect((await run([folder, '--cache', file])).err).toBe(
    `cannot write ${file}: a file of that name exists already\n  Name a folder with --cache that can be written to.\n`,
  );
  expect((await run([`${file}/b.yaml`])).err).toBe(
    `cannot read ${file}/b.yaml: a part of the path is not a folder\n  Check the path and the read permission.\n`,
  );
  expect((await run([''])).err).toContain('cannot read "": no such file or folder');
  expect((await run(['', file])).out).toContain('cannot read "": no such file or folder');
});
