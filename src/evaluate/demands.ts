import { isOpen, questionOfKey } from '../domain/answer.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { Goal } from '../domain/reasoning.ts';
import { type Verdict, verdicts } from '../domain/verdict.ts';
import { always, type Formula, forEveryValue, not, solve } from './formula.ts';
import { formulateVerdicts } from './formulate-verdict.ts';
import type { Formulation } from './variables.ts';

/** What a requirement, or one item of it, demands for a goal. */
export interface Demand {
  /** Id of the requirement. */
  readonly requirement: string;
  readonly formula: Formula;
}

/** Whether a verdict is as good as a goal, or better. */
export function isAtLeast(verdict: Verdict, goal: Goal): boolean {
  return verdicts.indexOf(verdict) >= verdicts.indexOf(goal);
}

/**
 * All that must hold for the verdict over all to be at least the goal; `undefined` where nothing is evaluated, so that no
 * answer leads to it. Where it is open whom the papers bind and concern, it must be reached either way.
 */
export function demandsFor(
  goal: Goal,
  { catalogue, evaluation, scope }: { catalogue: Catalogue; evaluation: Evaluation; scope: ReadonlySet<string> },
  formulation: Formulation,
): readonly Demand[] | undefined {
  const { overall } = formulateVerdicts(catalogue, evaluation, formulation);
  if (solve(formulation.space, overall.present) === undefined) return undefined;
  const effect = goal === 'permissible' ? 'conditional' : 'impermissible';
  return overall.obstacles
    .map((obstacle): Demand => {
      const isOvercome = not(formulation.space, obstacle[effect]);
      return { requirement: obstacle.requirement, formula: eitherWay(isOvercome, scope, formulation) };
    })
    .filter(({ formula }) => formula !== always);
}

/** What holds whatever is answered to what is open of some questions. */
export function eitherWay(formula: Formula, scope: ReadonlySet<string>, formulation: Formulation): Formula {
  const { space, variables, answers } = formulation;
  const isUndecided = (key: string | undefined) =>
    key !== undefined && scope.has(questionOfKey(key)) && isOpen(answers.get(key));
  return [...formula.reads]
    .filter((number) => isUndecided(variables[number]?.key))
    .reduce((left, number) => forEveryValue(space, left, number), formula);
}
