import { type Condition, questionsIn } from './condition.ts';
import type { Text } from './language.ts';
import type { Certainty, EvidenceClass } from './source.ts';

/** How strongly a requirement is put, after RFC 2119: MUSS, SOLL, KANN. */
export const levels = ['must', 'should', 'may'] as const;
export type Level = (typeof levels)[number];

/** Whether one level demands more than another. */
export function isStronger(level: Level, than: Level): boolean {
  return levels.indexOf(level) < levels.indexOf(than);
}

/** What one authority demands; reads answers through conditions. */
export interface Requirement {
  readonly id: string;
  readonly level: Level;
  /** The source leaves the level unclear; `level` is then our reading. */
  readonly levelUncertain: boolean;
  /** The sources seen do not say how strongly it is meant; the level is proposed by whoever wrote the questionnaire. */
  readonly levelProposed: boolean;
  /** Place in the paper. */
  readonly ref: Text;
  readonly checked: Certainty;
  readonly evidenceClass?: EvidenceClass;
  /** Ids of the sources behind it. */
  readonly sources: readonly string[];
  readonly asOf: Text;
  /** Cited the German way, in every language; only what is said beside it is translated. */
  readonly law: readonly Text[];
  /** Whom the paper addresses with it, where that is narrower than everybody. */
  readonly addressee?: Text;
  /** Holds for those whom it binds, where that is narrower than whom the paper binds. */
  readonly binds?: Condition;
  /** Who said it, where that is not the authority of the questionnaire. */
  readonly issuer?: Text;
  /** What the sources say, how far they were seen, and what is our own derivation. */
  readonly basis: Text;
  /**
   * One short sentence of what `basis` says, for whoever relies on the requirement and reads no further: what of it the
   * questionnaire carries over or assumes, or that the source was read only in part.
   */
  readonly caveat?: Text;
  readonly title: Text;
  /** Id of a multiple-choice question: one finding for every choice made there. */
  readonly each?: string;
  readonly appliesWhen?: Condition;
  readonly fulfilledWhen: Condition;
  readonly partialWhen?: Condition;
  /** What is wrong when violated, as a sentence that can stand in a memo. */
  readonly finding: Text;
  /** What is still missing when partial; given exactly when `partialWhen` is. */
  readonly partialFinding?: Text;
  readonly measure: Text;
}

/**
 * The level with which a requirement enters a verdict.
 * What rests on memory or on a summary alone never decides: such a *must* counts as a *should*.
 */
export function levelInVerdict({ level, checked, evidenceClass }: Requirement): Level {
  const isThin = checked === 'recall' || evidenceClass === 'C' || evidenceClass === 'D';
  return level === 'must' && isThin ? 'should' : level;
}

/** What there is to know about the level of a requirement, in the order in which it is said. */
export function levelRemarks(
  requirement: Requirement,
): readonly ('levelUncertain' | 'levelProposed' | 'countsAsShould')[] {
  return [
    ...(requirement.levelUncertain ? (['levelUncertain'] as const) : []),
    ...(requirement.levelProposed ? (['levelProposed'] as const) : []),
    ...(levelInVerdict(requirement) === requirement.level ? [] : (['countsAsShould'] as const)),
  ];
}

/** The conditions of a requirement, in the order in which they decide. */
export function conditionsOf(requirement: Requirement): readonly Condition[] {
  const { appliesWhen, fulfilledWhen, partialWhen } = requirement;
  return [appliesWhen, fulfilledWhen, partialWhen].filter((condition) => condition !== undefined);
}

/** Ids of the questions a requirement is judged by, with the one whose choices it is judged for. */
export function questionsReadBy(requirement: Requirement): readonly string[] {
  return [...(requirement.each ? [requirement.each] : []), ...conditionsOf(requirement).flatMap(questionsIn)];
}
