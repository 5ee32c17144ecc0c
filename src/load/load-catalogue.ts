import type { Catalogue } from '../domain/catalogue.ts';
import type { InputIssue, Loaded, Noun, Place } from '../domain/input-issue.ts';
import { type Questionnaire, requirementsOf } from '../domain/questionnaire.ts';
import type { Requirement } from '../domain/requirement.ts';
import type { CatalogueFile, CatalogueRole } from './catalogue-files.ts';
import { parseYaml } from './parse-yaml.ts';
import { readContradiction, readEvidence } from './read-evidence.ts';
import { readInconsistency } from './read-inconsistency.ts';
import { type ProfileDraft, readProfile, withInherited } from './read-profile.ts';
import { readQuestionBank } from './read-question-bank.ts';
import { extensionOf, inlineQuestionsOf, readQuestionnaire, withExtension } from './read-questionnaire.ts';
import type { References } from './read-requirement.ts';
import { readSource } from './read-source.ts';
import type { Reader } from './reader.ts';
import { Registry } from './registry.ts';
import { YamlReader } from './yaml-reader.ts';

/**
 * The catalogue of all files together, or every mistake in them. `base`: what is loaded already, to which files that
 * `canBeAdded` add; where both define the same, the mistake may not know the first place.
 */
export function loadCatalogue(files: readonly CatalogueFile[], base: Catalogue = empty): Loaded<Catalogue> {
  const issues: InputIssue[] = [];
  const roots = files.map((file) => ({ role: file.role, root: rootOf(file, issues) }));
  const rootsOf: RootsOf = (...roles) =>
    roots.flatMap(({ role, root }) => (roles.includes(role) && root !== undefined ? [root] : []));
  const value: Catalogue = {
    ...readAll(rootsOf, base),
    files: [...base.files, ...files.filter(isEvaluated).map(({ name, sha256 }) => ({ name, sha256 }))],
  };
  if (issues.length === 0) return { ok: true, value, warnings: [] };
  const lost = roots.filter(({ root }) => root === undefined).flatMap(({ role }) => definedBy[role]);
  return { ok: false, issues: issues.filter((issue) => !isOnlyMissed(issue, lost)) };
}

type RootsOf = (...roles: readonly CatalogueRole[]) => readonly Reader[];

const empty: Catalogue = {
  questions: new Map(),
  context: [],
  questionnaires: new Map(),
  sources: new Map(),
  evidence: new Map(),
  contradictions: new Map(),
  inconsistencies: new Map(),
  profiles: new Map(),
  places: { question: new Map(), requirement: new Map(), inconsistency: new Map() },
  files: [],
};

/** Reads in the order in which one refers to another. */
function readAll(rootsOf: RootsOf, base: Catalogue): Omit<Catalogue, 'files'> {
  const sources = registerAll('sources', rootsOf('sources', 'profile-sources'), readSource, { byId: base.sources });
  const context = rootsOf('context').flatMap((root) => itemsOf(root, 'questions'));
  const bank = rootsOf('questions').flatMap((root) => itemsOf(root, 'questions'));
  const inline = rootsOf('questionnaire').flatMap(inlineQuestionsOf);
  const before = { questions: base.questions, places: base.places.question };
  const { questions, places } = readQuestionBank([...context, ...bank, ...inline], before);

  const references = { questions, sources: sources.byId };
  const requirements = new Registry('requirement', requirementsById(base), base.places.requirement);
  const questionnaires = readQuestionnaires(rootsOf('questionnaire'), { references, requirements, base });
  const readOne = (reader: Reader) => readEvidence(reader, questions);
  const evidence = registerAll('evidence', rootsOf('evidence'), readOne, { byId: base.evidence });
  const referable = { questions, requirements: requirements.byId, evidence: evidence.byId };
  const readPoint = (reader: Reader) => readContradiction(reader, referable);
  const contradictions = registerAll('contradictions', rootsOf('contradictions'), readPoint, {
    byId: base.contradictions,
  });
  const readClash = (reader: Reader) => readInconsistency(reader, questions);
  const inconsistencies = registerAll('inconsistencies', rootsOf('inconsistencies'), readClash, {
    byId: base.inconsistencies,
    places: base.places.inconsistency,
  });
  return {
    questions,
    context: [...base.context, ...[...questions.keys()].slice(0, context.length)],
    questionnaires,
    sources: sources.byId,
    evidence: evidence.byId,
    contradictions: contradictions.byId,
    inconsistencies: inconsistencies.byId,
    profiles: new Map([...base.profiles, ...readProfiles(rootsOf('profile'), references)]),
    places: { question: places, requirement: requirements.places, inconsistency: inconsistencies.places },
  };
}

/** What the files of a role define. */
const definedBy: Readonly<Record<CatalogueRole, readonly Noun[]>> = {
  sources: ['source'],
  evidence: ['evidence'],
  contradictions: ['contradiction'],
  inconsistencies: ['inconsistency'],
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
  if ('root' in parsed) return new YamlReader(parsed.root, { file: file.name, lines: parsed.lines, issues });
  issues.push(...parsed);
  return undefined;
}

const nouns = {
  sources: 'source',
  evidence: 'evidence',
  contradictions: 'contradiction',
  inconsistencies: 'inconsistency',
} as const;

/** Everything listed under a key, by id, after what is there already. */
function registerAll<T extends { readonly id: string }>(
  key: keyof typeof nouns,
  roots: readonly Reader[],
  read: (reader: Reader) => T,
  before: { readonly byId: ReadonlyMap<string, T>; readonly places?: ReadonlyMap<string, Place> },
): Registry<T> {
  const registry = new Registry<T>(nouns[key], before.byId, before.places);
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
  { references, requirements, base }: { references: References; requirements: Registry<Requirement>; base: Catalogue },
): Catalogue['questionnaires'] {
  const registry = new Registry<Questionnaire>('questionnaire', base.questionnaires);
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
    const extended = base.into([]).string();
    const further = drafts.get(extended)?.base.into([]).string() ?? byId.get(extended)?.extends?.base;
    if (further === undefined || extended === id) continue;
    base.report({ kind: 'extends-extension', questionnaire: extended, base: further });
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

function requirementsById({ questionnaires }: Catalogue): ReadonlyMap<string, Requirement> {
  return new Map(
    [...questionnaires.values()].flatMap(requirementsOf).map((requirement) => [requirement.id, requirement]),
  );
}

function itemsOf(root: Reader, key: 'questions' | keyof typeof nouns): readonly Reader[] {
  return root.keys([key])[key]?.list((item) => item) ?? [];
}
