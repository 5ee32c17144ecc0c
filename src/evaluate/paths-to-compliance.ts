import { questionOfKey } from '../domain/answer.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { existing } from '../domain/existing.ts';
import type { Alternative, FactsAgainst, Goal, PathPart, PathsToCompliance } from '../domain/reasoning.ts';
import { spellOut, type Task } from './alternatives.ts';
import { conflictAmong, keeping, partsOf } from './conflicts.ts';
import { type Demand, demandsFor, isAtLeast } from './demands.ts';
import { allOf, solve, withinEffort } from './formula.ts';
import { scopeQuestions } from './scope-questions.ts';
import { newFormulation } from './variables.ts';
import { mostEffort } from './verdict-interval.ts';

/** An assessment, what it comes to, and what it is to come to. */
export interface Ambition {
  readonly assessment: Assessment;
  readonly evaluation: Evaluation;
  readonly goal: Goal;
}

/**
 * Every inclusion-minimal set of changes to given answers after which the verdict over all is at least the goal, if what
 * is open turns out well. Whom the papers bind and concern is never changed, nor is luck with it hoped for: where it is
 * open, the goal must be reached either way. Answers to `fixed` questions are not changed either. Equivalent measures and
 * exceptions stay.
 */
export function pathsToCompliance(
  catalogue: Catalogue,
  ambition: Ambition,
  effort: number = mostEffort,
): PathsToCompliance {
  const { evaluation, assessment, goal } = ambition;
  const none = { goal, parts: [], count: 0, obstacles: [] };
  if (isAtLeast(evaluation.overall.verdict, goal)) return { ...none, reach: 'reached', count: 1 };
  const search: Search = {
    ...ambition,
    catalogue,
    scope: scopeQuestions(catalogue, assessment, evaluation),
    // What stands against a goal is a search of its own.
    effort: effort / 2,
  };
  const paths = pathsWithin(search);
  if (paths === undefined) return { ...none, reach: 'given-up' };
  const { parts } = paths;
  const isReachable = paths.isReachable && parts.every(({ alternatives }) => alternatives.some(needsNoOtherProduct));
  const count = paths.isReachable ? parts.reduce((product, { alternatives }) => product * alternatives.length, 1) : 0;
  if (isReachable) return { ...none, reach: parts.some(needsChanges) ? 'with-changes' : 'as-it-is', parts, count };
  const against = againstIt(search);
  if (against === undefined) return { ...none, reach: 'given-up' };
  const { obstacles, helpsOtherProduct } = against;
  return { goal, reach: helpsOtherProduct ? 'other-product' : 'other-use', parts, count, obstacles };
}

function needsNoOtherProduct({ changes }: Alternative): boolean {
  return changes.every(({ about }) => about !== 'product');
}

function needsChanges({ alternatives }: PathPart): boolean {
  return alternatives.every(({ changes }) => changes.length > 0);
}

interface Search extends Ambition {
  readonly catalogue: Catalogue;
  /** Questions that say whom the papers bind and concern. */
  readonly scope: ReadonlySet<string>;
  readonly effort: number;
}

function isFixed(key: string, { catalogue, scope }: Search): boolean {
  const id = questionOfKey(key);
  return scope.has(id) || existing(catalogue.questions, id).fixed;
}

/** Runs a search with the answers free to change that are said to be; `undefined` where it is given up. */
function within<T>(
  search: Search,
  isChangeable: (key: string) => boolean,
  find: (task: Task | undefined) => T,
): T | undefined {
  const { catalogue, evaluation, goal, effort } = search;
  const { answers } = evaluation;
  const given = [...answers].flatMap(([key, { state }]) => (state === 'unknown' ? [] : [key]));
  const changeable = new Set(given.filter((key) => catalogue.questions.has(questionOfKey(key)) && isChangeable(key)));
  const formulation = newFormulation(catalogue, answers, (key) => changeable.has(key));
  const { space } = formulation;
  return withinEffort(space, effort, () => {
    const demands = demandsFor(goal, search, formulation);
    if (demands === undefined) return find(undefined);
    return find({ goal: goalOf(demands), formulation, changeable, demands, scope: search.scope });
  })?.found;

  function goalOf(demands: readonly Demand[]) {
    return allOf(
      space,
      demands.map(({ formula }) => formula),
    );
  }
}

interface Paths {
  readonly isReachable: boolean;
  readonly parts: readonly PathPart[];
}

function pathsWithin(search: Search): Paths | undefined {
  return within(
    search,
    (key) => !isFixed(key, search),
    (task): Paths => {
      const parts = task && partsOf(task);
      if (task === undefined || parts === undefined) return { isReachable: false, parts: [] };
      return { isReachable: true, parts: spellOut(parts, task) };
    },
  );
}

interface Against {
  readonly obstacles: readonly FactsAgainst[];
  /** Whether another product, be it another messenger, reaches the goal. */
  readonly helpsOtherProduct: boolean;
}

/** What stands against the goal, whatever organisation and operator change. */
function againstIt(search: Search): Against | undefined {
  return within(
    search,
    () => true,
    (task): Against => {
      if (task === undefined) return { obstacles: [], helpsOtherProduct: false };
      const { questions, space } = task.formulation;
      const isProduct = (key: string) => questions.get(questionOfKey(key))?.about === 'product';
      const released = new Set([...task.changeable].filter((key) => !isFixed(key, search) && !isProduct(key)));
      const kept = keeping(task.goal, (key) => !released.has(key) && !isProduct(key), task);
      return { obstacles: obstaclesBeside(released, task), helpsOtherProduct: solve(space, kept) !== undefined };
    },
  );
}

/** Each demand that cannot be met, with what stands against it; then, of the others, some that cannot be met together. */
function obstaclesBeside(released: ReadonlySet<string>, task: Task): readonly FactsAgainst[] {
  const { space } = task.formulation;
  const isImpossible = (demands: readonly Demand[]) => {
    const formula = allOf(
      space,
      demands.map((demand) => demand.formula),
    );
    return (
      solve(
        space,
        keeping(formula, (key) => !released.has(key), task),
      ) === undefined
    );
  };
  const alone = task.demands.filter((demand) => isImpossible([demand]));
  const others = task.demands.filter((demand) => !alone.includes(demand));
  const groups = [...alone.map((demand) => [demand]), ...(isImpossible(others) ? [others] : [])];
  const found = groups.map((group): FactsAgainst => {
    const { demands, keys } = conflictAmong(group, released, task);
    return { requirements: [...new Set(demands.map(({ requirement }) => requirement))], facts: keys };
  });
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}
