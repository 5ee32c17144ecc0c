import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { type Verdict, verdicts } from '../domain/verdict.ts';
import { type AnswerToGive, answersToGive } from './answers-to-give.ts';
import { allOf, type Formula, fillAll, isValid, type Solution, solve, withinEffort } from './formula.ts';
import { formulateVerdicts } from './formulate-verdict.ts';
import { groundOf, shortestAnswers } from './shortest-answers.ts';
import { askedUnder, type Formulation, newFormulation } from './variables.ts';
import { mostEffort, verdictFormulas } from './verdict-interval.ts';

/** The fewest open answers after which a verdict over all is certain, whatever is answered to the rest. */
export interface PathToDecision {
  readonly verdict: Verdict;
  /** In an order in which they come to be asked; none where the verdict is certain already. */
  readonly answers: readonly AnswerToGive[];
  /** False where the search was given up: these answers settle the verdict, and fewer may. */
  readonly isExact: boolean;
}

/** For each verdict that is still possible, worst first, a shortest path to it. */
export function pathsToDecision(catalogue: Catalogue, evaluation: Evaluation): readonly PathToDecision[] {
  return verdicts.flatMap((verdict) => pathTo(verdict, { catalogue, evaluation, effort: mostEffort }) ?? []);
}

/**
 * The open answers that are best asked for next, in order: those on a shortest path to "impermissible" while that is
 * possible, as it takes the fewest, then to the next better verdict. None once the verdict is certain.
 */
export function nextDecisive(catalogue: Catalogue, evaluation: Evaluation): readonly string[] {
  for (const verdict of verdicts) {
    const path = pathTo(verdict, { catalogue, evaluation, effort: mostEffort / 30 });
    if (path !== undefined) return path.answers.map(({ key }) => key);
  }
  return [];
}

interface Asking {
  readonly catalogue: Catalogue;
  readonly evaluation: Evaluation;
  readonly effort: number;
}

function pathTo(verdict: Verdict, { catalogue, evaluation, effort }: Asking): PathToDecision | undefined {
  const formulation = newFormulation(catalogue, evaluation.answers);
  const { space } = formulation;
  const { overall } = formulateVerdicts(catalogue, evaluation, formulation);
  const formula = verdictFormulas(overall, space)[verdict];
  const search = withinEffort(space, effort, () => shortestAnswers(formula, groundOf(formulation)));
  const values = search === undefined ? someAnswers(formula, formulation) : search.found;
  if (values === undefined) return undefined;
  const answers = inOrderOfAsking(answersToGive(values, formulation), formulation);
  return { verdict, answers, isExact: search !== undefined };
}

/** Some answers that do: the fewest for one part alone or, where that takes too long as well, any that do. */
function someAnswers(formula: Formula, formulation: Formulation): Solution | undefined {
  const { space } = formulation;
  const parts = formula.op === 'or' ? formula.of : [];
  const found = parts.flatMap(
    (part) => withinEffort(space, mostEffort / 100, () => shortestAnswers(part, groundOf(formulation)))?.found ?? [],
  );
  const countKeys = (values: Solution) => answersToGive(values, formulation).length;
  const [fewest] = found.sort((one, other) => countKeys(one) - countKeys(other));
  return fewest ?? sparingAnswers(formula, formulation);
}

/** Answers of which none can be left out. */
function sparingAnswers(formula: Formula, formulation: Formulation): Solution | undefined {
  const { space, variables } = formulation;
  const search = withinEffort(space, mostEffort, () => {
    const solution = solve(space, formula);
    if (solution === undefined) return undefined;
    const keyOf = (number: number) => variables[number]?.key ?? '';
    const only = (keys: readonly string[]) => [...solution].filter(([number]) => keys.includes(keyOf(number)));
    const suffices = (keys: readonly string[]) => {
      const goal = allOf(space, [formula, ...keys.map((key) => askedUnder(key, formulation))]);
      return isValid(space, fillAll(space, goal, only(keys)));
    };
    const all = [...new Set([...solution.keys()].map(keyOf))];
    const kept = all.reduce<readonly string[]>((keys, key) => {
      const without = keys.filter((other) => other !== key);
      return suffices(without) ? without : keys;
    }, all);
    return new Map(only(kept));
  });
  return search?.found;
}

/** A question comes after those by which it is asked. */
function inOrderOfAsking(answers: readonly AnswerToGive[], formulation: Formulation): readonly AnswerToGive[] {
  const ordered: AnswerToGive[] = [];
  const visit = (one: AnswerToGive) => {
    if (ordered.includes(one)) return;
    const { reads } = askedUnder(one.key, formulation);
    const gates = new Set([...reads].map((number) => formulation.variables[number]?.key));
    for (const gate of answers) if (gate !== one && gates.has(gate.key)) visit(gate);
    ordered.push(one);
  };
  answers.forEach(visit);
  return ordered;
}
