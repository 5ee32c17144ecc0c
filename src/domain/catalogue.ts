import type { Contradiction, Evidence } from './evidence.ts';
import type { Inconsistency } from './inconsistency.ts';
import type { Place } from './input-issue.ts';
import type { MessengerProfile } from './messenger-profile.ts';
import type { Question } from './question.ts';
import { type Questionnaire, requirementsOf } from './questionnaire.ts';
import type { Requirement } from './requirement.ts';
import type { Source } from './source.ts';

/** Everything that can be asked and demanded: the shared question bank, the questionnaires, their sources. */
export interface Catalogue {
  /** By id; the order is that of the files. */
  readonly questions: ReadonlyMap<string, Question>;
  /** Ids of the questions on the use itself, asked before any section. */
  readonly context: readonly string[];
  readonly questionnaires: ReadonlyMap<string, Questionnaire>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly contradictions: ReadonlyMap<string, Contradiction>;
  readonly inconsistencies: ReadonlyMap<string, Inconsistency>;
  readonly profiles: ReadonlyMap<string, MessengerProfile>;
  /** Where each of these is written down. */
  readonly places: Readonly<Record<PlacedNoun, ReadonlyMap<string, Place>>>;
  /** The files it was read from, for the report. */
  readonly files: readonly SourceFile[];
}

/** What can be wrong in itself, beyond its form. */
export type PlacedNoun = 'question' | 'requirement' | 'inconsistency';

export interface SourceFile {
  readonly name: string;
  /** Hex digest of the bytes. */
  readonly sha256: string;
}

/** A catalogue never changes, and every assessment looks up its requirements. */
const requirements = new WeakMap<Catalogue, ReadonlyMap<string, Requirement>>();

/** All requirements of all questionnaires by id, in their order. */
export function requirementsIn(catalogue: Catalogue): ReadonlyMap<string, Requirement> {
  const known = requirements.get(catalogue) ?? byId([...catalogue.questionnaires.values()].flatMap(requirementsOf));
  requirements.set(catalogue, known);
  return known;
}

function byId(all: readonly Requirement[]): ReadonlyMap<string, Requirement> {
  return new Map(all.map((requirement) => [requirement.id, requirement]));
}
