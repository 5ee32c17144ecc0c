import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Answers } from '../../src/domain/answer.ts';
import { type Condition, type Test, testsIn } from '../../src/domain/condition.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import { choicesOf, type Question } from '../../src/domain/question.ts';
import { requirementsOf } from '../../src/domain/questionnaire.ts';
import { conditionsOf } from '../../src/domain/requirement.ts';
import { judge } from '../../src/evaluate/judge.ts';
import { outlineInSentences, sayCondition } from '../../src/report/say-condition.ts';
import { formatDay } from '../../src/wording/format-day.ts';
import { wordings } from '../../src/wording/wording.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';
import { choice, choices, free, is, text } from '../support/small-catalogue.ts';

const bank: ReadonlyMap<string, Question> = new Map(
  [
    choice('pair', ['a', 'b'], { text: text('Which of two?') }),
    choice('triple', ['a', 'b', 'c'], {
      text: text('Which of three?'),
      allowsNotApplicable: true,
      askWhen: is('pair', 'a'),
    }),
    choices('list', ['x', 'y'], { text: text('Which of these?'), askWhen: is('triple', 'a', 'b') }),
    { ...free('number', 'number'), text: text('How many?') },
    { ...free('date', 'date'), text: text('Since when?') },
  ].map((question) => [question.id, question]),
);

function all(...of: readonly Condition[]): Condition {
  return { op: 'all', of };
}
function any(...of: readonly Condition[]): Condition {
  return { op: 'any', of };
}
function not(of: Condition): Condition {
  return { op: 'not', of };
}
function on(question: string, asked: Test): Condition {
  return { op: 'answer', question, test: asked };
}

function say(condition: Condition, language: Language = 'en', questions = bank): string {
  return sayCondition(condition, { questions, language, words: wordings[language] });
}

test.each<{ language: Language; text: string; quoted: string }>([
  { language: 'en', text: 'Under “Church”, see the „Merkblatt“', quoted: '“Under ‘Church’, see the ‘Merkblatt’”' },
  { language: 'de', text: 'unter „Kirche“', quoted: '„unter ‚Kirche‘“' },
])('quotation marks within quotation marks are single ones: $quoted', ({ language, text: given, quoted }) => {
  expect(wordings[language].conditions.quoted(given)).toBe(quoted);
});

describe('a condition as a sentence', () => {
  const two = is('pair', 'a', 'b');
  const three = is('triple', 'a', 'b', 'c');
  const many = on('number', { kind: 'atLeast', value: 3 });

  test('names the question and the values that are looked for', () => {
    expect(say(two, 'de')).toBe('Die Frage „Which of two?“ ist mit „a“ oder „b“ beantwortet.');
    expect(say(three)).toBe('The question “Which of three?” is answered with “a”, “b” or “c”.');
    expect(say(is('triple', 'not-applicable'), 'de')).toBe(
      'Die Frage „Which of three?“ ist mit „trifft nicht zu“ beantwortet.',
    );
    expect(say(many, 'de')).toBe('Die Zahl zur Frage „How many?“ beträgt mindestens 3.');
    expect(say(on('date', { kind: 'before', value: '2026-01-31' }), 'de')).toBe(
      'Der Tag zur Frage „Since when?“ liegt vor dem 31.01.2026.',
    );
  });

  test('joins two parts by a conjunction, and says of an "or" that it includes both', () => {
    expect(say(all(is('pair', 'a'), many), 'de')).toBe(
      'Die Frage „Which of two?“ ist mit „a“ beantwortet, und die Zahl zur Frage „How many?“ beträgt mindestens 3.',
    );
    expect(say(any(is('pair', 'a'), many), 'de')).toMatch(
      /, oder die Zahl .* beträgt mindestens 3, oder beides trifft zu\.$/,
    );
    expect(say(any(is('pair', 'a'), many))).toMatch(/, or the number .* is at least 3, or both are true\.$/);
  });

  test('does not say that both may hold where one answer cannot be two', () => {
    expect(say(any(is('pair', 'a'), not(is('pair', 'b'))))).not.toContain('both');
  });

  test('numbers more parts, and groups in groups in another way', () => {
    const inner = any(is('triple', 'a'), many, is('pair', 'b'));
    expect(say(all(is('pair', 'a'), inner), 'de')).toMatch(
      /^Beide folgenden Bedingungen sind erfüllt: 1\) .*; 2\) mindestens eine der folgenden Bedingungen ist erfüllt: a\) .*; b\) .*; c\) .*\.$/,
    );
  });

  test('says what is negated of the questions themselves, and what of it needs no answer', () => {
    expect(say(not(all(is('pair', 'a'), three)), 'de')).toBe(
      'Die Frage „Which of two?“ ist nicht mit „a“ beantwortet, oder die Frage „Which of three?“ ist, sofern sie zu beantworten ist, weder mit „a“ noch mit „b“ noch mit „c“ beantwortet, oder beides trifft zu.',
    );
    expect(say(not(not(two)))).toBe(say(two));
  });

  test('says of what is empty that it always or never holds, and leaves out what that settles', () => {
    expect(say(all())).toBe('The condition always holds.');
    expect(say(all(two, any()), 'de')).toBe('Die Bedingung ist nie erfüllt.');
    expect(say(all(two, all()))).toBe(say(two));
  });

  test('turns quotation marks within a text into single ones', () => {
    const questions = new Map([['q', choice('q', ['a'], { text: { de: 'Was heißt „sicher“?', en: '“Safe”?' } })]]);
    expect(say(is('q', 'a'), 'de', questions)).toContain('„Was heißt ‚sicher‘?“');
    expect(say(is('q', 'a'), 'en', questions)).toContain('“‘Safe’?”');
  });

  test('as an outline has a line for every part, each with the mark of what it says', () => {
    const outline = outlineInSentences(not(all(is('pair', 'a'), many)), {
      questions: bank,
      language: 'en',
      words: wordings.en,
      mark: (part) => `[${part.op}]`,
    });
    expect(outline.text).toBe('[any] At least one of the following holds:');
    expect(outline.parts.map((part) => part.text)).toEqual([
      '[not] The question “Which of two?” is not answered with “a”.',
      '[not] The number given for the question “How many?” is not at least 3.',
    ]);
  });
});

/** Every condition that ships, with a name for where it stands. */
const shipped: readonly (readonly [string, Condition])[] = [
  ...[...shippedCatalogue.questions.values()].map(({ id, askWhen }) => [`${id} askWhen`, askWhen] as const),
  ...[...shippedCatalogue.questionnaires.values()].flatMap((paper) => [
    [`${paper.id} binds`, paper.binds] as const,
    [`${paper.id} offeredWhen`, paper.offeredWhen] as const,
    ...requirementsOf(paper).flatMap((rule) =>
      [rule.binds, ...conditionsOf(rule)].map((one, index) => [`${rule.id} ${index}`, one] as const),
    ),
  ]),
].flatMap(([name, condition]) => (condition === undefined ? [] : [[name, condition] as const]));

/** What a reader must find: the question, and the value as it is written in the language. */
function mentioned(condition: Condition, language: Language): readonly string[] {
  const { quotedWithin } = wordings[language].reasons;
  return testsIn(condition).flatMap(({ question: id, test: asked }) => {
    const question = shippedCatalogue.questions.get(id);
    if (question === undefined) throw new Error(`no question ${id}`);
    if (!('values' in asked)) {
      const value = typeof asked.value === 'number' ? String(asked.value) : formatDay(asked.value, language);
      return [quotedWithin(question.text[language]), value];
    }
    const texts = asked.values.map(
      (value) =>
        choicesOf(question).find((one) => one.id === value)?.text[language] ??
        { de: 'trifft nicht zu', en: 'does not apply' }[language],
    );
    return [question.text[language], ...texts].map((one) => quotedWithin(one.replace(/\.$/, '')));
  });
}

describe.each(languages)('every condition that ships, in %s', (language) => {
  const [open, close] = { de: ['„', '“'], en: ['“', '”'] }[language] as [string, string];
  const all = shipped.map(([name, condition]) => ({
    name,
    condition,
    sentence: say(condition, language, shippedCatalogue.questions),
  }));

  test('there are hundreds of them', () => {
    expect(all.length).toBeGreaterThan(400);
  });

  test('is said with each question and each value that it reads, in quotation marks', () => {
    const silent = all.flatMap(({ name, condition, sentence }) =>
      mentioned(condition, language)
        .filter((one) => !sentence.includes(one))
        .map((one) => `${name}: ${one}`),
    );
    expect(silent).toEqual([]);
  });

  test('is said without ids, doubled spaces or punctuation, and with quotation marks in pairs', () => {
    const flawed = all.filter(({ sentence, condition }) => {
      const bare = sentence.replaceAll(new RegExp(`${open}[^${close}]*${close}`, 'g'), 'X');
      const ids = testsIn(condition).flatMap(({ question }) => (question.includes('-') ? [question] : []));
      return (
        /\s\s|\s[,;.:]|[,;.:]{2}|undefined|\[object/.test(bare) ||
        /\s\s|\n/.test(sentence) ||
        new RegExp(`[.]${close}[.,;]`).test(sentence) ||
        bare.includes(open) ||
        bare.includes(close) ||
        !/^\p{Lu}.*\.$/u.test(sentence) ||
        ids.some((id) => new RegExp(`(^|[\\s(])${id}([\\s),;:.]|$)`).test(bare))
      );
    });
    expect(flawed.map(({ name, sentence }) => `${name}: ${sentence}`)).toEqual([]);
  });

  test('is said in other words than any that differs from it', () => {
    const bySentence = new Map<string, Set<string>>();
    for (const { sentence, condition } of all) {
      bySentence.set(sentence, new Set([...(bySentence.get(sentence) ?? []), keyOf(condition)]));
    }
    expect([...bySentence].filter(([, conditions]) => conditions.size > 1).map(([sentence]) => sentence)).toEqual([]);
  });
});

/** Groups of one are what is in them. */
function keyOf(condition: Condition): string {
  return JSON.stringify(condition, (_key, value) =>
    (value?.op === 'all' || value?.op === 'any') && value.of.length === 1 ? value.of[0] : value,
  );
}

describe('two conditions that differ under some answers', () => {
  const tests = [
    is('pair', 'a'),
    is('pair', 'b'),
    is('triple', 'a'),
    is('triple', 'a', 'b'),
    is('triple', 'c', 'not-applicable'),
    on('list', { kind: 'includes', values: ['x'] }),
    on('list', { kind: 'includes', values: ['x', 'y'] }),
    on('list', { kind: 'excludes', values: ['x'] }),
    on('list', { kind: 'excludes', values: ['x', 'y'] }),
    on('number', { kind: 'atLeast', value: 1 }),
    on('number', { kind: 'atMost', value: 1 }),
    on('date', { kind: 'before', value: '2026-01-02' }),
    on('date', { kind: 'after', value: '2026-01-01' }),
  ];
  const table = (condition: Condition) =>
    everything.map((answers) => judge(condition, { questions: bank, answers }).truth[0]).join('');

  test.each(languages)('are never said alike, in %s', (language) => {
    fc.assert(
      fc.property(conditions(tests), fc.nat(), fc.nat(), (condition, place, kind) => {
        const other = changed(condition, { place, kind }, tests);
        if (say(condition, language) === say(other, language)) expect(table(other)).toBe(table(condition));
      }),
      { numRuns: 1500 },
    );
  });

  test.each(languages)('are never said alike among all small ones, in %s', (language) => {
    const leaves = tests.flatMap((leaf) => [leaf, not(leaf)]);
    const pairs = leaves.flatMap((one) => leaves.flatMap((other) => [all(one, other), any(one, other)]));
    const few = [tests[0], tests[3], tests[5]].flatMap((one) => (one === undefined ? [] : [one]));
    const nested = few.flatMap((one) =>
      pairs.filter((_, index) => index % 31 === 0).flatMap((two) => [all(one, two), any(one, two), any(not(two), one)]),
    );
    const said = new Map<string, string>();
    for (const condition of [...leaves, ...pairs, ...nested]) {
      const sentence = say(condition, language);
      const before = said.get(sentence) ?? table(condition);
      expect(table(condition), sentence).toBe(before);
      said.set(sentence, before);
    }
    expect(said.size).toBeGreaterThan(700);
  });
});

function conditions(leaves: readonly Condition[], depth = 3): fc.Arbitrary<Condition> {
  const leaf = fc.constantFrom(...leaves);
  if (depth === 0) return leaf;
  const part = conditions(leaves, depth - 1);
  const parts = fc.array(part, { maxLength: 3 });
  return fc.oneof(
    leaf,
    parts.map((of) => all(...of)),
    parts.map((of) => any(...of)),
    part.map(not),
  );
}

/** The same condition, but for one place in it. */
function changed(
  condition: Condition,
  at: { readonly place: number; readonly kind: number },
  leaves: readonly Condition[],
): Condition {
  const parts = condition.op === 'answer' ? [] : condition.op === 'not' ? [condition.of] : condition.of;
  const index = at.place % (parts.length + 1);
  const deeper = { place: Math.floor(at.place / (parts.length + 1)), kind: at.kind };
  if (index < parts.length) {
    const of = parts.map((part, position) => (position === index ? changed(part, deeper, leaves) : part));
    return condition.op === 'not' ? not(all(...of)) : condition.op === 'all' ? all(...of) : any(...of);
  }
  if (condition.op === 'not') return at.kind % 2 === 0 ? condition.of : not(condition);
  if (condition.op === 'answer')
    return at.kind % 2 === 0 ? not(condition) : (leaves[at.kind % leaves.length] ?? condition);
  const [first, second, ...rest] = condition.of;
  if (at.kind % 3 === 0 && first && second) return { ...condition, of: [all(first, second), ...rest] };
  if (at.kind % 3 === 1 && first && second) return { ...condition, of: [any(first, second), ...rest] };
  return { op: condition.op === 'all' ? 'any' : 'all', of: condition.of };
}

/** All ways to answer the small bank. */
const everything: readonly Answers[] = (() => {
  const given = (value: string | number | readonly string[]): Answer => ({ state: 'given', value, evidence: [] });
  const possible: Readonly<Record<string, readonly (Answer | undefined)[]>> = {
    pair: [given('a'), given('b'), undefined],
    triple: [given('a'), given('b'), given('c'), { state: 'not-applicable', reason: 'none', evidence: [] }],
    list: [given([]), given(['x']), given(['y']), given(['x', 'y'])],
    number: [given(0), given(1), given(2)],
    date: [given('2026-01-01'), given('2026-01-02')],
  };
  return Object.entries(possible).reduce<readonly Answers[]>(
    (some, [id, answers]) =>
      some.flatMap((one) => answers.map((answer) => (answer === undefined ? one : new Map(one).set(id, answer)))),
    [new Map()],
  );
})();
