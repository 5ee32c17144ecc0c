import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { emptyAssessment } from '../../src/domain/assessment.ts';
import { leftOut } from '../../src/evaluate/left-out.ts';
import { catalogue, choice, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const binding = { ...questionnaire('binding', [requirement('R-1', is('gate', 'yes'))]), binds: is('state', 'nw') };
const conditional = { ...binding, id: 'conditional', offeredWhen: is('gate', 'yes') };
const orienting = questionnaire('orienting', [requirement('R-2', is('gate', 'yes'))]);
const extending = { ...orienting, id: 'extending', extends: { base: 'binding', raised: new Map() } };
const bank = catalogue([choice('state', ['nw', 'he']), choice('gate')], [binding, conditional, orienting, extending]);

function leftOutOf(chosen: readonly string[], given: Readonly<Record<string, string>>): readonly string[] {
  const entries = Object.entries(given).map(([id, value]): [string, Answer] => [
    id,
    { state: 'given', value, evidence: [] },
  ]);
  const answers = new Map(entries);
  const assessment = { ...emptyAssessment, answers, questionnaires: new Map(chosen.map((id) => [id, '1'])) };
  return leftOut(bank, assessment, { questions: bank.questions, answers }).map(({ id }) => id);
}

describe('what is left out although it binds', () => {
  test('is what surely binds and concerns, and is not chosen', () => {
    expect(leftOutOf(['orienting'], { state: 'nw', gate: 'yes' })).toEqual(['binding', 'conditional']);
    expect(leftOutOf(['orienting', 'binding'], { state: 'nw', gate: 'yes' })).toEqual(['conditional']);
    expect(leftOutOf(['orienting'], { state: 'nw', gate: 'no' })).toEqual(['binding']);
  });

  test('is nothing that orients, that may not bind or concern, or that is evaluated as the base of another', () => {
    expect(leftOutOf(['orienting'], { state: 'he', gate: 'yes' })).toEqual([]);
    expect(leftOutOf(['orienting'], { gate: 'yes' })).toEqual([]);
    expect(leftOutOf(['orienting'], { state: 'nw' })).toEqual(['binding']);
    expect(leftOutOf(['extending'], { state: 'nw', gate: 'no' })).toEqual([]);
  });

  test('is nothing where no choice was made: then all that concern it are evaluated', () => {
    expect(leftOutOf([], { state: 'nw', gate: 'yes' })).toEqual([]);
  });
});
