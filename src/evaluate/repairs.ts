import type { Answers } from '../domain/answer.ts';
import type { Question } from '../domain/question.ts';
import { independentGroups } from './independent-groups.ts';
import { type Budget, meetAll, type ReadDemand } from './meet-demands.ts';

/** What repairs are searched for: answers to give up so that every demand can be met. */
export interface RepairTask {
  readonly questions: ReadonlyMap<string, Question>;
  readonly answers: Answers;
  readonly demands: readonly ReadDemand[];
  /** Given answers that may be changed. */
  readonly changeable: ReadonlySet<string>;
  readonly budget: Budget;
}

/** Answers that cannot all stay as they are, and the demands that say so; without keys, nothing helps. */
export interface Conflict {
  readonly keys: readonly string[];
  readonly demands: readonly ReadDemand[];
}

/** Demands that hang together, with every smallest set of answers to give up for them. */
export interface RepairGroup {
  readonly demands: readonly ReadDemand[];
  readonly conflicts: readonly Conflict[];
  /** None where nothing helps. The empty one where nothing needs to change. */
  readonly repairs: readonly (readonly string[])[];
}

/**
 * Every inclusion-minimal set of answers after whose change all demands can be met, as groups whose repairs combine
 * freely. A set is a repair exactly if it hits every conflict, and conflicts are found one by one where a set that hits
 * those known so far does not do. Complete unless the budget runs out; what is returned then are repairs, but not all.
 */
export function repairGroups(task: RepairTask): readonly RepairGroup[] {
  const conflicts: Conflict[] = [];
  const verified = new Set<string>();
  for (;;) {
    const groups = groupsOf(task, conflicts);
    const conflict = firstConflict(task, groups, verified);
    if (conflict === undefined) return groups.map((group) => ({ ...group, repairs: checked(group, verified) }));
    conflicts.push(conflict);
  }
}

function checked(group: RepairGroup, verified: ReadonlySet<string>): RepairGroup['repairs'] {
  return group.repairs.filter((repair) => verified.has(nameOf(group, repair)));
}

function nameOf({ demands }: RepairGroup, repair: readonly string[]): string {
  return `${demands.map(({ requirement }) => requirement.id).join()} ${repair.join()}`;
}

/** A conflict that some set that hits all known ones does not hit; the sets that need no more are remembered. */
function firstConflict(task: RepairTask, groups: readonly RepairGroup[], verified: Set<string>): Conflict | undefined {
  for (const group of groups) {
    for (const repair of group.repairs) {
      if (verified.has(nameOf(group, repair))) continue;
      const conflict = conflictAfter(task, group.demands, repair);
      if (task.budget.left < 0) return undefined;
      if (conflict !== undefined) return conflict;
      verified.add(nameOf(group, repair));
    }
  }
  return undefined;
}

/** Which answers still stand against some demands once others are given up; `undefined` if none do, or unknown. */
export function conflictAfter(
  task: RepairTask,
  demands: readonly ReadDemand[],
  released: readonly string[],
): Conflict | undefined {
  const { questions, answers, budget } = task;
  const canMeet = (some: readonly ReadDemand[], without: ReadonlySet<string>) => {
    const kept = new Map([...answers].filter(([key]) => !without.has(key)));
    return meetAll(some, { questions, answers: kept }, budget) !== undefined;
  };
  const given = new Set(released);
  // Most conflicts are those of one demand or of two, and these are small and quickly found.
  const few = [...demands.map((demand) => [demand]), ...pairsOf(demands)].find((some) => !canMeet(some, given));
  if (few === undefined && canMeet(demands, given)) return undefined;
  const against = few ?? fewest([...budget.blamed], (some) => !canMeet(some, given));
  const free = new Set(given);
  const candidates = new Set(against.flatMap(({ keys }) => keys));
  const keys = [...candidates].filter((key) => task.changeable.has(key) && !given.has(key));
  const kept = keys.filter((key) => {
    free.add(key);
    const isIrrelevant = !canMeet(against, free);
    if (!isIrrelevant) free.delete(key);
    return !isIrrelevant;
  });
  return budget.left < 0 ? undefined : { keys: kept, demands: against };
}

/** Any two demands that read a common answer. */
function pairsOf(demands: readonly ReadDemand[]): readonly (readonly ReadDemand[])[] {
  return demands.flatMap((one, at) =>
    demands
      .slice(at + 1)
      .filter((other) => one.keys.some((key) => other.keys.includes(key)))
      .map((other) => [one, other]),
  );
}

/** As few as still hold, by leaving out one after the other. */
function fewest<T>(all: readonly T[], holds: (some: readonly T[]) => boolean): readonly T[] {
  return all.reduce<readonly T[]>((kept, one) => {
    const less = kept.filter((other) => other !== one);
    return holds(less) ? less : kept;
  }, all);
}

/** Demands that share an answer that is open or in a conflict belong together, and so do those of one conflict. */
function groupsOf({ demands, answers }: RepairTask, conflicts: readonly Conflict[]): RepairGroup[] {
  const disputed = new Set(conflicts.flatMap(({ keys }) => keys));
  const isLoose = (key: string) => disputed.has(key) || !answers.has(key);
  const nameOfDemand = ({ requirement }: ReadDemand) => `demand ${requirement.id}`;
  const links = [
    ...demands.map((demand) => ({ of: [demand], marks: [nameOfDemand(demand), ...demand.keys.filter(isLoose)] })),
    ...conflicts.map((conflict) => ({ of: [], marks: conflict.demands.map(nameOfDemand) })),
  ];
  const groups = independentGroups(links, ({ marks }) => marks).map((group) => group.flatMap(({ of }) => of));
  return groups.map((group) => {
    const own = conflicts.filter((conflict) => conflict.demands.some((demand) => group.includes(demand)));
    return { demands: group, conflicts: own, repairs: hittingSets(own.map(({ keys }) => keys)) };
  });
}

/** Every inclusion-minimal set that has a member in each of the given sets; none where one of them is empty. */
function hittingSets(sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return sets.reduce<readonly (readonly string[])[]>(
    (sofar, set) => {
      const hitting = sofar.filter((one) => one.some((key) => set.includes(key)));
      const extended = sofar
        .filter((one) => !hitting.includes(one))
        .flatMap((one) => set.map((key) => [...one, key].toSorted()))
        .filter((one) => !hitting.some((smaller) => smaller.every((key) => one.includes(key))));
      return [...hitting, ...new Map(extended.map((one) => [one.join(), one])).values()];
    },
    [[]],
  );
}
