import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { JudgedStatus } from '../../src/domain/finding.ts';
import type { Question } from '../../src/domain/question.ts';
import type { Requirement } from '../../src/domain/requirement.ts';
import { evaluateRequirement } from '../../src/evaluate/evaluate-requirement.ts';
import { choice, choices, given, is, requirement } from '../support/small-catalogue.ts';

type Answers = Readonly<Record<string, Answer>>;

const [yes, no] = [given('yes'), given('no')];
const unknown: Answer = { state: 'unknown', reason: 'to-be-checked', evidence: [] };

const questions: readonly Question[] = [choice('applies'), choice('full'), choice('half'), choice('other')];

function outcomes(one: Requirement, answers: Answers, more: readonly Question[] = []) {
  const facts = {
    questions: new Map([...questions, ...more].map((question) => [question.id, question])),
    answers: new Map(Object.entries(answers)),
  };
  return evaluateRequirement(one, facts);
}

describe('the status of a requirement', () => {
  const graded = requirement('R', is('full', 'yes'), {
    appliesWhen: is('applies', 'yes'),
    partialWhen: is('half', 'yes'),
  });

  /** The table of the design, section 3, with every value of the three conditions. */
  const table: readonly { applies: Answer; full: Answer; half: Answer; expected: JudgedStatus }[] = [
    ...[yes, no, unknown].flatMap((full) =>
      [yes, no, unknown].flatMap((half) => [
        { applies: no, full, half, expected: 'not-applicable' as const },
        { applies: unknown, full, half, expected: 'open' as const },
      ]),
    ),
    ...[yes, no, unknown].flatMap((half) => [
      { applies: yes, full: yes, half, expected: 'fulfilled' as const },
      { applies: yes, full: unknown, half, expected: 'open' as const },
    ]),
    { applies: yes, full: no, half: yes, expected: 'partial' },
    { applies: yes, full: no, half: unknown, expected: 'open' },
    { applies: yes, full: no, half: no, expected: 'violated' },
  ];
  const word = (answer: Answer) => (answer.state === 'given' ? String(answer.value) : answer.state);
  const rows = table.map((row) => ({
    ...row,
    name: `applies ${word(row.applies)}, fulfilled ${word(row.full)}, partial ${word(row.half)}: ${row.expected}`,
  }));

  test('is defined for each of the 27 ways its conditions can be', () => {
    expect(new Set(rows.map(({ name }) => name)).size).toBe(27);
  });

  test.each(rows)('$name', ({ applies, full, half, expected }) => {
    expect(outcomes(graded, { applies, full, half }).map(({ judged }) => judged)).toEqual([expected]);
  });

  test.each<{ name: string; answers: Answers; expected: JudgedStatus }>([
    { name: 'fulfilled', answers: { full: yes }, expected: 'fulfilled' },
    { name: 'violated as soon as it is not fulfilled', answers: { full: no }, expected: 'violated' },
    { name: 'open while the answer is missing', answers: {}, expected: 'open' },
    { name: 'open while the answer is unknown', answers: { full: unknown }, expected: 'open' },
  ])('without further conditions is $name', ({ answers, expected }) => {
    expect(outcomes(requirement('R', is('full', 'yes')), answers).map(({ judged }) => judged)).toEqual([expected]);
  });
});

describe('the answers that a status rests on', () => {
  const graded = requirement('R', is('full', 'yes'), {
    appliesWhen: is('applies', 'yes'),
    partialWhen: is('half', 'yes'),
  });

  test.each<{ name: string; answers: Answers; because: readonly string[] }>([
    { name: 'not applicable: what rules it out', answers: { applies: no, full: yes }, because: ['applies'] },
    {
      name: 'violated: what neither fulfils nor half fulfils it',
      answers: { applies: yes, full: no, half: no },
      because: ['full', 'half'],
    },
    { name: 'open whether it applies: only that', answers: {}, because: ['applies'] },
    { name: 'open whether it is fulfilled: what that takes', answers: { applies: yes, half: yes }, because: ['full'] },
    { name: 'open whether it is partial: what that takes', answers: { applies: yes, full: no }, because: ['half'] },
  ])('$name', ({ answers, because }) => {
    expect(outcomes(graded, answers).map((outcome) => outcome.because)).toEqual([because]);
  });

  test('fulfilled: what fulfils it', () => {
    expect(outcomes(graded, { applies: yes, full: yes, half: no })[0]?.because).toContain('full');
  });

  test('partial: what half fulfils it, and what keeps it from being fulfilled', () => {
    const [outcome] = outcomes(requirement('R', is('full', 'yes'), { partialWhen: is('half', 'yes') }), {
      full: no,
      half: yes,
    });
    expect(outcome?.judged).toBe('partial');
    expect([...(outcome?.because ?? [])].sort()).toEqual(['full', 'half']);
  });

  test('an answer that both conditions read is named once', () => {
    const same = requirement('R', is('full', 'yes'), { partialWhen: is('full', 'half') });
    expect(outcomes(same, { full: no })).toEqual([{ judged: 'violated', because: ['full'] }]);
  });
});

describe('a requirement that is judged for each choice', () => {
  const functions = choices('functions', ['text', 'calls', 'groups']);
  const basis = choice('basis', ['yes', 'no'], { each: 'functions' });
  const each = requirement('R', is('basis', 'yes'), { each: 'functions' });
  const judged = (answers: Answers) => outcomes(each, answers, [functions, basis]);

  test.each<{ name: string; answers: Answers }>([
    { name: 'not answered', answers: {} },
    { name: 'answered with "unknown"', answers: { functions: unknown } },
  ])('is open once, for the question itself, while that is $name', ({ answers }) => {
    expect(judged({ ...answers, 'basis@text': yes })).toEqual([{ judged: 'open', because: ['functions'] }]);
  });

  test.each<{ name: string; answer: Answer }>([
    { name: 'nothing was chosen', answer: given([]) },
    {
      name: 'the question does not apply',
      answer: { state: 'not-applicable', reason: 'no functions at all', evidence: [] },
    },
  ])('is not applicable, once, where $name', ({ answer }) => {
    expect(judged({ functions: answer })).toEqual([{ judged: 'not-applicable', because: ['functions'] }]);
  });

  test('gives one finding for each choice made, in their order, by the answers for that choice', () => {
    const answers = { functions: given(['text', 'calls', 'groups']), 'basis@text': no, 'basis@groups': yes };
    expect(judged(answers).map(({ item, judged: status }) => [item, status])).toEqual([
      ['text', 'violated'],
      ['calls', 'open'],
      ['groups', 'fulfilled'],
    ]);
    expect(judged(answers).map(({ because }) => because)).toEqual([
      expect.arrayContaining(['basis@text']),
      ['basis@calls'],
      expect.arrayContaining(['basis@groups']),
    ]);
  });

  test('says nothing of a choice that was not made, even if an answer for it is stored', () => {
    const answers = { functions: given(['text']), 'basis@text': yes, 'basis@calls': no };
    expect(judged(answers).map(({ item }) => item)).toEqual(['text']);
  });

  test('weighs a general question the same for every choice', () => {
    const general = requirement('R', is('other', 'yes'), { each: 'functions', appliesWhen: is('basis', 'yes') });
    const answers = { functions: given(['text', 'calls']), 'basis@text': yes, 'basis@calls': no, other: no };
    const statuses = outcomes(general, answers, [functions, basis]).map((outcome) => outcome.judged);
    expect(statuses).toEqual(['violated', 'not-applicable']);
  });
});

describe('a requirement for each choice of a question that is not asked', () => {
  const functions = choices('functions', ['text', 'calls'], { askWhen: is('other', 'yes') });
  const basis = choice('basis', ['yes', 'no'], { each: 'functions' });
  const each = requirement('R', is('basis', 'yes'), { each: 'functions' });

  test.each<{ name: string; answers: Answers }>([
    { name: 'nor answered', answers: { other: no } },
    {
      name: 'though an answer is stored: that is never used',
      answers: { other: no, functions: given(['text']), 'basis@text': no },
    },
  ])('is not applicable, where it is not asked, $name', ({ answers }) => {
    const statuses = outcomes(each, answers, [functions, basis]).map((outcome) => outcome.judged);
    expect(statuses).toEqual(['not-applicable']);
  });

  test('is open while it is not known whether the question is asked', () => {
    const answers = { functions: given(['text']), 'basis@text': yes };
    const statuses = outcomes(each, answers, [functions, basis]).map((outcome) => outcome.judged);
    expect(statuses).toEqual(['open']);
  });
});
