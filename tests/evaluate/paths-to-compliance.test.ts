import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Answers } from '../../src/domain/answer.ts';
import { questionOfKey } from '../../src/domain/answer.ts';
import type { Assessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { type Condition, questionsIn } from '../../src/domain/condition.ts';
import { withGates } from '../../src/domain/question.ts';
import { requirementsOf } from '../../src/domain/questionnaire.ts';
import { verdicts } from '../../src/domain/verdict.ts';
import { exampleOf } from '../../src/evaluate/answers-to-give.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { type PathsToCompliance, pathsToCompliance, type Target } from '../../src/evaluate/paths-to-compliance.ts';
import { verdictInterval } from '../../src/evaluate/verdict-interval.ts';
import {
  nothing,
  possible,
  type Ways,
  type World,
  waysToComplete,
  withEveryPaper,
  worlds,
} from '../support/random-worlds.ts';
import { catalogue, choice, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const day = '2026-11-23';
const mostTrials = 150;
const targets = fc.constantFrom<Target>('conditional', 'permissible');

describe('the paths to compliance', () => {
  test('are all smallest sets of changes that can reach the target, and no others', () => {
    fc.assert(
      fc.property(
        worlds({ partsAtLeast: 0, isEntangled: true }),
        targets,
        fc.infiniteStream(fc.boolean()),
        (...drawn) => {
          const [world, target, coins] = drawn;
          const ways = fewToChange(world, coins);
          const found = pathsToCompliance(target, ways.bank, evaluate(ways.bank, ways.assessment, day));
          const sets = changesOf(found).map((some) => some.map(({ key }) => key));
          const expected = reachingByTrying(ways, target);
          expect(asText(found.count === 0 ? [] : sets)).toEqual(asText(expected));
          expect(found.count).toBe(expected.length);
        },
      ),
      { numRuns: 600 },
    );
  });

  test('are so, too, where much stands against the target and the changes for one demand break another', () => {
    fc.assert(
      fc.property(entangledDemands(), (tangle) => {
        const found = pathsToCompliance('permissible', tangle.bank, evaluate(tangle.bank, tangle.assessment, day));
        const sets = changesOf(found).map((some) => some.map(({ key }) => key));
        expect(asText(found.count === 0 ? [] : sets)).toEqual(asText(reachingByTrying(tangle, 'permissible')));
      }),
      { numRuns: 400 },
    );
  });

  test('reach the target once their changes are made and what they hang on turns out well', () => {
    fc.assert(
      fc.property(worlds({ partsAtLeast: 0, isEntangled: true }), targets, (world, target) => {
        const { bank, before } = withEveryPaper(world);
        const found = pathsToCompliance(target, bank, evaluate(bank, before, day));
        fc.pre(found.count > 0);
        for (const index of [0, 1]) {
          const ways = found.parts.flatMap(({ ways: all }) => all[Math.min(index, all.length - 1)] ?? []);
          const answers = new Map(before.answers);
          for (const { changes } of ways)
            for (const { key, from, to } of changes) answers.set(key, exampleOf(to, from));
          const provided = [...found.provided, ...ways.flatMap((way) => way.provided)];
          for (const toGive of provided) answers.set(toGive.key, exampleOf(toGive));
          const { worst } = verdictInterval(bank, evaluate(bank, { ...before, answers }, day));
          expect(verdicts.indexOf(worst)).toBeGreaterThanOrEqual(verdicts.indexOf(target));
        }
      }),
      { numRuns: 400 },
    );
  });

  test('name every answer that does as well, one change at a time', () => {
    fc.assert(
      fc.property(worlds(), targets, (world, target) => {
        const { bank, before } = withEveryPaper(world);
        const found = pathsToCompliance(target, bank, evaluate(bank, before, day));
        const first = found.parts.flatMap(({ ways }) => ways[0]?.changes ?? []);
        const made = new Map(first.map(({ key, from, to }) => [key, exampleOf(to, from)] as const));
        const changed = new Map([...before.answers, ...made]);
        for (const { key, from, to } of first.filter((change) => change.to.kind === 'one-of')) {
          const good = (possible.get(key) ?? []).filter((answer) => {
            const answers = new Map(changed).set(key, answer);
            const { best } = verdictInterval(bank, evaluate(bank, { ...before, answers }, day));
            return answer !== from && verdicts.indexOf(best) >= verdicts.indexOf(target);
          });
          const named = to.kind === 'one-of' ? to.answers.map(told) : [];
          const choices = bank.questions.get(questionOfKey(key))?.kind === 'choice';
          // Of numbers and days one of each kind is named.
          if (choices) expect([...named].sort()).toEqual(good.map(told).sort());
          else expect(good.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function told(answer: Answer): string {
  return answer.state === 'given' ? String(answer.value) : answer.state;
}

/** What is tried: every way to answer what is open, with every way to answer what can be changed. */
interface Trying extends Pick<Ways, 'bank' | 'assessment' | 'completions'> {
  readonly changeable: readonly string[];
  readonly options: ReadonlyMap<string, readonly Answer[]>;
}

/** A world in which so few answers are open, or can be changed, that all can be tried; with the keys of the latter. */
function fewToChange(world: World, coins: Iterator<boolean>): Trying {
  const chosen = withEveryPaper(world);
  const ways = waysToComplete(chosen, day, 12);
  const onScope = questionsOnScope(ways.bank);
  let trials = ways.completions.length;
  const changeable = new Set<string>();
  for (const id of ways.bank.questions.keys()) {
    const keys = [...possible.keys()].filter((key) => questionOfKey(key) === id && !ways.open.includes(key));
    const times = keys.reduce((product, key) => product * (possible.get(key)?.length ?? 1), 1);
    if (onScope.has(id) || trials * times > mostTrials || coins.next().value) continue;
    trials *= times;
    changeable.add(id);
  }
  const questions = new Map(
    [...ways.bank.questions].map(([id, question]) => [id, { ...question, fixed: !changeable.has(id) }]),
  );
  const given = [...possible.keys()].filter((key) => !ways.open.includes(key));
  return {
    ...ways,
    bank: { ...ways.bank, questions },
    changeable: given.filter((key) => changeable.has(questionOfKey(key))),
    options: possible,
  };
}

const names = ['k', 'l', 'm', 'n', 'o'];
const few = ['a', 'b', 'c'].map((value): Answer => ({ state: 'given', value, evidence: [] }));

/** Five questions, all answered "a", and demands most of which that breaks. */
function entangledDemands(): fc.Arbitrary<Trying> {
  const values = fc.oneof(
    { weight: 3, arbitrary: fc.subarray(['b', 'c'], { minLength: 1 }) },
    { weight: 1, arbitrary: fc.constantFrom(['a'], ['a', 'b'], ['a', 'c']) },
  );
  const leaf = fc.tuple(fc.constantFrom(...names), values).map(([name, some]) => is(name, ...some));
  const part = fc.oneof(
    leaf,
    fc.array(leaf, { minLength: 2, maxLength: 2 }).map((of): Condition => ({ op: 'all', of })),
  );
  const demand = fc.array(part, { minLength: 1, maxLength: 3 }).map((of): Condition => ({ op: 'any', of }));
  return fc.array(demand, { minLength: 2, maxLength: 6 }).map((demands) => {
    const rules = demands.map((fulfilledWhen, index) => requirement(`R-${index}`, fulfilledWhen));
    const bank = catalogue(
      names.map((name) => choice(name, ['a', 'b', 'c'])),
      [questionnaire('paper', rules, { questions: names })],
    );
    const answers = new Map(names.flatMap((name) => few.slice(0, 1).map((answer) => [name, answer] as const)));
    const assessment = { ...nothing, answers };
    const options = new Map(names.map((name) => [name, few]));
    return { bank, assessment, completions: [assessment], changeable: names, options };
  });
}

function questionsOnScope({ questions, questionnaires }: Catalogue): ReadonlySet<string> {
  const conditions = [...questionnaires.values()].flatMap((one) => [
    one.binds,
    one.offeredWhen,
    ...requirementsOf(one).map(({ binds }) => binds),
  ]);
  return withGates(
    conditions.flatMap((condition) => (condition === undefined ? [] : questionsIn(condition))),
    questions,
  );
}

/** All minimal sets of keys a change of which reaches the target in some way to answer what is open. */
function reachingByTrying(
  { bank, assessment, completions, changeable, options }: Trying,
  target: Target,
): readonly (readonly string[])[] {
  const reaches = (answers: Answers) => {
    const { verdict } = evaluate(bank, { ...assessment, answers } satisfies Assessment, day).overall;
    return verdicts.indexOf(verdict) >= verdicts.indexOf(target);
  };
  const all = changeable.reduce<readonly Answers[]>(
    (some, key) => some.flatMap((one) => (options.get(key) ?? []).map((answer) => new Map(one).set(key, answer))),
    completions.map(({ answers }) => answers),
  );
  const isChanged = (answers: Answers, key: string) => answers.get(key) !== assessment.answers.get(key);
  const reaching = all.filter(reaches).map((answers) => changeable.filter((key) => isChanged(answers, key)));
  const distinct = [...new Map(reaching.map((keys) => [keys.join(' '), keys])).values()];
  return distinct.filter((set) => !distinct.some((one) => one !== set && one.every((key) => set.includes(key))));
}

/** Every way of each part with every way of the others. */
function changesOf({ parts }: PathsToCompliance) {
  return parts.reduce<readonly PathsToCompliance['parts'][number]['ways'][number]['changes'][]>(
    (all, { ways }) => all.flatMap((one) => ways.map(({ changes }) => [...one, ...changes])),
    [[]],
  );
}

function asText(sets: readonly (readonly string[])[]): readonly string[] {
  return sets.map((set) => [...set].sort().join(' ')).sort();
}
