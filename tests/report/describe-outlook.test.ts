import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { type Assessment, emptyAssessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { MessengerProfile } from '../../src/domain/messenger-profile.ts';
import type { AnswerToGive, Reasoning } from '../../src/domain/reasoning.ts';
import type { VerdictOutlook } from '../../src/domain/verdict.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { describeAnswer } from '../../src/report/describe-answer.ts';
import { describeOutlook } from '../../src/report/describe-outlook.ts';
import { wordings } from '../../src/wording/wording.ts';
import {
  catalogue,
  choice,
  choices,
  free,
  given,
  is,
  questionnaire,
  requirement,
  text,
} from '../support/small-catalogue.ts';

const bank = catalogue(
  [
    choice('messenger', ['alpha', 'beta']),
    choice('audit', ['full', 'none'], { text: text('Audit?'), about: 'product', allowsNotApplicable: true }),
    choices('functions', ['chat', 'calls', 'video', 'fax'], { text: text('Functions?') }),
    { ...free('days', 'number'), text: text('Days?') },
  ],
  [questionnaire('paper', [requirement('R-1', is('audit', 'full'))])],
);
const notApplicable: Answer = { state: 'not-applicable', reason: 'none', evidence: [] };

function tellingOf(assessment: Partial<Assessment>, known: Catalogue = bank) {
  const evaluation = evaluate(known, { ...emptyAssessment, ...assessment }, '2026-11-23');
  return { catalogue: known, evaluation, language: 'en', words: wordings.en } as const;
}

const range: VerdictOutlook = {
  ...{ best: 'permissible', worst: 'impermissible', isExact: true },
  possible: ['impermissible', 'permissible'],
  violatedMusts: { fewest: 0, most: 1 },
};
const nothing: Reasoning = { outlook: { overall: range, byQuestionnaire: [] }, decisions: [], compliance: [] };

describe('what is still to come', () => {
  const words = wordings.en.reasons.outlook;

  test('is called inexact where the search was given up', () => {
    const sentences = (isExact: boolean) =>
      describeOutlook({ ...nothing, outlook: { overall: { ...range, isExact }, byQuestionnaire: [] } }, tellingOf({}))
        .sentences;
    expect(sentences(false)).toContain(words.notExact);
    expect(sentences(true)).not.toContain(words.notExact);
  });

  test('assumes that all else stays only where something better is wanted', () => {
    expect(describeOutlook(nothing, tellingOf({})).assumption).toBeNull();
    const goal = { goal: 'permissible', reach: 'reached', parts: [], count: 0, obstacles: [] } as const;
    expect(describeOutlook({ ...nothing, compliance: [goal] }, tellingOf({})).assumption).toBe(words.assumption);
  });

  test.each<{ answer: AnswerToGive; says: string }>([
    { answer: { kind: 'one-of', key: 'audit', answers: [given('full')] }, says: '“full”' },
    {
      answer: { kind: 'one-of', key: 'audit', answers: [given('full'), notApplicable] },
      says: wordings.en.reasons.oneOf(['“full”', wordings.en.conditions.notApplicable]),
    },
    // Any number would do that lies on the same side.
    {
      answer: { kind: 'one-of', key: 'days', answers: [given(30), given(31)] },
      says: wordings.en.reasons.forExample('“30”'),
    },
    {
      answer: { kind: 'selection', key: 'functions', including: [['chat', 'calls'], ['video']], excluding: ['fax'] },
      says: [
        wordings.en.reasons.including([wordings.en.reasons.oneOf(['“chat”', '“calls”']), '“video”']),
        wordings.en.reasons.excluding(['“fax”']),
      ].join('; '),
    },
  ])('names the answer that is wanted: $says', ({ answer, says }) => {
    const decisions = [{ verdict: 'permissible', answers: [answer], isExact: true }] as const;
    const { decisions: told } = describeOutlook({ ...nothing, decisions }, tellingOf({}));
    expect(told[0]?.answers.map(({ wanted }) => wanted)).toEqual([says]);
  });

  test('names a paper by its title', () => {
    const byQuestionnaire = [{ questionnaire: 'paper', ...range }];
    const told = describeOutlook({ ...nothing, outlook: { overall: range, byQuestionnaire } }, tellingOf({}));
    expect(told.questionnaires.map(({ label }) => label)).toEqual(['paper']);
  });
});

describe('where an answer comes from', () => {
  const profile: MessengerProfile = {
    ...{ id: 'alpha', researched: '2026-11-01', summary: text('a messenger') },
    facts: [
      {
        ...{ field: 'audits', value: text('audited'), date: '2026-11-01', sources: ['S'] },
        ...{ checked: 'primary', confidence: 'high', answers: new Map([['audit', 'full']]) },
      },
    ],
  };
  const known = { ...bank, profiles: new Map([['alpha', profile]]) };
  const origins = wordings.en.origins;

  test.each<{ name: string; answer?: Answer; origin: string | null }>([
    { name: 'was accepted as proposed', answer: { ...given('full'), origin: 'profile' }, origin: origins.accepted },
    {
      name: 'is marked as proposed, though the profile says otherwise',
      answer: { ...given('none'), origin: 'profile' },
      origin: origins.marked,
    },
    { name: 'was typed and says the same', answer: given('full'), origin: null },
    { name: 'was typed and says otherwise', answer: given('none'), origin: origins.changed('full') },
    { name: 'does not apply', answer: notApplicable, origin: null },
    { name: 'is open', origin: origins.open('full') },
  ])('is told of one that $name', ({ answer, origin }) => {
    const answers = new Map(answer ? [['audit', answer]] : []);
    const telling = tellingOf({ subject: { messenger: 'alpha' }, answers }, known);
    expect(describeAnswer('audit', telling).origin).toBe(origin);
  });

  test('is told of no answer for a messenger without a profile', () => {
    expect(describeAnswer('audit', tellingOf({ subject: { messenger: 'beta' } }, known)).origin).toBeNull();
  });
});
