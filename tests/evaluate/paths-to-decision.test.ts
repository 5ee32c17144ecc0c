import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { type Assessment, emptyAssessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Evaluation } from '../../src/domain/evaluation.ts';
import type { AnswerToGive, PathToDecision } from '../../src/domain/reasoning.ts';
import { verdicts } from '../../src/domain/verdict.ts';
import { exampleOf } from '../../src/evaluate/answers-to-give.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { isValid } from '../../src/evaluate/formula.ts';
import { nextDecisive, pathsToDecision } from '../../src/evaluate/paths-to-decision.ts';
import { askedUnder, newFormulation } from '../../src/evaluate/variables.ts';
import { verdictInterval } from '../../src/evaluate/verdict-interval.ts';
import { possible, type Ways, waysToComplete, withEveryPaper, worlds } from '../support/random-worlds.ts';
import { enough, runs } from '../support/runs.ts';
import { catalogue, choice, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const day = '2026-11-23';

describe('a shortest path to a decision', () => {
  test('exists for every verdict still possible, and no fewer answers, asked in their turn, settle it', () => {
    fc.assert(
      fc.property(worlds({ partsAtLeast: 0, isEntangled: true }), (world) => {
        const ways = waysToComplete(withEveryPaper(world), day, 60);
        const paths = pathsToDecision(ways.bank, evaluate(ways.bank, ways.assessment, day));
        expect(paths.map(({ verdict, answers, isExact }) => ({ verdict, size: answers.length, isExact }))).toEqual(
          smallestByTrying(ways),
        );
      }),
      { numRuns: runs(240) },
    );
  });

  test('settles its verdict, and every question on it is asked once those before it are answered', () => {
    fc.assert(
      fc.property(worlds({ partsAtLeast: 0, isEntangled: true }), (world) => {
        const { bank, before } = withEveryPaper(world);
        for (const { verdict, answers } of pathsToDecision(bank, evaluate(bank, before, day))) {
          expectToSettle(bank, before, { verdict, answers });
        }
      }),
      { numRuns: runs(70) },
    );
  });

  test('is replaced, where looking for it takes too long, by answers that settle its verdict all the same', () => {
    let seen = 0;
    const efforts = fc.constantFrom(10, 30, 100, 300, 1000);
    fc.assert(
      fc.property(worlds({ partsAtLeast: 0, isEntangled: true }), efforts, (world, effort) => {
        const { bank, before } = withEveryPaper(world);
        for (const { verdict, answers, isExact } of pathsToDecision(bank, evaluate(bank, before, day), effort)) {
          expectToSettle(bank, before, { verdict, answers });
          if (!isExact) seen += 1;
        }
      }),
      { numRuns: runs(100) },
    );
    expect(seen).toBeGreaterThan(enough(10));
  });

  describe('given up', () => {
    // Ten demands in a ring, each met by three of ten answers; the last of these is asked for only with the first. And
    // one, read before them, that eight of these answers meet.
    const ids = Array.from({ length: 10 }, (_, at) => `q${at}`);
    const idAt = (at: number) => ids[at % ids.length] ?? '';
    const bank = catalogue(
      ids.map((id, at) => choice(id, ['no', 'yes'], at === 9 ? { askWhen: is('q0', 'yes') } : {})),
      [
        questionnaire(
          'paper',
          [
            requirement('R-WIDE', { op: 'any', of: ids.slice(1, 9).map((one) => is(one, 'yes')) }),
            ...ids.map((_, at) =>
              requirement(`R-${at}`, { op: 'any', of: [at, at + 1, at + 3].map((one) => is(idAt(one), 'yes')) }),
            ),
          ],
          { questions: ids },
        ),
      ],
    );
    const evaluation = evaluate(bank, emptyAssessment, day);
    const sizesOf = (effort: number) =>
      new Map(pathsToDecision(bank, evaluation, effort).map((one) => [one.verdict, one] as const));

    test('at any effort, names paths that settle their verdict, and none of whose answers can be spared', () => {
      const seen = new Set<string>();
      const missing: number[] = [];
      for (let effort = 8; effort < 40_000; effort = Math.ceil(effort * 1.2)) {
        for (const { verdict, answers, isExact } of sizesOf(effort).values()) {
          expectToSettle(bank, emptyAssessment, { verdict, answers });
          for (const one of answers) {
            const rest = answers.filter((other) => other !== one);
            const { best, worst } = verdictInterval(bank, evaluate(bank, withAnswers(emptyAssessment, rest), day));
            expect([effort, best === worst]).toEqual([effort, false]);
          }
          seen.add(`${verdict} ${isExact}`);
          if (verdict === 'impermissible' && !isExact) missing.push(answers.length);
        }
      }
      expect([...seen].sort()).toEqual([
        'impermissible false',
        'impermissible true',
        'permissible false',
        'permissible true',
      ]);
      // The more it may take, the fewer it finds: in the end, those of the one demand that two answers miss.
      expect(missing).toEqual(missing.toSorted((one, other) => other - one));
      expect(missing.at(-1)).toBe(2);
    });

    test('with enough effort, finds the fewest answers that miss one demand, and that meet all', () => {
      const found = [...sizesOf(1_000_000).values()];
      expect(found.map(({ verdict, answers, isExact }) => [verdict, answers.length, isExact])).toEqual([
        // Of "q9, q0 or q2" two are enough: without the first, the last is not asked for.
        ['impermissible', 2, true],
        // Each answer meets three of ten demands, so that three answers cannot meet all.
        ['permissible', 4, true],
      ]);
    });

    test('with no effort at all, finds nothing, and nothing to ask next', () => {
      expect(pathsToDecision(bank, evaluation, 0)).toEqual([]);
      expect(nextDecisive(bank, evaluation, 0)).toEqual([]);
    });
  });

  test('to the worst verdict still possible is what is asked next', () => {
    fc.assert(
      fc.property(worlds(), (world) => {
        const { bank, before } = withEveryPaper(world);
        const evaluation = evaluate(bank, before, day);
        const [worst] = pathsToDecision(bank, evaluation);
        expect(nextDecisive(bank, evaluation)).toEqual(worst?.answers.map(({ key }) => key));
      }),
      { numRuns: runs(50) },
    );
  });
});

function withAnswers(assessment: Assessment, answers: readonly AnswerToGive[]): Assessment {
  const given = answers.map((one) => [one.key, exampleOf(one)] as const);
  return { ...assessment, answers: new Map([...assessment.answers, ...given]) };
}

/** Each answer is asked for once those before it are given, and all together settle the verdict. */
function expectToSettle(
  bank: Catalogue,
  assessment: Assessment,
  { verdict, answers }: Pick<PathToDecision, 'verdict' | 'answers'>,
): void {
  for (const [at, { key }] of answers.entries()) {
    const before = withAnswers(assessment, answers.slice(0, at));
    const formulation = newFormulation(bank, evaluate(bank, before, day).answers);
    // Whatever is answered to what is still open.
    expect(isValid(formulation.space, askedUnder(key, formulation))).toBe(true);
  }
  const after = evaluate(bank, withAnswers(assessment, answers), day);
  expect(verdictInterval(bank, after)).toEqual({ best: verdict, worst: verdict });
}

/** For each verdict, the fewest answers after which every way to answer the rest leads to it. */
function smallestByTrying({ bank, open, completions }: Ways) {
  const ends = completions.map((complete) => ({ answers: complete.answers, end: evaluate(bank, complete, day) }));
  const sizes = new Map<string, number>();
  for (const partial of partialAnswers(open)) {
    const left = ends.filter(({ answers }) => [...partial].every(([key, answer]) => answers.get(key) === answer));
    const [first] = left;
    const isSettled = left.every(({ end }) => end.overall.verdict === first?.end.overall.verdict);
    const isInTurn = left.every(({ end }) => [...partial.keys()].every((key) => isAskedIn(end, key)));
    if (first === undefined || !isSettled || !isInTurn) continue;
    const { verdict } = first.end.overall;
    sizes.set(verdict, Math.min(sizes.get(verdict) ?? partial.size, partial.size));
  }
  return verdicts.flatMap((verdict) => {
    const size = sizes.get(verdict);
    return size === undefined ? [] : [{ verdict, size, isExact: true }];
  });
}

function partialAnswers(open: readonly string[]): readonly ReadonlyMap<string, Answer>[] {
  return open.reduce<readonly ReadonlyMap<string, Answer>[]>(
    (all, key) =>
      all.flatMap((one) => [one, ...(possible.get(key) ?? []).map((answer) => new Map(one).set(key, answer))]),
    [new Map()],
  );
}

function isAskedIn({ agenda }: Evaluation, key: string): boolean {
  return agenda.some(({ items }) => items.some((item) => item.key === key && item.asked === 'true'));
}
