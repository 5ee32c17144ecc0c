import fc from 'fast-check';
import { allOf, anyOf, type Formula, literal, not, type Space } from '../../src/evaluate/formula.ts';

/** What a formula is made of, to be judged without it. */
export type Tree =
  | { readonly op: 'is'; readonly variable: number; readonly values: readonly number[] }
  | { readonly op: 'all' | 'any'; readonly of: readonly Tree[] }
  | { readonly op: 'not'; readonly of: Tree };

/** A value of each variable. */
export type Values = readonly number[];

/** Trees over variables of so many values. */
export function treesOver(sizes: readonly number[]): fc.Arbitrary<Tree> {
  const leaf = fc
    .nat({ max: sizes.length - 1 })
    .chain((variable) =>
      fc
        .subarray(Array.from({ length: sizes[variable] ?? 0 }, (_, value) => value))
        .map((values): Tree => ({ op: 'is', variable, values })),
    );
  return fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.record({ op: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('tree'), { maxLength: 3 }) }),
      fc.record({ op: fc.constant('not' as const), of: tie('tree') }),
    ),
  })).tree;
}

/** Every way to give each variable a value. */
export function everyWay(sizes: readonly number[]): readonly Values[] {
  return sizes.reduce<readonly Values[]>(
    (all, size) => all.flatMap((some) => Array.from({ length: size }, (_, value) => [...some, value])),
    [[]],
  );
}

export function isTrue(tree: Tree, values: Values): boolean {
  switch (tree.op) {
    case 'is':
      return tree.values.includes(values[tree.variable] ?? -1);
    case 'all':
      return tree.of.every((part) => isTrue(part, values));
    case 'any':
      return tree.of.some((part) => isTrue(part, values));
    case 'not':
      return !isTrue(tree.of, values);
  }
}

export function formulaOf(tree: Tree, space: Space): Formula {
  switch (tree.op) {
    case 'is':
      return literal(space, tree.variable, tree.values);
    case 'all':
    case 'any': {
      const parts = tree.of.map((part) => formulaOf(part, space));
      return tree.op === 'all' ? allOf(space, parts) : anyOf(space, parts);
    }
    case 'not':
      return not(space, formulaOf(tree.of, space));
  }
}
