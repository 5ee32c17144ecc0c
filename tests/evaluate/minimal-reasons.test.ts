import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/domain/answer.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { minimalReasons } from '../../src/evaluate/minimal-reasons.ts';
import { everyAnswer, type SmallWorld, smallWorlds } from '../support/any-small-world.ts';
import { catalogue, choice, choices, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const day = '2026-11-23';

describe('the smallest set of answers that settles a finding', () => {
  test('takes the first of two answers that each suffice, and the gates without which they would not count', () => {
    const bank = catalogue(
      [choice('gate'), choice('one', ['yes', 'no'], { askWhen: is('gate', 'yes') }), choice('two'), choice('three')],
      [
        questionnaire('paper', [
          requirement('R', { op: 'any', of: ['one', 'two', 'three'].map((id) => is(id, 'yes')) }),
        ]),
      ],
    );
    // "one" counts only with its gate: "two" alone is shorter, and stands before "three".
    expect(reasonsOf(bank, { gate: 'yes', one: 'yes', two: 'yes', three: 'yes' })).toEqual([['two']]);
    expect(reasonsOf(bank, { gate: 'yes', one: 'yes', two: 'no', three: 'no' })).toEqual([['gate', 'one']]);
    expect(reasonsOf(bank, { gate: 'no', one: 'yes', two: 'no', three: 'no' })).toEqual([['gate', 'two', 'three']]);
  });

  test('names for a choice the question in which it was made', () => {
    const bank = catalogue(
      [choices('functions', ['text', 'calls']), choice('basis', ['yes', 'no'], { each: 'functions' })],
      [questionnaire('paper', [requirement('R', is('basis', 'yes'), { each: 'functions' })])],
    );
    const answers = { functions: ['text', 'calls'], 'basis@text': 'yes', 'basis@calls': 'no' };
    expect(reasonsOf(bank, answers)).toEqual([
      ['functions', 'basis@text'],
      ['functions', 'basis@calls'],
    ]);
  });

  test('is of an open finding a smallest set of missing answers that can close it', () => {
    const bank = catalogue(
      [choice('one'), choice('two'), choice('three')],
      [
        questionnaire('paper', [
          requirement('R', { op: 'all', of: ['one', 'two', 'three'].map((id) => is(id, 'yes')) }),
        ]),
      ],
    );
    expect(reasonsOf(bank, { one: 'yes' })).toEqual([['two']]);
  });

  test('says so where trying every set would take too long', () => {
    const ids = ['one', 'two', 'three', 'four'];
    const pair = (some: readonly string[]) => ({ op: 'all' as const, of: some.map((id) => is(id, 'yes')) });
    const bank = catalogue(
      ids.map((id) => choice(id)),
      [questionnaire('paper', [requirement('R', { op: 'any', of: [pair(ids.slice(0, 2)), pair(ids.slice(2))] })])],
    );
    const assessment = assessmentWith({ one: 'yes', two: 'yes', three: 'yes', four: 'yes' });
    const { findings, answers } = evaluate(bank, assessment, day);
    const reasons = findings.map((finding) => minimalReasons(finding, { questions: bank.questions, answers }, 3));
    expect(reasons).toEqual([{ keys: ['one', 'two'], isSmallest: false }]);
  });

  test('on any catalogue is what trying every set of answers finds', () => {
    fc.assert(
      fc.property(smallWorlds(), ({ bank, assessment }) => {
        const { findings, answers } = evaluate(bank, assessment, day);
        for (const finding of findings) {
          const { keys, isSmallest } = minimalReasons(finding, { questions: bank.questions, answers });
          const found =
            finding.judged === 'open' ? closing(finding, { bank, assessment }) : settling(finding, bank, answers);
          expect(isSmallest).toBe(true);
          expect(keys).toEqual(found);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

const inOrder = [...everyAnswer.keys()];

/** All sets of some keys, small ones first and then in the order of the question bank. */
function setsOf(keys: readonly string[]): readonly (readonly string[])[] {
  const all = Array.from({ length: 2 ** keys.length }, (_, bits) => keys.filter((_key, at) => (bits >> at) & 1));
  const rank = (set: readonly string[]) => set.map((key) => inOrder.indexOf(key)).join();
  return all.toSorted((one, other) => one.length - other.length || (rank(one) < rank(other) ? -1 : 1));
}

function settling(finding: Finding, bank: SmallWorld['bank'], answers: Answers): readonly string[] | undefined {
  const given = inOrder.filter((key) => answers.has(key));
  return setsOf(given).find((keys) => {
    const alone = new Map([...answers].filter(([key]) => keys.includes(key)));
    return statusesOf(finding, bank, alone).join() === finding.judged;
  });
}

function closing(finding: Finding, { bank, assessment }: SmallWorld): readonly string[] | undefined {
  const open = inOrder.filter((key) => !assessment.answers.has(key));
  return setsOf(open).find((keys) =>
    completions(assessment.answers, keys).some((answers) => {
      const statuses = statusesOf(finding, bank, answers);
      return statuses.length > 0 && !statuses.includes('open');
    }),
  );
}

function completions(answers: Answers, keys: readonly string[]): readonly Answers[] {
  return keys.reduce<readonly Answers[]>(
    (all, key) => all.flatMap((one) => (everyAnswer.get(key) ?? []).map((answer) => new Map(one).set(key, answer))),
    [answers],
  );
}

function statusesOf({ requirement: { id }, item }: Finding, bank: SmallWorld['bank'], answers: Answers) {
  const { findings } = evaluate(bank, { ...assessmentWith({}), answers }, day);
  const own = findings.filter((one) => one.requirement.id === id);
  return (item === undefined ? own : own.filter((one) => one.item === item)).map(({ judged }) => judged);
}

function reasonsOf(bank: SmallWorld['bank'], values: Readonly<Record<string, string | readonly string[]>>) {
  const { findings, answers } = evaluate(bank, assessmentWith(values), day);
  return findings.map((finding) => minimalReasons(finding, { questions: bank.questions, answers }).keys);
}

function assessmentWith(values: Readonly<Record<string, string | readonly string[]>>): SmallWorld['assessment'] {
  const answers: Answers = new Map(
    Object.entries(values).map(([key, value]) => [key, { state: 'given', value, evidence: [] }]),
  );
  const nothing = { subject: {}, measures: new Map(), equivalents: [], exceptions: [] };
  return { ...nothing, questionnaires: new Map(), answers };
}
