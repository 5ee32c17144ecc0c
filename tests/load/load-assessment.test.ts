import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/domain/assessment.ts';
import { assessmentFormat } from '../../src/domain/assessment.ts';
import type { InputIssue, Problem } from '../../src/domain/input-issue.ts';
import type { ChoicesQuestion } from '../../src/domain/question.ts';
import { inputFile } from '../../src/files/input-file.ts';
import { loadAssessment } from '../../src/load/load-assessment.ts';
import { describeIssue } from '../../src/wording/describe-issue.ts';
import { catalogue, choice, choices, free, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const bank = catalogue(
  [
    choice('messenger', ['whatsapp', 'signal', 'threema']),
    choices('functions', ['text', 'calls', 'backup']),
    choice('encryption', ['always', 'opt-in', 'never']),
    choice('address-book', ['yes', 'no'], { allowsNotApplicable: true }),
    choice('purpose', ['stated', 'missing'], { each: 'functions' }),
    { ...free('retention-days', 'number') },
    { ...free('audited-on', 'date') },
    { ...free('remarks', 'text') },
  ],
  [
    questionnaire('paper', [
      requirement('P-01', is('encryption', 'always')),
      requirement('P-02', is('purpose', 'stated')),
    ]),
    questionnaire('letter', [requirement('L-01', is('address-book', 'no'))], { version: '2' }),
  ],
);

const functions = { ...(bank.questions.get('functions') as ChoicesQuestion), atLeastOne: true };
/** Where one function at least is used. */
const strictBank = { ...bank, questions: new Map(bank.questions).set('functions', functions) };

const withoutMistakes = `# made by hand
format: ${assessmentFormat}
subject:
  organisation: Stadt Musterhausen
  use: Anfragen
  messenger: signal
  product: Signal 7
  reference: "2026/14"
  assessor: Die Beauftragte
  date: 2026-11-23
questionnaires: { paper: "1", letter: "2" }
answers:
  functions: [calls, text]
  encryption: { value: always, note: "siehe\\nAnlage", origin: profile }
  address-book: { notApplicable: ohne Telefone }
  purpose@text: stated
  purpose@calls: { unknown: asked-provider, note: läuft }
  retention-days: 30
  audited-on:
    value: 2026-02-28
    evidence:
      - { text: Bericht, date: 2026-03-01, validUntil: 2027-03-01 }
      - text: Anhang
  remarks: "keine"
measures:
  P-01: { responsible: IT, due: 2026-12-01 }
  P-02:
equivalents:
  - { requirement: P-01, measure: Tunnel, evidence: Konzept }
exceptions:
  - { requirement: P-02, reason: Umzug, approvedBy: Leitung, from: 2026-12-01, until: 2027-01-31 }
`;

/** A mistake put into one place of the file; `¦` marks where it must be reported. */
interface Plant {
  readonly kind: Problem['kind'];
  readonly name: string;
  readonly replace: string;
  readonly by: string;
  /** A part of what to do about it. */
  readonly remedy: string;
}

/** Mistakes that can stand in one file. */
const together: readonly Plant[] = [
  {
    kind: 'unknown-key',
    name: 'a section that is none',
    replace: '# made by hand\n',
    by: '# made by hand\n¦anwers: {}\n',
    remedy: 'Did you mean: answers?',
  },
  {
    kind: 'needs-quotes',
    name: 'a number for a name',
    replace: 'use: Anfragen',
    by: 'use: ¦4711',
    remedy: 'Put it in quotes: "4711"',
  },
  {
    kind: 'wrong-type',
    name: 'blanks for a name',
    replace: 'organisation: Stadt Musterhausen',
    by: 'organisation: ¦"  "',
    remedy: 'accordingly',
  },
  {
    kind: 'not-one-of',
    name: 'a messenger that is none',
    replace: 'messenger: signal',
    by: 'messenger: ¦signall',
    remedy: 'Did you mean: signal?',
  },
  {
    kind: 'wrong-type',
    name: 'a list for a product',
    replace: 'product: Signal 7',
    by: 'product: ¦[Signal, 7]',
    remedy: 'accordingly',
  },
  {
    kind: 'unknown-key',
    name: 'a reference in another language',
    replace: 'reference: "2026/14"',
    by: '¦refference: "2026/14"',
    remedy: 'Did you mean: reference?',
  },
  {
    kind: 'not-a-day',
    name: 'a day in German order',
    replace: '  date: 2026-11-23\n',
    by: '  date: ¦23.11.2026\n',
    remedy: 'YYYY-MM-DD',
  },
  {
    kind: 'unknown-id',
    name: 'a questionnaire that is none',
    replace: 'questionnaires: { paper: "1"',
    by: 'questionnaires: { ¦papper: "1"',
    remedy: 'Did you mean: paper?',
  },
  {
    kind: 'needs-quotes',
    name: 'a version without quotes',
    replace: 'letter: "2" }',
    by: 'letter: ¦2 }',
    remedy: 'Put it in quotes: "2"',
  },
  {
    kind: 'not-one-of',
    name: 'a choice that is none',
    replace: 'functions: [calls, text]',
    by: 'functions: [calls, ¦txt]',
    remedy: 'Did you mean: text?',
  },
  {
    kind: 'exactly-one-of',
    name: 'an answer both given and unknown',
    replace: '{ value: always, note:',
    by: '¦{ value: always, unknown: to-be-checked, note:',
    remedy: 'Delete the others.',
  },
  {
    kind: 'unknown-key',
    name: 'an answer with a key that is none',
    replace: 'origin: profile }',
    by: '¦orign: profile }',
    remedy: 'Did you mean: origin?',
  },
  {
    kind: 'wrong-type',
    name: 'a reason that is nothing',
    replace: 'notApplicable: ohne Telefone',
    by: 'notApplicable: ¦""',
    remedy: 'accordingly',
  },
  {
    kind: 'not-one-of',
    name: 'a repetition for a choice that is none',
    replace: '  purpose@text: stated',
    by: '  ¦purpose@txt: stated',
    remedy: 'Did you mean: purpose@text?',
  },
  {
    kind: 'not-one-of',
    name: 'a reason for not knowing that is none',
    replace: 'unknown: asked-provider',
    by: 'unknown: ¦asked-the-provider',
    remedy: 'Did you mean: asked-provider?',
  },
  {
    kind: 'wrong-type',
    name: 'a word for a number',
    replace: 'retention-days: 30',
    by: 'retention-days: ¦thirty',
    remedy: 'accordingly',
  },
  {
    kind: 'not-a-day',
    name: 'a day that does not exist',
    replace: 'value: 2026-02-28',
    by: 'value: ¦2026-02-29',
    remedy: 'YYYY-MM-DD',
  },
  {
    kind: 'not-a-day',
    name: 'evidence of a day that does not exist',
    replace: 'date: 2026-03-01',
    by: 'date: ¦2026-03-32',
    remedy: 'YYYY-MM-DD',
  },
  {
    kind: 'not-a-day',
    name: 'evidence valid until a month',
    replace: 'validUntil: 2027-03-01',
    by: 'validUntil: ¦2027-03',
    remedy: 'YYYY-MM-DD',
  },
  {
    kind: 'missing-key',
    name: 'evidence without text',
    replace: '      - text: Anhang\n',
    by: '      - ¦date: 2026-01-01\n',
    remedy: 'Add text: with a value.',
  },
  {
    kind: 'needs-quotes',
    name: 'a truth value for text',
    replace: 'remarks: "keine"',
    by: 'remarks: ¦false',
    remedy: 'Put it in quotes: "false"',
  },
  {
    kind: 'unknown-id',
    name: 'a measure for a requirement that is none',
    replace: '  P-02:\n',
    by: '  ¦P-2:\n',
    remedy: 'Did you mean: P-02?',
  },
  {
    kind: 'unknown-key',
    name: 'a measure with somebody in charge in another word',
    replace: '{ responsible: IT,',
    by: '{ ¦responsable: IT,',
    remedy: 'Did you mean: responsible?',
  },
  {
    kind: 'not-a-day',
    name: 'a measure due in a quarter',
    replace: 'due: 2026-12-01 }',
    by: 'due: ¦Q4 }',
    remedy: 'YYYY-MM-DD',
  },
  {
    kind: 'unknown-id',
    name: 'an equivalent for a requirement that is none',
    replace: '- { requirement: P-01, measure',
    by: '- { requirement: ¦P-1, measure',
    remedy: 'Did you mean: P-01?',
  },
  {
    kind: 'missing-key',
    name: 'an exception nobody approved',
    replace: '- { requirement: P-02, reason: Umzug, approvedBy: Leitung,',
    by: '- ¦{ requirement: P-02, reason: Umzug,',
    remedy: 'Add approvedBy: with a value.',
  },
  {
    kind: 'days-reversed',
    name: 'an exception that ends before it begins',
    replace: 'until: 2027-01-31',
    by: 'until: ¦2026-11-30',
    remedy: 'swap them',
  },
];

/** Mistakes that would hide or change others. */
const alone: readonly Plant[] = [
  {
    kind: 'unknown-id',
    name: 'a question that is none',
    replace: '  remarks: "keine"',
    by: '  ¦remark: "keine"',
    remedy: 'Did you mean: remarks?',
  },
  {
    kind: 'unknown-id',
    name: 'the messenger among the answers, whose place is in the subject',
    replace: '  remarks: "keine"',
    by: '  ¦messenger: signal',
    remedy: 'Known are: functions',
  },
  {
    kind: 'item-needed',
    name: 'a repeated question answered once for all',
    replace: '  purpose@text: stated',
    by: '  ¦purpose: stated',
    remedy: 'purpose@<choice>',
  },
  {
    kind: 'item-not-expected',
    name: 'a question answered per choice that is asked once',
    replace: '  remarks: "keine"',
    by: '  ¦remarks@text: "keine"',
    remedy: 'without @',
  },
  {
    kind: 'not-applicable-not-allowed',
    name: 'a question called not applicable that is not',
    replace: '{ value: always, note:',
    by: '{ notApplicable: ¦nein, note:',
    remedy: 'give unknown with a reason',
  },
  {
    kind: 'chosen-twice',
    name: 'a choice made twice',
    replace: 'functions: [calls, text]',
    by: 'functions: [calls, ¦calls]',
    remedy: 'Delete one',
  },
  {
    kind: 'not-one-of',
    name: 'expiry typed as a reason',
    replace: 'unknown: asked-provider',
    by: 'unknown: ¦evidence-expired',
    remedy: 'Possible are: not-known-yet, asked-provider, provider-silent, asked-colleagues, to-be-checked',
  },
  {
    kind: 'wrong-type',
    name: 'one choice for several',
    replace: 'functions: [calls, text]',
    by: 'functions: ¦calls',
    remedy: 'accordingly',
  },
  {
    kind: 'not-one-of',
    name: 'several choices for one',
    replace: '  purpose@text: stated',
    by: '  purpose@text: ¦[stated]',
    remedy: 'Possible are: stated, missing',
  },
  {
    kind: 'exactly-one-of',
    name: 'an answer in braces with nothing in it',
    replace: 'retention-days: 30',
    by: 'retention-days: ¦{}',
    remedy: 'Delete the others.',
  },
  {
    kind: 'exactly-one-of',
    name: 'a note without an answer',
    replace: 'retention-days: 30',
    by: 'retention-days: ¦{ note: bald }',
    remedy: 'Delete the others.',
  },
  {
    kind: 'wrong-type',
    name: 'infinity',
    replace: 'retention-days: 30',
    by: 'retention-days: ¦.inf',
    remedy: 'accordingly',
  },
  {
    kind: 'missing-key',
    name: 'no format',
    replace: 'format: messenger-check/assessment@1\nsubject',
    by: '¦subject',
    remedy: 'Add format: with a value.',
  },
  {
    kind: 'duplicate-key',
    name: 'a question answered twice',
    replace: '  remarks: "keine"',
    by: '  remarks: "keine"\n  ¦retention-days: 31',
    remedy: 'Delete one',
  },
  {
    kind: 'not-one-of',
    name: 'a name that JavaScript objects have, as a choice',
    replace: '  purpose@text: stated',
    by: '  purpose@text: ¦constructor',
    remedy: 'Possible are: stated, missing',
  },
  {
    kind: 'unknown-id',
    name: 'a name that JavaScript objects have, as a question',
    replace: '  remarks: "keine"',
    by: '  ¦__proto__: x',
    remedy: 'Known are: functions',
  },
  {
    kind: 'unknown-id',
    name: 'another such name',
    replace: '  remarks: "keine"',
    by: '  ¦toString: x',
    remedy: 'Known are: functions',
  },
  {
    kind: 'not-one-of',
    name: 'such a name for a repetition',
    replace: '  purpose@text: stated',
    by: '  ¦purpose@__proto__: stated',
    remedy: 'Possible are: purpose@text',
  },
  {
    kind: 'unknown-key',
    name: 'such a name for a section',
    replace: '# made by hand\n',
    by: '¦__proto__: { answers: {} }\n',
    remedy: 'Possible are: format',
  },
  {
    kind: 'not-one-of',
    name: 'an empty value in an answer',
    replace: '  encryption: { value: always,',
    by: '  encryption: { value: ¦,',
    remedy: 'Possible are: always, opt-in, never',
  },
];

describe('a file without mistakes', () => {
  test('is an assessment with everything in it', () => {
    const expected: Assessment = {
      subject: {
        organisation: 'Stadt Musterhausen',
        use: 'Anfragen',
        messenger: 'signal',
        product: 'Signal 7',
        reference: '2026/14',
        assessor: 'Die Beauftragte',
        date: '2026-11-23',
      },
      questionnaires: new Map([
        ['paper', '1'],
        ['letter', '2'],
      ]),
      answers: new Map([
        // In the order of the question, not of the file.
        ['functions', { state: 'given', value: ['text', 'calls'], evidence: [] }],
        ['encryption', { state: 'given', value: 'always', note: 'siehe\nAnlage', origin: 'profile', evidence: [] }],
        ['address-book', { state: 'not-applicable', reason: 'ohne Telefone', evidence: [] }],
        ['purpose@text', { state: 'given', value: 'stated', evidence: [] }],
        ['purpose@calls', { state: 'unknown', reason: 'asked-provider', note: 'läuft', evidence: [] }],
        ['retention-days', { state: 'given', value: 30, evidence: [] }],
        [
          'audited-on',
          {
            state: 'given',
            value: '2026-02-28',
            evidence: [{ text: 'Bericht', date: '2026-03-01', validUntil: '2027-03-01' }, { text: 'Anhang' }],
          },
        ],
        ['remarks', { state: 'given', value: 'keine', evidence: [] }],
      ]),
      measures: new Map([['P-01', { responsible: 'IT', due: '2026-12-01' }]]),
      equivalents: [{ requirement: 'P-01', measure: 'Tunnel', evidence: 'Konzept' }],
      exceptions: [
        { requirement: 'P-02', reason: 'Umzug', approvedBy: 'Leitung', from: '2026-12-01', until: '2027-01-31' },
      ],
    };
    expect(load(withoutMistakes)).toEqual({ ok: true, value: expected, warnings: [] });
  });

  test.each([
    { name: 'nothing but the format', text: '' },
    { name: 'keys that wait for their content', text: 'subject:\nquestionnaires:\nanswers:\n' },
    {
      name: 'answers that wait for their value',
      text: 'answers:\n  encryption:\n  remarks: # later\n  functions: ~\n',
    },
  ])('may hold $name, which is no answer', ({ text }) => {
    const loaded = load(`format: ${assessmentFormat}\n${text}`);
    expect(loaded.ok && [...loaded.value.answers]).toEqual([]);
  });

  test('may answer "none of these", which is an answer', () => {
    const loaded = load(`format: ${assessmentFormat}\nanswers: { functions: [] }\n`);
    expect(loaded.ok && loaded.value.answers.get('functions')).toEqual({ state: 'given', value: [], evidence: [] });
  });

  test('says nothing by an empty selection where one choice must hold; what stands beside it is kept', () => {
    const answersIn = (answers: string) => {
      const text = `format: ${assessmentFormat}\nanswers:\n  functions: ${answers}\n`;
      const loaded = load(text, strictBank);
      return loaded.ok ? [...loaded.value.answers] : loaded.issues;
    };
    expect(answersIn('[]')).toEqual([]);
    expect(answersIn('{ value: [], note: ask again }')).toEqual([
      ['functions', { state: 'unknown', reason: 'not-known-yet', evidence: [], note: 'ask again' }],
    ]);
  });

  test('does not take a choice that is no more for an empty selection', () => {
    const [id] = bank.questionnaires.keys();
    const text = `format: ${assessmentFormat}\nquestionnaires: { ${id}: "2000.1" }\nanswers: { functions: [fax] }\n`;
    const loaded = load(text, strictBank);
    expect(loaded.ok && loaded.value.answers.get('functions')).toMatchObject({
      state: 'unknown',
      reason: 'no-longer-fits',
    });
  });

  test('may except a requirement for a single day', () => {
    const text = withoutMistakes.replace('until: 2027-01-31', 'until: 2026-12-01');
    expect(load(text).ok).toBe(true);
  });
});

describe('a mistake in a file', () => {
  test.each([...together, ...alone])('is reported in its place, with what to do: $name', (plant) => {
    const { text, places } = planted([plant]);
    const issues = issuesOf(text);
    expect(issues.map(inShort)).toEqual([`${places[0]} ${plant.kind}`]);
    expect(issues.map((issue) => describeIssue(issue, 'en').split('\n')[1])).toEqual([
      expect.stringContaining(plant.remedy),
    ]);
  });

  test('does not hide another: all of them are reported in one run', () => {
    const { text, places } = planted(together);
    const expected = together.map(({ kind }, index) => `${places[index]} ${kind}`);
    expect(issuesOf(text).map(inShort).sort()).toEqual(expected.sort());
  });

  test.each([
    { text: '5', remedy: `"5"` },
    { text: '1.10', remedy: `"1.10"` },
    { text: '007', remedy: `"007"` },
    { text: 'False', remedy: `"False"` },
  ])('is quoted as it stands there: $text', ({ text, remedy }) => {
    const issues = issuesOf(withoutMistakes.replace('"keine"', text));
    expect(issues.map((issue) => describeIssue(issue, 'en'))).toEqual([expect.stringContaining(`quotes: ${remedy}`)]);
  });
});

describe('a mistake in German', () => {
  test.each([
    { text: 'answers: []', word: 'list' },
    { text: 'answers: { encryption: [always] }', word: 'list' },
    { text: 'equivalents: {}', word: 'mapping' },
    { text: 'subject: { use: { a: b } }', word: 'mapping' },
  ])('is not said with the English word $word: $text', ({ text, word }) => {
    const issues = issuesOf(`format: ${assessmentFormat}\n${text}\n`);
    expect(issues).toHaveLength(1);
    for (const issue of issues) expect(describeIssue(issue, 'de')).not.toContain(word);
  });
});

describe('the format of a file', () => {
  test.each([
    { name: 'a later one', format: 'messenger-check/assessment@2' },
    { name: 'that of a report', format: 'messenger-check/report@1' },
    { name: 'another word', format: 'yes please' },
  ])('is all that is said, where it is $name', ({ format }) => {
    const { text } = planted(together);
    const issues = issuesOf(text.replace(assessmentFormat, format));
    expect(issues.map(inShort)).toEqual(['3:9 wrong-format']);
    expect(issues.map(({ problem }) => problem)).toEqual([
      { kind: 'wrong-format', expected: assessmentFormat, found: format },
    ]);
  });

  test('may be a number, which is no format', () => {
    expect(issuesOf('format: 1\n').map(inShort)).toEqual(['1:9 needs-quotes']);
  });
});

describe('a file made with another version of a questionnaire', () => {
  const file = (version: string) => `format: ${assessmentFormat}
questionnaires: { paper: "${version}" }
answers:
  gone: yes
  encryption: sometimes
  functions: [text, fax]
  purpose@fax: stated
  remarks@text: x
  retention-days: thirty
  address-book: no
`;

  test('keeps what fits, and warns of what does not, each in its place', () => {
    const loaded = load(file('0'));
    if (!loaded.ok) throw new Error('has mistakes');
    // A value that its question does not offer any more is open; what stands under a key nobody knows is not read.
    const misfit = { state: 'unknown', reason: 'no-longer-fits', evidence: [] };
    expect(loaded.value.answers).toEqual(
      new Map<string, unknown>([
        ['address-book', { state: 'given', value: 'no', evidence: [] }],
        ['encryption', expect.objectContaining(misfit)],
        ['functions', expect.objectContaining(misfit)],
        ['retention-days', expect.objectContaining(misfit)],
      ]),
    );
    expect(loaded.warnings.map(inShort)).toEqual([
      '2:26 version-differs',
      '4:3 unknown-id',
      '5:15 not-one-of',
      '6:21 not-one-of',
      '7:3 not-one-of',
      '8:3 item-not-expected',
      '9:19 wrong-type',
    ]);
    expect(loaded.warnings[0]?.problem).toEqual({ kind: 'version-differs', recorded: '0', current: '1' });
  });

  test('has no such excuse where its version is the current one', () => {
    expect(issuesOf(file('1')).map(inShort)).toEqual([
      '4:3 unknown-id',
      '5:15 not-one-of',
      '6:21 not-one-of',
      '7:3 not-one-of',
      '8:3 item-not-expected',
      '9:19 wrong-type',
    ]);
  });

  test('nor where it names no version', () => {
    const text = file('1').replace(/questionnaires.*\n/, '');
    expect(issuesOf(text).map(inShort)).toContain('3:3 unknown-id');
  });

  test('is refused for what no version can have meant', () => {
    const text = file('0').replace('retention-days: thirty', 'retention-days: { value: 1, unknown: to-be-checked }');
    expect(issuesOf(text).map(inShort)).toEqual(['9:19 exactly-one-of']);
  });
});

function load(text: string, used = bank) {
  return loadAssessment(inputFile('a.yaml', new TextEncoder().encode(text)), used);
}

function issuesOf(text: string): readonly InputIssue[] {
  const loaded = load(text);
  return loaded.ok ? [] : loaded.issues;
}

function inShort({ place, problem }: InputIssue): string {
  return `${place.line}:${place.column} ${problem.kind}`;
}

/** The file with mistakes in it, and the place of each as `line:column`. */
function planted(mistakes: readonly Plant[]): { text: string; places: readonly string[] } {
  let marked = withoutMistakes;
  // Every plant has a mark of its own, from a part of Unicode that nobody uses.
  const mark = (index: number) => String.fromCodePoint(0xe000 + index);
  for (const [index, { replace, by }] of mistakes.entries()) {
    const parts = marked.split(replace);
    if (parts.length !== 2) throw new Error(`stands ${parts.length - 1} times in the file: ${replace}`);
    marked = parts.join(by.replace('¦', mark(index)));
  }
  const clean = (text: string) => text.replaceAll(/[\uE000-\uF8FF]/g, '');
  const places = mistakes.map((_, index) => {
    const lines = clean(marked.split(mark(index))[0] ?? '').split('\n');
    return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
  });
  return { text: clean(marked), places };
}
