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

/** A condition with its questions at hand: judging it looks up nothing but answers. */
interface Compiled {
  readonly truthOn: (facts: Facts) => Truth;
  /** Why it has the truth that it has on these facts: the keys of the answers that settle it or, while it is unknown, of those that are open. */
  readonly reasonsFor: (truth: Truth, facts: Facts) => readonly string[];
}

/** With the questions for which it was made. Neither these nor conditions ever change. */
const compiledBefore = new WeakMap<Condition, { readonly questions: Facts['questions']; readonly made: Compiled }>();

/** The condition, to be judged on facts with these questions. Throws where it reads a question that is not among them. */
export function compiledCondition(condition: Condition, questions: Facts['questions']): Compiled {
  const before = compiledBefore.get(condition);
  if (before?.questions === questions) return before.made;
  const made = compile(condition, questions);
  compiledBefore.set(condition, { questions, made });
  return made;
}

function compile(condition: Condition, questions: Facts['questions']): Compiled {
  switch (condition.op) {
    case 'answer':
      return compileAnswer(condition.question, condition.test, questions);
    case 'all':
      return compileParts(condition.of, 'false', questions);
    case 'any':
      return compileParts(condition.of, 'true', questions);
    case 'not': {
      const of = compiledCondition(condition.of, questions);
      return {
        truthOn: (facts) => negate(of.truthOn(facts)),
        reasonsFor: (truth, facts) => of.reasonsFor(negate(truth), facts),
      };
    }
  }
}

/** `decisive`: the truth of one part that settles the whole, whatever the others are. */
function compileParts(of: readonly Condition[], decisive: 'true' | 'false', questions: Facts['questions']): Compiled {
  const parts = of.map((part) => compiledCondition(part, questions));
  const otherwise = negate(decisive);
  return {
    truthOn: (facts) => {
      let truth = otherwise;
      for (const part of parts) {
        const one = part.truthOn(facts);
        if (one === decisive) return one;
        if (one === 'unknown') truth = one;
      }
      return truth;
    },
    // Only the parts that carry the result explain it: one false part settles an "all", whatever the others say.
    reasonsFor: (truth, facts) =>
      parts.reduce<readonly string[]>(
        (because, part) => (part.truthOn(facts) === truth ? union(because, part.reasonsFor(truth, facts)) : because),
        [],
      ),
  };
}

function compileAnswer(id: string, test: Test, questions: Facts['questions']): Compiled {
  const question = questionOf(id, questions);
  const { askWhen, each } = question;
  // The very string of the catalogue is found faster than another of the same letters.
  const key = question.id;
  const keyOn = each === undefined ? () => key : ({ item }: Facts) => answerKey(key, item);
  const truthOfAnswer = (facts: Facts) => holds(test, facts.answers.get(keyOn(facts)));
  if (askWhen === undefined) return { truthOn: truthOfAnswer, reasonsFor: (_, facts) => [keyOn(facts)] };
  const asked = compiledCondition(askWhen, questions);
  return {
    truthOn: (facts) => {
      const isAsked = asked.truthOn(facts);
      if (isAsked === 'false') return isAsked;
      const truth = truthOfAnswer(facts);
      return isAsked === 'true' || truth === 'false' ? truth : isAsked;
    },
    reasonsFor: (_, facts) => {
      const isAsked = asked.truthOn(facts);
      const isSettledByAnswer = isAsked === 'true' || (isAsked === 'unknown' && truthOfAnswer(facts) === 'false');
      return isSettledByAnswer ? [keyOn(facts)] : asked.reasonsFor(isAsked, facts);
    },
  };
}

/** The question of that id. Throws where there is none: conditions come from a loaded catalogue. */
export function questionOf(id: string, questions: Facts['questions']): Question {
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
