import type { Answer, AnswerValue } from '../domain/answer.ts';
import { type Condition, type Test, testsIn } from '../domain/condition.ts';
import { choicesOf, type Question } from '../domain/question.ts';

/** Requirements read few questions with few choices; beyond this, trying all of them would take minutes. */
export const mostCombinations = 200_000;

/**
 * Answers that stand for all answers a question accepts, as far as the given conditions can tell them apart: one choice
 * of each group they treat alike, every selection of such choices, the values around every bound.
 */
export function answersToTry(question: Question, conditions: readonly Condition[]): readonly Answer[] {
  return asAnswers(valuesToTry(question, testsOf(question, conditions)), question);
}

/** Values as answers to a question, with the answer that it does not apply where it allows that. */
function asAnswers(values: readonly AnswerValue[], { allowsNotApplicable }: Question): readonly Answer[] {
  const given = givenAnswers(values);
  return allowsNotApplicable ? [...given, { state: 'not-applicable', reason: '-', evidence: [] }] : given;
}

export function givenAnswers(values: readonly AnswerValue[]): readonly Answer[] {
  return values.map((value) => ({ state: 'given', value, evidence: [] }));
}

/** The choices of a question in groups: choices that stand in the same tests make no difference to each other. */
export function alikeChoices(question: Question, conditions: readonly Condition[]): readonly (readonly string[])[] {
  const tests = testsOf(question, conditions);
  const groups = new Map<string, string[]>();
  for (const { id } of choicesOf(question)) {
    const signature = tests.map((test) => 'values' in test && test.values.includes(id)).join();
    groups.set(signature, [...(groups.get(signature) ?? []), id]);
  }
  return [...groups.values()];
}

function testsOf(question: Question, conditions: readonly Condition[]): readonly Test[] {
  return conditions.flatMap(testsIn).flatMap((leaf) => (leaf.question === question.id ? [leaf.test] : []));
}

function valuesToTry(question: Question, tests: readonly Test[]): readonly AnswerValue[] {
  const conditions = tests.map((test): Condition => ({ op: 'answer', question: question.id, test }));
  const representatives = alikeChoices(question, conditions).flatMap(([first]) => first ?? []);
  switch (question.kind) {
    case 'choice':
      return representatives;
    case 'choices':
      return selectionsOf(representatives);
    case 'number':
      return around(tests.flatMap((test) => ('value' in test ? Number(test.value) : [])));
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

/** The bounds, and a number on either side of each: halfway to the next bound, as answers need not be whole. */
function around(all: readonly number[]): readonly number[] {
  const bounds = [...new Set(all)].sort((one, other) => one - other);
  return bounds.flatMap((bound, at) => {
    const next = bounds[at + 1];
    return [...(at === 0 ? [bound - 1] : []), bound, next === undefined ? bound + 1 : (bound + next) / 2];
  });
}

function daysAround(day: string): readonly string[] {
  const millisecondsOfADay = 86_400_000;
  return [-1, 0, 1].map((days) => new Date(Date.parse(day) + days * millisecondsOfADay).toISOString().slice(0, 10));
}
