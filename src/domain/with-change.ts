import type { Answer } from './answer.ts';
import type { Assessment, messengerQuestion, SubjectField } from './assessment.ts';

/** One thing an assessor says. */
export type Change =
  | {
      readonly kind: 'subject';
      readonly field: SubjectField | 'date' | typeof messengerQuestion;
      readonly value: string;
    }
  | { readonly kind: 'answer'; readonly key: string; readonly answer: Answer }
  /** Which questionnaires the assessment is made with, by id, each with its version. */
  | { readonly kind: 'questionnaires'; readonly versions: ReadonlyMap<string, string> };

/** The assessment with one change made; nothing else in it is touched. */
export function withChange(assessment: Assessment, change: Change): Assessment {
  if (change.kind === 'subject') {
    return { ...assessment, subject: { ...assessment.subject, [change.field]: change.value } };
  }
  if (change.kind === 'questionnaires') return { ...assessment, questionnaires: change.versions };
  return { ...assessment, answers: new Map(assessment.answers).set(change.key, change.answer) };
}
