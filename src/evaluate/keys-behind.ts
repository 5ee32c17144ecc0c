import { answerKey } from '../domain/answer.ts';
import type { Condition } from '../domain/condition.ts';
import { type Question, withGates } from '../domain/question.ts';
import { conditionsOf, questionsReadBy, type Requirement } from '../domain/requirement.ts';

type Questions = ReadonlyMap<string, Question>;

/**
 * The answer keys a requirement can depend on, directly or through the questions that decide whether others are asked,
 * in the order of the question bank. Questions asked per choice count for the given choices.
 */
export function keysBehind(
  requirement: Requirement,
  questions: Questions,
  items: readonly string[],
): readonly string[] {
  return keysOf(withGates(questionsReadBy(requirement), questions), questions, items);
}

/** The answer keys of some questions, in the order of the question bank. */
export function keysOf(ids: ReadonlySet<string>, questions: Questions, items: readonly string[]): readonly string[] {
  return [...questions.values()].flatMap(({ id, each }) => {
    if (!ids.has(id)) return [];
    return each === undefined ? [id] : items.map((item) => answerKey(id, item));
  });
}

/** The conditions of a requirement, and those by which the questions behind it are asked. */
export function conditionsWithGates(requirement: Requirement, questions: Questions): readonly Condition[] {
  const read = withGates(questionsReadBy(requirement), questions);
  return [...conditionsOf(requirement), ...[...read].flatMap((id) => questions.get(id)?.askWhen ?? [])];
}
