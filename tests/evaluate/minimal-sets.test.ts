import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { irreducibleSet, minimalSets } from '../../src/evaluate/minimal-sets.ts';
import { runs } from '../support/runs.ts';

const unbounded = Number.POSITIVE_INFINITY;

function isIn(all: readonly (readonly string[])[]): (set: readonly string[]) => boolean {
  return (set) => all.some((one) => one.join() === set.join());
}

describe('the minimal sets that pass', () => {
  test('are found by size, in the order of the things, without those that contain another', () => {
    const passing = [['c'], ['a', 'b'], ['a', 'c'], ['a', 'b', 'd'], ['b', 'd'], ['a', 'd']];
    expect(minimalSets(['a', 'b', 'c', 'd'], { passes: isIn(passing), limit: unbounded })).toEqual({
      // Four alone, the three pairs without "c", and the three others together.
      ...{ sets: [['c'], ['a', 'b'], ['a', 'd'], ['b', 'd']], isComplete: true, triedUpTo: 4, tries: 8 },
    });
  });

  test('are tried one by one, each set once', () => {
    const tried: string[] = [];
    const passes = (set: readonly string[]) => {
      tried.push(set.join(''));
      return false;
    };
    expect(minimalSets(['a', 'b', 'c'], { passes, limit: unbounded }).tries).toBe(7);
    expect(tried).toEqual(['a', 'b', 'c', 'ab', 'ac', 'bc', 'abc']);
  });

  test('are told as far as the limit allows, and up to which size that is', () => {
    const passes = isIn([
      ['a', 'b'],
      ['b', 'c'],
    ]);
    const upTo = (limit: number) => minimalSets(['a', 'b', 'c'], { passes, limit });
    expect(upTo(3)).toEqual({ sets: [], isComplete: false, triedUpTo: 1, tries: 3 });
    expect(upTo(4)).toEqual({ sets: [['a', 'b']], isComplete: false, triedUpTo: 1, tries: 4 });
    expect(upTo(7)).toEqual({
      sets: [
        ['a', 'b'],
        ['b', 'c'],
      ],
      isComplete: true,
      triedUpTo: 3,
      tries: 7,
    });
    expect(upTo(0)).toEqual({ sets: [], isComplete: false, triedUpTo: 0, tries: 0 });
  });

  test('are none of nothing, as the empty set is not tried', () => {
    expect(minimalSets([], { passes: () => true, limit: 9 })).toEqual({
      ...{ sets: [], isComplete: true, triedUpTo: 0, tries: 0 },
    });
  });

  test('are those that trying all sets finds, whichever pass', () => {
    const things = ['a', 'b', 'c', 'd'];
    const all = things.reduce<readonly (readonly string[])[]>(
      (sets, one) => sets.concat(sets.map((set) => [...set, one])),
      [[]],
    );
    fc.assert(
      fc.property(fc.subarray([...all]), (passing) => {
        const passes = isIn(passing);
        const isPart = (one: readonly string[], set: readonly string[]) =>
          one.length > 0 && one.length < set.length && one.every((thing) => set.includes(thing));
        const expected = passing.filter((set) => set.length > 0 && !passing.some((one) => isPart(one, set)));
        const { sets } = minimalSets(things, { passes, limit: unbounded });
        expect(sets.map((set) => set.join('')).sort()).toEqual(expected.map((set) => set.join('')).sort());
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('an irreducible set', () => {
  test('is left once nothing more can be spared', () => {
    const needs = (set: readonly string[]) => set.includes('b') && set.includes('d');
    expect(irreducibleSet(['a', 'b', 'c', 'd'], needs)).toEqual(['b', 'd']);
    expect(irreducibleSet(['a', 'b'], () => false)).toEqual(['a', 'b']);
  });

  test('is looked for again where sparing one thing allows to spare another', () => {
    // "a" can only go once "b" has gone.
    const passes = (set: readonly string[]) => set.includes('c') && (set.includes('a') || !set.includes('b'));
    expect(irreducibleSet(['a', 'b', 'c'], passes)).toEqual(['c']);
  });

  test('is never empty', () => {
    expect(irreducibleSet(['a', 'b'], () => true)).toEqual(['b']);
  });
});
