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
type Compiled = (facts: Facts) => Truth;

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
      return (facts) => negate(of(facts));
    }
  }
}

/** `decisive`: the truth of one part that settles the whole, whatever the others are. */
function compileParts(of: readonly Condition[], decisive: 'true' | 'false', questions: Facts['questions']): Compiled {
  const parts = of.map((part) => compiledCondition(part, questions));
  const otherwise = negate(decisive);
  return (facts) => {
    let truth = otherwise;
    for (const part of parts) {
      const one = part(facts);
      if (one === decisive) return one;
      if (one === 'unknown') truth = one;
    }
    return truth;
  };
}

function compileAnswer(id: string, test: Test, questions: Facts['questions']): Compiled {
  const question = questionOf(id, questions);
  const { askWhen, each } = question;
  // The very string of the catalogue is found faster than another of the same letters.
  const key = question.id;
  const truthOfAnswer =
    each === undefined
      ? (facts: Facts) => holds(test, facts.answers.get(key))
      : (facts: Facts) => holds(test, facts.answers.get(answerKey(key, facts.item)));
  if (askWhen === undefined) return truthOfAnswer;
  const asked = compiledCondition(askWhen, questions);
  return (facts) => {
    const isAsked = asked(facts);
    if (isAsked === 'false') return isAsked;
    const truth = truthOfAnswer(facts);
    return isAsked === 'true' || truth === 'false' ? truth : isAsked;
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
