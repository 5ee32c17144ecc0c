import {
  allOf,
  always,
  anyOf,
  type Formula,
  fill,
  forEveryValue,
  independentGroups,
  isValid,
  mostRead,
  never,
  type Solution,
  solve,
  spend,
  valuesOf,
} from './formula.ts';
import { askedUnder, type Formulation, keysIn, variablesOf } from './variables.ts';

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
  readonly formulation: Formulation;
  /** A formula with the answers filled in that are not to be searched for. */
  readonly settled: (formula: Formula) => Formula;
  /** What is known by formula and answered keys: the best, or up to which size there is none. */
  readonly before: Map<string, { readonly found?: Found; readonly noneUpTo: number }>;
  /** The numbers of all variables an answer, and whether it is asked, hang on; by key. */
  readonly marks: Map<string, readonly number[]>;
}

/**
 * A smallest set of answers that makes a formula true whatever is answered to the rest, or `undefined` where the formula
 * cannot be true. Only questions that are asked, given the other answers of the set, can be in it.
 */
export function shortestAnswers(
  formula: Formula,
  formulation: Formulation,
  settled: Search['settled'] = (one) => one,
): Solution | undefined {
  if (solve(formulation.space, formula) === undefined) return undefined;
  const search: Search = { formulation, settled, before: new Map(), marks: new Map() };
  // Small limits first: they cut off most of the search, and most paths are short.
  for (let limit = 1; ; limit *= 2) {
    const found = within({ formula, answered: new Set() }, limit, search);
    if (found !== undefined) return found.values;
  }
}

/** A smallest set no larger than a limit. */
function within(state: State, limit: number, search: Search): Found | undefined {
  const { formula, answered } = state;
  if (formula === always) return { size: 0, values: new Map() };
  if (formula === never || limit < 0) return undefined;
  const keys = keysOf(formula, search);
  const key = `${formula.id} ${keys.filter((one) => answered.has(one)).join()}`;
  const known = search.before.get(key);
  if (known?.found !== undefined) return known.found.size <= limit ? known.found : undefined;
  if (known !== undefined && limit <= known.noneUpTo) return undefined;
  spend(search.formulation.space, 1);
  const found = searchFurther(state, limit, search);
  search.before.set(key, found === undefined ? { noneUpTo: limit } : { found, noneUpTo: found.size - 1 });
  return found;
}

function searchFurther(state: State, limit: number, search: Search): Found | undefined {
  const { formula, answered } = state;
  const { space } = search.formulation;
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
  const { space } = search.formulation;
  const parts = groups.map((group) => allOf(space, group));
  const least = parts.map((part) => (keysOf(part, search).some((key) => state.answered.has(key)) ? 0 : 1));
  let left = limit - least.reduce<number>((sum, one) => sum + one, 0);
  const all: Found[] = [];
  for (const [index, formula] of parts.entries()) {
    const atLeast = least[index] ?? 0;
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
    return within({ ...state, formula: anyOf(search.formulation.space, group) }, most, search);
  });
  return smallestOf(ways, limit);
}

/** Tries the values of an answer that is already counted. */
function choosePaid({ formula, answered }: State, limit: number, search: Search): Found | undefined {
  const { space, variables } = search.formulation;
  const variable = [...formula.reads].find((number) => answered.has(variables[number]?.key ?? '')) ?? -1;
  const ways = valuesOf(space, variable).map((value) => (most: number): Found | undefined => {
    const found = within({ formula: fill(space, formula, [variable, value]), answered }, most, search);
    return found && { size: found.size, values: new Map(found.values).set(variable, value) };
  });
  return smallestOf(ways, limit);
}

/** Tries one more answer, or to do without it: the formula must then hold for all its values. */
function answerOrNot({ formula, answered }: State, limit: number, search: Search): Found | undefined {
  const { formulation, settled } = search;
  const { space } = formulation;
  const key = keyToTry(formula, search);
  const withIt = (most: number): Found | undefined => {
    const asked = allOf(space, [formula, settled(askedUnder(key, formulation))]);
    const found = within({ formula: asked, answered: new Set(answered).add(key) }, most - 1, search);
    return found && { size: found.size + 1, values: found.values };
  };
  const withoutIt = (most: number): Found | undefined => {
    const numbers = variablesOf(key, formulation);
    const whatever = numbers.reduce((left, number) => forEveryValue(space, left, number), formula);
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
function keyToTry(formula: Formula, { formulation: { variables } }: Search): string {
  const parts = formula.op === 'and' || formula.op === 'or' ? formula.of : [formula];
  const sure = formula.op === 'and' ? parts.find(({ op }) => op === 'literal') : undefined;
  return variables[mostRead(sure === undefined ? parts : [sure])]?.key ?? '';
}

function keysOf(formula: Formula, { formulation }: Search): readonly string[] {
  return keysIn(formula, formulation);
}

/** All variables of the answers a formula reads, and of those by which they are asked. */
function marksOf(formula: Formula, search: Search): Iterable<number> {
  return keysOf(formula, search).flatMap((key) => marksOfKey(key, search));
}

function marksOfKey(key: string, { formulation, settled, marks }: Search): readonly number[] {
  const before = marks.get(key);
  if (before !== undefined) return before;
  const made = [...variablesOf(key, formulation), ...settled(askedUnder(key, formulation)).reads];
  marks.set(key, made);
  return made;
}
