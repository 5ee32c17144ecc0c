import type { Answers } from './answer.ts';

/** What an answer file says it is. */
export const assessmentFormat = 'messenger-check/assessment@1';

/** The question whose answer stands in the subject block, because it names what is assessed. */
export const messengerQuestion = 'messenger';

/** The question whether there is another messenger already, which the brief answers under "alternative". */
export const alternativeQuestion = 'alternative-messenger';

/** The free texts of the subject block, in the order in which they are asked and printed. */
export const subjectFields = ['organisation', 'use', 'product', 'reference', 'assessor'] as const;
export type SubjectField = (typeof subjectFields)[number];

/** Who assessed what, when. */
export interface Subject extends Readonly<Partial<Record<SubjectField, string>>> {
  /** A choice of the question `messenger`. */
  readonly messenger?: string;
  /** Day of the assessment, `YYYY-MM-DD`. */
  readonly date?: string;
}

/** Who is to do what a requirement asks for, and until when. It changes no finding. */
export interface MeasurePlan {
  readonly responsible?: string;
  /** `YYYY-MM-DD`. */
  readonly due?: string;
  readonly note?: string;
}

/** Whether nothing is planned yet. */
export function saysNothing({ responsible, due, note }: MeasurePlan): boolean {
  return !responsible && !due && !note;
}

/** What is done instead of what a requirement demands, with the evidence that it does as well. */
export interface EquivalentMeasure {
  readonly requirement: string;
  readonly measure: string;
  readonly evidence: string;
}

/** A deviation somebody approved. Both days count, in UTC. */
export interface Exception {
  readonly requirement: string;
  readonly reason: string;
  readonly approvedBy: string;
  readonly from: string;
  readonly until: string;
}

/** What somebody says about the assessment as a whole. */
export interface Statement {
  readonly by?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly text?: string;
}

/** The parts of the sign-off, in the order in which they are given and printed. */
export const signOffParts = ['opinion', 'decision', 'staffCouncil', 'nextReview'] as const;

/** Who stands for the assessment, and when it is looked at again. It changes no finding. */
export interface SignOff {
  /** Of the data protection officer. */
  readonly opinion?: Statement;
  /** Of the controller; where it deviates from the opinion, with the reasons. */
  readonly decision?: Statement;
  /** How the staff or works council was involved. */
  readonly staffCouncil?: Omit<Statement, 'by'>;
  /** `YYYY-MM-DD`. */
  readonly nextReview?: string;
}

/** One saved answer file. */
export interface Assessment {
  readonly subject: Subject;
  /** Version by questionnaire id, as recorded when the answers were given. */
  readonly questionnaires: ReadonlyMap<string, string>;
  readonly answers: Answers;
  /** By requirement id. */
  readonly measures: ReadonlyMap<string, MeasurePlan>;
  readonly equivalents: readonly EquivalentMeasure[];
  readonly exceptions: readonly Exception[];
  readonly signOff?: SignOff;
}

/** What an answer file says before anybody has said anything. */
export const emptyAssessment: Assessment = {
  subject: {},
  questionnaires: new Map(),
  answers: new Map(),
  measures: new Map(),
  equivalents: [],
  exceptions: [],
};
