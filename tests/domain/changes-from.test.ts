import { describe, expect, test } from 'vitest';
import type { Answer, AnswerValue } from '../../src/domain/answer.ts';
import { type Assessment, emptyAssessment } from '../../src/domain/assessment.ts';
import { changesFrom } from '../../src/domain/changes-from.ts';
import { withChange } from '../../src/domain/with-change.ts';

function given(value: AnswerValue, more: Partial<Answer> = {}): Answer {
  return { state: 'given', value, evidence: [], ...more } as Answer;
}

function unknown(more: Partial<Answer> = {}): Answer {
  return { state: 'unknown', reason: 'asked-provider', evidence: [], ...more } as Answer;
}

function answers(all: Readonly<Record<string, Answer>>): Assessment {
  return { ...emptyAssessment, answers: new Map(Object.entries(all)) };
}

const exception = { requirement: 'R-1', reason: 'r', approvedBy: 'b', from: '2026-01-01', until: '2026-12-31' };
const full: Assessment = {
  subject: { organisation: 'Stadt', use: 'Boten', messenger: 'signal', date: '2026-11-23', assessor: 'DSB' },
  questionnaires: new Map([['paper', '1']]),
  answers: new Map([
    ['a', given('yes', { note: 'n', evidence: [{ text: 'letter' }] })],
    ['b@text', unknown()],
  ]),
  measures: new Map([['R-1', { responsible: 'IT' }]]),
  equivalents: [{ requirement: 'R-1', measure: 'm', evidence: 'e' }],
  exceptions: [exception],
};

describe('what a form adds', () => {
  test('to nothing is everything in it', () => {
    const { changes, conflicts } = changesFrom(full, emptyAssessment);
    expect(changes.reduce(withChange, emptyAssessment)).toEqual(full);
    expect(conflicts).toEqual([]);
  });

  test('to the same is nothing', () => {
    expect(changesFrom(full, full)).toEqual({ changes: [], conflicts: [] });
  });

  test('are the lines, plans and records that are missing; what is there stays', () => {
    const into: Assessment = {
      ...emptyAssessment,
      subject: { organisation: 'Amt', messenger: 'signal' },
      measures: new Map([['R-1', { due: '2026-12-01' }]]),
      equivalents: [{ requirement: 'R-1', measure: 'other', evidence: 'o' }],
      exceptions: [{ ...exception, from: '2025-01-01', until: '2025-12-31' }],
    };
    const { changes } = changesFrom(full, into);
    expect(changes.reduce(withChange, into)).toEqual({
      ...full,
      subject: { ...full.subject, organisation: 'Amt' },
      measures: into.measures,
      equivalents: into.equivalents,
      exceptions: [...into.exceptions, exception],
    });
  });

  test('are no papers where some were chosen: others would change the verdict', () => {
    const into = { ...emptyAssessment, questionnaires: new Map([['letter', '2']]) };
    expect(changesFrom(full, into).changes.map(({ kind }) => kind)).not.toContain('questionnaires');
  });

  test('may be an answer that was not known, which leaves its note', () => {
    const into = answers({ a: unknown({ note: 'asked in May' }) });
    const { changes, conflicts } = changesFrom(answers({ a: given('yes', { note: 'see letter' }) }), into);
    expect(changes).toEqual([{ kind: 'answer', key: 'a', answer: given('yes', { note: 'asked in May\nsee letter' }) }]);
    expect(conflicts).toEqual([]);
  });
});

describe('what a form contradicts', () => {
  test.each<{ name: string; here: Answer; there: Answer }>([
    { name: 'another value', here: given('yes'), there: given('no') },
    { name: 'another choice of several', here: given(['x']), there: given(['x', 'y']) },
    { name: 'the same value with another note', here: given('yes'), there: given('yes', { note: 'n' }) },
    { name: 'the same value with evidence', here: given('yes'), there: given('yes', { evidence: [{ text: 'l' }] }) },
    { name: 'not knowing what was known', here: given('yes'), there: unknown() },
    { name: 'not knowing for another reason', here: unknown(), there: unknown({ note: 'n' }) },
    {
      name: 'an answer to what is unknown with evidence',
      here: unknown({ evidence: [{ text: 'l' }] }),
      there: given('yes'),
    },
  ])('$name is told, and changes nothing', ({ here, there }) => {
    expect(changesFrom(answers({ a: there }), answers({ a: here }))).toEqual({
      changes: [],
      conflicts: [{ key: 'a', here, there }],
    });
  });

  test('is told also of the messenger: its answers are on another product', () => {
    const into = { ...emptyAssessment, subject: { messenger: 'wire' } };
    const form = { ...emptyAssessment, subject: { messenger: 'signal' } };
    expect(changesFrom(form, into)).toEqual({
      changes: [],
      conflicts: [{ key: 'messenger', here: given('wire'), there: given('signal') }],
    });
  });
});
