import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import { bindingOf, concerns, questionnairesOf } from './evaluate.ts';
import { type Facts, truthOf } from './judge.ts';

/**
 * The questionnaires that surely concern an assessment and bind its organisation, and yet are not evaluated, as it names
 * others: dropped on purpose, or chosen before an answer was another one.
 */
export function leftOut(catalogue: Catalogue, assessment: Assessment, facts: Facts): readonly Questionnaire[] {
  const evaluated = questionnairesOf(catalogue, assessment, facts);
  return [...catalogue.questionnaires.values()].filter(
    (one) =>
      !evaluated.includes(one) &&
      concerns(one, facts) === 'true' &&
      bindingOf(one.binds && truthOf(one.binds, facts)) === 'binds',
  );
}
