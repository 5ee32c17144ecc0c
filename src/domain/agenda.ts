import type { Text } from './language.ts';
import type { Choice, Question } from './question.ts';
import type { Truth } from './truth.ts';

/** What is to be asked in one assessment, in the order of the interview. A question stands in one section only. */
export interface AgendaSection {
  /** `undefined` for the questions on the use itself, which come first. */
  readonly title: Text | undefined;
  readonly items: readonly AgendaItem[];
}

export interface AgendaItem {
  /** Answer key. */
  readonly key: string;
  readonly question: Question;
  /** The choice it is asked for, of a question with `each`. */
  readonly item?: Choice;
  /** Whether its `askWhen` holds. */
  readonly asked: Truth;
  /** Whether its answer can still matter: some requirement that reads it applies, or may. */
  readonly isNeeded: boolean;
}

/** Whether a question arises: it is asked, and its answer can matter. */
export function arises({ asked, isNeeded }: AgendaItem): boolean {
  return asked === 'true' && isNeeded;
}
