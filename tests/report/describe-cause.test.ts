import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { type Assessment, type Exception, emptyAssessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Situation } from '../../src/domain/difference.ts';
import { causesBetween } from '../../src/evaluate/causes.ts';
import { describeCause, nameCause } from '../../src/report/describe-cause.ts';
import { wordings } from '../../src/wording/wording.ts';
import { catalogue, choice, choices, given, is, questionnaire, requirement, text } from '../support/small-catalogue.ts';

const messenger = choice('messenger', ['alpha', 'beta']);
const functions = choices('functions', ['chat', 'calls', 'fax'], { text: text('Functions?') });
const basis = choice('basis', ['consent', 'law'], { text: text('Basis?'), each: 'functions' });
const audit = choice('audit', ['full', 'none'], { text: text('Audit?'), allowsNotApplicable: true });
const paper = questionnaire('paper', [requirement('R-1', is('audit', 'full'))], { title: text('Paper') });
const bank = catalogue([messenger, functions, basis, audit], [paper]);

type Side = Partial<Assessment> & { readonly bank?: Catalogue; readonly date?: string };

function situation({ bank: known = bank, date = '2026-11-23', ...assessment }: Side): Situation {
  return { catalogue: known, date, assessment: { ...emptyAssessment, ...assessment } };
}

/** Every cause between two situations, in full and in short. */
function told(old: Side, now: Side): readonly (readonly [string, string | undefined])[] {
  const [before, after] = [situation(old), situation(now)];
  const telling = { old: before.catalogue, now: after.catalogue, language: 'en', words: wordings.en } as const;
  return causesBetween(before, after).map((cause) => [describeCause(cause, telling), nameCause(cause, telling)]);
}

const notApplicable: Answer = { state: 'not-applicable', reason: 'no audits here', evidence: [] };
const notKnown: Answer = { state: 'unknown', reason: 'not-known-yet', evidence: [] };
const asked: Answer = { state: 'unknown', reason: 'asked-provider', evidence: [] };

function answered(answer: Answer | undefined, key = 'audit'): Side {
  return answer === undefined ? {} : { answers: new Map([[key, answer]]) };
}

describe('an answer that changed', () => {
  test.each<{ from?: Answer; to?: Answer; full: string; short: string | undefined }>([
    {
      from: given('none'),
      to: given('full'),
      full: 'the answer to “Audit?” is now “full” instead of “none”',
      short: 'the answer to “Audit?” is not what it was before',
    },
    {
      from: given('none'),
      to: notApplicable,
      full: 'the answer to “Audit?” is now “not applicable: no audits here” instead of “none”',
      short: 'the answer to “Audit?” is not what it was before',
    },
    {
      to: given('full'),
      full: '“Audit?” is now answered with “full” (before: not answered yet)',
      short: '“Audit?” is now answered',
    },
    {
      from: asked,
      to: given('full'),
      full: `“Audit?” is now answered with “full” (before: ${wordings.en.unknownReasons['asked-provider']})`,
      short: '“Audit?” is now answered',
    },
    {
      from: given('full'),
      full: 'the answer to “Audit?” is now missing (before: “full”)',
      short: 'the answer to “Audit?” is now missing',
    },
    {
      from: given('full'),
      to: notKnown,
      full: `“Audit?” is now without an answer (${wordings.en.unknownReasons['not-known-yet']}; before: “full”)`,
      short: '“Audit?” is now without an answer',
    },
    {
      to: notKnown,
      full: `“Audit?” is still without an answer (${wordings.en.unknownReasons['not-known-yet']}; before: not answered yet)`,
      short: undefined,
    },
  ])('is told from its old to its new state: $full', ({ from, to, full, short }) => {
    expect(told(answered(from), answered(to))).toEqual([[full, short]]);
  });

  test('of several choices is told by what came and what went', () => {
    const [both, one, other] = [given(['chat', 'calls']), given(['chat']), given(['calls', 'fax'])];
    expect(told(answered(one, 'functions'), answered(both, 'functions'))[0]?.[0]).toBe(
      'in “Functions?”, “calls” was added',
    );
    expect(told(answered(both, 'functions'), answered(one, 'functions'))[0]?.[0]).toBe(
      'in “Functions?”, “calls” was removed',
    );
    expect(told(answered(one, 'functions'), answered(other, 'functions'))[0]?.[0]).toBe(
      'in “Functions?”, “calls” and “fax” were added and “chat” was removed',
    );
  });

  test('names the choice it was asked for', () => {
    expect(told(answered(given('law'), 'basis@chat'), answered(given('consent'), 'basis@chat'))[0]?.[0]).toBe(
      'the answer to “chat: Basis?” is now “consent” instead of “law”',
    );
  });

  test('is told in the words of its own catalogue, also where the other does not know them', () => {
    const [more, fewer] = [choices('functions', ['chat', 'pager']), choices('functions', ['chat'])];
    const old = { ...answered(given(['chat', 'pager']), 'functions'), bank: catalogue([more, audit], [paper]) };
    const now = { ...answered(given(['chat']), 'functions'), bank: catalogue([fewer, audit], [paper]) };
    expect(told(old, now)[0]?.[0]).toBe('in “?”, “pager” was removed');
    const gone = { ...answered(given('full')), bank: catalogue([audit], [paper]) };
    expect(told(gone, { bank: catalogue([], [paper]) })[0]?.[0]).toBe(
      'the answer to “Audit?” is now missing (before: “full”)',
    );
  });
});

describe('evidence', () => {
  const proof = (name: string, validUntil?: string) => ({ text: name, ...(validUntil && { validUntil }) });
  const withProofs = (...evidence: readonly ReturnType<typeof proof>[]): Side =>
    answered({ state: 'given', value: 'full', evidence });

  test('that expired since is named with its last day: of several the one that expired first', () => {
    const some = withProofs(proof('talk'), proof('later', '2026-08-31'), proof('first', '2026-06-30'));
    expect(told({ ...some, date: '2026-01-01' }, some)).toEqual([
      ['the evidence “first” for the answer to “Audit?” was valid until 2026-06-30 only and has expired', undefined],
    ]);
    const earlier = withProofs(proof('first', '2026-06-30'), proof('later', '2026-08-31'));
    expect(told({ ...earlier, date: '2026-01-01' }, earlier)[0]?.[0]).toContain('the evidence “first”');
  });

  test('that was added and had expired is not told as the work of time', () => {
    expect(told(withProofs(), withProofs(proof('report', '2026-06-30')))[0]?.[0]).toBe(
      'the evidence “report”, which was valid until 2026-06-30 only and has expired, now belongs to the answer to “Audit?”',
    );
  });

  test('that had expired and was renewed is told as renewed', () => {
    const [old, now] = [withProofs(proof('report', '2026-06-30')), withProofs(proof('report', '2027-06-30'))];
    expect(told(old, now)[0]?.[0]).toBe('no expired evidence belongs to the answer to “Audit?” any more');
  });

  test('that has not expired on an earlier day is still valid then', () => {
    const some = withProofs(proof('report', '2026-06-30'));
    expect(told(some, { ...some, date: '2026-06-30' })[0]?.[0]).toBe(
      'the evidence for the answer to “Audit?” is still valid on the new day',
    );
  });
});

describe('an approved deviation', () => {
  const exception = (from: string, until: string): Exception => ({
    ...{ requirement: 'R-1', reason: 'move', approvedBy: 'head' },
    ...{ from, until },
  });
  const [past, present, future] = [
    exception('2025-01-01', '2025-06-30'),
    exception('2026-01-01', '2026-12-31'),
    exception('2027-01-01', '2027-12-31'),
  ];

  test.each<{ name: string; old: Side; now: Side; says: string }>([
    {
      name: 'began',
      old: {},
      now: { exceptions: [present] },
      says: 'a deviation from R-1, approved by head, is in force from 2026-01-01 to 2026-12-31',
    },
    {
      name: 'ended: of several with the last day',
      old: { exceptions: [exception('2025-01-01', '2025-03-31'), past], date: '2025-02-01' },
      now: { exceptions: [exception('2025-01-01', '2025-03-31'), past] },
      says: 'the approved deviation from R-1 ended on 2025-06-30',
    },
    {
      name: 'was put off',
      old: { exceptions: [present] },
      now: { exceptions: [future] },
      says: 'the approved deviation from R-1 begins on 2027-01-01 only',
    },
    {
      name: 'was taken out',
      old: { exceptions: [present] },
      now: {},
      says: 'the approved deviation from R-1 is no longer in the assessment',
    },
    {
      name: 'was taken out, while another had ended long before',
      old: { exceptions: [past, present] },
      now: { exceptions: [past] },
      says: 'the approved deviation from R-1 is no longer in the assessment',
    },
  ])('that $name', ({ old, now, says }) => {
    expect(told(old, now)).toEqual([[says, undefined]]);
  });
});

test('an equivalent measure is told with what it is, whether it came or went', () => {
  const some = { equivalents: [{ requirement: 'R-1', measure: 'guards', evidence: 'concept' }] };
  expect(told({}, some)[0]?.[0]).toBe('an equivalent measure is recorded for R-1 (“guards”)');
  expect(told(some, {})[0]?.[0]).toBe('the equivalent measure for R-1 is no longer recorded (“guards”)');
});

test('a messenger that was named, replaced or taken out is called by its name', () => {
  const [alpha, beta] = [{ subject: { messenger: 'alpha' } }, { subject: { messenger: 'beta' } }];
  expect(told({}, alpha)[0]?.[0]).toBe('the messenger is now “alpha” (before: not named yet)');
  expect(told(alpha, beta)[0]?.[0]).toBe('the messenger is now “beta” (before: “alpha”)');
  expect(told(beta, {})[0]?.[0]).toBe('the messenger is now not named yet (before: “beta”)');
});

describe('questionnaires', () => {
  const rules = questionnaire('rules', [requirement('R-2', is('audit', 'full'))], { title: text('Rules') });
  const both = catalogue([audit], [paper, rules]);

  test('that are chosen are named; none chosen are all that concern the use', () => {
    const chosen = (...ids: readonly string[]): Side => ({
      questionnaires: new Map(ids.map((id) => [id, '1'])),
      bank: both,
    });
    expect(told(chosen(), chosen('paper', 'rules'))).toEqual([
      [
        'other questionnaires are chosen now (“Paper”; “Rules”; before: all that concern the use)',
        'other questionnaires are chosen now',
      ],
    ]);
    expect(told(chosen('paper'), chosen())[0]?.[0]).toBe(
      'other questionnaires are chosen now (all that concern the use; before: “Paper”)',
    );
  });

  test('that came, went or changed are named with their version', () => {
    const only = catalogue([audit], [paper]);
    const changed = (version: string) => catalogue([audit], [{ ...paper, version, binds: is('audit', 'none') }]);
    expect(told({ bank: only }, { bank: both })[0]?.[0]).toBe('the questionnaire “Rules” (version 1) was added');
    expect(told({ bank: both }, { bank: only })[0]?.[0]).toBe('the questionnaire “Rules” is no longer there');
    expect(told({ bank: only }, { bank: changed('2') })[0]?.[0]).toBe(
      'the questionnaire “Paper” is now in version 2 instead of 1',
    );
    expect(told({ bank: only }, { bank: changed('1') })[0]?.[0]).toBe(
      'the questionnaire “Paper” was changed, though its version is still 1',
    );
  });

  test('may ask the same question on other conditions', () => {
    const gated = catalogue([functions, { ...audit, askWhen: is('functions', 'chat') }], [paper]);
    expect(told({ bank: catalogue([functions, audit], [paper]) }, { bank: gated })[0]?.[0]).toBe(
      'the question “Audit?” is now asked on other conditions',
    );
  });
});
