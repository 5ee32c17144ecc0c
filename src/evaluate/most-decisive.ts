import { arises } from '../domain/agenda.ts';
import type { Answers } from '../domain/answer.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { testsIn } from '../domain/condition.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { existingAt } from '../domain/existing.ts';
import type { Finding } from '../domain/finding.ts';
import type { DecisiveQuestion } from '../domain/reasoning.ts';
import { conditionsOf } from '../domain/requirement.ts';
import { verdicts } from '../domain/verdict.ts';
import { answersToGive, exampleOf } from './answers-to-give.ts';
import { evaluateRequirement } from './evaluate-requirement.ts';
import { type Formula, fillAll, type Solution, type Space, solve, spend, valuesOf, withinEffort } from './formula.ts';
import { formulateVerdicts } from './formulate-verdict.ts';
import { type Formulation, newFormulation } from './variables.ts';
import { mostEffort, verdictFormulas } from './verdict-interval.ts';

/**
 * The open question, of those that are asked now, of whose answers the largest share settles the verdict over all; among
 * equals the one whose answers close most open findings, then the first asked. Answers that come to the same count once;
 * of a multiple-choice question, no choice and each choice alone are tried. `undefined` where no question matters, or
 * the search was given up.
 */
export function mostDecisive(catalogue: Catalogue, evaluation: Evaluation): DecisiveQuestion | undefined {
  const formulation = newFormulation(catalogue, evaluation.answers);
  const { space } = formulation;
  const { overall } = formulateVerdicts(catalogue, evaluation, formulation);
  const formulas = verdicts.map((verdict) => verdictFormulas(overall, space)[verdict]);
  const asked = evaluation.agenda.flatMap(({ items }) => items.filter(arises).map(({ key }) => key));
  const search = withinEffort(space, mostEffort, () => {
    const isSettling = settlingTest(formulas, space);
    return asked.flatMap((key) => {
      const options = optionsOf(key, formulation);
      if (options.length === 0) return [];
      const settling = options.filter(isSettling).length;
      return [
        { key, settling, answers: options.length, closing: closingOf(options, { key, evaluation, formulation }) },
      ];
    });
  });
  const ranked = [...(search?.found ?? [])].sort(
    (one, other) => other.settling / other.answers - one.settling / one.answers || other.closing - one.closing,
  );
  return ranked[0];
}

/** The values an open answer can have, in all variables it comes to; none where nothing reads it. */
function optionsOf(key: string, { space, ofKey }: Formulation): readonly Solution[] {
  const numbers = ofKey.get(key) ?? [];
  const [only = -1] = numbers;
  if (numbers.length < 2 && space.sizes[only] !== 2) {
    return valuesOf(space, only).map((value) => new Map([[only, value]]));
  }
  const none = numbers.map((number) => [number, 0] as const);
  return [new Map(none), ...numbers.map((number) => new Map<number, number>(none).set(number, 1))];
}

/**
 * Whether some values leave a single verdict. Ways to answer that lead to each verdict are kept: most values agree with
 * two of them, and need no search.
 */
function settlingTest(formulas: readonly Formula[], space: Space): (values: Solution) => boolean {
  const ways = formulas.map((formula): Solution[] => [solve(space, formula)].filter((way) => way !== undefined));
  return (values) => {
    const agrees = (way: Solution) => [...values].every(([number, value]) => (way.get(number) ?? value) === value);
    const isPossible = (formula: Formula, index: number) => {
      if (ways[index]?.some(agrees)) return true;
      if (ways[index]?.length === 0) return false;
      const way = solve(space, fillAll(space, formula, values));
      if (way !== undefined) ways[index]?.push(new Map([...way, ...values]));
      return way !== undefined;
    };
    return formulas.filter(isPossible).length === 1;
  };
}

function closingOf(
  options: readonly Solution[],
  { key, evaluation, formulation }: { key: string; evaluation: Evaluation; formulation: Formulation },
): number {
  const { answers, findings } = evaluation;
  const open = findings.filter(({ judged, because }) => judged === 'open' && because.includes(key));
  // Judging a finding takes a look at every answer it reads.
  const looks = open.flatMap(({ requirement }) => conditionsOf(requirement).flatMap(testsIn)).length;
  const closed = options.flatMap((values) => {
    spend(formulation.space, looks);
    const toGive = existingAt(answersToGive(values, formulation), 0);
    const after = new Map(answers).set(key, exampleOf(toGive));
    return open.filter((finding) => isClosed(finding, after, formulation));
  });
  return closed.length / options.length;
}

function isClosed({ requirement, item }: Finding, answers: Answers, { questions }: Formulation): boolean {
  const outcomes = evaluateRequirement(requirement, { questions, answers });
  return outcomes.every((one) => (item !== undefined && one.item !== item) || one.judged !== 'open');
}
