import type { Answer } from './answer.ts';
import type {
  Assessment,
  EquivalentMeasure,
  Exception,
  MeasurePlan,
  messengerQuestion,
  SubjectField,
} from './assessment.ts';

/** One thing an assessor says. */
export type Change =
  | {
      readonly kind: 'subject';
      readonly field: SubjectField | 'date' | typeof messengerQuestion;
      readonly value: string;
    }
  | { readonly kind: 'answer'; readonly key: string; readonly answer: Answer }
  /** Which questionnaires the assessment is made with, by id, each with its version. */
  | { readonly kind: 'questionnaires'; readonly versions: ReadonlyMap<string, string> }
  | { readonly kind: 'measure'; readonly requirement: string; readonly plan: MeasurePlan }
  /** All of them as they are from now on. */
  | { readonly kind: 'equivalents'; readonly equivalents: readonly EquivalentMeasure[] }
  | { readonly kind: 'exceptions'; readonly exceptions: readonly Exception[] };

/** The assessment with one change made; nothing else in it is touched. */
export function withChange(assessment: Assessment, change: Change): Assessment {
  if (change.kind === 'subject') {
    return { ...assessment, subject: { ...assessment.subject, [change.field]: change.value } };
  }
  if (change.kind === 'questionnaires') return { ...assessment, questionnaires: change.versions };
  if (change.kind === 'measure') {
    return { ...assessment, measures: new Map(assessment.measures).set(change.requirement, change.plan) };
  }
  if (change.kind === 'equivalents') return { ...assessment, equivalents: change.equivalents };
  if (change.kind === 'exceptions') return { ...assessment, exceptions: change.exceptions };
  return { ...assessment, answers: new Map(assessment.answers).set(change.key, change.answer) };
}
