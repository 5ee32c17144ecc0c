import { describe, expect, test } from 'vitest';
import { and, negate, or, type Truth } from '../../src/domain/truth.ts';

/** Strong Kleene logic, written down row by row. */
const table: readonly { one: Truth; two: Truth; both: Truth; either: Truth }[] = [
  { one: 'false', two: 'false', both: 'false', either: 'false' },
  { one: 'false', two: 'unknown', both: 'false', either: 'unknown' },
  { one: 'false', two: 'true', both: 'false', either: 'true' },
  { one: 'unknown', two: 'false', both: 'false', either: 'unknown' },
  { one: 'unknown', two: 'unknown', both: 'unknown', either: 'unknown' },
  { one: 'unknown', two: 'true', both: 'unknown', either: 'true' },
  { one: 'true', two: 'false', both: 'false', either: 'true' },
  { one: 'true', two: 'unknown', both: 'unknown', either: 'true' },
  { one: 'true', two: 'true', both: 'true', either: 'true' },
];

describe('two truth values', () => {
  test.each(table)('$one and $two is $both', ({ one, two, both }) => {
    expect(and([one, two])).toBe(both);
  });

  test.each(table)('$one or $two is $either', ({ one, two, either }) => {
    expect(or([one, two])).toBe(either);
  });
});

describe('any number of truth values', () => {
  test('no parts at all are true together, and none of them is true', () => {
    expect(and([])).toBe('true');
    expect(or([])).toBe('false');
  });

  test.each<{ parts: readonly Truth[]; all: Truth; any: Truth }>([
    { parts: ['unknown', 'true', 'false'], all: 'false', any: 'true' },
    { parts: ['true', 'unknown', 'true'], all: 'unknown', any: 'true' },
    { parts: ['false', 'unknown', 'false'], all: 'false', any: 'unknown' },
    { parts: ['true', 'true', 'true'], all: 'true', any: 'true' },
    { parts: ['unknown'], all: 'unknown', any: 'unknown' },
  ])('$parts: all are $all, any is $any', ({ parts, all, any }) => {
    expect(and(parts)).toBe(all);
    expect(or(parts)).toBe(any);
  });
});

describe('not', () => {
  test.each<{ truth: Truth; mirrored: Truth }>([
    { truth: 'false', mirrored: 'true' },
    { truth: 'unknown', mirrored: 'unknown' },
    { truth: 'true', mirrored: 'false' },
  ])('makes $mirrored of $truth', ({ truth, mirrored }) => {
    expect(negate(truth)).toBe(mirrored);
  });
});
