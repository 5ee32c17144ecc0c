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
export type Clash =
  | { readonly kind: 'answers'; readonly inconsistency: Inconsistency }
  /** Choices of one selection of which only one can hold. */
  | { readonly kind: 'choices'; readonly question: Question; readonly choices: readonly Choice[] };

/** What a clash goes by in rows and messages: the id of the inconsistency, or of the question. */
export function nameOfClash(clash: Clash): string {
  return clash.kind === 'answers' ? clash.inconsistency.id : clash.question.id;
}
