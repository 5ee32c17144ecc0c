import { emptyAssessment } from '../../src/domain/assessment.ts';
import { choicesOf } from '../../src/domain/question.ts';
import { type Change, withChange } from '../../src/domain/with-change.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { interview } from '../../src/interview/interview.ts';
import type { Prompter, Reply } from '../../src/interview/prompter.ts';
import { type ScopeStep, type Step, startOf } from '../../src/interview/steps.ts';
import { wordings } from '../../src/wording/wording.ts';
import { catalogue, choice, choices, is, questionnaire, requirement } from './small-catalogue.ts';

export const day = '2026-11-23';

export const small = catalogue(
  [
    choice('messenger', ['whatsapp', 'signal']),
    choice('gate'),
    choice('behind', ['yes', 'no'], { askWhen: is('gate', 'yes') }),
    choice('only-whatsapp'),
    choices('functions', ['text', 'calls']),
    choice('purpose', ['yes', 'no'], { each: 'functions' }),
  ],
  [
    questionnaire(
      'q',
      [
        requirement('R-1', { op: 'any', of: [is('gate', 'no'), is('behind', 'yes')] }),
        requirement('R-2', is('only-whatsapp', 'yes'), { appliesWhen: is('messenger', 'whatsapp') }),
        requirement('R-3', is('purpose', 'yes'), { each: 'functions' }),
      ],
      { questions: ['gate', 'behind', 'only-whatsapp', 'purpose'] },
    ),
  ],
  ['messenger', 'functions'],
);

export function start(assessment = emptyAssessment, used = small) {
  return startOf({ catalogue: used, assessment, evaluation: evaluate(used, assessment, day) });
}

/** Runs an interview; `saved` holds every change in the order in which it was saved. */
export async function run(prompter: Prompter, assessment = emptyAssessment, used = small, { isQuick = false } = {}) {
  const saved: Change[] = [];
  let current = assessment;
  const result = await interview(
    { ...start(assessment, used), isQuick },
    {
      prompter,
      language: 'de',
      words: wordings.de,
      save: async (change) => {
        saved.push(change);
        current = withChange(current, change);
        return { catalogue: used, assessment: current, evaluation: evaluate(used, current, day) };
      },
    },
  );
  return { ...result, saved, assessment: current };
}

/** The same value for every question that has it, text for the rest. */
export function replyWith(value: string, other: Partial<Record<string, Reply>> = {}): (step: Step) => Reply {
  return (step) => {
    const scripted = other[step.id];
    if (scripted !== undefined) return scripted;
    if (step.kind === 'subject') return { kind: 'value', value: 'words' };
    if (step.kind === 'proposals') return { kind: 'later' };
    if (step.kind === 'scope') return offered(step);
    const ids = choicesOf(step.item.question).map(({ id }) => id);
    if (step.item.question.kind === 'choices') return { kind: 'value', value: ids };
    return { kind: 'value', value: ids.includes(value) ? value : (ids[0] ?? '') };
  };
}

export function offered({ offers }: ScopeStep): Reply {
  return {
    kind: 'value',
    value: offers.filter(({ isOffered }) => isOffered).map(({ questionnaire }) => questionnaire.id),
  };
}
