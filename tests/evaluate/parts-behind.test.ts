import { describe, expect, test } from 'vitest';
import { emptyAssessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Cause } from '../../src/domain/difference.ts';
import type { Finding } from '../../src/domain/finding.ts';
import {
  type Parts,
  partsOfFinding,
  partsOfFindings,
  partsOfQuestionnaire,
  type Sides,
  touches,
} from '../../src/evaluate/parts-behind.ts';
import { catalogue, choice, choices, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const parts: Parts = {
  questions: new Set(['read']),
  questionnaires: new Set(['paper']),
  requirements: new Set(['R-1']),
};
const [given, proofs] = [undefined, { proofs: [], hasExpired: false }];
const answer = (key: string): Cause => ({ kind: 'answer', key, from: given, to: given });
const evidence = (key: string): Cause => ({ kind: 'evidence', key, from: proofs, to: proofs });
const exception = (requirement: string): Cause => ({ kind: 'exception', requirement, from: [], to: [] });
const equivalent = (requirement: string): Cause => {
  return { kind: 'equivalent', requirement, from: undefined, to: { requirement, measure: '', evidence: '' } };
};
const paper = (id: string): Cause => ({ kind: 'questionnaire', questionnaire: id, from: '1', to: '2' });
const messenger: Cause = { kind: 'messenger', from: 'one', to: 'other' };

describe('a cause', () => {
  test.each<[string, Cause, boolean]>([
    ['an answer that is read', answer('read'), true],
    ['an answer that is not', answer('other'), false],
    ['an answer for a choice', answer('read@text'), true],
    ['the evidence of an answer that is read', evidence('read'), true],
    ['the evidence of one that is not', evidence('other'), false],
    ['a question that is read', { kind: 'question', question: 'read' }, true],
    ['a question that is not', { kind: 'question', question: 'other' }, false],
    ['a questionnaire in which it stands', paper('paper'), true],
    ['another questionnaire', paper('other'), false],
    ['an exception from the requirement', exception('R-1'), true],
    ['an exception from another', exception('R-2'), false],
    ['a measure equivalent to the requirement', equivalent('R-1'), true],
    ['a measure equivalent to another', equivalent('R-2'), false],
    ['which questionnaires are chosen', { kind: 'choice', from: [], to: [] }, true],
    ['the messenger, which nothing reads', messenger, false],
  ])('%s', (_, cause, expected) => {
    expect(touches(parts)(cause)).toBe(expected);
  });

  test('is the messenger where its question is read', () => {
    expect(touches({ ...parts, questions: new Set(['messenger']) })(messenger)).toBe(true);
  });

  test('is not the answer for another choice than the one a finding is about', () => {
    const touchesText = touches({ ...parts, item: 'text' });
    expect(['read@text', 'read@calls', 'read@my-text', 'read'].map((key) => touchesText(answer(key)))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(touchesText(evidence('read@calls'))).toBe(false);
    expect(touchesText(answer('other@text'))).toBe(false);
  });
});

const free = ['read', 'offered', 'binding', 'addressed', 'elsewhere', 'extending'].map((id) => choice(id));
const rule = requirement('R-1', is('gated', 'yes'), { binds: is('addressed', 'yes') });
const second = requirement('R-2', is('elsewhere', 'yes'), { binds: is('elsewhere', 'no') });

/** "base" demands two things, "extension" more than it, "other" something else; a gate differs between old and now. */
function bankWhere(gate: string): Catalogue {
  return catalogue(
    [...free, choice('gated', ['yes', 'no'], { askWhen: is(gate, 'yes') }), choice('old-gate'), choice('new-gate')],
    [
      questionnaire('base', [rule, second], { binds: is('binding', 'yes') }),
      questionnaire('extension', [requirement('R-3', is('extending', 'yes'))], {
        offeredWhen: is('offered', 'yes'),
        extends: { base: 'base', raised: new Map() },
      }),
      questionnaire('other', [requirement('R-4', is('read', 'yes'))], { binds: is('elsewhere', 'yes') }),
    ],
  );
}

function sidesOf(old: Catalogue, now: Catalogue): Sides {
  const situation = { assessment: emptyAssessment, date: '2026-01-01' };
  return { old: { ...situation, catalogue: old }, now: { ...situation, catalogue: now } };
}

const sides = sidesOf(bankWhere('old-gate'), bankWhere('new-gate'));

function sorted({ questions, questionnaires, requirements, ...rest }: Parts) {
  const [asked, papers, rules] = [questions, questionnaires, requirements].map((one) => [...one].sort());
  return { questions: asked, questionnaires: papers, requirements: rules, ...rest };
}

describe('the parts behind', () => {
  test('a finding are what its requirement reads, gates of both catalogues, and when its papers are offered', () => {
    const finding = { questionnaire: 'base', requirement: rule } as Finding;
    const expected = {
      questions: ['gated', 'new-gate', 'offered', 'old-gate'],
      questionnaires: ['base', 'extension'],
      requirements: ['R-1'],
    };
    expect(sorted(partsOfFinding(finding, sides))).toStrictEqual(expected);
    expect(sorted(partsOfFinding({ ...finding, item: 'text' }, sides))).toStrictEqual({ ...expected, item: 'text' });
  });

  test('all findings on a requirement are also whom it and its paper bind, and not when it is offered', () => {
    expect(sorted(partsOfFindings('base', 'R-1', sides))).toStrictEqual({
      questions: ['addressed', 'binding', 'gated', 'new-gate', 'old-gate'],
      questionnaires: ['base'],
      requirements: ['R-1'],
    });
  });

  test('the verdict of a questionnaire are its demands, and the questionnaires with which it is evaluated', () => {
    expect(sorted(partsOfQuestionnaire('base', sides))).toStrictEqual({
      questions: ['elsewhere', 'gated', 'new-gate', 'offered', 'old-gate'],
      questionnaires: ['base', 'extension'],
      requirements: ['R-1', 'R-2'],
    });
  });

  test('the verdict of one that extends another are the demands of both', () => {
    expect(sorted(partsOfQuestionnaire('extension', sides))).toStrictEqual({
      questions: ['elsewhere', 'extending', 'gated', 'new-gate', 'offered', 'old-gate'],
      questionnaires: ['base', 'extension'],
      requirements: ['R-1', 'R-2', 'R-3'],
    });
  });

  test('a questionnaire that stands alone are its own demands', () => {
    expect(sorted(partsOfQuestionnaire('other', sides))).toStrictEqual({
      questions: ['read'],
      questionnaires: ['other'],
      requirements: ['R-4'],
    });
  });

  test('are also those of a questionnaire that is in one catalogue only', () => {
    const bank = bankWhere('old-gate');
    const without = { ...bank, questionnaires: new Map([...bank.questionnaires].filter(([id]) => id === 'other')) };
    for (const one of [sidesOf(bank, without), sidesOf(without, bank)]) {
      expect(sorted(partsOfQuestionnaire('base', one)).requirements).toEqual(['R-1', 'R-2']);
      expect(sorted(partsOfFindings('base', 'R-1', one)).questionnaires).toEqual(['base']);
    }
  });

  test('are gates of gates, each of which may stand in the one catalogue or the other', () => {
    const names = ['first', 'second', 'third', 'fourth', 'fifth'];
    const gatedAt = (remainder: number) => {
      const questions = names.map((id, at) => {
        const gate = names[at + 1];
        return gate !== undefined && at % 2 === remainder
          ? choice(id, ['yes', 'no'], { askWhen: is(gate, 'yes') })
          : choice(id);
      });
      return catalogue(questions, [questionnaire('paper', [requirement('R', is('first', 'yes'))])]);
    };
    for (const one of [sidesOf(gatedAt(0), gatedAt(1)), sidesOf(gatedAt(1), gatedAt(0))]) {
      expect([...partsOfQuestionnaire('paper', one).questions].sort()).toEqual([...names].sort());
    }
  });

  test('are the question whose choices a requirement is judged for', () => {
    const bank = catalogue(
      [choices('functions', ['text', 'calls']), choice('read')],
      [questionnaire('paper', [requirement('R', is('read', 'yes'), { each: 'functions' })])],
    );
    expect([...partsOfFindings('paper', 'R', sidesOf(bank, bank)).questions].sort()).toEqual(['functions', 'read']);
  });
});
