import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { type Assessment, emptyAssessment } from '../../src/domain/assessment.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Requirement } from '../../src/domain/requirement.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { runs } from '../support/runs.ts';
import { catalogue, choice, choices, given, is, questionnaire, requirement, text } from '../support/small-catalogue.ts';

const day = '2026-11-23';

function assessment(answers: Readonly<Record<string, Answer>>, more: Partial<Assessment> = {}): Assessment {
  return {
    ...emptyAssessment,
    answers: new Map(Object.entries(answers)),
    ...more,
  };
}

function statusesOf(findings: readonly Finding[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    findings.map(({ requirement: { id }, item, status }) => [item === undefined ? id : `${id} ${item}`, status]),
  );
}

describe('the findings', () => {
  const bank = catalogue(
    [choice('a'), choice('b')],
    [
      questionnaire('first', [], {
        sections: [
          { id: 's1', title: text('s1'), questions: ['a'], requirements: [requirement('F-2', is('a', 'yes'))] },
          { id: 's2', title: text('s2'), questions: ['b'], requirements: [requirement('F-1', is('b', 'yes'))] },
        ],
      }),
      questionnaire('second', [requirement('S-1', is('a', 'no')), requirement('S-2', is('b', 'no'))]),
      questionnaire('third', [requirement('T-1', is('a', 'yes'))]),
    ],
  );
  const idsUnder = (questionnaires: readonly string[]) => {
    const recorded = new Map(questionnaires.map((id) => [id, '1']));
    return evaluate(bank, assessment({}, { questionnaires: recorded }), day).findings.map(
      (finding) => `${finding.questionnaire} ${finding.requirement.id}`,
    );
  };

  test('stand in the order of questionnaires, sections and requirements', () => {
    expect(idsUnder([])).toEqual(['first F-2', 'first F-1', 'second S-1', 'second S-2', 'third T-1']);
  });

  test('come from the questionnaires the assessment names, in the order of the catalogue', () => {
    expect(idsUnder(['third', 'first'])).toEqual(['first F-2', 'first F-1', 'third T-1']);
  });

  test('read the same answer in every questionnaire, each by its own yardstick', () => {
    const { findings } = evaluate(bank, assessment({ a: given('yes'), b: given('yes') }), day);
    expect(statusesOf(findings)).toEqual({
      'F-2': 'fulfilled',
      'F-1': 'fulfilled',
      'S-1': 'violated',
      'S-2': 'violated',
      'T-1': 'fulfilled',
    });
  });

  test('are one for each choice, where the requirement asks for that', () => {
    const each = catalogue(
      [choices('functions', ['text', 'calls', 'groups']), choice('basis', ['yes', 'no'], { each: 'functions' })],
      [questionnaire('paper', [requirement('R', is('basis', 'yes'), { each: 'functions' })])],
    );
    const under = (answers: Readonly<Record<string, Answer>>) =>
      statusesOf(evaluate(each, assessment(answers), day).findings);
    expect(under({})).toEqual({ R: 'open' });
    expect(under({ functions: given([]) })).toEqual({ R: 'not-applicable' });
    expect(under({ functions: given(['text', 'calls']), 'basis@text': given('no') })).toEqual({
      'R text': 'violated',
      'R calls': 'open',
    });
  });
});

describe('each questionnaire', () => {
  const bank = catalogue(
    [choice('a'), choice('sector', ['federal', 'municipality'])],
    [
      questionnaire('for-federal', [requirement('F', is('a', 'yes'))], { binds: is('sector', 'federal') }),
      questionnaire('for-nobody', [requirement('N', is('a', 'no'))]),
    ],
  );
  const verdicts = (answers: Readonly<Record<string, Answer>>) => {
    const { byQuestionnaire, overall } = evaluate(bank, assessment(answers), day);
    const papers = byQuestionnaire.map(({ questionnaire: id, binding, verdict }) => `${id} ${binding} ${verdict}`);
    return { papers, overall: `${overall.basis} ${overall.verdict}` };
  };

  test('binds, orients, or is unclear while the answer is missing; without a condition it only orients', () => {
    expect(verdicts({ a: given('yes'), sector: given('federal') })).toEqual({
      papers: ['for-federal binds permissible', 'for-nobody orients impermissible'],
      overall: 'binding permissible',
    });
    expect(verdicts({ a: given('yes'), sector: given('municipality') })).toEqual({
      papers: ['for-federal orients permissible', 'for-nobody orients impermissible'],
      overall: 'orientation impermissible',
    });
    expect(verdicts({ a: given('yes') })).toEqual({
      papers: ['for-federal unclear permissible', 'for-nobody orients impermissible'],
      overall: 'unclear-binding undetermined',
    });
  });

  test('says which answers its binding hangs on', () => {
    const hangsOn = (answers: Readonly<Record<string, Answer>>) =>
      evaluate(bank, assessment(answers), day).byQuestionnaire.map(({ bindingBecause }) => bindingBecause);
    expect(hangsOn({ a: given('yes') })).toEqual([['sector'], []]);
    expect(hangsOn({ sector: given('federal') })).toEqual([['sector'], []]);
    expect(hangsOn({ sector: given('municipality') })).toEqual([['sector'], []]);
  });

  test('decides by findings that are those of the evaluation', () => {
    const { byQuestionnaire, findings, overall } = evaluate(
      bank,
      assessment({ a: given('no'), sector: given('federal') }),
      day,
    );
    expect(byQuestionnaire[0]?.decidedBy).toEqual([findings[0]]);
    expect(overall.decidedBy).toEqual([findings[0]]);
  });
});

describe('a questionnaire that does not concern everybody', () => {
  const bank = catalogue(
    [choice('a'), choice('sector', ['federal', 'municipality'])],
    [
      questionnaire('for-all', [requirement('A', is('a', 'no'))]),
      questionnaire('for-federal', [requirement('F', is('a', 'yes'))], { offeredWhen: is('sector', 'federal') }),
    ],
  );
  const evaluated = (answers: Readonly<Record<string, Answer>>, named: readonly string[] = []) => {
    const questionnaires = new Map(named.map((id) => [id, '1']));
    return evaluate(bank, assessment(answers, { questionnaires }), day);
  };

  test.each<{
    name: string;
    answers: Readonly<Record<string, Answer>>;
    named?: readonly string[];
    ids: readonly string[];
  }>([
    { name: 'is evaluated where it does', answers: { sector: given('federal') }, ids: ['for-all', 'for-federal'] },
    { name: 'is left out where it does not', answers: { sector: given('municipality') }, ids: ['for-all'] },
    { name: 'is evaluated where it may', answers: {}, ids: ['for-all', 'for-federal'] },
    {
      name: 'is evaluated where the assessor has chosen it, though it does not',
      answers: { sector: given('municipality') },
      named: ['for-federal'],
      ids: ['for-federal'],
    },
    {
      name: 'is left out where the assessor has not chosen it, though it does',
      answers: { sector: given('federal') },
      named: ['for-all'],
      ids: ['for-all'],
    },
  ])('$name', ({ answers, named, ids }) => {
    const { byQuestionnaire, findings } = evaluated(answers, named);
    expect(byQuestionnaire.map(({ questionnaire: id }) => id)).toEqual(ids);
    expect([...new Set(findings.map(({ questionnaire: id }) => id))]).toEqual(ids);
  });

  test('leaves the verdict undetermined while it may concern this one, unless it is the same either way', () => {
    const verdicts = (value: string) =>
      [{}, { sector: given('federal') }, { sector: given('municipality') }].map(
        (more) => evaluated({ a: given(value), ...more }).overall.verdict,
      );
    expect(verdicts('no')).toEqual(['undetermined', 'impermissible', 'permissible']);
    expect(verdicts('yes')).toEqual(['impermissible', 'impermissible', 'impermissible']);
  });
});

describe('a questionnaire that others extend', () => {
  const questions = ['a', 'sector', 'state'].map((id) => choice(id));
  const bank = catalogue(questions, [
    questionnaire('base', [requirement('B', is('a', 'yes'))], { offeredWhen: is('sector', 'yes') }),
    questionnaire('more', [requirement('M', is('a', 'yes'))], {
      offeredWhen: is('state', 'yes'),
      extends: { base: 'base', raised: new Map() },
    }),
  ]);
  const judged = (answers: Readonly<Record<string, Answer>>) => evaluate(bank, assessment(answers), day);
  const unclear = ({ byQuestionnaire }: ReturnType<typeof judged>) =>
    byQuestionnaire.filter(({ mayNotConcern }) => mayNotConcern).map((one) => [one.questionnaire, one.concernHangsOn]);

  test('may not concern where it does not by itself, and the others only may', () => {
    const evaluation = judged({ a: given('yes'), sector: given('no') });
    expect(unclear(evaluation)).toEqual([
      ['base', ['state']],
      ['more', ['state']],
    ]);
    // Nothing may be evaluated in the end, and then nothing is permissible.
    expect(evaluation.overall).toMatchObject({ verdict: 'undetermined', basis: 'unclear-binding' });
  });

  test('concerns as soon as one of the others does', () => {
    const evaluation = judged({ a: given('yes'), state: given('yes') });
    expect(unclear(evaluation)).toEqual([]);
    expect(evaluation.overall.verdict).toBe('permissible');
  });

  test('hangs on what is open for itself and for the others', () => {
    expect(unclear(judged({}))).toEqual([
      ['base', ['sector', 'state']],
      ['more', ['state']],
    ]);
  });
});

describe('the day of the evaluation', () => {
  const bank = catalogue([choice('a')], [questionnaire('paper', [requirement('R', is('a', 'yes'))])]);
  const certified: Answer = {
    state: 'given',
    value: 'yes',
    evidence: [{ text: 'certificate', validUntil: '2026-11-23' }],
  };

  test.each([
    { date: '2026-11-23', status: 'fulfilled', verdict: 'permissible' },
    { date: '2026-11-24', status: 'open', verdict: 'undetermined' },
  ])('lets an answer expire with its evidence: on $date the requirement is $status', ({ date, status, verdict }) => {
    const { findings, overall, answers, date: evaluated } = evaluate(bank, assessment({ a: certified }), date);
    expect(findings.map((finding) => finding.status)).toEqual([status]);
    expect(overall.verdict).toBe(verdict);
    expect(evaluated).toBe(date);
    expect(answers.get('a')?.state).toBe(status === 'open' ? 'unknown' : 'given');
  });

  test.each([
    { date: '2026-11-30', status: 'violated', verdict: 'impermissible' },
    { date: '2026-12-01', status: 'accepted', verdict: 'conditional' },
    { date: '2027-03-31', status: 'accepted', verdict: 'conditional' },
    { date: '2027-04-01', status: 'violated', verdict: 'impermissible' },
  ])('lets an exception begin and end: on $date the requirement is $status', ({ date, status, verdict }) => {
    const exceptions = [
      { requirement: 'R', reason: 'move', approvedBy: 'head', from: '2026-12-01', until: '2027-03-31' },
    ];
    const { findings, overall } = evaluate(bank, assessment({ a: given('no') }, { exceptions }), date);
    expect(findings.map((finding) => finding.status)).toEqual([status]);
    expect(overall.verdict).toBe(verdict);
  });

  test('makes no difference to what has no days', () => {
    const some = assessment({ a: given('yes') });
    expect(evaluate(bank, some, '1999-01-01')).toEqual({ ...evaluate(bank, some, '2099-12-31'), date: '1999-01-01' });
  });
});

describe('the messenger of the subject block', () => {
  const bank = catalogue(
    [choice('messenger', ['signal', 'whatsapp'])],
    [questionnaire('paper', [requirement('R', is('messenger', 'signal'))])],
  );

  test('is the answer to the question which messenger it is', () => {
    const { findings, answers } = evaluate(bank, assessment({}, { subject: { messenger: 'signal' } }), day);
    expect(statusesOf(findings)).toEqual({ R: 'fulfilled' });
    expect(answers.get('messenger')).toEqual(given('signal'));
  });

  test('is open where it is not named', () => {
    expect(statusesOf(evaluate(bank, assessment({}), day).findings)).toEqual({ R: 'open' });
  });
});

describe('records of the assessor', () => {
  test('reach the finding of their requirement and no other', () => {
    const bank = catalogue(
      [choice('a')],
      [questionnaire('paper', [requirement('R-1', is('a', 'yes')), requirement('R-2', is('a', 'yes'))])],
    );
    const equivalents = [{ requirement: 'R-2', measure: 'other channel', evidence: 'concept' }];
    const { findings, overall } = evaluate(bank, assessment({ a: given('no') }, { equivalents }), day);
    expect(statusesOf(findings)).toEqual({ 'R-1': 'violated', 'R-2': 'substituted' });
    expect(findings.map(({ equivalent }) => equivalent)).toEqual([undefined, equivalents[0]]);
    expect(overall.verdict).toBe('impermissible');
  });
});

describe('house rules that extend a paper', () => {
  const paper = questionnaire('paper', [
    requirement('P-1', is('a', 'yes'), { level: 'should' }),
    requirement('P-2', is('b', 'yes'), { level: 'should', checked: 'recall' }),
  ]);
  const rulesRaising = (raised: ReadonlyMap<string, 'must' | 'should'>) =>
    questionnaire('house', [requirement('H-1', is('c', 'yes'))], { extends: { base: 'paper', raised } });
  const bank = (raised: ReadonlyMap<string, 'must' | 'should'> = new Map()) =>
    catalogue([choice('a'), choice('b'), choice('c')], [paper, rulesRaising(raised)]);
  const chosen = { questionnaires: new Map([['house', '1']]) };
  const verdictsOf = (answers: Readonly<Record<string, Answer>>, raised?: ReadonlyMap<string, 'must' | 'should'>) => {
    const { byQuestionnaire } = evaluate(bank(raised), assessment(answers, chosen), day);
    return Object.fromEntries(byQuestionnaire.map(({ questionnaire: id, verdict }) => [id, verdict]));
  };

  test('are evaluated together with that paper, each finding once', () => {
    const { findings } = evaluate(bank(), assessment({}, chosen), day);
    expect(findings.map(({ questionnaire: id, requirement: { id: name } }) => [id, name])).toEqual([
      ['paper', 'P-1'],
      ['paper', 'P-2'],
      ['house', 'H-1'],
    ]);
  });

  test('are no better than the paper they build on', () => {
    const answers = { a: given('no'), b: given('yes'), c: given('yes') };
    expect(verdictsOf(answers)).toEqual({ paper: 'conditional', house: 'conditional' });
  });

  test('add to the paper and leave its own verdict alone', () => {
    const answers = { a: given('yes'), b: given('yes'), c: given('no') };
    expect(verdictsOf(answers)).toEqual({ paper: 'permissible', house: 'impermissible' });
  });

  test('count a level they raise in their own verdict only, however well the paper attests it', () => {
    const answers = { a: given('yes'), b: given('no'), c: given('yes') };
    expect(verdictsOf(answers, new Map([['P-2', 'must']]))).toEqual({ paper: 'conditional', house: 'impermissible' });
  });

  test('leave open what is not answered', () => {
    expect(verdictsOf({ a: given('yes'), c: given('yes') }, new Map([['P-2', 'must']]))).toEqual({
      paper: 'conditional',
      house: 'undetermined',
    });
  });
});

describe('a demand that binds fewer bodies than its paper', () => {
  const notice = requirement('N-1', is('a', 'yes'), { binds: is('sector', 'state-authority') });
  const bank = (first: boolean) =>
    catalogue(
      [choice('a'), choice('b'), choice('sector', ['state-authority', 'municipality', 'company'])],
      [
        questionnaire('paper', [requirement('P-1', is('b', 'yes')), notice], {
          ...(first && { binds: is('sector', 'state-authority', 'municipality') }),
        }),
      ],
      ['sector'],
    );
  const judged = (answers: Readonly<Record<string, Answer>>, binds = true) => {
    const { byQuestionnaire, overall, findings } = evaluate(bank(binds), assessment(answers), day);
    return {
      paper: byQuestionnaire[0]?.verdict,
      overall: overall.verdict,
      basis: overall.basis,
      binding: findings.map(({ binding }) => binding),
    };
  };
  const notFollowed = { a: given('no'), b: given('yes') };

  test('decides where it binds', () => {
    expect(judged({ ...notFollowed, sector: given('state-authority') })).toEqual({
      paper: 'impermissible',
      overall: 'impermissible',
      basis: 'binding',
      binding: ['binds', 'binds'],
    });
  });

  test('is left out of the verdict over all where it binds others, and stays in that of its paper', () => {
    expect(judged({ ...notFollowed, sector: given('municipality') })).toEqual({
      paper: 'impermissible',
      overall: 'permissible',
      basis: 'binding',
      binding: ['binds', 'orients'],
    });
  });

  test('counts like the rest where the whole paper only orients', () => {
    expect(judged({ ...notFollowed, sector: given('company') })).toMatchObject({
      overall: 'impermissible',
      basis: 'orientation',
    });
    expect(judged({ ...notFollowed, sector: given('state-authority') }, false)).toMatchObject({
      overall: 'impermissible',
      basis: 'orientation',
      binding: ['orients', 'orients'],
    });
  });

  test('leaves the verdict open while it is unclear whom it binds', () => {
    expect(judged(notFollowed)).toMatchObject({ overall: 'undetermined', basis: 'unclear-binding' });
  });

  /** What `P-1` for everybody, followed, and two more demands come to for a state authority. */
  const withTwo = (other: Requirement, answers: Readonly<Record<string, Answer>>) => {
    const binds = is('sector', 'state-authority', 'municipality');
    const paper = questionnaire('paper', [requirement('P-1', is('b', 'yes')), notice, other], { binds });
    const sector = choice('sector', ['state-authority', 'municipality', 'company']);
    const all = { b: given('yes'), sector: given('state-authority'), ...answers };
    const both = catalogue([choice('a'), choice('b'), choice('c'), sector], [paper], ['sector']);
    return evaluate(both, assessment(all), day).overall.verdict;
  };

  test.each(['a', 'c'])(
    'counts beside another for the same bodies, whichever of them is not followed: %s',
    (broken) => {
      const other = requirement('N-2', is('c', 'yes'), { binds: is('sector', 'state-authority') });
      const answers = { a: given('yes'), c: given('yes') };
      expect(withTwo(other, answers)).toBe('permissible');
      expect(withTwo(other, { ...answers, [broken]: given('no') })).toBe('impermissible');
    },
  );

  test('counts apart from another for other bodies', () => {
    const other = requirement('N-2', is('c', 'yes'), { binds: is('sector', 'municipality') });
    expect(withTwo(other, { a: given('yes'), c: given('no') })).toBe('permissible');
    expect(withTwo(other, { a: given('no'), c: given('yes') })).toBe('impermissible');
  });
});

describe('on papers that bind by sector and state, some demands more narrowly', () => {
  const sectors = ['state-authority', 'municipality', 'company'];
  const states = ['nw', 'he'];
  const conditions = [
    undefined,
    is('sector', 'state-authority'),
    is('state', 'nw'),
    { op: 'all', of: [is('sector', 'state-authority', 'municipality'), is('state', 'nw')] } as const,
    { op: 'all', of: [is('sector', 'state-authority'), is('state', 'nw')] } as const,
  ];
  const condition = fc.constantFrom(...conditions);
  const papers = fc.array(
    fc.record({
      binds: condition,
      offeredWhen: condition,
      demands: fc.array(fc.tuple(fc.nat(2), condition), { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 3 },
  );
  const values = fc.array(fc.constantFrom('yes', 'no'), { minLength: 3, maxLength: 3 });

  test('the verdict is what every sector and state come to, or undetermined where they differ', () => {
    fc.assert(
      fc.property(papers, values, fc.option(fc.constantFrom(...sectors), { nil: undefined }), (drawn, said, sector) => {
        const bank = catalogue(
          [choice('sector', sectors), choice('state', states), ...said.map((_, at) => choice(`a${at}`))],
          drawn.map(({ binds, offeredWhen, demands }, at) =>
            questionnaire(
              `q${at}`,
              demands.map(([question, narrower], index) =>
                requirement(`R-${at}-${index}`, is(`a${question}`, 'yes'), { ...(narrower && { binds: narrower }) }),
              ),
              { ...(binds && { binds }), ...(offeredWhen && { offeredWhen }) },
            ),
          ),
          ['sector', 'state'],
        );
        const verdictFor = (more: Readonly<Record<string, Answer>>) => {
          const answers = Object.fromEntries(said.map((value, at) => [`a${at}`, given(value)]));
          return evaluate(bank, assessment({ ...answers, ...more }), day).overall.verdict;
        };
        const known = sector === undefined ? {} : { sector: given(sector) };
        const ways = (sector === undefined ? sectors : [sector]).flatMap((one) =>
          states.map((state) => verdictFor({ sector: given(one), state: given(state) })),
        );
        const verdict = verdictFor(known);
        // Being unsure where it is not needed is a fault; being sure of what is not so would be a worse one.
        if (verdict !== 'undetermined') expect([...new Set(ways)]).toEqual([verdict]);
      }),
      { numRuns: runs(500) },
    );
  });

  test('a demand that binds fewer never counts without its paper', () => {
    const narrow = { op: 'all', of: [is('sector', 'state-authority'), is('state', 'nw')] } as const;
    const bank = catalogue(
      [choice('sector', sectors), choice('state', states), choice('a'), choice('b')],
      [
        questionnaire('q', [requirement('P', is('a', 'yes')), requirement('N', is('b', 'yes'), { binds: narrow })], {
          binds: is('state', 'nw'),
        }),
      ],
      ['sector', 'state'],
    );
    const answers = { sector: given('state-authority'), a: given('no'), b: given('yes') };
    // Wherever it is, what everybody is asked is violated.
    expect(evaluate(bank, assessment(answers), day).overall.verdict).toBe('impermissible');
  });

  test('many demands, each of which binds others, are judged in no time', () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      requirement(`N-${at}`, is('a', 'yes'), { binds: is(`x${at}`, 'yes') }),
    );
    const bank = catalogue(
      [choice('a'), choice('sector', sectors), ...many.map((_, at) => choice(`x${at}`))],
      [questionnaire('q', many, { binds: is('sector', 'company'), offeredWhen: is('sector', 'company') })],
      ['sector'],
    );
    expect(evaluate(bank, assessment({ a: given('no') }), day).overall.verdict).toBe('undetermined');
  });
});
