import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { existingAt } from '../../src/domain/existing.ts';
import {
  allOf,
  always,
  anyOf,
  type Formula,
  literal,
  never,
  newSpace,
  type Space,
  withinEffort,
} from '../../src/evaluate/formula.ts';
import { firstShortestKeys, type Ground, shortestAnswers } from '../../src/evaluate/shortest-answers.ts';
import { everyWay, formulaOf, isTrue, type Tree, treesOver, type Values } from '../support/random-formulas.ts';
import { enough, runs } from '../support/runs.ts';

/** One answer comes to two variables, the others to one each. */
const keys = ['pair', 'one', 'two', 'three'];
const keyOfVariable = ['pair', 'pair', 'one', 'two', 'three'];
const sizes = [2, 2, 3, 2, 2];

function groundWith(askedUnder: (key: string, space: Space) => Formula = () => always): Ground {
  const space = newSpace();
  space.sizes.push(...sizes);
  return {
    space,
    keyOf: (variable) => existingAt(keyOfVariable, variable),
    variablesOf: (key) => keyOfVariable.flatMap((one, variable) => (one === key ? [variable] : [])),
    askedUnder: (key) => askedUnder(key, space),
  };
}

describe('the fewest answers', () => {
  test('are none where it holds anyway, and do not exist where it cannot hold', () => {
    const ground = groundWith();
    expect([shortestAnswers(always, ground), firstShortestKeys(always, keys, ground)]).toEqual([new Map(), []]);
    expect([shortestAnswers(never, ground), firstShortestKeys(never, keys, ground)]).toEqual([undefined, undefined]);
  });

  test('do not exist where the question is never asked', () => {
    const ground = groundWith((key) => (key === 'one' ? never : always));
    const one = literal(ground.space, 2, [1]);
    expect([shortestAnswers(one, ground), firstShortestKeys(one, keys, ground)]).toEqual([undefined, undefined]);
    const other = literal(ground.space, 3, [0]);
    expect(shortestAnswers(anyOf(ground.space, [one, other]), ground)).toEqual(new Map([[3, 0]]));
  });

  test('count an answer once, however many variables it comes to', () => {
    const ground = groundWith();
    const { space } = ground;
    const pair = allOf(space, [literal(space, 0, [1]), literal(space, 1, [0])]);
    const others = allOf(space, [literal(space, 2, [1]), literal(space, 3, [0])]);
    const either = anyOf(space, [others, pair]);
    expect([...(shortestAnswers(either, ground) ?? [])].sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(firstShortestKeys(either, ['two', 'one', 'pair', 'three'], ground)).toEqual(['pair']);
  });

  test('count what must be answered for a question to be asked', () => {
    const ground = groundWith((key, space) => (key === 'one' ? literal(space, 3, [1]) : always));
    const { space } = ground;
    const [one, two, three] = [literal(space, 2, [1]), literal(space, 0, [1]), literal(space, 4, [1])];
    expect(firstShortestKeys(one, keys, ground)).toEqual(['one', 'two']);
    // As many answers either way: what comes first in the order is taken.
    const either = anyOf(space, [one, allOf(space, [two, three])]);
    expect(firstShortestKeys(either, ['one', 'two', 'three', 'pair'], ground)).toEqual(['one', 'two']);
    expect(firstShortestKeys(either, ['three', 'two', 'one', 'pair'], ground)).toEqual(['three', 'pair']);
  });

  test('are those that trying all answers finds, and of equally few those that come first', () => {
    let seen = 0;
    // Each may be asked on what stands before it.
    const gates = fc.tuple(...[2, 3, 4].map((before) => fc.option(treesOver(sizes.slice(0, before)), { freq: 1 })));
    const order = fc.shuffledSubarray([...keys], { minLength: keys.length });
    fc.assert(
      fc.property(layered, gates, order, (goal, later, ordered) => {
        const gateOf = (key: string): Tree => later[keys.indexOf(key) - 1] ?? { op: 'all', of: [] };
        const ground = groundWith((key, space) => formulaOf(gateOf(key), space));
        const formula = formulaOf(goal, ground.space);
        const smallest = smallestByTrying(goal, gateOf);
        const found = shortestAnswers(formula, ground);
        const first = smallest.toSorted((one, other) => (rank(one, ordered) < rank(other, ordered) ? -1 : 1))[0];
        expect(sorted(firstShortestKeys(formula, ordered, ground))).toEqual(sorted(first));
        expect(found === undefined).toBe(smallest.length === 0);
        if (found === undefined) return;
        const answered = [...new Set([...found.keys()].map((variable) => existingAt(keyOfVariable, variable)))];
        const left = everything.filter((values) => [...found].every(([variable, value]) => values[variable] === value));
        expect(left.every((values) => isTrue(goal, values))).toBe(true);
        expect(answered.length).toBeLessThanOrEqual(first?.length ?? 0);
        // Of two choices of one selection, none is named that does nothing for it.
        for (const idle of found.has(0) && found.has(1) ? [0, 1] : []) {
          const others = [...found].filter(([variable]) => variable !== idle);
          const free = everything.filter((values) => others.every(([variable, value]) => values[variable] === value));
          expect(free.every((values) => isTrue(goal, values))).toBe(false);
        }
        if (answered.length > 1) seen += 1;
      }),
      { numRuns: runs(200) },
    );
    expect(seen).toBeGreaterThan(enough(75));
  });

  test('are looked for part by part: with twice as many parts that share no answer, the effort is hardly more than twice', () => {
    const effortFor = (count: number) => {
      const ids = Array.from({ length: 3 * count }, (_, variable) => variable);
      const space = newSpace();
      space.sizes.push(...ids.map(() => 2));
      const isYes = (variable: number) => literal(space, variable, [1]);
      const twoOfThree = (first: number) => {
        const pairs = [
          [0, 1],
          [0, 2],
          [1, 2],
        ].map((pair) =>
          allOf(
            space,
            pair.map((at) => isYes(first + at)),
          ),
        );
        return anyOf(space, pairs);
      };
      const all = allOf(space, ids.filter((variable) => variable % 3 === 0).map(twoOfThree));
      const ground: Ground = { space, keyOf: String, variablesOf: (key) => [Number(key)], askedUnder: () => always };
      const search = withinEffort(space, 1_000_000, () => {
        const keysFound = shortestAnswers(all, ground)?.size;
        return { keysFound, spent: 1_000_000 - space.effort };
      });
      expect(search?.found.keysFound).toBe(2 * count);
      return search?.found.spent ?? 0;
    };
    expect(effortFor(12)).toBeLessThan(3 * effortFor(6));
  });
});

const everything = everyWay(sizes);

/** All of several choices among looks, or any of several combinations of them. */
const layered: fc.Arbitrary<Tree> = fc.boolean().chain((isAll) => {
  const look = fc
    .nat({ max: sizes.length - 1 })
    .chain((variable) =>
      fc.nat({ max: (sizes[variable] ?? 1) - 1 }).map((value): Tree => ({ op: 'is', variable, values: [value] })),
    );
  const [outer, inner] = isAll ? (['all', 'any'] as const) : (['any', 'all'] as const);
  const part = fc.array(look, { minLength: 2, maxLength: 3 }).map((of): Tree => ({ op: inner, of }));
  return fc.array(part, { minLength: 2, maxLength: 4 }).map((of): Tree => ({ op: outer, of }));
});

/** All sets of as few keys as possible that can be answered so that the goal holds, and all of them are asked. */
function smallestByTrying(goal: Tree, gateOf: (key: string) => Tree): readonly (readonly string[])[] {
  const sets = keys.reduce<readonly (readonly string[])[]>(
    (all, key) => all.concat(all.map((one) => [...one, key])),
    [[]],
  );
  const isMet = everything.map((values) => isTrue(goal, values));
  const asked = new Map(keys.map((key) => [key, everything.map((values) => isTrue(gateOf(key), values))]));
  const suffices = (set: readonly string[]) => {
    const failing = new Set<string>();
    const named = (values: Values) =>
      values.filter((_, variable) => set.includes(keyOfVariable[variable] ?? '')).join();
    const all = new Set(everything.map(named));
    for (const [at, values] of everything.entries()) {
      if (!isMet[at] || set.some((key) => !asked.get(key)?.[at])) failing.add(named(values));
    }
    return failing.size < all.size;
  };
  const sufficient = sets.filter(suffices);
  const fewest = Math.min(...sufficient.map(({ length }) => length));
  return sufficient.filter(({ length }) => length === fewest);
}

function rank(set: readonly string[], order: readonly string[]): string {
  return set
    .map((key) => order.indexOf(key))
    .sort()
    .join();
}

function sorted(set: readonly string[] | undefined): readonly string[] | undefined {
  return set && [...set].sort();
}
