import { describe, expect, test } from 'vitest';
import { loadBatchFormat } from '../../src/batch/formats.ts';
import { contextIn, countsOf, inBothLanguages, isEvaluated, printed } from '../support/batch.ts';

const harmless = /^[^\p{Cc}\u202A-\u202E\u2066-\u2069]*$/u;

describe.each(inBothLanguages)('table in $language', ({ language, results }) => {
  const context = contextIn(language);

  test('has a line a file: first the verdict, last the path', async () => {
    const { row } = await loadBatchFormat('table');
    for (const result of results.filter(isEvaluated)) {
      const text = row(result, context);
      expect(text.startsWith(context.words.verdicts[result.verdict])).toBe(true);
      expect(text.split('\n')).toHaveLength(2);
      if (harmless.test(result.file)) expect(text.endsWith(`  ${result.file}\n`)).toBe(true);
    }
  });

  test('of a broken file the first problem stands on the line, the rest is indented', async () => {
    const { row } = await loadBatchFormat('table');
    const problems = ['x.yaml:1:1 first\n  do this', 'x.yaml:2:1 second\n  do that'];
    expect(row({ kind: 'broken', file: 'x.yaml', problems }, context)).toBe(
      `${context.words.batch.broken}  x.yaml:1:1 first\n    do this\n    x.yaml:2:1 second\n    do that\n`,
    );
    expect(row({ kind: 'broken', file: 'x.yaml', problems: ['cannot be read'] }, context)).toBe(
      `${context.words.batch.broken}  x.yaml: cannot be read\n`,
    );
  });

  test('nothing in it can repaint the terminal or turn a line', async () => {
    const lines = (await printed('table', results, context)).split('\n');
    expect(lines.filter((line) => !harmless.test(line))).toEqual([]);
  });

  test('colours only where they are shown', async () => {
    const colour = '\u001B[';
    expect(await printed('table', results, context)).not.toContain(colour);
    expect(await printed('table', results, { ...context, hasColor: true })).toContain(colour);
  });

  test('the columns of all rows lie below their headings', async () => {
    const { head, row } = await loadBatchFormat('table');
    const at = [...head(context)].join('').indexOf(context.words.batch.table.file);
    for (const result of results.filter((one) => isEvaluated(one) && one.file.startsWith('questionnaires/'))) {
      expect(row(result, context).indexOf(result.file)).toBe(at);
    }
  });
});

test.each([
  { columns: undefined, organisation: 'Stadt Muster…entlichkeit', messenger: 'WhatsApp' },
  { columns: 300, organisation: 'Stadt Musterhausen, Amt für Presse und Öffentlichkeit', messenger: 'WhatsApp' },
  { columns: 150, organisation: 'Stadt Musterhause…d Öffentlichkeit', messenger: 'WhatsApp' },
  { columns: 60, organisation: 'Stadt …hkeit', messenger: 'WhatsApp' },
])('names take what $columns columns leave them, and keep both ends', async ({ columns, organisation, messenger }) => {
  const { row, head } = await loadBatchFormat('table');
  const context = { ...contextIn('de'), ...(columns !== undefined && { columns }) };
  const [first] = (inBothLanguages.find(({ language }) => language === 'de')?.results ?? []).filter(isEvaluated);
  if (first === undefined) throw new Error('no result');
  const subject = { messenger: 'whatsapp', organisation: 'Stadt Musterhausen, Amt für Presse und Öffentlichkeit' };
  const cells = row({ ...first, file: 'a.yaml', subject }, context).split(/ {2,}/);
  expect(cells.slice(3, 5)).toEqual([organisation, messenger]);
  const at = (text: string, part: string) => [...text.slice(0, text.indexOf(part))].length;
  expect(at(row({ ...first, file: 'a.yaml', subject }, context), 'a.yaml')).toBe(at(head(context), 'Datei'));
});

test('totals are said in words', async () => {
  const { tail } = await loadBatchFormat('table');
  const evaluated = { impermissible: 12, undetermined: 1, conditional: 0, permissible: 934 };
  expect(tail({ evaluated, broken: 3 }, contextIn('de'))).toBe(
    '\n950 Dateien: 12 nicht vertretbar, 1 noch nicht beurteilbar, 934 ohne durchgreifende Bedenken, 3 fehlerhaft.\n',
  );
  const none = countsOf([]);
  expect(tail(none, contextIn('de'))).toBe('\nKeine Datei.\n');
  expect(tail({ ...none, broken: 1 }, contextIn('de'))).toBe('\n1 Datei: 1 fehlerhaft.\n');
  expect(tail({ ...none, broken: 1 }, contextIn('en'))).toBe('\n1 file: 1 faulty.\n');
});
