import { type Answer, type Answers, answerKey, isOpen } from '../domain/answer.ts';
import type { Condition, Test } from '../domain/condition.ts';
import type { Question } from '../domain/question.ts';
import { negate, type Truth } from '../domain/truth.ts';

/** What a condition is judged on. */
export interface Facts {
  readonly questions: ReadonlyMap<string, Question>;
  /** The answers as they count on the day, see `countingAnswers`. */
  readonly answers: Answers;
  /** The choice for which questions with `each` are read. */
  readonly item?: string;
}

/** A truth value, and the keys of the answers that settle it or, while it is unknown, of those that are open. */
export interface Judgement {
  readonly truth: Truth;
  readonly because: readonly string[];
}

const always: Judgement = { truth: 'true', because: [] };

/**
 * Strong Kleene value of a condition: an open answer gives `unknown`, never `false`.
 * A question that is not asked, because its own `askWhen` is false, does not apply: reading it gives `false`.
 * The condition must come from a loaded catalogue, so that the questions it names exist.
 */
export function judge(condition: Condition, facts: Facts): Judgement {
  switch (condition.op) {
    case 'answer':
      return judgeAnswer(condition.question, condition.test, facts);
    case 'all':
    case 'any':
      return combine(condition.op, condition.of, facts);
    case 'not': {
      const { truth, because } = judge(condition.of, facts);
      return { truth: negate(truth), because };
    }
  }
}

/** Facts never change, and many conditions read the same questions. */
const judgedBefore = new WeakMap<Facts, Map<Condition, Judgement>>();

/** Whether a question is asked, given the answers so far. */
export function isAsked({ askWhen }: Question, facts: Facts): Judgement {
  if (askWhen === undefined) return always;
  const known = judgedBefore.get(facts) ?? new Map<Condition, Judgement>();
  if (known.size === 0) judgedBefore.set(facts, known);
  const judged = known.get(askWhen) ?? judge(askWhen, facts);
  known.set(askWhen, judged);
  return judged;
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
  const { truth, because } = isAsked(questionOf(each, facts), facts);
  if (truth !== 'true') return { items: truth === 'false' ? [] : undefined, because };
  const answer = facts.answers.get(each);
  if (isOpen(answer)) return { items: undefined, because: [each] };
  const chosen = answer.state === 'given' && typeof answer.value === 'object' ? answer.value : [];
  return { items: chosen, because: [each] };
}

function combine(op: 'all' | 'any', parts: readonly Condition[], facts: Facts): Judgement {
  const isDecisive = (truth: Truth) => truth === (op === 'all' ? 'false' : 'true');
  let truth = negate(op === 'all' ? 'false' : 'true');
  let because: readonly string[] = [];
  for (const part of parts) {
    const judged = judge(part, facts);
    // Only the parts that carry the result explain it: one false part settles an "all", whatever the others say.
    if (judged.truth === truth) because = union(because, judged.because);
    else if (isDecisive(judged.truth) || (judged.truth === 'unknown' && !isDecisive(truth))) {
      truth = judged.truth;
      because = judged.because;
    }
  }
  return { truth, because };
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

function judgeAnswer(id: string, test: Test, facts: Facts): Judgement {
  const question = questionOf(id, facts);
  const asked = isAsked(question, facts);
  if (asked.truth === 'false') return asked;
  const key = answerKey(question.id, question.each === undefined ? undefined : facts.item);
  const truth = holds(test, facts.answers.get(key));
  return asked.truth === 'true' || truth === 'false' ? { truth, because: [key] } : asked;
}

function questionOf(id: string, { questions }: Facts): Question {
  const question = questions.get(id);
  if (question === undefined) throw new Error(`a condition reads the question ${id}, which no catalogue file defines`);
  return question;
}

/** Whether a test holds for one answer, wherever that stands. */
export function holds(test: Test, answer: Answer | undefined): Truth {
  if (isOpen(answer)) return 'unknown';
  if (answer.state === 'not-applicable') {
    return fromBoolean((test.kind === 'is' || test.kind === 'includes') && test.values.includes('not-applicable'));
  }
  return fromBoolean(matches(test, answer.value));
}

function matches(test: Test, value: string | number | readonly string[]): boolean {
  switch (test.kind) {
    case 'is':
    case 'includes':
      return hasOneOf(test.values, value);
    case 'excludes':
      return !hasOneOf(test.values, value);
    case 'atLeast':
      return Number(value) >= test.value;
    case 'atMost':
      return Number(value) <= test.value;
    case 'before':
      return String(value) < test.value;
    case 'after':
      return String(value) > test.value;
  }
}

function hasOneOf(expected: readonly string[], value: string | number | readonly string[]): boolean {
  return typeof value === 'object' ? expected.some((one) => value.includes(one)) : expected.includes(String(value));
}

function fromBoolean(value: boolean): Truth {
  return value ? 'true' : 'false';
}
