import { describe, expect, test } from 'vitest';
import type { Answer, Proof } from '../../src/domain/answer.ts';
import { type Assessment, type Exception, emptyAssessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Cause, Situation } from '../../src/domain/difference.ts';
import type { Question } from '../../src/domain/question.ts';
import type { Questionnaire } from '../../src/domain/questionnaire.ts';
import type { Requirement } from '../../src/domain/requirement.ts';
import { causesBetween } from '../../src/evaluate/causes.ts';
import { catalogue, choice, is, questionnaire, requirement, text } from '../support/small-catalogue.ts';

const [oldDay, newDay] = ['2026-01-01', '2027-01-01'];
const rule = requirement('R-1', is('a', 'yes'));
const paper = questionnaire('paper', [rule]);
const bank = catalogue([choice('a')], [paper]);

function situation(more: Partial<Assessment>, date = oldDay, all: Catalogue = bank): Situation {
  return { catalogue: all, assessment: { ...emptyAssessment, ...more }, date };
}

function answered(answer: Answer | undefined, date = oldDay): Situation {
  return situation({ answers: new Map(answer === undefined ? [] : [['a', answer]]) }, date);
}

function kindsOf(causes: readonly Cause[]): readonly string[] {
  return causes.map(({ kind }) => kind);
}

const yes: Answer = { state: 'given', value: 'yes', evidence: [] };
const no: Answer = { ...yes, value: 'no' };
const unknown: Answer = { state: 'unknown', reason: 'asked-provider', evidence: [] };
const none: Answer = { state: 'not-applicable', reason: 'no such thing', evidence: [] };
const [past, between, future] = ['2025-06-30', '2026-06-30', '2030-06-30'].map(
  (validUntil): Proof => ({ text: validUntil, validUntil }),
) as [Proof, Proof, Proof];

function proven(answer: Answer, ...evidence: readonly Proof[]): Answer {
  return { ...answer, evidence };
}

describe('between two situations', () => {
  test('another messenger is a cause', () => {
    const old = situation({ subject: { messenger: 'one' } });
    expect(causesBetween(old, situation({ subject: { messenger: 'other' } }))).toEqual([
      { kind: 'messenger', from: 'one', to: 'other' },
    ]);
    expect(causesBetween(old, situation({ subject: { messenger: 'one', use: 'chat' } }))).toEqual([]);
  });

  test('other questionnaires chosen are a cause; their order and recorded versions are none', () => {
    const chosen = (entries: Readonly<Record<string, string>>) =>
      situation({ questionnaires: new Map(Object.entries(entries)) });
    expect(causesBetween(chosen({ p: '1', q: '1' }), chosen({ q: '2', p: '1' }))).toEqual([]);
    expect(causesBetween(chosen({ q: '1', p: '1' }), chosen({ p: '1' }))).toEqual([
      { kind: 'choice', from: ['q', 'p'], to: ['p'] },
    ]);
  });

  test.each<[string, Partial<Questionnaire>]>([
    ['whom it binds', { binds: is('a', 'yes') }],
    ['whom it concerns', { offeredWhen: is('a', 'yes') }],
    ['what it extends', { extends: { base: 'other', raised: new Map() } }],
  ])('%s is, of a questionnaire, a cause', (_, more) => {
    const now = catalogue([choice('a')], [{ ...paper, ...more, version: '2' }]);
    expect(causesBetween(situation({}), situation({}, oldDay, now))).toEqual([
      { kind: 'questionnaire', questionnaire: 'paper', from: '1', to: '2' },
    ]);
  });

  test('what a questionnaire raises is a cause', () => {
    const raising = (level: 'must' | 'should') =>
      catalogue([], [{ ...paper, extends: { base: 'other', raised: new Map([['R', level]]) } }]);
    const change = causesBetween(situation({}, oldDay, raising('must')), situation({}, oldDay, raising('should')));
    expect(kindsOf(change)).toEqual(['questionnaire']);
  });

  test.each<[string, Partial<Requirement>]>([
    ['its id', { id: 'R-2' }],
    ['its level', { level: 'should' }],
    ['what it is judged for', { each: 'functions' }],
    ['when it applies', { appliesWhen: is('a', 'yes') }],
    ['when it is fulfilled', { fulfilledWhen: is('a', 'no') }],
    ['when it is partly fulfilled', { partialWhen: is('a', 'no') }],
    ['whom it binds', { binds: is('a', 'yes') }],
    ['that it rests on memory alone, and so counts as a should', { checked: 'recall' }],
  ])('%s is, of a requirement, a cause', (_, more) => {
    const now = catalogue([choice('a')], [questionnaire('paper', [{ ...rule, ...more }])]);
    expect(kindsOf(causesBetween(situation({}), situation({}, oldDay, now)))).toEqual(['questionnaire']);
  });

  test('texts of a questionnaire, and its version alone, are none', () => {
    const titled = { ...rule, title: text('other'), finding: text('other'), ref: text('p. 2') };
    const now = catalogue([choice('a')], [{ ...questionnaire('paper', [titled]), version: '2', title: text('new') }]);
    expect(causesBetween(situation({}), situation({}, oldDay, now))).toEqual([]);
  });

  test('a questionnaire that comes or goes is a cause, and has no version where it is not', () => {
    const empty = situation({}, oldDay, catalogue([choice('a')], []));
    expect(causesBetween(empty, situation({}))).toEqual([
      { kind: 'questionnaire', questionnaire: 'paper', from: undefined, to: '1' },
    ]);
    expect(causesBetween(situation({}), empty)).toEqual([
      { kind: 'questionnaire', questionnaire: 'paper', from: '1', to: undefined },
    ]);
  });

  test.each<[string, Partial<Question>, readonly string[]]>([
    ['when it is asked is a cause', { askWhen: is('b', 'yes') }, ['question']],
    ['for what it is asked is a cause', { each: 'functions' }, ['question']],
    ['its text is none', { text: text('other') }, []],
  ])('of a question, %s', (_, more, expected) => {
    const now = catalogue([choice('a', ['yes', 'no'], more)], [paper]);
    expect(kindsOf(causesBetween(situation({}), situation({}, oldDay, now)))).toEqual(expected);
    expect(kindsOf(causesBetween(situation({}, oldDay, now), situation({})))).toEqual(expected);
  });

  test('a question that is in one catalogue only is none', () => {
    const more = situation({}, oldDay, catalogue([choice('a'), choice('b')], [paper]));
    expect([causesBetween(situation({}), more), causesBetween(more, situation({}))]).toEqual([[], []]);
  });

  test.each<[string, Answer | undefined, Answer | undefined, readonly string[]]>([
    ['the same value', yes, { ...yes, note: 'checked' }, []],
    ['another value', yes, no, ['answer']],
    ['one that comes', undefined, yes, ['answer']],
    ['one that goes', yes, undefined, ['answer']],
    ['one that does not apply any more', yes, none, ['answer']],
    ['one that does not apply, for another reason', none, { ...none, reason: 'other' }, []],
    ['one that becomes unknown', yes, unknown, ['answer']],
    ['one that becomes known', unknown, yes, ['answer']],
    ['one that is unknown for another reason', unknown, { ...unknown, reason: 'to-be-checked' }, []],
    ['proof that expires', proven(yes, between), proven(yes, between), ['evidence']],
    ['proof that expires, of another value', proven(yes, between), proven(no, between), ['answer', 'evidence']],
    ['proof of which one part expires', proven(yes, between, future), proven(yes, between, future), ['evidence']],
    ['proof that was renewed after it had expired', proven(yes, past), proven(yes, future), ['evidence']],
    ['proof that was renewed in time', proven(yes, between), proven(yes, future), []],
    ['proof that had expired before', proven(yes, past), proven(yes, past), []],
    ['an answer that comes with expired proof', undefined, proven(yes, past), ['answer']],
    ['an unknown one in place of one with expired proof', proven(yes, past), unknown, []],
    ['one with expired proof in place of an unknown one', unknown, proven(yes, between), []],
  ])('of an answer, %s', (_, from, to, expected) => {
    expect(kindsOf(causesBetween(answered(from), answered(to, newDay)))).toEqual(expected);
  });

  test('an answer stands in its cause as it counts on its day', () => {
    expect(causesBetween(answered(no), answered(yes))).toEqual([{ kind: 'answer', key: 'a', from: no, to: yes }]);
    const expired = { state: 'unknown', reason: 'evidence-expired' };
    expect(causesBetween(answered(undefined), answered(proven(yes, past)))).toMatchObject([
      { kind: 'answer', key: 'a', from: undefined, to: expired },
    ]);
    expect(causesBetween(answered(proven(yes, past)), answered(undefined))).toMatchObject([
      { kind: 'answer', key: 'a', from: expired, to: undefined },
    ]);
  });

  test('proofs stand in their cause with whether one has expired', () => {
    expect(causesBetween(answered(proven(yes, between)), answered(proven(yes, between), newDay))).toEqual([
      {
        kind: 'evidence',
        key: 'a',
        from: { proofs: [between], hasExpired: false },
        to: { proofs: [between], hasExpired: true },
      },
    ]);
  });

  test('answers come in the order of the new file, then those that are gone', () => {
    const file = (...keys: readonly string[]) => new Map(keys.map((key) => [key, yes]));
    const change = causesBetween(situation({ answers: file('x', 'y') }), situation({ answers: file('b', 'a') }));
    expect(change.map((cause) => cause.kind === 'answer' && cause.key)).toEqual(['b', 'a', 'x', 'y']);
  });
});

describe('between the records of two situations', () => {
  const exception = (from: string, until: string, of = 'R-1'): Exception => {
    return { requirement: of, reason: 'move', approvedBy: 'head', from, until };
  };
  const [ending, beginning] = [exception('2025-01-01', '2026-06-30'), exception('2026-07-01', '2030-12-31')];
  const excepted = (date: string, ...exceptions: readonly Exception[]) => situation({ exceptions }, date);

  test.each<[string, readonly Exception[], readonly Exception[], readonly string[]]>([
    ['that ends is a cause', [ending], [ending], ['exception']],
    ['that begins is a cause', [beginning], [beginning], ['exception']],
    ['that follows on one that ends is none', [ending, beginning], [ending, beginning], []],
    ['that comes is a cause', [], [beginning], ['exception']],
    ['that is taken back is a cause', [ending], [], ['exception']],
    ['that is taken back before it began is none', [beginning], [], []],
  ])('an exception %s', (_, from, to, expected) => {
    expect(kindsOf(causesBetween(excepted(oldDay, ...from), excepted(newDay, ...to)))).toEqual(expected);
  });

  test('an exception stands in its cause with all of its requirement, as they are on their day', () => {
    const other = exception('2025-01-01', '2030-12-31', 'R-2');
    expect(causesBetween(excepted(oldDay, ending, other), excepted(newDay, other, ending))).toEqual([
      {
        kind: 'exception',
        requirement: 'R-1',
        from: [{ ...ending, state: 'active' }],
        to: [{ ...ending, state: 'expired' }],
      },
    ]);
  });

  test('an equivalent measure is a cause where it comes or goes, not where it is another', () => {
    const measure = { requirement: 'R-1', measure: 'other channel', evidence: 'concept' };
    const [without, having] = [situation({}), situation({ equivalents: [measure] })];
    const changed = situation({ equivalents: [{ ...measure, measure: 'by mail' }] });
    expect(causesBetween(without, having)).toEqual([
      { kind: 'equivalent', requirement: 'R-1', from: undefined, to: measure },
    ]);
    expect(causesBetween(having, without)).toEqual([
      { kind: 'equivalent', requirement: 'R-1', from: measure, to: undefined },
    ]);
    expect(causesBetween(having, changed)).toEqual([]);
    const elsewhere = situation({ equivalents: [{ ...measure, requirement: 'R-2' }] });
    expect(causesBetween(having, elsewhere).map((cause) => 'requirement' in cause && cause.requirement)).toEqual([
      'R-2',
      'R-1',
    ]);
  });
});
