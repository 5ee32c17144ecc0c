import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { BatchRow } from '../../src/domain/batch.ts';
import { answerFile, writeFiles } from '../support/files.ts';
import { program } from '../support/real-program.ts';
import { startBatch } from '../support/run-batch.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function folderOf(count: number): Promise<string> {
  const folder = path.join(await temporaryFolder(), 'in');
  const names = Array.from({ length: count }, (_, index) => `f${String(index).padStart(4, '0')}.yaml`);
  await writeFiles(folder, Object.fromEntries(names.map((name) => [name, answerFile(name)])));
  return folder;
}

/** Fifty files among the others that nobody can evaluate. */
async function breakFifty(folder: string): Promise<void> {
  const binary = Uint8Array.from({ length: 200 }, (_, index) => index);
  const contents = ['', binary, answerFile().slice(0, 60), '[[[', 'format: other\n', `{"format": "mess`, '\uFEFF\n'];
  await writeFiles(
    folder,
    Object.fromEntries(Array.from({ length: 42 }, (_, i) => [`f${i}x.yaml`, contents[i % contents.length] ?? ''])),
  );
  await writeFiles(folder, { 'huge.json': new Uint8Array(3_000_000).fill(0x20), 'secret.yaml': 'format: [' });
  await chmod(path.join(folder, 'secret.yaml'), 0o000);
  await mkdir(path.join(folder, 'folder.yaml'));
  await mkdir(path.join(folder, 'sub'));
  await symlink('..', path.join(folder, 'sub/loop'));
  for (const [name, target] of [
    ['gone.yaml', 'nowhere'],
    ['self.json', 'self.json'],
    ['null.yaml', '/dev/null'],
    ['sub/up.yaml', '..'],
  ] as const) {
    await symlink(target, path.join(folder, name));
  }
  execFileSync('mkfifo', [path.join(folder, 'pipe.yml')]);
}

const rowsIn = (out: string): readonly BatchRow[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

test('of 1,000 files, the 50 broken ones are clear rows and all others are right', async () => {
  const folder = await folderOf(950);
  await breakFifty(folder);
  const { code, out, err } = await startBatch(['.', '--format', 'ndjson', '--jobs', '2'], { folder }).ended;
  expect(code).toBe(2);
  expect(err).toContain('50 of 1,000 files could not be evaluated; exit code 2.\n');
  const rows = rowsIn(out);
  const broken = rows.flatMap((row) => ('problems' in row ? [row] : []));
  expect(rows).toHaveLength(1000);
  expect(broken).toHaveLength(50);
  for (const { file, problems } of broken) {
    expect(problems.length, file).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toMatch(/^[^\n]+\n {2}[^\n]+$/);
    expect(problems[0]).toContain(file);
  }
  for (const row of rows) {
    if ('verdict' in row) expect(row).toMatchObject({ verdict: 'undetermined', sector: 'school', reference: row.file });
  }
});

test('the bytes are the same for any number of workers', async () => {
  const folder = await folderOf(60);
  await breakFifty(folder);
  const [one, ...others] = await Promise.all(
    ['1', '2', '4'].map((jobs) => startBatch(['.', '--format', 'json', '--jobs', jobs], { folder }).ended),
  );
  expect(JSON.parse(one?.out ?? '')).toHaveLength(110);
  for (const other of others) expect(other).toEqual(one);
});

describe('a long batch', () => {
  test('ends cleanly on Ctrl-C: what is done is whole in every format', async () => {
    const folder = await folderOf(1500);
    const formats = ['--format', 'ndjson', '--format', 'json:../out.json'];
    const { child, ended } = startBatch(['.', ...formats, '--jobs', '2'], { folder });
    if (child.stdout) await once(child.stdout, 'data');
    child.kill('SIGINT');
    const { code, out, err } = await ended;
    expect(code).toBe(130);
    const rows = rowsIn(out);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(1500);
    expect(rows.map(({ file }) => file)).toEqual((await readdir(folder)).sort().slice(0, rows.length));
    expect(err).toContain(`Interrupted after ${rows.length.toLocaleString('en')} of 1,500 files.`);
    const json = path.join(folder, '../out.json');
    expect(JSON.parse(await readFile(json, 'utf8'))).toEqual(rows);
  });

  test('ends quietly when its reader has seen enough', async () => {
    const folder = await folderOf(1500);
    const { child, ended } = startBatch(['.', '--format', 'ndjson'], { folder });
    if (!child.stdout) throw new Error('no output');
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    child.stdout.destroy();
    const { code, err } = await ended.catch(() => ({ code: child.exitCode, err: '' }));
    expect(JSON.parse(line)).toMatchObject({ file: 'f0000.yaml' });
    expect(err).toBe('');
    expect(code).not.toBe(3);
  });
});

test('Ctrl-C ends what waits for its first document', async () => {
  const child = spawn(process.execPath, [program, 'evaluate', '-'], { stdio: 'pipe' });
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  // More than a pipe holds: when it is taken, somebody is reading.
  await new Promise((resolve) => child.stdin.write(`# ${'x'.repeat(1_000_000)}\n`, resolve));
  child.kill('SIGINT');
  const [code] = await once(child, 'close');
  expect({ code, err }).toEqual({ code: 130, err: '' });
});

test('Ctrl-C ends what waits for standard input', async () => {
  const child = spawn(process.execPath, [program, 'evaluate', '-', '--format', 'json'], { stdio: 'pipe' });
  child.stdin.write('{}\n{}\n');
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  while (out === '') await sleep(20);
  child.kill('SIGINT');
  const [code] = await once(child, 'close');
  expect(code).toBe(130);
  JSON.parse(out);
});
