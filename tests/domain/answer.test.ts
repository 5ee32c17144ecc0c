import { describe, expect, test } from 'vitest';
import { type Answer, answerKey, answerOn, type Proof } from '../../src/domain/answer.ts';

const day = '2026-11-23';

function given(...evidence: readonly Proof[]): Answer {
  return { state: 'given', value: 'yes', evidence, note: 'seen on site' };
}

function proof(validUntil?: string): Proof {
  return { text: 'certificate', date: '2025-01-01', ...(validUntil !== undefined && { validUntil }) };
}

describe('the key of an answer', () => {
  test('is the id of the question', () => {
    expect(answerKey('e2ee')).toBe('e2ee');
  });

  test('names the choice where a question is asked once per choice', () => {
    expect(answerKey('legal-basis', 'calls')).toBe('legal-basis@calls');
  });
});

describe('an answer still counts', () => {
  test.each<{ name: string; answer: Answer }>([
    { name: 'when there is no evidence that could expire', answer: given() },
    { name: 'when its evidence has no last day, however old it is', answer: given(proof()) },
    { name: 'on the last day of its evidence', answer: given(proof('2026-11-23')) },
    { name: 'before the last day of its evidence', answer: given(proof('2026-11-24')) },
    { name: 'while every proof holds', answer: given(proof('2026-11-23'), proof('2027-01-01'), proof()) },
    {
      name: 'when it says that the question does not apply, and the proof holds',
      answer: { state: 'not-applicable', reason: 'no groups', evidence: [proof('2026-11-23')] },
    },
  ])('$name', ({ answer }) => {
    expect(answerOn(day, answer)).toEqual(answer);
  });
});

describe('an answer is unknown again', () => {
  test.each<{ name: string; answer: Answer }>([
    { name: 'the day after the last day of its evidence', answer: given(proof('2026-11-22')) },
    // Each proof may carry a part of the answer, so one that holds does not make up for one that has expired.
    { name: 'when one proof of several has expired', answer: given(proof('2026-11-22'), proof('2027-01-01')) },
    { name: 'when an expired proof stands beside one without a last day', answer: given(proof('2020-01-01'), proof()) },
    { name: 'when every proof has expired', answer: given(proof('2024-12-31'), proof('2026-11-22')) },
    {
      name: 'also when it said that the question does not apply',
      answer: { state: 'not-applicable', reason: 'no groups', evidence: [proof('2026-11-22')] },
    },
  ])('$name', ({ answer }) => {
    expect(answerOn(day, answer)).toMatchObject({ state: 'unknown', reason: 'evidence-expired' });
  });

  test('and keeps its note and its evidence for the report', () => {
    const expired = proof('2026-11-22');
    expect(answerOn(day, given(expired))).toMatchObject({ note: 'seen on site', evidence: [expired] });
  });

  test('an unknown answer keeps its own reason, whatever its evidence', () => {
    const answer: Answer = { state: 'unknown', reason: 'asked-provider', evidence: [proof('2020-01-01')] };
    expect(answerOn(day, answer)).toEqual(answer);
  });

  test('the answer that was handed in stays as it was', () => {
    const answer = given(proof('2026-11-22'));
    answerOn(day, answer);
    expect(answer).toEqual(given(proof('2026-11-22')));
  });
});
