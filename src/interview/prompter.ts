import type { AnswerValue, Proof, TypedReason } from '../domain/answer.ts';
import type { Finding } from '../domain/finding.ts';
import type { Text } from '../domain/language.ts';
import type { VerdictInterval } from '../domain/verdict.ts';
import type { Review, ReviewReply } from './review.ts';
import type { QuestionStep, Step } from './steps.ts';

/** What somebody does at a question. `also`: ids of the steps like it that are answered the same way. */
export type Reply =
  | { readonly kind: 'value'; readonly value: AnswerValue; readonly also?: readonly string[] }
  | { readonly kind: 'unknown'; readonly reason: TypedReason; readonly also?: readonly string[] }
  | { readonly kind: 'not-applicable'; readonly reason: string; readonly also?: readonly string[] }
  /** The answer that the profile of the messenger proposes. */
  | { readonly kind: 'proposal' }
  /** The whole note, and all proofs, as they are from now on; the question is then asked again. */
  | { readonly kind: 'note'; readonly note: string }
  | { readonly kind: 'evidence'; readonly evidence: readonly Proof[] }
  /** Go to the step before; what was answered since is kept. */
  | { readonly kind: 'back' }
  /** Go to a step by its id, and on from there. */
  | { readonly kind: 'go'; readonly to: string }
  /** Ask it, and those like it, in a later session; nothing is stored. */
  | { readonly kind: 'later' }
  /** End the session; everything is saved already. */
  | { readonly kind: 'quit' };

/** How far an interview is. */
export interface Progress {
  /** Title of the section; `undefined` for the use itself. */
  readonly section: Text | undefined;
  /** Questions left on this path. */
  readonly left: number;
  /** Between which verdicts it ends, whatever is still to be answered. */
  readonly interval: VerdictInterval;
  /** Ids of the requirements that make the verdict what it is now. */
  readonly decidedBy: readonly string[];
}

/** What is to be known around a step. */
export interface Surroundings {
  /** The steps still to come that ask the same question for another choice. */
  readonly alike: readonly QuestionStep[];
  /** The requirements that read the answer, each with the id of its questionnaire. */
  readonly readers: readonly Pick<Finding, 'requirement' | 'questionnaire'>[];
  readonly progress: Progress;
  /** Every step that arises, and whether it has its answer: where somebody can go. */
  readonly path: readonly PlaceOnPath[];
}

export interface PlaceOnPath {
  readonly step: Step;
  readonly isAnswered: boolean;
  /** The line of the subject block, where it is one. */
  readonly line?: string;
}

/** The only way to a person. `undefined` means that they left. */
export interface Prompter {
  ask(step: Step, surroundings: Surroundings): Promise<Reply | undefined>;
  /** Confirms what came of a reply; called only once all of it is saved. */
  done(step: Step, reply: Reply): void;
  /** Shows what an interview has come to, and offers to add to it. */
  review(review: Review): Promise<ReviewReply | undefined>;
  confirm(message: string): Promise<boolean | undefined>;
  /** Shows a text that asks nothing. */
  say(text: string): void;
  /** Nothing more is asked. */
  close(): void;
}
