import { describe, expect, test } from 'vitest';
import {
  type Assessment,
  type EquivalentMeasure,
  type Exception,
  emptyAssessment,
} from '../../src/domain/assessment.ts';
import { type JudgedStatus, judgedStatuses, type Status } from '../../src/domain/finding.ts';
import { toFinding } from '../../src/evaluate/to-finding.ts';
import { is, requirement } from '../support/small-catalogue.ts';

const date = '2026-11-23';
const rule = requirement('R-1', is('a', 'yes'));

function findingOf(
  judged: JudgedStatus,
  records: { equivalents?: readonly EquivalentMeasure[]; exceptions?: readonly Exception[] } = {},
) {
  const assessment: Assessment = {
    ...emptyAssessment,
    ...records,
  };
  return toFinding(
    { requirement: rule, questionnaire: 'paper', binding: 'binds' },
    { judged, because: ['a'] },
    { assessment, date },
  );
}

function exception(from: string, until: string, more: Partial<Exception> = {}): Exception {
  return { requirement: 'R-1', reason: 'change-over', approvedBy: 'head of office', from, until, ...more };
}

const equivalent: EquivalentMeasure = { requirement: 'R-1', measure: 'second channel', evidence: 'concept' };
const active = exception('2026-11-01', '2026-12-31');

describe('a finding', () => {
  test.each(judgedStatuses)('has the judged status where nothing stands on record beside it: %s', (judged) => {
    expect(findingOf(judged)).toEqual({
      requirement: rule,
      questionnaire: 'paper',
      binding: 'binds',
      status: judged,
      judged,
      because: ['a'],
      exceptions: [],
    });
  });

  test('keeps the choice it was judged for', () => {
    const assessment = emptyAssessment;
    const outcome = { judged: 'violated', because: ['a@text'], item: 'text' } as const;
    const finding = toFinding({ requirement: rule, questionnaire: 'paper', binding: 'binds' }, outcome, {
      assessment,
      date,
    });
    expect(finding).toMatchObject({ item: 'text', because: ['a@text'] });
  });
});

describe('what the assessor put on record', () => {
  test.each<{ judged: JudgedStatus; substituted: Status; accepted: Status }>([
    { judged: 'violated', substituted: 'substituted', accepted: 'accepted' },
    { judged: 'partial', substituted: 'substituted', accepted: 'accepted' },
    { judged: 'open', substituted: 'open', accepted: 'open' },
    { judged: 'fulfilled', substituted: 'fulfilled', accepted: 'fulfilled' },
    { judged: 'not-applicable', substituted: 'not-applicable', accepted: 'not-applicable' },
  ])(
    'makes of $judged: $substituted by an equivalent measure, $accepted by an exception, and keeps what was judged',
    ({ judged, substituted, accepted }) => {
      expect(findingOf(judged, { equivalents: [equivalent] })).toMatchObject({
        status: substituted,
        judged,
        equivalent,
      });
      expect(findingOf(judged, { exceptions: [active] })).toMatchObject({ status: accepted, judged });
    },
  );

  test.each<JudgedStatus>(['violated', 'partial'])(
    'counts as an equivalent measure first, where both are there: %s',
    (judged) => {
      const finding = findingOf(judged, { equivalents: [equivalent], exceptions: [active] });
      expect(finding.status).toBe('substituted');
      expect(finding.exceptions.map(({ state }) => state)).toEqual(['active']);
    },
  );

  test('is of no effect on another requirement', () => {
    const finding = findingOf('violated', {
      equivalents: [{ ...equivalent, requirement: 'R-2' }],
      exceptions: [exception('2026-11-01', '2026-12-31', { requirement: 'R-2' })],
    });
    expect(finding).toEqual(findingOf('violated'));
  });
});

describe('an exception', () => {
  test.each<{ name: string; from: string; until: string; state: string; status: Status }>([
    {
      name: 'not yet, before its first day',
      from: '2026-11-24',
      until: '2026-12-31',
      state: 'not-yet',
      status: 'violated',
    },
    { name: 'from its first day', from: '2026-11-23', until: '2026-12-31', state: 'active', status: 'accepted' },
    { name: 'between its days', from: '2026-01-01', until: '2026-12-31', state: 'active', status: 'accepted' },
    {
      name: 'up to and with its last day',
      from: '2026-01-01',
      until: '2026-11-23',
      state: 'active',
      status: 'accepted',
    },
    { name: 'on its only day', from: '2026-11-23', until: '2026-11-23', state: 'active', status: 'accepted' },
    {
      name: 'no more after its last day',
      from: '2026-01-01',
      until: '2026-11-22',
      state: 'expired',
      status: 'violated',
    },
  ])('counts $name', ({ from, until, state, status }) => {
    const finding = findingOf('violated', { exceptions: [exception(from, until)] });
    expect(finding.status).toBe(status);
    expect(finding.exceptions).toEqual([{ ...exception(from, until), state }]);
  });

  test('that has expired is kept, and gives way to one that is active', () => {
    const expired = exception('2025-01-01', '2025-12-31');
    const finding = findingOf('partial', { exceptions: [expired, active] });
    expect(finding.status).toBe('accepted');
    expect(finding.exceptions.map(({ state }) => state)).toEqual(['expired', 'active']);
  });

  test('that has expired leaves a partial requirement partial', () => {
    expect(findingOf('partial', { exceptions: [exception('2025-01-01', '2025-12-31')] }).status).toBe('partial');
  });
});
