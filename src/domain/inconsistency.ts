import type { Condition } from './condition.ts';
import type { Text } from './language.ts';
import type { Choice, Question } from './question.ts';

/** Answers to several questions that cannot all be right. It changes no finding: which one is wrong, a person must say. */
export interface Inconsistency {
  readonly id: string;
  /** Holds where it is there. */
  readonly when: Condition;
  /** Id of a multiple-choice question: `when` is judged for every choice made there, and one is enough. */
  readonly each?: string;
  /** Which answers do not fit, and why. */
  readonly text: Text;
}

/** What does not fit together among the answers of an assessment. */
export type Clash = AnswersClash | ChoicesClash;

export interface AnswersClash {
  readonly kind: 'answers';
  readonly inconsistency: Inconsistency;
  /** The choices for which it is there; none where `each` is missing. */
  readonly items: readonly Choice[];
}
/** Choices of one answer that exclude each other. */
export interface ChoicesClash {
  readonly kind: 'choices';
  readonly question: Question;
  readonly choices: readonly Choice[];
  /** The choice for which the question was answered, where it is asked for each. */
  readonly items: readonly Choice[];
}

/** What clashes go by in rows and messages, each once: ids of inconsistencies and questions. */
export function namesOf(clashes: readonly Clash[]): readonly string[] {
  return [...new Set(clashes.map(nameOf))];
}

export function nameOf(clash: Clash): string {
  return clash.kind === 'answers' ? clash.inconsistency.id : clash.question.id;
}
