import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, type Answers, isOpen, questionOfKey } from '../../src/domain/answer.ts';
import { type Assessment, emptyAssessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Condition } from '../../src/domain/condition.ts';
import type { Alternative, Goal, PathsToCompliance, Reach } from '../../src/domain/reasoning.ts';
import { exampleOf } from '../../src/evaluate/answers-to-give.ts';
import { isAtLeast } from '../../src/evaluate/demands.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { pathsToCompliance } from '../../src/evaluate/paths-to-compliance.ts';
import { scopeQuestions } from '../../src/evaluate/scope-questions.ts';
import { verdictInterval } from '../../src/evaluate/verdict-interval.ts';
import { possible, type World, waysToComplete, withEveryPaper, worlds } from '../support/random-worlds.ts';
import { enough, runs } from '../support/runs.ts';
import { catalogue, choice, choices, given, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const day = '2026-11-23';
const mostTrials = 100;
const goals = fc.constantFrom<Goal>('conditional', 'permissible');

describe('the paths to a verdict', () => {
  const bank = catalogue(
    [
      choice('sector', ['town', 'firm'], { fixed: true }),
      choice('encryption', ['yes', 'no'], { about: 'product' }),
      choice('rules', ['yes', 'drafted', 'no']),
      choices('functions', ['text', 'calls', 'bots'], { about: 'operation' }),
      choice('basis', ['yes', 'no'], { each: 'functions' }),
      choice('training'),
    ],
    [
      questionnaire('paper', [
        requirement('R-TOWN', is('encryption', 'yes'), { appliesWhen: is('sector', 'town') }),
        requirement('R-RULES', is('rules', 'yes', 'drafted')),
        requirement('R-BASIS', is('basis', 'yes'), { each: 'functions' }),
        requirement('R-TRAINING', is('training', 'yes'), { level: 'should' }),
      ]),
    ],
  );

  test('are none where it is reached', () => {
    const paths = pathsIn(bank, 'conditional', { sector: 'firm', rules: 'yes', functions: [], training: 'no' });
    expect(paths).toEqual({ goal: 'conditional', reach: 'reached', parts: [], count: 1, obstacles: [] });
  });

  test('name every smallest way of each part, what to answer and whose measures that takes', () => {
    const answers = {
      sector: 'firm',
      rules: 'no',
      functions: ['text', 'bots'],
      'basis@text': 'yes',
      'basis@bots': 'no',
    };
    const paths = pathsIn(bank, 'conditional', answers);
    expect(paths).toMatchObject({ reach: 'with-changes', count: 2, obstacles: [] });
    expect(paths.parts.map(({ requirements, alternatives }) => [requirements, alternatives.map(spelled)])).toEqual([
      [['R-RULES'], ['rules (organisation) to yes or drafted: R-RULES']],
      // Bots are switched off, and nothing else is, or they get a basis.
      [['R-BASIS'], ['functions (operation) without bots: R-BASIS', 'basis@bots (organisation) to yes: R-BASIS']],
    ]);
  });

  test('ask more for the better verdict, and name what is open and must turn out well', () => {
    const paths = pathsIn(bank, 'permissible', { sector: 'firm', rules: 'yes', functions: [] });
    expect(paths).toMatchObject({ reach: 'as-it-is', count: 1 });
    expect(paths.parts.map(({ requirements, alternatives }) => [requirements, alternatives.map(spelled)])).toEqual([
      [['R-TRAINING'], ['training? yes']],
    ]);
  });

  test('do not lead through another sector; without another product, the facts that stand against it are named', () => {
    const paths = pathsIn(bank, 'conditional', { sector: 'town', encryption: 'no', rules: 'yes', functions: [] });
    expect(paths).toMatchObject({ reach: 'other-product', count: 1 });
    expect(paths.parts.map(({ alternatives }) => alternatives.map(spelled))).toEqual([
      ['encryption (product) to yes: R-TOWN'],
    ]);
    expect(paths.obstacles).toEqual([{ requirements: ['R-TOWN'], facts: ['sector', 'encryption'] }]);
  });

  test('do not exist where only who the organisation is stands against it', () => {
    const onlyFirms = catalogue(
      [choice('sector', ['town', 'firm'], { fixed: true })],
      [questionnaire('paper', [requirement('R', is('sector', 'firm'))])],
    );
    expect(pathsIn(onlyFirms, 'conditional', { sector: 'town' })).toEqual({
      goal: 'conditional',
      reach: 'other-use',
      parts: [],
      count: 0,
      obstacles: [{ requirements: ['R'], facts: ['sector'] }],
    });
  });

  test('lead to another messenger where this one stands against it, although no answer on it is changed', () => {
    const onlySignal = catalogue(
      [choice('messenger', ['whatsapp', 'signal'], { fixed: true, about: 'product' })],
      [questionnaire('paper', [requirement('R', is('messenger', 'signal'))])],
    );
    expect(pathsIn(onlySignal, 'permissible', { messenger: 'whatsapp' })).toMatchObject({
      reach: 'other-product',
      count: 0,
      obstacles: [{ requirements: ['R'], facts: ['messenger'] }],
    });
  });

  test('never change whom a paper binds', () => {
    const questions = [choice('seat', ['here', 'there']), choice('rules')];
    const binding = catalogue(questions, [
      questionnaire('paper', [requirement('R', is('rules', 'yes'))], { binds: is('seat', 'here') }),
      questionnaire('other', [requirement('S', is('rules', 'no'))]),
    ]);
    const paths = pathsIn(binding, 'permissible', { seat: 'here', rules: 'no' });
    expect(paths.parts.map(({ alternatives }) => alternatives.map(spelled))).toEqual([
      ['rules (organisation) to yes: R'],
    ]);
  });

  test('hold either way while it is open whom a paper binds', () => {
    const questions = [choice('seat', ['here', 'there']), choice('rules'), choice('training')];
    const binding = catalogue(questions, [
      questionnaire('one', [requirement('R', is('rules', 'yes'))], { binds: is('seat', 'here') }),
      questionnaire('two', [requirement('S', is('training', 'yes'))], { binds: is('seat', 'there') }),
    ]);
    const paths = pathsIn(binding, 'permissible', { rules: 'no', training: 'no' });
    expect(paths.parts.map(({ alternatives }) => alternatives.map(spelled))).toEqual([
      ['rules (organisation) to yes: R'],
      ['training (organisation) to yes: S'],
    ]);
  });

  test('name in one part what is open and what decides whether it is asked', () => {
    const questions = [choice('gate'), choice('behind', ['yes', 'no'], { askWhen: is('gate', 'yes') })];
    const gated = catalogue(questions, [questionnaire('paper', [requirement('R', is('behind', 'yes'))])]);
    const paths = pathsIn(gated, 'permissible', {});
    expect(paths.parts.map(({ alternatives }) => alternatives.map(spelled))).toEqual([['gate? yes, behind? yes']]);
  });

  test('name as requirements what is not sure to be met, and as measures what is not met and reads what changes', () => {
    const questions = [choice('rules', ['yes', 'drafted', 'no']), choice('open'), choice('training')];
    const many = catalogue(questions, [
      questionnaire('paper', [
        requirement('R-MISSED', is('rules', 'yes', 'drafted')),
        requirement('R-MET', is('rules', 'no', 'drafted')),
        requirement('R-OPEN', { op: 'any', of: [is('rules', 'yes'), is('open', 'yes')] }),
        requirement('R-OTHER', is('training', 'yes')),
      ]),
    ]);
    const paths = pathsIn(many, 'permissible', { rules: 'no', training: 'no' });
    expect(paths.parts.map(({ requirements, alternatives }) => [requirements, alternatives.map(spelled)])).toEqual([
      [['R-MISSED', 'R-OPEN'], ['rules (organisation) to drafted, open? yes: R-MISSED']],
      [['R-OTHER'], ['training (organisation) to yes: R-OTHER']],
    ]);
  });

  test('come with the fewest changes first, and the changes in the order of the bank', () => {
    const questions = ['first', 'second', 'third'].map((id) => choice(id));
    const either: Condition = {
      op: 'any',
      of: [{ op: 'all', of: [is('second', 'yes'), is('first', 'yes')] }, is('third', 'yes')],
    };
    const paths = pathsIn(catalogue(questions, [questionnaire('paper', [requirement('R', either)])]), 'permissible', {
      first: 'no',
      second: 'no',
      third: 'no',
    });
    expect(paths.parts.map(({ alternatives }) => alternatives.map(spelled))).toEqual([
      ['third (organisation) to yes: R', 'first (organisation) to yes, second (organisation) to yes: R'],
    ]);
  });

  test('do not exist where no paper concerns the assessment', () => {
    const sector = choice('sector', ['town', 'firm'], { fixed: true });
    const forTowns = catalogue(
      [sector, choice('rules')],
      [questionnaire('paper', [requirement('R', is('rules', 'yes'))], { offeredWhen: is('sector', 'town') })],
    );
    expect(pathsIn(forTowns, 'conditional', { sector: 'firm' })).toEqual({
      ...{ goal: 'conditional', reach: 'other-use', parts: [], count: 0, obstacles: [] },
    });
  });

  test('are barred by the facts that stand against each demand alone, then by demands that break each other', () => {
    const fixed = (id: string) => choice(id, ['yes', 'no'], { fixed: true });
    const either = (one: Condition, other: Condition): Condition => ({ op: 'any', of: [one, other] });
    const barred = catalogue(
      [...['a', 'b', 'c', 'd', 'e'].map(fixed), choice('open'), choice('rules')],
      [
        questionnaire('paper', [
          requirement('R-YES', either(is('open', 'yes'), is('a', 'yes'))),
          requirement('R-NO', either(is('open', 'no'), is('b', 'yes'))),
          requirement('R-RULES', is('rules', 'yes')),
          requirement('R-FACTS', either(is('c', 'yes'), is('d', 'yes'))),
          requirement('R-SAME', is('c', 'yes')),
          requirement('R-SPARED', either(is('c', 'yes'), { op: 'all', of: [is('d', 'yes'), is('e', 'yes')] })),
        ]),
      ],
    );
    const paths = pathsIn(barred, 'permissible', { a: 'no', b: 'no', c: 'no', d: 'no', e: 'no', rules: 'no' });
    expect(paths.reach).toBe('other-use');
    expect(paths.obstacles).toEqual([
      { requirements: ['R-FACTS'], facts: ['c', 'd'] },
      { requirements: ['R-SAME'], facts: ['c'] },
      // With "e", "d" can be left out.
      { requirements: ['R-SPARED'], facts: ['c', 'e'] },
      { requirements: ['R-YES', 'R-NO'], facts: ['a', 'b'] },
    ]);
  });

  test('are, at any effort, either what they are with all of it, or given up', () => {
    const values = { sector: 'town', encryption: 'no', rules: 'no', functions: ['text', 'bots'], 'basis@bots': 'no' };
    const assessment = assessmentWith(values);
    const evaluation = evaluate(bank, assessment, day);
    const exact = pathsTo('permissible', bank, assessment);
    expect(exact).toMatchObject({ reach: 'other-product', count: 2 });
    const givenUp = { goal: 'permissible', reach: 'given-up', parts: [], count: 0, obstacles: [] };
    let isFound = false;
    for (let effort = 1; effort < 20_000; effort = Math.ceil(effort * 1.1)) {
      const paths = pathsToCompliance(bank, { assessment, evaluation, goal: 'permissible' }, effort);
      isFound ||= paths.reach !== 'given-up';
      expect(paths).toEqual(isFound ? exact : givenUp);
    }
    expect(isFound).toBe(true);
  });

  test('are not told at all where the search gives up', () => {
    const assessment = assessmentWith({ sector: 'firm', rules: 'no', functions: ['bots'], 'basis@bots': 'no' });
    const evaluation = evaluate(bank, assessment, day);
    const paths = pathsToCompliance(bank, { assessment, evaluation, goal: 'permissible' }, 10);
    expect(paths).toEqual({ goal: 'permissible', reach: 'given-up', parts: [], count: 0, obstacles: [] });
  });
});

describe('on any catalogue', () => {
  test('the paths are all smallest sets of changes that can reach the goal, and no others', () => {
    const coins = fc.infiniteStream(fc.boolean());
    fc.assert(
      fc.property(worlds({ partsAtLeast: 0, isEntangled: true }), goals, coins, (world, goal, stream) => {
        compareWithAll(fewToChange(world, stream), goal);
      }),
      { numRuns: runs(180) },
    );
  });

  test('so they are where much stands against the goal and the changes for one demand break another', () => {
    fc.assert(
      fc.property(entangledDemands(), (tangle) => compareWithAll(tangle, 'permissible')),
      { numRuns: runs(60) },
    );
  });

  test('there, each proposal does, and no other answer does in its place', () => {
    let seen = 0;
    fc.assert(
      fc.property(entangledDemands(), ({ bank, assessment, options }) => {
        const paths = pathsTo('permissible', bank, assessment);
        const isReached = (answers: Answers) =>
          evaluate(bank, { ...assessment, answers }, day).overall.verdict === 'permissible';
        for (const picked of sampleOf(paths)) {
          const [first = assessment.answers] = outcomesOf(picked, assessment.answers);
          for (const { key, to } of picked.flatMap(({ changes }) => changes)) {
            const proposed = to.kind === 'one-of' ? to.answers.map(shown) : [];
            const doing = (options.get(key) ?? []).filter((answer) => isReached(new Map(first).set(key, answer)));
            expect(proposed.toSorted()).toEqual(doing.map(shown).sort());
            seen += 1;
          }
        }
      }),
      { numRuns: runs(60) },
    );
    expect(seen).toBeGreaterThan(enough(50));
  });

  test('every proposal keeps its promise, whatever of it is picked, and whomever the papers turn out to bind', () => {
    fc.assert(
      fc.property(worlds({ partsAtLeast: 0, isEntangled: true }), goals, (world, goal) => {
        const { bank, before } = withEveryPaper(world);
        const paths = pathsTo(goal, bank, before);
        for (const picked of sampleOf(paths)) {
          for (const answers of outcomesOf(picked, before.answers)) {
            const { worst } = verdictInterval(bank, evaluate(bank, { ...before, answers }, day));
            // What is open on whom it binds may still leave the verdict open.
            const ends = completionsOnScope(bank, { ...before, answers });
            expect(isAtLeast(worst, goal) || ends.every((end) => isAtLeast(end, goal))).toBe(true);
          }
        }
      }),
      { numRuns: runs(60) },
    );
  });

  test('the facts against a goal stand against it whatever the other answers are', () => {
    fc.assert(
      fc.property(worlds({ partsAtLeast: 0, isEntangled: true }), goals, (world, goal) => {
        const { bank, before, complete } = withEveryPaper(world);
        const { answers } = evaluate(bank, before, day);
        fc.pre([...possible.keys()].every((key) => !isOpen(answers.get(key)) || !isOnScope(key, bank, before)));
        for (const { facts, requirements } of pathsTo(goal, bank, before).obstacles) {
          expect(requirements.length).toBeGreaterThan(0);
          const kept = facts.flatMap((key): [string, Answer][] => {
            const answer = answers.get(key);
            return answer === undefined ? [] : [[key, answer]];
          });
          const { overall } = evaluate(bank, { ...before, answers: new Map([...complete, ...kept]) }, day);
          expect(isAtLeast(overall.verdict, goal)).toBe(false);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

function pathsTo(goal: Goal, bank: Catalogue, assessment: Assessment): PathsToCompliance {
  return pathsToCompliance(bank, { assessment, evaluation: evaluate(bank, assessment, day), goal });
}

function shown(answer: Answer): string {
  return answer.state === 'given' ? String(answer.value) : answer.state;
}

function spelled({ changes, open, measures }: Alternative): string {
  const told = (to: Alternative['open'][number]) => {
    if (to.kind === 'one-of') return `${to.answers.map(shown).join(' or ')}`;
    return [
      ...to.including.map((group) => `with ${group.join(' or ')}`),
      ...to.excluding.map((one) => `without ${one}`),
    ].join(', ');
  };
  const changed = changes.map(
    ({ key, about, to }) => `${key} (${about}) ${to.kind === 'one-of' ? 'to ' : ''}${told(to)}`,
  );
  const hoped = open.map((to) => `${to.key}? ${told(to)}`);
  return [...changed, ...hoped].join(', ') + (measures.length > 0 ? `: ${measures.join(', ')}` : '');
}

type Values = Readonly<Record<string, string | readonly string[]>>;

function pathsIn(bank: Catalogue, goal: Goal, values: Values): PathsToCompliance {
  return pathsTo(goal, bank, assessmentWith(values));
}

function assessmentWith(values: Values): Assessment {
  const answers = new Map(Object.entries(values).map(([key, value]): [string, Answer] => [key, given(value)]));
  return { ...emptyAssessment, answers };
}

/** What is tried: every way to answer what is open, with every way to answer what can be changed. */
interface Trying {
  readonly bank: Catalogue;
  readonly assessment: Assessment;
  readonly completions: readonly Assessment[];
  readonly open: readonly string[];
  readonly changeable: readonly string[];
  readonly options: ReadonlyMap<string, readonly Answer[]>;
}

/** A world in which so few answers are open, or can be changed, that all can be tried; with the keys of the latter. */
function fewToChange(world: World, coins: Iterator<boolean>): Trying {
  const ways = waysToComplete(withEveryPaper(world), day, 12);
  let trials = ways.completions.length;
  const changeable = new Set<string>();
  for (const id of ways.bank.questions.keys()) {
    const keys = [...possible.keys()].filter((key) => questionOfKey(key) === id && !ways.open.includes(key));
    const times = keys.reduce((product, key) => product * (possible.get(key)?.length ?? 1), 1);
    if (isOnScope(id, ways.bank, ways.assessment) || trials * times > mostTrials || coins.next().value) continue;
    trials *= times;
    changeable.add(id);
  }
  const questions = new Map(
    [...ways.bank.questions].map(([id, question]) => [id, { ...question, fixed: !changeable.has(id) }]),
  );
  const answered = [...possible.keys()].filter((key) => !ways.open.includes(key));
  return {
    ...ways,
    bank: { ...ways.bank, questions },
    changeable: answered.filter((key) => changeable.has(questionOfKey(key))),
    options: possible,
  };
}

const names = ['k', 'l', 'm', 'n', 'o'];
const few = ['a', 'b', 'c'].map((value) => given(value));

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
      names.map((name, index) => choice(name, ['a', 'b', 'c'], { about: index < 2 ? 'product' : 'organisation' })),
      [questionnaire('paper', rules, { questions: names })],
    );
    const answers = new Map(names.flatMap((name) => few.slice(0, 1).map((answer) => [name, answer] as const)));
    const assessment = { ...emptyAssessment, answers };
    const options = new Map(names.map((name) => [name, few]));
    return { bank, assessment, completions: [assessment], open: [], changeable: names, options };
  });
}

function isOnScope(key: string, bank: Catalogue, assessment: Assessment): boolean {
  return scopeQuestions(bank, assessment, evaluate(bank, assessment, day)).has(questionOfKey(key));
}

function compareWithAll(trying: Trying, goal: Goal): void {
  const { bank, assessment } = trying;
  const found = pathsTo(goal, bank, assessment);
  const sets = changesOf(found).map((some) => some.map(({ key }) => key));
  const expected = reachingByTrying(trying, goal);
  expect(asText(found.count === 0 ? [] : sets)).toEqual(asText(expected));
  expect(found.count).toBe(expected.length);
  for (const { alternatives } of found.parts) {
    const sizes = alternatives.map(({ changes }) => changes.length);
    expect(sizes).toEqual(sizes.toSorted((one, other) => one - other));
    expect(alternatives.every(({ changes, open }) => changes.length > 0 || open.length > 0)).toBe(true);
    const ids = [...bank.questions.keys()];
    for (const { changes } of alternatives) {
      const places = changes.map(({ key }) => ids.indexOf(questionOfKey(key)));
      expect(places).toEqual(places.toSorted((one, other) => one - other));
    }
  }
  const isReached = isAtLeast(evaluate(bank, assessment, day).overall.verdict, goal);
  expect(reachesOf(expected, bank, isReached)).toContain(found.reach);
  expect(found.obstacles.length > 0).toBe(found.reach === 'other-product' || found.reach === 'other-use');
}

function reachesOf(sets: readonly (readonly string[])[], bank: Catalogue, isReached: boolean): readonly Reach[] {
  const isProduct = (key: string) => bank.questions.get(questionOfKey(key))?.about === 'product';
  if (isReached) return ['reached'];
  // Whether another messenger would help is not tried.
  if (sets.length === 0) return ['other-product', 'other-use'];
  if (sets.every((keys) => keys.some(isProduct))) return ['other-product'];
  return sets.some((keys) => keys.length === 0) ? ['as-it-is'] : ['with-changes'];
}

/**
 * All minimal sets of keys a change of which reaches the goal in some way to answer what is open, whatever is answered to
 * what is open on whom the papers bind.
 */
function reachingByTrying(trying: Trying, goal: Goal): readonly (readonly string[])[] {
  const { bank, assessment, completions, open, changeable, options } = trying;
  const hoped = open.filter((key) => !isOnScope(key, bank, assessment));
  const numbers = new Map<Answer | undefined, number>();
  const numberOf = (answer: Answer | undefined) => {
    if (!numbers.has(answer)) numbers.set(answer, numbers.size);
    return numbers.get(answer);
  };
  const nameOf = (answers: Answers) => [...hoped, ...changeable].map((key) => numberOf(answers.get(key))).join();
  const all = changeable.reduce<readonly Answers[]>(
    (some, key) => some.flatMap((one) => (options.get(key) ?? []).map((answer) => new Map(one).set(key, answer))),
    completions.map(({ answers }) => answers),
  );
  const reaches = (answers: Answers) =>
    isAtLeast(evaluate(bank, { ...assessment, answers }, day).overall.verdict, goal);
  const failing = new Set(all.filter((answers) => !reaches(answers)).map(nameOf));
  const isChanged = (answers: Answers, key: string) => answers.get(key) !== assessment.answers.get(key);
  const reaching = all
    .filter((answers) => !failing.has(nameOf(answers)))
    .map((answers) => changeable.filter((key) => isChanged(answers, key)));
  const distinct = [...new Map(reaching.map((keys) => [keys.join(' '), keys])).values()];
  return distinct.filter((set) => !distinct.some((one) => one !== set && one.every((key) => set.includes(key))));
}

/** Every way of each part with every way of the others. */
function changesOf({ parts }: PathsToCompliance) {
  return parts.reduce<readonly Alternative['changes'][]>(
    (all, { alternatives }) => all.flatMap((one) => alternatives.map(({ changes }) => [...one, ...changes])),
    [[]],
  );
}

/** The first alternative of each part, and each other alternative with the first of the other parts. */
function sampleOf({ parts, count }: PathsToCompliance): readonly (readonly Alternative[])[] {
  if (count === 0) return [];
  const first = parts.flatMap(({ alternatives }) => alternatives.slice(0, 1));
  const others = parts.flatMap(({ alternatives }, at) => alternatives.slice(1).map((one) => first.with(at, one)));
  return [first, ...others];
}

/** What the answers become: with the first of everything proposed, and with each other proposal in place of its first. */
function outcomesOf(picked: readonly Alternative[], answers: Answers): readonly Answers[] {
  const proposals = picked.flatMap(({ changes, open }) => [...changes.map(({ to }) => to), ...open]);
  const first: Answers = new Map([
    ...answers,
    ...proposals.map((to) => [to.key, exampleOf(to, answers.get(to.key))] as const),
  ]);
  const others = proposals.flatMap((to) =>
    to.kind === 'one-of' ? to.answers.slice(1).map((answer) => new Map(first).set(to.key, answer)) : [],
  );
  return [first, ...others];
}

/** The worst verdict for each way to answer what is open on whom the papers bind. */
function completionsOnScope(bank: Catalogue, assessment: Assessment) {
  const { answers } = evaluate(bank, assessment, day);
  const open = [...possible.keys()].filter((key) => isOpen(answers.get(key)) && isOnScope(key, bank, assessment));
  const all = open.reduce<readonly Answers[]>(
    (some, key) => some.flatMap((one) => (possible.get(key) ?? []).map((answer) => new Map(one).set(key, answer))),
    [assessment.answers],
  );
  return all
    .slice(0, 200)
    .map((one) => verdictInterval(bank, evaluate(bank, { ...assessment, answers: one }, day)).worst);
}

function asText(sets: readonly (readonly string[])[]): readonly string[] {
  return sets.map((set) => [...set].sort().join(' ')).sort();
}
