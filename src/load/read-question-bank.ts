import { questionsIn } from '../domain/condition.ts';
import type { Place } from '../domain/input-issue.ts';
import type { Question } from '../domain/question.ts';
import { checkEach } from './check-each.ts';
import { readCondition } from './read-condition.ts';
import { type QuestionDraft, readQuestion } from './read-question.ts';
import type { Reader } from './reader.ts';
import { Registry } from './registry.ts';

/** All questions, and where they stand. */
export interface QuestionBank {
  readonly questions: ReadonlyMap<string, Question>;
  readonly places: ReadonlyMap<string, Place>;
}

/**
 * Reads questions from their nodes, after those that are there already. Two passes, because an `askWhen` may read a
 * question of any file.
 */
export function readQuestionBank(readers: readonly Reader[], before: QuestionBank): QuestionBank {
  const drafts = new Registry<QuestionDraft>('question', new Map(), before.places);
  for (const reader of readers) {
    const draft = readQuestion(reader);
    drafts.add(draft.question.id, draft, reader);
  }
  const own = new Map([...drafts.byId].map(([id, { question }]) => [id, question]));
  const unconditional = new Map([...before.questions, ...own]);
  const conditional = [...drafts.byId].map(([id, draft]) => [id, withAskWhen(draft, unconditional)] as const);
  const questions = new Map([...before.questions, ...conditional]);
  for (const [id, draft] of drafts.byId) {
    const cycle = askCycle(id, questions);
    if (cycle !== undefined) draft.reader.report({ kind: 'ask-cycle', questions: cycle });
  }
  return { questions, places: drafts.places };
}

function withAskWhen(
  { question, askWhen, each, reader }: QuestionDraft,
  questions: ReadonlyMap<string, Question>,
): Question {
  if (question.each !== undefined) checkEach(each ?? reader, question.each, { questions });
  if (askWhen === undefined) return question;
  return { ...question, askWhen: readCondition(askWhen, { questions, each: question.each }) };
}

/** The way from a question through the `askWhen` of others back to itself; judging it would never end. */
function askCycle(start: string, questions: ReadonlyMap<string, Question>): readonly string[] | undefined {
  const seen = new Set<string>();
  const queue: (readonly string[])[] = [[start]];
  for (let way = queue.shift(); way !== undefined; way = queue.shift()) {
    const askWhen = questions.get(way.at(-1) ?? '')?.askWhen;
    for (const next of askWhen === undefined ? [] : questionsIn(askWhen)) {
      if (next === start) return [...way, next];
      if (!seen.has(next)) queue.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}
