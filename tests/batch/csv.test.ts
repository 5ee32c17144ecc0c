import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { violatedMusts } from '../../src/batch/requirements.ts';
import { findingName } from '../../src/domain/batch.ts';
import { statuses } from '../../src/domain/finding.ts';
import { contextIn, inBothLanguages, isEvaluated, printed } from '../support/batch.ts';

const delimiters = { de: ';', en: ',' };

describe.each(inBothLanguages)('csv in $language', ({ language, results }) => {
  const context = contextIn(language);
  const { csv: names } = context.words.batch;
  const read = (text: string): Record<string, string>[] =>
    parse(text, { bom: true, columns: true, delimiter: delimiters[language], record_delimiter: '\r\n' });
  const column = (status: (typeof statuses)[number]) => context.words.statuses[status];

  test('begins with a mark that spreadsheets need for umlauts', async () => {
    expect((await printed('csv', [], context)).startsWith(`\uFEFF"${names.file}"${delimiters[language]}`)).toBe(true);
  });

  test('has one record a file, with what it comes to', async () => {
    const records = read(await printed('csv', results, context));
    expect(records).toHaveLength(results.length);
    for (const [at, result] of results.entries()) {
      const record = records[at] ?? {};
      if (!isEvaluated(result)) {
        expect(record[names.verdict]).toBe('');
        expect(record[names.problem]).not.toBe('');
        continue;
      }
      expect(record[names.verdictId]).toBe(result.verdict);
      expect(record[names.verdict]).toBe(context.words.verdicts[result.verdict]);
      expect(record[names.decidedBy]).toBe(result.decidedBy.join(', '));
      expect(record[names.inconsistent]).toBe((result.inconsistent ?? []).join(', '));
      expect(record[names.messengerId]).toBe(result.subject.messenger ?? '');
      for (const status of statuses) {
        const count = result.findings.filter((finding) => finding.status === status).length;
        expect(record[column(status)]).toBe(String(count));
      }
    }
  });

  test('no cell is a formula, though texts begin like one', async () => {
    const records = read(await printed('csv', results, context));
    const cells = records.flatMap((record) => Object.values(record));
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(cells).toContain("'=cmd|' /C calc'!A0");
    expect(cells).toContain("'=cmd|calc!A0.yaml");
  });

  test.each([',', ';', '\t'])(
    'no cell is a formula either where the separator is taken to be %j',
    async (delimiter) => {
      const texts = [
        'a,=1',
        'a; =1',
        'a\n=1',
        'a\t@x',
        'a,"=1',
        'a; ""+1',
        'a,\n-1',
        'a;\uFF1D1',
        '\n\n=1',
        'a=1',
        'b-c, d',
      ];
      const [first] = results.filter(isEvaluated);
      const hostile = texts.flatMap((use) => (first ? [{ ...first, subject: { ...first.subject, use } }] : []));
      const text = await printed('csv', hostile, context);
      // As lenient as spreadsheets are: a quote within a cell is a character.
      const cells = text.split(/\r?\n/).flatMap((line) => line.split(delimiter));
      expect(cells.filter((cell) => /^["\s]*[=+\-@\uFF1D]/.test(cell))).toEqual([]);
      const uses = read(text).map((record) => record[names.use]);
      expect(uses).toEqual([
        "a,'=1",
        "a; '=1",
        "a\n'=1",
        "a\t'@x",
        `a,"'=1`,
        `a; ""'+1`,
        "a,\n'-1",
        "a;'\uFF1D1",
        "\n\n'=1",
        'a=1',
        'b-c, d',
      ]);
    },
  );

  test('no file leaves the headings alone', async () => {
    expect(read(await printed('csv', [], context))).toEqual([]);
  });

  test('where a verdict is impermissible, the violated musts are those that decide it', () => {
    const impermissible = results
      .filter(isEvaluated)
      .filter(({ verdict, findings }) => verdict === 'impermissible' && findings.length > 0);
    expect(impermissible.length).toBeGreaterThan(3);
    for (const result of results.filter(isEvaluated)) {
      const names = violatedMusts(result, context.catalogue).map(findingName);
      // The statuses of hostile files were set by hand, their verdicts were not.
      if (!result.file.startsWith('questionnaires/')) continue;
      expect([...names].sort()).toEqual(result.verdict === 'impermissible' ? [...result.decidedBy].sort() : []);
    }
  });
});
