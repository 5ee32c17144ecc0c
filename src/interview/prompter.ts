import type { AnswerValue, UnknownReason } from '../domain/answer.ts';
import type { QuestionStep, Step } from './steps.ts';

/** What somebody does at a question. `also`: ids of the steps like it that are answered the same way. */
export type Reply =
  | { readonly kind: 'value'; readonly value: AnswerValue; readonly also?: readonly string[] }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason; readonly also?: readonly string[] }
  | { readonly kind: 'not-applicable'; readonly reason: string; readonly also?: readonly string[] }
  /** The answer that the profile of the messenger proposes. */
  | { readonly kind: 'proposal' }
  /** Kept with the question, which is then asked again. */
  | { readonly kind: 'note'; readonly note: string }
  /** Go to the step before; what was answered since is kept. */
  | { readonly kind: 'back' }
  /** Ask it, and those like it, in a later session; nothing is stored. */
  | { readonly kind: 'later' };

/** The only way to a person. `undefined` means that they left. */
export interface Prompter {
  /** `alike`: the steps still to come that ask the same question for another choice. */
  ask(step: Step, alike: readonly QuestionStep[]): Promise<Reply | undefined>;
  confirm(message: string): Promise<boolean | undefined>;
  /** Shows a text that asks nothing. */
  say(text: string): void;
}
