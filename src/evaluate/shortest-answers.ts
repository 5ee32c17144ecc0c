import { existingAt } from '../domain/existing.ts';
import {
  allOf,
  always,
  anyOf,
  type Formula,
  fill,
  fillAll,
  forEveryValue,
  isValid,
  mostRead,
  never,
  type Solution,
  type Space,
  solve,
  spend,
  valuesOf,
} from './formula.ts';
import { independentGroups } from './independent-groups.ts';
import { askedUnder, type Formulation, variablesOf } from './variables.ts';

/** What formulas are about: answers, each of which comes to one variable or more. */
export interface Ground {
  readonly space: Space;
  /** The answer that a variable belongs to. */
  readonly keyOf: (variable: number) => string;
  readonly variablesOf: (key: string) => readonly number[];
  /** What must hold for the question under a key to be asked. */
  readonly askedUnder: (key: string) => Formula;
}

/** The answers of a formulation; `settled` fills in the answers that are not to be searched for. */
export function groundOf(formulation: Formulation, settled: (formula: Formula) => Formula = (one) => one): Ground {
  return {
    space: formulation.space,
    keyOf: (variable) => existingAt(formulation.variables, variable).key,
    variablesOf: (key) => variablesOf(key, formulation),
    askedUnder: (key) => settled(askedUnder(key, formulation)),
  };
}

/** A smallest set of answers that makes a formula true, whatever all others are. */
interface Found {
  readonly size: number;
  readonly values: Solution;
}

/** Where a search stands: the formula that is left, and the keys already counted as answered. */
interface State {
  readonly formula: Formula;
  readonly answered: ReadonlySet<string>;
}

interface Search {
  readonly ground: Ground;
  /** What is known by formula and answered keys: the best, or up to which size there is none. */
  readonly before: Map<string, { readonly found?: Found; readonly noneUpTo: number }>;
  /** The numbers of all variables an answer, and whether it is asked, hang on; by key. */
  readonly marks: Map<string, readonly number[]>;
  /** See `keysBehind`; by the id of the formula. */
  readonly behind: Map<number, ReadonlySet<string>>;
}

/**
 * A smallest set of answers that makes a formula true whatever is answered to the rest, or `undefined` where the formula
 * cannot be true. Only questions that are asked, given the other answers of the set, can be in it.
 */
export function shortestAnswers(formula: Formula, ground: Ground): Solution | undefined {
  const values = shortest({ formula, answered: new Set() }, searchOn(ground))?.values;
  return values && withoutIdle(values, formula, ground);
}

/**
 * Without the choices of a selection that do nothing for it: the search counts answers, and what else is ticked in one of
 * them costs nothing. Nobody is to read that a safeguard must go.
 */
function withoutIdle(values: Solution, formula: Formula, { space, keyOf, askedUnder }: Ground): Solution {
  // What makes another of them be asked at all is not idle.
  const asked = [...new Set([...values.keys()].map(keyOf))].map(askedUnder);
  const wanted = allOf(space, [formula, ...asked]);
  let kept = values;
  // What is not to be chosen is the first to go.
  for (const [idle] of [...values].sort(([, one], [, other]) => one - other)) {
    const rest = new Map([...kept].filter(([variable]) => variable !== idle));
    const isAnswered = [...rest.keys()].some((variable) => keyOf(variable) === keyOf(idle));
    if (isAnswered && isValid(space, fillAll(space, wanted, rest))) kept = rest;
  }
  return kept;
}

/** The keys of a smallest set of answers as above; among equally small sets, of the one that comes first in an order. */
export function firstShortestKeys(
  formula: Formula,
  order: readonly string[],
  ground: Ground,
): readonly string[] | undefined {
  const search = searchOn(ground);
  const size = shortest({ formula, answered: new Set() }, search)?.size;
  if (size === undefined) return undefined;
  let chosen: State = { formula, answered: new Set() };
  for (const key of order) {
    const left = size - chosen.answered.size - 1;
    if (left < 0) break;
    const asked = allOf(ground.space, [chosen.formula, ground.askedUnder(key)]);
    const withIt: State = { formula: asked, answered: new Set(chosen.answered).add(key) };
    if (within(withIt, left, search) !== undefined) chosen = withIt;
  }
  return [...chosen.answered];
}

function searchOn(ground: Ground): Search {
  return { ground, before: new Map(), marks: new Map(), behind: new Map() };
}

function shortest(state: State, search: Search): Found | undefined {
  if (solve(search.ground.space, state.formula) === undefined) return undefined;
  // Small limits first: they cut off most of the search, and most paths are short.
  for (let limit = 1; ; limit *= 2) {
    const found = within(state, limit, search);
    // Not even all answers do where what is needed is not asked.
    if (found !== undefined || limit > search.ground.space.sizes.length) return found;
  }
}

/** A smallest set no larger than a limit. */
function within(state: State, limit: number, search: Search): Found | undefined {
  const { formula, answered } = state;
  if (formula === always) return { size: 0, values: new Map() };
  if (formula === never || limit < 0) return undefined;
  const keys = keysOf(formula, search);
  // Also what is answered for the sake of others: they cost less with it than without.
  const counting = [...answered].filter((one) => keysBehind(formula, search).has(one));
  const key = `${formula.id} ${counting.sort().join()}`;
  const known = search.before.get(key);
  if (known?.found !== undefined) return known.found.size <= limit ? known.found : undefined;
  if (known !== undefined && limit <= known.noneUpTo) return undefined;
  spend(search.ground.space, keys.length + 1);
  const found = searchFurther(state, limit, search);
  search.before.set(key, found === undefined ? { noneUpTo: limit } : { found, noneUpTo: found.size - 1 });
  return found;
}

function searchFurther(state: State, limit: number, search: Search): Found | undefined {
  const { formula, answered } = state;
  const { space } = search.ground;
  if (isValid(space, formula)) return { size: 0, values: new Map() };
  if (solve(space, formula) === undefined) return undefined;
  const isPaid = keysOf(formula, search).some((key) => answered.has(key));
  if (limit === 0 && !isPaid) return undefined;
  if (formula.op === 'and' || formula.op === 'or') {
    const groups = independentGroups(formula.of, (part) => marksOf(part, search));
    if (groups.length > 1) {
      return formula.op === 'and' ? eachOf(groups, state, limit, search) : bestOf(groups, state, limit, search);
    }
  }
  return isPaid ? choosePaid(state, limit, search) : answerOrNot(state, limit, search);
}

/** All of several parts that share no answer: their sets together. */
function eachOf(
  groups: readonly (readonly Formula[])[],
  state: State,
  limit: number,
  search: Search,
): Found | undefined {
  const { space } = search.ground;
  const parts = groups.map((group) => allOf(space, group));
  const least = parts.map((part) => (keysOf(part, search).some((key) => state.answered.has(key)) ? 0 : 1));
  let left = limit - least.reduce<number>((sum, one) => sum + one, 0);
  const all: Found[] = [];
  for (const [index, formula] of parts.entries()) {
    const atLeast = existingAt(least, index);
    const found = left < 0 ? undefined : within({ ...state, formula }, left + atLeast, search);
    if (found === undefined) return undefined;
    left -= found.size - atLeast;
    all.push(found);
  }
  return {
    size: all.reduce((sum, { size }) => sum + size, 0),
    values: new Map(all.flatMap(({ values }) => [...values])),
  };
}

/** One of several parts that share no answer: the others may all turn out false, so one part alone must do. */
function bestOf(
  groups: readonly (readonly Formula[])[],
  state: State,
  limit: number,
  search: Search,
): Found | undefined {
  const ways = groups.map((group) => (most: number) => {
    return within({ ...state, formula: anyOf(search.ground.space, group) }, most, search);
  });
  return smallestOf(ways, limit);
}

/** Tries the values of an answer that is already counted. */
function choosePaid({ formula, answered }: State, limit: number, search: Search): Found | undefined {
  const { space, keyOf } = search.ground;
  const variable = [...formula.reads].find((number) => answered.has(keyOf(number))) ?? -1;
  const ways = valuesOf(space, variable).map((value) => (most: number): Found | undefined => {
    const found = within({ formula: fill(space, formula, [variable, value]), answered }, most, search);
    return found && { size: found.size, values: new Map(found.values).set(variable, value) };
  });
  return smallestOf(ways, limit);
}

/** Tries one more answer, or to do without it: the formula must then hold for all its values. */
function answerOrNot({ formula, answered }: State, limit: number, search: Search): Found | undefined {
  const { space, askedUnder: asks, variablesOf: numbersOf } = search.ground;
  const key = keyToTry(formula, search);
  const withIt = (most: number): Found | undefined => {
    const asked = allOf(space, [formula, asks(key)]);
    const found = within({ formula: asked, answered: new Set(answered).add(key) }, most - 1, search);
    return found && { size: found.size + 1, values: found.values };
  };
  const withoutIt = (most: number): Found | undefined => {
    const whatever = numbersOf(key).reduce((left, number) => forEveryValue(space, left, number), formula);
    return within({ formula: whatever, answered }, most, search);
  };
  return smallestOf([withIt, withoutIt], limit);
}

/** The smallest that some ways lead to; each has to beat those before it. */
function smallestOf(ways: readonly ((most: number) => Found | undefined)[], limit: number): Found | undefined {
  let best: Found | undefined;
  for (const way of ways) best = way(best === undefined ? limit : best.size - 1) ?? best;
  return best;
}

/** What has to hold anyway comes first, then what most parts read. */
function keyToTry(formula: Formula, { ground }: Search): string {
  const parts = formula.op === 'and' || formula.op === 'or' ? formula.of : [formula];
  const sure = formula.op === 'and' ? parts.find(({ op }) => op === 'literal') : undefined;
  return ground.keyOf(mostRead(sure === undefined ? parts : [sure]));
}

/** The keys of the answers a formula reads. */
function keysOf(formula: Formula, { ground }: Search): readonly string[] {
  const numbers = [...formula.reads].sort((one, other) => one - other);
  return [...new Set(numbers.map(ground.keyOf))];
}

/** All variables of the answers a formula reads, and of those by which they are asked. */
function marksOf(formula: Formula, search: Search): Iterable<number> {
  return keysOf(formula, search).flatMap((key) => marksOfKey(key, search));
}

/** The keys of the answers a formula reads, and of those by which they are asked. */
function keysBehind(formula: Formula, search: Search): ReadonlySet<string> {
  const known = search.behind.get(formula.id);
  if (known !== undefined) return known;
  const keys = new Set([...marksOf(formula, search)].map(search.ground.keyOf));
  search.behind.set(formula.id, keys);
  return keys;
}

function marksOfKey(key: string, { ground, marks }: Search): readonly number[] {
  const before = marks.get(key);
  if (before !== undefined) return before;
  const made = [...ground.variablesOf(key), ...ground.askedUnder(key).reads];
  marks.set(key, made);
  return made;
}
