import type { Catalogue } from '../domain/catalogue.ts';
import type { InputFile, InputIssue, Loaded, Noun } from '../domain/input-issue.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import type { Requirement } from '../domain/requirement.ts';
import { parseYaml } from './parse-yaml.ts';
import { readContradiction, readEvidence } from './read-evidence.ts';
import { type ProfileDraft, readProfile, withInherited } from './read-profile.ts';
import { readQuestionBank } from './read-question-bank.ts';
import { extensionOf, inlineQuestionsOf, readQuestionnaire, withExtension } from './read-questionnaire.ts';
import type { References } from './read-requirement.ts';
import { readSource } from './read-source.ts';
import { Reader } from './reader.ts';
import { Registry } from './registry.ts';

/** What a file of a questionnaire folder holds. */
export type CatalogueRole =
  | 'sources'
  | 'evidence'
  | 'contradictions'
  | 'context'
  | 'questions'
  | 'questionnaire'
  | 'profile'
  | 'profile-sources';

export interface CatalogueFile extends InputFile {
  readonly role: CatalogueRole;
}

/** The role of a file by its path inside a questionnaire folder; none for what lies elsewhere, such as examples. */
export function roleOf(path: string): CatalogueRole | undefined {
  if (path === 'sources.yaml') return 'sources';
  if (path === 'messengers/sources.yaml') return 'profile-sources';
  if (path === 'evidence.yaml') return 'evidence';
  if (path === 'contradictions.yaml') return 'contradictions';
  if (path === 'questions/context.yaml') return 'context';
  if (/^questions\/[^/]+\.yaml$/.test(path)) return 'questions';
  if (/^messengers\/[^/]+\.yaml$/.test(path)) return 'profile';
  return /^[^/]+\.yaml$/.test(path) ? 'questionnaire' : undefined;
}

/** The catalogue of all files together, or every mistake in them. */
export function loadCatalogue(files: readonly CatalogueFile[]): Loaded<Catalogue> {
  const issues: InputIssue[] = [];
  const roots = files.map((file) => ({ role: file.role, root: rootOf(file, issues) }));
  const rootsOf = (...roles: readonly CatalogueRole[]) =>
    roots.flatMap(({ role, root }) => (roles.includes(role) && root !== undefined ? [root] : []));

  const sources = registerAll('sources', rootsOf('sources', 'profile-sources'), readSource);
  const context = rootsOf('context').flatMap((root) => itemsOf(root, 'questions'));
  const bank = rootsOf('questions').flatMap((root) => itemsOf(root, 'questions'));
  const inline = rootsOf('questionnaire').flatMap(inlineQuestionsOf);
  const { questions, places } = readQuestionBank([...context, ...bank, ...inline]);

  const references = { questions, sources: sources.byId };
  const requirements = new Registry<Requirement>('requirement');
  const questionnaires = readQuestionnaires(rootsOf('questionnaire'), references, requirements);
  const evidence = registerAll('evidence', rootsOf('evidence'), (reader) => readEvidence(reader, questions));
  const referable = { questions, requirements: requirements.byId, evidence: evidence.byId };
  const contradictions = registerAll('contradictions', rootsOf('contradictions'), (reader) =>
    readContradiction(reader, referable),
  );
  const profiles = readProfiles(rootsOf('profile'), references);
  if (issues.length > 0) {
    const lost = roots.filter(({ root }) => root === undefined).flatMap(({ role }) => definedBy[role]);
    return { ok: false, issues: issues.filter((issue) => !isOnlyMissed(issue, lost)) };
  }
  const value: Catalogue = {
    questions,
    context: [...questions.keys()].slice(0, context.length),
    questionnaires,
    sources: sources.byId,
    evidence: evidence.byId,
    contradictions: contradictions.byId,
    profiles,
    places: { question: places, requirement: requirements.places },
    files: files.filter(isEvaluated).map(({ name, sha256 }) => ({ name, sha256 })),
  };
  return { ok: true, value, warnings: [] };
}

/** What the files of a role define. */
const definedBy: Readonly<Record<CatalogueRole, readonly Noun[]>> = {
  sources: ['source'],
  evidence: ['evidence'],
  contradictions: ['contradiction'],
  context: ['question'],
  questions: ['question'],
  questionnaire: ['questionnaire', 'requirement', 'question'],
  profile: ['profile'],
  'profile-sources': ['source'],
};

/** What a file that cannot be parsed would define is not missed again wherever it is named. */
function isOnlyMissed({ problem }: InputIssue, lost: readonly Noun[]): boolean {
  if (problem.kind === 'unknown-id') return lost.includes(problem.noun);
  return problem.kind === 'not-one-of' && problem.expected.length === 0 && lost.length > 0;
}

function rootOf(file: CatalogueFile, issues: InputIssue[]): Reader | undefined {
  const parsed = parseYaml(file);
  if ('root' in parsed) return new Reader(parsed.root, { file: file.name, lines: parsed.lines, issues });
  issues.push(...parsed);
  return undefined;
}

const nouns = { sources: 'source', evidence: 'evidence', contradictions: 'contradiction' } as const;

/** Everything listed under a key, by id. */
function registerAll<T extends { readonly id: string }>(
  key: keyof typeof nouns,
  roots: readonly Reader[],
  read: (reader: Reader) => T,
): Registry<T> {
  const registry = new Registry<T>(nouns[key]);
  for (const reader of roots.flatMap((root) => itemsOf(root, key))) {
    const thing = read(reader);
    registry.add(thing.id, thing, reader);
  }
  return registry;
}

/** What is known of messengers is proposed to people; no evaluation reads it. */
function isEvaluated({ role }: CatalogueFile): boolean {
  return role !== 'profile' && role !== 'profile-sources';
}

/** All questionnaires; a second pass for what they extend, which may stand in a later file. */
function readQuestionnaires(
  roots: readonly Reader[],
  references: References,
  requirements: Registry<Requirement>,
): Catalogue['questionnaires'] {
  const registry = new Registry<Questionnaire>('questionnaire');
  for (const root of roots) {
    const questionnaire = readQuestionnaire(root, references, requirements);
    registry.add(questionnaire.id, questionnaire, root);
  }
  return withExtensions(registry.byId, roots);
}

function withExtensions(
  byId: ReadonlyMap<string, Questionnaire>,
  roots: readonly Reader[],
): Catalogue['questionnaires'] {
  const drafts = new Map(roots.flatMap((root) => extensionOf(root) ?? []).map((draft) => [draft.id, draft]));
  for (const { id, base } of drafts.values()) {
    const further = drafts.get(base.into([]).string());
    if (further === undefined || further.id === id) continue;
    base.report({ kind: 'extends-extension', questionnaire: further.id, base: further.base.into([]).string() });
  }
  return new Map(
    [...byId].map(([id, questionnaire]) => {
      const draft = drafts.get(id);
      if (draft === undefined) return [id, questionnaire];
      return [id, withExtension(questionnaire, draft, { questionnaires: byId, extending: [...drafts.keys()] })];
    }),
  );
}

/** Two passes, because a profile may build on one of a later file. */
function readProfiles(roots: readonly Reader[], references: References): Catalogue['profiles'] {
  const drafts = new Registry<ProfileDraft>('profile');
  for (const root of roots) {
    const draft = readProfile(root, references);
    drafts.add(draft.profile.id, draft, root);
  }
  return new Map([...drafts.byId].map(([id, draft]) => [id, withInherited(draft, drafts.byId)]));
}

function itemsOf(root: Reader, key: 'questions' | keyof typeof nouns): readonly Reader[] {
  return root.keys([key])[key]?.list((item) => item) ?? [];
}
