import { type Answer, questionOfKey } from '../domain/answer.ts';
import { existing, existingAt } from '../domain/existing.ts';
import type { Alternative, AnswerChange, AnswerToGive, PathPart } from '../domain/reasoning.ts';
import { answersToGive } from './answers-to-give.ts';
import { type Aim, type AimPart, asGiven, conjuncts, keeping, withOpenGates } from './conflicts.ts';
import { type Demand, eitherWay } from './demands.ts';
import { allOf, type Formula, fill, fillAll, isValid, not, type Solution, solve, valuesOf } from './formula.ts';
import { independentGroups } from './independent-groups.ts';
import { groundOf, shortestAnswers } from './shortest-answers.ts';
import { type Formulation, keysIn, variablesOf } from './variables.ts';

/** An aim, and the demands it is made of. */
export interface Task extends Aim {
  readonly demands: readonly Demand[];
  /** Questions that say whom the papers bind and concern. */
  readonly scope: ReadonlySet<string>;
}

/** A demand while all answers are as they are. */
interface DemandNow extends Demand {
  readonly now: Formula;
  /** The answers on which it hangs once those in some conflict are left open. */
  readonly hangsOn: readonly string[];
}

/** What was found of the parts of an aim, spelled out; and the parts in which it only takes luck. */
export function spellOut(parts: readonly AimPart[], task: Task): readonly PathPart[] {
  const { formulation } = task;
  const disputed = new Set(parts.flatMap(({ conflicts }) => conflicts.flat()));
  const demands = unsureDemands(disputed, task);
  const keysOf = (part: AimPart) => new Set([...keysIn(part.goal, formulation), ...part.conflicts.flat()]);
  const withChanges = parts.map((part) => ({
    requirements: requirementsReading(keysOf(part), demands),
    alternatives: part.ways.map((way) => alternativeOf(inOrder(way, formulation), part.goal, { task, demands })),
  }));
  const taken = new Set(parts.flatMap((part) => [...keysOf(part)]));
  const goal = keeping(task.goal, (key) => !disputed.has(key), task);
  const beside = conjuncts(goal)
    .map((formula) => ({ formula, keys: keysIn(formula, formulation) }))
    .filter(({ keys }) => !keys.some((key) => taken.has(key)));
  const withLuck = independentGroups(beside, ({ keys }) => withOpenGates(keys, disputed, task)).flatMap(
    (group): readonly PathPart[] => {
      const formula = allOf(
        formulation.space,
        group.map((one) => one.formula),
      );
      const alternative = alternativeOf([], formula, { task, demands });
      if (alternative.open.length === 0) return [];
      const keys = new Set(group.flatMap((one) => one.keys));
      return [{ requirements: requirementsReading(keys, demands), alternatives: [alternative] }];
    },
  );
  return [...withChanges, ...withLuck];
}

function unsureDemands(disputed: ReadonlySet<string>, task: Task): readonly DemandNow[] {
  return task.demands
    .map((demand) => ({
      ...demand,
      now: keeping(demand.formula, () => true, task),
      hangsOn: keysIn(
        keeping(demand.formula, (key) => !disputed.has(key), task),
        task.formulation,
      ),
    }))
    .filter(({ now }) => !isValid(task.formulation.space, now));
}

function requirementsReading(keys: ReadonlySet<string>, demands: readonly DemandNow[]): readonly string[] {
  const reading = demands.filter(({ hangsOn }) => hangsOn.some((key) => keys.has(key)));
  return [...new Set(reading.map(({ requirement }) => requirement))];
}

function alternativeOf(
  way: readonly string[],
  goal: Formula,
  { task, demands }: { readonly task: Task; readonly demands: readonly DemandNow[] },
): Alternative {
  const { formulation } = task;
  const { space, answers, questions } = formulation;
  const free = keeping(goal, (key) => !way.includes(key), task);
  const moves = movesFor(way, free, formulation);
  const made = new Map(moves.flatMap(({ values }) => [...values]));
  const settled = (asked: Formula) => {
    const left = keeping(fillAll(space, asked, made), () => true, task);
    // Nobody hopes for another organisation: what may come to be asked counts as asked.
    return not(space, eitherWay(not(space, left), task.scope, formulation));
  };
  const hoped = shortestAnswers(fillAll(space, free, made), groundOf(formulation, settled)) ?? new Map();
  const spelled = spelling(free, new Map([...made, ...hoped]), formulation);
  return {
    changes: moves.map(({ key, changed }): AnswerChange => {
      const [to = { kind: 'selection', key, including: [], excluding: [] } as const] = spelled(changed);
      return { key, about: existing(questions, questionOfKey(key)).about, from: existing(answers, key), to };
    }),
    open: spelled(hoped).toSorted((one, other) => rankOf(one.key, formulation) - rankOf(other.key, formulation)),
    measures: [
      ...new Set(
        demands
          .filter(({ now }) => solve(space, now) === undefined)
          .filter(({ formula }) => keysIn(formula, formulation).some((key) => way.includes(key)))
          .map(({ requirement }) => requirement),
      ),
    ],
  };
}

/** What becomes of an answer: the values of all its variables, and those that are others than before. */
interface Move {
  readonly key: string;
  readonly values: Solution;
  readonly changed: Solution;
}

/** One way to change some answers so that the rest can turn out well; of a selection, as little as need be changes. */
function movesFor(way: readonly string[], goal: Formula, formulation: Formulation): readonly Move[] {
  const { space } = formulation;
  let left = goal;
  return way.map((key) => {
    const given = asGiven(key, formulation);
    const [values, changed] = [new Map<number, number>(), new Map<number, number>()];
    for (const number of variablesOf(key, formulation)) {
      const before = existing(given, number);
      const reached = (value: number) => solve(space, fill(space, left, [number, value])) !== undefined;
      // Of an answer that is not a selection, what is given is never reached: nothing in a smallest way can stay.
      const value = [before, ...valuesOf(space, number)].find(reached) ?? before;
      if (value !== before) changed.set(number, value);
      values.set(number, value);
      left = fill(space, left, [number, value]);
    }
    return { key, values, changed };
  });
}

/** Says what some of the values mean that reach a goal together, with all other values that would do in their place. */
function spelling(goal: Formula, all: Solution, formulation: Formulation) {
  const { space, variables, answers } = formulation;
  const othersFor = (number: number): readonly Answer[] => {
    const variable = variables[number];
    if (variable?.kind !== 'answer') return [];
    const rest = fillAll(
      space,
      goal,
      [...all].filter(([one]) => one !== number),
    );
    const before = answers.get(variable.key);
    const others = valuesOf(space, number).filter(
      (value) => value !== all.get(number) && isValid(space, fill(space, rest, [number, value])),
    );
    return others.flatMap((value) => existingAt(variable.options, value)).filter((answer) => answer !== before);
  };
  return (some: Solution): readonly AnswerToGive[] => {
    const others = new Map(
      [...some.keys()].map((number) => [existingAt(variables, number).key, othersFor(number)] as const),
    );
    return answersToGive(some, formulation).map((one) =>
      one.kind === 'one-of' ? { ...one, answers: [...one.answers, ...existing(others, one.key)] } : one,
    );
  };
}

function inOrder(keys: readonly string[], formulation: Formulation): readonly string[] {
  return keys.toSorted((one, other) => rankOf(one, formulation) - rankOf(other, formulation));
}

/** Where the question stands in the bank. */
function rankOf(key: string, { questions }: Formulation): number {
  return [...questions.keys()].indexOf(questionOfKey(key));
}
