import type { Inconsistency } from '../domain/inconsistency.ts';
import type { Problem } from '../domain/input-issue.ts';
import type { Question } from '../domain/question.ts';
import { truthOf } from '../evaluate/judge.ts';
import { anyItem, waysToAnswer } from './ways-to-answer.ts';

/** What is wrong with an inconsistency: that no answers make it. So it is not said where there are too many to try. */
export function lintInconsistency(
  { id, when, each }: Inconsistency,
  questions: ReadonlyMap<string, Question>,
): readonly Problem[] {
  // Choices are made only in a question that is asked.
  const isAsked = questions.get(each ?? '')?.askWhen;
  const conditions = isAsked === undefined ? [when] : [when, isAsked];
  const ways = waysToAnswer(conditions, questions);
  const isMade = ways?.some((answers) => {
    const facts = { questions, answers, item: anyItem };
    return conditions.every((condition) => truthOf(condition, facts) === 'true');
  });
  return isMade === false ? [{ kind: 'never-inconsistent', inconsistency: id }] : [];
}
