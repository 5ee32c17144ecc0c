import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAssessment, readCatalogue } from '../../src/commands/inputs.ts';
import { type Answer, type Answers, questionOfKey } from '../../src/domain/answer.ts';
import type { Assessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { type Goal, isAtLeast, scopeQuestions } from '../../src/evaluate/demands.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { type Alternative, type PathsToCompliance, pathsToCompliance } from '../../src/evaluate/paths-to-compliance.ts';
import { processIo } from '../../src/io.ts';
import { everyWayToAnswer, type SmallWorld, smallWorlds } from '../support/any-small-world.ts';
import { catalogue, choice, choices, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const day = '2026-11-23';
const goals: readonly Goal[] = ['conditional', 'permissible'];

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
    expect(paths).toMatchObject({ isReached: true, isReachable: true, parts: [], count: 1, obstacles: [] });
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
    expect(paths).toMatchObject({ isReached: false, isReachable: true, count: 2, isComplete: true });
    expect(paths.parts.map(({ requirements, alternatives }) => [requirements, alternatives.map(spelled)])).toEqual([
      [['R-RULES'], ['rules (organisation) to yes or drafted: R-RULES']],
      // Bots are switched off, and nothing else is, or they get a basis.
      [['R-BASIS'], ['functions (operation) to [text]: R-BASIS', 'basis@bots (organisation) to yes: R-BASIS']],
    ]);
  });

  test('ask more for the better verdict, and name what is open and must turn out well', () => {
    const paths = pathsIn(bank, 'permissible', { sector: 'firm', rules: 'yes', functions: [] });
    expect(paths.parts.map(({ alternatives }) => alternatives.map(spelled))).toEqual([['training? yes']]);
  });

  test('do not lead through another sector; without another product, the facts that stand against it are named', () => {
    const paths = pathsIn(bank, 'conditional', { sector: 'town', encryption: 'no', rules: 'yes', functions: [] });
    expect(paths).toMatchObject({ isReachable: false, count: 1 });
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
    expect(pathsIn(onlyFirms, 'conditional', { sector: 'town' })).toMatchObject({
      isReachable: false,
      count: 0,
      parts: [{ requirements: ['R'], alternatives: [] }],
      obstacles: [{ requirements: ['R'], facts: ['sector'] }],
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

  test('are said to be incomplete where the search gives up', () => {
    const answers = assessmentWith({ sector: 'firm', rules: 'no', functions: ['bots'], 'basis@bots': 'no' });
    const paths = pathsToCompliance(bank, { assessment: answers, date: day, goal: 'permissible' }, 3);
    expect(paths.isComplete).toBe(false);
    expect(paths.isReachable).not.toBe(true);
  });
});

function spelled({ changes, open, measures }: Alternative): string {
  const shown = (answer: Answer) => {
    if (answer.state !== 'given') return answer.state;
    return typeof answer.value === 'object' ? `[${answer.value.join(', ')}]` : String(answer.value);
  };
  const changed = changes.map(({ key, about, to }) => `${key} (${about}) to ${to.map(shown).join(' or ')}`);
  const hoped = open.map(({ key, to }) => `${key}? ${to.map(shown).join(' or ')}`);
  return [...changed, ...hoped].join(', ') + (measures.length > 0 ? `: ${measures.join(', ')}` : '');
}

type Values = Readonly<Record<string, string | readonly string[]>>;

function pathsIn(bank: Catalogue, goal: Goal, values: Values): PathsToCompliance {
  return pathsToCompliance(bank, { assessment: assessmentWith(values), date: day, goal });
}

function assessmentWith(values: Values): Assessment {
  const given = Object.entries(values).map(([key, value]) => [key, { state: 'given', value, evidence: [] }] as const);
  const nothing = { subject: {}, measures: new Map(), equivalents: [], exceptions: [] };
  return { ...nothing, questionnaires: new Map(), answers: new Map(given) };
}

describe('on any small catalogue', () => {
  test('the smallest sets of changes are those that trying every answer finds', () => {
    fc.assert(fc.property(smallWorlds(), fc.constantFrom(...goals), compareWithAll), { numRuns: 300 });
  });

  test('so they are where papers bind some, and where most is answered', () => {
    const worlds = smallWorlds({ hasBinding: true, open: 1 });
    fc.assert(fc.property(worlds, fc.constantFrom(...goals), compareWithAll), { numRuns: 300 });
  });

  test('every proposal keeps its promise, whatever of it is picked and whomever the papers turn out to bind', () => {
    const worlds = smallWorlds({ hasBinding: true });
    fc.assert(
      fc.property(worlds, fc.constantFrom(...goals), ({ bank, assessment }, goal) => {
        const paths = pathsToCompliance(bank, { assessment, date: day, goal });
        for (const picked of combinationsOf(paths)) {
          for (const answers of outcomesOf(picked, assessment.answers)) {
            const { overall, findings } = evaluate(bank, { ...assessment, answers }, day);
            if (findings.length > 0 && overall.basis !== 'unclear-binding') {
              expect(isAtLeast(overall.verdict, goal)).toBe(true);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

const everyWay = everyWayToAnswer();

function compareWithAll({ bank, assessment }: SmallWorld, goal: Goal): void {
  const evaluation = evaluate(bank, assessment, day);
  const frozen = new Set(['who', ...scopeQuestions(bank, assessment, evaluation)]);
  const scope = [...scopeQuestions(bank, assessment, evaluation)];
  fc.pre(scope.every((key) => assessment.answers.has(key)));
  const paths = pathsToCompliance(bank, { assessment, date: day, goal });
  const found = combinationsOf(paths).map((picked) => picked.flatMap(({ changes }) => changes.map(({ key }) => key)));
  const { sets, isReachable } = bySearchingAll({ bank, assessment }, goal, frozen);
  expect(asText(found)).toEqual(asText(sets));
  expect(paths).toMatchObject({ isComplete: true, count: sets.length, isReachable });
  expect(paths.obstacles.length > 0).toBe(!isReachable && evaluation.findings.length > 0);
}

/** The inclusion-minimal sets of changes, by evaluating every way to answer everything. */
function bySearchingAll({ bank, assessment }: SmallWorld, goal: Goal, frozen: ReadonlySet<string>) {
  const { answers } = assessment;
  const reaching = new Map<string, readonly string[]>();
  for (const complete of everyWay) {
    const changed = [...answers.keys()].filter((key) => !isSame(answers.get(key), complete.get(key)));
    if (changed.some((key) => frozen.has(key)) || reaching.has(changed.join())) continue;
    const { overall } = evaluate(bank, { ...assessment, answers: complete }, day);
    if (isAtLeast(overall.verdict, goal)) reaching.set(changed.join(), changed);
  }
  const all = [...reaching.values()];
  const sets = all.filter((one) => !all.some((less) => less !== one && less.every((key) => one.includes(key))));
  const isProduct = (key: string) => bank.questions.get(questionOfKey(key))?.about === 'product';
  return { sets, isReachable: all.some((keys) => !keys.some(isProduct)) };
}

function isSame(one: Answer | undefined, other: Answer | undefined): boolean {
  const text = (answer: Answer | undefined) => JSON.stringify(answer?.state === 'given' ? answer.value : answer?.state);
  return text(one) === text(other);
}

function asText(sets: readonly (readonly string[])[]): readonly string[] {
  return sets.map((keys) => keys.toSorted().join(' + ')).toSorted();
}

/** Every way to pick one alternative of each part. */
function combinationsOf({ parts, count }: PathsToCompliance): readonly (readonly Alternative[])[] {
  if (count === 0) return [];
  return parts.reduce<readonly (readonly Alternative[])[]>(
    (all, { alternatives }) => all.flatMap((one) => alternatives.map((alternative) => [...one, alternative])),
    [[]],
  );
}

/** What the answers become: with the first of everything proposed, and with each other proposal in place of its first. */
function outcomesOf(picked: readonly Alternative[], answers: Answers): readonly Answers[] {
  const proposals = picked.flatMap(({ changes, open }) => [...changes, ...open]);
  const first: Answers = new Map([
    ...answers,
    ...proposals.flatMap(({ key, to: [answer] }) => (answer ? [[key, answer] as const] : [])),
  ]);
  return [first, ...proposals.flatMap(({ key, to }) => to.slice(1).map((answer) => new Map(first).set(key, answer)))];
}

const folder = path.join(import.meta.dirname, '../../questionnaires/examples');
const houseRules = path.join(folder, 'hausregeln-klinikum');
const examples = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const shipped: Catalogue = await readCatalogue(
  { language: 'de', questionnaires: [houseRules], date: day, quiet: true },
  processIo,
);

test('no path changes who uses which messenger', () => {
  const fixed = [...shipped.questions.values()].filter((question) => question.fixed).map(({ id }) => id);
  expect(fixed).toEqual(['sector', 'state', 'messenger', 'service-type']);
});

describe.each(examples)('in %s', (file) => {
  test.each(goals)('what is proposed for "%s" leads there, and nothing of it can be left out', async (goal) => {
    const { assessment } = await readAssessment(
      path.join(folder, file),
      { catalogue: shipped, language: 'de' },
      processIo,
    );
    const paths = pathsToCompliance(shipped, { assessment, date: day, goal });
    expect(paths.isComplete).toBe(true);
    for (const picked of sampleOf(paths)) expectPromise(picked, { assessment, goal });
  });
});

/** The first alternative of each part, and each other alternative with the first of the other parts. */
function sampleOf({ parts }: PathsToCompliance): readonly (readonly Alternative[])[] {
  if (parts.some(({ alternatives }) => alternatives.length === 0)) return [];
  const first = parts.flatMap(({ alternatives }) => alternatives.slice(0, 1));
  const others = parts.flatMap(({ alternatives }, at) => alternatives.slice(1).map((one) => first.with(at, one)));
  return [first, ...others];
}

function expectPromise(
  picked: readonly Alternative[],
  { assessment, goal }: { readonly assessment: Assessment; readonly goal: Goal },
): void {
  const reaches = (answers: Answers) =>
    isAtLeast(evaluate(shipped, { ...assessment, answers }, day).overall.verdict, goal);
  const [answers = assessment.answers] = outcomesOf(picked, assessment.answers);
  expect(reaches(answers)).toBe(true);
  for (const { key, from } of picked.flatMap(({ changes }) => changes)) {
    expect(reaches(new Map(answers).set(key, from)), `without changing ${key}`).toBe(false);
  }
}
