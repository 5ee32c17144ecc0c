import { allOf, type Formula, fill, mostRead, type Space, solve, spend, valuesOf } from './formula.ts';
import { independentGroups } from './independent-groups.ts';

export interface Range {
  readonly fewest: number;
  readonly most: number;
}

/**
 * How many of some formulas can be true together, at least and at most, where a condition holds. Formulas that share no
 * variable are counted apart; of the others, the variable that most of them read is tried out.
 */
export function rangeOf(
  formulas: readonly Formula[],
  condition: Formula,
  { space, before = new Map() }: { readonly space: Space; readonly before?: Map<string, Range> },
): Range {
  const sure = formulas.filter((formula) => formula.op === 'constant' && formula.truth).length;
  const unclear = formulas.filter(({ op }) => op !== 'constant');
  const parts = [...unclear.map((formula) => ({ formula, counts: true })), ...conjuncts(condition)];
  // Looking for groups looks at all that each part reads.
  spend(
    space,
    parts.reduce((sum, { formula }) => sum + formula.reads.size, 0),
  );
  const ranges = independentGroups(parts, ({ formula }) => formula.reads).flatMap((group) => {
    const counted = group.filter(({ counts }) => counts).map(({ formula }) => formula);
    const required = allOf(
      space,
      group.filter(({ counts }) => !counts).map(({ formula }) => formula),
    );
    return counted.length === 0 ? [] : rangeOfGroup(counted, required, { space, before });
  });
  return {
    fewest: ranges.reduce((sum, { fewest }) => sum + fewest, sure),
    most: ranges.reduce((sum, { most }) => sum + most, sure),
  };
}

function conjuncts(condition: Formula): readonly { readonly formula: Formula; readonly counts: boolean }[] {
  const parts = condition.op === 'and' ? condition.of : condition.op === 'constant' ? [] : [condition];
  return parts.map((formula) => ({ formula, counts: false }));
}

function rangeOfGroup(
  formulas: readonly Formula[],
  condition: Formula,
  { space, before }: { readonly space: Space; readonly before: Map<string, Range> },
): Range {
  const [only] = formulas;
  if (formulas.length === 1 && only?.op === 'literal' && condition.op === 'constant') return { fewest: 0, most: 1 };
  const ids = formulas.map(({ id }) => id).sort((one, other) => one - other);
  const key = `${ids.join()} ${condition.id}`;
  const known = before.get(key);
  if (known !== undefined) return known;
  spend(space, formulas.length + condition.reads.size);
  const variable = mostRead([...formulas, condition]);
  const ranges = valuesOf(space, variable).flatMap((value) => {
    const required = fill(space, condition, [variable, value]);
    if (solve(space, required) === undefined) return [];
    const filled = formulas.map((formula) => fill(space, formula, [variable, value]));
    return rangeOf(filled, required, { space, before });
  });
  const range = {
    fewest: Math.min(...ranges.map(({ fewest }) => fewest)),
    most: Math.max(...ranges.map(({ most }) => most)),
  };
  before.set(key, range);
  return range;
}
