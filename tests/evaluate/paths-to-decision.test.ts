import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Evaluation } from '../../src/domain/evaluation.ts';
import { verdicts } from '../../src/domain/verdict.ts';
import { exampleOf } from '../../src/evaluate/answers-to-give.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { nextDecisive, pathsToDecision } from '../../src/evaluate/paths-to-decision.ts';
import { verdictInterval } from '../../src/evaluate/verdict-interval.ts';
import { possible, type Ways, waysToComplete, withEveryPaper, worlds } from '../support/random-worlds.ts';
import { runs } from '../support/runs.ts';

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
          let assessment = before;
          for (const toGive of answers) {
            const answered = new Map(assessment.answers).set(toGive.key, exampleOf(toGive));
            assessment = { ...assessment, answers: answered };
          }
          expect(verdictInterval(bank, evaluate(bank, assessment, day))).toEqual({ best: verdict, worst: verdict });
        }
      }),
      { numRuns: runs(70) },
    );
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
