import type { Prompter, Reply } from '../../src/interview/prompter.ts';
import type { Step } from '../../src/interview/steps.ts';

export interface ScriptedPrompter extends Prompter {
  /** Ids of the steps that were asked, in order. */
  readonly asked: readonly string[];
  readonly said: readonly string[];
}

/** Answers by a function of the step; an unscripted confirmation fails the test. */
export function scriptedPrompter(
  reply: (step: Step) => Reply | undefined,
  confirm?: (message: string) => boolean | undefined,
): ScriptedPrompter {
  const asked: string[] = [];
  const said: string[] = [];
  return {
    asked,
    said,
    ask: async (step) => {
      asked.push(step.id);
      return reply(step);
    },
    confirm: async (message) => {
      if (confirm === undefined) throw new Error(`unscripted confirmation: ${message}`);
      return confirm(message);
    },
    done: () => undefined,
    review: async () => ({ kind: 'done' }),
    say: (text) => void said.push(text),
    close: () => undefined,
  };
}
