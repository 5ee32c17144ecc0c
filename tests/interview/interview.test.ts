import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Assessment } from '../../src/domain/assessment.ts';
import { choicesOf } from '../../src/domain/question.ts';
import { type Change, withChange } from '../../src/domain/with-change.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { changeOf, interview } from '../../src/interview/interview.ts';
import type { Prompter, Reply } from '../../src/interview/prompter.ts';
import { type InterviewState, type ScopeStep, type Step, stepsLeft } from '../../src/interview/steps.ts';
import { wordings } from '../../src/wording/wording.ts';
import { scriptedPrompter } from '../support/scripted-prompter.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';
import { catalogue, choice, choices, is, questionnaire, requirement, text } from '../support/small-catalogue.ts';

const day = '2026-11-23';
const empty: Assessment = {
  subject: {},
  questionnaires: new Map(),
  answers: new Map(),
  equivalents: [],
  exceptions: [],
};

const small = catalogue(
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

function start(assessment = empty, used = small): InterviewState {
  return {
    catalogue: used,
    assessment,
    evaluation: evaluate(used, assessment, day),
    postponed: new Set(),
    revisit: new Set(),
  };
}

/** Runs an interview; `saved` holds every change in the order in which it was saved. */
async function run(prompter: Prompter, assessment = empty, used = small) {
  const saved: Change[] = [];
  let current = assessment;
  const result = await interview(start(assessment, used), {
    prompter,
    language: 'de',
    words: wordings.de,
    save: async (change) => {
      saved.push(change);
      current = withChange(current, change);
      return { catalogue: used, assessment: current, evaluation: evaluate(used, current, day) };
    },
  });
  return { ...result, saved, assessment: current };
}

/** The same value for every question that has it, text for the rest. */
function replyWith(value: string, other: Partial<Record<string, Reply>> = {}): (step: Step) => Reply {
  return (step) => {
    const scripted = other[step.id];
    if (scripted !== undefined) return scripted;
    if (step.kind === 'subject') return { kind: 'value', value: 'words' };
    if (step.kind === 'scope') return offered(step);
    const ids = choicesOf(step.item.question).map(({ id }) => id);
    if (step.item.question.kind === 'choices') return { kind: 'value', value: ids };
    return { kind: 'value', value: ids.includes(value) ? value : (ids[0] ?? '') };
  };
}

function offered({ offers }: ScopeStep): Reply {
  return {
    kind: 'value',
    value: offers.filter(({ isOffered }) => isOffered).map(({ questionnaire }) => questionnaire.id),
  };
}

describe('the order of an interview', () => {
  test('is the subject, the use, then the sections; each choice of an "each" question on its own', async () => {
    const prompter = scriptedPrompter(replyWith('yes'));
    const { complete } = await run(prompter);
    expect(complete).toBe(true);
    expect(prompter.asked).toEqual([
      ...['subject.organisation', 'subject.use', 'subject.reference', 'subject.assessor'],
      ...['messenger', 'subject.product', 'functions', 'questionnaires'],
      ...['gate', 'behind', 'only-whatsapp', 'purpose@text', 'purpose@calls'],
    ]);
  });

  test('leaves out what does not arise: a question behind a closed gate, and one no applicable requirement reads', async () => {
    const prompter = scriptedPrompter(
      replyWith('no', {
        messenger: { kind: 'value', value: 'signal' },
        functions: { kind: 'value', value: [] },
      }),
    );
    await run(prompter);
    expect(prompter.asked.slice(-3)).toEqual(['functions', 'questionnaires', 'gate']);
  });

  test('announces each section once, with the questions left on this path', async () => {
    const prompter = scriptedPrompter(replyWith('yes'));
    await run(prompter);
    // The question behind the gate joins them once the gate is answered; that on the purpose is one for both functions.
    expect(prompter.said).toEqual(['Der Einsatz · noch 10 Fragen', 'only · noch 3 Fragen']);
  });
});

describe('a question that is asked for every choice', () => {
  const also = (other: Reply) => replyWith('yes', { 'purpose@text': other });

  test('is answered once where the same answer holds for others, and every answer is saved', async () => {
    const prompter = scriptedPrompter(also({ kind: 'value', value: 'yes', also: ['purpose@calls'] }));
    const { saved, assessment } = await run(prompter);
    expect(prompter.asked.filter((id) => id.startsWith('purpose'))).toEqual(['purpose@text']);
    expect(saved.slice(-2).map((change) => change.kind === 'answer' && change.key)).toEqual([
      'purpose@text',
      'purpose@calls',
    ]);
    expect(['purpose@text', 'purpose@calls'].map((key) => assessment.answers.get(key)?.state)).toEqual([
      'given',
      'given',
    ]);
  });

  test('names the choices that are still to come, and no other question', async () => {
    const alikeAt: Record<string, readonly string[]> = {};
    const prompter: Prompter = {
      ...scriptedPrompter(replyWith('yes')),
      ask: async (step, alike) => {
        alikeAt[step.id] = alike.map(({ id }) => id);
        return replyWith('yes')(step);
      },
    };
    await run(prompter);
    expect(alikeAt).toMatchObject({ gate: [], 'purpose@text': ['purpose@calls'], 'purpose@calls': [] });
  });

  test('is put off for all of them at once, as one question', async () => {
    const prompter = scriptedPrompter(also({ kind: 'later' }));
    const { postponed, assessment } = await run(prompter);
    expect(prompter.asked).not.toContain('purpose@calls');
    expect(postponed).toBe(1);
    expect(assessment.answers.has('purpose@calls')).toBe(false);
  });

  test('is unknown for others only where that was said', async () => {
    const prompter = scriptedPrompter(also({ kind: 'unknown', reason: 'to-be-checked' }));
    const { assessment } = await run(prompter);
    expect(assessment.answers.get('purpose@text')?.state).toBe('unknown');
    expect(assessment.answers.get('purpose@calls')?.state).toBe('given');
  });
});

describe('an interview', () => {
  test('saves every answer before it asks the next question', async () => {
    const open: string[] = [];
    const prompter: Prompter = {
      ...scriptedPrompter(replyWith('yes')),
      ask: async (step) => {
        open.push(step.id);
        return replyWith('yes')(step);
      },
    };
    const { saved } = await run(prompter);
    const idOf = (change: Change) => {
      if (change.kind === 'questionnaires') return change.kind;
      return change.kind === 'answer' ? change.key : `subject.${change.field}`;
    };
    expect(saved.map(idOf)).toEqual(open.map((id) => (id === 'messenger' ? 'subject.messenger' : id)));
  });

  test('that somebody leaves is not complete, and goes on where it stopped', async () => {
    const first = scriptedPrompter((step) => (step.id === 'gate' ? undefined : replyWith('yes')(step)));
    const left = await run(first);
    expect(left.complete).toBe(false);
    const second = scriptedPrompter(replyWith('yes'));
    const finished = await run(second, left.assessment);
    expect(second.asked).toEqual(['gate', 'behind', 'only-whatsapp', 'purpose@text', 'purpose@calls']);
    expect(finished.complete).toBe(true);
  });

  test('does not ask again for optional lines that somebody has gone past', async () => {
    const skip: Partial<Record<string, Reply>> = {
      'subject.reference': { kind: 'later' },
      'subject.assessor': { kind: 'later' },
      'subject.product': { kind: 'later' },
    };
    const first = scriptedPrompter((step) => (step.id === 'functions' ? undefined : replyWith('yes', skip)(step)));
    const left = await run(first);
    const second = scriptedPrompter(() => undefined);
    await run(second, left.assessment);
    // Nothing after the product is answered yet, so it is offered once more; the lines before it are passed.
    expect(second.asked).toEqual(['subject.product']);
  });

  test('stores nothing for what is put off, and asks it in the next session', async () => {
    const prompter = scriptedPrompter(replyWith('yes', { gate: { kind: 'later' } }));
    const { saved, postponed, assessment } = await run(prompter);
    expect(postponed).toBe(1);
    expect(saved.some((change) => change.kind === 'answer' && change.key === 'gate')).toBe(false);
    const second = scriptedPrompter(replyWith('yes'));
    await run(second, assessment);
    expect(second.asked).toEqual(['gate', 'behind']);
  });

  test('saves a note at once and then asks the question again; the note stays with the answer', async () => {
    const replies: Reply[] = [
      { kind: 'note', note: 'Vertrag liegt bei der IT' },
      { kind: 'value', value: 'no' },
    ];
    const prompter = scriptedPrompter((step) =>
      step.id === 'gate' ? (replies.shift() ?? { kind: 'later' }) : replyWith('yes')(step),
    );
    const { saved, assessment } = await run(prompter);
    const changes = saved.flatMap((change) =>
      change.kind === 'answer' && change.key === 'gate' ? [change.answer] : [],
    );
    expect(changes[0]).toMatchObject({ state: 'unknown', note: 'Vertrag liegt bei der IT' });
    expect(assessment.answers.get('gate')).toEqual({
      state: 'given',
      value: 'no',
      evidence: [],
      note: 'Vertrag liegt bei der IT',
    });
  });

  test('offers to go through what is unknown once nothing else is left, and keeps its notes', async () => {
    const gate: Answer = { state: 'unknown', reason: 'asked-provider', note: 'angefragt', evidence: [] };
    const base = await run(scriptedPrompter(replyWith('yes')));
    const known = new Map(base.assessment.answers).set('gate', gate);
    const prompter = scriptedPrompter(replyWith('no'), () => true);
    const { assessment } = await run(prompter, { ...base.assessment, answers: known });
    expect(prompter.asked).toEqual(['gate']);
    expect(assessment.answers.get('gate')).toMatchObject({ state: 'given', value: 'no', note: 'angefragt' });
  });

  test('that is finished and declined to be gone through again asks nothing', async () => {
    const base = await run(scriptedPrompter(replyWith('yes', { gate: { kind: 'unknown', reason: 'to-be-checked' } })));
    const prompter = scriptedPrompter(replyWith('yes'), () => false);
    const { complete } = await run(prompter, base.assessment);
    expect(complete).toBe(true);
    expect(prompter.asked).toEqual([]);
  });
});

test('leaving out an optional line is not putting off a question', async () => {
  const { postponed } = await run(scriptedPrompter(replyWith('yes', { 'subject.product': { kind: 'later' } })));
  expect(postponed).toBe(0);
});

describe('changeOf', () => {
  const step: Step = {
    kind: 'question',
    id: 'gate',
    item: { key: 'gate', question: choice('gate'), asked: 'true', isNeeded: true },
    section: text('s'),
    readers: [],
    allowsUnknown: true,
  };
  test.each<{ name: string; reply: Reply; expected: unknown }>([
    { name: 'a value', reply: { kind: 'value', value: 'yes' }, expected: { state: 'given', value: 'yes' } },
    { name: 'unknown', reply: { kind: 'unknown', reason: 'asked-provider' }, expected: { state: 'unknown' } },
    { name: 'not applicable', reply: { kind: 'not-applicable', reason: 'r' }, expected: { state: 'not-applicable' } },
  ])('keeps the evidence of an earlier answer when it becomes $name', ({ reply, expected }) => {
    const evidence = [{ text: 'Bericht', validUntil: '2027-01-01' }];
    const change = changeOf(step, reply, { state: 'given', value: 'no', evidence });
    expect(change).toMatchObject({ kind: 'answer', answer: { ...(expected as object), evidence } });
  });
});

describe('on the questionnaires that ship', () => {
  test('any way of answering ends, asks nothing twice, and leaves no requirement open that was answered in full', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
        const pick = (count: number) => Number(numbers.next().value) % Math.max(count, 1);
        const prompter = scriptedPrompter((step) => {
          if (step.kind === 'subject') return { kind: 'value', value: 'words' };
          if (step.kind === 'scope') return offered(step);
          const ids = choicesOf(step.item.question).map(({ id }) => id);
          if (step.item.question.kind === 'choices') return { kind: 'value', value: ids.filter(() => pick(2) === 0) };
          return { kind: 'value', value: ids[pick(ids.length)] ?? '' };
        });
        const { complete, assessment } = await run(prompter, empty, shippedCatalogue);
        expect(complete).toBe(true);
        expect(new Set(prompter.asked).size).toBe(prompter.asked.length);
        const { findings } = evaluate(shippedCatalogue, assessment, day);
        expect(findings.filter(({ status }) => status === 'open')).toEqual([]);
        expect(stepsLeft(start(assessment, shippedCatalogue))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
