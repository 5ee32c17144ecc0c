import type { Catalogue } from '../domain/catalogue.ts';
import { questionKinds, subjectMatters } from '../domain/question.ts';
import { levels } from '../domain/requirement.ts';
import { certainties, evidenceClasses } from '../domain/source.ts';
import { conditionRef, conditionSchema } from './conditions.ts';
import {
  described,
  filled,
  flag,
  id,
  type JsonSchema,
  listOf,
  oneOf,
  preferably,
  record,
  root,
  text,
} from './parts.ts';

/** A questionnaire. */
export function questionnaireSchema(catalogue: Catalogue): JsonSchema {
  const sourceIds = [...catalogue.sources.keys()];
  const schema = record(
    {
      id,
      version: described(
        filled,
        'Date of the source document, then our revision; in quotes, or YAML makes a number of it',
      ),
      source: preferably(sourceIds),
      authority: text,
      title: text,
      summary: text,
      notice: described(text, 'What a reader must know about the certainty of this questionnaire'),
      scope: described(text, 'Whom the paper binds, and why others see it as orientation'),
      sections: listOf(section(catalogue)),
    },
    {
      binds: described(conditionRef, 'Whom the paper binds; absent: nobody'),
      offeredWhen: described(conditionRef, 'Whom the paper concerns at all; absent: everybody'),
      offeredBecause: described(text, 'Why it concerns them; together with offeredWhen'),
      extends: described(preferably([...catalogue.questionnaires.keys()]), 'The questionnaire it builds on'),
      levels: {
        description: 'Levels raised by this questionnaire, by id of a requirement of the one it extends',
        type: 'object',
        additionalProperties: oneOf(levels),
      },
    },
  );
  const dependencies = { offeredWhen: ['offeredBecause'], levels: ['extends'] };
  return root('messenger-check: questionnaire', { ...schema, dependencies }, definitions(catalogue));
}

/** A file of the question bank. */
export function questionsSchema(catalogue: Catalogue): JsonSchema {
  const schema = record({ questions: listOf({ $ref: '#/definitions/question' }) });
  return root('messenger-check: questions', schema, definitions(catalogue));
}

function definitions(catalogue: Catalogue): Readonly<Record<string, JsonSchema>> {
  return { condition: conditionSchema(catalogue), question: question(catalogue) };
}

function section({ questions, sources }: Catalogue): JsonSchema {
  return record({
    id,
    title: text,
    questions: listOf({
      anyOf: [{ enum: [...questions.keys()] }, { $ref: '#/definitions/question' }, filled],
    }),
    requirements: listOf(requirement([...sources.keys()])),
  });
}

function requirement(sourceIds: readonly string[]): JsonSchema {
  const schema = record(
    {
      id: filled,
      level: oneOf(levels),
      ref: described({ anyOf: [filled, text] }, 'Place in the paper; a plain text is the same in both languages'),
      checked: oneOf(certainties, 'How far we could check that the paper says so; never promote it'),
      sources: listOf(preferably(sourceIds)),
      asOf: text,
      law: listOf({ anyOf: [filled, text] }),
      basis: described(text, 'What the sources say, how far they were seen, and what is our own derivation'),
      title: text,
      fulfilledWhen: conditionRef,
      finding: described(text, 'What is wrong, as a sentence that can stand in a memo'),
      measure: described(text, 'What to do about it, as a task somebody can be given'),
    },
    {
      levelUncertain: described(flag, 'The source leaves the level unclear; it is our reading'),
      levelProposed: described(flag, 'The sources seen do not say the level; it is proposed by this questionnaire'),
      evidenceClass: oneOf(evidenceClasses),
      caveat: described(
        text,
        'One sentence of at most 160 characters, and nothing that basis does not say: what is carried over or assumed by this questionnaire, or that the source was read only in part; the brief prints it',
      ),
      addressee: text,
      binds: described(conditionRef, 'Whom this demand binds, where that is narrower than whom the paper binds'),
      issuer: text,
      each: described(id, 'A multiple-choice question: one finding for every choice made there'),
      appliesWhen: conditionRef,
      partialWhen: conditionRef,
      partialFinding: described(text, 'What is still missing when partial; together with partialWhen'),
    },
  );
  return { ...schema, dependencies: { partialWhen: ['partialFinding'], partialFinding: ['partialWhen'] } };
}

function question({ questions }: Catalogue): JsonSchema {
  const selections = [...questions.values()].filter(({ kind }) => kind === 'choices').map((one) => one.id);
  const choices = listOf(record({ id, text }));
  const schema = record(
    {
      id: { ...id, not: { enum: ['all', 'any', 'not'] } },
      about: oneOf(subjectMatters, 'Who can answer: the provider, whoever runs the service, or the organisation'),
      kind: oneOf(questionKinds),
      text,
      help: described(text, 'What the words mean and where to find the answer'),
      why: text,
      evidence: described(text, 'An example of what an auditor would want to see'),
    },
    {
      choices,
      atLeastOne: described(flag, 'One of several choices must hold: an empty selection is no answer'),
      exclusive: described(
        listOf({ ...listOf(id), minItems: 2, uniqueItems: true }),
        'Groups of choices of which one at most can hold; only with kind: choices',
      ),
      askWhen: conditionRef,
      each: described(
        preferably(selections, id),
        'A multiple-choice question: this one is asked for every choice made there',
      ),
      allowsNotApplicable: flag,
      informational: described(flag, 'It describes the use; no requirement need read it'),
      fixed: described(flag, 'It says who uses which messenger; no path to compliance may change its answer'),
    },
  );
  const hasChoices = { properties: { kind: { enum: ['choice', 'choices'] } } };
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { ...schema, if: hasChoices, then: { required: ['choices'] }, else: { not: { required: ['choices'] } } };
}
