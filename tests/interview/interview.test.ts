import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { type Assessment, emptyAssessment } from '../../src/domain/assessment.ts';
import type { Fact, MessengerProfile } from '../../src/domain/messenger-profile.ts';
import { choicesOf } from '../../src/domain/question.ts';
import type { Change } from '../../src/domain/with-change.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { changesOf } from '../../src/interview/changes-of.ts';
import type { Prompter, Reply } from '../../src/interview/prompter.ts';
import { type Step, stepsLeft } from '../../src/interview/steps.ts';
import { wordings } from '../../src/wording/wording.ts';
import { scriptedPrompter } from '../support/scripted-prompter.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';
import { catalogue, choice, is, questionnaire, requirement, text } from '../support/small-catalogue.ts';
import { day, offered, replyWith, run, small, start } from '../support/small-interview.ts';

const agreeing = () => true;

describe('the order of an interview', () => {
  test('is the subject, the use, then the sections; each choice of an "each" question on its own', async () => {
    const prompter = scriptedPrompter(replyWith('yes'));
    const { ending } = await run(prompter);
    expect(ending).toBe('complete');
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

  test('announces each section once', async () => {
    const prompter = scriptedPrompter(replyWith('yes'));
    await run(prompter);
    expect(prompter.said).toEqual(['Der Einsatz', 'only']);
  });

  test('counts the questions left on this path', async () => {
    const left: [string, number][] = [];
    const prompter: Prompter = {
      ...scriptedPrompter(replyWith('yes')),
      ask: async (step, { progress }) => {
        left.push([step.id, progress.left]);
        return replyWith('yes')(step);
      },
    };
    await run(prompter);
    expect(left[0]).toEqual(['subject.organisation', 10]);
    // The question behind the gate joins them once the gate is answered; that on the purpose is one for both functions.
    expect(left.slice(8)).toEqual([
      ['gate', 3],
      ['behind', 3],
      ['only-whatsapp', 2],
      ['purpose@text', 1],
      ['purpose@calls', 1],
    ]);
  });
});

/** Names one messenger, goes back from the question `gate` to name another, and answers everything else. */
function changingMessenger(from: string, to: string) {
  let isBack = false;
  return scriptedPrompter((step) => {
    if (step.id === 'gate' && !isBack) {
      isBack = true;
      return { kind: 'go', to: 'messenger' };
    }
    return replyWith('yes', { messenger: { kind: 'value', value: isBack ? to : from } })(step);
  });
}

test('answers on the product are to be checked again once the messenger is another one', async () => {
  const encrypted = choice('encrypted', ['yes', 'no'], { about: 'product' });
  const rules = [requirement('R-1', is('encrypted', 'yes')), requirement('R-2', is('gate', 'yes'))];
  const paper = questionnaire('q', rules, { questions: ['encrypted', 'gate'] });
  const bank = catalogue(
    [choice('messenger', ['whatsapp', 'signal']), encrypted, choice('gate')],
    [paper],
    ['messenger'],
  );
  const saidAfter = async (messenger: string) => {
    const prompter = changingMessenger('whatsapp', messenger);
    await run(prompter, emptyAssessment, bank);
    return prompter.said.filter((text) => text.includes('dem bisherigen Messenger'));
  };
  expect(await saidAfter('signal')).toEqual([wordings.de.interview.otherMessenger(1)]);
  expect(await saidAfter('whatsapp')).toEqual([]);
});

test('says once which answers do not fit together, and again at the end', async () => {
  const inconsistency = { id: 'U-01', when: is('gate', 'yes'), text: text('Nothing fits.') };
  const used = { ...small, inconsistencies: new Map([['U-01', inconsistency]]) };
  const said = async (gate: 'yes' | 'no') => {
    const prompter = scriptedPrompter(replyWith('yes', { gate: { kind: 'value', value: gate } }));
    await run(prompter, emptyAssessment, used);
    return prompter.said.filter((one) => one.includes('Nothing fits.'));
  };
  expect(await said('yes')).toEqual(Array(2).fill(wordings.de.clash.sentence('U-01', 'Nothing fits.')));
  expect(await said('no')).toEqual([]);
});

describe('the choice of papers', () => {
  const two = catalogue(
    [choice('messenger', ['whatsapp', 'signal']), choice('gate')],
    [
      questionnaire('q', [requirement('R-1', is('gate', 'yes'))], { questions: ['gate'] }),
      { ...questionnaire('only', [requirement('R-2', is('gate', 'yes'))]), offeredWhen: is('messenger', 'whatsapp') },
    ],
    ['messenger'],
  );

  test('is asked again where a changed answer brings one more into play, and says so', async () => {
    const prompter = changingMessenger('signal', 'whatsapp');
    const { assessment } = await run(prompter, emptyAssessment, two);
    expect(prompter.asked.slice(4)).toEqual([
      ...['messenger', 'subject.product', 'questionnaires', 'gate'],
      ...['messenger', 'questionnaires', 'gate'],
    ]);
    expect([...assessment.questionnaires.keys()]).toEqual(['q', 'only']);
    expect(prompter.said.filter((text) => text === wordings.de.interview.moreConcern('only'))).toHaveLength(1);
  });

  test('is not asked again where fewer are in play', async () => {
    const prompter = changingMessenger('whatsapp', 'signal');
    await run(prompter, emptyAssessment, two);
    expect(prompter.asked.filter((id) => id === 'questionnaires')).toHaveLength(1);
  });
});

describe('going back', () => {
  test('at the first question says that there is none before it, and asks it again', async () => {
    let isBack = false;
    const prompter = scriptedPrompter((step) => {
      if (isBack) return replyWith('yes')(step);
      isBack = true;
      return { kind: 'back' };
    });
    await run(prompter);
    expect(prompter.asked.slice(0, 3)).toEqual(['subject.organisation', 'subject.organisation', 'subject.use']);
    expect(prompter.said).toEqual(['Der Einsatz', wordings.de.interview.isFirst, 'only']);
  });

  /** Goes back from the given steps, once each, and answers everything else. */
  const backFrom = (ids: readonly string[], other: Partial<Record<string, Reply>> = {}) => {
    const left = [...ids];
    return scriptedPrompter((step) => {
      if (step.id === left[0]) {
        left.shift();
        return { kind: 'back' };
      }
      return replyWith('yes', other)(step);
    });
  };

  test('asks the step before again, also over the border of a section, and then goes on where it was', async () => {
    const prompter = backFrom(['gate']);
    const { ending } = await run(prompter);
    expect(ending).toBe('complete');
    expect(prompter.asked.slice(7)).toEqual([
      ...[
        'questionnaires',
        'gate',
        'questionnaires',
        'gate',
        'behind',
        'only-whatsapp',
        'purpose@text',
        'purpose@calls',
      ],
    ]);
  });

  test('goes as far as the beginning, and no further', async () => {
    const prompter = backFrom(['subject.use', 'subject.organisation']);
    await run(prompter);
    expect(prompter.asked.slice(0, 5)).toEqual([
      ...['subject.organisation', 'subject.use', 'subject.organisation', 'subject.organisation', 'subject.use'],
    ]);
  });

  test('keeps every answer that was given since', async () => {
    const seen: (string | undefined)[] = [];
    const back = backFrom(['only-whatsapp', 'behind']);
    const prompter: Prompter = {
      ...back,
      ask: (step, around) => {
        if (step.kind === 'question') seen.push(`${step.id} ${step.earlier?.state ?? '-'}`);
        return back.ask(step, around);
      },
    };
    const { assessment } = await run(prompter);
    expect(seen.slice(2, 8)).toEqual([
      ...['gate -', 'behind -', 'only-whatsapp -', 'behind given', 'gate given', 'behind given'],
    ]);
    expect(assessment.answers.get('behind')).toMatchObject({ state: 'given', value: 'yes' });
  });

  test('and answering otherwise leaves what no longer arises stored, and does not ask it', async () => {
    const changed = scriptedPrompter((step) => {
      if (step.id === 'only-whatsapp' && !changed.asked.slice(0, -1).includes('only-whatsapp')) return { kind: 'back' };
      if (step.id === 'behind' && changed.asked.filter((id) => id === 'behind').length === 2) return { kind: 'back' };
      const again = changed.asked.filter((id) => id === 'gate').length === 2;
      return step.id === 'gate' && again ? { kind: 'value', value: 'no' } : replyWith('yes')(step);
    }, agreeing);
    const { assessment, ending } = await run(changed);
    expect(ending).toBe('complete');
    expect(assessment.answers.get('gate')).toMatchObject({ value: 'no' });
    expect(assessment.answers.get('behind')).toMatchObject({ value: 'yes' });
    expect(changed.asked.filter((id) => id === 'behind')).toHaveLength(2);
  });

  test('from what was put off asks it again in the same session', async () => {
    const first = scriptedPrompter((step) => {
      const gates = first.asked.filter((id) => id === 'gate').length;
      if (step.id === 'gate' && gates === 1) return { kind: 'later' };
      if (step.id === 'only-whatsapp' && gates === 1) return { kind: 'back' };
      return replyWith('yes')(step);
    });
    await run(first);
    expect(first.asked.filter((id) => id === 'gate')).toHaveLength(2);
  });
});

describe('the state of the verdict', () => {
  // The gate is answered with yes, so that what is behind it decides; a must violated settles the verdict.
  const settling = { behind: { kind: 'value', value: 'no' } } as const;

  test('is said once, when no further answer can change it, with what decides and how much is left', async () => {
    const questions: string[] = [];
    const prompter = scriptedPrompter(replyWith('yes', settling), (message) => questions.push(message) > 0);
    const { ending } = await run(prompter);
    expect(questions).toEqual([
      'Das Ergebnis steht schon fest: Einsatz nicht vertretbar (R-1). 2 Fragen können nur noch Gründe hinzufügen. Weiterfragen?',
    ]);
    expect(ending).toBe('complete');
  });

  test('ends the interview there for whoever has enough, and counts what was not asked', async () => {
    const prompter = scriptedPrompter(replyWith('yes', settling), () => false);
    expect(await run(prompter)).toMatchObject({ ending: 'stopped', left: 2 });
    expect(prompter.asked.at(-1)).toBe('behind');
  });

  test('is said once the use is known, where that settled it', async () => {
    const used = catalogue(
      [choice('messenger', ['whatsapp', 'signal']), choice('devices'), choice('gate')],
      [
        questionnaire('q', [requirement('R-1', is('messenger', 'signal')), requirement('R-2', is('gate', 'yes'))], {
          questions: ['gate'],
        }),
      ],
      ['messenger', 'devices'],
    );
    const at: string[] = [];
    const prompter = scriptedPrompter(replyWith('yes'), () => at.push(String(prompter.asked.at(-1))) < 0);
    expect(await run(prompter, undefined, used)).toMatchObject({ ending: 'stopped', left: 1 });
    expect(at).toHaveLength(1);
    expect(prompter.asked).not.toContain('gate');
    expect(prompter.asked).toContain('devices');
  });

  test('is not said while an answer could still change it, nor when nothing is left to ask', async () => {
    // The prompter fails the test if it is asked to confirm anything.
    const { ending } = await run(scriptedPrompter(replyWith('yes')));
    expect(ending).toBe('complete');
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
      ask: async (step, { alike }) => {
        alikeAt[step.id] = alike.map(({ id }) => id);
        return replyWith('yes')(step);
      },
    };
    await run(prompter);
    expect(alikeAt).toMatchObject({ gate: [], 'purpose@text': ['purpose@calls'], 'purpose@calls': [] });
  });

  test('is put off for all of them at once, as one question', async () => {
    const prompter = scriptedPrompter(also({ kind: 'later' }));
    const { left: postponed, assessment } = await run(prompter);
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

describe('what the profile of the messenger says', () => {
  const fact = (field: Fact['field'], question: string, value: string, more: Partial<Fact> = {}): Fact => ({
    field,
    value: text(`fact on ${field}`),
    answers: new Map([[question, value]]),
    date: '2026-05-01',
    sources: ['manual'],
    checked: 'secondary',
    confidence: 'high',
    ...more,
  });
  const profile = (facts: readonly Fact[], researched = '2026-11-01'): MessengerProfile => ({
    id: 'signal',
    researched,
    summary: text('summary'),
    facts,
  });
  const bank = (facts: readonly Fact[], researched?: string) => ({
    ...catalogue(
      [choice('messenger', ['whatsapp', 'signal']), ...['one', 'two', 'three'].map((id) => choice(id))],
      [
        questionnaire(
          'q',
          ['one', 'two', 'three'].map((id) => requirement(`R-${id}`, is(id, 'yes'))),
          {
            questions: ['one', 'two', 'three'],
          },
        ),
      ],
      ['messenger'],
    ),
    profiles: new Map([['signal', profile(facts, researched)]]),
    sources: new Map([
      [
        'manual',
        {
          id: 'manual',
          authority: text('Signal'),
          title: 'Manual',
          url: 'https://example.org/manual',
          checked: 'secondary' as const,
          seen: text('seen'),
          date: '2026-05-01',
        },
      ],
    ]),
  });
  const facts = [fact('e2ee-1to1', 'one', 'yes'), fact('licence', 'two', 'no')];
  const withSignal = (reply: (step: Step) => Reply) =>
    scriptedPrompter((step) => (step.id === 'messenger' ? { kind: 'value', value: 'signal' } : reply(step)), agreeing);

  test('is offered for a section at once; what is accepted has its origin, its sources, and its day of re-check', async () => {
    const prompter = withSignal((step) =>
      step.kind === 'proposals' ? { kind: 'value', value: step.proposed.map(({ id }) => id) } : replyWith('yes')(step),
    );
    const { assessment } = await run(prompter, emptyAssessment, bank(facts));
    expect(prompter.asked.slice(-2)).toEqual(['proposals.0', 'three']);
    expect(assessment.answers.get('one')).toEqual({
      state: 'given',
      value: 'yes',
      origin: 'profile',
      evidence: [
        {
          text: 'Produktprofil signal, übernommen und nicht eigens geprüft: fact on e2ee-1to1 Quellen: Manual, 01.05.2026, https://example.org/manual',
          date: '2026-11-01',
          // Facts on encryption hold for six months, those on the licence for twelve.
          validUntil: '2027-05-01',
        },
      ],
    });
    expect(assessment.answers.get('two')?.evidence[0]?.validUntil).toBe('2027-11-01');
    expect(assessment.answers.get('three')?.origin).toBeUndefined();
  });

  test('can be accepted for some, changed, or left open, one by one; each is told apart in the answers', async () => {
    const prompter = withSignal((step) => {
      if (step.kind === 'proposals') return { kind: 'value', value: [] };
      if (step.id === 'one') return { kind: 'proposal' };
      if (step.id === 'two') return { kind: 'value', value: 'yes' };
      return step.id === 'three' ? { kind: 'unknown', reason: 'to-be-checked' } : replyWith('yes')(step);
    });
    const all = [...facts, fact('audits', 'three', 'yes')];
    const { assessment } = await run(prompter, emptyAssessment, bank(all));
    expect(prompter.asked.slice(-4)).toEqual(['proposals.0', 'one', 'two', 'three']);
    expect(
      ['one', 'two', 'three'].map((id) => [assessment.answers.get(id)?.state, assessment.answers.get(id)?.origin]),
    ).toEqual([
      ['given', 'profile'],
      ['given', undefined],
      ['unknown', undefined],
    ]);
  });

  test('counts no longer once its day of re-check has passed', async () => {
    const prompter = withSignal((step) => (step.id === 'one' ? { kind: 'proposal' } : replyWith('yes')(step)));
    const used = bank([facts[0] ?? fact('e2ee-1to1', 'one', 'yes')]);
    const { assessment } = await run(prompter, emptyAssessment, used);
    const openOn = (date: string) =>
      evaluate(used, assessment, date)
        .findings.filter(({ status }) => status === 'open')
        .map((one) => one.requirement.id);
    expect(openOn('2027-05-01')).toEqual([]);
    expect(openOn('2027-05-02')).toEqual(['R-one']);
  });

  test('is asked again once it has lapsed, and a renewed proposal takes the place of the expired proof', async () => {
    const proof = { text: 'profile of last year', date: '2025-11-01', validUntil: '2026-05-01' };
    const lapsed: Answer = { state: 'given', value: 'yes', origin: 'profile', evidence: [proof] };
    const earlier: Assessment = {
      ...emptyAssessment,
      subject: { organisation: 'o', use: 'u', reference: 'r', assessor: 'a', product: 'p', messenger: 'signal' },
      questionnaires: new Map([['q', '1']]),
      answers: new Map([
        ['one', lapsed],
        ...['two', 'three'].map((id): [string, Answer] => [id, { ...lapsed, evidence: [] }]),
      ]),
    };
    const prompter = scriptedPrompter(() => ({ kind: 'proposal' }));
    const { assessment } = await run(prompter, earlier, bank([facts[0] ?? fact('e2ee-1to1', 'one', 'yes')]));
    expect(prompter.asked).toEqual(['one']);
    expect(assessment.answers.get('one')?.evidence.map(({ validUntil }) => validUntil)).toEqual(['2027-05-01']);
  });

  test.each<{ name: string; more: Partial<Fact>; researched?: string; standing: string }>([
    { name: 'what rests on memory', more: { checked: 'recall' }, standing: 'hint' },
    { name: 'what is thin or disputed', more: { confidence: 'low' }, standing: 'hint' },
    { name: 'what moves too fast', more: { field: 'own-use' }, standing: 'hint' },
    { name: 'what is past its day of re-check', more: {}, researched: '2026-05-22', standing: 'stale' },
    { name: 'what is on its last day', more: {}, researched: '2026-05-23', standing: 'proposed' },
  ])('is shown as it stands, $name: $standing', async ({ more, researched, standing }) => {
    const seen: Record<string, string | undefined> = {};
    const prompter = withSignal((step) => {
      if (step.kind === 'question') seen[step.id] = step.proposal?.standing;
      return replyWith('yes')(step);
    });
    await run(prompter, emptyAssessment, bank([fact('e2ee-1to1', 'one', 'yes', more)], researched));
    expect(seen).toMatchObject({ one: standing, two: undefined });
  });

  test('of hints alone is never offered together', async () => {
    const hints = facts.map((one): Fact => ({ ...one, checked: 'recall' }));
    const prompter = withSignal(replyWith('yes'));
    await run(prompter, emptyAssessment, bank(hints));
    expect(prompter.asked).not.toContain('proposals.0');
  });

  test('is not proposed for another messenger', async () => {
    const prompter = scriptedPrompter(replyWith('yes', { messenger: { kind: 'value', value: 'whatsapp' } }));
    await run(prompter, emptyAssessment, bank(facts));
    expect(prompter.asked).not.toContain('proposals.0');
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
      if (change.kind === 'subject') return `subject.${change.field}`;
      return change.kind === 'answer' ? change.key : change.kind;
    };
    expect(saved.map(idOf)).toEqual(open.map((id) => (id === 'messenger' ? 'subject.messenger' : id)));
  });

  test('that somebody leaves is not complete, and goes on where it stopped', async () => {
    const first = scriptedPrompter((step) => (step.id === 'gate' ? undefined : replyWith('yes')(step)));
    const left = await run(first);
    expect(left.ending).toBe('left');
    const second = scriptedPrompter(replyWith('yes'));
    const finished = await run(second, left.assessment);
    expect(second.asked).toEqual(['gate', 'behind', 'only-whatsapp', 'purpose@text', 'purpose@calls']);
    expect(finished.ending).toBe('complete');
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
    const { saved, left: postponed, assessment } = await run(prompter);
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
    const { ending } = await run(prompter, base.assessment);
    expect(ending).toBe('complete');
    expect(prompter.asked).toEqual([]);
  });
});

test('leaving out an optional line is not putting off a question', async () => {
  const { left: postponed } = await run(scriptedPrompter(replyWith('yes', { 'subject.product': { kind: 'later' } })));
  expect(postponed).toBe(0);
});

describe('changesOf', () => {
  const step: Step = {
    kind: 'question',
    id: 'gate',
    item: { key: 'gate', question: choice('gate'), asked: 'true', isNeeded: true },
    section: text('s'),
    allowsUnknown: true,
    isNew: false,
  };
  test.each<{ name: string; reply: Reply; expected: unknown }>([
    { name: 'a value', reply: { kind: 'value', value: 'yes' }, expected: { state: 'given', value: 'yes' } },
    { name: 'unknown', reply: { kind: 'unknown', reason: 'asked-provider' }, expected: { state: 'unknown' } },
    { name: 'not applicable', reply: { kind: 'not-applicable', reason: 'r' }, expected: { state: 'not-applicable' } },
  ])('keeps the evidence of an earlier answer when it becomes $name', ({ reply, expected }) => {
    const evidence = [{ text: 'Bericht', validUntil: '2027-01-01' }];
    const earlier: Answer = { state: 'given', value: 'no', evidence };
    const assessment = { ...emptyAssessment, answers: new Map([['gate', earlier]]) };
    const changes = changesOf(step, reply, {
      language: 'de',
      words: wordings.de,
      state: { assessment, catalogue: small, evaluation: evaluate(small, assessment, day) },
    });
    expect(changes).toMatchObject([{ kind: 'answer', key: 'gate', answer: { ...(expected as object), evidence } }]);
  });
});

describe('on the questionnaires that ship', () => {
  test('any way of answering ends, asks nothing twice, and leaves no requirement open that was answered in full', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
        const pick = (count: number) => Number(numbers.next().value) % Math.max(count, 1);
        const prompter = scriptedPrompter((step) => {
          if (step.kind === 'subject') return { kind: 'value', value: 'words' };
          if (step.kind === 'proposals') return { kind: 'later' };
          if (step.kind === 'scope') return offered(step);
          const ids = choicesOf(step.item.question).map(({ id }) => id);
          if (step.item.question.kind === 'choices') return { kind: 'value', value: ids.filter(() => pick(2) === 0) };
          return { kind: 'value', value: ids[pick(ids.length)] ?? '' };
        }, agreeing);
        const { ending, assessment } = await run(prompter, emptyAssessment, shippedCatalogue);
        expect(ending).toBe('complete');
        expect(new Set(prompter.asked).size).toBe(prompter.asked.length);
        const { findings } = evaluate(shippedCatalogue, assessment, day);
        expect(findings.filter(({ status }) => status === 'open')).toEqual([]);
        expect(stepsLeft(start(assessment, shippedCatalogue))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
