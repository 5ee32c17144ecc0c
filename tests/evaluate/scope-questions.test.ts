import { expect, test } from 'vitest';
import { emptyAssessment } from '../../src/domain/assessment.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { scopeQuestions } from '../../src/evaluate/scope-questions.ts';
import { catalogue, choice, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const questions = ['state', 'land', 'sector', 'hospital', 'other', 'product'].map((id) =>
  choice(id, ['yes', 'no'], id === 'state' ? { askWhen: is('land', 'yes') } : {}),
);
const bank = catalogue(questions, [
  questionnaire('one', [requirement('R1', is('product', 'yes'), { binds: is('hospital', 'yes') })], {
    binds: is('state', 'yes'),
    offeredWhen: is('sector', 'yes'),
  }),
  questionnaire('two', [requirement('R2', is('product', 'yes'))], { binds: is('other', 'yes') }),
]);

function scopeOf(...chosen: readonly string[]): readonly string[] {
  const assessment = { ...emptyAssessment, questionnaires: new Map(chosen.map((id) => [id, '1'])) };
  return [...scopeQuestions(bank, assessment, evaluate(bank, assessment, '2026-11-23'))].sort();
}

test('where papers were chosen, only theirs say whom they bind, with the questions on which those hang', () => {
  expect(scopeOf('one')).toEqual(['hospital', 'land', 'state']);
  expect(scopeOf('two')).toEqual(['other']);
});

test('where none was, every paper has a say, and in whom it concerns as well', () => {
  expect(scopeOf()).toEqual(['hospital', 'land', 'other', 'sector', 'state']);
});
