import { describe, expect, test } from 'vitest';
import type { Condition, Test } from '../../src/domain/condition.ts';
import { lintCatalogue } from '../../src/lint/lint-catalogue.ts';
import { catalogue, choice, choices, free, is, questionnaire, requirement } from '../support/small-catalogue.ts';

function reads(question: string, test: Test): Condition {
  return { op: 'answer', question, test };
}

describe('questions that are answered freely', () => {
  test.each<{ kind: 'number' | 'date'; test: Test }>([
    { kind: 'number', test: { kind: 'atMost', value: 30 } },
    { kind: 'date', test: { kind: 'after', value: '2026-01-01' } },
  ])('are tried around the bound, a $kind: nothing is wrong with them', ({ kind, test: bound }) => {
    const paper = questionnaire('paper', [requirement('R-1', reads('free', bound))], { questions: ['free'] });
    expect(lintCatalogue(catalogue([free('free', kind)], [paper]))).toEqual([]);
  });

  test('are tried on both sides of it, so that what nobody can fulfil is found', () => {
    const impossible: Condition = {
      op: 'all',
      of: [reads('days', { kind: 'atLeast', value: 31 }), reads('days', { kind: 'atMost', value: 30 })],
    };
    const paper = questionnaire('paper', [requirement('R-1', impossible)], { questions: ['days'] });
    expect(lintCatalogue(catalogue([free('days', 'number')], [paper]))).toEqual([
      { at: { noun: 'requirement', id: 'R-1' }, problem: { kind: 'never-fulfilled', requirement: 'R-1' } },
    ]);
  });
});

describe('a choice without effect', () => {
  const found = (condition: Condition) => {
    const bank = [choices('many', ['one', 'two', 'three']), choice('single', ['a', 'b', 'c'])];
    const paper = questionnaire('paper', [requirement('R-1', condition)], { questions: ['many', 'single'] });
    return lintCatalogue(catalogue(bank, [paper])).map(({ at, problem }) => [
      at.id,
      'choice' in problem ? problem.choice : problem.kind,
    ]);
  };

  test('is one that no condition tells from being left out', () => {
    const condition: Condition = {
      op: 'all',
      of: [reads('many', { kind: 'includes', values: ['one', 'two'] }), is('single', 'a')],
    };
    expect(found(condition)).toEqual([['many', 'three']]);
  });

  test('is every one of a question whose part in a condition never decides', () => {
    const condition: Condition = {
      op: 'any',
      of: [is('single', 'a', 'b', 'c'), reads('many', { kind: 'includes', values: ['one'] })],
    };
    expect(found(condition)).toContainEqual(['many', 'one']);
  });
});

test('a question in no section, and one that nothing reads, are found; an informational one may be either', () => {
  const bank = [
    choice('read'),
    choice('unlisted'),
    choice('unread'),
    choice('told', ['yes', 'no'], { informational: true }),
  ];
  const paper = questionnaire(
    'paper',
    [requirement('R-1', { op: 'all', of: [is('read', 'yes'), is('unlisted', 'yes')] })],
    { questions: ['read', 'unread', 'told'] },
  );
  expect(lintCatalogue(catalogue(bank, [paper])).map(({ problem }) => problem)).toEqual([
    { kind: 'question-unlisted', question: 'unlisted' },
    { kind: 'question-unread', question: 'unread' },
  ]);
});
