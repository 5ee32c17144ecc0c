import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import { concerns } from './evaluate.ts';
import { type Facts, truthOf } from './judge.ts';

/**
 * The questionnaires that surely concern an assessment and bind its organisation, and yet are not evaluated, as it names
 * others: dropped on purpose, or chosen before an answer was another one.
 */
export function leftOut({ questionnaires }: Catalogue, assessment: Assessment, facts: Facts): readonly Questionnaire[] {
  const { questionnaires: chosen } = assessment;
  if (chosen.size === 0) return [];
  const all = [...questionnaires.values()];
  const bases = new Set(all.flatMap(({ id, extends: other }) => (chosen.has(id) && other ? [other.base] : [])));
  return all.filter(
    (one) =>
      !(chosen.has(one.id) || bases.has(one.id)) &&
      concerns(one, facts) === 'true' &&
      one.binds !== undefined &&
      truthOf(one.binds, facts) === 'true',
  );
}
