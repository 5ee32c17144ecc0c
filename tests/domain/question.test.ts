import { expect, test } from 'vitest';
import { type ChoicesQuestion, choicesExcluding, choicesReplaced } from '../../src/domain/question.ts';
import { choices } from '../support/small-catalogue.ts';

const question = choices('measures', ['a', 'b', 'c', 'd', 'e'], {
  exclusive: [
    ['a', 'b', 'c'],
    ['c', 'd'],
  ],
}) as ChoicesQuestion;

test.each<[string, string]>([
  ['', ''],
  ['a', ''],
  ['b a e', 'a b'],
  ['a d e', ''],
  ['d c b', 'b c d'],
])('of %j, those that cannot hold together are %j', (chosen, expected) => {
  const excluding = choicesExcluding(question, chosen.split(' '));
  expect(excluding.map(({ id }) => id).join(' ')).toBe(expected);
});

test.each<[chosen: string, added: string, expected: string]>([
  ['b e', 'a', 'b'],
  ['b e', 'e', ''],
  ['a b', 'a', ''],
  ['b d', 'c', 'b d'],
  ['', 'a', ''],
])('of %j, adding %j replaces %j', (chosen, added, expected) => {
  const replaced = choicesReplaced(question, { chosen: chosen.split(' '), added: added.split(' ') });
  expect(replaced.map(({ id }) => id).join(' ')).toBe(expected);
});
