import { describe, expect, test } from 'vitest';
import type { AnswerValue } from '../../src/domain/answer.ts';
import type { Condition, Test } from '../../src/domain/condition.ts';
import type { Question } from '../../src/domain/question.ts';
import { alikeChoices, answersToTry } from '../../src/evaluate/answers-to-try.ts';
import { choice, choices, free, is } from '../support/small-catalogue.ts';

function look(question: string, read: Test): Condition {
  return { op: 'answer', question, test: read };
}

function valuesFor(question: Question, ...tests: readonly Test[]): readonly AnswerValue[] {
  const answers = answersToTry(
    question,
    tests.map((one) => look(question.id, one)),
  );
  return answers.flatMap((answer) => (answer.state === 'given' ? [answer.value] : []));
}

describe('the answers to try', () => {
  test('of one choice are the first of each group that conditions treat alike', () => {
    const question = choice('q', ['a', 'b', 'c', 'd']);
    expect(valuesFor(question)).toEqual(['a']);
    expect(valuesFor(question, { kind: 'is', values: ['b', 'd'] })).toEqual(['a', 'b']);
    expect(valuesFor(question, { kind: 'is', values: ['b', 'd'] }, { kind: 'is', values: ['d'] })).toEqual([
      'a',
      'b',
      'd',
    ]);
  });

  test('of several choices are every selection of such', () => {
    const question = choices('q', ['a', 'b', 'c']);
    expect(valuesFor(question, { kind: 'includes', values: ['b'] })).toEqual([[], ['a'], ['b'], ['a', 'b']]);
  });

  test('of a number are its bounds, halfway between them, and beyond them', () => {
    const question = free('q', 'number');
    expect(valuesFor(question, { kind: 'atLeast', value: 3 })).toEqual([2, 3, 4]);
    expect(
      valuesFor(question, { kind: 'atLeast', value: 10 }, { kind: 'atMost', value: 2 }, { kind: 'atMost', value: 10 }),
    ).toEqual([1, 2, 6, 10, 11]);
    expect(valuesFor(question)).toEqual([]);
  });

  test('of a day are the day itself, the day before and the day after, each once', () => {
    const question = free('q', 'date');
    expect(valuesFor(question, { kind: 'before', value: '2026-03-01' })).toEqual([
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ]);
    expect(
      valuesFor(question, { kind: 'before', value: '2026-01-01' }, { kind: 'after', value: '2026-01-02' }),
    ).toEqual(['2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03']);
  });

  test('of a text are any one, as nothing can be read from it', () => {
    expect(valuesFor(free('q', 'text'))).toEqual(['-']);
  });

  test('are one more where a question need not apply', () => {
    const question = choice('q', ['a'], { allowsNotApplicable: true });
    expect(answersToTry(question, [])).toEqual([
      { state: 'given', value: 'a', evidence: [] },
      { state: 'not-applicable', reason: '-', evidence: [] },
    ]);
    expect(answersToTry(choice('q', ['a']), [])).toEqual([{ state: 'given', value: 'a', evidence: [] }]);
  });

  test('do not hang on what is asked of other questions', () => {
    expect(answersToTry(choice('q', ['a', 'b']), [is('other', 'b')])).toHaveLength(1);
  });

  test('hang on every look in a condition', () => {
    const inside: Condition = { op: 'not', of: { op: 'all', of: [is('other', 'a'), is('q', 'b')] } };
    expect(answersToTry(choice('q', ['a', 'b']), [inside])).toHaveLength(2);
  });
});

describe('choices', () => {
  const question = choices('q', ['a', 'b', 'c', 'd']);

  test('are alike where they stand in the same tests', () => {
    expect(alikeChoices(question, [])).toEqual([['a', 'b', 'c', 'd']]);
    const [one, other] = [
      look('q', { kind: 'includes', values: ['a', 'c'] }),
      look('q', { kind: 'excludes', values: ['c', 'd'] }),
    ];
    expect(alikeChoices(question, [one])).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
    expect(alikeChoices(question, [one, other])).toEqual([['a'], ['b'], ['c'], ['d']]);
  });

  test('are alike where a test reads no choice', () => {
    expect(alikeChoices(question, [look('q', { kind: 'atLeast', value: 1 })])).toEqual([['a', 'b', 'c', 'd']]);
  });
});
