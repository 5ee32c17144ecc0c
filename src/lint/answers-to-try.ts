import type { Answer } from '../domain/answer.ts';
import { type Condition, type Test, testsIn } from '../domain/condition.ts';
import { choicesOf, type Question } from '../domain/question.ts';

/** Requirements read few questions with few choices; beyond this, trying all of them would take minutes. */
export const mostCombinations = 200_000;

/**
 * Answers that stand for all answers a question accepts, as far as the given conditions can tell them apart:
 * every choice, every selection of the choices they name, the values around every bound.
 */
export function answersToTry(question: Question, conditions: readonly Condition[]): readonly Answer[] {
  const tests = conditions.flatMap(testsIn).flatMap((leaf) => (leaf.question === question.id ? [leaf.test] : []));
  const values = valuesToTry(question, tests).map((value): Answer => ({ state: 'given', value, evidence: [] }));
  const notApplicable: Answer = { state: 'not-applicable', reason: '-', evidence: [] };
  return question.allowsNotApplicable ? [...values, notApplicable] : values;
}

function valuesToTry(question: Question, tests: readonly Test[]) {
  switch (question.kind) {
    case 'choice':
      return choicesOf(question).map(({ id }) => id);
    case 'choices':
      return selectionsOf([...new Set(tests.flatMap((test) => ('values' in test ? test.values : [])))]);
    case 'number':
      return [...new Set(tests.flatMap((test) => ('value' in test ? around(Number(test.value)) : [])))];
    case 'date':
      return [...new Set(tests.flatMap((test) => ('value' in test ? daysAround(String(test.value)) : [])))];
    case 'text':
      return ['-'];
  }
}

/** Every subset, by counting in binary. */
function selectionsOf(choices: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** choices.length }, (_, bits) => choices.filter((_choice, at) => (bits >> at) & 1));
}

function around(bound: number): readonly number[] {
  return [bound - 1, bound, bound + 1];
}

function daysAround(day: string): readonly string[] {
  const millisecondsOfADay = 86_400_000;
  return [-1, 0, 1].map((days) => new Date(Date.parse(day) + days * millisecondsOfADay).toISOString().slice(0, 10));
}
