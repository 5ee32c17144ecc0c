import type { Answer } from './answer.ts';
import {
  type Assessment,
  type EquivalentMeasure,
  type Exception,
  type MeasurePlan,
  type messengerQuestion,
  type SignOff,
  type SubjectField,
  saysNothing,
} from './assessment.ts';

/** One thing an assessor says. */
export type Change =
  | {
      readonly kind: 'subject';
      readonly field: SubjectField | 'date' | typeof messengerQuestion;
      /** The empty text takes the line away. */
      readonly value: string;
    }
  | { readonly kind: 'answer'; readonly key: string; readonly answer: Answer }
  /** Which questionnaires the assessment is made with, by id, each with its version. */
  | { readonly kind: 'questionnaires'; readonly versions: ReadonlyMap<string, string> }
  /** What is planned for a requirement; a plan that says nothing takes the record away. */
  | { readonly kind: 'measure'; readonly requirement: string; readonly plan: MeasurePlan }
  /** The whole list, in place of the one before. */
  | { readonly kind: 'equivalents'; readonly equivalents: readonly EquivalentMeasure[] }
  | { readonly kind: 'exceptions'; readonly exceptions: readonly Exception[] }
  /** The parts given, each in place of the one before. */
  | { readonly kind: 'sign-off'; readonly signOff: SignOff };

/** The assessment with one change made; nothing else in it is touched. */
export function withChange(assessment: Assessment, change: Change): Assessment {
  switch (change.kind) {
    case 'subject': {
      const { [change.field]: _, ...others } = assessment.subject;
      return { ...assessment, subject: change.value === '' ? others : { ...others, [change.field]: change.value } };
    }
    case 'questionnaires':
      return { ...assessment, questionnaires: change.versions };
    case 'answer':
      return { ...assessment, answers: new Map(assessment.answers).set(change.key, change.answer) };
    case 'measure': {
      const measures = new Map(assessment.measures).set(change.requirement, change.plan);
      if (saysNothing(change.plan)) measures.delete(change.requirement);
      return { ...assessment, measures };
    }
    case 'equivalents':
      return { ...assessment, equivalents: change.equivalents };
    case 'exceptions':
      return { ...assessment, exceptions: change.exceptions };
    case 'sign-off':
      return { ...assessment, signOff: { ...assessment.signOff, ...change.signOff } };
  }
}
