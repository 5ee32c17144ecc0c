import type { Condition, Test } from '../domain/condition.ts';
import { choicesOf, type Question } from '../domain/question.ts';
import type { Reader } from './reader.ts';

/** Keys of a condition that are not questions, so no question may have such an id. */
export const operators = ['all', 'any', 'not'];

const testKeys = {
  choice: [],
  choices: ['includes', 'excludes'],
  text: [],
  number: ['atLeast', 'atMost'],
  date: ['before', 'after'],
} as const;

/** What a condition may read: the questions, and the `each` of the place where it stands. */
export interface Readable {
  readonly questions: ReadonlyMap<string, Question>;
  readonly each?: string | undefined;
}

/** Reads a condition, or records every mistake in it: unknown questions and choices, tests that do not fit the question. */
export function readCondition(reader: Reader, readable: Readable): Condition {
  const entries = reader.entries();
  if (reader.is('mapping') && entries.length === 0) {
    reader.report({ kind: 'wrong-type', expected: 'condition', found: '{}' });
  }
  const parts = entries.map(([key, value, keyReader]) => readPart(key, { value, keyReader }, readable));
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { op: 'all', of: parts };
}

function readPart(
  key: string,
  { value, keyReader }: { value: Reader; keyReader: Reader },
  readable: Readable,
): Condition {
  if (key === 'all' || key === 'any') return { op: key, of: value.list((part) => readCondition(part, readable)) };
  if (key === 'not') return { op: 'not', of: readCondition(value, readable) };
  const question = readable.questions.get(key);
  if (question === undefined) {
    const known = [...readable.questions.keys()];
    keyReader.report({ kind: 'unknown-id', noun: 'question', id: key, known });
    return { op: 'all', of: [] };
  }
  if (question.each !== undefined && question.each !== readable.each) {
    keyReader.report({ kind: 'item-needed', question: key, each: question.each });
  }
  return { op: 'answer', question: key, test: readTest(value, question) };
}

function readTest(reader: Reader, question: Question): Test {
  const keys: readonly string[] = testKeys[question.kind];
  if (question.kind === 'choice' && !reader.is('mapping')) {
    return { kind: 'is', values: reader.oneOrMore((value) => readChoice(value, question)) };
  }
  const [entry, ...more] = reader.is('mapping') ? reader.entries() : [];
  if (entry === undefined || more.length > 0 || !keys.includes(entry[0])) {
    const expected = question.kind === 'choice' ? choicesOf(question).map(({ id }) => id) : keys;
    reader.report({ kind: 'test-does-not-fit', question: question.id, expected });
    return { kind: 'is', values: [] };
  }
  const [key, value] = entry;
  if (key === 'atLeast' || key === 'atMost') return { kind: key, value: value.number() };
  if (key === 'before' || key === 'after') return { kind: key, value: value.day() };
  const kind = key === 'includes' ? key : 'excludes';
  return { kind, values: value.oneOrMore((one) => readChoice(one, question)) };
}

function readChoice(reader: Reader, question: Question): string {
  const ids = choicesOf(question).map((choice) => choice.id);
  return reader.oneOf(question.allowsNotApplicable ? [...ids, 'not-applicable'] : ids);
}
