import type { Catalogue } from '../domain/catalogue.ts';
import type { InputFile, InputIssue, Loaded } from '../domain/input-issue.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import type { Requirement } from '../domain/requirement.ts';
import type { Source } from '../domain/source.ts';
import { parseYaml } from './parse-yaml.ts';
import { readQuestionBank } from './read-question-bank.ts';
import { inlineQuestionsOf, readQuestionnaire } from './read-questionnaire.ts';
import { readSource } from './read-source.ts';
import { Reader } from './reader.ts';
import { Registry } from './registry.ts';

/** What a file of a questionnaire folder holds. */
export type CatalogueRole = 'sources' | 'context' | 'questions' | 'questionnaire';

export interface CatalogueFile extends InputFile {
  readonly role: CatalogueRole;
}

/** The role of a file by its path inside a questionnaire folder; none for what lies elsewhere, such as examples. */
export function roleOf(path: string): CatalogueRole | undefined {
  if (path === 'sources.yaml') return 'sources';
  if (path === 'questions/context.yaml') return 'context';
  if (/^questions\/[^/]+\.yaml$/.test(path)) return 'questions';
  return /^[^/]+\.yaml$/.test(path) ? 'questionnaire' : undefined;
}

/** The catalogue of all files together, or every mistake in them. */
export function loadCatalogue(files: readonly CatalogueFile[]): Loaded<Catalogue> {
  const issues: InputIssue[] = [];
  const roots = files.map((file) => ({ role: file.role, root: rootOf(file, issues) }));
  const rootsOf = (...roles: readonly CatalogueRole[]) =>
    roots.flatMap(({ role, root }) => (roles.includes(role) && root !== undefined ? [root] : []));

  const sources = new Registry<Source>('source');
  for (const reader of rootsOf('sources').flatMap((root) => itemsOf(root, 'sources'))) {
    const source = readSource(reader);
    sources.add(source.id, source, reader);
  }
  const context = rootsOf('context').flatMap((root) => itemsOf(root, 'questions'));
  const bank = rootsOf('questions').flatMap((root) => itemsOf(root, 'questions'));
  const inline = rootsOf('questionnaire').flatMap(inlineQuestionsOf);
  const { questions, places } = readQuestionBank([...context, ...bank, ...inline]);

  const references = { questions, sources: sources.byId };
  const requirements = new Registry<Requirement>('requirement');
  const questionnaires = new Registry<Questionnaire>('questionnaire');
  for (const root of rootsOf('questionnaire')) {
    const questionnaire = readQuestionnaire(root, references, requirements);
    questionnaires.add(questionnaire.id, questionnaire, root);
  }
  if (issues.length > 0) return { ok: false, issues };
  const value: Catalogue = {
    questions,
    context: [...questions.keys()].slice(0, context.length),
    questionnaires: questionnaires.byId,
    sources: sources.byId,
    places: { question: places, requirement: requirements.places },
    files: files.map(({ name, sha256 }) => ({ name, sha256 })),
  };
  return { ok: true, value, warnings: [] };
}

function rootOf(file: CatalogueFile, issues: InputIssue[]): Reader | undefined {
  const parsed = parseYaml(file);
  if ('root' in parsed) return new Reader(parsed.root, { file: file.name, lines: parsed.lines, issues });
  issues.push(...parsed);
  return undefined;
}

function itemsOf(root: Reader, key: 'questions' | 'sources'): readonly Reader[] {
  return root.keys([key])[key]?.list((item) => item) ?? [];
}
