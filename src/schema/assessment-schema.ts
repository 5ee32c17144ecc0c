import { typedReasons } from '../domain/answer.ts';
import { answerKeysOf } from '../domain/answer-order.ts';
import { messengerQuestion, subjectFields } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Question } from '../domain/question.ts';
import { requirementsOf } from '../domain/questionnaire.ts';
import { answerValue } from './answers.ts';
import { describe } from './conditions.ts';
import { day, described, filled, type JsonSchema, listOf, oneOf, preferably, record, root } from './parts.ts';

const statement = { by: optional(filled), date: optional(day), text: optional(filled) };
const { by: _, ...involvement } = statement;
const signOff = record(
  {},
  {
    opinion: described(optional(record({}, statement)), 'Opinion of the data protection officer'),
    decision: described(optional(record({}, statement)), 'Decision of the controller; with reasons where it deviates'),
    staffCouncil: described(optional(record({}, involvement)), 'How the staff or works council was involved'),
    nextReview: described(optional(day), 'Day of the next review'),
  },
);
const proof = record({ text: filled }, { date: day, validUntil: described(day, 'Last day on which it counts') });
/** What an answer may say besides its value. */
const more = { note: filled, evidence: { $ref: '#/definitions/evidence' }, origin: filled };

/**
 * An answer file. Every question of the catalogue is offered with its choices; other answers belong to questionnaires of
 * the user's own.
 */
export function assessmentSchema(catalogue: Catalogue, format: string): JsonSchema {
  const requirements = [...catalogue.questionnaires.values()].flatMap(requirementsOf).map(({ id }) => id);
  const messenger = catalogue.questions.get(messengerQuestion);
  const subject = record(
    {},
    {
      ...Object.fromEntries(subjectFields.map((field) => [field, optional(filled)])),
      ...(messenger && { messenger: { description: describe(messenger), ...optional(answerValue(messenger)) } }),
      date: optional(day),
    },
  );
  const schema = record(
    { format: { const: format } },
    {
      subject: optional(subject),
      questionnaires: optional({
        description:
          'The questionnaires to evaluate, with the version that was answered; absent: all that concern the use',
        type: 'object',
        properties: Object.fromEntries(
          [...catalogue.questionnaires.values()].map(({ id, title, version }) => [
            id,
            { description: `${title.de} / ${title.en}`, default: version, ...filled },
          ]),
        ),
        additionalProperties: filled,
      }),
      answers: optional(answersSchema(catalogue)),
      measures: optional({
        description: 'Who does what a requirement asks for, until when; by the id of the requirement',
        type: 'object',
        properties: Object.fromEntries(requirements.map((id) => [id, { $ref: '#/definitions/measure' }])),
        additionalProperties: { $ref: '#/definitions/measure' },
      }),
      equivalents: listOf(record({ requirement: preferably(requirements), measure: filled, evidence: filled })),
      exceptions: listOf(
        record({ requirement: preferably(requirements), reason: filled, approvedBy: filled, from: day, until: day }),
      ),
      signOff: optional(signOff),
    },
  );
  return root('messenger-check: assessment', schema, {
    evidence: listOf(proof),
    measure: optional(record({}, { responsible: optional(filled), due: optional(day), note: optional(filled) })),
    unknown: record({ unknown: oneOf(typedReasons) }, more),
    'not-applicable': record({ notApplicable: filled }, more),
    ...Object.fromEntries(answerable(catalogue).map((question) => [question.id, answerSchema(question)])),
  });
}

function answerable({ questions }: Catalogue): readonly Question[] {
  return [...questions.values()].filter(({ id }) => id !== messengerQuestion);
}

function answersSchema(catalogue: Catalogue): JsonSchema {
  const entries = answerable(catalogue).flatMap((question) =>
    answerKeysOf(question, catalogue.questions).map((key) => [key, { $ref: `#/definitions/${question.id}` }] as const),
  );
  const own = { anyOf: [{ type: ['string', 'number', 'null'] }, listOf({ type: 'string' }), { type: 'object' }] };
  return { type: 'object', properties: Object.fromEntries(entries), additionalProperties: own };
}

/** The bare value, nothing yet, or the value with what there is to say about it. */
function answerSchema(question: Question): JsonSchema {
  const value = answerValue(question);
  const notApplicable = question.allowsNotApplicable ? [{ $ref: '#/definitions/not-applicable' }] : [];
  const anyOf = [value, { type: 'null' }, record({ value }, more), { $ref: '#/definitions/unknown' }, ...notApplicable];
  return { description: describe(question), anyOf };
}

/** Somebody has yet to write it: absent. */
function optional(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] };
}
