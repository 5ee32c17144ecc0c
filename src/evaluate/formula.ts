import { independentGroups } from './independent-groups.ts';

/**
 * Conditions in plain yes and no over variables with few values: what is left of the rules once the given answers are
 * filled in. Equal formulas are the same object, so that what was found out about one is found out once.
 */
export type Formula = Constant | Literal | Compound;

interface Constant {
  readonly op: 'constant';
  readonly id: number;
  readonly truth: boolean;
  readonly reads: ReadonlySet<number>;
}
/** One variable has one of some values. */
interface Literal {
  readonly op: 'literal';
  readonly id: number;
  readonly variable: number;
  /** Some, but not all, of its values; ascending. */
  readonly values: readonly number[];
  readonly reads: ReadonlySet<number>;
}
interface Compound {
  readonly op: 'and' | 'or';
  readonly id: number;
  /** At least two, none of them constant or of the same operator. */
  readonly of: readonly Formula[];
  readonly reads: ReadonlySet<number>;
}

/** Where formulas live: the variables they are about, and what is known of them so far. */
export interface Space {
  /** How many values each variable has. */
  readonly sizes: number[];
  /** Formulas by what they say. */
  readonly known: Map<string, Formula>;
  readonly negations: Map<number, Formula>;
  /** Formulas with one variable filled in, by formula, variable and value. */
  readonly filled: Map<string, Formula>;
  readonly solutions: Map<number, Solution | undefined>;
  /** How many parts of formulas may still be looked at; see `withinEffort`. */
  effort: number;
}

/** Values of variables that make a formula true, whatever the others are. */
export type Solution = ReadonlyMap<number, number>;

export const always: Formula = { op: 'constant', id: 1, truth: true, reads: new Set() };
export const never: Formula = { op: 'constant', id: 0, truth: false, reads: new Set() };

export function newSpace(): Space {
  const [known, negations, filled, solutions] = [new Map(), new Map(), new Map(), new Map()];
  return { sizes: [], known, negations, filled, solutions, effort: Number.POSITIVE_INFINITY };
}

const outOfEffort = new Error('the search was given up');

/**
 * What a search finds, or `undefined` where it would take more effort than allowed. The bound is on parts of formulas
 * looked at, not on time: the same input gives the same result on every machine.
 */
export function withinEffort<T>(space: Space, most: number, search: () => T): { readonly found: T } | undefined {
  space.effort = most;
  try {
    return { found: search() };
  } catch (error) {
    if (error !== outOfEffort) throw error;
    return undefined;
  } finally {
    space.effort = Number.POSITIVE_INFINITY;
  }
}

/** Counts what a search does. */
export function spend(space: Space, parts: number): void {
  space.effort -= parts;
  if (space.effort < 0) throw outOfEffort;
}

export function literal(space: Space, variable: number, values: readonly number[]): Formula {
  if (values.length === 0) return never;
  if (values.length === space.sizes[variable]) return always;
  const make = (id: number): Literal => ({ op: 'literal', id, variable, values, reads: new Set([variable]) });
  return interned(space, `${variable}:${values.join()}`, make);
}

export function allOf(space: Space, parts: readonly Formula[]): Formula {
  return combined(space, 'and', parts);
}

export function anyOf(space: Space, parts: readonly Formula[]): Formula {
  return combined(space, 'or', parts);
}

export function not(space: Space, formula: Formula): Formula {
  const before = space.negations.get(formula.id);
  if (before !== undefined) return before;
  const negation = negated(space, formula);
  space.negations.set(formula.id, negation);
  return negation;
}

function negated(space: Space, formula: Formula): Formula {
  switch (formula.op) {
    case 'constant':
      return formula.truth ? never : always;
    case 'literal': {
      const all = Array.from({ length: space.sizes[formula.variable] ?? 0 }, (_, value) => value);
      const others = all.filter((value) => !formula.values.includes(value));
      return literal(space, formula.variable, others);
    }
    case 'and':
    case 'or':
      return combined(
        space,
        formula.op === 'and' ? 'or' : 'and',
        formula.of.map((part) => not(space, part)),
      );
  }
}

/** The formula once a variable has a value. */
export function fill(space: Space, formula: Formula, [variable, value]: readonly [number, number]): Formula {
  if (!formula.reads.has(variable) || formula.op === 'constant') return formula;
  if (formula.op === 'literal') return formula.values.includes(value) ? always : never;
  const key = `${formula.id} ${variable} ${value}`;
  const before = space.filled.get(key);
  spend(space, 1);
  if (before !== undefined) return before;
  const parts = formula.of.map((part) => fill(space, part, [variable, value]));
  const filled = combined(space, formula.op, parts);
  space.filled.set(key, filled);
  return filled;
}

export function fillAll(space: Space, formula: Formula, values: Iterable<readonly [number, number]>): Formula {
  let filled = formula;
  for (const entry of values) filled = fill(space, filled, entry);
  return filled;
}

/** The formula for every value of a variable: all of them, as nobody knows which it will be. */
export function forEveryValue(space: Space, formula: Formula, variable: number): Formula {
  if (!formula.reads.has(variable)) return formula;
  return allOf(
    space,
    valuesOf(space, variable).map((value) => fill(space, formula, [variable, value])),
  );
}

export function valuesOf(space: Space, variable: number): readonly number[] {
  return Array.from({ length: space.sizes[variable] ?? 0 }, (_, value) => value);
}

/** Values that make a formula true, or `undefined` where none do. */
export function solve(space: Space, formula: Formula): Solution | undefined {
  if (formula.op === 'constant') return formula.truth ? new Map() : undefined;
  if (formula.op === 'literal') return new Map([[formula.variable, formula.values[0] ?? 0]]);
  if (space.solutions.has(formula.id)) return space.solutions.get(formula.id);
  const solution = formula.op === 'or' ? solveAny(space, formula.of) : solveAll(space, formula);
  space.solutions.set(formula.id, solution);
  return solution;
}

/** Whether a formula is true whatever its variables are. */
export function isValid(space: Space, formula: Formula): boolean {
  return solve(space, not(space, formula)) === undefined;
}

function solveAny(space: Space, parts: readonly Formula[]): Solution | undefined {
  for (const part of parts) {
    const solution = solve(space, part);
    if (solution !== undefined) return solution;
  }
  return undefined;
}

function solveAll(space: Space, formula: Compound): Solution | undefined {
  // Looking for groups, and for what most parts read, looks at all that each part reads.
  spend(
    space,
    formula.of.reduce((sum, { reads }) => sum + reads.size, 0),
  );
  const groups = independentGroups(formula.of, ({ reads }) => reads);
  if (groups.length > 1) {
    const solutions: Solution[] = [];
    for (const group of groups) {
      const solution = solve(space, allOf(space, group));
      if (solution === undefined) return undefined;
      solutions.push(solution);
    }
    return new Map(solutions.flatMap((solution) => [...solution]));
  }
  // What has to hold anyway is filled in first: it leaves the fewest values.
  const fixed = formula.of.find((part) => part.op === 'literal');
  const variable = fixed?.op === 'literal' ? fixed.variable : mostRead(formula.of);
  for (const value of fixed?.op === 'literal' ? fixed.values : valuesOf(space, variable)) {
    const solution = solve(space, fill(space, formula, [variable, value]));
    if (solution !== undefined) return new Map(solution).set(variable, value);
  }
  return undefined;
}

/** The variable that most of some formulas read: once it is filled in, they fall apart. */
export function mostRead(formulas: readonly Formula[]): number {
  const counts = new Map<number, number>();
  for (const { reads } of formulas) for (const one of reads) counts.set(one, (counts.get(one) ?? 0) + 1);
  let [most, highest] = [-1, 0];
  for (const [variable, count] of counts) if (count > highest) [most, highest] = [variable, count];
  return most;
}

function combined(space: Space, op: 'and' | 'or', parts: readonly Formula[]): Formula {
  const [neutral, decisive] = op === 'and' ? [always, never] : [never, always];
  const flat = parts.flatMap((part) => (part.op === op ? part.of : [part]));
  spend(space, flat.length);
  if (flat.includes(decisive)) return decisive;
  const merged = mergeLiterals(space, op, flat);
  if (merged.includes(decisive)) return decisive;
  const left = [...new Set(merged.filter((part) => part !== neutral))].sort((one, other) => one.id - other.id);
  const [only = neutral] = left;
  if (left.length < 2) return only;
  const make = (id: number): Compound => ({ op, id, of: left, reads: unionOf(space, left) });
  return interned(space, `${op} ${left.map(({ id }) => id).join()}`, make);
}

function unionOf(space: Space, parts: readonly Formula[]): ReadonlySet<number> {
  const union = new Set<number>();
  for (const { reads } of parts) {
    spend(space, reads.size);
    for (const variable of reads) union.add(variable);
  }
  return union;
}

/** What several parts say on one variable, said once: so that "a or not a" is seen to hold. */
function mergeLiterals(space: Space, op: 'and' | 'or', parts: readonly Formula[]): readonly Formula[] {
  if (parts.filter((part) => part.op === 'literal').length < 2) return parts;
  const values = new Map<number, readonly number[]>();
  for (const part of parts) {
    if (part.op !== 'literal') continue;
    const before = values.get(part.variable);
    const isKept = (value: number) => (op === 'and' ? part.values.includes(value) : !part.values.includes(value));
    const kept = before?.filter(isKept) ?? [];
    const both = before === undefined ? part.values : op === 'and' ? kept : [...kept, ...part.values];
    values.set(
      part.variable,
      [...both].sort((one, other) => one - other),
    );
  }
  const literals = [...values].map(([variable, some]) => literal(space, variable, some));
  return [...literals, ...parts.filter((part) => part.op !== 'literal')];
}

function interned(space: Space, key: string, make: (id: number) => Formula): Formula {
  const before = space.known.get(key);
  if (before !== undefined) return before;
  const formula = make(space.known.size + 2);
  space.known.set(key, formula);
  return formula;
}
