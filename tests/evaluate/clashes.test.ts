import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, AnswerValue } from '../../src/domain/answer.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Condition } from '../../src/domain/condition.ts';
import { type Inconsistency, nameOf, namesOf } from '../../src/domain/inconsistency.ts';
import { clashesIn } from '../../src/evaluate/clashes.ts';
import { realisticAssessment } from '../support/realistic-assessments.ts';
import { runs } from '../support/runs.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';
import { catalogue, choice, choices, given, is, text } from '../support/small-catalogue.ts';

const bank = catalogue(
  [
    choice('gate'),
    choice('behind', ['yes', 'no'], { askWhen: is('gate', 'yes') }),
    choices('functions', ['text', 'calls']),
    choice('purpose', ['yes', 'no'], { each: 'functions' }),
    choices('measures', ['strong', 'weak', 'other'], { exclusive: [['strong', 'weak']] }),
    choices('each-time', ['a', 'b'], { exclusive: [['a', 'b']], each: 'functions' }),
    choices('hidden', ['a', 'b'], { exclusive: [['a', 'b']], askWhen: is('gate', 'yes') }),
  ],
  [],
);

function both(...of: readonly Condition[]): Condition {
  return { op: 'all', of };
}

/** Names of what does not fit, among answers that may be open. */
function clashing(
  rules: readonly Omit<Inconsistency, 'text'>[],
  answers: Readonly<Record<string, AnswerValue | Answer>>,
): readonly string[] {
  const used: Catalogue = {
    ...bank,
    inconsistencies: new Map(rules.map((one) => [one.id, { ...one, text: text(one.id) }])),
  };
  const entries = Object.entries(answers).map(([key, value]): [string, Answer] => [
    key,
    typeof value === 'object' && 'state' in value ? value : given(value),
  ]);
  return clashesIn(used, new Map(entries)).map((clash) =>
    [nameOf(clash), ...clash.items.map(({ id }) => id)].join(' '),
  );
}

const unknown: Answer = { state: 'unknown', reason: 'not-known-yet', evidence: [] };
const rule = { id: 'U', when: both(is('gate', 'yes'), is('behind', 'no')) };

describe('answers that do not fit together', () => {
  test('are told once all of them are given', () => {
    expect(clashing([rule], { gate: 'yes', behind: 'no' })).toEqual(['U']);
    expect(clashing([rule], { gate: 'yes', behind: 'yes' })).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, AnswerValue | Answer>>]>([
    ['one is missing', { gate: 'yes' }],
    ['one is not known', { gate: 'yes', behind: unknown }],
    ['none is there', {}],
  ])('are not told while %s', (_, answers) => {
    expect(clashing([rule], answers)).toEqual([]);
  });

  test('are none where a question is not asked, whatever is left of its answer', () => {
    const hidden = { id: 'U', when: is('behind', 'no') };
    expect(clashing([hidden], { gate: 'no', behind: 'no' })).toEqual([]);
    expect(clashing([hidden], { behind: 'no' })).toEqual([]);
  });

  test('for each choice: one is enough, and only those made count', () => {
    const each = { id: 'U', each: 'functions', when: is('purpose', 'no') };
    expect(clashing([each], { functions: ['text', 'calls'], 'purpose@text': 'yes', 'purpose@calls': 'no' })).toEqual([
      'U calls',
    ]);
    expect(clashing([each], { functions: ['text'], 'purpose@text': 'yes', 'purpose@calls': 'no' })).toEqual([]);
    expect(clashing([each], { 'purpose@calls': 'no' })).toEqual([]);
  });
});

describe('choices that exclude each other', () => {
  test('are told where both are made', () => {
    expect(clashing([], { measures: ['strong', 'weak', 'other'] })).toEqual(['measures']);
    expect(clashing([], { measures: ['strong', 'other'] })).toEqual([]);
    expect(clashing([], { measures: [] })).toEqual([]);
  });

  test('and which they are', () => {
    const [clash] = clashesIn(bank, new Map([['measures', given(['strong', 'weak', 'other'])]]));
    expect(clash?.kind === 'choices' && clash.choices.map(({ id }) => id)).toEqual(['strong', 'weak']);
  });

  test('of a question asked for each choice are told for those that were made', () => {
    const answers = { 'each-time@text': ['a', 'b'], 'each-time@calls': ['a', 'b'] };
    expect(clashing([], { functions: ['calls'], ...answers })).toEqual(['each-time calls']);
    expect(clashing([], { functions: [], ...answers })).toEqual([]);
    expect(clashing([], answers)).toEqual([]);
  });

  test('are not told of a question that is not asked, or may not be', () => {
    expect(clashing([], { gate: 'yes', hidden: ['a', 'b'] })).toEqual(['hidden']);
    expect(clashing([], { gate: 'no', hidden: ['a', 'b'] })).toEqual([]);
    expect(clashing([], { hidden: ['a', 'b'] })).toEqual([]);
  });
});

test('what does not fit stays so, whatever else is answered', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.infiniteStream(fc.boolean()), (seed, isKept) => {
      const all = realisticAssessment(shippedCatalogue, seed).answers;
      const some = new Map([...all].filter(() => isKept.next().value));
      const names = namesOf(clashesIn(shippedCatalogue, all));
      for (const name of namesOf(clashesIn(shippedCatalogue, some))) expect(names).toContain(name);
    }),
    { numRuns: runs(100) },
  );
});
