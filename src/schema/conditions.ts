import type { Catalogue } from '../domain/catalogue.ts';
import { choicesOf, type Question } from '../domain/question.ts';
import { day, type JsonSchema, listOf, oneOf, record } from './parts.ts';

export const conditionRef: JsonSchema = { $ref: '#/definitions/condition' };

/** Conditions on the questions of a catalogue; other questions are those of the user, with any test. */
export function conditionSchema({ questions }: Catalogue): JsonSchema {
  return {
    type: 'object',
    minProperties: 1,
    properties: {
      all: listOf(conditionRef),
      any: listOf(conditionRef),
      not: conditionRef,
      ...Object.fromEntries([...questions.values()].map((question) => [question.id, testSchema(question)])),
    },
    additionalProperties: { anyOf: [oneOrMore({ type: 'string' }), { type: 'object' }] },
  };
}

/** What may be asked of an answer, with the question and its choices for whoever points at it. */
function testSchema(question: Question): JsonSchema {
  const description = describe(question);
  const ids = [...choicesOf(question).map(({ id }) => id), ...(question.allowsNotApplicable ? ['not-applicable'] : [])];
  switch (question.kind) {
    case 'choice':
      return { description, ...oneOrMore(oneOf(ids)) };
    case 'choices':
      return { description, ...exactlyOne({ includes: oneOrMore(oneOf(ids)), excludes: oneOrMore(oneOf(ids)) }) };
    case 'number':
      return { description, ...exactlyOne({ atLeast: { type: 'number' }, atMost: { type: 'number' } }) };
    case 'date':
      return { description, ...exactlyOne({ before: day, after: day }) };
    case 'text':
      return { description, not: {} };
  }
}

function exactlyOne(tests: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { ...record({}, tests), minProperties: 1, maxProperties: 1 };
}

function oneOrMore(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, listOf(schema)] };
}

/** The question in both languages, and what its choices mean. */
export function describe(question: Question): string {
  const choices = choicesOf(question).map(({ id, text }) => `- ${id}: ${text.de} / ${text.en}`);
  return [`${question.text.de} / ${question.text.en}`, ...choices].join('\n');
}
