import { describe, expect, test } from 'vitest';
import type { Answer, AnswerValue } from '../../src/domain/answer.ts';
import { type Assessment, type Exception, emptyAssessment, type MeasurePlan } from '../../src/domain/assessment.ts';
import type { Catalogue, SourceFile } from '../../src/domain/catalogue.ts';
import type { Condition } from '../../src/domain/condition.ts';
import type { Contradiction, Direction, Evidence } from '../../src/domain/evidence.ts';
import type { Language, Text } from '../../src/domain/language.ts';
import type { Choice, Question } from '../../src/domain/question.ts';
import type { Questionnaire } from '../../src/domain/questionnaire.ts';
import type { Requirement } from '../../src/domain/requirement.ts';
import type { Source } from '../../src/domain/source.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { buildReport } from '../../src/report/build-report.ts';
import type { Depth, Report } from '../../src/report/report.ts';
import { wordings } from '../../src/wording/wording.ts';
import { catalogue, choice, choices, free, is, questionnaire, requirement } from '../support/small-catalogue.ts';

type Answers = Readonly<Record<string, Answer>>;

/** Words that tell in which language they were taken. */
function both(words: string): Text {
  return { de: `${words} [de]`, en: `${words} [en]` };
}

function given(value: AnswerValue, more: Partial<Answer> = {}): Answer {
  return { state: 'given', value, evidence: [], ...more } as Answer;
}

const [yes, no] = [given('yes'), given('no')];

function question(id: string, more: Partial<Question> = {}): Question {
  const choicesInWords: readonly Choice[] = ['yes', 'no', 'half'].map((one) => ({ id: one, text: both(one) }));
  return { ...choice(id), choices: choicesInWords, text: both(`Is ${id} so?`), ...more } as Question;
}

function rule(id: string, read: string, more: Partial<Requirement> = {}): Requirement {
  return requirement(id, is(read, 'yes'), {
    title: both(`title ${id}`),
    finding: both(`finding ${id}`),
    measure: both(`measure ${id}`),
    ...more,
  });
}

/** Partial for the answer "half". */
function graded(id: string, read: string, more: Partial<Requirement> = {}): Requirement {
  return rule(id, read, { partialWhen: is(read, 'half'), partialFinding: both(`partial finding ${id}`), ...more });
}

function paper(id: string, requirements: readonly Requirement[], more: Parameters<typeof questionnaire>[2] = {}) {
  return questionnaire(id, requirements, { title: both(`paper ${id}`), ...more });
}

interface Case {
  readonly questions: readonly Question[];
  readonly papers: readonly Questionnaire[];
  readonly context?: readonly string[];
  readonly sources?: readonly Source[];
  readonly files?: readonly SourceFile[];
  readonly evidence?: readonly Evidence[];
  readonly contradictions?: readonly Contradiction[];
  readonly answers?: Answers;
  readonly assessment?: Partial<Assessment>;
  readonly warnings?: readonly string[];
  readonly language?: Language;
  readonly date?: string;
  readonly depth?: Depth;
}

const messenger: Question = {
  ...question('messenger'),
  kind: 'choice',
  choices: [{ id: 'signal', text: both('Signal') }],
};

function reportOf(one: Case): Report {
  const { answers = {}, language = 'en', date = '2026-11-23', sources = [], depth = 'annex' } = one;
  const bank: Catalogue = {
    ...catalogue([messenger, ...one.questions], one.papers, one.context ?? []),
    sources: new Map(sources.map((source) => [source.id, source])),
    evidence: new Map((one.evidence ?? []).map((each) => [each.id, each])),
    contradictions: new Map((one.contradictions ?? []).map((each) => [each.id, each])),
    files: one.files ?? [],
  };
  const assessment: Assessment = {
    ...emptyAssessment,
    answers: new Map(Object.entries(answers)),
    ...one.assessment,
  };
  return buildReport({
    catalogue: bank,
    assessment,
    evaluation: evaluate(bank, assessment, date),
    language,
    words: wordings[language],
    file: { name: 'answers.yaml', sha256: 'ab12' },
    version: '1.2.3',
    depth,
    warnings: one.warnings ?? [],
  });
}

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const seven = letters.map((id) => question(id));

/** One requirement in every status, of every level, in two papers. */
const everything: Case = {
  questions: seven,
  papers: [
    paper(
      'one',
      [
        rule('MAY-VIOLATED', 'b', { level: 'may' }),
        rule('SHOULD-VIOLATED', 'b', { level: 'should' }),
        rule('MUST-FULFILLED', 'a'),
        graded('MUST-PARTIAL', 'c'),
        rule('MUST-OPEN', 'd'),
        rule('SHOULD-OUT', 'a', { level: 'should', appliesWhen: is('b', 'yes') }),
      ],
      { questions: letters },
    ),
    paper('two', [
      rule('MUST-VIOLATED', 'b'),
      rule('SHOULD-ACCEPTED', 'b', { level: 'should' }),
      graded('SHOULD-SUBSTITUTED', 'c', { level: 'should' }),
      rule('MAY-FULFILLED', 'a', { level: 'may' }),
      rule('SHOULD-VIOLATED-2', 'b', { level: 'should' }),
    ]),
  ],
  answers: { a: yes, b: no, c: given('half') },
  assessment: {
    equivalents: [{ requirement: 'SHOULD-SUBSTITUTED', measure: 'another channel', evidence: 'concept of May' }],
    exceptions: [
      {
        requirement: 'SHOULD-ACCEPTED',
        reason: 'change-over',
        approvedBy: 'head of office',
        from: '2026-01-01',
        until: '2026-12-31',
      },
    ],
  },
};

describe('findings', () => {
  const report = reportOf(everything);

  test('stand by status, worst first, stronger levels first, then in the order of the papers', () => {
    const groups = report.findings.map(({ status, findings }) => [status.id, ...findings.map(({ id }) => id)]);
    expect(groups).toEqual([
      ['violated', 'MUST-VIOLATED', 'SHOULD-VIOLATED', 'SHOULD-VIOLATED-2', 'MAY-VIOLATED'],
      ['accepted', 'SHOULD-ACCEPTED'],
      ['partial', 'MUST-PARTIAL'],
      ['substituted', 'SHOULD-SUBSTITUTED'],
      ['open', 'MUST-OPEN'],
    ]);
  });

  test('stand first by whether their papers bind, whatever their status; those that only orient are short', () => {
    const papers = [
      paper('orienting', [rule('O', 'a'), rule('OPEN', 'g')]),
      paper('binding', [rule('B', 'a', { partialWhen: is('a', 'no'), partialFinding: both('partial') })], {
        binds: is('a', 'no'),
      }),
      paper('unclear', [rule('U', 'a')], { binds: is('b', 'no') }),
    ];
    const groupsOf = (depth: Depth) =>
      reportOf({ questions: seven, papers, answers: { a: no }, depth }).findings.map(
        ({ title, findings, isShort, remark }) => [title, findings.map(({ id }) => id).join(), isShort, remark],
      );
    const { shortFindings } = wordings.en.report;
    expect(groupsOf('full')).toEqual([
      ['Partly fulfilled: authoritative', 'B', false, null],
      ['Not fulfilled: standing not settled yet', 'U', false, null],
      ['Not fulfilled: orientation only', 'O', true, shortFindings],
      ['Open: orientation only', 'OPEN', true, null],
    ]);
    expect(groupsOf('annex').map(([, , isShort, remark]) => [isShort, remark])).toEqual(Array(4).fill([false, null]));
  });

  test('are never short where no paper binds: then those that orient are what counts', () => {
    const { findings } = reportOf({
      questions: seven,
      papers: [paper('one', [rule('R', 'a')])],
      answers: { a: no },
      depth: 'full',
    });
    expect(findings).toMatchObject([{ title: 'Not fulfilled', isShort: false, remark: null }]);
  });

  test('that call for nothing stand apart, stronger levels first', () => {
    const groups = report.settled.map(({ status, findings }) => [status.id, ...findings.map(({ id }) => id)]);
    expect(groups).toEqual([
      ['fulfilled', 'MUST-FULFILLED', 'MAY-FULFILLED'],
      ['not-applicable', 'SHOULD-OUT'],
    ]);
  });

  test('are counted per paper by status, without zeros, and none is lost', () => {
    const counts = report.questionnaires.map(({ counts: some }) => some.map(({ id, count }) => `${count} ${id}`));
    expect(counts).toEqual([
      ['2 violated', '1 partial', '1 open', '1 fulfilled', '1 not-applicable'],
      ['2 violated', '1 accepted', '1 substituted', '1 fulfilled'],
    ]);
  });

  test('say what is wrong, what is missing or that it is open, and what to do unless it is open', () => {
    const texts = report.findings.flatMap(({ findings }) =>
      findings.map(({ id, text, measure }) => [id, text, measure]),
    );
    expect(texts).toEqual([
      ['MUST-VIOLATED', 'finding MUST-VIOLATED [en]', 'measure MUST-VIOLATED [en]'],
      ['SHOULD-VIOLATED', 'finding SHOULD-VIOLATED [en]', 'measure SHOULD-VIOLATED [en]'],
      ['SHOULD-VIOLATED-2', 'finding SHOULD-VIOLATED-2 [en]', 'measure SHOULD-VIOLATED-2 [en]'],
      ['MAY-VIOLATED', 'finding MAY-VIOLATED [en]', 'measure MAY-VIOLATED [en]'],
      ['SHOULD-ACCEPTED', 'finding SHOULD-ACCEPTED [en]', 'measure SHOULD-ACCEPTED [en]'],
      ['MUST-PARTIAL', 'partial finding MUST-PARTIAL [en]', 'measure MUST-PARTIAL [en]'],
      ['SHOULD-SUBSTITUTED', 'partial finding SHOULD-SUBSTITUTED [en]', 'measure SHOULD-SUBSTITUTED [en]'],
      ['MUST-OPEN', 'This requirement cannot be judged yet.', null],
    ]);
  });

  test('carry the answers they rest on, with note and evidence', () => {
    const answers = { a: given('no', { note: 'asked twice', evidence: [{ text: 'letter', date: '2026-05-04' }] }) };
    const { findings } = reportOf({ questions: seven, papers: [paper('one', [rule('R', 'a')])], answers });
    expect(findings[0]?.findings[0]?.answers).toEqual([
      {
        id: 'a',
        question: 'Is a so? [en]',
        answer: 'no [en]',
        isOpen: false,
        origin: null,
        note: 'asked twice',
        evidence: ['letter (2026-05-04)'],
      },
    ]);
  });

  test('of a requirement judged for each choice name the choice', () => {
    const { findings, settled } = reportOf(forEachFunction);
    const names = [...findings, ...settled].flatMap((group) => group.findings.map(({ id, label }) => [id, label]));
    expect(names).toEqual([
      ['R@calls', 'R (Calls [en])'],
      ['R@text', 'R (Text [en])'],
    ]);
    expect(findings[0]?.findings[0]?.answers.map((answer) => answer.question)).toEqual([
      'Calls [en]: Is basis so? [en]',
    ]);
  });

  test.each<{ name: string; more: Partial<Requirement>; label: string }>([
    { name: 'its level', more: { level: 'should' }, label: 'SHOULD' },
    {
      name: 'that the level is proposed, not the source’s',
      more: { levelProposed: true },
      label: 'MUST, level proposed',
    },
    {
      name: 'that the level is a reading of ours',
      more: { levelUncertain: true, level: 'should' },
      label: 'SHOULD, level unclear in the source',
    },
    {
      name: 'that it counts for less, because nothing was seen of it',
      more: { checked: 'recall' },
      label: 'MUST, counts as SHOULD, too weakly substantiated',
    },
    {
      name: 'nothing of the kind where it counts for no less',
      more: { checked: 'recall', level: 'may' },
      label: 'MAY',
    },
  ])('say of the level: $name', ({ more, label }) => {
    const { findings } = reportOf({
      questions: seven,
      papers: [paper('one', [rule('R', 'a', more)])],
      answers: { a: no },
    });
    expect(findings[0]?.findings[0]?.level.label).toBe(label);
  });

  test.each<{ name: string; more: Partial<Requirement>; authority: string | null }>([
    { name: 'credit the authority with what was seen in its own text', more: {}, authority: 'authority' },
    { name: 'do not credit it with what others report', more: { checked: 'secondary' }, authority: null },
    { name: 'do not credit it with what nobody saw', more: { checked: 'recall' }, authority: null },
    { name: 'do not credit it with what somebody else issued', more: { issuer: both('cabinet') }, authority: null },
  ])('$name', ({ more, authority }) => {
    const { findings } = reportOf({
      questions: seven,
      papers: [paper('one', [rule('R', 'a', more)])],
      answers: { a: no },
    });
    expect(findings[0]?.findings[0]?.authority).toBe(authority);
  });
});

const forEachFunction: Case = {
  questions: [
    {
      ...choices('functions', []),
      choices: [
        { id: 'text', text: both('Text') },
        { id: 'calls', text: both('Calls') },
      ],
    } as Question,
    question('basis', { each: 'functions' }),
  ],
  papers: [paper('one', [rule('R', 'basis', { each: 'functions' })], { questions: ['functions', 'basis'] })],
  answers: { functions: given(['text', 'calls']), 'basis@text': yes, 'basis@calls': no },
};

describe('what the assessor put on record', () => {
  const records = (assessment: Partial<Assessment>, language: Language = 'en') =>
    reportOf({
      questions: seven,
      papers: [paper('one', [rule('R', 'a')])],
      answers: { a: no },
      assessment,
      language,
    }).findings.flatMap(({ findings }) => findings.flatMap((finding) => finding.records));
  const exception = (from: string, until: string): Exception => ({
    requirement: 'R',
    reason: 'change-over',
    approvedBy: 'head of office',
    from,
    until,
  });

  test.each<{ language: Language; expected: readonly string[] }>([
    { language: 'en', expected: ['Equivalent measure: second channel', 'Evidence: concept'] },
    { language: 'de', expected: ['Ersatzmaßnahme: second channel', 'Nachweis: concept'] },
  ])('names an equivalent measure and its evidence in $language', ({ language, expected }) => {
    const equivalents = [{ requirement: 'R', measure: 'second channel', evidence: 'concept' }];
    expect(records({ equivalents }, language)).toEqual(expected);
  });

  test.each<{ state: string; from: string; until: string; de: string; en: string }>([
    {
      state: 'that counts',
      from: '2026-11-01',
      until: '2027-03-31',
      de: 'Abweichung genehmigt von head of office, gültig bis 31.03.2027: change-over',
      en: 'Deviation approved by head of office, valid until 2027-03-31: change-over',
    },
    {
      state: 'that has expired',
      from: '2026-01-01',
      until: '2026-11-22',
      de: 'Abweichung war genehmigt von head of office, am 22.11.2026 abgelaufen, zählt nicht mehr: change-over',
      en: 'Deviation was approved by head of office, expired on 2026-11-22, no longer counts: change-over',
    },
    {
      state: 'that does not count yet',
      from: '2026-12-01',
      until: '2027-03-31',
      de: 'Abweichung genehmigt von head of office, gilt erst ab 01.12.2026: change-over',
      en: 'Deviation approved by head of office, takes effect on 2026-12-01: change-over',
    },
  ])('names an exception $state, in both languages', ({ from, until, de, en }) => {
    expect(records({ exceptions: [exception(from, until)] }, 'de')).toEqual([de]);
    expect(records({ exceptions: [exception(from, until)] }, 'en')).toEqual([en]);
  });
});

const unplanned = { responsible: null, due: null, note: null, plans: [] };

describe('measures', () => {
  test('are numbered tasks: what is violated first, then what is partial, then what is accepted', () => {
    const { measures } = reportOf(everything);
    const told = measures.flatMap((group) =>
      group.measures.map(({ number, text, requirements }) => [number, text, ...requirements.map(({ id }) => id)]),
    );
    expect(told).toEqual([
      [1, 'measure MUST-VIOLATED [en]', 'MUST-VIOLATED'],
      [2, 'measure SHOULD-VIOLATED [en]', 'SHOULD-VIOLATED'],
      [3, 'measure SHOULD-VIOLATED-2 [en]', 'SHOULD-VIOLATED-2'],
      [4, 'measure MAY-VIOLATED [en]', 'MAY-VIOLATED'],
      [5, 'measure MUST-PARTIAL [en]', 'MUST-PARTIAL'],
      [6, 'measure SHOULD-ACCEPTED [en]', 'SHOULD-ACCEPTED'],
    ]);
  });

  test('that several requirements call for come once, with all of them, at the place of the first', () => {
    const same = both('switch it off');
    const { measures } = reportOf({
      questions: seven,
      papers: [
        paper('one', [graded('A', 'c', { measure: same }), rule('B', 'a')]),
        paper('two', [rule('C', 'a', { measure: same })]),
      ],
      answers: { a: no, c: given('half') },
    });
    expect(measures.map(({ measures: tasks }) => tasks)).toEqual([
      [
        { number: 1, text: 'measure B [en]', requirements: [{ id: 'B', label: 'B' }], ...unplanned },
        {
          number: 2,
          text: 'switch it off [en]',
          requirements: [
            { id: 'C', label: 'C' },
            { id: 'A', label: 'A' },
          ],
          ...unplanned,
        },
      ],
    ]);
  });

  describe('that several requirements share', () => {
    const same = both('switch it off');
    const planned = (plans: Readonly<Record<string, MeasurePlan>>, language?: Language) => {
      const { measures } = reportOf({
        questions: seven,
        papers: [
          paper(
            'one',
            ['A', 'B', 'C'].map((id) => rule(id, 'a', { measure: same })),
          ),
        ],
        answers: { a: no },
        assessment: { measures: new Map(Object.entries(plans)) },
        ...(language && { language }),
      });
      const [
        {
          measures: [task],
        } = { measures: [] },
      ] = measures;
      return task;
    };

    test('say who and until when once, where those who were asked agree', () => {
      expect(planned({ A: { responsible: 'IT', due: '2026-12-01' }, C: { responsible: 'IT' } }, 'de')).toMatchObject({
        responsible: 'IT',
        due: '01.12.2026',
        note: null,
        plans: [
          { requirement: 'A', responsible: 'IT', due: { id: '2026-12-01', label: '01.12.2026' }, note: null },
          { requirement: 'C', responsible: 'IT', due: null, note: null },
        ],
      });
    });

    test('say for which requirement, where they do not', () => {
      const plans = {
        A: { responsible: 'IT', due: '2026-12-01' },
        B: { responsible: 'Legal', due: '2026-12-01', note: 'ask again' },
        C: { responsible: 'IT', due: '2027-01-31' },
      };
      expect(planned(plans)).toMatchObject({
        responsible: 'IT (A, C); Legal (B)',
        due: '2026-12-01 (A, B); 2027-01-31 (C)',
        note: 'ask again',
      });
    });
  });

  test('planned for a requirement that was judged for several functions are told once', () => {
    const questions = [choices('functions', ['text', 'calls']), question('purpose', { each: 'functions' })];
    const { measures } = reportOf({
      questions,
      papers: [paper('one', [rule('P', 'purpose', { each: 'functions' })])],
      answers: { functions: given(['text', 'calls']), 'purpose@text': no, 'purpose@calls': no },
      assessment: { measures: new Map([['P', { responsible: 'IT' }]]) },
    });
    const [task] = measures.flatMap((group) => group.measures);
    expect(task?.requirements.map(({ id }) => id)).toEqual(['P@text', 'P@calls']);
    expect(task?.responsible).toBe('IT');
    expect(task?.plans).toHaveLength(1);
  });

  test('stand apart by whether the papers that demand them bind, those that bind first; a shared one binds', () => {
    const same = both('switch it off');
    const { measures } = reportOf({
      questions: seven,
      papers: [
        paper('orienting', [rule('O', 'a'), rule('S', 'a', { measure: same })]),
        paper('binding', [rule('B', 'a', { measure: same })], { binds: is('a', 'no') }),
        paper('unclear', [rule('U', 'a')], { binds: is('b', 'no') }),
      ],
      answers: { a: no },
    });
    const told = measures.map(({ binding, measures: tasks }) => [
      binding.label,
      ...tasks.map(({ number, requirements }) => `${number}: ${requirements.map(({ id }) => id).join(' ')}`),
    ]);
    expect(told).toEqual([
      ['From papers that are authoritative for this organisation', '1: B S'],
      ['From papers for which that is not settled yet', '2: U'],
      ['From papers that only offer orientation', '3: O'],
    ]);
  });

  test('are none where nothing is known to be wrong', () => {
    expect(reportOf({ questions: seven, papers: [paper('one', [rule('R', 'a')])] }).measures).toEqual([]);
  });
});

describe('open points', () => {
  test('stand by who can answer them, each question once with all that waits for it', () => {
    const { openPoints } = reportOf({
      questions: [
        question('own', { about: 'organisation' }),
        question('run', { about: 'operation' }),
        question('made', { about: 'product' }),
        question('known', { about: 'product' }),
      ],
      papers: [
        paper('one', [
          rule('A', 'own'),
          rule('B', 'made', { fulfilledWhen: { op: 'all', of: [is('made', 'yes'), is('run', 'yes')] } }),
          rule('K', 'known'),
        ]),
        paper('two', [rule('C', 'own'), rule('D', 'made')]),
      ],
      answers: {
        known: no,
        made: { state: 'unknown', reason: 'asked-provider', note: 'letter sent', evidence: [] },
      },
    });
    const told = openPoints.map(({ about, points }) => [
      about.id,
      ...points.map(
        ({ id, answer, requirements }) => `${id} (${answer}): ${requirements.map(({ label }) => label).join(' ')}`,
      ),
    ]);
    expect(told).toEqual([
      ['product', 'made (provider has been asked): B D'],
      ['operation', 'run (not answered yet): B'],
      ['organisation', 'own (not answered yet): A C'],
    ]);
    expect(openPoints[0]?.points[0]).toMatchObject({ note: 'letter sent', isOpen: true });
  });

  test('name the choice where a question is asked once per choice', () => {
    const { openPoints } = reportOf({ ...forEachFunction, answers: { functions: given(['calls']) } });
    const told = openPoints.flatMap(({ points }) => points.map(({ id, question: text }) => [id, text]));
    expect(told).toEqual([['basis@calls', 'Calls [en]: Is basis so? [en]']]);
  });

  test('include the questions on which it hangs whether a paper binds', () => {
    const { openPoints, verdict } = reportOf({
      questions: seven,
      papers: [paper('one', [rule('R', 'a')], { binds: is('b', 'yes') })],
      answers: { a: yes },
    });
    expect(verdict.basis.id).toBe('unclear-binding');
    expect(openPoints.flatMap(({ points }) => points.map(({ id }) => id))).toEqual(['b']);
  });

  test('include the questions on which it hangs whether a paper concerns this one at all', () => {
    const { openPoints, verdict } = reportOf({
      questions: seven,
      papers: [paper('one', [rule('R', 'a')]), paper('two', [rule('S', 'c')], { offeredWhen: is('b', 'yes') })],
      answers: { a: yes, c: no },
    });
    expect(verdict.id).toBe('undetermined');
    const told = openPoints.flatMap(({ points }) => points.map(({ id, questionnaires }) => [id, ...questionnaires]));
    expect(told).toEqual([['b', 'two']]);
  });

  test('are none once all is answered', () => {
    const answers = { ...everything.answers, d: yes };
    expect(reportOf({ ...everything, answers }).openPoints).toEqual([]);
  });
});

describe('the answers', () => {
  const listOf = (one: Case) =>
    reportOf(one).answers.map(({ title, answers }) => [title, ...answers.map(({ id }) => id)]);

  test('stand in the order of the interview, the questions on the use first, without empty sections', () => {
    const list = listOf({
      questions: seven,
      papers: [
        paper('one', [rule('R', 'a'), rule('S', 'b')], {
          sections: [
            {
              id: 's',
              title: both('first section'),
              questions: ['b', 'a'],
              requirements: [rule('R', 'a'), rule('S', 'b')],
            },
            { id: 't', title: both('second section'), questions: ['a'], requirements: [] },
          ],
        }),
      ],
      context: ['c'],
      answers: { a: yes },
    });
    expect(list).toEqual([
      ['The use', 'c'],
      ['first section [en]', 'b', 'a'],
    ]);
  });

  test('say of a question that was not answered that it was not', () => {
    const { answers } = reportOf({ questions: seven, papers: [paper('one', [rule('R', 'a')], { questions: ['a'] })] });
    expect(answers[0]?.answers[0]).toMatchObject({ answer: 'not answered yet', isOpen: true });
  });

  const gated: Case = {
    questions: [question('gate'), question('gated', { askWhen: is('gate', 'yes') })],
    papers: [paper('one', [rule('R', 'gated'), rule('S', 'gate')], { questions: ['gate', 'gated'] })],
  };

  test.each<{ name: string; answers: Answers; expected: readonly (readonly string[])[] }>([
    { name: 'is left out where it is open whether it is asked', answers: {}, expected: [['only', 'gate']] },
    { name: 'is left out where it is not asked', answers: { gate: no }, expected: [['only', 'gate']] },
    { name: 'is listed where it is asked', answers: { gate: yes }, expected: [['only', 'gate', 'gated']] },
    {
      name: 'is listed where it is open whether it is asked, but an answer is stored',
      answers: { gated: yes },
      expected: [['only', 'gate', 'gated']],
    },
    {
      name: 'is listed as unused where it is not asked, but an answer is stored',
      answers: { gate: no, gated: yes },
      expected: [
        ['only', 'gate'],
        ['Stored, but not used', 'gated'],
      ],
    },
  ])('a question with a condition $name', ({ answers, expected }) => {
    expect(listOf({ ...gated, answers })).toEqual(expected);
  });

  test('that are stored but not used come last, with a word on why', () => {
    const { answers } = reportOf({ ...gated, answers: { gate: no, gated: yes } });
    expect(answers.map(({ hint }) => hint === null)).toEqual([true, false]);
  });

  test('that no applicable requirement reads are stored but not used', () => {
    const list = listOf({
      questions: seven,
      papers: [
        paper('one', [rule('R', 'b', { appliesWhen: is('a', 'yes') }), rule('S', 'a')], { questions: ['a', 'b'] }),
      ],
      answers: { a: no, b: yes },
    });
    expect(list).toEqual([
      ['only', 'a'],
      ['Stored, but not used', 'b'],
    ]);
  });

  test('that rule a requirement out are used: nothing else says why it does not apply', () => {
    const list = listOf({
      questions: seven,
      papers: [paper('one', [rule('R', 'b', { appliesWhen: is('a', 'yes') })], { questions: ['a', 'b'] })],
      answers: { a: no },
    });
    expect(list).toEqual([['only', 'a']]);
  });

  test('for a choice that is not made any more are stored but not used', () => {
    const list = listOf({
      ...forEachFunction,
      answers: { functions: given(['text']), 'basis@text': yes, 'basis@calls': no },
    });
    expect(list).toEqual([
      ['only', 'functions', 'basis@text'],
      ['Stored, but not used', 'basis@calls'],
    ]);
  });

  const several = {
    ...choices('several', []),
    choices: [
      { id: 'x', text: both('x') },
      { id: 'y', text: both('y') },
      { id: 'z', text: both('z') },
    ],
  } as Question;
  const kinds = [
    question('one', { allowsNotApplicable: true }),
    several,
    free('words', 'text'),
    free('count', 'number'),
    free('since', 'date'),
  ];

  test.each<{ key: string; answer: Answer | undefined; de: string; en: string }>([
    { key: 'one', answer: given('half'), de: 'half [de]', en: 'half [en]' },
    { key: 'several', answer: given(['x', 'z']), de: 'x [de]; z [de]', en: 'x [en]; z [en]' },
    { key: 'several', answer: given([]), de: 'nichts davon', en: 'none of these' },
    { key: 'words', answer: given('Threema Work 6'), de: 'Threema Work 6', en: 'Threema Work 6' },
    { key: 'count', answer: given(0), de: '0', en: '0' },
    { key: 'since', answer: given('2026-03-01'), de: '01.03.2026', en: '2026-03-01' },
    { key: 'one', answer: undefined, de: 'noch nicht beantwortet', en: 'not answered yet' },
    {
      key: 'one',
      answer: { state: 'unknown', reason: 'to-be-checked', evidence: [] },
      de: 'wird noch geprüft',
      en: 'still to be checked',
    },
    {
      key: 'one',
      answer: { state: 'not-applicable', reason: 'no groups', evidence: [] },
      de: 'nicht anwendbar: no groups',
      en: 'not applicable: no groups',
    },
    {
      key: 'one',
      answer: given('yes', { evidence: [{ text: 'certificate', validUntil: '2026-11-22' }] }),
      de: 'Nachweis abgelaufen',
      en: 'evidence expired',
    },
  ])('are put in words: $en', ({ key, answer, de, en }) => {
    const inLanguage = (language: Language) =>
      reportOf({
        questions: kinds,
        papers: [paper('one', [], { questions: [key] })],
        context: [key],
        answers: answer === undefined ? {} : { [key]: answer },
        language,
      }).answers[0]?.answers[0]?.answer;
    expect([inLanguage('de'), inLanguage('en')]).toEqual([de, en]);
  });

  test.each<{ name: string; proof: { date?: string; validUntil?: string }; de: string; en: string }>([
    { name: 'no days', proof: {}, de: 'report', en: 'report' },
    { name: 'a date', proof: { date: '2026-05-04' }, de: 'report (04.05.2026)', en: 'report (2026-05-04)' },
    {
      name: 'a last day',
      proof: { validUntil: '2026-11-23' },
      de: 'report (gültig bis 23.11.2026)',
      en: 'report (valid until 2026-11-23)',
    },
    {
      name: 'a date and a last day that has passed',
      proof: { date: '2026-05-04', validUntil: '2026-11-22' },
      de: 'report (04.05.2026, abgelaufen am 22.11.2026)',
      en: 'report (2026-05-04, expired on 2026-11-22)',
    },
  ])('show evidence with $name', ({ proof, de, en }) => {
    const inLanguage = (language: Language) =>
      reportOf({
        questions: seven,
        papers: [paper('one', [])],
        context: ['a'],
        answers: { a: given('yes', { evidence: [{ text: 'report', ...proof }] }) },
        language,
      }).answers[0]?.answers[0]?.evidence;
    expect([inLanguage('de'), inLanguage('en')]).toEqual([[de], [en]]);
  });
});

describe('sources', () => {
  const source = (id: string, more: Partial<Source> = {}): Source => ({
    id,
    authority: both(`authority ${id}`),
    title: `title ${id}`,
    url: `https://example.org/${id}`,
    checked: 'primary',
    seen: both(`seen ${id}`),
    ...more,
  });
  const bank: Case = {
    questions: seven,
    papers: [
      paper('one', [rule('A', 'a', { sources: ['ruling', 'article'] })], { source: 'paper-one' }),
      paper('two', [rule('B', 'a', { sources: ['article'] })], { source: 'paper-two' }),
      paper('three', [rule('C', 'a', { sources: ['only-three'] })], { source: 'paper-three' }),
    ],
    sources: ['never-cited', 'article', 'paper-three', 'only-three', 'paper-two', 'ruling', 'paper-one'].map((id) =>
      source(id),
    ),
  };

  test('are those cited by what was evaluated, each once, in the order of their file', () => {
    const questionnaires = new Map([
      ['one', '1'],
      ['two', '1'],
    ]);
    const { sources } = reportOf({ ...bank, assessment: { questionnaires } });
    expect(sources.map(({ id }) => id)).toEqual(['article', 'paper-two', 'ruling', 'paper-one']);
  });

  test.each<{ name: string; more: Partial<Source>; de: string; en: string }>([
    { name: 'a day', more: { date: '2026-11-23' }, de: '23.11.2026', en: '2026-11-23' },
    { name: 'a month', more: { date: '2026-11' }, de: '11/2026', en: '2026-11' },
    { name: 'a year', more: { date: '2026' }, de: '2026', en: '2026' },
    { name: 'a note instead of a date', more: { dateNote: both('undated') }, de: 'undated [de]', en: 'undated [en]' },
    {
      name: 'a date with a note',
      more: { date: '2020-04-14', dateNote: both('reported') },
      de: '14.04.2020; reported [de]',
      en: '2020-04-14; reported [en]',
    },
  ])('are dated by $name', ({ more, de, en }) => {
    const dateIn = (language: Language) =>
      reportOf({
        questions: seven,
        papers: [paper('one', [], { source: 'paper-one' })],
        sources: [source('paper-one', more)],
        language,
      }).sources.map(({ date }) => date);
    expect([dateIn('de'), dateIn('en')]).toEqual([[de], [en]]);
  });

  test('say how far they were seen', () => {
    const { sources } = reportOf({
      questions: seven,
      papers: [paper('one', [], { source: 'x' })],
      sources: [source('x', { checked: 'secondary' })],
      language: 'de',
    });
    expect(sources[0]).toEqual({
      id: 'x',
      authority: 'authority x [de]',
      title: 'title x',
      date: '',
      url: 'https://example.org/x',
      checked: { id: 'secondary', label: 'nur über Dritte belegt' },
      seen: 'seen x [de]',
    });
  });
});

describe('evidence for and against', () => {
  const sector = {
    ...question('sector'),
    kind: 'choice',
    choices: [
      { id: 'school', text: both('School') },
      { id: 'company', text: both('Company') },
    ],
  } as Question;
  const evidence = (id: string, more: Partial<Evidence> = {}): Evidence => ({
    id,
    kind: 'ruling',
    date: '2020-01-01',
    body: both('court'),
    holding: both('holding'),
    direction: 'contra',
    weight: both('weight'),
    urls: ['https://example.org/ruling'],
    checked: 'primary',
    messengers: [],
    sectors: [],
    ...more,
  });
  const reportWith = (some: readonly Evidence[], more: Partial<Case> = {}) =>
    reportOf({ questions: [sector], papers: [paper('one', [])], context: ['sector'], evidence: some, ...more });
  const idsOf = ({ evidence: groups }: Report) =>
    groups.map(({ direction, evidence: some }) => [direction.id, ...some.map(({ id }) => id)]);

  test('stands by direction, against first, the newest first, by id on the same day, what is undated last', () => {
    const dated = (id: string, direction: Direction, date: string) => evidence(id, { direction, date });
    const { date: _, ...undated } = evidence('undated', { dateNote: both('no date') });
    const report = reportWith([
      dated('N-1', 'neutral', '2019'),
      dated('C-same-day', 'contra', '2017-05-15'),
      dated('C-old', 'contra', '2017-05-15'),
      dated('P-1', 'pro', '2021-02'),
      undated,
      dated('C-new', 'contra', '2024-01-02'),
      dated('C-year', 'contra', '2024'),
    ]);
    expect(idsOf(report)).toEqual([
      ['contra', 'C-new', 'C-year', 'C-old', 'C-same-day', 'undated'],
      ['pro', 'P-1'],
      ['neutral', 'N-1'],
    ]);
  });

  const every = [
    evidence('for-anybody'),
    evidence('for-signal', { messengers: ['signal', 'threema'] }),
    evidence('for-threema', { messengers: ['threema'] }),
    evidence('for-schools', { sectors: ['school'] }),
    evidence('for-companies', { sectors: ['company'] }),
    evidence('for-threema-at-schools', { messengers: ['threema'], sectors: ['school'] }),
  ];

  test.each<{ name: string; answers: Answers; messengerId?: string; expected: readonly string[] }>([
    {
      name: 'all that is on record, while neither messenger nor sector is known',
      answers: {},
      expected: every.map(({ id }) => id),
    },
    {
      name: 'what concerns the messenger, while the sector is not known',
      answers: {},
      messengerId: 'signal',
      expected: ['for-anybody', 'for-signal', 'for-schools', 'for-companies'],
    },
    {
      name: 'what concerns the messenger, while the sector is to be checked',
      answers: { sector: { state: 'unknown', reason: 'to-be-checked', evidence: [] } },
      messengerId: 'signal',
      expected: ['for-anybody', 'for-signal', 'for-schools', 'for-companies'],
    },
    {
      name: 'what concerns the sector, while the messenger is not known',
      answers: { sector: given('school') },
      expected: ['for-anybody', 'for-signal', 'for-threema', 'for-schools', 'for-threema-at-schools'],
    },
    {
      name: 'what concerns both',
      answers: { sector: given('company') },
      messengerId: 'signal',
      expected: ['for-anybody', 'for-signal', 'for-companies'],
    },
  ])('shows $name', ({ answers, messengerId, expected }) => {
    const subject = messengerId === undefined ? {} : { messenger: messengerId };
    const [group = []] = idsOf(reportWith(every, { answers, assessment: { subject } }));
    expect([...group].sort()).toEqual(['contra', ...expected].sort());
  });

  test('tells all there is to tell, in the language of the report', () => {
    const full = evidence('E-1', { dateNote: both('date reported'), reference: 'F 120/17', remark: both('remark') });
    expect(reportWith([full], { language: 'de' }).evidence[0]).toEqual({
      direction: { id: 'contra', label: 'Gegen den Einsatz' },
      evidence: [
        {
          id: 'E-1',
          body: 'court [de]',
          reference: 'F 120/17',
          date: '01.01.2020; date reported [de]',
          holding: 'holding [de]',
          weight: 'weight [de]',
          remark: 'remark [de]',
          checked: { id: 'primary', label: 'ganz oder teilweise im Original gesehen' },
          urls: ['https://example.org/ruling'],
        },
      ],
    });
  });

  test('changes no finding and no verdict', () => {
    const bare = reportOf(everything);
    const { evidence: shown, ...rest } = reportOf({ ...everything, evidence: every });
    expect(shown).toHaveLength(1);
    expect(rest).toEqual((({ evidence: _, ...others }) => others)(bare));
  });
});

describe('contradictions', () => {
  const position = (requirements: readonly string[], evidence: readonly string[] = []) => ({
    who: both('somebody'),
    says: both('something'),
    date: '2020-05',
    weight: both('much'),
    requirements,
    evidence,
  });
  const contradiction = (id: string, ...positions: Contradiction['positions']): Contradiction => ({
    id,
    topic: both(`topic ${id}`),
    positions,
    treatment: both('shown as it is'),
  });
  const bank: Case = {
    questions: seven,
    papers: [paper('one', [rule('HERE', 'a'), rule('OPEN', 'b'), rule('OUT', 'c', { appliesWhen: is('a', 'no') })])],
    answers: { a: yes },
  };
  const shownIn = (...all: readonly Contradiction[]) =>
    reportOf({ ...bank, contradictions: all }).contradictions.map(({ id }) => id);

  test.each<{ name: string; positions: Contradiction['positions']; isShown: boolean }>([
    {
      name: 'every side has a requirement that applies',
      positions: [position(['HERE']), position(['OPEN'])],
      isShown: true,
    },
    {
      name: 'a side has several requirements and one of them applies',
      positions: [position(['OUT', 'HERE']), position(['OPEN'])],
      isShown: true,
    },
    {
      name: 'a side rests on evidence alone',
      positions: [position(['HERE']), position([], ['E-1'])],
      isShown: true,
    },
    {
      name: 'the requirement of one side does not apply',
      positions: [position(['HERE']), position(['OUT'])],
      isShown: false,
    },
    {
      name: 'the requirement of one side is of a paper that was not evaluated',
      positions: [position(['HERE']), position(['ELSEWHERE'])],
      isShown: false,
    },
    { name: 'no side has a requirement', positions: [position([], ['E-1']), position([], ['E-2'])], isShown: false },
  ])('are shown: $isShown, where $name', ({ positions, isShown }) => {
    expect(shownIn(contradiction('W-1', ...positions))).toEqual(isShown ? ['W-1'] : []);
  });

  test.each<{ name: string; when: Contradiction['when']; positions: Contradiction['positions']; isShown: boolean }>([
    {
      name: 'it says that it matters here, and every side rests on evidence alone',
      when: is('a', 'yes'),
      positions: [position([], ['E-1']), position([], ['E-2'])],
      isShown: true,
    },
    {
      name: 'it says that it matters here, and one side is of a paper that was not chosen',
      when: is('a', 'yes'),
      positions: [position(['HERE']), position(['ELSEWHERE'])],
      isShown: true,
    },
    {
      name: 'it may matter, as the answer is missing',
      when: is('b', 'yes'),
      positions: [position([], ['E-1']), position([], ['E-2'])],
      isShown: true,
    },
    {
      name: 'it says that it does not matter here',
      when: is('a', 'no'),
      positions: [position(['HERE']), position(['OPEN'])],
      isShown: false,
    },
    {
      name: 'it says that it matters here, but one side does not apply',
      when: is('a', 'yes'),
      positions: [position(['HERE']), position(['OUT'])],
      isShown: false,
    },
  ])('that say for whom they matter are shown: $isShown, where $name', ({ when, positions, isShown }) => {
    expect(shownIn({ ...contradiction('W-1', ...positions), ...(when && { when }) })).toEqual(isShown ? ['W-1'] : []);
  });

  test('name both sides, with date, weight and what they are found in', () => {
    const one = contradiction('W-1', position(['HERE'], ['E-1', 'E-2']), position(['OPEN']));
    expect(reportOf({ ...bank, contradictions: [one], language: 'de' }).contradictions).toEqual([
      {
        id: 'W-1',
        topic: 'topic W-1 [de]',
        positions: [
          {
            who: 'somebody [de]',
            says: 'something [de]',
            date: '05/2020',
            weight: 'much [de]',
            references: ['HERE', 'E-1', 'E-2'],
          },
          { who: 'somebody [de]', says: 'something [de]', date: '05/2020', weight: 'much [de]', references: ['OPEN'] },
        ],
        treatment: 'shown as it is [de]',
      },
    ]);
  });
});

describe('the head of the report', () => {
  const bare: Case = { questions: seven, papers: [paper('one', [rule('R', 'a')])] };

  test('names the organisation, the use and the messenger even where nobody has said yet', () => {
    const { subject, title } = reportOf(bare);
    expect(subject.map(({ id, value }) => `${id}: ${value}`)).toEqual([
      'organisation: not answered yet',
      'use: not answered yet',
      'messenger: not answered yet',
      'evaluated-on: 2026-11-23',
    ]);
    expect(title).toBe('Assessment of the use of a messenger: messenger not named yet');
  });

  test('counts the questions that arise, and the answers given to them', () => {
    const { subject } = reportOf({
      ...forEachFunction,
      papers: [paper('one', [rule('R', 'basis', { each: 'functions' })], { questions: ['functions', 'basis'] })],
      answers: {
        functions: given(['calls', 'text']),
        'basis@calls': { state: 'unknown', reason: 'to-be-checked', evidence: [] },
      },
    });
    expect(subject.at(-1)).toEqual({
      id: 'interview',
      label: 'Interview',
      value: '2 questions with 3 answers, 1 of them unknown; 1 not given yet',
    });
  });

  test('names everything that was said, with dates as the language writes them', () => {
    const subject = {
      date: '2026-11-02',
      assessor: 'DPO',
      reference: 'DSB-1',
      product: 'Signal 7',
      messenger: 'signal',
      use: 'enquiries',
      organisation: 'Stadt Musterhausen',
    };
    const report = reportOf({ ...bare, assessment: { subject }, language: 'de' });
    expect(report.subject.map(({ id, label, value }) => [id, label, value])).toEqual([
      ['organisation', 'Stelle', 'Stadt Musterhausen'],
      ['use', 'Einsatz', 'enquiries'],
      ['messenger', 'Messenger', 'Signal [de]'],
      ['product', 'Produkt und Version', 'Signal 7'],
      ['reference', 'Aktenzeichen', 'DSB-1'],
      ['assessor', 'Geprüft von', 'DPO'],
      ['date', 'Prüfung vom', '02.11.2026'],
      ['evaluated-on', 'Ausgewertet zum', '23.11.2026'],
    ]);
    expect(report.title).toBe('Prüfung des Einsatzes eines Messengers: Signal [de]');
  });

  test.each<{ name: string; recorded: ReadonlyMap<string, string>; remark: string | null }>([
    { name: 'nothing where no version is on record', recorded: new Map(), remark: null },
    { name: 'nothing where the same version was answered', recorded: new Map([['one', '1']]), remark: null },
    {
      name: 'which version was answered, where that was another',
      recorded: new Map([['one', '0.9']]),
      remark: 'version 0.9 was answered',
    },
  ])('says of the version of a questionnaire $name', ({ recorded, remark }) => {
    const { questionnaires } = reportOf({ ...bare, assessment: { questionnaires: recorded } });
    expect(questionnaires.map(({ version, versionRemark }) => [version, versionRemark])).toEqual([['1', remark]]);
  });

  test.each<{ name: string; binds?: Condition; answers: Answers; de: string; en: string }>([
    {
      name: 'binds, and by which answers',
      binds: { op: 'all', of: [is('a', 'yes'), is('b', 'no')] },
      answers: { a: yes, b: no },
      de: 'maßgeblich (yes [de], no [de])',
      en: 'authoritative (yes [en], no [en])',
    },
    {
      name: 'only orients, and by which answer',
      binds: { op: 'all', of: [is('a', 'yes'), is('b', 'yes')] },
      answers: { a: yes, b: no },
      de: 'Orientierung (no [de])',
      en: 'orientation (no [en])',
    },
    {
      name: 'may bind, while the answer is missing',
      binds: is('a', 'yes'),
      answers: {},
      de: 'noch ungeklärt',
      en: 'not settled yet',
    },
    { name: 'binds nobody', answers: { a: yes }, de: 'Orientierung', en: 'orientation' },
  ])('says of a paper that it $name', ({ binds, answers, de, en }) => {
    const labelIn = (language: Language) =>
      reportOf({
        questions: seven,
        papers: [paper('one', [], binds && { binds })],
        answers,
        language,
      }).questionnaires.map(({ binding }) => binding.label);
    expect([labelIn('de'), labelIn('en')]).toEqual([[de], [en]]);
  });

  test('says why a paper was evaluated that does not concern everybody', () => {
    const { questionnaires } = reportOf({
      questions: seven,
      papers: [
        paper('one', []),
        paper('two', [], { offeredWhen: is('a', 'yes'), offeredBecause: both('it is a hospital') }),
      ],
      answers: { a: yes },
    });
    expect(questionnaires.map(({ offeredBecause }) => offeredBecause)).toEqual([null, 'it is a hospital [en]']);
  });

  test('names the files it was made from, the answer file first, and the version of the program', () => {
    const files = [{ name: 'paper.yaml', sha256: 'cd34' }];
    expect(reportOf({ ...bare, files }).data).toMatchObject({
      version: '1.2.3',
      files: [
        { name: 'answers.yaml', sha256: 'ab12' },
        { name: 'paper.yaml', sha256: 'cd34' },
      ],
    });
  });

  test('hands on the remarks on the answer file', () => {
    expect(reportOf({ ...bare, warnings: ['line 3: unknown choice'] }).warnings).toEqual(['line 3: unknown choice']);
  });
});

describe('the verdict of the report', () => {
  const musts = (count: number) => letters.slice(0, count).map((id) => graded(`R-${id}`, id));
  const verdictOf = (count: number, answer: Answer | undefined, language: Language = 'en') =>
    reportOf({
      questions: seven,
      papers: [paper('one', musts(count), { binds: { op: 'all', of: [] } })],
      answers: answer === undefined ? {} : Object.fromEntries(letters.slice(0, count).map((id) => [id, answer])),
      language,
    }).verdict;

  test.each<{ verdict: string; count: number; answer: Answer | undefined; sentence: RegExp }>([
    {
      verdict: 'impermissible',
      count: 1,
      answer: no,
      sentence: /^One requirement of the level MUST \(mandatory\) is not fulfilled\./,
    },
    {
      verdict: 'impermissible',
      count: 3,
      answer: no,
      sentence: /^3 requirements of the level MUST \(mandatory\) are not fulfilled\./,
    },
    { verdict: 'undetermined', count: 1, answer: undefined, sentence: /but one is still open\./ },
    { verdict: 'undetermined', count: 2, answer: undefined, sentence: /but 2 are still open\./ },
    { verdict: 'conditional', count: 1, answer: given('half'), sentence: /the following point is settled/ },
    { verdict: 'conditional', count: 4, answer: given('half'), sentence: /the following 4 points are settled/ },
    { verdict: 'permissible', count: 2, answer: yes, sentence: /no decisive objections/ },
  ])('is $verdict by $count findings, in a sentence', ({ verdict, count, answer, sentence }) => {
    const said = verdictOf(count, answer);
    expect(said.id).toBe(verdict);
    expect(said.sentence).toMatch(sentence);
    expect(said.basis.id).toBe('binding');
  });

  test('names what decides it, with the sentence and the answers unless it is merely open', () => {
    expect(verdictOf(1, no, 'de').reasons).toEqual([
      {
        ...{ id: 'R-a', label: 'R-a', title: 'title R-a [de]', text: 'finding R-a [de]', answers: ['no [de]'] },
        status: { id: 'violated', label: 'nicht erfüllt' },
      },
    ]);
    expect(verdictOf(1, given('half')).reasons).toEqual([
      {
        ...{
          id: 'R-a',
          label: 'R-a',
          title: 'title R-a [en]',
          text: 'partial finding R-a [en]',
          answers: ['half [en]'],
        },
        status: { id: 'partial', label: 'partly fulfilled' },
      },
    ]);
    expect(verdictOf(1, undefined).reasons).toEqual([
      {
        ...{ id: 'R-a', label: 'R-a', title: 'title R-a [en]', text: null, answers: [] },
        status: { id: 'open', label: 'open' },
      },
    ]);
    expect(verdictOf(1, yes).reasons).toEqual([]);
  });

  const mayBind = (id: string, read: string) => paper(id, [rule(`R-${id}`, read)], { binds: is('g', 'yes') });

  test('says that it would differ with the binding, where nothing is open but that', () => {
    const { verdict } = reportOf({
      questions: seven,
      papers: [mayBind('one', 'a'), paper('two', [rule('R-two', 'b')])],
      answers: { a: yes, b: no },
    });
    expect(verdict.id).toBe('undetermined');
    expect(verdict.sentence).toMatch(/^While it is not settled which papers are authoritative/);
    expect(verdict.basis.id).toBe('unclear-binding');
  });

  test('never says that no mandatory requirement is violated, where one of a paper that may bind is', () => {
    const { verdict, findings } = reportOf({
      questions: seven,
      papers: [mayBind('one', 'a'), mayBind('two', 'b')],
      answers: { a: no },
    });
    expect(verdict.id).toBe('undetermined');
    expect(findings.map(({ status }) => status.id)).toContain('violated');
    expect(verdict.sentence).not.toMatch(/no mandatory requirement is violated/);
  });
});

describe('the whole report', () => {
  const inLanguage = (language: Language) => reportOf({ ...everything, language });

  test.each<{ language: Language; other: Language }>([
    { language: 'de', other: 'en' },
    { language: 'en', other: 'de' },
  ])('is in $language throughout', ({ language, other }) => {
    const text = JSON.stringify(inLanguage(language));
    expect(text).toContain(`[${language}]`);
    expect(text).not.toContain(`[${other}]`);
    const words = wordings[language];
    expect(inLanguage(language).findings.map(({ status }) => status.label)).toEqual(
      inLanguage(language).findings.map(({ status }) => words.statuses[status.id]),
    );
  });

  test('says the same in both languages: only words and dates differ', () => {
    const skeleton = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(skeleton);
      if (value === null || typeof value !== 'object') return typeof value;
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, key === 'id' ? inner : skeleton(inner)]),
      );
    };
    expect(skeleton(inLanguage('de'))).toEqual(skeleton(inLanguage('en')));
  });

  test('has no value that is undefined, so that templates and JSON lose nothing', () => {
    const report = inLanguage('en');
    expect(JSON.parse(JSON.stringify(report))).toStrictEqual(report);
  });

  test('is the same for the same input', () => {
    expect(inLanguage('de')).toEqual(inLanguage('de'));
  });
});
