import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { batchFormats } from '../src/batch/formats.ts';
import { createProgram } from '../src/cli/program.ts';
import { memoFormats } from '../src/report/report.ts';
import { fakeIo } from './support/fake-io.ts';
import { describeWith } from './support/needs.ts';
import { program } from './support/real-program.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const root = path.join(import.meta.dirname, '..');
const examples = path.join(root, 'questionnaires/examples');
const example = (name: string) => path.join(examples, `${name}.yaml`);

interface Invocation {
  /** What stands after the name of the command. */
  readonly args: readonly string[];
  readonly input?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Without one, 0: what failed early would show nothing. */
  readonly code?: number;
}

const deployments = ['kommune-whatsapp', 'schule-threema-work', 'unternehmen-wabp'].map(example);
/** It has few questions: what is computed does not matter here, and computing takes the time. */
const one = example('schule-threema-work');
const plainAnswers = ['Stadt Musterhausen', 'Bürgeranfragen', 'DSB-1', 'DSB', '3', '7', '26', 'Eigenbau'];
const everywhereTheFirst = Array.from({ length: 120 }, () => '1');

/** What earlier commands made for later ones. */
const made = { html: '../made/report.html', json: '../made/report.json', rows: '../made/rows.ndjson' };

/** Each command as people call it, in a folder of its own. */
const invocations: Readonly<Record<string, readonly Invocation[]>> = {
  assess: [
    { args: ['a.yaml', '--accessible', '--lang', 'en'], input: plainAnswers, code: 130 },
    { args: ['a.yaml'], env: { ACCESSIBLE: '1' }, input: [...plainAnswers, ...everywhereTheFirst] },
  ],
  report: [
    { args: [example('kommune-whatsapp')], code: 1 },
    ...memoFormats.map((format) => ({
      args: [one, '--format', format, '--output', `report.${format}`],
    })),
  ],
  verify: [{ args: [made.json] }, { args: [made.html] }],
  evaluate: [
    {
      args: [
        ...[...deployments, '--exit-zero', '--jobs', '2', '--cache', 'cache'],
        ...batchFormats.flatMap((format) => ['--format', `${format}:rows.${format}`]),
      ],
    },
    { args: ['-'], input: ['- a list'], code: 2 },
  ],
  init: [{ args: ['form.yaml', '--about', 'organisation'] }],
  explain: [{ args: [one, '--findings'] }],
  compare: [
    { args: [one, example('kommune-whatsapp'), '--exit-zero', '--format', 'html'] },
    { args: [one, '--exit-zero', '--profiles', 'signal,threema-onprem'] },
  ],
  diff: [{ args: [one, one, '--date-old', '2026-01-01'] }],
  summary: [{ args: [made.rows, '--format', 'html'] }],
  'questionnaires list': [{ args: [] }],
  'questionnaires show': [
    { args: ['bfdi-leitfragen'] },
    { args: ['--matrix'] },
    { args: ['--format', 'oscal', '--output', 'catalog.json'] },
  ],
  'questionnaires schemas': [{ args: ['.'] }],
  'questionnaires validate': [{ args: [path.join(examples, 'hausregeln-klinikum'), '--format', 'json'] }],
  'messengers list': [{ args: [] }, { args: ['--stale', '--format', 'json'] }],
  'messengers show': [{ args: ['signal'] }],
  completion: [{ args: ['bash'] }, { args: ['bash', '--', 'messengers', 'show', ''] }],
};

function leavesOf(command: Command, above: readonly string[] = []): readonly string[] {
  return command.commands.flatMap((one) => {
    const names = [...above, one.name()];
    return one.commands.length > 0 ? leavesOf(one, names) : [names.join(' ')];
  });
}

test('every command is called here', () => {
  const leaves = leavesOf(createProgram({ io: fakeIo(), language: 'de', outcome: { code: 0 } }));
  expect(Object.keys(invocations).toSorted()).toEqual(leaves.toSorted());
});

/** What starts a program in a namespace without a network; undefined where that is not permitted. */
const withoutNetwork = [
  ['unshare', '-n'],
  ['unshare', '-rn'],
].find(([unshare = '', ...flags]) => spawnSync(unshare, [...flags, 'true']).status === 0);
if (withoutNetwork === undefined) {
  process.stderr.write('\n!!! unshare may not take the network away here: "no network" is only traced.\n\n');
}

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: readonly string[], { cwd, input = [], env = {} }: RunOptions): Promise<Run> {
  const [file = '', ...args] = command;
  // What goes through a ring of io_uring shows in no trace. libuv makes none with this: each that is made is a finding.
  const settings = { SOURCE_DATE_EPOCH: '1795392000', UV_USE_IO_URING: '0', ...env };
  const child = spawn(file, args, { cwd, env: { ...process.env, ...settings } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdin.on('error', () => {
    // Whoever has ended reads no more.
  });
  child.stdin.end(input.map((line) => `${line}\n`).join(''));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

interface RunOptions extends Pick<Invocation, 'input' | 'env'> {
  readonly cwd: string;
}

/**
 * What Node itself does on Linux, measured with `node -e 0`: with files for input and output nothing at all, and
 * with what `spawn` gives it, pairs of sockets without a name, it asks what these are. Asking reaches nobody.
 */
const asksWhatItWasGiven = /^\d+ +(?:<\.\.\. )?getsock(?:name|opt)\b/;

/** Runs Node without a network, where permitted, and tells every call of the system that could reach one. */
async function traced(strace: string, args: readonly string[], options: RunOptions) {
  const trace = path.join(await temporaryFolder(), 'trace');
  const tracing = [
    strace,
    '-f',
    '--seccomp-bpf',
    '-qq',
    '-e',
    'trace=network,io_uring_setup',
    '-e',
    'signal=none',
    '-o',
    trace,
  ];
  const result = await run([...(withoutNetwork ?? []), ...tracing, process.execPath, ...args], options);
  const lines = (await readFile(trace, 'utf8')).split('\n');
  return { ...result, calls: lines.filter((line) => line !== '' && !asksWhatItWasGiven.test(line)) };
}

interface NamedInvocation extends Invocation {
  readonly name: string;
  readonly command: readonly string[];
  /** Whether it is called where there is a network, too. */
  readonly isCompared: boolean;
}

const all: readonly NamedInvocation[] = [
  { name: '--version', command: [], args: ['--version'], isCompared: true },
  { name: 'help report', command: [], args: ['help', 'report'], isCompared: true },
  ...Object.entries(invocations).flatMap(([name, calls]) =>
    calls.map((call, index) => ({
      ...call,
      // The others would take twice the time and show the same.
      isCompared: index === 0,
      command: name.split(' '),
      name: [name, ...call.args.map((word) => path.basename(word))].join(' '),
    })),
  ),
];

describeWith('strace', 'nothing phones home', (strace) => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'messenger-check-'));
    const cwd = path.join(folder, 'made');
    await mkdir(cwd);
    const report = (format: string) => [
      ...['report', one, '--exit-zero', '--format', format],
      ...['--output', `report.${format}`],
    ];
    const rows = ['evaluate', ...deployments, '--exit-zero', '--format', 'ndjson:rows.ndjson'];
    const making = [report('html'), report('json'), rows];
    const runs = await Promise.all(making.map((args) => run([process.execPath, program, ...args], { cwd })));
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(all.map((call) => [call.name, call] as const))('%s', async (_, { command, args, isCompared, ...call }) => {
    const { code = 0, ...given } = call;
    const words = [program, ...command, ...args];
    const inFolder = async () => ({ ...given, cwd: await mkdtemp(path.join(folder, 'run-')) });
    const [{ calls, ...inside }, outside] = await Promise.all([
      traced(strace, words, await inFolder()),
      isCompared ? run([process.execPath, ...words], await inFolder()) : undefined,
    ]);
    expect(calls).toEqual([]);
    expect(inside.code, inside.stderr).toBe(code);
    if (outside) expect([inside.code, inside.stdout]).toEqual([outside.code, outside.stdout]);
  });

  test('Node itself reaches nobody', async () => {
    expect(await traced(strace, ['-e', '0'], { cwd: root })).toMatchObject({ code: 0, calls: [] });
  });

  const ends = ".on('error', () => {})";
  test.each([
    { name: 'a connection', script: `net.connect(9, '127.0.0.1')${ends}`, found: /connect\(.*AF_INET\b.*127\.0\.0\.1/ },
    {
      name: 'a connection of a worker',
      script: `new worker_threads.Worker("require('net').connect(9, '127.0.0.1')${ends}", { eval: true })`,
      found: /connect\(.*AF_INET\b.*127\.0\.0\.1/,
    },
    { name: 'a socket with a path', script: `net.connect('nobody.sock')${ends}`, found: /AF_UNIX.*nobody\.sock/ },
    {
      name: 'the look-up of a name',
      script: `dns.lookup('name.invalid', () => {})`,
      found: /socket\(AF_(?:INET|UNIX)/,
    },
    { name: 'a list of the interfaces', script: `os.networkInterfaces()`, found: /socket\(AF_NETLINK/ },
  ])('would find $name', async ({ script, found }) => {
    const { calls } = await traced(strace, ['-e', script], { cwd: root });
    expect(calls.join('\n')).toMatch(found);
  });

  test.skipIf(withoutNetwork === undefined)('where it runs, there is no network', async () => {
    const script = "net.connect(9, '127.0.0.1').on('error', ({ code }) => console.log(code))";
    expect((await run([...(withoutNetwork ?? []), process.execPath, '-e', script], { cwd: root })).stdout).toBe(
      'ENETUNREACH\n',
    );
  });
});
