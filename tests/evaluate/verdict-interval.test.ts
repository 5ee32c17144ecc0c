import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyAssessment } from '../../src/domain/assessment.ts';
import type { Evaluation } from '../../src/domain/evaluation.ts';
import type { Level } from '../../src/domain/requirement.ts';
import { type Decision, type VerdictInterval, verdicts } from '../../src/domain/verdict.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { verdictBounds } from '../../src/evaluate/verdict-bounds.ts';
import { verdictInterval, verdictOutlooks } from '../../src/evaluate/verdict-interval.ts';
import { waysToComplete, worlds } from '../support/random-worlds.ts';
import { enough, runs } from '../support/runs.ts';
import { catalogue, choice, free, given, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const day = '2026-11-23';
const mostWays = 40;
const numRuns = runs(240);

describe('what can still come of a verdict', () => {
  test('is what some way to answer everything that is open comes to, over all and for each paper that then concerns it', () => {
    fc.assert(
      fc.property(worlds({ partsAtLeast: 0, isEntangled: true }), (world) => {
        const { bank, assessment, completions } = waysToComplete(world, day, mostWays);
        const all = completions.map((complete) => evaluate(bank, complete, day));
        const expected = [...bank.questionnaires.keys()].flatMap((id) => {
          const ends = all.flatMap((one) => decisionsOf(id, one));
          return ends.length === 0 ? [] : [{ questionnaire: id, ...comingOf(ends), isExact: true }];
        });
        expect(verdictOutlooks(bank, evaluate(bank, assessment, day))).toEqual({
          overall: { ...comingOf(all.map(({ overall }) => overall)), isExact: true },
          byQuestionnaire: expected,
        });
      }),
      { numRuns },
    );
  });

  test('is told alike as an interval alone', () => {
    fc.assert(
      fc.property(worlds({ partsAtLeast: 0, isEntangled: true }), ({ bank, before }) => {
        const evaluation = evaluate(bank, before, day);
        expect(verdictOutlooks(bank, evaluation).overall).toMatchObject(verdictInterval(bank, evaluation));
      }),
      { numRuns: runs(60) },
    );
  });

  test('is one verdict where it is impermissible already, also while it is unclear what binds', () => {
    const rule = (id: string) => requirement(id, is('a', 'yes'));
    const bank = catalogue(
      [choice('a'), choice('seat')],
      [
        questionnaire('one', [rule('R-1')], { binds: is('seat', 'yes') }),
        questionnaire('two', [rule('R-2')], { binds: is('seat', 'no') }),
      ],
    );
    const evaluation = evaluate(bank, { ...emptyAssessment, answers: new Map([['a', given('no')]]) }, day);
    expect(evaluation.overall).toMatchObject({ verdict: 'impermissible', basis: 'unclear-binding' });
    expect(verdictInterval(bank, evaluation)).toEqual({ best: 'impermissible', worst: 'impermissible' });
    expect(verdictOutlooks(bank, evaluation).overall.possible).toEqual(['impermissible']);
  });

  test('is, where the search is given up, told as bounds around it, with what is violated for sure', () => {
    const rules = ['no', 'yes', 'open', 'open'].map((id, at) => requirement(`R-${at}`, is(`${id}-${at}`, 'yes')));
    const ids = ['no-0', 'yes-1', 'open-2', 'open-3'];
    const bank = catalogue(
      ids.map((id) => choice(id)),
      [questionnaire('paper', rules, { questions: ids })],
    );
    const answers = new Map([
      ['no-0', given('no')],
      ['yes-1', given('yes')],
    ]);
    const outlook = verdictOutlooks(bank, evaluate(bank, { ...emptyAssessment, answers }, day), 0);
    const expected = {
      ...{ best: 'permissible', worst: 'impermissible', possible: verdicts },
      ...{ violatedMusts: { fewest: 1, most: 3 }, isExact: false },
    };
    expect(outlook).toEqual({ overall: expected, byQuestionnaire: [{ questionnaire: 'paper', ...expected }] });
  });

  test('lies, at whatever effort, within what is told of it; and is what is told where that is said to be exact', () => {
    let seen = 0;
    const efforts = fc.constantFrom(40, 100, 200, 400, 1000, 2000);
    fc.assert(
      fc.property(worlds({ partsAtLeast: 0, isEntangled: true }), efforts, ({ bank, before }, effort) => {
        const evaluation = evaluate(bank, before, day);
        const [told, exact] = [verdictOutlooks(bank, evaluation, effort), verdictOutlooks(bank, evaluation)];
        const named = new Map(told.byQuestionnaire.map(({ questionnaire: id, ...outlook }) => [id, outlook]));
        const pairs = [
          [told.overall, exact.overall] as const,
          ...exact.byQuestionnaire.map(({ questionnaire: id, ...outlook }) => [named.get(id), outlook] as const),
        ];
        for (const [some, all] of pairs) {
          if (some?.isExact === false) seen += 1;
          else expect(some).toEqual(all);
          expect(some?.possible).toEqual(expect.arrayContaining([...all.possible]));
          expect([some?.best, some?.worst]).toEqual([some?.possible.at(-1), some?.possible[0]]);
          expect(some?.violatedMusts.fewest).toBeLessThanOrEqual(all.violatedMusts.fewest);
          expect(some?.violatedMusts.most).toBeGreaterThanOrEqual(all.violatedMusts.most);
        }
      }),
      { numRuns: runs(60) },
    );
    expect(seen).toBeGreaterThan(enough(12));
  });

  test('lies within bounds that cost nothing, and is one verdict where they meet', () => {
    fc.assert(
      fc.property(worlds({ partsAtLeast: 0, isEntangled: true }), ({ bank, before }) => {
        const evaluation = evaluate(bank, before, day);
        const [bounds, interval] = [verdictBounds(bank, evaluation), verdictInterval(bank, evaluation)];
        expect(verdicts.indexOf(bounds.worst)).toBeLessThanOrEqual(verdicts.indexOf(interval.worst));
        expect(verdicts.indexOf(bounds.best)).toBeGreaterThanOrEqual(verdicts.indexOf(interval.best));
        if (bounds.best === bounds.worst) expect(interval).toEqual(bounds);
      }),
      { numRuns: runs(120) },
    );
  });

  test.each<[string, Level, VerdictInterval]>([
    ['a must', 'must', { best: 'permissible', worst: 'impermissible' }],
    ['a should', 'should', { best: 'permissible', worst: 'conditional' }],
    ['a may', 'may', { best: 'permissible', worst: 'permissible' }],
  ])('of %s that is open has bounds by its level', (_, level, expected) => {
    const rule = requirement('R', is('a', 'yes'), { level });
    const bank = catalogue([choice('a')], [questionnaire('q', [rule], { questions: ['a'] })]);
    expect(verdictBounds(bank, evaluate(bank, emptyAssessment, day))).toEqual(expected);
  });

  test('includes what a number between two whole ones leads to', () => {
    const number = (kind: 'atLeast' | 'atMost', value: number) =>
      ({ op: 'answer', question: 'hours', test: { kind, value } }) as const;
    const rule = requirement('R', { op: 'any', of: [number('atMost', 1), number('atLeast', 2)] });
    const bank = catalogue([free('hours', 'number')], [questionnaire('q', [rule], { questions: ['hours'] })]);
    // One and a half hours are neither.
    expect(verdictInterval(bank, evaluate(bank, emptyAssessment, day))).toEqual({
      best: 'permissible',
      worst: 'impermissible',
    });
  });
});

function decisionsOf(questionnaire: string, { byQuestionnaire }: Evaluation): readonly Decision[] {
  return byQuestionnaire.filter((one) => one.questionnaire === questionnaire);
}

/** Once nothing is open, what decides an impermissible verdict are the musts that are violated. */
function comingOf(ends: readonly Decision[]) {
  const possible = verdicts.filter((verdict) => ends.some((end) => end.verdict === verdict));
  const counts = ends.map(({ verdict, decidedBy }) => (verdict === 'impermissible' ? decidedBy.length : 0));
  return {
    best: possible.at(-1),
    worst: possible[0],
    possible,
    violatedMusts: { fewest: Math.min(...counts), most: Math.max(...counts) },
  };
}
