import fc from 'fast-check';
import { expect, test } from 'vitest';
import { independentGroups } from '../../src/evaluate/independent-groups.ts';
import { runs } from '../support/runs.ts';

function groupsOf(...parts: readonly string[]): readonly (readonly string[])[] {
  return independentGroups(parts, (part) => part);
}

test('parts that share a mark, be it through others, are in one group, in the order of the first', () => {
  expect(groupsOf('ab', 'cd', 'e', 'bc')).toEqual([['ab', 'cd', 'bc'], ['e']]);
  expect(groupsOf('d', 'ab', 'da', 'e')).toEqual([['d', 'ab', 'da'], ['e']]);
  expect(groupsOf()).toEqual([]);
});

test('what has no mark is a group of its own', () => {
  const parts = [{ name: 'one' }, { name: 'other' }, { name: 'marked' }];
  expect(independentGroups(parts, ({ name }) => (name === 'marked' ? ['m'] : []))).toEqual(parts.map((one) => [one]));
});

test('groups are what following shared marks from part to part finds', () => {
  const marks = fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']);
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 6 }), (parts) => {
      const groups = independentGroups(parts, (part) => part);
      expect(groups.flat()).toHaveLength(parts.length);
      const shares = (one: readonly string[], other: readonly string[]) => one.some((mark) => other.includes(mark));
      for (const [at, group] of groups.entries()) {
        for (const other of groups.slice(at + 1)) expect(shares(group.flat(), other.flat())).toBe(false);
        const reached = new Set(group.slice(0, 1));
        for (const one of reached) for (const next of group) if (shares(one, next)) reached.add(next);
        expect(group.every((one) => reached.has(one))).toBe(true);
      }
    }),
    { numRuns: runs(200) },
  );
});
