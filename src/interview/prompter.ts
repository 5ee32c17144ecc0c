import type { AnswerValue, UnknownReason } from '../domain/answer.ts';
import type { Step } from './steps.ts';

/** What somebody does at a question. */
export type Reply =
  | { readonly kind: 'value'; readonly value: AnswerValue }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason }
  | { readonly kind: 'not-applicable'; readonly reason: string }
  /** Kept with the question, which is then asked again. */
  | { readonly kind: 'note'; readonly note: string }
  /** Ask it in a later session; nothing is stored. */
  | { readonly kind: 'later' };

/** The only way to a person. `undefined` means that they left. */
export interface Prompter {
  ask(step: Step): Promise<Reply | undefined>;
  confirm(message: string): Promise<boolean | undefined>;
  /** Shows a text that asks nothing. */
  say(text: string): void;
}
