import { type Answer, type Answers, itemOfKey, questionOfKey } from '../domain/answer.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Clash, Inconsistency } from '../domain/inconsistency.ts';
import { choicesExcluding } from '../domain/question.ts';
import { type Facts, isAsked, itemsOf, truthOf } from './judge.ts';

/** What does not fit together among the answers that count: never what an open answer might still make fit. */
export function clashesIn({ questions, inconsistencies }: Catalogue, answers: Answers): readonly Clash[] {
  const facts: Facts = { questions, answers };
  const among = [...inconsistencies.values()].filter((one) => isThere(one, facts));
  return [
    ...among.map((inconsistency): Clash => ({ kind: 'answers', inconsistency })),
    ...[...answers].flatMap((entry) => clashesWithin(entry, facts)),
  ];
}

function isThere({ when, each }: Inconsistency, facts: Facts): boolean {
  if (each === undefined) return truthOf(when, facts) === 'true';
  const { items = [] } = itemsOf(each, facts);
  return items.some((item) => truthOf(when, { ...facts, item }) === 'true');
}

/** Choices made in one answer that exclude each other. */
function clashesWithin([key, answer]: readonly [string, Answer], facts: Facts): readonly Clash[] {
  if (answer.state !== 'given' || typeof answer.value !== 'object') return [];
  const question = facts.questions.get(questionOfKey(key));
  if (question?.kind !== 'choices') return [];
  const excluding = choicesExcluding(question, answer.value);
  if (excluding.length === 0 || isAsked(question, factsFor(itemOfKey(key), facts)) !== 'true') return [];
  return excluding.map((choices) => ({ kind: 'choices', question, choices }));
}

function factsFor(item: string | undefined, facts: Facts): Facts {
  return item === undefined ? facts : { ...facts, item };
}
