import { type Questionnaire, requirementsOf, type Section } from '../domain/questionnaire.ts';
import { isStronger, type Level, levelInVerdict, levels, type Requirement } from '../domain/requirement.ts';
import { readCondition } from './read-condition.ts';
import { type References, readRequirement, readSourceId } from './read-requirement.ts';
import type { Reader } from './reader.ts';
import type { Registry } from './registry.ts';

/** What a questionnaire builds on, which can be read only once all requirements are known. */
export interface ExtensionDraft {
  readonly id: string;
  readonly base: Reader;
  readonly levels?: Reader;
}

const required = ['id', 'version', 'source', 'authority', 'title', 'summary', 'notice', 'scope', 'sections'] as const;

export function readQuestionnaire(
  reader: Reader,
  references: References,
  requirements: Registry<Requirement>,
): Questionnaire {
  const keys = reader.keys(required, ['binds', 'offeredWhen', 'offeredBecause', 'extends', 'levels']);
  if (keys.offeredWhen !== undefined && keys.offeredBecause === undefined) {
    reader.report({ kind: 'only-together', keys: ['offeredWhen', 'offeredBecause'] });
  }
  if (keys.levels !== undefined && keys.extends === undefined) {
    reader.report({ kind: 'only-together', keys: ['extends', 'levels'] });
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

/** What a questionnaire says of the one it extends; `undefined` where it extends none. */
export function extensionOf(reader: Reader): ExtensionDraft | undefined {
  const keys = valuesOf(reader);
  const [id, base, levels] = ['id', 'extends', 'levels'].map((key) => keys.get(key));
  if (base === undefined) return undefined;
  return { id: id?.into([]).string() ?? '', base, ...(levels && { levels }) };
}

/** The questionnaire with what it builds on: one of those that ship or are its neighbours, not another extension. */
export function withExtension(
  questionnaire: Questionnaire,
  { base, levels }: ExtensionDraft,
  { questionnaires, extending }: { questionnaires: ReadonlyMap<string, Questionnaire>; extending: readonly string[] },
): Questionnaire {
  const id = base.string();
  const extended = questionnaires.get(id);
  if (extended === undefined || id === questionnaire.id) {
    const known = [...questionnaires.keys()].filter((one) => !extending.includes(one));
    if (id !== '') base.report({ kind: 'unknown-id', noun: 'questionnaire', id, known });
    return questionnaire;
  }
  return { ...questionnaire, extends: { base: id, raised: levels ? readRaised(levels, extended) : new Map() } };
}

function readRaised(reader: Reader, base: Questionnaire): ReadonlyMap<string, Level> {
  const requirements = new Map(requirementsOf(base).map((requirement) => [requirement.id, requirement]));
  const raised = new Map<string, Level>();
  for (const [id, value, keyReader] of reader.entries()) {
    const requirement = requirements.get(id);
    const level = value.oneOf(levels);
    if (requirement === undefined) {
      keyReader.report({ kind: 'unknown-id', noun: 'requirement', id, known: [...requirements.keys()] });
    } else if (value.isOneOf(levels) && !isStronger(level, levelInVerdict(requirement))) {
      value.report({ kind: 'not-raised', requirement: id, level: levelInVerdict(requirement) });
    } else {
      raised.set(id, level);
    }
  }
  return raised;
}

/** The questions a questionnaire defines itself, in place of an id from the bank. */
export function inlineQuestionsOf(reader: Reader): readonly Reader[] {
  const listOf = (list: Reader | undefined) => (list?.is('list') ? list.list((item) => item) : []);
  return listOf(valuesOf(reader).get('sections'))
    .flatMap((section) => listOf(valuesOf(section).get('questions')))
    .filter((question) => question.is('mapping'));
}

/** The values of a mapping by key, without a word on what is wrong with it: that is said when it is read whole. */
function valuesOf(reader: Reader): ReadonlyMap<string, Reader> {
  return new Map(reader.is('mapping') ? reader.entries().map(([key, value]) => [key, value]) : []);
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
