import { type Answer, type Answers, itemOfKey, questionOfKey } from '../domain/answer.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { AnswersClash, ChoicesClash, Clash, Inconsistency } from '../domain/inconsistency.ts';
import { type Choice, choiceOf, choicesExcluding } from '../domain/question.ts';
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
  if (answer.state !== 'given' || typeof answer.value !== 'object') return [];
  const question = facts.questions.get(questionOfKey(key));
  if (question?.kind !== 'choices') return [];
  const choices = choicesExcluding(question, answer.value);
  if (choices.length === 0) return [];
  const { each } = question;
  const item = itemOfKey(key);
  if (each === undefined || item === undefined) {
    return isAsked(question, facts) === 'true' ? [{ kind: 'choices', question, choices, items: [] }] : [];
  }
  const isMade = itemsOf(each, facts).items?.includes(item) === true;
  if (!isMade || isAsked(question, { ...facts, item }) !== 'true') return [];
  return [{ kind: 'choices', question, choices, items: choicesAt(each, [item], facts) }];
}

function choicesAt(each: string, items: readonly string[], { questions }: Facts): readonly Choice[] {
  return items.flatMap((item) => choiceOf(questions.get(each), item) ?? []);
}
