import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allOf,
  always,
  anyOf,
  type Formula,
  fill,
  fillAll,
  forEveryValue,
  isValid,
  literal,
  mostRead,
  never,
  newSpace,
  not,
  type Space,
  solve,
  spend,
  valuesOf,
  withinEffort,
} from '../../src/evaluate/formula.ts';
import { everyWay, formulaOf, isTrue, treesOver, type Values } from '../support/random-formulas.ts';
import { runs } from '../support/runs.ts';

/** Three variables: two of two values, one of three. */
const sizes = [2, 2, 3];

function spaceOf(): Space {
  const space = newSpace();
  space.sizes.push(...sizes);
  return space;
}

describe('a formula', () => {
  test('on no value holds never, on all values always', () => {
    const space = spaceOf();
    expect(literal(space, 2, [])).toBe(never);
    expect(literal(space, 2, [0, 1, 2])).toBe(always);
    expect(literal(space, 2, [0, 2])).toMatchObject({ op: 'literal', variable: 2, values: [0, 2] });
    expect([...literal(space, 2, [0, 2]).reads]).toEqual([2]);
  });

  test('is one object however often and in whatever order it is put together', () => {
    const space = spaceOf();
    const [one, other] = [literal(space, 0, [1]), literal(space, 2, [0, 1])];
    expect(literal(space, 2, [0, 1])).toBe(other);
    expect(literal(space, 2, [0, 2])).not.toBe(other);
    const all = allOf(space, [one, other]);
    expect(allOf(space, [other, one, other])).toBe(all);
    expect(anyOf(space, [other, one])).not.toBe(all);
    expect(anyOf(space, [all, all])).toBe(all);
    expect(not(space, not(space, all))).toBe(all);
  });

  test('holds on nothing as all of it, and does not as any of it', () => {
    const space = spaceOf();
    expect(allOf(space, [])).toBe(always);
    expect(anyOf(space, [])).toBe(never);
    expect([not(space, always), not(space, never)]).toEqual([never, always]);
  });

  test('is put together without what settles nothing, and is settled by what does', () => {
    const space = spaceOf();
    const one = literal(space, 0, [1]);
    expect(allOf(space, [always, one])).toBe(one);
    expect(allOf(space, [never, one])).toBe(never);
    expect(anyOf(space, [never, one])).toBe(one);
    expect(anyOf(space, [always, one])).toBe(always);
  });

  test('says once what several parts say on one variable', () => {
    const space = spaceOf();
    const [low, high, middle] = [literal(space, 2, [0, 1]), literal(space, 2, [1, 2]), literal(space, 2, [1])];
    expect(allOf(space, [high, low])).toBe(middle);
    expect(anyOf(space, [high, literal(space, 2, [0])])).toBe(always);
    expect(anyOf(space, [literal(space, 2, [2]), literal(space, 2, [0])])).toBe(literal(space, 2, [0, 2]));
    expect(allOf(space, [literal(space, 2, [2]), low])).toBe(never);
    const other = literal(space, 0, [0]);
    expect(allOf(space, [low, other, high])).toBe(allOf(space, [middle, other]));
  });

  test('is flat: what is of the same kind is taken apart', () => {
    const space = spaceOf();
    const [first, second, third] = [literal(space, 0, [1]), literal(space, 1, [1]), literal(space, 2, [1])];
    const all = allOf(space, [first, allOf(space, [second, third])]);
    expect(all).toMatchObject({ op: 'and', of: [first, second, third] });
    expect([...all.reads].sort()).toEqual([0, 1, 2]);
  });

  test('of one variable with a value filled in is settled', () => {
    const space = spaceOf();
    const one = literal(space, 2, [0, 2]);
    expect([0, 1, 2].map((value) => fill(space, one, [2, value]))).toEqual([always, never, always]);
    expect(fill(space, one, [0, 1])).toBe(one);
  });

  test('of two variables with one filled in is what is said of the other', () => {
    const space = spaceOf();
    const [one, other] = [literal(space, 0, [1]), literal(space, 2, [1])];
    expect(fill(space, allOf(space, [one, other]), [0, 1])).toBe(other);
    expect(fill(space, anyOf(space, [one, other]), [0, 0])).toBe(other);
    expect(
      fillAll(space, allOf(space, [one, other]), [
        [0, 1],
        [2, 1],
      ]),
    ).toBe(always);
  });

  test('for every value of a variable asks for all of them', () => {
    const space = spaceOf();
    const [one, other] = [literal(space, 0, [1]), literal(space, 2, [1])];
    expect(forEveryValue(space, anyOf(space, [one, other]), 0)).toBe(other);
    expect(forEveryValue(space, one, 0)).toBe(never);
    expect(forEveryValue(space, one, 2)).toBe(one);
  });

  test('has the values of its variables in order', () => {
    expect([0, 2, 3].map((variable) => valuesOf(spaceOf(), variable))).toEqual([[0, 1], [0, 1, 2], []]);
  });
});

describe('the variable that most formulas read', () => {
  test('is the one read by most of them, the first among equals', () => {
    const space = spaceOf();
    const [first, second] = [literal(space, 0, [1]), literal(space, 1, [1])];
    const both = anyOf(space, [first, second]);
    expect(mostRead([first, both])).toBe(0);
    expect(mostRead([second, both, first, second])).toBe(1);
    expect(mostRead([second, first])).toBe(1);
  });

  test('is none where nothing is read', () => {
    expect(mostRead([always])).toBe(-1);
  });
});

describe('the effort of a search', () => {
  const two = (space: Space) => [literal(space, 0, [1]), literal(space, 1, [1])];

  test('may be spent to the last part, and not beyond', () => {
    const space = spaceOf();
    expect(withinEffort(space, 2, () => spend(space, 2))).toEqual({ found: undefined });
    expect(withinEffort(space, 2, () => spend(space, 3))).toBeUndefined();
  });

  test('is bound only during the search, however that ends', () => {
    const space = spaceOf();
    withinEffort(space, 1, () => spend(space, 2));
    expect(() => spend(space, 1_000_000)).not.toThrow();
    expect(() => {
      withinEffort(space, 1, () => {
        throw new Error('of another kind');
      });
    }).toThrow('of another kind');
    expect(() => spend(space, 1_000_000)).not.toThrow();
  });

  test('is one for each part that is put together, and for each variable it reads', () => {
    const space = spaceOf();
    expect(withinEffort(space, 3, () => allOf(space, two(space)))).toBeUndefined();
    expect(withinEffort(space, 4, () => allOf(space, two(space)))).toBeDefined();
  });

  test('is not spent again on what was found out before', () => {
    const space = spaceOf();
    const [one, other] = [anyOf(space, two(space)), literal(space, 2, [1])];
    const all = allOf(space, [one, other]);
    const [negation, solution, filled] = [not(space, all), solve(space, all), fill(space, all, [0, 0])];
    expect(withinEffort(space, 0, () => not(space, all))?.found).toBe(negation);
    expect(withinEffort(space, 0, () => solve(space, all))?.found).toBe(solution);
    // Only for looking it up.
    expect(withinEffort(space, 1, () => fill(space, all, [0, 0]))?.found).toBe(filled);
    expect(withinEffort(space, 0, () => fill(space, all, [0, 0]))).toBeUndefined();
  });

  test('is not spent again where there is no solution', () => {
    const space = spaceOf();
    const [first, second] = [literal(space, 0, [1]), literal(space, 1, [1])];
    const [unlike, alike] = [
      anyOf(space, [allOf(space, [first, not(space, second)]), allOf(space, [not(space, first), second])]),
      anyOf(space, [allOf(space, [first, second]), allOf(space, [not(space, first), not(space, second)])]),
    ];
    const impossible = allOf(space, [unlike, alike]);
    expect(impossible).not.toBe(never);
    expect(solve(space, impossible)).toBeUndefined();
    expect(withinEffort(space, 0, () => solve(space, impossible))).toEqual({ found: undefined });
  });
});

const trees = treesOver(sizes);
const everything = everyWay(sizes);

function holds(formula: Formula, values: Values): boolean {
  switch (formula.op) {
    case 'constant':
      return formula.truth;
    case 'literal':
      return formula.values.includes(values[formula.variable] ?? -1);
    case 'and':
      return formula.of.every((part) => holds(part, values));
    case 'or':
      return formula.of.some((part) => holds(part, values));
  }
}

function variablesRead(formula: Formula): readonly number[] {
  if (formula.op === 'constant') return [];
  return formula.op === 'literal' ? [formula.variable] : formula.of.flatMap(variablesRead);
}

describe('on any formula', () => {
  test('it is true for the values for which what it was made of is', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const formula = formulaOf(tree, spaceOf());
        expect(everything.map((values) => holds(formula, values))).toEqual(
          everything.map((values) => isTrue(tree, values)),
        );
      }),
      { numRuns: runs(300) },
    );
  });

  test('it names the variables it reads, and no part of it could be said more simply', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const check = (formula: Formula) => {
          expect([...formula.reads].sort()).toEqual([...new Set(variablesRead(formula))].sort());
          if (formula.op === 'literal') {
            const { values, variable } = formula;
            expect(values.length).toBeGreaterThan(0);
            expect(values.length).toBeLessThan(sizes[variable] ?? 0);
            expect([...values].sort()).toEqual(values);
          }
          if (formula.op !== 'and' && formula.op !== 'or') return;
          expect(formula.of.length).toBeGreaterThan(1);
          expect(new Set(formula.of).size).toBe(formula.of.length);
          expect(formula.of.map(({ op }) => op)).not.toContain('constant');
          expect(formula.of.map(({ op }) => op)).not.toContain(formula.op);
          const looks = formula.of.flatMap((part) => (part.op === 'literal' ? [part.variable] : []));
          expect(new Set(looks).size).toBe(looks.length);
          formula.of.forEach(check);
        };
        check(formulaOf(tree, spaceOf()));
      }),
      { numRuns: runs(300) },
    );
  });

  test('a solution makes it true whatever else is, and exists where trying all values finds one', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const space = spaceOf();
        const formula = formulaOf(tree, space);
        const solution = solve(space, formula);
        const agreeing = everything.filter((values) =>
          [...(solution ?? [])].every(([variable, value]) => values[variable] === value),
        );
        expect(solution !== undefined).toBe(everything.some((values) => isTrue(tree, values)));
        expect(agreeing.length).toBeGreaterThan(0);
        if (solution !== undefined) expect(agreeing.every((values) => isTrue(tree, values))).toBe(true);
        expect(isValid(space, formula)).toBe(everything.every((values) => isTrue(tree, values)));
      }),
      { numRuns: runs(300) },
    );
  });

  test('a value filled in leaves what is true with it; for every value, what is true with all', () => {
    fc.assert(
      fc.property(trees, fc.nat({ max: 2 }), fc.nat({ max: 2 }), (tree, variable, pick) => {
        const space = spaceOf();
        const formula = formulaOf(tree, space);
        const values = valuesOf(space, variable);
        const value = values[pick % values.length] ?? 0;
        const filled = fill(space, formula, [variable, value]);
        const whatever = forEveryValue(space, formula, variable);
        expect(filled.reads.has(variable) || whatever.reads.has(variable)).toBe(false);
        for (const all of everything) {
          expect(holds(filled, all)).toBe(isTrue(tree, all.with(variable, value)));
          expect(holds(whatever, all)).toBe(values.every((one) => isTrue(tree, all.with(variable, one))));
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
