import { describe, expect, test } from 'vitest';
import type { ExpectedType, InputIssue, Noun, Problem } from '../../src/domain/input-issue.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import { describeIssue, describeIssues } from '../../src/wording/describe-issue.ts';
import { printable } from '../../src/wording/printable.ts';

type Kind = Problem['kind'];

const first = { file: 'bank.yaml', line: 7, column: 3 };

/** One problem of each kind, and what of it the message must mention. A new kind is missing here: the compiler says so. */
const samples: { readonly [K in Kind]: { problem: Problem & { kind: K }; mentions: readonly string[] } } = {
  'too-large': { problem: { kind: 'too-large', bytes: 50_000_000, limit: 2_000_000 }, mentions: ['50', '2', 'MB'] },
  'not-utf8': { problem: { kind: 'not-utf8' }, mentions: ['UTF-8'] },
  'empty-file': { problem: { kind: 'empty-file' }, mentions: ['messenger-check assess'] },
  'only-comments': { problem: { kind: 'only-comments' }, mentions: ['#'] },
  yaml: { problem: { kind: 'yaml', message: 'tabs are not allowed' }, mentions: ['tabs are not allowed'] },
  'duplicate-key': { problem: { kind: 'duplicate-key', key: 'encryption' }, mentions: ['encryption'] },
  alias: { problem: { kind: 'alias' }, mentions: ['*'] },
  'too-deep': { problem: { kind: 'too-deep' }, mentions: [] },
  'too-dense': { problem: { kind: 'too-dense', limit: 700 }, mentions: ['700'] },
  'several-documents': { problem: { kind: 'several-documents' }, mentions: ['---'] },
  'control-character': { problem: { kind: 'control-character', code: 'U+001B' }, mentions: ['U+001B'] },
  'missing-key': { problem: { kind: 'missing-key', key: 'measure' }, mentions: ['measure'] },
  'unknown-key': {
    problem: { kind: 'unknown-key', key: 'mesure', known: ['measure'] },
    mentions: ['mesure', 'measure?'],
  },
  'wrong-type': {
    problem: { kind: 'wrong-type', expected: 'list', found: 'Art. 32' },
    mentions: ['Art. 32', '[a, b]'],
  },
  'needs-quotes': { problem: { kind: 'needs-quotes', found: '2020' }, mentions: ['2020', '"2020"'] },
  'not-one-of': {
    problem: { kind: 'not-one-of', expected: ['must', 'should'], found: 'muss' },
    mentions: ['muss', 'must?'],
  },
  'chosen-twice': { problem: { kind: 'chosen-twice', found: 'calls' }, mentions: ['calls'] },
  'not-an-id': { problem: { kind: 'not-an-id', found: 'Haus_Regel' }, mentions: ['Haus_Regel'] },
  'not-a-day': { problem: { kind: 'not-a-day', found: '2026-02-30' }, mentions: ['2026-02-30', '2026-11-23'] },
  'not-an-address': {
    problem: { kind: 'not-an-address', found: 'example.org' },
    mentions: ['example.org', 'https://'],
  },
  'wrong-format': {
    problem: { kind: 'wrong-format', expected: 'assessment@1', found: 'assessment@2' },
    mentions: ['assessment@1', 'assessment@2'],
  },
  'unknown-id': {
    problem: { kind: 'unknown-id', noun: 'question', id: 'secktor', known: ['sector', 'state'] },
    mentions: ['secktor', 'sector?'],
  },
  'duplicate-id': {
    problem: { kind: 'duplicate-id', noun: 'question', id: 'sector', first },
    mentions: ['sector', 'bank.yaml:7'],
  },
  'test-does-not-fit': {
    problem: { kind: 'test-does-not-fit', question: 'days', expected: ['atLeast', 'atMost'] },
    mentions: ['days', 'atLeast, atMost'],
  },
  'item-needed': {
    problem: { kind: 'item-needed', question: 'purpose', each: 'functions' },
    mentions: ['purpose@', 'functions'],
  },
  'item-not-expected': { problem: { kind: 'item-not-expected', question: 'sector' }, mentions: ['sector', '@'] },
  'not-applicable-not-allowed': {
    problem: { kind: 'not-applicable-not-allowed', question: 'sector' },
    mentions: ['sector', 'unknown'],
  },
  'ask-cycle': {
    problem: { kind: 'ask-cycle', questions: ['one', 'two', 'one'] },
    mentions: ['one → two → one', 'askWhen'],
  },
  'only-together': {
    problem: { kind: 'only-together', keys: ['partialWhen', 'partialFinding'] },
    mentions: ['partialWhen', 'partialFinding'],
  },
  'exactly-one-of': { problem: { kind: 'exactly-one-of', keys: ['value', 'unknown'] }, mentions: ['value, unknown'] },
  'source-needed': { problem: { kind: 'source-needed' }, mentions: ['checked: recall', 'sources.yaml'] },
  'not-raised': {
    problem: { kind: 'not-raised', requirement: 'DSK-END-04', level: 'should' },
    mentions: ['DSK-END-04', 'should', 'exceptions'],
  },
  'extends-extension': {
    problem: { kind: 'extends-extension', questionnaire: 'ward-rules', base: 'house-rules' },
    mentions: ['ward-rules', 'house-rules'],
  },
  'days-reversed': {
    problem: { kind: 'days-reversed', from: '2026-03-01', until: '2026-02-01' },
    mentions: ['2026-03-01', '2026-02-01'],
  },
  'version-differs': {
    problem: { kind: 'version-differs', recorded: '2019.1', current: '2020.1' },
    mentions: ['2019.1', '2020.1', 'assess'],
  },
  'never-fulfilled': { problem: { kind: 'never-fulfilled', requirement: 'P-01' }, mentions: ['P-01', 'fulfilledWhen'] },
  'excludes-nothing': { problem: { kind: 'excludes-nothing' }, mentions: [] },
  'never-inconsistent': { problem: { kind: 'never-inconsistent', inconsistency: 'U-01' }, mentions: ['U-01', 'when'] },
  'never-violated': { problem: { kind: 'never-violated', requirement: 'P-01' }, mentions: ['P-01', 'fulfilledWhen'] },
  'statuses-overlap': {
    problem: { kind: 'statuses-overlap', requirement: 'P-01', example: 'sector: school' },
    mentions: ['P-01', 'sector: school', 'partialWhen'],
  },
  'decided-by-unasked': {
    problem: { kind: 'decided-by-unasked', requirement: 'P-01', example: 'sector: school' },
    mentions: ['P-01', 'sector: school', 'askWhen'],
  },
  'too-many-combinations': {
    problem: { kind: 'too-many-combinations', requirement: 'P-01', limit: 4096 },
    mentions: ['P-01', '4096'],
  },
  'question-unread': {
    problem: { kind: 'question-unread', question: 'sector' },
    mentions: ['sector', 'informational: true'],
  },
  'question-unlisted': {
    problem: { kind: 'question-unlisted', question: 'sector' },
    mentions: ['sector', 'questions:'],
  },
  'choice-without-effect': {
    problem: { kind: 'choice-without-effect', question: 'sector', choice: 'school' },
    mentions: ['sector', 'school'],
  },
};

const cases = Object.values(samples).flatMap(({ problem, mentions }) =>
  languages.map((language) => ({ kind: problem.kind, language, problem: problem as Problem, mentions })),
);

function said(problem: Problem, language: Language, more: Partial<InputIssue> = {}): string {
  return describeIssue({ place: { file: 'a.yaml', line: 3, column: 5 }, path: '', problem, ...more }, language);
}

describe('a mistake in words', () => {
  test.each(cases)(
    'is a sentence with a place, and a line with what to do: $kind in $language',
    ({ problem, language }) => {
      const lines = said(problem, language).split('\n');
      expect(lines).toHaveLength(2);
      expect(lines[0]).toMatch(/^a\.yaml:3:5 .{10,}[^\s]$/);
      expect(lines[1]).toMatch(/^ {2}\S.{10,}[^\s]$/);
      expect(lines.join()).not.toMatch(/undefined|null|NaN|\[object/);
    },
  );

  test.each(cases)('mentions what is wrong: $kind in $language', ({ problem, language, mentions }) => {
    for (const part of mentions) expect(said(problem, language)).toContain(part);
  });

  test.each(Object.values(samples))('is another in each language: $problem.kind', ({ problem }) => {
    const [one, other] = languages.map((language) => said(problem, language));
    expect(one).not.toBe(other);
  });

  test.each(languages)('has its path before it, where it stands deeper in the file: %s', (language) => {
    const problem: Problem = { kind: 'not-a-day', found: 'x' };
    const path = 'exceptions[0].until';
    expect(said(problem, language, { path })).toBe(said(problem, language).replace('5 ', `5 ${path}: `));
  });

  test('names each type that can be expected, in each language', () => {
    const types: Record<ExpectedType, true> = {
      mapping: true,
      list: true,
      text: true,
      number: true,
      condition: true,
      choices: true,
      'filled-text': true,
    };
    for (const language of languages) {
      const messages = Object.keys(types).map((expected) =>
        said({ kind: 'wrong-type', expected: expected as ExpectedType, found: 'x' }, language),
      );
      expect(new Set(messages).size).toBe(messages.length);
      expect(messages.join()).not.toContain('undefined');
    }
  });

  test('names each thing that has an id, in each language', () => {
    const nouns: Record<Noun, true> = {
      question: true,
      questionnaire: true,
      requirement: true,
      source: true,
      evidence: true,
      contradiction: true,
      inconsistency: true,
      profile: true,
    };
    for (const language of languages) {
      const messages = Object.keys(nouns).map((noun) =>
        said({ kind: 'unknown-id', noun: noun as Noun, id: 'x', known: [] }, language),
      );
      expect(new Set(messages).size).toBe(messages.length);
      expect(messages.join()).not.toContain('undefined');
    }
  });
});

describe('many mistakes', () => {
  const manyIssues = (count: number): readonly InputIssue[] =>
    Array.from({ length: count }, (_, index) => ({
      place: { file: 'a.yaml', line: index + 1, column: 1 },
      path: '',
      problem: { kind: 'too-deep' },
    }));

  test('are all said up to a hundred, and only the first ten of more', () => {
    expect(describeIssues(manyIssues(100), 'en')).toHaveLength(100);
    const said = describeIssues(manyIssues(101), 'en');
    expect(said).toHaveLength(11);
    expect(said[9]).toMatch(/^a\.yaml:10:1 /);
    expect(said[10]).toBe('… and 91 more. Is it the right file?');
    expect(describeIssues(manyIssues(101), 'de')[10]).toBe('… und 91 weitere. Ist das die richtige Datei?');
  });
});

describe('a suggestion', () => {
  test.each<{ word: string; known: readonly string[]; remedy: string }>([
    { word: 'e2ee-mesages', known: ['e2ee-messages', 'e2ee-coverage'], remedy: 'Did you mean: e2ee-messages?' },
    { word: 'sector', known: ['section', 'sectors'], remedy: 'Did you mean: sectors?' },
    { word: 'School', known: ['church', 'school'], remedy: 'Did you mean: school?' },
    { word: 'BY', known: ['bw', 'be', 'by', 'ni'], remedy: 'Did you mean: by?' },
    { word: 'NW', known: ['bw', 'by', 'nw'], remedy: 'Did you mean: nw?' },
    { word: 'YES', known: ['no', 'yes'], remedy: 'Did you mean: yes?' },
    { word: 'e2ee_messages', known: ['e2ee-messages'], remedy: 'Did you mean: e2ee-messages?' },
    { word: 'whatsapp', known: ['signal', 'threema'], remedy: 'Possible are: signal, threema' },
    { word: '', known: ['by', 'no'], remedy: 'Possible are: by, no' },
    { word: 'x', known: ['by', 'no'], remedy: 'Possible are: by, no' },
  ])('for "$word" among $known is: $remedy', ({ word, known, remedy }) => {
    expect(said({ kind: 'not-one-of', expected: known, found: word }, 'en').split('\n')[1]).toBe(`  ${remedy}`);
    expect(said({ kind: 'unknown-key', key: word, known }, 'en').split('\n')[1]).toBe(`  ${remedy}`);
  });

  test('lists a dozen of many, and says that there are more', () => {
    const known = Array.from({ length: 30 }, (_, index) => `choice-${index}`);
    const remedy = said({ kind: 'not-one-of', expected: known, found: 'nothing like it' }, 'de').split('\n')[1];
    expect(remedy).toBe(`  Möglich sind: ${known.slice(0, 12).join(', ')}, …`);
  });

  test('of a questionnaire says how one of one’s own is given, before which are known', () => {
    const remedy = said({ kind: 'unknown-id', noun: 'questionnaire', id: 'ward', known: ['bfdi'] }, 'en').split(
      '\n',
    )[1];
    expect(remedy).toMatch(
      /^ {2}If it is one of your own, name its folder with --questionnaires <folder>\. Known are: bfdi/,
    );
  });

  test('does not begin a list of nothing', () => {
    const message = said({ kind: 'unknown-id', noun: 'source', id: 'law', known: [] }, 'en');
    expect(message).not.toMatch(/: *$/);
  });
});

/** What of a problem somebody typed, and nobody has checked. */
const typed: Partial<Record<Kind, string>> = {
  yaml: 'message',
  'duplicate-key': 'key',
  'unknown-key': 'key',
  'wrong-type': 'found',
  'needs-quotes': 'found',
  'not-one-of': 'found',
  'chosen-twice': 'found',
  'not-an-id': 'found',
  'not-a-day': 'found',
  'not-an-address': 'found',
  'wrong-format': 'found',
  'unknown-id': 'id',
  'duplicate-id': 'id',
  'version-differs': 'recorded',
};

describe('text from a file', () => {
  test.each(languages)('reaches no terminal with control characters in it, whatever the mistake: %s', (language) => {
    const hostile = 'a\u001B[2Jb\u0007c\u0085d\re\nf\u0000g\u009Bh\ti';
    const leaks = Object.values(samples).filter(({ problem }) => {
      const lines = said(withTexts(problem, hostile), language).split('\n');
      return lines.length !== 2 || /\p{Cc}/u.test(lines.join(''));
    });
    expect(leaks.map(({ problem }) => problem.kind)).toEqual([]);
  });

  test.each(languages)('is shortened where it is long, whatever the mistake: %s', (language) => {
    const long = Object.entries(typed).filter(([kind, field]) => {
      const problem = { ...samples[kind as Kind].problem, [field]: 'long '.repeat(10_000) } as Problem;
      return said(problem, language).length > 500;
    });
    expect(long.map(([kind]) => kind)).toEqual([]);
  });

  test('is given in full up to sixty characters, and cut with a sign beyond', () => {
    const sixty = 'x'.repeat(60);
    expect(said({ kind: 'not-a-day', found: sixty }, 'en')).toContain(`${sixty} is not`);
    expect(said({ kind: 'not-a-day', found: `${sixty}x` }, 'en')).toContain(`${'x'.repeat(59)}… is not`);
  });

  test('in a path or a file name is no more trusted', () => {
    const hostile = 'a\u001B[2Jb\nc\u009B';
    const place = { file: hostile, line: 1, column: 1 };
    const message = said({ kind: 'alias' }, 'en', { place, path: hostile });
    expect(message.split('\n')).toHaveLength(2);
    expect(message.replace('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  test('does not turn the direction of the line it stands in', () => {
    const hostile = ['\u202A', '\u202E', '\u2066', '\u2069'].join('x');
    expect(printable(hostile)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    expect(said({ kind: 'duplicate-key', key: hostile }, 'en')).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  });

  test('keeps everything else', () => {
    const text = 'Straße „Ö“ 😀 é – naïve 漢字';
    expect(printable(text)).toBe(text);
  });
});

/** A problem with every text in it replaced, but for the words that choose the wording. */
function withTexts(problem: Problem, by: string): Problem {
  const replaced = (value: unknown, key = ''): unknown => {
    if (['kind', 'noun'].includes(key) || (key === 'expected' && problem.kind === 'wrong-type')) return value;
    if (typeof value === 'string') return by;
    if (Array.isArray(value)) return value.map((item) => replaced(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replaced(inner, name)]));
  };
  return replaced(problem) as Problem;
}
