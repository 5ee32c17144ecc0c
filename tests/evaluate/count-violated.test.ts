import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeOf } from '../../src/evaluate/count-violated.ts';
import {
  allOf,
  always,
  anyOf,
  type Formula,
  fillAll,
  literal,
  never,
  newSpace,
  not,
} from '../../src/evaluate/formula.ts';

const sizes = [2, 3, 2, 2];
const space = newSpace();
space.sizes.push(...sizes);

/** Every way to give each variable a value. */
const ways = sizes.reduce<readonly (readonly (readonly [number, number])[])[]>(
  (all, size, variable) =>
    all.flatMap((way) => Array.from({ length: size }, (_, value) => [...way, [variable, value] as const])),
  [[]],
);

const isTrue = (formula: Formula, way: (typeof ways)[number]) => fillAll(space, formula, way) === always;

/** By trying them all. */
function expected(formulas: readonly Formula[], condition: Formula) {
  const counts = ways
    .filter((way) => isTrue(condition, way))
    .map((way) => formulas.filter((formula) => isTrue(formula, way)).length);
  return { fewest: Math.min(...counts), most: Math.max(...counts) };
}

const literals = fc
  .nat(sizes.length - 1)
  .chain((variable) =>
    fc
      .subarray(Array.from({ length: sizes[variable] ?? 0 }, (_, value) => value))
      .map((values) => literal(space, variable, values)),
  );

const { formula: formulas } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small' },
    literals,
    fc.array(tie('formula'), { maxLength: 3 }).map((parts) => allOf(space, parts)),
    fc.array(tie('formula'), { maxLength: 3 }).map((parts) => anyOf(space, parts)),
    tie('formula').map((one) => not(space, one)),
  ),
}));

describe('how many formulas can be true together', () => {
  test('is what trying all values finds', () => {
    fc.assert(
      fc.property(fc.array(formulas, { maxLength: 5 }), formulas, (all, condition) => {
        fc.pre(ways.some((way) => isTrue(condition, way)));
        expect(rangeOf(all, condition, { space })).toEqual(expected(all, condition));
      }),
    );
  });

  const [a, b] = [literal(space, 0, [1]), literal(space, 2, [1])];
  const notA = not(space, a);
  const [x, y] = [literal(space, 3, [1]), literal(space, 1, [0])];
  const [xOrY, xAndY] = [anyOf(space, [x, y]), allOf(space, [x, y])];
  test.each<[string, readonly Formula[], Formula, { fewest: number; most: number }]>([
    ['none', [], always, { fewest: 0, most: 0 }],
    ['what is sure and what cannot be', [always, always, never], always, { fewest: 2, most: 2 }],
    ['one that may be', [a], always, { fewest: 0, most: 1 }],
    ['one that the condition demands', [a], a, { fewest: 1, most: 1 }],
    ['one that the condition rules out', [a], notA, { fewest: 0, most: 0 }],
    ['a condition on something else', [a], b, { fewest: 0, most: 1 }],
    ['two that rule each other out', [a, notA], always, { fewest: 1, most: 1 }],
    ['two that have nothing to do with each other', [a, b], always, { fewest: 0, most: 2 }],
    ['two of which the condition wants one', [a, b], anyOf(space, [a, b]), { fewest: 1, most: 2 }],
    ['one of two that may be', [anyOf(space, [a, b])], always, { fewest: 0, most: 1 }],
    [
      'some that hang together beside others that do',
      [anyOf(space, [a, b]), x, not(space, x)],
      always,
      { fewest: 1, most: 2 },
    ],
    ['two pairs, of which each has a range of its own', [a, notA, xOrY, xAndY], always, { fewest: 1, most: 3 }],
    ['one that is sure beside one that may be', [always, a], always, { fewest: 1, most: 2 }],
  ])('%s', (_, all, condition, range) => {
    expect(rangeOf(all, condition, { space })).toEqual(range);
  });
});
