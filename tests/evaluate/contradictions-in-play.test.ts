import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/domain/condition.ts';
import type { Contradiction } from '../../src/domain/evidence.ts';
import type { Finding, JudgedStatus } from '../../src/domain/finding.ts';
import { contradictionsInPlay } from '../../src/evaluate/contradictions-in-play.ts';
import { catalogue, choice, is, requirement, text } from '../support/small-catalogue.ts';

/** A side by the requirements in which it is found; of one without any, the evidence stands for it. */
function between(sides: readonly (readonly string[])[], when?: Condition): Contradiction {
  const said = { who: text('who'), says: text('says'), weight: text('weight'), evidence: ['ruling'] };
  const positions = sides.map((requirements) => ({ ...said, requirements }));
  return { id: 'c', topic: text('topic'), treatment: text('treatment'), positions, ...(when && { when }) };
}

function finding(id: string, judged: JudgedStatus): Finding {
  const place = { requirement: requirement(id, is('a', 'yes')), questionnaire: 'q', binding: 'binds' } as const;
  return { ...place, status: judged, judged, because: [], exceptions: [] };
}

const findings = [
  finding('VIOLATED', 'violated'),
  finding('OPEN', 'open'),
  finding('FULFILLED', 'fulfilled'),
  finding('MOOT', 'not-applicable'),
];

function isInPlay(contradiction: Contradiction, answer?: 'yes' | 'no'): boolean {
  const bank = { ...catalogue([choice('sector')], []), contradictions: new Map([['c', contradiction]]) };
  const answers = new Map(answer ? [['sector', { state: 'given', value: answer, evidence: [] } as const]] : []);
  return contradictionsInPlay(bank, findings, { questions: bank.questions, answers }).length === 1;
}

describe('a contradiction that does not say when it matters', () => {
  test.each<[string, (readonly string[])[], boolean]>([
    ['every side applies', [['VIOLATED'], ['OPEN']], true],
    ['one requirement of a side is enough', [['MOOT', 'VIOLATED'], ['FULFILLED']], true],
    ['a side rests on evidence alone', [['OPEN'], []], true],
    ['all sides rest on evidence alone', [[], []], false],
    ['a side does not apply', [['VIOLATED'], ['MOOT']], false],
    ['a side is in a paper that was not chosen', [['VIOLATED'], ['ELSEWHERE']], false],
    ['no side applies', [['MOOT'], ['MOOT']], false],
  ])('%s', (_, sides, expected) => {
    expect(isInPlay(between(sides))).toBe(expected);
  });
});

describe('a contradiction that says when it matters', () => {
  const when = is('sector', 'yes');
  test.each<[string, (readonly string[])[], 'yes' | 'no' | undefined, boolean]>([
    ['it does', [['VIOLATED'], ['OPEN']], 'yes', true],
    ['whether it does is open', [['VIOLATED'], ['OPEN']], undefined, true],
    ['it does not', [['VIOLATED'], ['OPEN']], 'no', false],
    ['a side is in a paper that was not chosen', [['VIOLATED'], ['ELSEWHERE']], 'yes', true],
    ['both sides are', [['ELSEWHERE'], ['ELSEWHERE']], 'yes', true],
    ['a side was evaluated and does not apply', [['VIOLATED'], ['MOOT']], 'yes', false],
    ['of a side, one does not apply and the other was not chosen', [['VIOLATED'], ['MOOT', 'ELSEWHERE']], 'yes', false],
    ['all sides rest on evidence alone', [[], []], 'yes', true],
  ])('%s', (_, sides, answer, expected) => {
    expect(isInPlay(between(sides, when), answer)).toBe(expected);
  });
});
