import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { type Assessment, emptyAssessment } from '../../src/domain/assessment.ts';
import type { Reply } from '../../src/interview/prompter.ts';
import type { Review, ReviewReply } from '../../src/interview/review.ts';
import type { QuestionStep, Step } from '../../src/interview/steps.ts';
import { type ScriptedPrompter, scriptedPrompter } from '../support/scripted-prompter.ts';
import { catalogue, choice, is, questionnaire, requirement } from '../support/small-catalogue.ts';
import { day, replyWith, run } from '../support/small-interview.ts';

/** Replies in the given order at one step, and ordinarily elsewhere and afterwards. */
function replyingAt(id: string, replies: readonly Reply[], confirm?: (message: string) => boolean): ScriptedPrompter {
  const left = [...replies];
  return scriptedPrompter((step) => (step.id === id ? left.shift() : undefined) ?? replyWith('yes')(step), confirm);
}

const complete = (await run(scriptedPrompter(replyWith('yes')))).assessment;

function withAnswer(key: string, answer: Answer): Assessment {
  return { ...complete, answers: new Map(complete.answers).set(key, answer) };
}

describe('going somewhere', () => {
  test('goes on from there to the end, and then asks what was left out before', async () => {
    const jumped = scriptedPrompter((step) => {
      const isFirst = jumped.asked.filter((id) => id === 'functions').length === 1;
      return step.id === 'functions' && isFirst ? { kind: 'go', to: 'gate' } : replyWith('yes')(step);
    });
    const { ending } = await run(jumped);
    expect(ending).toBe('complete');
    expect(jumped.asked.slice(6)).toEqual([
      ...[
        'functions',
        'gate',
        'behind',
        'only-whatsapp',
        'functions',
        'questionnaires',
        'purpose@text',
        'purpose@calls',
      ],
    ]);
  });

  test('to what is answered asks it again with its answer, and leaves everything else as it is', async () => {
    const earlier: (Answer | undefined)[] = [];
    const prompter = scriptedPrompter((step) => {
      if (step.id === 'gate' && step.kind === 'question') earlier.push(step.earlier);
      const isFirst = prompter.asked.filter((id) => id === 'only-whatsapp').length === 1;
      return step.id === 'only-whatsapp' && isFirst ? { kind: 'go', to: 'gate' } : replyWith('yes')(step);
    });
    const { assessment } = await run(prompter);
    expect(earlier.map((answer) => answer?.state)).toEqual([undefined, 'given']);
    expect(assessment.answers).toEqual(complete.answers);
  });

  test('and back from there leads to where somebody came from', async () => {
    const prompter = scriptedPrompter((step) => {
      const times = (id: string) => prompter.asked.filter((asked) => asked === id).length;
      if (step.id === 'functions' && times('functions') === 1) return { kind: 'go', to: 'only-whatsapp' };
      if (step.id === 'only-whatsapp' && times('only-whatsapp') === 1) return { kind: 'back' };
      return replyWith('yes')(step);
    });
    const { ending } = await run(prompter);
    expect(prompter.asked.slice(6, 9)).toEqual(['functions', 'only-whatsapp', 'functions']);
    expect(ending).toBe('complete');
  });
});

describe('an answer that makes others moot', () => {
  const noToTheGate: Reply = { kind: 'value', value: 'no' };
  /** Everything is answered; somebody goes back to the gate behind which a question is answered. */
  const atTheGate = (confirm: (message: string) => boolean) => {
    const start = { ...complete, answers: new Map([...complete.answers].filter(([key]) => key !== 'purpose@calls')) };
    const left = [noToTheGate];
    const prompter = scriptedPrompter((step) => {
      if (prompter.asked.length === 1) return { kind: 'go', to: 'gate' };
      return (step.id === 'gate' ? left.shift() : undefined) ?? replyWith('yes')(step);
    }, confirm);
    return { prompter, result: run(prompter, start) };
  };

  test('is given only once somebody has seen which; the moot ones stay stored', async () => {
    const seen: string[] = [];
    const { prompter, result } = atTheGate((message) => seen.push(message) > 0);
    const { assessment } = await result;
    expect(seen).toEqual([
      expect.stringMatching(/^Mit dieser Antwort stellt sich eine Frage nicht mehr[\s\S]*\n– .*\n/),
    ]);
    expect(assessment.answers.get('gate')).toMatchObject({ value: 'no' });
    expect(assessment.answers.get('behind')).toMatchObject({ value: 'yes' });
    expect(prompter.asked.filter((id) => id === 'gate')).toHaveLength(1);
  });

  test('is not saved when they think better of it, and the question is asked again', async () => {
    const { prompter, result } = atTheGate(() => false);
    const { assessment, saved } = await result;
    expect(assessment.answers.get('gate')).toMatchObject({ value: 'yes' });
    expect(prompter.asked.filter((id) => id === 'gate')).toHaveLength(2);
    expect(saved.filter((change) => change.kind === 'answer' && change.key === 'gate')).toHaveLength(1);
  });

  test('is no matter where nothing behind it is answered yet', async () => {
    // The prompter fails the test if it is asked to confirm anything.
    const { ending } = await run(replyingAt('gate', [noToTheGate]));
    expect(ending).toBe('complete');
  });
});

describe('note and evidence', () => {
  const proof = { text: 'Vertrag vom 1. Februar', date: '2026-02-01', validUntil: '2027-02-01' };

  test('are kept with the question, which is then asked; a second note takes the place of the first', async () => {
    const prompter = replyingAt('gate', [
      { kind: 'note', note: 'erste' },
      { kind: 'evidence', evidence: [proof] },
      { kind: 'note', note: 'zweite\nmit Zeile' },
    ]);
    const { assessment } = await run(prompter);
    expect(prompter.asked.filter((id) => id === 'gate')).toHaveLength(4);
    expect(assessment.answers.get('gate')).toEqual({
      state: 'given',
      value: 'yes',
      note: 'zweite\nmit Zeile',
      evidence: [proof],
    });
  });

  test('an emptied note is gone, and the answer stays', async () => {
    const start = withAnswer('gate', { state: 'given', value: 'yes', note: 'alt', evidence: [] });
    const prompter = scriptedPrompter((step) => {
      if (prompter.asked.length === 1) return { kind: 'go', to: 'gate' };
      return prompter.asked.length === 2 ? { kind: 'note', note: '' } : replyWith('yes')(step);
    });
    const { assessment } = await run(prompter, {
      ...start,
      answers: new Map([...start.answers].filter(([key]) => key !== 'purpose@calls')),
    });
    expect(assessment.answers.get('gate')).toEqual({ state: 'given', value: 'yes', evidence: [] });
  });
});

describe('going through an assessment again', () => {
  const expired = { text: 'Prüfbericht', validUntil: '2026-03-31' };

  test('asks what has lost its proof, says so, and the old proof moves to the note', async () => {
    const seen: QuestionStep[] = [];
    const prompter = scriptedPrompter((step) => {
      if (step.kind === 'question') seen.push(step);
      return replyWith('yes')(step);
    });
    const start = withAnswer('gate', {
      state: 'given',
      value: 'yes',
      note: 'Notiz',
      evidence: [expired, { text: 'x' }],
    });
    const { assessment, ending } = await run(prompter, start);
    expect(ending).toBe('complete');
    expect(seen.map(({ id, earlier }) => [id, earlier])).toMatchObject([['gate', { reason: 'evidence-expired' }]]);
    expect(assessment.answers.get('gate')).toEqual({
      state: 'given',
      value: 'yes',
      note: 'Notiz\nFrüherer Beleg, gültig bis 2026-03-31: Prüfbericht',
      evidence: [{ text: 'x' }],
    });
  });

  test('asks what no longer fits, and keeps what was noted on it', async () => {
    const misfit: Answer = {
      state: 'unknown',
      reason: 'no-longer-fits',
      note: 'Stand 2025',
      evidence: [{ text: 'Akte' }],
    };
    const prompter = scriptedPrompter(replyWith('yes'));
    const { assessment } = await run(prompter, withAnswer('gate', misfit));
    expect(prompter.asked).toEqual(['gate']);
    expect(assessment.answers.get('gate')).toEqual({
      state: 'given',
      value: 'yes',
      note: 'Stand 2025',
      evidence: [{ text: 'Akte' }],
    });
  });

  test('with another version of a questionnaire asks what is new, and then records the version', async () => {
    const answers = new Map([...complete.answers].filter(([key]) => key !== 'only-whatsapp'));
    const older = { ...complete, answers, questionnaires: new Map([['q', '0.9']]) };
    const seen: boolean[] = [];
    const prompter = scriptedPrompter((step) => {
      if (step.kind === 'question') seen.push(step.isNew);
      return replyWith('yes')(step);
    });
    const { assessment } = await run(prompter, older);
    expect(prompter.asked).toEqual(['only-whatsapp']);
    expect(seen).toEqual([true]);
    expect(assessment.questionnaires).toEqual(complete.questionnaires);
  });

  test('keeps the recorded version while something is left to ask', async () => {
    const answers = new Map([...complete.answers].filter(([key]) => key !== 'only-whatsapp'));
    const older = { ...complete, answers, questionnaires: new Map([['q', '0.9']]) };
    const { assessment } = await run(replyingAt('only-whatsapp', [{ kind: 'later' }]), older);
    expect(assessment.questionnaires).toEqual(new Map([['q', '0.9']]));
  });

  test('of the same version finds nothing new in what was left out', async () => {
    const answers = new Map([...complete.answers].filter(([key]) => key !== 'only-whatsapp'));
    const seen: boolean[] = [];
    const prompter = scriptedPrompter((step) => {
      if (step.kind === 'question') seen.push(step.isNew);
      return replyWith('yes')(step);
    });
    await run(prompter, { ...complete, answers });
    expect(seen).toEqual([false]);
  });
});

describe('stopping', () => {
  test('by a key is no loss: what is answered is saved, and what is left is counted', async () => {
    const prompter = replyingAt('gate', [{ kind: 'quit' }]);
    const { ending, left, assessment } = await run(prompter);
    // The gate, the question on WhatsApp and the purpose; what is behind the gate is not known to arise.
    expect({ ending, left }).toEqual({ ending: 'stopped', left: 3 });
    expect(assessment.subject.messenger).toBe('whatsapp');
  });
});

describe('the review at the end', () => {
  const violated = withAnswer('only-whatsapp', { state: 'given', value: 'no', evidence: [] });
  const reviewing = (replies: readonly ReviewReply[]) => {
    const seen: Review[] = [];
    const left = [...replies];
    const prompter = {
      ...scriptedPrompter(() => undefined),
      review: async (review: Review) => {
        seen.push(review);
        return left.shift() ?? ({ kind: 'done' } as const);
      },
    };
    return { seen, prompter };
  };

  test('names what is not met, with what was planned, and saves responsible and due day', async () => {
    const plan = { responsible: 'IT', due: '2027-01-31' };
    const { seen, prompter } = reviewing([{ kind: 'measure', requirement: 'R-2', plan }]);
    const { assessment, ending } = await run(prompter, violated);
    expect(ending).toBe('complete');
    expect(
      seen.map(({ unmet }) => unmet.map(({ finding, plan: planned }) => [finding.requirement.id, planned])),
    ).toEqual([[['R-2', undefined]], [['R-2', plan]]]);
    expect(assessment.measures).toEqual(new Map([['R-2', plan]]));
  });

  test('takes an equivalent measure in the place of an earlier one, and exceptions after one another', async () => {
    const equivalent = { requirement: 'R-2', measure: 'neu', evidence: 'Akte' };
    const exception = {
      requirement: 'R-2',
      reason: 'Übergang',
      approvedBy: 'Amtsleitung',
      from: day,
      until: '2027-03-31',
    };
    const earlier = { ...exception, from: '2025-01-01', until: '2025-12-31' };
    const { prompter } = reviewing([
      { kind: 'equivalent', equivalent },
      { kind: 'exception', exception },
    ]);
    const { assessment } = await run(prompter, {
      ...violated,
      equivalents: [{ ...equivalent, measure: 'alt' }],
      exceptions: [earlier],
    });
    expect(assessment.equivalents).toEqual([equivalent]);
    expect(assessment.exceptions).toEqual([earlier, exception]);
  });

  test('lists what is open by who has to find it out', async () => {
    const unknown = withAnswer('gate', { state: 'unknown', reason: 'asked-provider', evidence: [] });
    const { seen, prompter } = reviewing([]);
    await run({ ...prompter, confirm: async () => false }, unknown);
    const open = [...(seen[0]?.open ?? [])].map(([about, steps]) => [about, steps.map(({ id }) => id)]);
    expect(open).toEqual([
      ['product', []],
      ['operation', []],
      ['organisation', ['gate']],
    ]);
  });
});

describe('a quick interview', () => {
  const ids = ['may', 'first', 'second', 'alone'];
  const bank = catalogue(
    ids.map((id) => choice(id)),
    [
      questionnaire(
        'q',
        [
          requirement('R-may', is('may', 'yes'), { level: 'may' }),
          // Two answers are needed to violate this one, a single one for the next.
          requirement('R-two', { op: 'any', of: [is('first', 'yes'), is('second', 'yes')] }),
          requirement('R-one', is('alone', 'yes')),
        ],
        { questions: ids },
      ),
    ],
    [],
  );
  const asked = async (isQuick: boolean, reply: (step: Step) => Reply, goesOn = false) => {
    const prompter = scriptedPrompter(reply, () => goesOn);
    await run(prompter, emptyAssessment, bank, { isQuick });
    return prompter.asked.filter((id) => ids.includes(id));
  };

  test('asks first what a single answer can decide, and ends there if it does', async () => {
    expect(await asked(true, replyWith('no'))).toEqual(['alone']);
    expect(await asked(false, replyWith('no'))).toEqual(['may', 'first', 'second']);
  });

  test('asks everything in the end where nothing decides', async () => {
    const all = await asked(true, replyWith('yes'), true);
    expect([...all].sort()).toEqual(['alone', 'first', 'may', 'second']);
    expect(all[0]).toBe('alone');
  });
});
