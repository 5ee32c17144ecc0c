import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { emptyAssessment } from '../../src/domain/assessment.ts';
import type { Reasoning } from '../../src/domain/reasoning.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { reasoningOn } from '../../src/evaluate/reasoning.ts';
import { catalogue, choice, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const bank = catalogue(
  [choice('contract'), choice('training')],
  [
    questionnaire(
      'paper',
      [requirement('R-1', is('contract', 'yes')), requirement('R-2', is('training', 'yes'), { level: 'should' })],
      { questions: ['contract', 'training'] },
    ),
  ],
);

function reasoningWith(values: Readonly<Record<string, string>>): Reasoning {
  const answers = new Map(
    Object.entries(values).map(([key, value]): [string, Answer] => [key, { state: 'given', value, evidence: [] }]),
  );
  const assessment = { ...emptyAssessment, answers };
  return reasoningOn(bank, assessment, evaluate(bank, assessment, '2026-11-23'));
}

describe('the reasoning on an evaluation', () => {
  test('tells, while it is open, what can come, the ways to each verdict, what decides most and how to get there', () => {
    const { outlook, decisions, mostDecisive, compliance } = reasoningWith({});
    expect(outlook.overall.possible).toEqual(['impermissible', 'conditional', 'permissible']);
    expect(outlook.byQuestionnaire.map(({ questionnaire: id }) => id)).toEqual(['paper']);
    expect(decisions.map(({ verdict, answers }) => [verdict, answers.map(({ key }) => key).sort()])).toEqual([
      ['impermissible', ['contract']],
      ['conditional', ['contract', 'training']],
      ['permissible', ['contract', 'training']],
    ]);
    expect(mostDecisive).toEqual({ key: 'contract', settling: 1, answers: 2, closing: 1 });
    expect(compliance.map(({ goal, reach }) => [goal, reach])).toEqual([
      ['conditional', 'as-it-is'],
      ['permissible', 'as-it-is'],
    ]);
  });

  test('tells, once it is certain, only what would have to change for a better verdict', () => {
    const { outlook, compliance, ...rest } = reasoningWith({ contract: 'no' });
    expect(outlook.overall.possible).toEqual(['impermissible']);
    expect(rest).toStrictEqual({ decisions: [] });
    expect(compliance.map(({ goal, reach }) => [goal, reach])).toEqual([
      ['conditional', 'with-changes'],
      ['permissible', 'with-changes'],
    ]);
  });

  test('does not tell how to reach what is reached', () => {
    const goalsFor = (training: string) =>
      reasoningWith({ contract: 'yes', training }).compliance.map(({ goal }) => goal);
    expect(goalsFor('no')).toEqual(['permissible']);
    expect(goalsFor('yes')).toEqual([]);
  });
});
