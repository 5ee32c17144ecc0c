import { execFileSync, spawn } from 'node:child_process';
import { chmod, copyFile, lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { describeWhere, succeeds } from './support/needs.ts';
import { program, run, type Started, shell, start } from './support/real-program.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const root = path.join(import.meta.dirname, '..');
const examples = path.join(root, 'questionnaires/examples');
const whatsapp = path.join(examples, 'kommune-whatsapp.yaml');

/** What a folder holds, with the bytes. */
async function contentOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name), 'latin1')] as const)),
  );
}

const reading = ['report', 'explain', 'verify', 'summary', 'evaluate'];

test.each(reading)('%s ends on a device without an end', async (command) => {
  const { code, err } = await run([command, '/dev/zero']);
  expect(code).toBe(2);
  expect(err).toMatch(/^\/dev\/zero(:1:1 Die Datei ist 50 MB groß|:1: keine Zeile| lässt sich nicht lesen: mehr als)/);
});

test('a pipe into which nobody writes is not waited for', async () => {
  const pipe = path.join(await temporaryFolder(), 'pipe.yaml');
  execFileSync('mkfifo', [pipe]);
  // Together: each has patience for three seconds.
  const ends = await Promise.all(reading.map((command) => run([command, pipe])));
  for (const { code, err } of ends) {
    expect(err).toContain(`${pipe} lässt sich nicht lesen: niemand schreibt in diese Pipe\n`);
    expect(code).toBe(2);
  }
});

test('a pipe into which somebody writes, late and slowly, is evaluated', async () => {
  const pipe = path.join(await temporaryFolder(), 'pipe.yaml');
  execFileSync('mkfifo', [pipe]);
  const running = run(['evaluate', pipe]);
  const slowly = '{ sleep 0.5; head -c 700 "$1"; sleep 0.3; tail -c +701 "$1"; } > "$2"';
  spawn('sh', ['-c', slowly, 'sh', whatsapp, pipe]);
  const [piped, plain] = [await running, await run(['evaluate', whatsapp])];
  expect(piped).toEqual(plain);
  expect(piped.code).toBe(1);
});

describe('behind standard output the disk is full', () => {
  test.each([
    ['--version'],
    ['--help'],
    ['report', whatsapp],
    ['report', whatsapp, '--format', 'html'],
    ['evaluate', whatsapp],
    ['evaluate', examples, '--format', 'ndjson'],
    ['evaluate', examples, '--format', 'table'],
    ['summary', '/dev/null'],
    ['explain', whatsapp],
    ['init', '-'],
  ])('%s %s %s %s', async (...args) => {
    const { code, err } = await run(args, { prefix: shell('exec "$@" > /dev/full') });
    expect(err).toContain('Die Standardausgabe lässt sich nicht schreiben: kein Speicherplatz mehr\n');
    expect(code).toBe(2);
  });
});

/** An answer file and a memo on a disk of 64 KiB on which nothing else has room. */
async function fullDisk(): Promise<string> {
  const folder = await mounted('size=64k');
  await copyFile(path.join(examples, 'kommune-saarland.yaml'), path.join(folder, 'a.yaml'));
  await writeFile(path.join(folder, 'memo.html'), 'old');
  await writeFile(path.join(folder, 'ballast'), new Uint8Array(65_536)).catch(() => undefined);
  return folder;
}

async function readOnlyDisk(): Promise<string> {
  const folder = await mounted('size=1m');
  await writeFile(path.join(folder, 'memo.html'), 'old');
  await copyFile(whatsapp, path.join(folder, 'a.yaml'));
  execFileSync('mount', ['-o', 'remount,ro', folder]);
  return folder;
}

async function mounted(options: string): Promise<string> {
  const folder = path.join(await temporaryFolder(), 'disk');
  await mkdir(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'messenger-check', folder]);
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

const canMount = succeeds('unshare', ['-m', 'mount', '-t', 'tmpfs', 'messenger-check', '/mnt']);
const noMount = 'mounting is not permitted';

describeWhere(canMount, noMount, 'on a full disk nothing is lost and nothing is left', () => {
  test.each([
    ['memo.html', ['report', 'a.yaml', '--format', 'html', '--output', 'memo.html']],
    ['rows.csv', ['evaluate', '.', '--format', 'csv:rows.csv']],
    ['a.yaml', ['assess', 'a.yaml']],
    ['form.yaml', ['init', 'form.yaml']],
  ])('%s', async (file, args) => {
    const cwd = await fullDisk();
    const before = await contentOf(cwd);
    const { code, err } = await run(args, { cwd });
    expect(err).toContain(`${file} lässt sich nicht schreiben: kein Speicherplatz mehr\n`);
    expect(code).toBe(2);
    expect(await contentOf(cwd)).toEqual(before);
  });
});

const writing = [
  ['memo.html', ['report', 'a.yaml', '--format', 'html', '--output', 'memo.html']],
  ['a.yaml', ['assess', 'a.yaml']],
  ['new.yaml', ['assess', 'new.yaml']],
  ['form.yaml', ['init', 'form.yaml']],
] as const;

describeWhere(canMount, noMount, 'on a read-only disk the reason is said', () => {
  test.each(writing)('%s %j', async (file, args) => {
    const { code, err } = await run(args, { cwd: await readOnlyDisk() });
    expect(err).toMatch(new RegExp(`^${file} lässt sich nicht schreiben: .*(schreibgeschützt|read-only)`, 'm'));
    expect(code).toBe(2);
  });
});

const anybody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
const canBeAnybody = succeeds('setpriv', [...anybody.slice(1), process.execPath, program, '--version']);

describeWhere(canBeAnybody, 'setpriv is not permitted', 'in a folder of somebody else the reason is said', () => {
  test.each(writing)('%s %j', async (file, args) => {
    const cwd = await temporaryFolder();
    await chmod(cwd, 0o755);
    await copyFile(whatsapp, path.join(cwd, 'a.yaml'));
    const { code, err } = await run(args, { cwd, prefix: anybody });
    expect(err).toContain(`${file} lässt sich nicht schreiben: keine Berechtigung\n`);
    expect(code).toBe(2);
    expect(await readdir(cwd)).toEqual(['a.yaml']);
  });
});

/** An interview that has asked its first question and waits. */
async function interviewIn(cwd: string): Promise<Started> {
  const session = start(['assess', 'a.yaml'], { cwd });
  await said(session, 'Welche Stelle');
  return session;
}

async function said(session: Started, text: string): Promise<void> {
  while (!session.err().includes(text)) {
    if (session.child.exitCode !== null || session.child.signalCode !== null) throw new Error(session.err());
    await sleep(20);
  }
}

test('a link that somebody planted has no other file overwritten', async () => {
  const cwd = await temporaryFolder();
  await writeFile(path.join(cwd, 'precious'), 'precious', { mode: 0o600 });
  await symlink('precious', path.join(cwd, '.r.html.messenger-check'));
  const { code } = await run(['report', whatsapp, '--format', 'html', '--output', 'r.html', '--exit-zero'], { cwd });
  expect(code).toBe(0);
  const after = await contentOf(cwd);
  expect([...after.keys()]).toEqual(['precious', 'r.html']);
  expect(after.get('precious')).toBe('precious');
  expect((await lstat(path.join(cwd, 'r.html'))).isFile()).toBe(true);
});

describe('two interviews on one file', () => {
  test('the second is refused, the first goes on, and nothing is left of it', async () => {
    const cwd = await temporaryFolder();
    const first = await interviewIn(cwd);
    const { code, err } = await run(['assess', 'a.yaml'], { cwd });
    expect(err).toContain(`a.yaml wird gerade in einer anderen Befragung bearbeitet (Prozess ${first.child.pid} `);
    expect(code).toBe(2);
    first.child.stdin?.end('Stadt\nAnfragen\n');
    expect((await first.ended).code).toBe(130);
    const after = await contentOf(cwd);
    expect([...after.keys()]).toEqual(['a.yaml']);
    for (const answer of ['Stadt', 'Anfragen']) expect(after.get('a.yaml')).toContain(answer);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('after %s the file is free', async (signal) => {
    const cwd = await temporaryFolder();
    const { child, ended } = await interviewIn(cwd);
    child.kill(signal);
    expect((await ended).code).toBe(130);
    expect(await readdir(cwd)).toEqual([]);
  });

  test('a link or pipe in the place of the note is not read', async () => {
    const cwd = await temporaryFolder();
    await symlink('/etc/passwd', path.join(cwd, '.a.yaml.messenger-check-lock'));
    execFileSync('mkfifo', [path.join(cwd, '.b.yaml.messenger-check-lock')]);
    for (const name of ['a.yaml', 'b.yaml']) {
      const { code, err } = await run(['assess', name], { cwd });
      expect(err).toContain(`${name} wird gerade in einer anderen Befragung bearbeitet (Prozess ?)`);
      expect(code).toBe(2);
    }
  });

  test('the note of one that was killed is taken over', async () => {
    const cwd = await temporaryFolder();
    const { child, ended } = await interviewIn(cwd);
    child.kill('SIGKILL');
    await ended;
    expect(await readdir(cwd)).toHaveLength(1);
    const next = await interviewIn(cwd);
    next.child.stdin?.end('Stadt\n');
    expect((await next.ended).code).toBe(130);
    expect(await readdir(cwd)).toEqual(['a.yaml']);
  });
});

describe('nobody reads the output', () => {
  test.each([
    [1, ['report', whatsapp]],
    [1, ['report', whatsapp, '--format', 'json', '--depth', 'annex']],
    [1, ['evaluate', whatsapp]],
    [1, ['evaluate', whatsapp, '--format', 'json']],
    [0, ['explain', whatsapp, '--findings']],
    [0, ['compare', whatsapp, '--profiles']],
    [0, ['questionnaires', 'show', 'dsk-krankenhaus']],
    [0, ['messengers', 'list']],
    [0, ['init', '-']],
    [0, ['--help']],
  ])('%i: %j', async (expected, args) => {
    const [early, late] = [start(args), start(args)];
    early.child.stdout?.destroy();
    late.child.stdout?.once('data', () => late.child.stdout?.destroy());
    for (const { ended } of [early, late]) expect(await ended).toMatchObject({ code: expected, err: '' });
  });
});

test.each([20, 24, 30])('with no more than %i files that may be open, the result is the same', async (limit) => {
  const prefix = shell(`ulimit -n ${limit}; exec "$@"`);
  for (const command of ['report', 'evaluate']) {
    const [few, many] = await Promise.all([run([command, whatsapp], { prefix }), run([command, whatsapp])]);
    expect(few).toEqual(many);
    expect(few).toMatchObject({ code: 1, err: '' });
  }
});

describe('a name that would repaint the terminal does not', () => {
  const [name, gone] = ['a\n\u001B[31mred.yaml', 'b\n\u001B]0;x\u0007gone.yaml'];
  test.each([
    ['report', name],
    ['report', name, '--format', 'html'],
    ['report', name, '--output', 'c\u001B[1m.html', '--format', 'html'],
    ['evaluate', name],
    ['evaluate', '.', '--format', 'table'],
    ['explain', name],
    ['verify', name],
    ['summary', name],
    ['init', name],
    ...['report', 'evaluate', 'summary'].map((command) => [command, gone]),
  ])('%s %j %s', async (...args) => {
    const cwd = await temporaryFolder();
    await copyFile(whatsapp, path.join(cwd, name));
    const { out, err } = await run(args, { cwd });
    for (const control of ['\u001B', '\u0007']) expect(out + err).not.toContain(control);
    expect(out + err).not.toBe('');
  });
});
