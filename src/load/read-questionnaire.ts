import type { Questionnaire, Section } from '../domain/questionnaire.ts';
import type { Requirement } from '../domain/requirement.ts';
import { readCondition } from './read-condition.ts';
import { type References, readRequirement, readSourceId } from './read-requirement.ts';
import type { Reader } from './reader.ts';
import type { Registry } from './registry.ts';

const required = ['id', 'version', 'source', 'authority', 'title', 'summary', 'notice', 'scope', 'sections'] as const;

export function readQuestionnaire(
  reader: Reader,
  references: References,
  requirements: Registry<Requirement>,
): Questionnaire {
  const keys = reader.keys(required, ['binds', 'offeredWhen', 'offeredBecause']);
  if (keys.offeredWhen !== undefined && keys.offeredBecause === undefined) {
    reader.report({ kind: 'only-together', keys: ['offeredWhen', 'offeredBecause'] });
  }
  return {
    id: keys.id.id(),
    version: keys.version.string(),
    source: readSourceId(keys.source, references),
    authority: keys.authority.text(),
    title: keys.title.text(),
    summary: keys.summary.text(),
    notice: keys.notice.text(),
    scope: keys.scope.text(),
    sections: keys.sections.list((section) => readSection(section, references, requirements)),
    ...(keys.binds && { binds: readCondition(keys.binds, references) }),
    ...(keys.offeredWhen && { offeredWhen: readCondition(keys.offeredWhen, references) }),
    ...(keys.offeredBecause && { offeredBecause: keys.offeredBecause.text() }),
  };
}

/** The questions a questionnaire defines itself, in place of an id from the bank. */
export function inlineQuestionsOf(reader: Reader): readonly Reader[] {
  const keysOf = (mapping: Reader) => new Map(mapping.is('mapping') ? mapping.entries().map(([k, v]) => [k, v]) : []);
  const listOf = (list: Reader | undefined) => (list?.is('list') ? list.list((item) => item) : []);
  return listOf(keysOf(reader).get('sections'))
    .flatMap((section) => listOf(keysOf(section).get('questions')))
    .filter((question) => question.is('mapping'));
}

function readSection(reader: Reader, references: References, requirements: Registry<Requirement>): Section {
  const keys = reader.keys(['id', 'title', 'questions', 'requirements']);
  return {
    id: keys.id.id(),
    title: keys.title.text(),
    questions: keys.questions.list((question) => readQuestionId(question, references)),
    requirements: keys.requirements.list((item) => {
      const requirement = readRequirement(item, references);
      requirements.add(requirement.id, requirement, item);
      return requirement;
    }),
  };
}

function readQuestionId(reader: Reader, { questions }: References): string {
  if (reader.is('mapping'))
    return (
      reader
        .entries()
        .find(([key]) => key === 'id')?.[1]
        // What is wrong with the id was said when the question was read.
        .into([])
        .string() ?? ''
    );
  const id = reader.string();
  if (id !== '' && !questions.has(id)) {
    reader.report({ kind: 'unknown-id', noun: 'question', id, known: [...questions.keys()] });
  }
  return id;
}
