import type { Condition } from './condition.ts';
import type { Text } from './language.ts';
import type { Level, Requirement } from './requirement.ts';

/** One source document as a list of sections. */
export interface Questionnaire {
  readonly id: string;
  /** Date of the source document, then our revision. */
  readonly version: string;
  /** Id of the paper in `sources.yaml`. */
  readonly source: string;
  readonly authority: Text;
  readonly title: Text;
  readonly summary: Text;
  /** What a reader must know about the certainty of this questionnaire. */
  readonly notice: Text;
  /** Whom the paper binds, and why others see it as orientation. */
  readonly scope: Text;
  /** Holds for those whose competent authority wrote the paper; absent: it binds nobody. */
  readonly binds?: Condition;
  /** Holds for those whom the paper concerns at all, the default selection; absent: everybody. */
  readonly offeredWhen?: Condition;
  /** Why it concerns them; always given with `offeredWhen`. */
  readonly offeredBecause?: Text;
  /** The questionnaire it builds on: the findings of that one count in its verdict as well. */
  readonly extends?: Extension;
  readonly sections: readonly Section[];
}

/** How a questionnaire builds on another: it adds requirements of its own and may raise levels, never lower them. */
export interface Extension {
  readonly base: string;
  /** Levels by id of a requirement of the base; they count in the verdict of the extending questionnaire only. */
  readonly raised: ReadonlyMap<string, Level>;
}

export interface Section {
  readonly id: string;
  readonly title: Text;
  /** Ids of the questions in the order of the interview. */
  readonly questions: readonly string[];
  readonly requirements: readonly Requirement[];
}

/** Questionnaires never change, and every evaluation asks for their requirements. */
const requirements = new WeakMap<Questionnaire, readonly Requirement[]>();

/** The requirements of a questionnaire in the order of its sections. */
export function requirementsOf(questionnaire: Questionnaire): readonly Requirement[] {
  const known = requirements.get(questionnaire) ?? questionnaire.sections.flatMap((section) => section.requirements);
  requirements.set(questionnaire, known);
  return known;
}
