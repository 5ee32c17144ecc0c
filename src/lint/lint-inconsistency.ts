import type { Inconsistency } from '../domain/inconsistency.ts';
import type { Question } from '../domain/question.ts';
import { truthOf } from '../evaluate/judge.ts';
import { anyItem, waysToAnswer } from './lint-requirement.ts';

/** Whether there are answers that make it; so it is taken where there are too many ways to answer to try them all. */
export function canBeThere({ when }: Inconsistency, questions: ReadonlyMap<string, Question>): boolean {
  const ways = waysToAnswer([when], questions);
  return ways?.some((answers) => truthOf(when, { questions, answers, item: anyItem }) === 'true') ?? true;
}
