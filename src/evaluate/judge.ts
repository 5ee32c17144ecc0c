import { isOpen, selectionIn } from '../domain/answer.ts';
import type { Condition } from '../domain/condition.ts';
import type { Question } from '../domain/question.ts';
import type { Truth } from '../domain/truth.ts';
import { compiledCondition, type Facts, questionOf } from './compile-condition.ts';

export { type Facts, holds } from './compile-condition.ts';

/** A truth value, and the keys of the answers that settle it or, while it is unknown, of those that are open. */
export interface Judgement {
  readonly truth: Truth;
  readonly because: readonly string[];
}

/**
 * Strong Kleene value of a condition: an open answer gives `unknown`, never `false`.
 * A question that is not asked, because its own `askWhen` is false, does not apply: reading it gives `false`.
 * The condition must come from a loaded catalogue, so that the questions it names exist.
 */
export function truthOf(condition: Condition, facts: Facts): Truth {
  return compiledCondition(condition, facts.questions).truthOn(facts);
}

/** The value of a condition, and why. */
export function judge(condition: Condition, facts: Facts): Judgement {
  const compiled = compiledCondition(condition, facts.questions);
  const truth = compiled.truthOn(facts);
  return { truth, because: compiled.reasonsFor(truth, facts) };
}

/** Whether a question is asked, given the answers so far. */
export function isAsked({ askWhen }: Question, facts: Facts): Truth {
  return askWhen === undefined ? 'true' : truthOf(askWhen, facts);
}

function whyAsked({ askWhen }: Question, facts: Facts): readonly string[] {
  return askWhen === undefined ? [] : judge(askWhen, facts).because;
}

/** The choices made in a question that others are asked or judged for: none where it does not apply. */
export interface ChosenItems {
  /** `undefined` while it is open. */
  readonly items: readonly string[] | undefined;
  /** Answer keys that settle it or, while it is open, could. */
  readonly because: readonly string[];
}

/** What was chosen in the question named by `each`. A stored answer to a question that is not asked is not used. */
export function itemsOf(each: string, facts: Facts): ChosenItems {
  const question = questionOf(each, facts.questions);
  const asked = isAsked(question, facts);
  if (asked !== 'true') return { items: asked === 'false' ? [] : undefined, because: whyAsked(question, facts) };
  const answer = facts.answers.get(each);
  if (isOpen(answer)) return { items: undefined, because: [each] };
  return { items: selectionIn(answer), because: [each] };
}
