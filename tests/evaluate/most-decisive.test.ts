import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyAssessment } from '../../src/domain/assessment.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { mostDecisive } from '../../src/evaluate/most-decisive.ts';
import { verdictInterval } from '../../src/evaluate/verdict-interval.ts';
import { given, withEveryPaper, worlds } from '../support/random-worlds.ts';
import { catalogue, choice, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const day = '2026-11-23';
const questions = ['contract', 'servers', 'both'];
const bank = catalogue(
  questions.map((id) => choice(id)),
  [
    questionnaire(
      'paper',
      [
        requirement('R-1', is('contract', 'yes')),
        requirement('R-2', { op: 'any', of: [is('servers', 'yes'), is('both', 'yes')] }),
        requirement('R-3', { op: 'all', of: [is('contract', 'yes'), is('both', 'yes')] }),
      ],
      { questions },
    ),
  ],
);

describe('the most decisive question', () => {
  test('is the one of whose answers the largest share settles the verdict, then the one that closes most', () => {
    const evaluation = evaluate(bank, emptyAssessment, day);
    // Of "contract", "no" settles it and closes two findings, "yes" closes one; of "both", "no" closes one of them.
    expect(mostDecisive(bank, evaluation)).toEqual({ key: 'contract', settling: 1, answers: 2, closing: 1.5 });
  });

  test('does not exist where everything is answered', () => {
    const answers = new Map(questions.map((id) => [id, given('yes')]));
    expect(mostDecisive(bank, evaluate(bank, { ...emptyAssessment, answers }, day))).toBeUndefined();
  });

  test('settles the verdict with as many of its choices as it says', () => {
    fc.assert(
      fc.property(worlds(), (world) => {
        const { bank: any, before } = withEveryPaper(world);
        const found = mostDecisive(any, evaluate(any, before, day));
        fc.pre(found !== undefined && found.key === 'pair');
        const settling = ['a', 'b'].filter((value) => {
          const answers = new Map(before.answers).set('pair', given(value));
          const { best, worst } = verdictInterval(any, evaluate(any, { ...before, answers }, day));
          return best === worst;
        });
        // Two answers that no condition tells apart count as one.
        expect(settling.length / 2).toBe((found?.settling ?? 0) / (found?.answers ?? 1));
      }),
      { numRuns: 50 },
    );
  });
});
