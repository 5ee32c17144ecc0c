import type { InputFile } from '../domain/input-issue.ts';

/** What a file of a questionnaire folder holds. */
export type CatalogueRole =
  | 'sources'
  | 'evidence'
  | 'contradictions'
  | 'inconsistencies'
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
  if (path === 'inconsistencies.yaml') return 'inconsistencies';
  if (path === 'questions/context.yaml') return 'context';
  if (/^questions\/[^/]+\.yaml$/.test(path)) return 'questions';
  if (/^messengers\/[^/]+\.yaml$/.test(path)) return 'profile';
  return /^[^/]+\.yaml$/.test(path) ? 'questionnaire' : undefined;
}

/** Whether some files can be loaded on top of a catalogue: questions on the use and profiles are looked at all together. */
export function canBeAdded(files: readonly CatalogueFile[]): boolean {
  return files.every(({ role }) => role !== 'context' && role !== 'profile' && role !== 'profile-sources');
}
