import type { Catalogue } from '../domain/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { type Questionnaire, requirementsOf } from '../domain/questionnaire.ts';
import { questionsReadBy } from '../domain/requirement.ts';

/** Which requirements read which question: what is asked once, and by how many it is read. */
export interface Matrix {
  /** Ids of the questionnaires: the columns. */
  readonly questionnaires: readonly string[];
  readonly rows: readonly MatrixRow[];
}

export interface MatrixRow {
  readonly id: string;
  readonly text: string;
  /** Ids of the requirements that read it, one cell for each questionnaire. */
  readonly cells: readonly (readonly string[])[];
  readonly count: number;
}

/** The questions that the given questionnaires read, with their readers; most read first, then in the order of the bank. */
export function buildMatrix(
  { questions }: Catalogue,
  questionnaires: readonly Questionnaire[],
  language: Language,
): Matrix {
  const readers = questionnaires.map((questionnaire) =>
    requirementsOf(questionnaire).map((requirement) => ({
      id: requirement.id,
      reads: new Set(questionsReadBy(requirement)),
    })),
  );
  const rows = [...questions.values()].map(({ id, text }): MatrixRow => {
    const cells = readers.map((column) => column.filter(({ reads }) => reads.has(id)).map((one) => one.id));
    return { id, text: text[language], cells, count: cells.flat().length };
  });
  return {
    questionnaires: questionnaires.map(({ id }) => id),
    rows: rows.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count),
  };
}
