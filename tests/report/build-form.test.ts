import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/domain/condition.ts';
import { languages } from '../../src/domain/language.ts';
import { buildForm } from '../../src/report/build-form.ts';
import { buildMatrix } from '../../src/report/build-matrix.ts';
import type { ConditionLine } from '../../src/report/describe-condition.ts';
import { wordings } from '../../src/wording/wording.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';
import { catalogue, choice, choices, free, is, questionnaire, requirement, text } from '../support/small-catalogue.ts';

const functions = choices('functions', ['text', 'calls']);
const questions = [
  choice('sector', ['office', 'school']),
  choice('gate'),
  choice('behind', ['yes', 'no'], { askWhen: is('gate', 'yes') }),
  functions,
  choice('purpose', ['stated', 'missing'], { each: 'functions', allowsNotApplicable: true }),
  free('days', 'number'),
  free('since', 'date'),
  choice('elsewhere'),
];
const paper = questionnaire(
  'paper',
  [
    requirement('R-1', is('behind', 'yes'), {
      appliesWhen: is('sector', 'office'),
      partialWhen: { op: 'all', of: [is('elsewhere', 'yes'), { op: 'not', of: is('behind', 'yes') }] },
      partialFinding: text('half'),
    }),
    requirement('R-2', is('purpose', 'stated', 'not-applicable'), { each: 'functions' }),
    requirement('R-3', {
      op: 'any',
      of: [
        { op: 'answer', question: 'days', test: { kind: 'atMost', value: 30 } },
        { op: 'answer', question: 'since', test: { kind: 'after', value: '2026-01-31' } },
        { op: 'answer', question: 'functions', test: { kind: 'excludes', values: ['text', 'calls'] } },
      ],
    }),
  ],
  { questions: ['gate', 'behind', 'purpose', 'days', 'since'] },
);
const bank = catalogue(questions, [paper], ['sector', 'functions']);
const form = buildForm({ catalogue: bank, questionnaire: paper, language: 'en', words: wordings.en });

/** An outline as indented text. */
function inWords({ text: line, parts }: ConditionLine, indent = ''): string {
  return [`${indent}${line}`, ...parts.map((part) => inWords(part, `${indent}  `))].join('\n');
}

describe('a questionnaire as a form', () => {
  test('asks on the use first, then its sections, then what else decides; each question once, numbered through', () => {
    const asked = form.sections.map(({ title, questions: all }) => [
      title,
      ...all.map(({ number, id }) => `${number} ${id}`),
    ]);
    expect(asked).toEqual([
      ['The use', '1 sector', '2 functions'],
      ['only', '3 gate', '4 behind', '5 purpose', '6 days', '7 since'],
      ['Further questions that help to decide here', '8 elsewhere'],
    ]);
  });

  test('says when a question is asked, and that it is asked for every choice of another', () => {
    const all = form.sections.flatMap((section) => section.questions);
    expect(all.find(({ id }) => id === 'behind')?.askWhen).toEqual({ text: 'question 3: “yes”', parts: [] });
    expect(all.find(({ id }) => id === 'purpose')?.each).toBe(
      'To be answered separately for everything ticked at question 2.',
    );
    expect(all.find(({ id }) => id === 'purpose')?.allowsNotApplicable).toBe(true);
    expect(all.find(({ id }) => id === 'sector')?.askWhen).toBeNull();
  });

  test('names the requirements that read a question', () => {
    const readers = Object.fromEntries(
      form.sections.flatMap((section) => section.questions).map(({ id, readers: by }) => [id, by]),
    );
    expect(readers).toMatchObject({ sector: ['R-1'], gate: [], functions: ['R-2', 'R-3'], elsewhere: ['R-1'] });
  });

  test('puts every condition into words that name questions by their number', () => {
    const [first, second, third] = form.requirements;
    expect(first?.appliesWhen && inWords(first.appliesWhen)).toBe('question 1: “office”');
    expect(second && inWords(second.fulfilledWhen)).toBe('question 5: “stated” or “does not apply”');
    expect(third && inWords(third.fulfilledWhen)).toBe(
      [
        'at least one of these:',
        '  question 6: at most 30',
        '  question 7: after 2026-01-31',
        '  question 2: among them neither “text” nor “calls”',
      ].join('\n'),
    );
  });

  test('does not repeat in what is partial that it is not fulfilled', () => {
    expect(form.requirements[0]?.partialWhen).toEqual({ text: 'question 8: “yes”', parts: [] });
  });

  test.each(
    languages.flatMap((language) =>
      [...shippedCatalogue.questionnaires.values()].map((one) => ({ language, one, id: one.id })),
    ),
  )('knows every question that $id needs, in $language', ({ language, one }) => {
    const made = buildForm({ catalogue: shippedCatalogue, questionnaire: one, language, words: wordings[language] });
    const unnumbered = /(Frage|question) 0/;
    expect(JSON.stringify(made)).not.toMatch(unnumbered);
    expect(made.requirements).toHaveLength(one.sections.flatMap(({ requirements }) => requirements).length);
    expect(made.sources.map(({ id }) => id)).toContain(one.source);
  });
});

describe('the table of questions and requirements', () => {
  const other = questionnaire('other', [requirement('O-1', is('gate', 'no'))]);

  test('has a row for every question that is read, most read first, and a column for every questionnaire', () => {
    const { questionnaires, rows } = buildMatrix(catalogue(questions, [paper, other]), [paper, other], 'en');
    expect(questionnaires).toEqual(['paper', 'other']);
    expect(rows.map(({ id, cells, count }) => [id, count, ...cells.map((ids) => ids.join(' '))])).toEqual([
      ['functions', 2, 'R-2 R-3', ''],
      ['sector', 1, 'R-1', ''],
      ['gate', 1, '', 'O-1'],
      ['behind', 1, 'R-1', ''],
      ['purpose', 1, 'R-2', ''],
      ['days', 1, 'R-3', ''],
      ['since', 1, 'R-3', ''],
      ['elsewhere', 1, 'R-1', ''],
    ]);
  });

  test('of all that ships names every requirement', () => {
    const all = [...shippedCatalogue.questionnaires.values()];
    const { rows } = buildMatrix(shippedCatalogue, all, 'de');
    const named = new Set(rows.flatMap(({ cells }) => cells.flat()));
    const ids = all.flatMap(({ sections }) => sections.flatMap(({ requirements }) => requirements.map(({ id }) => id)));
    expect([...named].sort()).toEqual([...ids].sort());
  });

  test('shows that questions are shared: many are read by several authorities', () => {
    const { rows } = buildMatrix(shippedCatalogue, [...shippedCatalogue.questionnaires.values()], 'de');
    const byHowMany = new Map(rows.map(({ id, cells }) => [id, cells.filter((ids) => ids.length > 0).length]));
    // The source files name these as the points on which most papers overlap.
    for (const id of ['address-book-upload', 'e2ee-messages', 'third-country-transfer']) {
      expect(byHowMany.get(id), id).toBeGreaterThanOrEqual(4);
    }
  });
});

test('a condition inside a condition becomes a part of it', () => {
  const condition: Condition = {
    op: 'not',
    of: { op: 'all', of: [is('gate', 'yes'), is('sector', 'office', 'school')] },
  };
  const nested = questionnaire('nested', [requirement('N-1', condition)]);
  const made = buildForm({
    catalogue: catalogue(questions, [nested]),
    questionnaire: nested,
    language: 'de',
    words: wordings.de,
  });
  const [only] = made.requirements;
  expect(only && inWords(only.fulfilledWhen)).toBe(
    ['nicht:', '  alles davon:', '    Frage 1: „yes“', '    Frage 2: „office“ oder „school“'].join('\n'),
  );
});

test('bounds and days of a condition are said in the language of the form', () => {
  const bounds: Condition = {
    op: 'all',
    of: [
      { op: 'answer', question: 'days', test: { kind: 'atLeast', value: 1000 } },
      { op: 'answer', question: 'since', test: { kind: 'before', value: '2026-01-31' } },
    ],
  };
  const bounded = questionnaire('bounded', [requirement('R-1', bounds)], { questions: ['days', 'since'] });
  const linesIn = (language: 'de' | 'en') => {
    const words = wordings[language];
    const input = { catalogue: catalogue(questions, [bounded]), questionnaire: bounded, language, words };
    return buildForm(input).requirements.flatMap(({ fulfilledWhen }) =>
      fulfilledWhen.parts.map(({ text: line }) => line),
    );
  };
  expect(linesIn('en')).toEqual([
    `${wordings.en.form.question(1)}: ${wordings.en.conditions.atLeast('1,000')}`,
    `${wordings.en.form.question(2)}: ${wordings.en.conditions.before('2026-01-31')}`,
  ]);
  expect(linesIn('de')).toEqual([
    `${wordings.de.form.question(1)}: ${wordings.de.conditions.atLeast('1.000')}`,
    `${wordings.de.form.question(2)}: ${wordings.de.conditions.before('31.01.2026')}`,
  ]);
});
