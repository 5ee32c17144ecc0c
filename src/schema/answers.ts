import { choicesOf, type Question } from '../domain/question.ts';
import { day, filled, type JsonSchema } from './parts.ts';

/** The value of an answer to a question. */
export function answerValue(question: Question): JsonSchema {
  const ids = choicesOf(question).map(({ id }) => id);
  switch (question.kind) {
    case 'choice':
      return { enum: ids };
    case 'choices':
      return { type: 'array', items: { enum: ids }, uniqueItems: true };
    case 'text':
      return filled;
    case 'number':
      return { type: 'number' };
    case 'date':
      return day;
  }
}
