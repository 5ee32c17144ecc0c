import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { lint } from 'markdownlint/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluateFile } from '../../src/batch/evaluate-file.ts';
import { type BatchRow, type EvaluatedRow, rowOf } from '../../src/domain/batch.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import { requirementsOf } from '../../src/domain/questionnaire.ts';
import { inputFile } from '../../src/files/input-file.ts';
import { main } from '../../src/main.ts';
import type { Summary } from '../../src/report/summary.ts';
import { wordings } from '../../src/wording/wording.ts';
import { fakeIo } from '../support/fake-io.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = path.join(import.meta.dirname, '../../questionnaires/examples');
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.includes('hausregeln'));
const options = { catalogue: shippedCatalogue, language: 'de', date: '2026-11-23' } as const;

const examples = await Promise.all(
  names.map(async (name) => {
    const row = rowOf(await evaluateFile(inputFile(name, await readFile(path.join(folder, name))), options));
    if ('problems' in row) throw new Error(`${name} has mistakes`);
    return row;
  }),
);

/** Eight of each example, one that ends, and one that could not be read, with names that are nobody's business. */
function portfolio(): readonly BatchRow[] {
  const copies = examples.flatMap((row) =>
    Array.from({ length: 8 }, (_, at): EvaluatedRow => ({ ...row, file: `Zettel7-<b>${at}|_x_-${row.file}` })),
  );
  const [first] = examples;
  return [
    ...copies,
    ...(first ? [{ ...first, file: 'Endet.yaml', ends: '2027-02-01' }] : []),
    { format: 'messenger-check/row@1', file: 'kaputt.yaml', problems: ['leer'] },
  ];
}

const lines = (rows: readonly BatchRow[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

async function fileOf(text: string): Promise<string> {
  const file = path.join(await temporaryFolder(), 'rows.ndjson');
  await writeFile(file, text);
  return file;
}

async function printed(...argv: readonly string[]): Promise<string> {
  const io = fakeIo();
  expect(await main(['summary', ...argv], io), io.err()).toBe(0);
  return io.out();
}

let own: string;
let file: string;
beforeAll(async () => {
  own = await mkdtemp(path.join(tmpdir(), 'messenger-check-'));
  file = path.join(own, 'portfolio.ndjson');
  await writeFile(file, lines(portfolio()));
});
afterAll(() => rm(own, { recursive: true }));
const asJson = async (...argv: readonly string[]): Promise<Summary> =>
  JSON.parse(await printed(...argv, '--format', 'json', '--lang', 'de'));

describe('summary', () => {
  test('counts the verdicts of a portfolio as a whole and by messenger, kind of organisation, state and paper', async () => {
    const { files, broken, verdicts, groups } = await asJson(file);
    expect([files, broken]).toEqual([examples.length * 8 + 1, 1]);
    const expected = (rows: readonly EvaluatedRow[], id: string) => rows.filter(({ verdict }) => verdict === id).length;
    for (const { id, count } of verdicts) {
      const isOneMore = examples[0]?.verdict === id ? 1 : 0;
      expect(count, id).toBe(expected(examples, id) * 8 + isOneMore);
    }
    expect(groups.map(({ id }) => id)).toEqual(['messenger', 'sector', 'state', 'questionnaire']);
    for (const { id, rows } of groups.slice(0, 3)) {
      expect(
        rows.reduce((sum, row) => sum + row.files, 0),
        id,
      ).toBe(files);
    }
    const whatsapp = groups[0]?.rows.find(({ id }) => id === 'whatsapp');
    expect(whatsapp?.label).toBe('WhatsApp (gewöhnliche App)');
    expect(whatsapp?.files).toBe(examples.filter(({ messenger }) => messenger === 'whatsapp').length * 8);
  });

  test('puts first what is violated most often, and says what is open, with the words of the catalogue', async () => {
    const { requirements, open } = await asJson(file);
    const violated = requirements.map(({ counts }) => counts[0]?.count ?? 0);
    expect(violated[0]).toBeGreaterThan(8);
    expect(violated).toEqual(violated.toSorted((one, other) => other - one));
    expect(requirements.every(({ title }) => title !== '')).toBe(true);
    expect(open.length).toBeGreaterThan(3);
    expect(open.every(({ label, about }) => label.includes(' ') && about !== null)).toBe(true);
  });

  test('says when results end by themselves, and which first', async () => {
    const { ends, endingNext } = await asJson(file);
    expect(ends.find(({ id }) => id === '2027-02')?.count).toBeGreaterThan(0);
    expect(endingNext.map(({ file }) => file)).toContain('Endet.yaml');
  });

  test('is the same of one run and of its shards, in any order', async () => {
    const rows = portfolio();
    const shards = await Promise.all([0, 1, 2].map((shard) => fileOf(lines(rows.filter((_, at) => at % 3 === shard)))));
    const whole = await printed(file, '--format', 'json');
    expect(await printed(...shards, '--format', 'json')).toBe(whole);
    expect(await printed(...shards.toReversed(), '--format', 'json')).toBe(whole);
  });

  test.each<Language>([...languages])('is HTML and Markdown without a mistake, in %s', async (lang) => {
    const html = await printed(file, '--format', 'html', '--lang', lang);
    const { results } = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateString(html);
    expect(results.flatMap(({ messages }) => messages.map(({ line, ruleId }) => `${line} ${ruleId}`))).toEqual([]);
    expect(html).not.toContain('Zettel7-<b>');
    const markdown = await printed(file, '--format', 'markdown', '--lang', lang);
    const { report } = lint({ strings: { report: markdown }, config: { default: true, MD013: false } });
    expect(report?.map(({ lineNumber, ruleNames }) => [lineNumber, ruleNames])).toEqual([]);
    for (const text of [html, markdown]) expect(text).toContain(wordings[lang].summary.title);
  });

  test('with --min-count names no file and gives no number below', async () => {
    for (const format of ['terminal', 'markdown', 'html', 'json']) {
      const text = await printed(file, '--format', format, '--min-count', '10', '--lang', 'de');
      for (const name of ['Zettel7', 'Endet.yaml', 'kaputt.yaml']) expect(text, format).not.toContain(name);
    }
    const { groups, requirements, open, verdicts } = await asJson(file, '--min-count', '10');
    const shown = [...groups.flatMap(({ rows }) => rows.flatMap((row) => [{ count: row.files }, ...row.verdicts]))];
    const counts = [...shown, ...requirements.flatMap((one) => one.counts), ...open, ...verdicts];
    const small = counts.filter(({ count }) => count !== null && count > 0 && count < 10);
    expect(small).toEqual([]);
    expect(groups.length).toBeGreaterThan(1);
  });

  test('with --min-count tells nothing about few by what is left of a sum', async () => {
    const [first] = examples;
    if (first === undefined) throw new Error('no example');
    const row = (at: number, more: Partial<EvaluatedRow> = {}): EvaluatedRow => ({
      ...first,
      file: `${at}.yaml`,
      ...more,
    });
    const many = Array.from({ length: 8 }, (_, at) => row(at, { verdict: 'impermissible', ends: '2027-01-31' }));
    const few = [row(8, { verdict: 'conditional', ends: null, questionnaires: [], findings: {} })];
    const last = row(9, { verdict: 'permissible', ends: '2027-01-31' });
    const small = await fileOf(lines([...many, ...few, last]));
    const { verdicts, groups, requirements, ends } = await asJson(small, '--min-count', '3');
    // Two gaps that come to two would be one each.
    expect(verdicts.map(({ count }) => count)).toEqual([null, 0, null, null]);
    expect(groups.map(({ id }) => id)).not.toContain('questionnaire');
    expect(requirements).toEqual([]);
    expect(ends).toEqual([]);
  });

  test('with --min-count leaves out the month that the others would give away', async () => {
    const [first] = examples;
    if (first === undefined) throw new Error('no example');
    const ending = (ends: string, count: number) => Array.from({ length: count }, () => ({ ...first, ends }));
    const rows = [...ending('2027-01-31', 9), ...ending('2027-02-28', 8), ...ending('2027-03-31', 3)];
    const named = rows.map((row, at) => ({ ...row, file: `${at}.yaml` }));
    const { ends } = await asJson(await fileOf(lines(named)), '--min-count', '5');
    expect(ends.map(({ count }) => count)).toEqual([9]);
  });

  test.each([
    { ofPaper: 12, applicable: 12, paper: [12], requirement: [12] },
    { ofPaper: 10, applicable: 10, paper: [], requirement: [] },
    { ofPaper: 12, applicable: 10, paper: [12], requirement: [] },
    { ofPaper: 12, applicable: 6, paper: [12], requirement: [6] },
  ])(
    'with --min-count tells nothing about few by $ofPaper files of a paper, $applicable of a demand, beside 12 of a state',
    async (one) => {
      const [first] = examples;
      const [questionnaire] = first?.questionnaires ?? [];
      const paper = shippedCatalogue.questionnaires.get(questionnaire?.id ?? '');
      const [demand] = paper === undefined ? [] : requirementsOf(paper);
      if (!first || !questionnaire || !demand) throw new Error('no example');
      const rows = Array.from(
        { length: 40 },
        (_, at): EvaluatedRow => ({
          ...first,
          file: `${at}.yaml`,
          messenger: null,
          sector: null,
          state: at < 12 ? 'nw' : 'by',
          questionnaires: at < one.ofPaper ? [questionnaire] : [],
          findings: at < one.applicable ? { violated: [demand.id] } : {},
          open: [],
          ends: null,
        }),
      );
      const { groups, requirements } = await asJson(await fileOf(lines(rows)), '--min-count', '5');
      const filesOf = (id: string) => groups.find((group) => group.id === id)?.rows.map(({ files }) => files) ?? [];
      expect(filesOf('state')).toEqual([28, 12]);
      expect(filesOf('questionnaire')).toEqual(one.paper);
      expect(requirements.map(({ files }) => files)).toEqual(one.requirement);
    },
  );

  test('does not write over what it is made of', async () => {
    const io = fakeIo();
    expect(await main(['summary', file, '--output', file, '--lang', 'de'], io)).toBe(2);
    expect(io.err()).toContain(wordings.de.evaluate.outputIsInput(file));
    expect(await readFile(file, 'utf8')).toBe(lines(portfolio()));
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['nothing but its format', { file: undefined, sha256: undefined, questionnaires: undefined }],
    ['no findings', { findings: null }],
    ['a file that is none', { file: { toString: 1 } }],
    ['a day that is none', { ends: 'morgen' }],
    ['an unknown verdict', { verdict: 'good' }],
    ['an unknown status', { findings: { good: ['BFDI-01'] } }],
  ])('takes no row with %s', async (_, change) => {
    const bad = await fileOf(`${JSON.stringify({ ...examples[0], ...change })}\n`);
    const io = fakeIo();
    expect(await main(['summary', bad, '--lang', 'de'], io)).toBe(2);
    expect(io.err()).toContain(wordings.de.summary.badLine(bad, 1));
  });

  test('lets no name repaint the terminal', async () => {
    const file = 'a\u001b[2J\u202e.yaml';
    const ids = { findings: { violated: ['X\u001b[31m'] }, open: ['e2ee-messages\u001b[31m'] };
    const odd = { ...examples[0], ...ids, file, state: 'x\u001bc', ends: '2027-01-31' } as EvaluatedRow;
    const rows = await fileOf(lines([odd, { format: odd.format, file, problems: ['x'] }]));
    for (const format of ['terminal', 'markdown', 'html']) {
      expect(await printed(rows, '--format', format), format).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    }
  });

  test('of nothing is empty, not an error', async () => {
    const empty = await fileOf('\n');
    for (const format of ['terminal', 'markdown', 'html', 'json']) {
      expect(await printed(empty, '--format', format, '--lang', 'de'), format).toContain(wordings.de.summary.none);
    }
  });

  test('says which line is none of its own, counts the rest, and ends with 2', async () => {
    const bad = await fileOf(`${lines(portfolio().slice(0, 3))}{"format":"other"}\nno json\n`);
    const io = fakeIo();
    expect(await main(['summary', bad, '--lang', 'de', '--format', 'json'], io)).toBe(2);
    expect(JSON.parse(io.out())).toMatchObject({ files: 3 });
    expect(io.err()).toContain(wordings.de.summary.badLine(bad, 4));
    expect(io.err()).toContain(wordings.de.summary.badLine(bad, 5));
  });

  test.each([['/nowhere/rows.ndjson'], ['--min-count', '1'], ['--min-count', 'x']])('refuses %s', async (...argv) => {
    const io = fakeIo();
    expect(await main(['summary', file, ...argv, '--lang', 'de'], io)).toBe(2);
    expect(io.out()).toBe('');
    expect(io.err()).toMatch(/\n {2}\S/);
  });
});
