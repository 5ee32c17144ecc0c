import { selectionIn } from '../domain/answer.ts';
import { allOf, always, type Formula, fillAll, type Solution, type Space, solve, spend } from './formula.ts';
import { independentGroups } from './independent-groups.ts';
import { askedUnder, type Formulation, keysIn, variablesOf } from './variables.ts';

/** Answers as they are, and what is to come of them. */
export interface Aim {
  /** What is to hold. */
  readonly goal: Formula;
  readonly formulation: Formulation;
  /** Keys of the given answers that can be changed. */
  readonly changeable: ReadonlySet<string>;
}

/** A part of an aim that shares no answer with the others: its conflicts, and all smallest sets of answers in each. */
export interface AimPart {
  /** What is to hold in it, all answers that are in no conflict as they are. */
  readonly goal: Formula;
  /** All inclusion-minimal sets of keys whose answers together stand against the goal, whatever the others are. */
  readonly conflicts: readonly (readonly string[])[];
  /** All inclusion-minimal sets of keys a change of which can reach the goal; smallest first. */
  readonly ways: readonly (readonly string[])[];
}

/**
 * The parts of an aim, or the empty conflict where no change reaches it. Sets of changes are the smallest sets that take
 * something from each conflict; conflicts are searched for until all these sets are seen to reach the goal. Parts are
 * kept apart, as the ways of all together are the product of theirs.
 */
export function partsOf(aim: Aim): readonly AimPart[] | undefined {
  const { space } = aim.formulation;
  let conflicts = minimalOnes(conflictsOfEach(aim), space);
  if (conflicts.some(({ length }) => length === 0)) return undefined;
  for (;;) {
    const parts = partsWith(conflicts, aim);
    const found =
      parts === undefined ? conflictBeside(new Set(conflicts.flat()), aim) : missedIn(parts, conflicts, aim);
    if (found === undefined) return parts ?? [];
    if (found.length === 0) return undefined;
    // What was one for a single finding may hold a smaller one for another.
    conflicts = minimalOnes([...conflicts, found], space);
  }
}

/** What stands against single demands: most of all conflicts, found at once. */
function conflictsOfEach(aim: Aim): readonly (readonly string[])[] {
  const failing = conjuncts(aim.goal).filter((part) => {
    return (
      solve(
        aim.formulation.space,
        keeping(part, () => true, aim),
      ) === undefined
    );
  });
  return failing.map((demand) => conflictAmong([demand], new Set(), aim).keys);
}

/** The aim taken apart by the conflicts known so far; `undefined` where these are not all that stands against it. */
function partsWith(conflicts: readonly (readonly string[])[], aim: Aim): readonly AimPart[] | undefined {
  const { formulation } = aim;
  const goal = keeping(aim.goal, (key) => !conflicts.some((one) => one.includes(key)), aim);
  if (solve(formulation.space, goal) === undefined) return undefined;
  const disputed = new Set(conflicts.flat());
  const pieces = [
    ...conjuncts(goal).map((formula) => ({ formula, conflict: undefined, keys: keysIn(formula, formulation) })),
    ...conflicts.map((conflict) => ({ formula: undefined, conflict, keys: conflict })),
  ];
  // By answers, not by variables: what is said of one selection is to be said once.
  return independentGroups(pieces, ({ keys }) => withOpenGates(keys, disputed, aim)).flatMap((group) => {
    const own = group.flatMap(({ conflict }) => (conflict === undefined ? [] : [conflict]));
    const formulas = group.flatMap(({ formula }) => formula ?? []);
    return own.length === 0
      ? []
      : [{ goal: allOf(formulation.space, formulas), conflicts: own, ways: hittingSets(own, formulation) }];
  });
}

/**
 * Answer keys, with those of the answers that decide whether they are asked for, where these are open or in dispute: what
 * is hoped for in one place must not keep from being asked what is hoped for in another.
 */
export function withOpenGates(
  keys: readonly string[],
  disputed: ReadonlySet<string>,
  aim: Omit<Aim, 'goal'>,
): readonly string[] {
  const gates = keys.flatMap((key) => {
    const asked = keeping(askedUnder(key, aim.formulation), (one) => !disputed.has(one), aim);
    return keysIn(asked, aim.formulation);
  });
  return [...new Set([...keys, ...gates])];
}

/** A conflict that some way of a part leaves, or `undefined` where all of them reach the goal. */
function missedIn(
  parts: readonly AimPart[],
  conflicts: readonly (readonly string[])[],
  aim: Aim,
): readonly string[] | undefined {
  for (const { goal, conflicts: own, ways } of parts) {
    for (const way of ways) {
      const tried = keeping(goal, (key) => !way.includes(key), aim);
      if (solve(aim.formulation.space, tried) !== undefined) continue;
      const elsewhere = conflicts.filter((one) => !own.includes(one)).flat();
      return conflictBeside(new Set([...way, ...elsewhere]), aim);
    }
  }
  return undefined;
}

/** A smallest set of answers that stand against the goal even if those with some keys change. */
function conflictBeside(changed: ReadonlySet<string>, aim: Aim): readonly string[] {
  return conflictAmong(conjuncts(aim.goal), changed, aim).keys;
}

/**
 * Some of several demands that cannot be met together even if the answers with some keys change, and a smallest set of
 * answers that stand against these.
 */
export function conflictAmong<T extends Formula | { readonly formula: Formula }>(
  demands: readonly T[],
  changed: ReadonlySet<string>,
  aim: Omit<Aim, 'goal'>,
): { readonly demands: readonly T[]; readonly keys: readonly string[] } {
  const { space } = aim.formulation;
  const formulaOf = (demand: T): Formula => ('formula' in demand ? demand.formula : demand);
  const fails = (some: readonly T[], keys: ReadonlySet<string>) => {
    const kept = keeping(allOf(space, some.map(formulaOf)), (key) => keys.has(key), aim);
    return solve(space, kept) === undefined;
  };
  const all = [...aim.changeable].filter((key) => !changed.has(key));
  const given = new Set(all);
  const unsure = demands.filter((demand) => keeping(formulaOf(demand), (key) => given.has(key), aim) !== always);
  const alone = unsure.find((demand) => fails([demand], given));
  const failing = alone === undefined ? without(unsure, (left) => fails(left, given)) : [alone];
  const read = new Set(failing.flatMap((demand) => keysIn(formulaOf(demand), aim.formulation)));
  const keys = without(
    all.filter((key) => read.has(key)),
    (left) => fails(failing, new Set(left)),
  );
  return { demands: failing, keys };
}

/** A formula once the given answers with some keys stay as they are. */
export function keeping(formula: Formula, isKept: (key: string) => boolean, aim: Omit<Aim, 'goal'>): Formula {
  const { space } = aim.formulation;
  if (formula.op === 'and') {
    // Part by part: each reads few answers, and most of them are then settled.
    return allOf(
      space,
      formula.of.map((part) => keeping(part, isKept, aim)),
    );
  }
  const keys = keysIn(formula, aim.formulation).filter((key) => aim.changeable.has(key) && isKept(key));
  return fillAll(
    space,
    formula,
    keys.flatMap((key) => [...asGiven(key, aim.formulation)]),
  );
}

/** The values of the variables of an answer as it is given. */
export function asGiven(key: string, formulation: Formulation): Solution {
  const { variables, answers } = formulation;
  const answer = answers.get(key);
  const chosen = selectionIn(answer);
  const values = variablesOf(key, formulation).map((number): readonly [number, number] => {
    const variable = variables[number];
    switch (variable?.kind) {
      case 'answer':
        // What is given stands first among the options.
        return [number, 0];
      case 'choice':
        return [number, variable.choices.some((id) => chosen.includes(id)) ? 1 : 0];
      default:
        return [number, answer?.state === 'not-applicable' ? 1 : 0];
    }
  });
  return new Map(values);
}

export function conjuncts(formula: Formula): readonly Formula[] {
  return formula.op === 'and' ? formula.of : [formula];
}

/** All inclusion-minimal sets that take something from each of some sets, smallest first. */
function hittingSets(sets: readonly (readonly string[])[], { space }: Formulation): readonly (readonly string[])[] {
  return sets.reduce<readonly (readonly string[])[]>(
    (hitting, set) => {
      const extended = hitting.flatMap((one) =>
        one.some((key) => set.includes(key)) ? [one] : set.map((key) => [...one, key]),
      );
      return minimalOnes(extended, space);
    },
    [[]],
  );
}

/** Those that contain no other, smallest first. */
function minimalOnes(sets: readonly (readonly string[])[], space: Space): readonly (readonly string[])[] {
  const kept: (readonly string[])[] = [];
  for (const set of [...sets].sort((one, other) => one.length - other.length)) {
    const keys = new Set(set);
    // Each is compared with all that were kept before: with many sets, this is most of the work.
    spend(space, kept.length + 1);
    if (!kept.some((one) => one.every((key) => keys.has(key)))) kept.push(set);
  }
  return kept;
}

/** What is left once nothing more can be left out. */
function without<T>(all: readonly T[], suffices: (some: readonly T[]) => boolean): readonly T[] {
  return all.reduce((kept, one) => {
    const fewer = kept.filter((other) => other !== one);
    return suffices(fewer) ? fewer : kept;
  }, all);
}
