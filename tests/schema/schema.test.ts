import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { assessmentFormat } from '../../src/domain/assessment.ts';
import type { InputIssue, Problem } from '../../src/domain/input-issue.ts';
import { inputFile } from '../../src/files/input-file.ts';
import { type CatalogueFile, canBeAdded, roleOf } from '../../src/load/catalogue-files.ts';
import { loadAssessment } from '../../src/load/load-assessment.ts';
import { loadCatalogue } from '../../src/load/load-catalogue.ts';
import { main } from '../../src/main.ts';
import { fileSchemas } from '../../src/schema/index.ts';
import { fakeIo } from '../support/fake-io.ts';
import { runs } from '../support/runs.ts';
import { smallFolder } from '../support/small-folder.ts';

const folder = path.join(import.meta.dirname, '../../questionnaires');
const yamlFiles = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
const shippedSchema = (name: string) => JSON.parse(readFileSync(path.join(folder, 'schema', name), 'utf8'));

/** `strict`: a keyword that is none is a mistake, too. Conditions and questions refer to themselves. */
function compile(schema: object): ValidateFunction {
  return new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true }).compile(schema);
}

/** The check of a schema that ships, compiled once. */
const compiled = new Map<string, ValidateFunction>();
function shippedCheck(name: string): ValidateFunction {
  const check = compiled.get(name) ?? compile(shippedSchema(name));
  compiled.set(name, check);
  return check;
}

describe('every YAML file that ships', () => {
  test.each(yamlFiles)('%s names its schema in the first line, and fits it', (file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const [, named = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
    expect(named).toMatch(/\.schema\.json$/);
    const schema = path.join(folder, path.dirname(file), named);
    expect(path.dirname(schema)).toBe(path.join(folder, 'schema'));
    const validate = shippedCheck(path.basename(named));
    validate(parse(text));
    expect(validate.errors ?? []).toEqual([]);
  });
});

test.each(yamlFiles.filter((file) => /^examples\/[^/]+$/.test(file)))(
  'the JSON report on %s fits the schema of reports',
  async (file) => {
    const io = fakeIo();
    const own = ['--questionnaires', path.join(folder, 'examples/hausregeln-klinikum')];
    await main(['report', path.join(folder, file), '--format', 'json', '--date', '2026-11-23', ...own], io);
    const validate = shippedCheck('report.schema.json');
    validate(JSON.parse(io.out()));
    expect(validate.errors ?? []).toEqual([]);
  },
);

test('the rows on the examples, and on a file that is none, fit the schema of rows', async () => {
  const io = fakeIo();
  const own = ['--questionnaires', path.join(folder, 'examples/hausregeln-klinikum')];
  const paths = [path.join(folder, 'examples'), path.join(folder, 'sources.yaml')];
  await main(['evaluate', ...paths, '--format', 'json', '--jobs', '1', '--date', '2026-11-23', '--quiet', ...own], io);
  const rows: readonly { readonly problems?: unknown }[] = JSON.parse(io.out());
  expect(rows.filter(({ problems }) => problems === undefined).length).toBeGreaterThan(9);
  expect(rows.filter(({ problems }) => problems !== undefined).length).toBeGreaterThan(0);
  const validate = shippedCheck('row.schema.json');
  for (const row of rows) expect(validate(row), JSON.stringify(validate.errors)).toBe(true);
});

/** What can only be seen across files, or with the calendar: the loader says it, a schema cannot. */
const beyondSchemas: readonly Problem['kind'][] = [
  ...(['unknown-id', 'duplicate-id', 'chosen-twice', 'ask-cycle', 'item-needed', 'not-raised'] as const),
  ...(['extends-extension', 'source-needed', 'days-reversed', 'version-differs', 'test-does-not-fit'] as const),
  ...(['item-not-expected'] as const),
];

const loadedFolder = loadFolder(smallFolder);
if (!loadedFolder.ok) throw new Error('the small folder has mistakes');
const smallCatalogue = loadedFolder.value;
const smallSchemas = fileSchemas(smallCatalogue, assessmentFormat);
const smallAssessment = `format: ${assessmentFormat}
subject: { organisation: Amt, use: Boten, messenger: pigeon, date: 2026-11-23 }
questionnaires: { paper-2020: "2020-05-18.1" }
answers:
  sector: office
  functions: [text, calls]
  encryption: { value: always, note: immer, origin: profile, evidence: [ { text: Test, date: 2026-01-01, validUntil: 2027-01-01 } ] }
  retention-days: 30
  audited-on: 2026-01-01
  remarks: keine
  purpose@text: { unknown: asked-provider, note: angefragt }
  inline:
measures: { P-01: { responsible: IT-Stelle, due: 2026-12-31, note: bestellt }, P-02: }
equivalents: [ { requirement: P-01, measure: Siegel, evidence: Foto } ]
exceptions: [ { requirement: P-02, reason: Umzug, approvedBy: Amtsleitung, from: 2026-01-01, until: 2026-12-31 } ]
`;

interface Case {
  readonly file: string;
  readonly schema: string;
  readonly text: string;
  readonly issuesOf: (text: string) => readonly InputIssue[];
}

const schemaOfRole = {
  sources: 'sources.schema.json',
  evidence: 'evidence.schema.json',
  contradictions: 'contradictions.schema.json',
  inconsistencies: 'inconsistencies.schema.json',
  context: 'questions.schema.json',
  questions: 'questions.schema.json',
  questionnaire: 'questionnaire.schema.json',
  profile: 'profile.schema.json',
  'profile-sources': 'sources.schema.json',
} as const;

/** Whether a file refers to what another defines: without the rest, the same is said of it, in half the time. */
function isNeededBy(file: string, other: string): boolean {
  if (file === 'sources.yaml' || other === file) return false;
  if (file === 'contradictions.yaml') return other !== 'inconsistencies.yaml';
  const isDefining = other === 'sources.yaml' || other.startsWith('questions/');
  return isDefining || (file === 'house.yaml' && other === 'guide.yaml') || bothProfiles(file, other);
}

function bothProfiles(file: string, other: string): boolean {
  return file.startsWith('messengers/') && other.startsWith('messengers/');
}

/** Of the same shape as another file. */
const alike = ['questions/context.yaml', 'guide.yaml'];

const cases: readonly Case[] = [
  ...Object.entries(smallFolder)
    .filter(([file]) => !alike.includes(file))
    .map(([file, text]) => {
      const others = Object.entries(smallFolder).filter(([other]) => isNeededBy(file, other));
      return {
        file,
        schema: schemaOfRole[roleOf(file) ?? 'sources'],
        text,
        issuesOf: (changed: string) => {
          const loaded = loadBeside(file, changed, Object.fromEntries(others));
          return loaded.ok ? [] : loaded.issues.filter(({ place }) => place.file === file);
        },
      };
    }),
  {
    file: 'answers.yaml',
    schema: 'assessment.schema.json',
    text: smallAssessment,
    issuesOf: (changed) => {
      const loaded = loadAssessment(inputFile('answers.yaml', new TextEncoder().encode(changed)), smallCatalogue);
      return loaded.ok ? [] : loaded.issues;
    },
  },
];

function loadFolder(texts: Readonly<Record<string, string>>) {
  return loadCatalogue(filesOf(texts));
}

function filesOf(texts: Readonly<Record<string, string>>): readonly CatalogueFile[] {
  return Object.entries(texts).map(([name, text]) => ({
    ...inputFile(name, new TextEncoder().encode(text)),
    role: roleOf(name) ?? 'sources',
  }));
}

/** What never changes is loaded once, where a file can be added to it. */
const loadedOnce = new Map<string, ReturnType<typeof loadFolder>>();

function loadBeside(file: string, text: string, others: Readonly<Record<string, string>>) {
  const files = filesOf({ [file]: text });
  const base = loadedOnce.get(file) ?? loadFolder(others);
  loadedOnce.set(file, base);
  return base.ok && canBeAdded(files) ? loadCatalogue(files, base.value) : loadFolder({ ...others, [file]: text });
}

type Way = readonly (string | number)[];

/** The way to every value of a document, one for each shape: what stands in a list is taken once. */
function waysIn(value: unknown, way: Way = [], seen = new Set<string>()): readonly Way[] {
  const shape = way.filter((step) => typeof step === 'string').join('.');
  const isNew = way.length > 0 && !seen.has(`${shape} ${typeof value}`);
  seen.add(`${shape} ${typeof value}`);
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [
    ...(isNew ? [way] : []),
    ...inside.flatMap(([key, one]) => waysIn(one, [...way, Array.isArray(value) ? Number(key) : key], seen)),
  ];
}

const replacements: readonly unknown[] = [42, '  ', 'Un-Sinn!', [], { nonsense: 'x' }, null];

/** The document with one thing changed, in every way that is tried. */
function changesOf(text: string): readonly { name: string; text: string }[] {
  const whole: unknown = parse(text);
  return waysIn(whole).flatMap((way) => {
    const name = way.join('.');
    const changed = (change: (parent: Record<string | number, unknown>, key: string | number) => void) => {
      const copy = structuredClone(whole) as Record<string | number, unknown>;
      const parent = way.slice(0, -1).reduce((value, step) => value[step] as typeof copy, copy);
      change(parent, way.at(-1) ?? '');
      return stringify(copy);
    };
    const remove = changed((parent, key) => {
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
    });
    const spare = changed((parent, key) => {
      const value = parent[key];
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) Object.assign(value, { spare: 'x' });
    });
    return [
      { name: `without ${name}`, text: remove },
      { name: `${name}.spare`, text: spare },
      ...replacements.map((value) => ({
        name: `${name}: ${JSON.stringify(value)}`,
        text: changed((parent, key) => {
          parent[key] = value;
        }),
      })),
    ];
  });
}

describe('the schema and the loader agree', () => {
  test.each(cases)('on $file as it is', ({ schema, text, issuesOf }) => {
    const validate = compile(smallSchemas.get(schema) ?? {});
    expect(issuesOf(text)).toEqual([]);
    validate(parse(text));
    expect(validate.errors ?? []).toEqual([]);
  });

  // Half of them; all with `FUZZ_FACTOR=2`.
  test.each(cases)('on changes to $file that one file alone can show', ({ schema, text, issuesOf }) => {
    const validate = compile(smallSchemas.get(schema) ?? {});
    const disagreements: string[] = [];
    const changes = changesOf(text).filter((_, index) => index % 2 === 0 || runs(1) > 1);
    for (const change of changes) {
      const kinds = issuesOf(change.text).map(({ problem }) => problem.kind);
      const isFine = validate(parse(change.text));
      // A condition may name a choice that is gone now.
      const refersBack = change.name.includes('.choices') ? ['not-one-of'] : [];
      const mustBeSaid = kinds.some((kind) => ![...beyondSchemas, ...refersBack].includes(kind));
      if (isFine && mustBeSaid) disagreements.push(`${change.name}: only the loader says ${kinds.join(', ')}`);
      if (!isFine && kinds.length === 0) {
        disagreements.push(`${change.name}: only the schema says ${JSON.stringify(validate.errors?.slice(0, 2))}`);
      }
    }
    expect(disagreements).toEqual([]);
    expect(changes.length).toBeGreaterThan(25);
  });
});
