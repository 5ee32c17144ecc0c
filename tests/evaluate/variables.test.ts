import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, type Answers, questionOfKey } from '../../src/domain/answer.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Condition, Test } from '../../src/domain/condition.ts';
import { choicesOf, type Question } from '../../src/domain/question.ts';
import { answersToGive, exampleOf } from '../../src/evaluate/answers-to-give.ts';
import { always, type Formula, fillAll, never } from '../../src/evaluate/formula.ts';
import { type Facts, holds, isAsked, itemsOf, truthOf } from '../../src/evaluate/judge.ts';
import {
  askedUnder,
  chosenIn,
  type Formulation,
  formulate,
  formulateTest,
  keysIn,
  newFormulation,
  variablesOf,
} from '../../src/evaluate/variables.ts';
import { runs } from '../support/runs.ts';
import { catalogue, choice, choices, free, given, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const none: Answer = { state: 'not-applicable', reason: 'no such thing', evidence: [] };

function look(question: string, read: Test): Condition {
  return { op: 'answer', question, test: read };
}

function bankReading(questions: readonly Question[], ...conditions: readonly Condition[]): Catalogue {
  return catalogue(questions, [
    questionnaire(
      'paper',
      conditions.map((condition, at) => requirement(`R-${at}`, condition)),
    ),
  ]);
}

/** The variables of an answer, each with what its values mean. */
function meaningOf(key: string, formulation: Formulation) {
  return variablesOf(key, formulation).map((number) => {
    const variable = formulation.variables[number];
    const size = formulation.space.sizes[number];
    return variable?.kind === 'choice' ? [size, ...variable.choices] : [size, variable?.kind];
  });
}

describe('what is left to be found out', () => {
  const list = choices('list', ['x', 'y', 'z'], { allowsNotApplicable: true });

  test('of a selection is whether it applies, and of each group of choices whether one is chosen', () => {
    const bank = bankReading([list], look('list', { kind: 'includes', values: ['x', 'z'] }));
    const formulation = newFormulation(bank, new Map());
    const expected = [
      [2, 'not-applicable'],
      [2, 'x', 'z'],
      [2, 'y'],
    ];
    expect(meaningOf('list', formulation)).toEqual(expected);
    // Asked again, it is the same.
    expect(variablesOf('list', formulation)).toEqual([0, 1, 2]);
    expect(formulation.variables).toHaveLength(3);
  });

  test('of a selection for whose choices something is asked, or judged, is each choice', () => {
    const each = choice('basis', ['yes', 'no'], { each: 'list' });
    const asking = newFormulation(bankReading([list, each]), new Map());
    const expected = [
      [2, 'not-applicable'],
      [2, 'x'],
      [2, 'y'],
      [2, 'z'],
    ];
    expect(meaningOf('list', asking)).toEqual(expected);
    const rule = requirement('R', { op: 'all', of: [] }, { each: 'list' });
    const judging = newFormulation(catalogue([list], [questionnaire('paper', [rule])]), new Map());
    expect(meaningOf('list', judging)).toEqual(expected);
  });

  test('of a selection that always applies is only what is chosen', () => {
    const formulation = newFormulation(bankReading([choices('list', ['x', 'y'])]), new Map());
    expect(meaningOf('list', formulation)).toEqual([[2, 'x', 'y']]);
  });

  test('of other answers is which of those it is that conditions read differently', () => {
    const question = choice('q', ['a', 'b', 'c'], { allowsNotApplicable: true });
    const formulation = newFormulation(bankReading([question], is('q', 'b', 'not-applicable')), new Map());
    expect(variablesOf('q', formulation)).toEqual([0]);
    expect(formulation.variables).toEqual([
      {
        kind: 'answer',
        key: 'q',
        options: [
          [given('a'), given('c')],
          [given('b'), { state: 'not-applicable', reason: '-', evidence: [] }],
        ],
      },
    ]);
    expect(formulation.space.sizes).toEqual([2]);
  });

  test('of a number is on which side of its bounds it is, with the number that is given among these', () => {
    const bank = bankReading([free('q', 'number')], look('q', { kind: 'atLeast', value: 5 }));
    const formulation = newFormulation(bank, new Map([['q', given(7)]]), () => true);
    variablesOf('q', formulation);
    expect(formulation.variables).toEqual([
      {
        kind: 'answer',
        key: 'q',
        options: [[given(7), given(5), given(6)], [given(4)]],
      },
    ]);
  });

  test('is numbered on from what was found before', () => {
    const bank = bankReading([list, choice('q')], is('q', 'yes'));
    const formulation = newFormulation(bank, new Map());
    expect(variablesOf('list', formulation)).toEqual([0, 1]);
    expect(variablesOf('q', formulation)).toEqual([2]);
    const formula = formulate(is('q', 'yes'), formulation);
    expect(keysIn(formula, formulation)).toEqual(['q']);
    expect(keysIn(always, formulation)).toEqual([]);
  });
});

describe('a condition as a formula', () => {
  test('is settled by what is given, unless that is free to change', () => {
    const bank = bankReading([choice('q')], is('q', 'yes'));
    const answers = new Map([['q', given('no')]]);
    expect(formulate(is('q', 'yes'), newFormulation(bank, answers))).toBe(never);
    expect(formulate(is('q', 'no'), newFormulation(bank, answers))).toBe(always);
    expect(
      formulate(
        is('q', 'yes'),
        newFormulation(bank, answers, (key) => key === 'q'),
      ).op,
    ).toBe('literal');
    expect(
      formulate(
        is('q', 'yes'),
        newFormulation(bank, answers, (key) => key !== 'q'),
      ),
    ).toBe(never);
  });

  test('reads a selection that does not apply as nothing chosen, and as what is said for that', () => {
    const list = choices('list', ['x', 'y'], { allowsNotApplicable: true });
    const tests: readonly Test[] = [
      { kind: 'includes', values: ['x'] },
      { kind: 'includes', values: ['x', 'y'] },
      { kind: 'includes', values: ['y', 'not-applicable'] },
      { kind: 'includes', values: ['not-applicable'] },
      { kind: 'excludes', values: ['x'] },
      { kind: 'excludes', values: ['x', 'y'] },
    ];
    const bank = bankReading([list], ...tests.map((one) => look('list', one)));
    const formulation = newFormulation(bank, new Map());
    const formulas = tests.map((one) => formulateTest(one, 'list', formulation));
    expect(formulation.variables.map((one) => one.kind)).toEqual(['not-applicable', 'choice', 'choice']);
    const truths = (answer: Answer, ...values: readonly number[]) => {
      const filled = formulas.map((one) => fillAll(formulation.space, one, values.entries()));
      expect(filled.map((one) => one === always)).toEqual(tests.map((one) => holds(one, answer) === 'true'));
      return filled.map((one) => one === always);
    };
    expect(truths(none, 1, 1, 1)).toEqual([false, false, true, true, false, false]);
    expect(truths(given([]), 0, 0, 0)).toEqual([false, false, false, false, true, true]);
    expect(truths(given(['x']), 0, 1, 0)).toEqual([true, true, false, false, false, false]);
    expect(truths(given(['y']), 0, 0, 1)).toEqual([false, true, true, false, true, false]);
  });

  test('under the key of a choice holds where the choice is made and the question asked', () => {
    const questions = [
      choice('gate'),
      choices('functions', ['f', 'g'], { askWhen: is('gate', 'yes') }),
      choice('basis', ['yes', 'no'], { each: 'functions' }),
      choice('detail', ['yes', 'no'], { each: 'functions', askWhen: is('basis', 'yes') }),
    ];
    const bank = bankReading(questions, is('gate', 'yes'));
    const asked = (key: string, answers: Readonly<Record<string, Answer>>) =>
      askedUnder(key, newFormulation(bank, new Map(Object.entries(answers))));
    const chosen = { gate: given('yes'), functions: given(['f']) };
    expect(asked('gate', {})).toBe(always);
    expect(asked('functions', { gate: given('no') })).toBe(never);
    expect(asked('functions', { gate: given('yes') })).toBe(always);
    expect(asked('basis@f', chosen)).toBe(always);
    expect(asked('basis@g', chosen)).toBe(never);
    expect(asked('basis@f', { ...chosen, gate: given('no') })).toBe(never);
    expect(asked('detail@f', { ...chosen, 'basis@f': given('yes'), 'basis@g': given('no') })).toBe(always);
    expect(asked('detail@f', { ...chosen, 'basis@f': given('no'), 'basis@g': given('yes') })).toBe(never);
    expect(asked('detail@g', { ...chosen, 'basis@g': given('yes') })).toBe(never);
    const open = newFormulation(bank, new Map([['gate', given('yes')]]));
    expect(askedUnder('basis@f', open)).toBe(chosenIn('functions', 'f', open));
    expect(askedUnder('basis@f', open)).not.toBe(chosenIn('functions', 'g', open));
  });
});

/* Conditions at random, against judging what the values of the variables mean. */

const plain = [
  choice('pair', ['a', 'b']),
  choice('triple', ['a', 'b', 'c'], { allowsNotApplicable: true }),
  choices('list', ['x', 'y', 'z'], { allowsNotApplicable: true }),
  free('number', 'number'),
  free('date', 'date'),
  choices('functions', ['f', 'g']),
];
const basis = choice('basis', ['a', 'b'], { each: 'functions', allowsNotApplicable: true });
const valuesOf: Readonly<Record<string, readonly Answer[]>> = {
  pair: [given('a'), given('b')],
  triple: [given('a'), given('b'), given('c'), none],
  list: [given([]), given(['x']), given(['y', 'z']), none],
  number: [given(0), given(1.5), given(9)],
  date: [given('2025-12-31'), given('2026-01-02'), given('2030-01-01')],
  functions: [given([]), given(['f']), given(['f', 'g'])],
  'basis@f': [given('a'), given('b'), none],
};

function testOf(question: Question): fc.Arbitrary<Test> {
  const ids = choicesOf(question).map(({ id }) => id);
  const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 });
  const orNone = question.allowsNotApplicable ? [...ids, 'not-applicable'] : ids;
  switch (question.kind) {
    case 'choice':
      return some(orNone).map((values) => ({ kind: 'is', values }));
    case 'choices':
      return fc.oneof(
        some(orNone).map((values): Test => ({ kind: 'includes', values })),
        some(ids).map((values): Test => ({ kind: 'excludes', values })),
      );
    case 'number':
      return fc.record({ kind: fc.constantFrom('atLeast' as const, 'atMost' as const), value: fc.nat({ max: 2 }) });
    default:
      return fc.record({
        kind: fc.constantFrom('before' as const, 'after' as const),
        value: fc.constantFrom('2026-01-01', '2026-01-02'),
      });
  }
}

function conditionOn(questions: readonly Question[], depth = 2): fc.Arbitrary<Condition> {
  const leaf = fc
    .constantFrom(...questions)
    .chain((question) => testOf(question).map((read) => look(question.id, read)));
  if (depth === 0) return leaf;
  const parts = fc.array(conditionOn(questions, depth - 1), { maxLength: 3 });
  return fc.oneof(
    leaf,
    parts.map((of): Condition => ({ op: 'all', of })),
    parts.map((of): Condition => ({ op: 'any', of })),
    conditionOn(questions, depth - 1).map((of): Condition => ({ op: 'not', of })),
  );
}

const cases = fc
  .record({
    gates: fc.tuple(fc.option(conditionOn(plain.slice(0, 5))), fc.option(conditionOn(plain))),
    condition: conditionOn([...plain, basis]),
    stored: fc
      .subarray(Object.keys(valuesOf), { maxLength: 5 })
      .chain((keys) =>
        fc.tuple(
          ...keys.map((key) =>
            fc
              .record({ answer: fc.constantFrom(...(valuesOf[key] ?? [])), isFree: fc.boolean() })
              .map((one) => ({ key, ...one })),
          ),
        ),
      ),
    picks: fc.array(fc.nat({ max: 5 }), { minLength: 12, maxLength: 12 }),
  })
  .map(({ gates: [functionsGate, basisGate], condition, stored, picks }) => {
    const gated = (question: Question, askWhen: Condition | null) => (askWhen ? { ...question, askWhen } : question);
    const questions = [
      ...plain.map((one) => (one.id === 'functions' ? gated(one, functionsGate) : one)),
      gated(basis, basisGate),
    ];
    return { bank: bankReading(questions, condition), condition, stored, picks };
  });

/** Some values of all variables, and the answers that these mean beside those that stay. */
function filledIn(formulation: Formulation, picks: readonly number[]) {
  const values = new Map(formulation.space.sizes.map((size, at) => [at, (picks[at] ?? 0) % size] as const));
  const kept = [...formulation.answers].filter(([key]) => !formulation.isFree(key));
  const found = answersToGive(values, formulation).map((one) => [one.key, exampleOf(one)] as const);
  const answers: Answers = new Map([...kept, ...found]);
  const isTrue = (formula: Formula) => fillAll(formulation.space, formula, values) === always;
  return { isTrue, answers };
}

describe('on any condition', () => {
  test('its formula is true for the values whose answers make it true', () => {
    fc.assert(
      fc.property(cases, ({ bank, condition, stored, picks }) => {
        const freed = stored.flatMap(({ key, isFree }) => (isFree ? [key] : []));
        const answers = new Map(stored.map(({ key, answer }) => [key, answer]));
        const formulation = newFormulation(bank, answers, (key) => freed.includes(key));
        const formula = formulate(condition, formulation, 'f');
        const asked = ['functions', 'basis@f'].map((key) => [key, askedUnder(key, formulation)] as const);
        const meant = filledIn(formulation, picks);
        const facts: Facts = { questions: bank.questions, answers: meant.answers, item: 'f' };
        expect(meant.isTrue(formula) ? 'true' : 'false').toBe(truthOf(condition, facts));
        for (const [key, formulated] of asked)
          expect([key, meant.isTrue(formulated)]).toEqual([key, isAskedIn(key, facts)]);
      }),
      { numRuns: runs(400) },
    );
  });

  test('answers are told apart exactly where some condition does', () => {
    fc.assert(
      fc.property(cases, ({ bank, stored }) => {
        const answers = new Map(stored.map(({ key, answer }) => [key, answer]));
        const formulation = newFormulation(bank, answers, () => true);
        for (const key of ['pair', 'triple', 'number', 'date', 'basis@f']) {
          const [number = -1] = variablesOf(key, formulation);
          const variable = formulation.variables[number];
          const looks = formulation.looks.get(questionOfKey(key)) ?? [];
          const readingOf = (answer: Answer) => looks.map(({ test: one }) => holds(one, answer)).join();
          const readings = variable?.kind === 'answer' ? variable.options.map((some) => some.map(readingOf)) : [];
          expect(readings.every((some) => new Set(some).size === 1)).toBe(true);
          expect(new Set(readings.flat()).size).toBe(readings.length);
          const own = answers.get(key);
          if (own !== undefined) expect(variable?.kind === 'answer' && variable.options.flat()).toContain(own);
          // Whatever can be answered is read like one of them.
          for (const one of looks.length > 0 ? (valuesOf[key] ?? []) : [])
            expect(readings.flat()).toContain(readingOf(one));
        }
      }),
      { numRuns: runs(100) },
    );
  });
});

function isAskedIn(key: string, facts: Facts): boolean {
  const question = facts.questions.get(questionOfKey(key));
  if (question === undefined) return false;
  const isChosen = question.each === undefined || (itemsOf(question.each, facts).items ?? []).includes('f');
  return isChosen && isAsked(question, facts) === 'true';
}
