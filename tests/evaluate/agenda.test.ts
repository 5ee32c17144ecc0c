import { describe, expect, test } from 'vitest';
import type { AgendaItem } from '../../src/domain/agenda.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { type Assessment, emptyAssessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Section } from '../../src/domain/questionnaire.ts';
import type { Requirement } from '../../src/domain/requirement.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { catalogue, choice, choices, given, is, questionnaire, requirement, text } from '../support/small-catalogue.ts';

type Answers = Readonly<Record<string, Answer>>;

function agendaOf(bank: Catalogue, answers: Answers = {}, more: Partial<Assessment> = {}) {
  const assessment: Assessment = {
    ...emptyAssessment,
    answers: new Map(Object.entries(answers)),
    ...more,
  };
  return evaluate(bank, assessment, '2026-11-23').agenda;
}

function itemsOf(bank: Catalogue, answers: Answers = {}): Readonly<Record<string, AgendaItem>> {
  return Object.fromEntries(agendaOf(bank, answers).flatMap(({ items }) => items.map((item) => [item.key, item])));
}

function section(id: string, questions: readonly string[], requirements: readonly Requirement[] = []): Section {
  return { id, title: text(id), questions, requirements };
}

describe('the order of the interview', () => {
  const bank = catalogue(
    [choice('use'), choice('a'), choice('b'), choice('c')],
    [
      questionnaire('first', [], { sections: [section('one', ['b', 'use']), section('two', ['a', 'b'])] }),
      questionnaire('second', [], { sections: [section('three', ['c', 'a'])] }),
    ],
    ['use'],
  );
  const order = (more: Partial<Assessment> = {}) =>
    agendaOf(bank, {}, more).map(({ title, items }) => [title?.en, ...items.map(({ key }) => key)]);

  test('has the questions on the use first, then section by section, and each question where it first comes up', () => {
    expect(order()).toEqual([
      [undefined, 'use'],
      ['one', 'b'],
      ['two', 'a'],
      ['three', 'c'],
    ]);
  });

  test('leaves out questionnaires the assessment was not made with', () => {
    expect(order({ questionnaires: new Map([['second', '1']]) })).toEqual([
      [undefined, 'use'],
      ['three', 'c', 'a'],
    ]);
  });
});

describe('a question', () => {
  const gated = choice('gated', ['yes', 'no'], { askWhen: is('gate', 'yes') });
  const bank = catalogue(
    [choice('gate'), gated],
    [questionnaire('paper', [requirement('R', is('gated', 'yes'))], { questions: ['gate', 'gated'] })],
  );

  test.each<{ answers: Answers; asked: string; why: string }>([
    { answers: { gate: given('yes') }, asked: 'true', why: 'its condition holds' },
    { answers: { gate: given('no') }, asked: 'false', why: 'its condition does not hold' },
    { answers: {}, asked: 'unknown', why: 'its condition is open' },
  ])('is asked: $asked, where $why', ({ answers, asked }) => {
    expect(itemsOf(bank, answers).gated?.asked).toBe(asked);
    expect(itemsOf(bank, answers).gate?.asked).toBe('true');
  });

  test('comes once for each choice made, in the order of the choices, and not before any is made', () => {
    const each = catalogue(
      [
        choices('functions', ['text', 'calls', 'groups']),
        choice('basis', ['yes', 'no'], { each: 'functions' }),
        choice('detail', ['yes', 'no'], { each: 'functions', askWhen: is('basis', 'yes') }),
      ],
      [
        questionnaire('paper', [requirement('R', is('detail', 'yes'), { each: 'functions' })], {
          questions: ['functions', 'basis', 'detail'],
        }),
      ],
    );
    expect(Object.keys(itemsOf(each))).toEqual(['functions']);
    expect(Object.keys(itemsOf(each, { functions: given([]) }))).toEqual(['functions']);
    const items = itemsOf(each, { functions: given(['text', 'groups']), 'basis@text': given('yes') });
    expect(Object.values(items).map(({ key, item, asked }) => [key, item?.id, asked])).toEqual([
      ['functions', undefined, 'true'],
      ['basis@text', 'text', 'true'],
      ['basis@groups', 'groups', 'true'],
      ['detail@text', 'text', 'true'],
      ['detail@groups', 'groups', 'unknown'],
    ]);
  });

  test('does not come for the choices of a question that is not asked itself', () => {
    const each = catalogue(
      [
        choice('gate'),
        choices('functions', ['text'], { askWhen: is('gate', 'yes') }),
        choice('basis', ['yes', 'no'], { each: 'functions' }),
      ],
      [
        questionnaire('paper', [requirement('R', is('basis', 'yes'), { each: 'functions' })], {
          questions: ['gate', 'functions', 'basis'],
        }),
      ],
    );
    const items = itemsOf(each, { gate: given('no'), functions: given(['text']) });
    expect(items.functions?.asked).toBe('false');
    expect(items['basis@text']?.asked ?? 'false').toBe('false');
  });
});

describe('a question is needed', () => {
  const questions = [
    choice('use'),
    choice('applies'),
    choice('gate'),
    choice('full', ['yes', 'no'], { askWhen: is('gate', 'yes') }),
    choice('half'),
    choice('remark', ['yes', 'no'], { informational: true }),
    choice('unread'),
  ];
  const rule = requirement('R', is('full', 'yes'), {
    appliesWhen: is('applies', 'yes'),
    partialWhen: is('half', 'yes'),
  });
  const listed = ['applies', 'gate', 'full', 'half', 'remark', 'unread'];
  const bank = catalogue(questions, [questionnaire('paper', [rule], { questions: listed })], ['use']);
  const needed = (answers: Answers, of: Catalogue = bank) =>
    Object.values(itemsOf(of, answers))
      .filter(({ isNeeded }) => isNeeded)
      .map(({ key }) => key);

  test('when a requirement that applies, or may, reads it: itself, or through the question that decides if it is asked', () => {
    expect(needed({})).toEqual(['use', 'applies', 'gate', 'full', 'half', 'remark']);
    expect(needed({ applies: given('yes') })).toEqual(['use', 'applies', 'gate', 'full', 'half', 'remark']);
  });

  test('no more when every requirement that reads it is out, unless it is on the use or describes it', () => {
    expect(needed({ applies: given('no') })).not.toContain('gate');
    expect(needed({ applies: given('no') })).not.toContain('full');
    expect(needed({ applies: given('no') })).toEqual(expect.arrayContaining(['use', 'remark']));
  });

  test('still when another requirement reads it, too', () => {
    const both = catalogue(
      questions,
      [
        questionnaire('paper', [rule], { questions: listed }),
        questionnaire('other', [requirement('S', is('half', 'yes'))]),
      ],
      ['use'],
    );
    expect(needed({ applies: given('no') }, both)).toEqual(expect.arrayContaining(['half']));
    expect(needed({ applies: given('no') }, both)).not.toContain('full');
  });

  test.each([
    { read: 'basis', items: ['functions', 'basis@text'] },
    { read: 'general', items: ['functions', 'general'] },
  ])('when a requirement is judged for each of its choices, even if it reads only $read', ({ read, items }) => {
    const each = catalogue(
      [
        choices('functions', ['text', 'calls']),
        choice('basis', ['yes', 'no'], { each: 'functions' }),
        choice('general'),
      ],
      [
        questionnaire('paper', [requirement('R', is(read, 'yes'), { each: 'functions' })], {
          questions: ['functions', 'basis', 'general'],
        }),
      ],
    );
    expect(needed({ functions: given(['text']) }, each)).toEqual(items);
  });
});
