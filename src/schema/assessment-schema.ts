import { unknownReasons } from '../domain/answer.ts';
import { messengerQuestion, subjectFields } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { choicesOf, type Question } from '../domain/question.ts';
import { requirementsOf } from '../domain/questionnaire.ts';
import { answerValue } from './answers.ts';
import { describe } from './conditions.ts';
import { day, described, filled, type JsonSchema, listOf, oneOf, preferably, record, root } from './parts.ts';

const typedReasons = unknownReasons.filter((reason) => reason !== 'evidence-expired');
const proofs = listOf(
  record({ text: filled }, { date: day, validUntil: described(day, 'Last day on which it counts') }),
);

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
      equivalents: listOf(record({ requirement: preferably(requirements), measure: filled, evidence: filled })),
      exceptions: listOf(
        record({ requirement: preferably(requirements), reason: filled, approvedBy: filled, from: day, until: day }),
      ),
    },
  );
  return root('messenger-check: assessment', schema);
}

function answersSchema({ questions }: Catalogue): JsonSchema {
  const all = [...questions.values()].filter(({ id }) => id !== messengerQuestion);
  const entries = all.flatMap((question) => {
    const schema = { description: describe(question), ...answerSchema(question, answerValue(question)) };
    return keysOf(question, questions).map((key) => [key, schema] as const);
  });
  const own = { anyOf: [{ type: ['string', 'number', 'null'] }, listOf({ type: 'string' }), { type: 'object' }] };
  return { type: 'object', properties: Object.fromEntries(entries), additionalProperties: own };
}

/** The answer keys of a question: its id, or one for every choice of the question it is asked for. */
function keysOf({ id, each }: Question, questions: Catalogue['questions']): readonly string[] {
  const asking = each === undefined ? undefined : questions.get(each);
  return asking === undefined ? [id] : choicesOf(asking).map((choice) => `${id}@${choice.id}`);
}

/** The bare value, nothing yet, or the value with what there is to say about it. */
function answerSchema({ allowsNotApplicable }: Question, value: JsonSchema): JsonSchema {
  const more = { note: filled, evidence: proofs, origin: filled };
  const withMore = [
    record({ value }, more),
    record({ unknown: oneOf(typedReasons) }, more),
    ...(allowsNotApplicable ? [record({ notApplicable: filled }, more)] : []),
  ];
  return { anyOf: [value, { type: 'null' }, ...withMore] };
}

/** Somebody has yet to write it: absent. */
function optional(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] };
}
