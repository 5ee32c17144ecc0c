import { describe, expect, test } from 'vitest';
import type { BatchRow, EvaluatedRow } from '../../src/domain/batch.ts';
import { Tallying } from '../../src/domain/tally.ts';
import { buildSummary } from '../../src/report/build-summary.ts';
import { wordings } from '../../src/wording/wording.ts';
import { catalogue, choice, choices, is, questionnaire, requirement, text } from '../support/small-catalogue.ts';

const bank = catalogue(
  [
    choice('messenger', ['alpha']),
    choices('functions', ['chat', 'calls']),
    choice('basis', ['law', 'none'], { text: text('Basis?'), each: 'functions' }),
  ],
  [questionnaire('paper', [requirement('R-1', is('basis', 'law'), { each: 'functions' })])],
);

const row: EvaluatedRow = {
  format: 'messenger-check/row@1',
  ...{ file: 'a.yaml', sha256: 'ab12', date: '2026-11-23' },
  ...{ organisation: null, use: null, product: null, reference: null },
  ...{ messenger: 'alpha', sector: null, state: null },
  ...{ verdict: 'undetermined', basis: 'binding', decidedBy: [], ends: null },
  questionnaires: [{ id: 'paper', version: '1', binding: 'binds', verdict: 'undetermined' }],
  ...{ findings: {}, open: [] },
};

function summaryOf(rows: readonly BatchRow[], minCount?: number) {
  const tallying = new Tallying();
  for (const one of rows) tallying.add(one);
  return buildSummary({
    ...{ tally: tallying.tally, catalogue: bank, language: 'en', words: wordings.en, version: '1.0.0' },
    ...(minCount !== undefined && { minCount }),
  });
}

/** So many rows, each of a file of its own. */
function copies(count: number, more: Partial<EvaluatedRow>, name = 'x'): readonly EvaluatedRow[] {
  return Array.from({ length: count }, (_, at) => ({ ...row, ...more, file: `${name}-${at}.yaml` }));
}

const shown = (all: readonly { readonly label: string }[] | undefined) => all?.map(({ label }) => label);

describe('a summary', () => {
  test('calls what the catalogue knows by its name, and what it does not know by its id', () => {
    const { groups, requirements, open } = summaryOf([
      { ...row, findings: { open: ['R-1@chat'] }, open: ['basis@chat'] },
      {
        ...{ ...row, file: 'b.yaml', messenger: 'omega', findings: { open: ['Q-9'] }, open: ['elsewhere'] },
        questionnaires: [{ id: 'other', version: '1', binding: 'binds', verdict: 'undetermined' }],
      },
    ]);
    const rowsOf = (group: string) => groups.find(({ id }) => id === group)?.rows;
    expect(shown(rowsOf('messenger'))).toEqual(['alpha', 'omega']);
    expect(shown(rowsOf('questionnaire'))).toEqual(['paper', 'other']);
    expect(requirements.map(({ id, title, questionnaire: paper, level }) => [id, title, paper, level?.id])).toEqual([
      ['Q-9', '', '', undefined],
      ['R-1', 'title of R-1', 'paper', 'must'],
    ]);
    expect(open.map(({ label, about }) => [label, about?.id])).toEqual([
      ['Basis? (chat)', 'organisation'],
      ['elsewhere', undefined],
    ]);
  });

  test('does not take what somebody called a sector for the rows without one, or for the others', () => {
    const rows = [...copies(3, { sector: 'open' }, 'a'), ...copies(2, { sector: null }, 'b')];
    const sectors = ({ groups }: ReturnType<typeof summaryOf>) => groups.find(({ id }) => id === 'sector')?.rows;
    expect(shown(sectors(summaryOf(rows)))).toEqual(['open', wordings.en.summary.open]);
    const few = [...copies(9, { sector: 'others' }, 'a'), ...copies(2, { sector: 'x' }, 'b'), ...copies(3, {}, 'c')];
    expect(shown(sectors(summaryOf(few, 5)))).toEqual(['others', wordings.en.summary.others(2)]);
  });

  test('says how many rows it had counted already, unless no file is to be recognised', () => {
    const twice = [...copies(3, {}), ...copies(3, {})];
    const sentence = wordings.en.summary.doubles(3);
    expect(summaryOf(twice).sentences).toContain(sentence);
    expect(summaryOf(twice, 2).sentences).not.toContain(sentence);
  });

  test('says in how many assessments answers do not fit together, unless none is to be recognised', () => {
    const rows = [...copies(3, { inconsistent: ['U-01'] }, 'a'), ...copies(2, {}, 'b')];
    const sentence = wordings.en.summary.inconsistent(3);
    expect(summaryOf(rows).sentences).toContain(sentence);
    expect(summaryOf(rows, 2).sentences).not.toContain(sentence);
    expect(summaryOf(copies(2, {})).sentences).not.toContain(wordings.en.summary.inconsistent(0));
  });

  test('names requirements by how often they failed, the same often by id', () => {
    const rows = [
      ...copies(2, { findings: { violated: ['B', 'A'] } }, 'both'),
      ...copies(1, { findings: { violated: ['C'], partial: ['D'] } }, 'one'),
    ];
    expect(shown(summaryOf(rows).requirements)).toEqual(['A', 'B', 'C', 'D']);
  });

  test('with a least count, tells papers of the same size alike, whatever the order of the rows', () => {
    const paper = (id: string) => ({ id, version: '1', binding: 'binds', verdict: 'undetermined' }) as const;
    const rows = copies(4, { questionnaires: [paper('b'), paper('a')] });
    const papers = summaryOf(rows, 2).groups.find(({ id }) => id === 'questionnaire')?.rows;
    expect(shown(papers)?.toSorted()).toEqual(['a', 'b']);
  });
});
