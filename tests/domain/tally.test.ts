import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BatchRow, type EvaluatedRow, rowFormat } from '../../src/domain/batch.ts';
import { statuses } from '../../src/domain/finding.ts';
import { type Tally, Tallying } from '../../src/domain/tally.ts';
import { verdicts } from '../../src/domain/verdict.ts';

const template: EvaluatedRow = {
  format: rowFormat,
  file: 'a.yaml',
  sha256: 'ab',
  date: '2026-11-28',
  ...{ organisation: null, use: null, product: null, reference: null },
  messenger: 'whatsapp',
  sector: 'hospital',
  state: null,
  verdict: 'impermissible',
  basis: 'binding',
  decidedBy: ['P-01'],
  ends: null,
  questionnaires: [{ id: 'paper', version: '1', binding: 'binds', verdict: 'impermissible' }],
  findings: {},
  open: [],
};

function tallyOf(rows: readonly BatchRow[]): Tally {
  const tallying = new Tallying();
  for (const row of rows) tallying.add(row);
  return tallying.tally;
}

/** With maps as sorted lists, so that their order does not count. */
function plain(value: unknown): unknown {
  if (value instanceof Map) {
    const entries = [...value].map(([key, one]) => [String(key), plain(one)] as const);
    return entries.sort(([one], [other]) => (one < other ? -1 : 1));
  }
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  return Object.entries(value).map(([key, one]) => [key, plain(one)]);
}

const day = fc.integer({ min: 1, max: 28 }).map((one) => `2027-02-${String(one).padStart(2, '0')}`);
const names = fc.uniqueArray(fc.constantFrom('P-01', 'P-02', 'P-03@text', 'P-03@calls'));
const evaluated = fc.record({
  file: fc.nat(60).map((number) => `${number}.yaml`),
  verdict: fc.constantFrom(...verdicts),
  messenger: fc.constantFrom('whatsapp', 'signal', null),
  sector: fc.constantFrom('hospital', 'school', null),
  ends: fc.option(day),
  date: day,
  findings: fc.dictionary(fc.constantFrom(...statuses), names),
  open: fc.uniqueArray(fc.constantFrom('hosting', 'purpose@text')),
});
const row: fc.Arbitrary<BatchRow> = fc.oneof(
  { weight: 5, arbitrary: evaluated.map((one) => ({ ...template, ...one })) },
  fc.nat(30).map((number): BatchRow => ({ format: rowFormat, file: `${number}.yaml`, problems: ['x'] })),
);

describe('a tally', () => {
  test('is the same in whatever order the rows of all shards come', () => {
    // Two rows of the same file would differ in what counts first.
    const rows = fc.uniqueArray(row, { selector: ({ file }) => file, maxLength: 60 });
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (rows, numbers) => {
        const shuffled = rows
          .map((one) => ({ one, at: numbers.next().value ?? 0 }))
          .sort((one, other) => one.at - other.at)
          .map(({ one }) => one);
        expect(plain(tallyOf(shuffled))).toEqual(plain(tallyOf(rows)));
      }),
    );
  });

  test('counts each file once in each of the sums', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const { files, broken, doubles, verdicts: all, by } = tallyOf(rows);
        expect(files + broken + doubles).toBe(rows.length);
        const sum = (counts: ReadonlyMap<unknown, number>) => [...counts.values()].reduce((a, b) => a + b, 0);
        expect(sum(all)).toBe(files);
        for (const groups of Object.values(by)) {
          expect([...groups.values()].map(sum).reduce((a, b) => a + b, 0)).toBe(files);
        }
      }),
    );
  });

  test('gives a requirement that is judged for several choices its worst status', () => {
    const findings = { fulfilled: ['P-03@text'], violated: ['P-03@calls'], open: ['P-04'] };
    const { requirements } = tallyOf([{ ...template, findings }]);
    expect(plain(requirements)).toEqual([
      ['P-03', [['violated', 1]]],
      ['P-04', [['open', 1]]],
    ]);
  });

  test('counts a row that comes twice once, and the same name with other content, day or mistake anew', () => {
    const others = [
      { ...template, sha256: 'cd' },
      { ...template, date: '2026-11-29' },
    ];
    const { files, doubles } = tallyOf([template, template, ...others]);
    expect([files, doubles]).toEqual([3, 1]);
    const broken = ['x', 'x', 'y'].map((problem): BatchRow => {
      return { format: rowFormat, file: 'b.yaml', problems: [problem] };
    });
    expect(tallyOf(broken).broken).toBe(2);
  });

  test('names those that end first, however many there are', () => {
    const rows = Array.from({ length: 50 }, (_, at) => ({
      ...template,
      file: `${at}.yaml`,
      ends: `2027-03-${String(((at * 7) % 28) + 1).padStart(2, '0')}`,
    }));
    const { endingNext, ends } = tallyOf(rows);
    expect(endingNext).toHaveLength(20);
    expect(endingNext.map((one) => one.day)).toEqual(
      rows
        .map((one) => one.ends)
        .sort()
        .slice(0, 20),
    );
    expect([...ends.values()].reduce((a, b) => a + b, 0)).toBe(50);
  });
});
