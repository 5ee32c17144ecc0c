import { messengerQuestion } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { directions, evidenceKinds } from '../domain/evidence.ts';
import { confidences, factFields, isProposable } from '../domain/messenger-profile.ts';
import { choicesOf } from '../domain/question.ts';
import { certainties } from '../domain/source.ts';
import { authorities } from '../domain/supervision.ts';
import { answerValue } from './answers.ts';
import { conditionRef, conditionSchema, describe } from './conditions.ts';
import {
  address,
  datedRecord,
  day,
  described,
  filled,
  id,
  type JsonSchema,
  listOf,
  oneOf,
  preferably,
  record,
  root,
  text,
} from './parts.ts';

/** A list of sources. */
export function sourcesSchema(): JsonSchema {
  const source = datedRecord({
    id,
    authority: text,
    title: described(filled, 'In the source’s own language'),
    url: address,
    checked: oneOf(certainties),
    seen: described(text, 'How much of it was seen, and what that is worth'),
  });
  return root('messenger-check: sources', record({ sources: listOf(source) }));
}

/** Rulings, decisions and statements. */
export function evidenceSchema(catalogue: Catalogue): JsonSchema {
  const evidence = datedRecord(
    {
      id: filled,
      kind: oneOf(evidenceKinds),
      body: text,
      holding: text,
      direction: oneOf(directions, 'Against the official use of the messenger, for it, or neither'),
      weight: text,
      checked: oneOf(certainties),
      messengers: described(listOf(oneOf(idsOf(messengerQuestion, catalogue))), 'None listed means any'),
      sectors: described(listOf(oneOf(idsOf('sector', catalogue))), 'None listed means any'),
    },
    {
      authority: described(
        oneOf(authorities),
        'The supervisory authority that said it, of the federation or of a state',
      ),
      ...{ reference: filled, url: address, urls: listOf(address), remark: text },
    },
  );
  return root('messenger-check: evidence', record({ evidence: listOf(evidence) }));
}

/** Points on which sources contradict each other. */
export function contradictionsSchema(catalogue: Catalogue): JsonSchema {
  const position = datedRecord({
    who: text,
    says: text,
    weight: text,
    requirements: listOf(filled),
    evidence: listOf(preferably([...catalogue.evidence.keys()])),
  });
  const contradiction = record(
    { id: filled, topic: text, positions: listOf(position), treatment: text },
    { when: described(conditionRef, 'The assessments in which it matters') },
  );
  const schema = record({ contradictions: listOf(contradiction) });
  return root('messenger-check: contradictions', schema, { condition: conditionSchema(catalogue) });
}

/** Answers that do not fit together. */
export function inconsistenciesSchema(catalogue: Catalogue): JsonSchema {
  const inconsistency = record(
    { id: filled, when: conditionRef, text: described(text, 'Which answers do not fit, and why') },
    { each: described(id, 'A multiple-choice question: when is judged for every choice made there') },
  );
  const schema = record({ inconsistencies: listOf(inconsistency) });
  return root('messenger-check: inconsistencies', schema, { condition: conditionSchema(catalogue) });
}

/** What is known of one messenger. */
export function profileSchema(catalogue: Catalogue): JsonSchema {
  const proposable = [...catalogue.questions.values()].filter(isProposable);
  const answers: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(
      proposable.map((question) => [question.id, { description: describe(question), ...answerValue(question) }]),
    ),
  };
  const fact = datedRecord(
    {
      field: oneOf(factFields),
      value: text,
      sources: described(listOf(preferably([...catalogue.sources.keys()])), 'Empty only with checked: recall'),
      checked: oneOf(certainties),
      confidence: oneOf(confidences),
    },
    {
      answers: described(
        answers,
        'What follows for questions on the product; proposed to a person, never taken by itself',
      ),
      versions: text,
      remark: text,
    },
  );
  const schema = record(
    {
      id: oneOf(idsOf(messengerQuestion, catalogue)),
      researched: described(day, 'Day on which the facts were collected'),
      summary: text,
      facts: listOf(fact),
    },
    { inherits: record({ from: oneOf(idsOf(messengerQuestion, catalogue)), fields: listOf(oneOf(factFields)) }) },
  );
  return root('messenger-check: messenger profile', schema);
}

function idsOf(question: string, { questions }: Catalogue): readonly string[] {
  const found = questions.get(question);
  return found === undefined ? [] : choicesOf(found).map((choice) => choice.id);
}
