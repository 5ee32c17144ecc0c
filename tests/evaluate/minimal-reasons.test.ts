import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, type Answers, isOpen, questionOfKey } from '../../src/domain/answer.ts';
import { emptyAssessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Condition } from '../../src/domain/condition.ts';
import type { Evaluation } from '../../src/domain/evaluation.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { evaluateRequirement } from '../../src/evaluate/evaluate-requirement.ts';
import { type Facts, isAsked, itemsOf } from '../../src/evaluate/judge.ts';
import { minimalReasons } from '../../src/evaluate/minimal-reasons.ts';
import { possible, waysToComplete, withEveryPaper, worlds } from '../support/random-worlds.ts';
import { runs } from '../support/runs.ts';
import { catalogue, choice, choices, given, is, questionnaire, requirement } from '../support/small-catalogue.ts';

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

  test('names what must be answered for a question to be asked, also where nothing else reads it', () => {
    const look = (kind: 'includes' | 'excludes'): Condition => {
      return { op: 'answer', question: 'list', test: { kind, values: ['y'] } };
    };
    const bank = catalogue(
      [
        choice('gate'),
        choices('list', ['x', 'y'], { askWhen: is('gate', 'yes', 'no') }),
        choice('last', ['yes', 'no'], { askWhen: { op: 'all', of: [look('includes'), look('excludes')] } }),
      ],
      [questionnaire('paper', [requirement('R', { op: 'any', of: [] }, { partialWhen: is('last', 'yes') })])],
    );
    expect(reasonsOf(bank, { last: 'yes' })).toEqual([['gate', 'list']]);
  });

  test('of what is judged for choices is what decides whether these are asked for, where they stand already', () => {
    const bank = catalogue(
      [
        choice('gate'),
        choices('functions', ['text', 'calls'], { askWhen: is('gate', 'yes', 'no') }),
        choice('basis', ['yes', 'no'], { each: 'functions' }),
      ],
      [questionnaire('paper', [requirement('R', is('basis', 'yes'), { each: 'functions' })])],
    );
    expect(reasonsOf(bank, { functions: ['text'], 'basis@text': 'yes' })).toEqual([['gate']]);
    expect(reasonsOf(bank, { functions: ['text'] })).toEqual([['gate', 'basis@text']]);
    expect(reasonsOf(bank, { functions: ['text', 'calls'], 'basis@calls': 'no' })).toEqual([['gate', 'basis@text']]);
    expect(reasonsOf(bank, { functions: [] })).toEqual([['gate']]);
    expect(reasonsOf(bank, { gate: 'no' })).toEqual([['functions']]);
    expect(reasonsOf(bank, { gate: 'no', functions: [] })).toEqual([['gate', 'functions']]);
  });

  test('asks for what is behind a question of a choice, and for which choice', () => {
    const bank = catalogue(
      [
        choices('functions', ['text', 'calls']),
        choice('basis', ['yes', 'no'], { each: 'functions' }),
        choice('detail', ['yes', 'no'], { each: 'functions', askWhen: is('basis', 'yes', 'no') }),
      ],
      [questionnaire('paper', [requirement('R', is('detail', 'yes'), { each: 'functions' })])],
    );
    expect(reasonsOf(bank, { functions: ['text', 'calls'], 'basis@calls': 'yes' })).toEqual([
      ['basis@text', 'detail@text'],
      ['detail@calls'],
    ]);
  });

  test('reads a selection with every choice that is demanded of it', () => {
    const look = (kind: 'includes' | 'excludes', ...values: readonly string[]): Condition => {
      return { op: 'answer', question: 'list', test: { kind, values } };
    };
    const reasonsWhere = (selection: readonly Condition[]) => {
      const bank = catalogue(
        [choices('list', ['x', 'y']), choice('other')],
        [
          questionnaire('paper', [
            requirement('R', { op: 'any', of: [{ op: 'all', of: selection }, is('other', 'yes')] }),
          ]),
        ],
      );
      return reasonsOf(bank, {});
    };
    // "x" alone fulfils it: one of both is chosen, and "y" is not.
    expect(reasonsWhere([look('includes', 'x', 'y'), look('excludes', 'y')])).toEqual([['list']]);
    // No selection fulfils it, so that only the other answer can.
    expect(reasonsWhere([look('excludes', 'x', 'y'), look('includes', 'x')])).toEqual([['other']]);
  });

  test('is all that is open, in the order of the bank, where an open finding takes too long', () => {
    const bank = catalogue(
      [choice('one'), choice('two'), choice('three')],
      [
        questionnaire('paper', [
          requirement('R', { op: 'any', of: ['three', 'one', 'two'].map((id) => is(id, 'yes')) }),
        ]),
      ],
    );
    const evaluation = evaluate(bank, emptyAssessment, day);
    expect(minimalReasons(bank, evaluation, { effort: 1 })).toEqual([
      { keys: ['one', 'two', 'three'], isSmallest: false },
    ]);
  });

  test('of one finding may take its share of what those before it have left over', () => {
    const ids = ['a', 'b', 'c', 'd'].map((name) => [1, 2, 3, 4].map((number) => `${name}${number}`));
    const either = ([one = '', two = '', three = '', four = '']: readonly string[]): Condition => ({
      op: 'any',
      of: [
        { op: 'all', of: [is(one, 'yes'), is(two, 'yes')] },
        { op: 'all', of: [is(three, 'yes'), is(four, 'yes')] },
      ],
    });
    const alike = ids.map((some, index) => requirement(`R-${index}`, either(some)));
    const bank = catalogue(
      ids.flat().map((id) => choice(id)),
      [questionnaire('paper', alike)],
    );
    const evaluation = evaluate(bank, assessmentWith(Object.fromEntries(ids.flat().map((id) => [id, 'yes']))), day);
    const found = (effort: number, count: number) =>
      minimalReasons(bank, evaluation, { effort, findings: evaluation.findings.slice(0, count) }).map(
        ({ isSmallest }) => isSmallest,
      );
    // All take the same. What one alone takes is not known; that it takes that, no less and no more, is.
    const needed = Array.from({ length: 1000 }, (_, effort) => effort).find((effort) => found(effort, 1)[0]) ?? 0;
    expect(needed).toBeGreaterThan(1);
    expect(found(4 * needed, 4)).toEqual([true, true, true, true]);
    expect(found(4 * needed - 1, 4)).toEqual([false, false, false, false]);
  });

  test('says so where looking for it would take too long, and then names answers of which none can be left out', () => {
    const ids = ['one', 'two', 'three', 'four'];
    const pair = (some: readonly string[]) => ({ op: 'all' as const, of: some.map((id) => is(id, 'yes')) });
    const bank = catalogue(
      ids.map((id) => choice(id)),
      [questionnaire('paper', [requirement('R', { op: 'any', of: [pair(ids.slice(0, 2)), pair(ids.slice(2))] })])],
    );
    const evaluation = evaluate(bank, assessmentWith({ one: 'yes', two: 'yes', three: 'yes', four: 'yes' }), day);
    expect(minimalReasons(bank, evaluation, { effort: 3 })).toEqual([{ keys: ['one', 'two'], isSmallest: false }]);
  });

  test('on any catalogue is what trying every set of answers finds', () => {
    fc.assert(
      fc.property(worlds(), fc.nat(), (world, pick) => {
        const { bank, before } = withEveryPaper(world);
        const evaluation = evaluate(bank, before, day);
        const { finding, reasons } = pickFrom(bank, evaluation, (judged) => judged !== 'open', pick);
        fc.pre(finding !== undefined);
        const { answers } = evaluation;
        const known = inOrder.filter((key) => !isOpen(answers.get(key)));
        const suffices = (keys: readonly string[]) => {
          const alone = new Map([...answers].filter(([key]) => keys.includes(key)));
          return statusesOf(finding, { questions: bank.questions, answers: alone }).join() === finding.judged;
        };
        expect(reasons).toEqual({ keys: setsOf(known).find(suffices), isSmallest: true });
      }),
      { numRuns: runs(300) },
    );
  });

  test('of an open finding on any catalogue is what trying every answer to what is asked finds', () => {
    fc.assert(
      fc.property(worlds(), fc.nat(), (world, pick) => {
        const { bank, assessment, open } = waysToComplete(withEveryPaper(world), day, 40);
        const evaluation = evaluate(bank, assessment, day);
        const { finding, reasons } = pickFrom(bank, evaluation, (judged) => judged === 'open', pick);
        fc.pre(finding !== undefined);
        const closes = (keys: readonly string[]) =>
          completions(evaluation.answers, keys).some((answers) => {
            const facts = { questions: bank.questions, answers };
            const statuses = statusesOf(finding, facts);
            return !statuses.includes('open') && keys.every((key) => isAskedUnder(key, facts));
          });
        const keys = setsOf(inOrder.filter((key) => open.includes(key))).find(closes);
        expect(reasons).toEqual({ keys: keys ?? [], isSmallest: true });
      }),
      { numRuns: runs(300) },
    );
  });
});

/** Keys in the order of the question bank. */
const inOrder = [...possible.keys()];

function pickFrom(
  bank: Catalogue,
  evaluation: Evaluation,
  isWanted: (judged: Finding['judged']) => boolean,
  pick: number,
) {
  const all = minimalReasons(bank, evaluation);
  const wanted = evaluation.findings.flatMap((finding, at) =>
    isWanted(finding.judged) ? [{ finding, reasons: all[at] }] : [],
  );
  return wanted[pick % Math.max(wanted.length, 1)] ?? { finding: undefined, reasons: undefined };
}

/** All sets of some keys, small ones first and then in the order of the question bank. */
function setsOf(keys: readonly string[]): readonly (readonly string[])[] {
  const all = Array.from({ length: 2 ** keys.length }, (_, bits) => keys.filter((_key, at) => (bits >> at) & 1));
  const rank = (set: readonly string[]) => set.map((key) => String.fromCharCode(inOrder.indexOf(key))).join('');
  return all.toSorted((one, other) => one.length - other.length || (rank(one) < rank(other) ? -1 : 1));
}

function completions(answers: Answers, keys: readonly string[]): readonly Answers[] {
  return keys.reduce<readonly Answers[]>(
    (all, key) => all.flatMap((one) => (possible.get(key) ?? []).map((answer) => new Map(one).set(key, answer))),
    [answers],
  );
}

function statusesOf({ requirement, item }: Finding, facts: Facts): readonly Finding['judged'][] {
  const outcomes = evaluateRequirement(requirement, facts);
  // While it is not known which choices are made, there is no outcome on the choice.
  const own = item === undefined ? outcomes : outcomes.filter((one) => one.item === item);
  return own.length === 0 ? ['open'] : own.map(({ judged }) => judged);
}

function isAskedUnder(key: string, facts: Facts): boolean {
  const question = facts.questions.get(questionOfKey(key));
  if (question === undefined) return false;
  const [, item = ''] = key.split('@');
  const asked = isAsked(question, { ...facts, item }) === 'true';
  return asked && (question.each === undefined || (itemsOf(question.each, facts).items ?? []).includes(item));
}

type Values = Readonly<Record<string, string | readonly string[]>>;

function reasonsOf(bank: Catalogue, values: Values) {
  return minimalReasons(bank, evaluate(bank, assessmentWith(values), day)).map(({ keys }) => keys);
}

function assessmentWith(values: Values) {
  const answers = new Map(Object.entries(values).map(([key, value]): [string, Answer] => [key, given(value)]));
  return { ...emptyAssessment, answers };
}
