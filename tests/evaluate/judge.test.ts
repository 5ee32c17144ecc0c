import { describe, expect, test } from 'vitest';
import type { Answer, AnswerValue } from '../../src/domain/answer.ts';
import type { Condition, Test } from '../../src/domain/condition.ts';
import type { Question } from '../../src/domain/question.ts';
import type { Truth } from '../../src/domain/truth.ts';
import { type Facts, isAsked, judge } from '../../src/evaluate/judge.ts';
import { choice, choices, free, given, is } from '../support/small-catalogue.ts';

const unknown: Answer = { state: 'unknown', reason: 'asked-provider', evidence: [] };
const notApplicable: Answer = { state: 'not-applicable', reason: 'no groups', evidence: [] };

function reads(question: string, kind: Test): Condition {
  return { op: 'answer', question, test: kind };
}

function not(of: Condition): Condition {
  return { op: 'not', of };
}

function all(...of: readonly Condition[]): Condition {
  return { op: 'all', of };
}

function any(...of: readonly Condition[]): Condition {
  return { op: 'any', of };
}

function factsOf(questions: readonly Question[], answers: Readonly<Record<string, Answer>>): Facts {
  return { questions: new Map(questions.map((one) => [one.id, one])), answers: new Map(Object.entries(answers)) };
}

/** A test as a reader of YAML knows it. */
function inWords(kind: Test): string {
  return `${kind.kind} ${'values' in kind ? kind.values.join(' or ') : kind.value}`;
}

const questions = [
  choice('hosting', ['own', 'cloud', 'none']),
  choices('functions', ['text', 'calls', 'groups']),
  free('days', 'number'),
  free('since', 'date'),
  free('name', 'text'),
];

describe('a test on one answer', () => {
  const chosen = { kind: 'includes', values: ['calls', 'groups'] } as const;
  const avoided = { kind: 'excludes', values: ['calls', 'groups'] } as const;

  const rows: readonly { question: string; test: Test; value: AnswerValue; expected: Truth }[] = [
    { question: 'hosting', test: { kind: 'is', values: ['own'] }, value: 'own', expected: 'true' },
    { question: 'hosting', test: { kind: 'is', values: ['own'] }, value: 'cloud', expected: 'false' },
    { question: 'hosting', test: { kind: 'is', values: ['cloud', 'own'] }, value: 'own', expected: 'true' },
    { question: 'hosting', test: { kind: 'is', values: ['cloud', 'own'] }, value: 'none', expected: 'false' },
    { question: 'functions', test: chosen, value: ['text', 'groups'], expected: 'true' },
    { question: 'functions', test: chosen, value: ['calls', 'groups'], expected: 'true' },
    { question: 'functions', test: chosen, value: ['text'], expected: 'false' },
    { question: 'functions', test: chosen, value: [], expected: 'false' },
    { question: 'functions', test: avoided, value: ['text'], expected: 'true' },
    { question: 'functions', test: avoided, value: [], expected: 'true' },
    { question: 'functions', test: avoided, value: ['text', 'calls'], expected: 'false' },
    { question: 'functions', test: avoided, value: ['calls', 'groups'], expected: 'false' },
    { question: 'days', test: { kind: 'atLeast', value: 30 }, value: 29.5, expected: 'false' },
    { question: 'days', test: { kind: 'atLeast', value: 30 }, value: 30, expected: 'true' },
    { question: 'days', test: { kind: 'atLeast', value: 30 }, value: 100, expected: 'true' },
    { question: 'days', test: { kind: 'atMost', value: 30 }, value: 7, expected: 'true' },
    { question: 'days', test: { kind: 'atMost', value: 30 }, value: 30, expected: 'true' },
    { question: 'days', test: { kind: 'atMost', value: 30 }, value: 31, expected: 'false' },
    { question: 'days', test: { kind: 'atLeast', value: 0 }, value: -1, expected: 'false' },
    { question: 'since', test: { kind: 'before', value: '2026-11-23' }, value: '2026-11-22', expected: 'true' },
    { question: 'since', test: { kind: 'before', value: '2026-11-23' }, value: '2026-11-23', expected: 'false' },
    { question: 'since', test: { kind: 'before', value: '2026-11-23' }, value: '2026-11-24', expected: 'false' },
    { question: 'since', test: { kind: 'after', value: '2026-11-23' }, value: '2026-11-22', expected: 'false' },
    { question: 'since', test: { kind: 'after', value: '2026-11-23' }, value: '2026-11-23', expected: 'false' },
    { question: 'since', test: { kind: 'after', value: '2026-11-23' }, value: '2027-01-01', expected: 'true' },
  ];
  const named = rows.map((row) => ({
    ...row,
    name: `${inWords(row.test)}: is ${row.expected} for the answer ${JSON.stringify(row.value)}`,
  }));

  test.each(named)('$name', ({ question, test: kind, value, expected }) => {
    const judged = judge(reads(question, kind), factsOf(questions, { [question]: given(value) }));
    expect(judged).toEqual({ truth: expected, because: [question] });
  });
});

describe('an answer that is missing', () => {
  const unnamed: readonly { question: string; test: Test }[] = [
    { question: 'hosting', test: { kind: 'is', values: ['own'] } },
    { question: 'functions', test: { kind: 'includes', values: ['calls'] } },
    { question: 'functions', test: { kind: 'excludes', values: ['calls'] } },
    { question: 'days', test: { kind: 'atLeast', value: 30 } },
    { question: 'days', test: { kind: 'atMost', value: 30 } },
    { question: 'since', test: { kind: 'before', value: '2026-11-23' } },
    { question: 'since', test: { kind: 'after', value: '2026-11-23' } },
  ];
  const kinds = unnamed.map((row) => ({ ...row, name: inWords(row.test) }));

  test.each(kinds)('makes $name unknown, and its denial too', ({ question, test: kind }) => {
    for (const answers of [{}, { [question]: unknown }]) {
      const facts = factsOf(questions, answers);
      expect(judge(reads(question, kind), facts)).toEqual({ truth: 'unknown', because: [question] });
      expect(judge(not(reads(question, kind)), facts)).toEqual({ truth: 'unknown', because: [question] });
    }
  });

  test.each(kinds)(
    'is not the same as one that does not apply, of which $name is false',
    ({ question, test: kind }) => {
      const facts = factsOf(questions, { [question]: notApplicable });
      expect(judge(reads(question, kind), facts)).toEqual({ truth: 'false', because: [question] });
    },
  );
});

describe('an answer that does not apply', () => {
  const rows: readonly { test: Test; expected: Truth }[] = [
    { test: { kind: 'is', values: ['not-applicable'] }, expected: 'true' },
    { test: { kind: 'is', values: ['own', 'not-applicable'] }, expected: 'true' },
    { test: { kind: 'is', values: ['own'] }, expected: 'false' },
    // The loader accepts `includes: not-applicable` where the question allows that answer, so it must be able to hold.
    { test: { kind: 'includes', values: ['not-applicable'] }, expected: 'true' },
    { test: { kind: 'includes', values: ['calls', 'not-applicable'] }, expected: 'true' },
    { test: { kind: 'excludes', values: ['not-applicable'] }, expected: 'false' },
  ];

  test.each(rows.map((row) => ({ ...row, name: `makes "${inWords(row.test)}" ${row.expected}` })))(
    '$name',
    ({ test: kind, expected }) => {
      const question = kind.kind === 'is' ? 'hosting' : 'functions';
      const facts = factsOf(questions, { [question]: notApplicable });
      expect(judge(reads(question, kind), facts).truth).toBe(expected);
    },
  );
});

describe('conditions together', () => {
  const [yes, no, open] = [is('a', 'yes'), is('b', 'yes'), is('c', 'yes')];
  const facts = factsOf([choice('a'), choice('b'), choice('c'), choice('d'), choice('e')], {
    a: given('yes'),
    b: given('no'),
    d: given('no'),
    e: given('yes'),
  });

  test.each<{ name: string; condition: Condition; truth: Truth; because: readonly string[] }>([
    { name: 'all true: each part carries it', condition: all(yes, is('e', 'yes')), truth: 'true', because: ['a', 'e'] },
    { name: 'all: one false part settles it', condition: all(yes, open, no), truth: 'false', because: ['b'] },
    {
      name: 'all: every false part is named',
      condition: all(no, yes, is('d', 'yes')),
      truth: 'false',
      because: ['b', 'd'],
    },
    {
      name: 'all: without a false part, the open ones are named',
      condition: all(yes, open),
      truth: 'unknown',
      because: ['c'],
    },
    { name: 'any: one true part settles it', condition: any(open, no, yes), truth: 'true', because: ['a'] },
    {
      name: 'any: false only when each part is',
      condition: any(no, is('d', 'yes')),
      truth: 'false',
      because: ['b', 'd'],
    },
    {
      name: 'any: without a true part, the open ones are named',
      condition: any(no, open),
      truth: 'unknown',
      because: ['c'],
    },
    { name: 'not: false becomes true, for the same reason', condition: not(no), truth: 'true', because: ['b'] },
    { name: 'not: true becomes false, for the same reason', condition: not(yes), truth: 'false', because: ['a'] },
    { name: 'not twice changes nothing', condition: not(not(open)), truth: 'unknown', because: ['c'] },
    { name: 'no parts of "all" hold', condition: all(), truth: 'true', because: [] },
    { name: 'no parts of "any" do not hold', condition: any(), truth: 'false', because: [] },
    {
      name: 'nested: only the branch that settles it is named',
      condition: any(all(yes, open), all(yes, not(no)), all(no, open)),
      truth: 'true',
      because: ['a', 'b'],
    },
    {
      name: 'an answer read twice is named once',
      condition: all(yes, any(yes, open), not(is('a', 'no'))),
      truth: 'true',
      because: ['a'],
    },
  ])('$name', ({ condition, truth, because }) => {
    expect(judge(condition, facts)).toEqual({ truth, because });
  });
});

describe('a question that is asked only on a condition', () => {
  const gate = choice('gate');
  const gated = choice('gated', ['yes', 'no'], { askWhen: is('gate', 'yes') });
  const deeper = choice('deeper', ['yes', 'no'], { askWhen: is('gated', 'yes') });
  const judged = (condition: Condition, answers: Readonly<Record<string, Answer>>) =>
    judge(condition, factsOf([gate, gated, deeper], answers));

  test.each<{ name: string; answers: Readonly<Record<string, Answer>>; truth: Truth; because: readonly string[] }>([
    {
      name: 'asked and answered as expected',
      answers: { gate: given('yes'), gated: given('yes') },
      truth: 'true',
      because: ['gated'],
    },
    {
      name: 'asked and answered otherwise',
      answers: { gate: given('yes'), gated: given('no') },
      truth: 'false',
      because: ['gated'],
    },
    { name: 'asked, not answered', answers: { gate: given('yes') }, truth: 'unknown', because: ['gated'] },
    {
      name: 'not asked: false, because of what rules it out',
      answers: { gate: given('no') },
      truth: 'false',
      because: ['gate'],
    },
    {
      name: 'not asked, but an answer is stored: that is never used',
      answers: { gate: given('no'), gated: given('yes') },
      truth: 'false',
      because: ['gate'],
    },
    { name: 'open whether it is asked, and not answered', answers: {}, truth: 'unknown', because: ['gate'] },
    {
      name: 'open whether it is asked, answered as expected: a stored answer alone settles nothing',
      answers: { gated: given('yes') },
      truth: 'unknown',
      because: ['gate'],
    },
    {
      name: 'open whether it is asked, answered otherwise: false either way',
      answers: { gate: unknown, gated: given('no') },
      truth: 'false',
      because: ['gated'],
    },
  ])('$name', ({ answers, truth, because }) => {
    expect(judged(is('gated', 'yes'), answers)).toEqual({ truth, because });
  });

  test('counts as known not to apply, so that its denial is true', () => {
    expect(judged(not(is('gated', 'yes')), { gate: given('no') })).toEqual({ truth: 'true', because: ['gate'] });
    expect(judged(not(is('gated', 'no')), { gate: given('no') })).toEqual({ truth: 'true', because: ['gate'] });
  });

  test('makes every test on it false while it is not asked, also that something was not chosen', () => {
    const list = choices('list', ['x', 'y'], { askWhen: is('gate', 'yes') });
    const facts = factsOf([gate, list], { gate: given('no') });
    expect(judge(reads('list', { kind: 'excludes', values: ['x'] }), facts).truth).toBe('false');
    expect(judge(reads('list', { kind: 'includes', values: ['x'] }), facts).truth).toBe('false');
  });

  test.each<{ name: string; answers: Readonly<Record<string, Answer>>; truth: Truth }>([
    {
      name: 'through two conditions',
      answers: { gate: given('no'), gated: given('yes'), deeper: given('yes') },
      truth: 'false',
    },
    {
      name: 'through the second',
      answers: { gate: given('yes'), gated: given('no'), deeper: given('yes') },
      truth: 'false',
    },
    { name: 'through none', answers: { gate: given('yes'), gated: given('yes'), deeper: given('yes') }, truth: 'true' },
    {
      name: 'as long as the first is open, not at all',
      answers: { gated: given('yes'), deeper: given('yes') },
      truth: 'unknown',
    },
  ])('is ruled out $name', ({ answers, truth }) => {
    expect(judged(is('deeper', 'yes'), answers).truth).toBe(truth);
  });

  test('is always asked where there is no condition', () => {
    expect(isAsked(gate, factsOf([gate], {}))).toBe('true');
  });

  test.each<{ name: string; answers: Readonly<Record<string, Answer>>; truth: Truth }>([
    { name: 'is asked where its condition holds', answers: { gate: given('yes') }, truth: 'true' },
    { name: 'is not asked where its condition does not hold', answers: { gate: given('no') }, truth: 'false' },
    { name: 'may be asked while its condition is open', answers: {}, truth: 'unknown' },
  ])('$name', ({ answers, truth }) => {
    expect(isAsked(gated, factsOf([gate, gated], answers))).toBe(truth);
    const { askWhen } = gated;
    expect(askWhen && judge(askWhen, factsOf([gate, gated], answers)).because).toEqual(['gate']);
  });
});

describe('a question that is asked once per choice', () => {
  const functions = choices('functions', ['text', 'calls']);
  const basis = choice('basis', ['yes', 'no'], { each: 'functions' });
  const detail = choice('detail', ['yes', 'no'], { each: 'functions', askWhen: is('basis', 'yes') });
  const facts = factsOf([functions, basis, detail, choice('general')], {
    functions: given(['text', 'calls']),
    'basis@text': given('yes'),
    'basis@calls': given('no'),
    'detail@text': given('yes'),
    'detail@calls': given('yes'),
    general: given('yes'),
  });

  test('is read for the choice in question only', () => {
    expect(judge(is('basis', 'yes'), { ...facts, item: 'text' })).toEqual({ truth: 'true', because: ['basis@text'] });
    expect(judge(is('basis', 'yes'), { ...facts, item: 'calls' })).toEqual({
      truth: 'false',
      because: ['basis@calls'],
    });
  });

  test('is asked for each choice by the answers for that choice', () => {
    expect(judge(is('detail', 'yes'), { ...facts, item: 'text' })).toEqual({ truth: 'true', because: ['detail@text'] });
    expect(judge(is('detail', 'yes'), { ...facts, item: 'calls' })).toEqual({
      truth: 'false',
      because: ['basis@calls'],
    });
  });

  test('leaves the other questions to be read as ever', () => {
    expect(judge(is('general', 'yes'), { ...facts, item: 'calls' })).toEqual({ truth: 'true', because: ['general'] });
  });
});

describe('a condition on a question that does not exist', () => {
  test('is a bug of the program and says which question it is', () => {
    expect(() => judge(is('no-such-question', 'yes'), factsOf([], {}))).toThrow('no-such-question');
  });
});
