import { type Answer, type Answers, itemOfKey, questionOfKey, selectionIn } from '../domain/answer.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { AnswersClash, ChoicesClash, Clash, Inconsistency } from '../domain/inconsistency.ts';
import { type Choice, choiceOf, choicesExcluding, type Question } from '../domain/question.ts';
import { type Facts, isAsked, itemsOf, truthOf } from './judge.ts';

/** What does not fit together among the answers that count: never what an open answer might still make fit. */
export function clashesIn({ questions, inconsistencies }: Catalogue, answers: Answers): readonly Clash[] {
  const facts: Facts = { questions, answers };
  return [
    ...[...inconsistencies.values()].flatMap((one) => clashesAmong(one, facts)),
    ...[...answers].flatMap((entry) => clashesWithin(entry, facts)),
  ];
}

/** What an inconsistency finds: nothing, or itself with the choices for which it is there. */
function clashesAmong(inconsistency: Inconsistency, facts: Facts): readonly AnswersClash[] {
  const { when, each } = inconsistency;
  if (each === undefined) {
    return truthOf(when, facts) === 'true' ? [{ kind: 'answers', inconsistency, items: [] }] : [];
  }
  const { items = [] } = itemsOf(each, facts);
  const clashing = items.filter((item) => truthOf(when, { ...facts, item }) === 'true');
  return clashing.length === 0 ? [] : [{ kind: 'answers', inconsistency, items: choicesAt(each, clashing, facts) }];
}

/** Choices made in one answer that exclude each other. */
function clashesWithin([key, answer]: readonly [string, Answer], facts: Facts): readonly ChoicesClash[] {
  const chosen = selectionIn(answer);
  // Most answers of a batch are over here: one choice excludes nothing.
  if (chosen.length < 2) return [];
  const question = facts.questions.get(questionOfKey(key));
  if (question?.kind !== 'choices') return [];
  const choices = choicesExcluding(question, chosen);
  const item = itemOfKey(key);
  if (choices.length === 0 || !isAnswered(question, item, facts)) return [];
  const items = item === undefined ? [] : choicesAt(question.each ?? '', [item], facts);
  return [{ kind: 'choices', question, choices, items }];
}

/** Whether the answer to a question counts: it is asked and, where it is asked for each choice, that one is made. */
function isAnswered(question: Question, item: string | undefined, facts: Facts): boolean {
  if (item === undefined || question.each === undefined) return isAsked(question, facts) === 'true';
  const isMade = itemsOf(question.each, facts).items?.includes(item) === true;
  return isMade && isAsked(question, { ...facts, item }) === 'true';
}

function choicesAt(each: string, items: readonly string[], { questions }: Facts): readonly Choice[] {
  return items.flatMap((item) => choiceOf(questions.get(each), item) ?? []);
}
