import { allOf, type Formula, fillAll, independentGroups, type Solution, solve, spend } from './formula.ts';
import { type Formulation, keysIn, variablesOf } from './variables.ts';

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
  let conflicts = minimalOnes(conflictsOfEach(aim));
  if (conflicts.some(({ length }) => length === 0)) return undefined;
  for (;;) {
    const parts = partsWith(conflicts, aim);
    const found =
      parts === undefined ? conflictBeside(new Set(conflicts.flat()), aim) : missedIn(parts, conflicts, aim);
    if (found === undefined) return parts ?? [];
    if (found.length === 0) return undefined;
    // What was one for a single finding may hold a smaller one for another.
    conflicts = minimalOnes([...conflicts, found]);
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
  return failing.map((goal) => conflictBeside(new Set(), { ...aim, goal }));
}

/** The aim taken apart by the conflicts known so far; `undefined` where these are not all that stands against it. */
function partsWith(conflicts: readonly (readonly string[])[], aim: Aim): readonly AimPart[] | undefined {
  const { formulation } = aim;
  const goal = keeping(aim.goal, (key) => !conflicts.some((one) => one.includes(key)), aim);
  if (solve(formulation.space, goal) === undefined) return undefined;
  const pieces = [
    ...conjuncts(goal).map((formula) => ({ formula, conflict: undefined, marks: [...formula.reads] })),
    ...conflicts.map((conflict) => {
      return { formula: undefined, conflict, marks: conflict.flatMap((key) => variablesOf(key, formulation)) };
    }),
  ];
  return independentGroups(pieces, ({ marks }) => marks).flatMap((group) => {
    const own = group.flatMap(({ conflict }) => (conflict === undefined ? [] : [conflict]));
    const formulas = group.flatMap(({ formula }) => formula ?? []);
    return own.length === 0
      ? []
      : [{ goal: allOf(formulation.space, formulas), conflicts: own, ways: hittingSets(own, formulation) }];
  });
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
export function conflictBeside(changed: ReadonlySet<string>, aim: Aim): readonly string[] {
  const { space } = aim.formulation;
  const fails = (parts: readonly Formula[], keys: readonly string[]) => {
    const kept = keeping(allOf(space, parts), (key) => keys.includes(key), aim);
    return solve(space, kept) === undefined;
  };
  const all = [...aim.changeable].filter((key) => !changed.has(key));
  const parts = conjuncts(aim.goal);
  const alone = parts.find((part) => fails([part], all));
  const failing = alone === undefined ? without(parts, (left) => fails(left, all)) : [alone];
  const read = new Set(failing.flatMap((part) => keysIn(part, aim.formulation)));
  return without(
    all.filter((key) => read.has(key)),
    (keys) => fails(failing, keys),
  );
}

/** A formula once the given answers with some keys stay as they are. */
export function keeping(formula: Formula, isKept: (key: string) => boolean, aim: Aim): Formula {
  const keys = keysIn(formula, aim.formulation).filter((key) => aim.changeable.has(key) && isKept(key));
  return fillAll(
    aim.formulation.space,
    formula,
    keys.flatMap((key) => [...asGiven(key, aim.formulation)]),
  );
}

/** The values of the variables of an answer as it is given. */
export function asGiven(key: string, formulation: Formulation): Solution {
  const { variables, answers } = formulation;
  const answer = answers.get(key);
  const chosen = answer?.state === 'given' && typeof answer.value === 'object' ? answer.value : [];
  const values = variablesOf(key, formulation).map((number): readonly [number, number] => {
    const variable = variables[number];
    switch (variable?.kind) {
      case 'answer':
        return [number, variable.options.findIndex((option) => answer !== undefined && option.includes(answer))];
      case 'choice':
        return [number, variable.choices.some((id) => chosen.includes(id)) ? 1 : 0];
      default:
        return [number, answer?.state === 'not-applicable' ? 1 : 0];
    }
  });
  return new Map(values);
}

function conjuncts(formula: Formula): readonly Formula[] {
  return formula.op === 'and' ? formula.of : [formula];
}

/** All inclusion-minimal sets that take something from each of some sets, smallest first. */
function hittingSets(sets: readonly (readonly string[])[], { space }: Formulation): readonly (readonly string[])[] {
  const all = sets.reduce<readonly (readonly string[])[]>(
    (hitting, set) => {
      const extended = hitting.flatMap((one) =>
        one.some((key) => set.includes(key)) ? [one] : set.map((key) => [...one, key]),
      );
      spend(space, extended.length);
      return minimalOnes(extended);
    },
    [[]],
  );
  return [...all].sort((one, other) => one.length - other.length);
}

/** Those that contain no other. */
function minimalOnes(sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const kept: (readonly string[])[] = [];
  for (const set of [...sets].sort((one, other) => one.length - other.length)) {
    if (!kept.some((one) => one.every((key) => set.includes(key)))) kept.push(set);
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
