import type { Attribution, Cause } from '../domain/difference.ts';
import { irreducibleSet, minimalSets } from './minimal-sets.ts';

/** How many more sets of causes may be tried, over all changes. */
export interface Budget {
  left: number;
}

export interface Change<T> {
  /** Every cause that can matter to it. */
  readonly touching: readonly Cause[];
  readonly from: T | undefined;
  readonly to: T | undefined;
  /** What some of the causes, in the order of `touching`, make of the old situation. */
  readonly valueWith: (causes: readonly Cause[]) => T | undefined;
}

/** The sets of causes that alone bring a change, those that undo it, and the single ones that bring something else. */
export function attribute<T>(change: Change<T>, { limit, budget }: { limit: number; budget: Budget }): Attribution<T> {
  const { touching, from, to, valueWith } = change;
  const brings = (set: readonly Cause[]) => valueWith(set) === to;
  const search = (among: readonly Cause[], passes: (set: readonly Cause[]) => boolean) => {
    const result = minimalSets(among, { passes, limit: Math.min(limit, budget.left) });
    budget.left -= result.tries;
    return result;
  };
  const ways = search(touching, brings);
  const minimal = ways.sets.length > 0 ? ways.sets : [irreducibleSet(touching, brings)];
  const dispensable = touching.filter((cause) => !minimal.every((way) => way.includes(cause)));
  const undoing = search(dispensable, (set) =>
    minimal.some((way) => {
      if (way.some((cause) => set.includes(cause))) return false;
      return !brings(touching.filter((cause) => way.includes(cause) || set.includes(cause)));
    }),
  );
  return {
    minimal,
    astray: touching
      .map((cause) => ({ cause, becomes: valueWith([cause]) }))
      .filter(({ becomes }) => becomes !== from && becomes !== to),
    undoing: undoing.sets,
    isComplete: ways.isComplete,
    isUndoingComplete: ways.isComplete && undoing.isComplete,
    triedUpTo: ways.triedUpTo,
    considered: touching.length,
  };
}
