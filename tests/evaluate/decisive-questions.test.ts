import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answers, questionOfKey } from '../../src/domain/answer.ts';
import type { Assessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { decisiveQuestions } from '../../src/evaluate/decisive-questions.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { everyAnswer, smallWorlds } from '../support/any-small-world.ts';

const day = '2026-11-23';

function assessed(catalogue: Catalogue, assessment: Assessment) {
  return { assessment, evaluation: evaluate(catalogue, assessment, day) };
}

function verdictWith(catalogue: Catalogue, assessment: Assessment, answers: Answers): Verdict {
  return evaluate(catalogue, { ...assessment, answers }, day).overall.verdict;
}

describe('the questions that decide', () => {
  test('begin with the smallest set of answers that can rule the use out, as trying all of them shows', () => {
    fc.assert(
      fc.property(smallWorlds(), ({ bank, assessment }) => {
        const order = decisiveQuestions(bank, assessed(bank, assessment));
        const smallest = smallestKnockOut(bank, assessment);
        // What is ruled out already needs no question.
        if (smallest === 0) return;
        if (smallest === undefined || smallest > 4) expect(order).toEqual([]);
        // The first keys can do it, and no fewer keys can.
        else expect(canRuleOut(bank, assessment, order.slice(0, smallest))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('are questions without a known answer', () => {
    fc.assert(
      fc.property(smallWorlds(), ({ bank, assessment }) => {
        const order = decisiveQuestions(bank, assessed(bank, assessment));
        expect(order.filter((key) => assessment.answers.has(key))).toEqual([]);
        expect(order.every((key) => bank.questions.has(questionOfKey(key)))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

/** How many answers it takes to violate something on which the verdict hangs; 0 where something is violated already. */
function smallestKnockOut(bank: Catalogue, assessment: Assessment): number | undefined {
  const open = [...everyAnswer.keys()].filter((key) => !assessment.answers.has(key));
  const sets = open.reduce<readonly (readonly string[])[]>(
    (all, key) => all.flatMap((one) => [one, [...one, key]]),
    [[]],
  );
  const sizes = sets.filter((keys) => canRuleOut(bank, assessment, keys)).map((keys) => keys.length);
  return sizes.length === 0 ? undefined : Math.min(...sizes);
}

function canRuleOut(bank: Catalogue, assessment: Assessment, keys: readonly string[]): boolean {
  const ways = keys.reduce<readonly Answers[]>(
    (all, key) => all.flatMap((one) => (everyAnswer.get(key) ?? []).map((answer) => new Map(one).set(key, answer))),
    [assessment.answers],
  );
  return ways.some((answers) => verdictWith(bank, assessment, answers) === 'impermissible');
}
