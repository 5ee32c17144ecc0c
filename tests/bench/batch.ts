import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { createWork } from '../../src/batch/work.ts';
import { readCatalogue } from '../../src/commands/inputs.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Assessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { judgeAssessment } from '../../src/evaluate/evaluate.ts';
import { evaluateRequirement } from '../../src/evaluate/evaluate-requirement.ts';
import { processIo } from '../../src/io.ts';
import { assessmentText } from '../../src/load/assessment-text.ts';
import { realisticAssessment } from '../support/realistic-assessments.ts';
import { factsOf, jsonLogic, jsonRules, plainRequirements } from './rule-engines.ts';

const rounds = 5;
const date = '2026-11-28';
const program = path.resolve('bin/messenger-check.js');
const say = (line = '') => process.stdout.write(`${line}\n`);

const sizes = process.argv.slice(2).map(Number).filter(Number.isInteger);
const [count = 2000, ...memorySizes] = sizes.length > 0 ? sizes : [2000, 1000, 10_000, 100_000];

/** The variable costs Node 20 as much again as starting. */
const env = { ...process.env };
delete env.NODE_EXTRA_CA_CERTS;

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? Number.NaN;
}

/** Milliseconds of each way, all of them in turn, so that what else the machine does hits all alike; the first does not count. */
async function compare(ways: Readonly<Record<string, () => unknown>>): Promise<Record<string, number>> {
  const times: Record<string, number[]> = {};
  for (let round = 0; round <= rounds; round++) {
    for (const [name, run] of Object.entries(ways)) {
      const start = performance.now();
      await run();
      times[name] ??= [];
      if (round > 0) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

function table(times: Readonly<Record<string, number>>, per: number, floor: string): void {
  for (const [name, time] of Object.entries(times)) {
    const micro = ((time * 1000) / per).toFixed(1).padStart(9);
    say(`${micro} us  ${(time / (times[floor] ?? 1)).toFixed(2).padStart(7)} x  ${name}`);
  }
}

interface Folders {
  readonly own: string;
  readonly edited: string;
  readonly other: string;
  readonly json: string;
}

/** What people leave in a file that they have edited. */
const edits: readonly ((text: string) => string)[] = [
  (text) => text.replace(/^answers:$/m, 'answers: # ergänzt'),
  (text) => text.replaceAll(/^( {2}[a-z-]+: [a-z-]+)$/gm, '$1 # siehe AVV'),
  (text) => text.replaceAll(/^(?= {2}[a-z-]+: )/gm, '\n  # zu klären mit der IT\n'),
  (text) => text.replaceAll('\n', '\r\n'),
];

/** A text that goes on below, without quotes: YAML, but nothing that the program writes, nor most people. */
function inOtherForm(text: string): string {
  return text.replace(/^( {2}use: .*) (\S+)$/m, '$1\n    $2');
}

/** The same assessments as the program writes them, as somebody might have left them, in other YAML, and as JSON. */
function writeFiles(root: string, catalogue: Catalogue, number: number): Folders {
  const folders = {
    own: path.join(root, 'own'),
    edited: path.join(root, 'edited'),
    other: path.join(root, 'other'),
    json: path.join(root, 'json'),
  };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  for (let seed = 0; seed < number; seed++) {
    const text = assessmentText(realisticAssessment(catalogue, seed), '');
    const name = String(seed).padStart(6, '0');
    writeFileSync(path.join(folders.own, `${name}.yaml`), text);
    const edit = edits[seed % edits.length] ?? String;
    writeFileSync(path.join(folders.edited, `${name}.yaml`), edit(text));
    writeFileSync(path.join(folders.other, `${name}.yaml`), inOtherForm(text));
    writeFileSync(path.join(folders.json, `${name}.json`), JSON.stringify(parse(text)));
  }
  return folders;
}

function pathsIn(folder: string): readonly string[] {
  return readdirSync(folder).map((name) => path.join(folder, name));
}

const root = mkdtempSync(path.join(tmpdir(), 'messenger-check-bench-'));
try {
  const catalogue = await readCatalogue({ language: 'de', questionnaires: [], date, quiet: true }, processIo);
  say(`Node ${process.version}, ${count} files, medians of ${rounds}`);
  const folders = writeFiles(root, catalogue, count);
  const [own, json] = [pathsIn(folders.own), pathsIn(folders.json)];
  const bytes = own.reduce((sum, file) => sum + readFileSync(file).length, 0);
  say(`${(bytes / count / 1024).toFixed(1)} KiB a file on average`);

  const work = await createWork({
    catalogue,
    language: 'de',
    date,
    version: 'bench',
    formats: [{ id: 'ndjson', hasColor: false }],
  });
  const batch = (files: readonly string[]) => async () => {
    for (let at = 0; at < files.length; at += 50) {
      await work(files.slice(at, at + 50).map((name) => ({ kind: 'file', name })));
    }
  };
  const each = (files: readonly string[], run: (text: string) => unknown) => () => {
    for (const file of files) run(readFileSync(file, 'utf8'));
  };
  say('\nOne worker, files as the program writes them (wanted: the last at most 2.5 x)');
  table(
    await compare({
      'read and JSON.parse': each(json, JSON.parse),
      'read only': each(own, (text) => text.length),
      'read and parse YAML': each(own.slice(0, Math.ceil(count / 10)), parse),
      'whole batch': batch(own),
    }),
    count,
    'read and JSON.parse',
  );
  say('   (YAML: a tenth of the files)');
  for (const [what, files] of [
    ['files edited by hand (wanted: the last at most 1.15 x)', pathsIn(folders.edited)],
    ['files in other YAML, which the parser reads', pathsIn(folders.other)],
  ] as const) {
    say(`\nOne worker, ${what}`);
    const some = files.slice(0, Math.ceil(count / 10));
    table(
      await compare({ 'read and parse YAML': each(some, parse), 'whole batch': batch(some) }),
      some.length,
      'read and parse YAML',
    );
  }

  say('\nEvaluation alone, the same requirements over the same parsed answers');
  await compareEngines(catalogue);

  say('\nWhole processes (wanted: two workers at least 1.7 x as fast as one)');
  const argv = [program, 'evaluate', '--format', 'ndjson', '--quiet', '--exit-zero'];
  const run = (...more: readonly string[]) =>
    ended(spawn(process.execPath, [...argv, ...more], { env, stdio: 'ignore' }));
  const halves = splitIn(2, own, root);
  table(
    await compare({
      '--jobs 1': () => run(folders.own, '--jobs', '1'),
      '--jobs 2': () => run(folders.own, '--jobs', '2'),
      'two processes, half of the files each': () => Promise.all(halves.map((half) => run(half, '--jobs', '1'))),
    }),
    count,
    '--jobs 2',
  );
  say('   (the last is what the machine gives: two programs that share nothing)');

  say('\nStart (wanted: version and help at most 1.6 x, evaluate and report 3 x)');
  const one = own[0] ?? '';
  const start =
    (...argv: readonly string[]) =>
    () =>
      spawnSync(process.execPath, argv, { env, stdio: 'ignore' });
  table(
    await compare({
      'node -e 0': start('-e', '0'),
      '--version': start(program, '--version'),
      '--help': start(program, '--help'),
      evaluate: start(program, 'evaluate', one),
      report: start(program, 'report', one),
    }),
    1,
    'node -e 0',
  );

  const prompts: number[] = [];
  for (let round = 0; round <= rounds; round++) prompts.push(await firstPrompt());
  say(`   first prompt of assess after ${median(prompts.slice(1)).toFixed(0)} ms (wanted: 300)`);

  say('\nPeak memory, one worker (wanted: the last at most 1.3 x the first)');
  for (const number of memorySizes) measureMemory(catalogue, number);
} finally {
  rmSync(root, { recursive: true });
}

/** The same files in folders, as many in each. */
function splitIn(parts: number, files: readonly string[], root: string): readonly string[] {
  return Array.from({ length: parts }, (_, part) => {
    const folder = path.join(root, `part-${part}`);
    mkdirSync(folder);
    for (const [at, file] of files.entries())
      if (at % parts === part) linkSync(file, path.join(folder, path.basename(file)));
    return folder;
  });
}

function ended(child: ChildProcess): Promise<unknown> {
  return once(child, 'exit');
}

/** Milliseconds until the interview shows its first question in a terminal, which `script` of util-linux gives it. */
async function firstPrompt(): Promise<number> {
  const file = path.join(mkdtempSync(path.join(root, 'prompt-')), 'a.yaml');
  const command = `'${process.execPath}' '${program}' assess '${file}' --lang en`;
  const start = performance.now();
  const child = spawn('script', ['-qec', command, '/dev/null'], { env: { ...env, TERM: 'xterm-256color' } });
  let shown = '';
  for await (const piece of child.stdout) {
    shown += piece;
    if (shown.includes('?')) break;
  }
  const took = performance.now() - start;
  child.kill();
  return took;
}

/** Answers without gaps: where something is open, the other engines give another result, or none. */
function complete(assessment: Assessment): ReadonlyMap<string, Answer> {
  return new Map([...assessment.answers].filter(([, { state }]) => state !== 'unknown'));
}

async function compareEngines(catalogue: Catalogue): Promise<void> {
  const requirements = plainRequirements(catalogue);
  const wanted = new Map(
    [...catalogue.questionnaires.values()].flatMap(({ sections }) =>
      sections.flatMap((section) => section.requirements.map((one) => [one.id, one] as const)),
    ),
  );
  const mine = requirements.flatMap(({ id }) => wanted.get(id) ?? []);
  const assessments = Array.from({ length: 200 }, (_, seed) => realisticAssessment(catalogue, seed));
  const sets = assessments.map(complete);
  const facts = sets.map(factsOf);
  const [logic, rules] = [jsonLogic(requirements), jsonRules(requirements)];
  let compared = 0;
  const different = { logic: 0, rules: 0 };
  for (const [at, answers] of sets.entries()) {
    const [byLogic, byRules] = [new Map(logic(facts[at] ?? {})), new Map(await rules(facts[at] ?? {}))];
    for (const requirement of mine) {
      const [outcome] = evaluateRequirement(requirement, { questions: catalogue.questions, answers });
      if (outcome === undefined || outcome.judged === 'open') continue;
      compared++;
      if (byLogic.get(requirement.id) !== outcome.judged) different.logic++;
      if (byRules.get(requirement.id) !== outcome.judged) different.rules++;
    }
  }
  say(`${requirements.length} requirements; of ${compared} results, other: ${JSON.stringify(different)}`);
  const reading = { questions: catalogue.questions };
  const few = facts.slice(0, 20);
  const times = await compare({
    'messenger-check': () => {
      for (const answers of sets) {
        const facts = { ...reading, answers };
        for (const requirement of mine) evaluateRequirement(requirement, facts, 'open');
      }
    },
    'the same, with reasons': () => {
      for (const answers of sets) {
        const facts = { ...reading, answers };
        for (const requirement of mine) evaluateRequirement(requirement, facts);
      }
    },
    'json-logic-engine': () => facts.map(logic),
    'json-rules-engine': async () => {
      for (const one of few) await rules(one);
    },
  });
  const perSet = { 'json-rules-engine': (times['json-rules-engine'] ?? 0) * (facts.length / few.length) };
  table({ ...times, ...perSet }, sets.length, 'messenger-check');
  say('   (wanted: json-rules-engine at least 100 x, json-logic-engine 1.5 x)');
  const judged = await compare({
    'all findings and verdicts of an assessment': () => {
      for (const one of assessments) judgeAssessment(catalogue, one, { date, reasons: 'open' });
    },
  });
  table(judged, sets.length, 'all findings and verdicts of an assessment');
}

function measureMemory(catalogue: Catalogue, number: number): void {
  const folder = path.join(root, `memory-${number}`);
  const { own } = writeFiles(folder, catalogue, Math.min(number, 1000));
  for (let at = 1000; at < number; at++) {
    const text = readFileSync(path.join(own, `${String(at % 1000).padStart(6, '0')}.yaml`), 'utf8');
    writeFileSync(path.join(own, `${String(at).padStart(6, '0')}.yaml`), `${text}# ${at}\n`);
  }
  const argv = [program, 'evaluate', own, '--format', 'ndjson', '--jobs', '1', '--quiet', '--exit-zero'];
  const hook = path.join(root, 'peak.cjs');
  writeFileSync(hook, "process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))");
  const start = performance.now();
  const { stderr } = spawnSync(process.execPath, ['--require', hook, ...argv], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const kilobytes = Number(/peak (\d+)/.exec(stderr)?.[1]);
  const seconds = (performance.now() - start) / 1000;
  const rate = Math.round(number / seconds);
  say(
    `${String(number).padStart(7)} files: ${(kilobytes / 1024).toFixed(0)} MiB, ${seconds.toFixed(1)} s, ${rate} files/s`,
  );
  rmSync(folder, { recursive: true });
}
