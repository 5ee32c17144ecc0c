import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { existingAt } from '../domain/existing.ts';
import type { AnswerToGive, PathToDecision } from '../domain/reasoning.ts';
import { type Verdict, verdicts } from '../domain/verdict.ts';
import { answersToGive } from './answers-to-give.ts';
import { allOf, type Formula, fillAll, isValid, type Solution, solve, withinEffort } from './formula.ts';
import { formulateVerdicts } from './formulate-verdict.ts';
import { groundOf, shortestAnswers } from './shortest-answers.ts';
import { askedUnder, type Formulation, newFormulation } from './variables.ts';
import { mostEffort, verdictFormulas } from './verdict-interval.ts';

/** For each verdict that is still possible, worst first, a shortest path to it. */
export function pathsToDecision(
  catalogue: Catalogue,
  evaluation: Evaluation,
  effort: number = mostEffort,
): readonly PathToDecision[] {
  const asking = askingOf(catalogue, evaluation, effort / 2);
  return verdicts.flatMap((verdict) => pathTo(verdict, asking) ?? []);
}

/**
 * The open answers that are best asked for next, in order: those on a shortest path to "impermissible" while that is
 * possible, as it takes the fewest, then to the next better verdict. None once the verdict is certain.
 */
export function nextDecisive(
  catalogue: Catalogue,
  evaluation: Evaluation,
  // Asked after every answer, where any good question does.
  effort: number = mostEffort / 10,
): readonly string[] {
  const asking = askingOf(catalogue, evaluation, effort);
  for (const verdict of verdicts) {
    const path = pathTo(verdict, asking);
    if (path !== undefined) return path.answers.map(({ key }) => key);
  }
  return [];
}

interface Asking {
  readonly formulas: Readonly<Record<Verdict, Formula>>;
  readonly formulation: Formulation;
  /** What looking for one path may take; half of it again where that does not suffice. */
  readonly effort: number;
}

function askingOf(catalogue: Catalogue, evaluation: Evaluation, effort: number): Asking {
  const formulation = newFormulation(catalogue, evaluation.answers);
  const { overall } = formulateVerdicts(catalogue, evaluation, formulation);
  return { formulas: verdictFormulas(overall, formulation.space), formulation, effort };
}

function pathTo(verdict: Verdict, { formulas, formulation, effort }: Asking): PathToDecision | undefined {
  const formula = formulas[verdict];
  const search = withinEffort(formulation.space, effort, () => shortestAnswers(formula, groundOf(formulation)));
  const values = search === undefined ? someAnswers(formula, formulation, effort / 4) : search.found;
  if (values === undefined) return undefined;
  const answers = inOrderOfAsking(answersToGive(values, formulation), formulation);
  return { verdict, answers, isExact: search !== undefined };
}

/** Some answers that do: the fewest for one part alone or, where that takes too long as well, any that do. */
function someAnswers(formula: Formula, formulation: Formulation, effort: number): Solution | undefined {
  const { space } = formulation;
  const parts = formula.op === 'or' ? formula.of : [];
  const found = parts.flatMap(
    (part) =>
      withinEffort(space, effort / parts.length, () => shortestAnswers(part, groundOf(formulation)))?.found ?? [],
  );
  const countKeys = (values: Solution) => answersToGive(values, formulation).length;
  const [fewest] = found.sort((one, other) => countKeys(one) - countKeys(other));
  return fewest ?? sparingAnswers(formula, formulation, effort);
}

/** Answers of which none can be left out. */
function sparingAnswers(formula: Formula, formulation: Formulation, effort: number): Solution | undefined {
  const { space, variables } = formulation;
  const search = withinEffort(space, effort, () => {
    const solution = solve(space, formula);
    if (solution === undefined) return undefined;
    const keyOf = (number: number) => existingAt(variables, number).key;
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
    for (const gate of answers) if (gates.has(gate.key)) visit(gate);
    ordered.push(one);
  };
  answers.forEach(visit);
  return ordered;
}
