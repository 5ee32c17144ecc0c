import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { AnswerToGive } from '../../src/domain/reasoning.ts';
import { answersToGive, exampleOf } from '../../src/evaluate/answers-to-give.ts';
import { newFormulation, type Variable } from '../../src/evaluate/variables.ts';
import { catalogue, given } from '../support/small-catalogue.ts';

const notApplicable: Answer = { state: 'not-applicable', reason: '', evidence: [] };
const variables: readonly Variable[] = [
  { kind: 'answer', key: 'contract', options: [[given('no')], [given('yes'), given('drafted')]] },
  { kind: 'not-applicable', key: 'list' },
  { kind: 'choice', key: 'list', choices: ['a', 'b'] },
  { kind: 'choice', key: 'list', choices: ['c', 'd'] },
  { kind: 'choice', key: 'list', choices: ['e'] },
];

/** What values mean, given by number of the variable. */
function meaning(...values: readonly (readonly [number, number])[]): readonly AnswerToGive[] {
  return answersToGive(new Map(values), { ...newFormulation(catalogue([], []), new Map()), variables: [...variables] });
}

describe('the answers to give', () => {
  test('are one of those that make no difference', () => {
    expect(meaning([0, 1])).toEqual([{ kind: 'one-of', key: 'contract', answers: [given('yes'), given('drafted')] }]);
  });

  test('to a multiple-choice question say what to choose, and what not to', () => {
    const selection = { kind: 'selection', key: 'list', including: [['a', 'b'], ['e']], excluding: ['c', 'd'] };
    expect(meaning([2, 1], [3, 0], [4, 1])).toEqual([selection]);
    // That it applies is said by choosing, whenever that is said.
    expect(meaning([1, 0], [2, 1], [3, 0], [4, 1])).toEqual([selection]);
    expect(meaning([2, 1], [3, 0], [4, 1], [1, 0])).toEqual([selection]);
    expect(meaning([1, 0])).toEqual([{ kind: 'selection', key: 'list', including: [], excluding: [] }]);
  });

  test('are that it does not apply, whatever else is said of its choices', () => {
    const expected = [{ kind: 'one-of', key: 'list', answers: [notApplicable] }];
    expect(meaning([1, 1])).toEqual(expected);
    expect(meaning([1, 1], [2, 0], [3, 1])).toEqual(expected);
    expect(meaning([2, 0], [1, 1])).toEqual(expected);
  });

  test('come in the order in which they are found', () => {
    expect(meaning([3, 1], [0, 0]).map(({ key }) => key)).toEqual(['list', 'contract']);
  });
});

describe('an example of what to give', () => {
  const selection: AnswerToGive = { kind: 'selection', key: 'list', including: [['a', 'b'], ['e']], excluding: ['c'] };

  test('is the first that does', () => {
    expect(exampleOf({ kind: 'one-of', key: 'contract', answers: [given('yes'), given('no')] })).toEqual(given('yes'));
  });

  test('chooses one of each group, and nothing else', () => {
    expect(exampleOf(selection)).toEqual(given(['a', 'e']));
  });

  test('keeps what was chosen before, as far as that does', () => {
    expect(exampleOf(selection, given(['b', 'c', 'f']))).toEqual(given(['b', 'f', 'e']));
  });

  test('starts anew where no selection was made before', () => {
    expect(exampleOf(selection, notApplicable)).toEqual(given(['a', 'e']));
    expect(exampleOf(selection, { state: 'unknown', reason: 'not-known-yet', evidence: [] })).toEqual(
      given(['a', 'e']),
    );
    expect(exampleOf(selection, given('bc'))).toEqual(given(['a', 'e']));
  });
});
