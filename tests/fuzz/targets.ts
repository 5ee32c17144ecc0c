import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { documentsIn, linesIn } from '../../src/batch/documents.ts';
import { reportOn } from '../../src/commands/make-report.ts';
import { verifyReport } from '../../src/commands/verify-report.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { InputIssue } from '../../src/domain/input-issue.ts';
import { InvalidInput } from '../../src/errors.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { reasoningOn } from '../../src/evaluate/reasoning.ts';
import { exitCodes } from '../../src/exit-code.ts';
import { inputFile } from '../../src/files/input-file.ts';
import { lintCatalogue } from '../../src/lint/lint-catalogue.ts';
import { roleOf } from '../../src/load/catalogue-files.ts';
import { loadAssessment } from '../../src/load/load-assessment.ts';
import { loadCatalogue } from '../../src/load/load-catalogue.ts';
import { loadFlawlessAssessment } from '../../src/load/load-flawless-assessment.ts';
import { parseYaml } from '../../src/load/parse-yaml.ts';
import { readOwnForm } from '../../src/load/read-own-form.ts';
import { main } from '../../src/main.ts';
import { packageRoot } from '../../src/package-root.ts';
import { renderers } from '../../src/report/index.ts';
import { TemplateMistake } from '../../src/report/own-templates.ts';
import { describeIssue } from '../../src/wording/describe-issue.ts';
import { fakeIo } from '../support/fake-io.ts';
import { fileOf, parsedValue } from '../support/plain-value.ts';
import { worlds } from '../support/random-worlds.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';
import { smallFolder } from '../support/small-folder.ts';
import { anyFile, anyPiece, anyPieces, monotonousFiles, mutated } from './hostile.ts';
import { target } from './run-target.ts';

const day = '2026-11-23';
const format = 'format: messenger-check/assessment@1';
const examples = path.join(packageRoot, 'questionnaires/examples');
const realFiles = readdirSync(examples)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(path.join(examples, name), 'utf8'));
const smallAnswers = [
  `${format}
subject: { organisation: Amt, use: Post, messenger: pigeon, date: 2026-01-02 }
questionnaires: { paper-2020: "2020-05-18.1" }
answers:
  sector: office
  functions: [text, calls]
  encryption: { value: never, note: "geprüft", evidence: [{ text: Gutachten, date: 2025-01-02, validUntil: 2027-01-01 }] }
  retention-days: 30
  audited-on: 2024-05-06
  remarks: |
    zwei
    Zeilen
  purpose@text: stated
  purpose@calls: { unknown: not-known-yet }
  inline: [one]
measures:
  P-01: { responsible: Frau Rat, due: 2027-01-01, note: bald }
equivalents: [{ requirement: P-02, measure: anders, evidence: Akte }]
exceptions: [{ requirement: P-03, reason: Umzug, approvedBy: Leitung, from: 2026-01-01, until: 2026-12-31 }]
signOff: { opinion: { by: Frau Rat, date: 2026-01-01, text: gut }, nextReview: 2027-01-01 }
`,
  `${format}\nanswers:\n  sector: school\n  encryption: { notApplicable: keine }\n`,
  `{"format": "messenger-check/assessment@1", "answers": {"sector": "office", "inline": ["one", "two"]}}`,
];

const folder = Object.entries(smallFolder).map(([name, text]) => ({ name, text }));

function catalogueOf(files: readonly { readonly name: string; readonly text: string | Uint8Array }[]) {
  return loadCatalogue(
    files.flatMap(({ name, text }) => {
      const role = roleOf(name);
      const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
      return role === undefined ? [] : [{ ...inputFile(name, bytes), role }];
    }),
  );
}

const small = catalogueOf(folder);
if (!small.ok) throw new Error('the small folder does not load');
const smallCatalogue: Catalogue = small.value;

function require(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Every mistake can be said, in both languages, and repaints no terminal. */
function requireSayable(issues: readonly InputIssue[]): void {
  require(issues.length > 0, 'refused without a reason');
  for (const issue of issues.slice(0, 20)) {
    for (const language of ['de', 'en'] as const) {
      require(!/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u.test(describeIssue(issue, language)), 'a message repaints');
    }
    require(issue.place.line >= 1 && issue.place.column >= 1, 'a mistake without a place');
  }
}

/** Text in pieces of some bytes, as a stream hands it over. */
async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

const plainManner = { root: packageRoot, columns: 80, hasColor: false } as const;

/** The report on a file, unless it is refused with reasons. */
async function reportOrRefusal(bytes: Uint8Array, depth: 'brief' | 'full' | 'annex') {
  try {
    const options = { catalogue: smallCatalogue, language: 'de', date: day, depth } as const;
    return await reportOn(inputFile('a.yaml', bytes), options);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    requireSayable(error.issues);
    return undefined;
  }
}

const wholeReport = await reportOrRefusal(new TextEncoder().encode(smallAnswers[0]), 'annex');
if (wholeReport === undefined) throw new Error('the small answers do not load');
const printedReports = [renderers.json(wholeReport, plainManner), renderers.html(wholeReport, plainManner)];

const templateTexts = ['report.html.hbs', 'partials/head.html.hbs'].flatMap((name) => {
  try {
    return [readFileSync(path.join(packageRoot, 'templates', name), 'utf8')];
  } catch {
    return [];
  }
});

const rows = ['{"file":"a.yaml","verdict":"permissible"}\n{"file":"b.yaml","problems":["x"]}\n', '{}\n\n[1]\nnull\n'];

/** Arguments that somebody may type, in any order. */
const anyArguments = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...[
        'evaluate',
        'report',
        'explain',
        'compare',
        'diff',
        'summary',
        'verify',
        'init',
        'assess',
        'messengers',
        'help',
      ],
      ...[
        'questionnaires',
        'list',
        'show',
        'validate',
        '--help',
        '--version',
        '--lang',
        'en',
        'xx',
        '--date',
        day,
        'x',
      ],
      ...[
        '--format',
        'json',
        'html',
        'markdown',
        'ndjson',
        'table',
        'csv',
        'sarif',
        '--fail-on',
        'conditional',
        '-q',
        '-f',
      ],
      ...[
        '--exit-zero',
        '--depth',
        'brief',
        'annex',
        '--redact',
        'notes',
        '--open',
        '--findings',
        '--profiles',
        '--quick',
      ],
      ...['--jobs', '1', '0', '--shard', '1/2', '--min-count', '5', '--only', 'bfdi-leitfragen', '--', '--output='],
      ...[
        'whatsapp',
        'BFDI-01',
        '__proto__',
        'constructor',
        '--stale',
        '--matrix',
        '--no-color',
        '--template',
        '.',
        '*',
      ],
      ...['FILE', 'FILE', 'FILE', 'FOLDER', 'GONE'],
    ),
    { weight: 1, arbitrary: anyPiece },
  ),
  { maxLength: 7 },
);

const commandsOnFiles = fc.constantFrom(
  ...[
    ['evaluate', 'FILE'],
    ['evaluate', 'FOLDER', '-f', 'ndjson', '--jobs', '1'],
    ['report', 'FILE'],
    ['verify', 'FILE'],
  ],
  ...[
    ['report', 'FILE', '-f', 'json'],
    ['explain', 'FILE'],
    ['diff', 'FILE', 'FILE'],
    ['summary', 'FILE'],
  ],
  ...[
    ['compare', 'FILE', 'FILE'],
    ['evaluate', 'FILE', '--questionnaires', 'FOLDER'],
    ['explain', 'FILE', '--open'],
  ],
);

/** The program in this process: an exit code of the table, and never that of a bug. */
async function requireCalm(argv: readonly string[], content: Uint8Array): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'messenger-check-fuzz-'));
  const places = new Map([
    ['FILE', path.join(home, 'a.yaml')],
    ['FOLDER', home],
    ['GONE', path.join(home, 'gone')],
  ]);
  try {
    writeFileSync(path.join(home, 'a.yaml'), content);
    const io = fakeIo({
      // Nothing is written, whatever is asked for: arguments are random.
      write: async () => undefined,
      openOutput: async () => ({
        write: async () => undefined,
        commit: async () => undefined,
        discard: async () => undefined,
      }),
    });
    const code = await main(
      argv.map((one) => places.get(one) ?? one),
      io,
    );
    require(Object.values(exitCodes).includes(code), `exit code ${code}`);
    require(code !== exitCodes.bug, io.err());
    require(!io.err().includes('\u001b'), 'a message repaints');
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** A terminal interview is another test's. Nor is standard input read, nor the whole folder of the repository. */
function isHarmless(argv: readonly string[]): boolean {
  return !argv.some(
    (one) => ['-', '.', '*', '/', '../', '--cache', 'assess', '@'].includes(one) || one.includes('pdf'),
  );
}

export const targets = [
  target({
    name: 'YAML',
    cases: 12_000,
    input: anyFile([
      ...smallAnswers,
      smallFolder['sources.yaml'],
      smallFolder['evidence.yaml'],
      smallFolder['house.yaml'],
    ]),
    check: (bytes) => {
      const parsed = parseYaml(fileOf(bytes));
      if (!('root' in parsed)) requireSayable(parsed);
    },
  }),
  target({
    name: 'the fast reader, against the parser of YAML',
    cases: 30_000,
    input: fc.oneof(mutated(smallAnswers), anyPieces),
    check: (input) => {
      // What a file can hold: half a character is replaced when it is written.
      const text = Buffer.from(input).toString();
      const own = readOwnForm(text);
      if (own !== undefined) require(isDeepStrictEqual(own, parsedValue(fileOf(text))), 'read otherwise than YAML');
    },
  }),
  target({
    name: 'answer files',
    cases: 5_000,
    input: anyFile(smallAnswers),
    check: (bytes) => {
      const loaded = loadAssessment(fileOf(bytes), smallCatalogue);
      if (!loaded.ok) requireSayable(loaded.issues);
      const fast = loadFlawlessAssessment(fileOf(bytes), smallCatalogue);
      require(fast === undefined || (loaded.ok && isDeepStrictEqual(fast, loaded.value)), 'two readings');
    },
  }),
  target({
    name: 'real answer files',
    cases: 150,
    input: anyFile(realFiles),
    check: (bytes) => {
      const loaded = loadAssessment(fileOf(bytes), shippedCatalogue);
      if (loaded.ok) evaluate(shippedCatalogue, loaded.value, day);
      else requireSayable(loaded.issues);
    },
  }),
  target({
    name: 'large answer files of one mistake',
    cases: 100,
    input: monotonousFiles,
    check: (bytes) => {
      const loaded = loadAssessment(fileOf(bytes), smallCatalogue);
      if (!loaded.ok) requireSayable(loaded.issues);
      const fast = loadFlawlessAssessment(fileOf(bytes), smallCatalogue);
      require(fast === undefined || loaded.ok, 'two readings');
    },
  }),
  target({
    name: 'questionnaires: sources, questions, papers with their conditions, evidence, contradictions, profiles',
    cases: 300,
    input: fc
      .constantFrom(...folder)
      .chain((broken) => anyFile([broken.text]).map((text) => ({ name: broken.name, text }))),
    check: (broken) => {
      const loaded = catalogueOf(folder.map((file) => (file.name === broken.name ? broken : file)));
      if (!loaded.ok) return requireSayable(loaded.issues);
      const answers = loadAssessment(fileOf(smallAnswers[0] ?? ''), loaded.value);
      if (answers.ok) evaluate(loaded.value, answers.value, day);
      lintCatalogue(loaded.value);
    },
  }),
  target({
    name: 'conditions: random questionnaires, random answers',
    cases: 2_000,
    input: worlds({ partsAtLeast: 0, isEntangled: true }),
    check: ({ bank, before, after }) => {
      for (const assessment of [before, after]) evaluate(bank, assessment, day);
    },
  }),
  target({
    name: 'reasoning',
    cases: 200,
    input: worlds({ partsAtLeast: 0, isEntangled: true }),
    check: ({ bank, before }) => {
      reasoningOn(bank, before, evaluate(bank, before, day));
    },
  }),
  target({
    name: 'renderers',
    cases: 800,
    input: fc.record({ bytes: anyFile(smallAnswers), depth: fc.constantFrom('brief', 'full', 'annex') }),
    check: async ({ bytes, depth }) => {
      const report = await reportOrRefusal(bytes, depth);
      if (report === undefined) return;
      const texts = (['markdown', 'html', 'json'] as const).map((one) => renderers[one](report, plainManner));
      for (const text of texts) require(text.length > 100, 'hardly anything was printed');
      require(!/<script/.test(texts[1] ?? ''), 'HTML was let through');
      JSON.parse(texts[2] ?? '');
    },
  }),
  target({
    name: 'the memo in Word',
    cases: 10,
    input: mutated(smallAnswers).map((text) => new TextEncoder().encode(text)),
    check: async (bytes) => {
      const report = await reportOrRefusal(bytes, 'annex');
      if (report === undefined) return;
      const document = await renderers.docx(report, plainManner);
      require(Buffer.from(document).subarray(0, 2).toString() === 'PK', 'no document');
    },
  }),
  target({
    name: 'templates of one’s own',
    cases: 600,
    input: fc.oneof(
      mutated(templateTexts),
      mutated(['{{title}} {{#each findings}}{{#if a}}{{status.label}}{{/if}}{{/each}}\n']),
    ),
    check: (text) => {
      const template = { name: 'report.html.hbs', file: 'own/report.html.hbs', text, sha256: '0'.repeat(64) };
      try {
        renderers.html(wholeReport, { ...plainManner, templates: [template] });
      } catch (error) {
        if (!(error instanceof TemplateMistake)) throw error;
      }
    },
  }),
  target({
    name: 'reports to verify',
    cases: 400,
    input: anyFile(printedReports),
    check: async (bytes) => {
      const { kind } = await verifyReport(inputFile('r.html', bytes), smallCatalogue);
      require(typeof kind === 'string', 'no outcome');
    },
  }),
  target({
    name: 'lines of a stream',
    cases: 50_000,
    input: fc.record({ bytes: anyFile([...rows, ...smallAnswers]), size: fc.integer({ min: 1, max: 300 }) }),
    check: async ({ bytes, size }) => {
      const cut: Uint8Array[] = [];
      for await (const line of linesIn(inPieces(bytes, size))) cut.push(line.bytes);
      require(Buffer.concat(cut).equals(Buffer.from(bytes)), 'bytes were lost');
      for await (const task of documentsIn(inPieces(bytes, size), { name: '-', form: 'either' })) {
        require(task.kind === 'document', 'broken without a reason');
      }
    },
  }),
  target({
    name: 'the command line: any arguments',
    cases: 400,
    input: anyArguments.filter(isHarmless),
    check: (argv) => requireCalm(argv, new TextEncoder().encode(realFiles[0])),
  }),
  target({
    name: 'the command line: broken files',
    cases: 100,
    input: fc.record({ argv: commandsOnFiles, bytes: anyFile([...realFiles, ...printedReports, ...rows]) }),
    check: ({ argv, bytes }) => requireCalm(argv, bytes),
  }),
];
