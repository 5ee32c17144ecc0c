import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { asGiven, conjuncts, keeping } from '../../src/evaluate/conflicts.ts';
import { allOf, always, anyOf, literal, never } from '../../src/evaluate/formula.ts';
import { type Formulation, newFormulation, variablesOf } from '../../src/evaluate/variables.ts';
import { catalogue, choice, choices, given, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const list = choices('list', ['x', 'y', 'z'], { allowsNotApplicable: true });
const bank = catalogue(
  [choice('q', ['a', 'b', 'c']), list],
  [
    questionnaire('paper', [
      requirement('R-1', is('q', 'b')),
      requirement('R-2', { op: 'answer', question: 'list', test: { kind: 'includes', values: ['y', 'z'] } }),
    ]),
  ],
);

/** All answers are free to change. */
function formulationOf(answers: Readonly<Record<string, Answer>>): Formulation {
  return newFormulation(bank, new Map(Object.entries(answers)), () => true);
}

const none: Answer = { state: 'not-applicable', reason: 'no such thing', evidence: [] };

describe('an answer as it is given', () => {
  test('is the value under which its like stand', () => {
    // What is given comes first among the options, with all that conditions read alike.
    expect(asGiven('q', formulationOf({ q: given('b') }))).toEqual(new Map([[0, 0]]));
    expect(asGiven('q', formulationOf({ q: given('c') }))).toEqual(new Map([[0, 0]]));
  });

  test('is, of a selection, whether it applies and what of each group is chosen', () => {
    const valuesOf = (answer: Answer) => [...asGiven('list', formulationOf({ list: answer })).values()];
    // Whether it does not apply; "x"; "y" or "z".
    expect(valuesOf(given([]))).toEqual([0, 0, 0]);
    expect(valuesOf(given(['x']))).toEqual([0, 1, 0]);
    expect(valuesOf(given(['z']))).toEqual([0, 0, 1]);
    expect(valuesOf(given(['x', 'y']))).toEqual([0, 1, 1]);
    expect(valuesOf(none)).toEqual([1, 0, 0]);
  });

  test('names all its variables', () => {
    const formulation = formulationOf({ q: given('a'), list: given(['x']) });
    variablesOf('q', formulation);
    expect([...asGiven('list', formulation).keys()]).toEqual([1, 2, 3]);
  });
});

describe('a formula of which some answers are kept', () => {
  const formulation = formulationOf({ q: given('b'), list: given(['x']) });
  const { space } = formulation;
  const [question = -1] = variablesOf('q', formulation);
  const [applies = -1, x = -1, other = -1] = variablesOf('list', formulation);
  const [isAsGiven, isChosen] = [literal(space, question, [0]), literal(space, other, [1])];
  const aim = { formulation, changeable: new Set(['q', 'list']) };

  test('has these filled in as they are given, and no others', () => {
    const both = allOf(space, [isAsGiven, isChosen]);
    expect(keeping(both, () => false, aim)).toBe(both);
    expect(keeping(both, (key) => key === 'q', aim)).toBe(isChosen);
    expect(keeping(both, (key) => key === 'list', aim)).toBe(never);
    const either = anyOf(space, [isAsGiven, isChosen]);
    expect(keeping(either, (key) => key === 'list', aim)).toBe(isAsGiven);
    expect(keeping(either, () => true, aim)).toBe(always);
    const applied = allOf(space, [literal(space, applies, [0]), literal(space, x, [1])]);
    expect(keeping(applied, () => true, aim)).toBe(always);
  });

  test('has none filled in that cannot be changed, as it was before', () => {
    expect(keeping(isAsGiven, () => true, { ...aim, changeable: new Set(['list']) })).toBe(isAsGiven);
  });

  test('falls apart into what must all hold', () => {
    expect(conjuncts(allOf(space, [isAsGiven, isChosen]))).toEqual([isAsGiven, isChosen]);
    const either = anyOf(space, [isAsGiven, isChosen]);
    expect(conjuncts(either)).toEqual([either]);
  });
});
