import type { Inconsistency } from '../domain/inconsistency.ts';
import type { Question } from '../domain/question.ts';
import { checkEach } from './check-each.ts';
import { readCondition } from './read-condition.ts';
import type { Reader } from './reader.ts';

/** Answers that do not fit together. */
export function readInconsistency(reader: Reader, questions: ReadonlyMap<string, Question>): Inconsistency {
  const keys = reader.keys(['id', 'when', 'text'], ['each']);
  const each = keys.each?.id();
  if (keys.each && each !== undefined) checkEach(keys.each, each, { questions });
  return {
    id: keys.id.string(),
    when: readCondition(keys.when, { questions, each }),
    ...(each !== undefined && { each }),
    text: keys.text.text(),
  };
}
