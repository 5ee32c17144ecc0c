import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { questionsIn } from '../domain/condition.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { withGates } from '../domain/question.ts';
import { requirementsOf } from '../domain/questionnaire.ts';

/**
 * The questions that say whom the papers bind and concern. To comply by answering them otherwise would be to assess
 * another organisation.
 */
export function scopeQuestions(
  { questions, questionnaires }: Catalogue,
  { questionnaires: chosen }: Assessment,
  { byQuestionnaire }: Evaluation,
): ReadonlySet<string> {
  const isChosen = chosen.size > 0;
  const evaluated = new Set(byQuestionnaire.map(({ questionnaire }) => questionnaire));
  const read = [...questionnaires.values()].flatMap((one) => {
    const scope = [one.binds, ...requirementsOf(one).map(({ binds }) => binds)];
    if (isChosen) return evaluated.has(one.id) ? scope : [];
    return [...scope, one.offeredWhen];
  });
  return withGates(
    read.flatMap((condition) => (condition === undefined ? [] : questionsIn(condition))),
    questions,
  );
}
