import { answerKey, isOpen } from '../domain/answer.ts';
import type { Condition, Test } from '../domain/condition.ts';
import type { Question } from '../domain/question.ts';
import { negate, type Truth } from '../domain/truth.ts';
import { compiledCondition, type Facts, holds, questionOf } from './compile-condition.ts';

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
  return compiledCondition(condition, facts.questions)(facts);
}

/** The value of a condition, and why. */
export function judge(condition: Condition, facts: Facts): Judgement {
  const truth = truthOf(condition, facts);
  return { truth, because: reasonsFor(condition, truth, facts) };
}

/** Why a condition has its value: the keys of the answers that settle it or, while it is unknown, of those that are open. */
function reasonsFor(condition: Condition, truth: Truth, facts: Facts): readonly string[] {
  switch (condition.op) {
    case 'answer':
      return reasonsForAnswer(condition.question, condition.test, facts);
    case 'not':
      return reasonsFor(condition.of, negate(truth), facts);
    default: {
      let because: readonly string[] = [];
      // Only the parts that carry the result explain it: one false part settles an "all", whatever the others say.
      for (const part of condition.of) {
        if (truthOf(part, facts) === truth) because = union(because, reasonsFor(part, truth, facts));
      }
      return because;
    }
  }
}

function reasonsForAnswer(id: string, test: Test, facts: Facts): readonly string[] {
  const question = questionOf(id, facts.questions);
  const asked = isAsked(question, facts);
  const key = keyOf(question, facts);
  if (asked === 'true' || (asked === 'unknown' && holds(test, facts.answers.get(key)) === 'false')) return [key];
  return whyAsked(question, facts);
}

function keyOf({ id, each }: Question, { item }: Facts): string {
  return answerKey(id, each === undefined ? undefined : item);
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
  const chosen = answer.state === 'given' && typeof answer.value === 'object' ? answer.value : [];
  return { items: chosen, because: [each] };
}

/** What is in one list or the other, each once; neither says anything twice. Both are short. */
export function union(one: readonly string[], other: readonly string[]): readonly string[] {
  if (one.length === 0) return other;
  let all: string[] | undefined;
  for (const item of other) {
    if (one.includes(item)) continue;
    all ??= [...one];
    all.push(item);
  }
  return all ?? one;
}
