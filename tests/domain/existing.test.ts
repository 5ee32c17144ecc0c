import { describe, expect, test } from 'vitest';
import { existing, existingAt } from '../../src/domain/existing.ts';

describe('what is sure to be there', () => {
  test('is what stands there', () => {
    expect(existing(new Map([['a', 0]]), 'a')).toBe(0);
    expect(existingAt(['', 'b'], 0)).toBe('');
  });

  test('is not made up where it is missing: that is a bug, and says what was looked for', () => {
    expect(() => existing(new Map([['a', 0]]), 'b')).toThrow('there is no b');
    expect(() => existingAt(['a', 'b'], 2)).toThrow('there is no item 2 among 2');
  });
});
