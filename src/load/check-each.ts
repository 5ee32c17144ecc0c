import type { Readable } from './read-condition.ts';
import type { Reader } from './reader.ts';

/** `each` must name a question of which several choices can be made. */
export function checkEach(reader: Reader, each: string, { questions }: Pick<Readable, 'questions'>): void {
  const question = questions.get(each);
  const known = [...questions.values()].filter(({ kind }) => kind === 'choices').map(({ id }) => id);
  if (question?.kind !== 'choices') reader.report({ kind: 'unknown-id', noun: 'question', id: each, known });
}
