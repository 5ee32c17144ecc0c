import { languages } from '../domain/language.ts';

/** A piece of a JSON Schema, draft 07: the draft that editors know best. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** A mapping with these keys and no others. */
export function record(
  required: Readonly<Record<string, JsonSchema>>,
  optional: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

export function listOf(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

export function oneOf(values: readonly string[], description?: string): JsonSchema {
  return { enum: values, ...(description !== undefined && { description }) };
}

/** A value of a list that editors should offer, or another one: of a folder of the user's own. */
export function preferably(values: readonly string[], other: JsonSchema = filled): JsonSchema {
  return { anyOf: [{ enum: values }, other] };
}

export function described(schema: JsonSchema, description: string): JsonSchema {
  return { ...schema, description };
}

/** A document of its own. */
export function root(title: string, schema: JsonSchema, definitions: Readonly<Record<string, JsonSchema>> = {}) {
  const named = Object.keys(definitions).length === 0 ? {} : { definitions };
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...schema, ...named } satisfies JsonSchema;
}

/** Text with something in it. */
export const filled: JsonSchema = { type: 'string', pattern: String.raw`\S` };

/** One text in every language. */
export const text: JsonSchema = record(Object.fromEntries(languages.map((language) => [language, filled])));

export const id: JsonSchema = { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' };

export const flag: JsonSchema = { type: 'boolean' };

export const day: JsonSchema = {
  type: 'string',
  pattern: String.raw`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$`,
  description: 'YYYY-MM-DD',
};

const partialDay: JsonSchema = {
  type: 'string',
  pattern: String.raw`^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$`,
  description: 'YYYY, YYYY-MM or YYYY-MM-DD, in quotes',
};

export const address: JsonSchema = { type: 'string', pattern: String.raw`^https?://\S+$` };

/** A date, a note on it, or both. */
const dated = {
  properties: { date: partialDay, dateNote: text },
  anyOf: [{ required: ['date'] }, { required: ['dateNote'] }],
};

/** A mapping that also has a date, a note on it, or both. */
export function datedRecord(
  required: Readonly<Record<string, JsonSchema>>,
  optional: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema {
  return { ...record(required, { ...optional, ...dated.properties }), anyOf: dated.anyOf };
}
