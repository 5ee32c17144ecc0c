import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answers, type AnswerValue, questionOfKey } from '../../src/domain/answer.ts';
import { emptyAssessment } from '../../src/domain/assessment.ts';
import { type Condition, questionsIn } from '../../src/domain/condition.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Requirement } from '../../src/domain/requirement.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { mostDecisive } from '../../src/evaluate/most-decisive.ts';
import { verdictInterval } from '../../src/evaluate/verdict-interval.ts';
import { withEveryPaper, worlds } from '../support/random-worlds.ts';
import { enough, runs } from '../support/runs.ts';
import { catalogue, choice, choices, given, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const day = '2026-11-23';
const questions = ['contract', 'servers', 'both'];
const bank = catalogue(
  questions.map((id) => choice(id)),
  [
    questionnaire(
      'paper',
      [
        requirement('R-1', is('contract', 'yes')),
        requirement('R-2', { op: 'any', of: [is('servers', 'yes'), is('both', 'yes')] }),
        requirement('R-3', { op: 'all', of: [is('contract', 'yes'), is('both', 'yes')] }),
      ],
      { questions },
    ),
  ],
);

describe('the most decisive question', () => {
  test('is the one of whose answers the largest share settles the verdict, then the one that closes most', () => {
    const evaluation = evaluate(bank, emptyAssessment, day);
    // Of "contract", "no" settles it and closes two findings, "yes" closes one; of "both", "no" closes one of them.
    expect(mostDecisive(bank, evaluation)).toEqual({ key: 'contract', settling: 1, answers: 2, closing: 1.5 });
  });

  test('does not exist where everything is answered', () => {
    const answers = new Map(questions.map((id) => [id, given('yes')]));
    expect(mostDecisive(bank, evaluate(bank, { ...emptyAssessment, answers }, day))).toBeUndefined();
  });

  test('does not exist where no demand reads what is asked', () => {
    const unread = catalogue([choice('contract')], [questionnaire('paper', [], { questions: ['contract'] })]);
    expect(mostDecisive(unread, evaluate(unread, emptyAssessment, day))).toBeUndefined();
  });

  test('is, of any, the one that trying each answer to each question finds', () => {
    let seen = 0;
    fc.assert(
      fc.property(smallWorlds, ({ bank: any, rules, answers }) => {
        const assessment = { ...emptyAssessment, answers };
        const evaluation = evaluate(any, assessment, day);
        const asked = evaluation.agenda.flatMap(({ items }) => items);
        const interval = verdictInterval(any, evaluation);
        fc.pre(interval.best !== interval.worst);
        const keys = asked.filter(
          ({ key, asked: truth }) => !answers.has(key) && truth === 'true' && matters(key, rules, answers),
        );
        const tried = keys.map(({ key }) => {
          const ends = (options.get(key) ?? []).map((value) => {
            const after = evaluate(any, { ...assessment, answers: new Map(answers).set(key, given(value)) }, day);
            const { best, worst } = verdictInterval(any, after);
            const isClosed = ({ requirement: { id }, item }: Finding) =>
              after.findings.every(
                (one) =>
                  one.requirement.id !== id || (item !== undefined && one.item !== item) || one.judged !== 'open',
              );
            const open = evaluation.findings.filter(({ judged }) => judged === 'open');
            return { isSettled: best === worst, closed: open.filter(isClosed).length };
          });
          const settling = ends.filter(({ isSettled }) => isSettled).length;
          const closing = ends.reduce((sum, { closed }) => sum + closed, 0) / ends.length;
          return { key, settling, answers: ends.length, closing };
        });
        const [first] = tried.toSorted(
          (one, other) => other.settling / other.answers - one.settling / one.answers || other.closing - one.closing,
        );
        const { closing = 0, ...found } = mostDecisive(any, evaluation) ?? {};
        const { closing: expectedClosing = 0, ...expected } = first ?? {};
        expect(found).toEqual(expected);
        expect(closing).toBeCloseTo(expectedClosing);
        if (first !== undefined) seen += 1;
      }),
      { numRuns: runs(60) },
    );
    expect(seen).toBeGreaterThan(enough(35));
  });

  test('settles the verdict with as many of its choices as it says', () => {
    fc.assert(
      fc.property(worlds(), (world) => {
        const { bank: any, before } = withEveryPaper(world);
        const found = mostDecisive(any, evaluate(any, before, day));
        fc.pre(found !== undefined && found.key === 'pair');
        const settling = ['a', 'b'].filter((value) => {
          const answers = new Map(before.answers).set('pair', given(value));
          const { best, worst } = verdictInterval(any, evaluate(any, { ...before, answers }, day));
          return best === worst;
        });
        // Two answers that no condition tells apart count as one.
        expect(settling.length / 2).toBe((found?.settling ?? 0) / (found?.answers ?? 1));
      }),
      { numRuns: runs(50) },
    );
  });
});

/* Catalogues in which some requirement reads each choice of each question, so that no two answers come to the same. */

const functions = choices('functions', ['f', 'g']);
const all = [
  choice('two', ['a', 'b']),
  choice('three', ['a', 'b', 'c']),
  functions,
  choice('basis', ['a', 'b'], { each: 'functions' }),
  choice('last', ['a', 'b'], { askWhen: is('three', 'a', 'c') }),
];
const none: readonly AnswerValue[] = [[], ['f'], ['g']];
const options = new Map<string, readonly AnswerValue[]>([
  ['two', ['a', 'b']],
  ['three', ['a', 'b', 'c']],
  ['functions', none],
  ['basis@f', ['a', 'b']],
  ['basis@g', ['a', 'b']],
  ['last', ['a', 'b']],
]);
const everyChoice: readonly Condition[] = [
  ...['a', 'b', 'c'].map((value) => is('three', value)),
  ...['a', 'b'].flatMap((value) => [is('two', value), is('last', value)]),
];

function looks(isEach: boolean): fc.Arbitrary<Condition> {
  const chosen: Condition = { op: 'answer', question: 'functions', test: { kind: 'includes', values: ['f'] } };
  const leaf = fc.constantFrom(...everyChoice, chosen, ...(isEach ? [is('basis', 'a')] : []));
  const parts = fc.array(leaf, { minLength: 1, maxLength: 3 });
  return fc.record({ op: fc.constantFrom('all' as const, 'any' as const), of: parts });
}

/** Whether some demand that counts can read an answer: one for choices counts where there may be any. */
function matters(key: string, rules: readonly Requirement[], answers: Answers): boolean {
  const counting = rules.filter(({ each }) => {
    const chosen = answers.get('functions');
    return each === undefined || chosen?.state !== 'given' || String(chosen.value) !== '';
  });
  const read = counting.flatMap((rule) => [...(rule.each ? [rule.each] : []), ...questionsIn(rule.fulfilledWhen)]);
  return [...read, ...(read.includes('last') ? ['three'] : [])].includes(questionOfKey(key));
}

const smallWorlds = fc
  .record({
    rules: fc.array(
      fc
        .boolean()
        .chain((isEach) =>
          fc
            .record({ fulfilledWhen: looks(isEach), level: fc.constantFrom('must' as const, 'should' as const) })
            .map(({ fulfilledWhen, level }) =>
              requirement('R', fulfilledWhen, { level, ...(isEach && { each: 'functions' }) }),
            ),
        ),
      { minLength: 1, maxLength: 3 },
    ),
    answers: fc
      .subarray([...options.keys()], { maxLength: 4 })
      .chain((keys) =>
        fc.tuple(
          ...keys.map((key) => fc.constantFrom(...(options.get(key) ?? [])).map((one) => [key, given(one)] as const)),
        ),
      ),
  })
  .map(({ rules, answers }) => ({
    rules,
    bank: catalogue(all, [
      questionnaire(
        'paper',
        [
          ...rules.map((rule, at) => ({ ...rule, id: `R-${at}` })),
          ...everyChoice.map((one, at) => requirement(`S-${at}`, one, { level: 'may' })),
          requirement('S-EACH', is('basis', 'a'), { level: 'may', each: 'functions' }),
        ],
        { questions: all.map(({ id }) => id) },
      ),
    ]),
    answers: new Map(answers),
  }));
