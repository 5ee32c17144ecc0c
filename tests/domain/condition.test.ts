import { describe, expect, test } from 'vitest';
import { type Condition, questionsIn } from '../../src/domain/condition.ts';
import { is } from '../support/small-catalogue.ts';

const a = is('a', 'yes');
const b = is('b', 'yes');

describe('the questions in a condition', () => {
  test.each<{ name: string; condition: Condition; expected: readonly string[] }>([
    { name: 'one answer: that question', condition: a, expected: ['a'] },
    { name: 'all: those of every part, in order', condition: { op: 'all', of: [b, a] }, expected: ['b', 'a'] },
    { name: 'any: those of every part, in order', condition: { op: 'any', of: [a, b] }, expected: ['a', 'b'] },
    { name: 'not: those of what is denied', condition: { op: 'not', of: b }, expected: ['b'] },
    { name: 'no parts: none', condition: { op: 'any', of: [] }, expected: [] },
    {
      name: 'nested, and read twice: each once, where it comes first',
      condition: {
        op: 'all',
        of: [
          { op: 'not', of: { op: 'any', of: [b, is('c', 'no')] } },
          { op: 'any', of: [a, is('b', 'no')] },
        ],
      },
      expected: ['b', 'c', 'a'],
    },
  ])('$name', ({ condition, expected }) => {
    expect(questionsIn(condition)).toEqual(expected);
  });
});
