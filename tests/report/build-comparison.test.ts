import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { verdictInterval } from '../../src/evaluate/verdict-interval.ts';
import { bestFirst, buildComparison, type Compared } from '../../src/report/build-comparison.ts';
import type { Comparison } from '../../src/report/comparison.ts';
import { comparisonRenderers } from '../../src/report/render-comparison.ts';
import { wordings } from '../../src/wording/wording.ts';
import { catalogue, choice, choices, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const day = '2026-11-23';
const ids = ['a', 'b', 'c', 'd'];
const bank = catalogue(
  [
    ...ids.map((id) => choice(id)),
    choices('functions', ['text', 'calls']),
    choice('basis', ['yes', 'no'], { each: 'functions' }),
  ],
  [
    questionnaire('first', [
      requirement('A', is('a', 'yes')),
      requirement('B', is('b', 'yes'), { level: 'may' }),
      requirement('C', is('c', 'yes')),
    ]),
    questionnaire('second', [
      requirement('D', is('d', 'yes'), { level: 'should' }),
      requirement('E', is('basis', 'yes'), { each: 'functions', level: 'may' }),
    ]),
  ],
);

function compared(id: string, values: Readonly<Record<string, string | readonly string[]>>, label = id): Compared {
  const answers = new Map(
    Object.entries(values).map(([key, value]): [string, Answer] => [key, { state: 'given', value, evidence: [] }]),
  );
  const none = { subject: {}, questionnaires: new Map(), measures: new Map(), equivalents: [], exceptions: [] };
  const assessment = { ...none, answers };
  const evaluation = evaluate(bank, assessment, day);
  return { id, label, evaluation, interval: verdictInterval(bank, evaluation) };
}

function comparison(all: readonly Compared[]): Comparison {
  return buildComparison({
    catalogue: bank,
    compared: all,
    title: 'title',
    hint: 'hint',
    date: day,
    language: 'en',
    words: wordings.en,
    version: '1.2.3',
  });
}

const good = compared('good', { a: 'yes', b: 'yes', c: 'yes', d: 'yes', functions: ['text'], 'basis@text': 'yes' });
const bad = compared('bad', { a: 'no', b: 'no', c: 'yes', d: 'yes', functions: ['calls'], 'basis@calls': 'no' });
const open = compared('open', { a: 'yes', b: 'yes', d: 'yes', functions: [] });

describe('a comparison', () => {
  const { columns, groups } = comparison([good, bad, open]);

  test('says of each column its verdict, between which verdicts it will end, and how much is open', () => {
    expect(
      columns.map(({ id, verdict, best, worst, isSettled, openQuestions, openFindings }) => ({
        id,
        verdict: verdict.id,
        between: [worst.id, best.id],
        isSettled,
        open: [openQuestions, openFindings],
      })),
    ).toEqual([
      { id: 'good', verdict: 'permissible', between: ['permissible', 'permissible'], isSettled: true, open: [0, 0] },
      {
        id: 'bad',
        verdict: 'impermissible',
        between: ['impermissible', 'impermissible'],
        isSettled: true,
        open: [0, 0],
      },
      {
        id: 'open',
        verdict: 'undetermined',
        between: ['impermissible', 'permissible'],
        isSettled: false,
        open: [1, 1],
      },
    ]);
  });

  test('puts the differences that decide a verdict first, then the others, then what is the same', () => {
    expect(groups.map(({ id, rows }) => [id, ...rows.map((row) => row.id)])).toEqual([
      ['deciding', 'A', 'C'],
      ['differing', 'B', 'E@text', 'E@calls', 'E'],
      ['same', 'D'],
    ]);
  });

  test('has a cell for each column, with a sign, none where the requirement is not judged there', () => {
    const rows = new Map(groups.flatMap(({ rows: all }) => all).map((row) => [row.id, row.cells]));
    expect(rows.get('A')?.map((cell) => [cell?.id, cell?.sign, cell?.decides])).toEqual([
      ['fulfilled', '✓', false],
      ['violated', '✗', true],
      ['fulfilled', '✓', false],
    ]);
    expect(rows.get('E@text')?.map((cell) => cell?.id)).toEqual(['fulfilled', undefined, undefined]);
  });

  test('tells apart where the same status decides in one column only', () => {
    const overall = { ...bad.evaluation.overall, decidedBy: [] };
    const deaf = { ...bad, id: 'deaf', evaluation: { ...bad.evaluation, overall } };
    expect(comparison([bad, deaf]).groups.map(({ id, rows }) => [id, ...rows.map((row) => row.id)])).toEqual([
      ['deciding', 'A'],
      ['same', 'B', 'C', 'D', 'E@calls'],
    ]);
  });

  test('shows names and ids as they are, but no line break or escape of theirs at a terminal', () => {
    const hostile = { ...bad, label: 'ne\nw \u001b[31mred' };
    const shown = comparisonRenderers.terminal(comparison([good, hostile]), {
      root: '',
      columns: 100,
      hasColor: false,
    });
    expect(shown).toContain('ne w \uFFFD[31mred');
    expect(shown).not.toContain('\u001b');
  });
});

test('a comparison warns where its verdicts rest on papers of different weight', () => {
  const overall = { ...good.evaluation.overall, basis: 'binding' } as const;
  const bound = { ...good, evaluation: { ...good.evaluation, overall } };
  expect(comparison([good, bad]).hint).toBe('hint');
  expect(comparison([bound, bad]).hint).toMatch(/^hint Note: the verdicts rest on different papers\./);
});

describe('the order of alternatives', () => {
  test('is best verdict first, then what the product does not rule out, then what has less open, then the name', () => {
    const openLess = compared('open less', { a: 'yes', b: 'yes', c: 'yes', functions: [] });
    const order = bestFirst([
      { ...bad, id: 'ruled out', label: 'Zett', productOnly: bad.evaluation },
      { ...bad, id: 'bad', label: 'Zulu', productOnly: open.evaluation },
      compared('open b', { a: 'yes', functions: [] }, 'Beta'),
      compared('open a', { a: 'yes', functions: [] }, 'Alpha'),
      openLess,
      good,
    ]);
    expect(order.map(({ id }) => id)).toEqual(['good', 'open less', 'open a', 'open b', 'bad', 'ruled out']);
  });
});

describe('what a product says by itself', () => {
  test('is that it is ruled out, with the findings, or how many questions on it are open', () => {
    const columns = comparison([
      { ...bad, productOnly: bad.evaluation },
      { ...bad, productOnly: open.evaluation },
      bad,
    ]).columns;
    expect(columns.map(({ product }) => product && [product.label, ...product.blockedBy.map(({ id }) => id)])).toEqual([
      ['ruled out', 'A'],
      ['nothing against it'],
      null,
    ]);
  });
});

describe('rendered', () => {
  const options = { root: `${import.meta.dirname}/../../`, columns: 100, hasColor: false };
  const shown = comparison([good, bad, open]);

  test('at a terminal, it has a line for each column, and numbered signs for what decides', () => {
    expect(comparisonRenderers.terminal(shown, options)).toBe(
      [
        'title',
        'hint',
        '',
        '   Assessment  Result                    Basis                  Range                                                  Open questions  Decided by',
        '1  good        no decisive objections    papers as orientation  settled                                                0',
        '2  bad         use not defensible        papers as orientation  settled                                                0               A',
        '3  open        cannot be determined yet  papers as orientation  from “use not defensible” to “no decisive objections”  1               C',
        '',
        'Differences that decide a verdict',
        'Signs: ✓ fulfilled, ✗ not fulfilled, ? open, – not applicable',
        '    1  2  3',
        'A   ✓  ✗  ✓  title of A',
        'C   ✓  ✓  ?  title of C',
        '',
      ].join('\n'),
    );
  });

  test('as CSV, it has a record for each requirement and column, and no formula for a spreadsheet to run', () => {
    const hostile = { ...good, id: '=HYPERLINK("x")', label: 'x' };
    // German spreadsheets cut at semicolons.
    const cut = { ...good, id: 'x;=1+1;.yaml', label: 'y' };
    const [head, ...records] = parseCsv(comparisonRenderers.csv(comparison([hostile, cut, bad]), options));
    const columns = ['assessment', 'verdict', 'requirement', 'questionnaire', 'level', 'title', 'status'];
    expect(head).toEqual([...columns, 'decides', 'group']);
    const ofBad = ['bad', 'impermissible', 'A', 'first', 'must', 'title of A', 'violated', 'true', 'deciding'];
    expect(records).toContainEqual(ofBad);
    expect(records[0]?.[0]).toBe(`'=HYPERLINK("x")`);
    expect(records[1]?.[0]).toBe("x;'=1+1;.yaml");
    expect(records).toHaveLength(3 * 6);
  });

  test('as JSON, it is itself', () => {
    expect(JSON.parse(comparisonRenderers.json(shown, options))).toEqual(shown);
  });

  test('as Markdown, marks in bold what decides, and names what is not evaluated', () => {
    const markdown = comparisonRenderers.markdown(shown, options);
    expect(markdown).toContain('| A title of A (MUST) | ✓ fulfilled | **✗ not fulfilled** | ✓ fulfilled |');
    expect(markdown).toContain('| E (text) title of E (MAY) | ✓ fulfilled | not evaluated | not evaluated |');
  });

  test('as HTML, has a heat map that says every status in words and by sign', () => {
    const html = comparisonRenderers.html(shown, options);
    expect(html).toContain('<title>A, bad: not fulfilled</title>');
    expect(html).toMatch(/<g class="cell violated decides">.*<text[^>]*>✗<\/text><\/g>/);
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });
});
