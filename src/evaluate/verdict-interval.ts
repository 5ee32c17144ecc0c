import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { EvaluationOutlook } from '../domain/reasoning.ts';
import {
  bestOf,
  type Verdict,
  type VerdictInterval,
  type VerdictOutlook,
  verdicts,
  worstOf,
} from '../domain/verdict.ts';
import { rangeOf } from './count-violated.ts';
import { allOf, always, anyOf, type Formula, never, not, type Space, solve, withinEffort } from './formula.ts';
import { formulateVerdicts, type Scope } from './formulate-verdict.ts';
import { newFormulation } from './variables.ts';

/**
 * Parts of formulas looked at after which a search is given up: about a second on a slow machine. No shipped example
 * takes half of them.
 */
export const mostEffort = 1_000_000;

/** What the verdicts can still come to, over all ways to answer what is open; answers that are given stay. */
export function verdictOutlooks(
  catalogue: Catalogue,
  evaluation: Evaluation,
  effort: number = mostEffort,
): EvaluationOutlook {
  const formulation = newFormulation(catalogue, evaluation.answers);
  const { space } = formulation;
  const { overall, byQuestionnaire } = formulateVerdicts(catalogue, evaluation, formulation);
  const papers = byQuestionnaire();
  // Half of all effort is for what counts most; the papers share the rest.
  const each = effort / 2 / papers.length;
  return {
    overall: outlookOf(overall, always, { space, effort: effort / 2 }),
    byQuestionnaire: papers
      .filter(({ present }) => mayHold(present, { space, effort: effort / 100 }))
      .map(({ questionnaire, ...scope }) => {
        return { questionnaire, ...outlookOf(scope, scope.present, { space, effort: each }) };
      }),
  };
}

/** The best and the worst verdict over all that some way to answer what is open leads to. */
export function verdictInterval(catalogue: Catalogue, evaluation: Evaluation): VerdictInterval {
  const { verdict } = evaluation.overall;
  // More answers never change what is settled, not even those on whom the papers bind.
  if (verdict === 'impermissible') return { best: verdict, worst: verdict };
  const formulation = newFormulation(catalogue, evaluation.answers);
  const { overall } = formulateVerdicts(catalogue, evaluation, formulation);
  const { found = verdicts } =
    possibleVerdicts(overall, always, { space: formulation.space, effort: mostEffort }) ?? {};
  return { best: bestOf(found), worst: worstOf(found) };
}

/** For each verdict, whether it is the one. Undetermined is left only where nothing is evaluated. */
export function verdictFormulas({ present, obstacles }: Scope, space: Space): Readonly<Record<Verdict, Formula>> {
  const isImpermissible = anyOf(
    space,
    obstacles.map(({ impermissible }) => impermissible),
  );
  const isObstructed = anyOf(
    space,
    obstacles.map(({ conditional }) => conditional),
  );
  return {
    impermissible: allOf(space, [present, isImpermissible]),
    undetermined: not(space, present),
    conditional: allOf(space, [present, isObstructed, not(space, isImpermissible)]),
    permissible: allOf(space, [present, not(space, isObstructed)]),
  };
}

/** What can come of a verdict in the ways to answer that fulfil a condition. */
function outlookOf(
  scope: Scope,
  condition: Formula,
  { space, effort }: { readonly space: Space; readonly effort: number },
): VerdictOutlook {
  const violations = scope.obstacles.map(({ impermissible }) => impermissible).filter((one) => one !== never);
  const possible = possibleVerdicts(scope, condition, { space, effort: effort / 2 });
  const range = withinEffort(space, effort / 2, () => rangeOf(violations, condition, { space }));
  const { found = verdicts } = possible ?? {};
  const sure = violations.filter((one) => one === always).length;
  return {
    best: bestOf(found),
    worst: worstOf(found),
    possible: found,
    violatedMusts: range?.found ?? { fewest: sure, most: violations.length },
    isExact: possible !== undefined && range !== undefined,
  };
}

/** Whether some way to answer makes a formula true, or may: that is found out for all but the strangest of papers. */
function mayHold(formula: Formula, { space, effort }: { readonly space: Space; readonly effort: number }): boolean {
  const search = withinEffort(space, effort, () => solve(space, formula));
  return search === undefined || search.found !== undefined;
}

function possibleVerdicts(
  scope: Scope,
  condition: Formula,
  { space, effort }: { readonly space: Space; readonly effort: number },
) {
  const formulas = verdictFormulas(scope, space);
  return withinEffort(space, effort, () =>
    verdicts.filter((verdict) => solve(space, allOf(space, [condition, formulas[verdict]])) !== undefined),
  );
}
