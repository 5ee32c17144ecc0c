import fc from 'fast-check';
import type { Answer, Answers } from '../../src/domain/answer.ts';
import type { Assessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Condition, Test } from '../../src/domain/condition.ts';
import { choicesOf, type Question } from '../../src/domain/question.ts';
import { levels, type Requirement } from '../../src/domain/requirement.ts';
import { catalogue, choice, choices, free, questionnaire, requirement } from './small-catalogue.ts';

/* Catalogues so small that every way to answer them can be tried: what the search finds is compared with all of them. */

const functions = choices('functions', ['text', 'calls'], { about: 'operation' });
const general: readonly Question[] = [
  choice('who', ['a', 'b'], { fixed: true }),
  choice('triple', ['a', 'b', 'c'], { allowsNotApplicable: true, about: 'product' }),
  choices('list', ['x', 'y']),
  free('number', 'number'),
  functions,
];
const perFunction = choice('basis', ['a', 'b'], { each: 'functions' });

const values: Readonly<Record<string, readonly Answer[]>> = {
  who: given('a', 'b'),
  triple: [...given('a', 'b', 'c'), { state: 'not-applicable', reason: 'none', evidence: [] }],
  list: given([], ['x'], ['y'], ['x', 'y']),
  number: given(0, 1, 2, 3),
  functions: given([], ['text'], ['calls'], ['text', 'calls']),
  'basis@text': given('a', 'b'),
  'basis@calls': given('a', 'b'),
};

/** Every answer to each answer key. */
export const everyAnswer: ReadonlyMap<string, readonly Answer[]> = new Map(Object.entries(values));

function given(...all: readonly (string | number | readonly string[])[]): readonly Answer[] {
  return all.map((value) => ({ state: 'given', value, evidence: [] }));
}

export interface SmallWorld {
  readonly bank: Catalogue;
  readonly assessment: Assessment;
}

/** What may stand in the way of a plain comparison. */
export interface SmallShape {
  /** Whether it may hang on answers whom a paper binds. */
  readonly hasBinding?: boolean;
  /** How many answers out of ten are missing. */
  readonly open?: number;
}

export function smallWorlds({ hasBinding = false, open = 3 }: SmallShape = {}): fc.Arbitrary<SmallWorld> {
  return fc
    .record({ bank: smallBanks(hasBinding), answers: someAnswers(open), records: recordsOfAssessor() })
    .map(({ bank, answers, records }) => ({
      bank,
      assessment: {
        subject: {},
        questionnaires: new Map(),
        measures: new Map(),
        answers,
        ...records,
      },
    }));
}

/** Every way to answer everything. */
export function everyWayToAnswer(): readonly Answers[] {
  return [...everyAnswer].reduce<readonly Answers[]>(
    (all, [key, some]) => all.flatMap((one) => some.map((answer) => new Map(one).set(key, answer))),
    [new Map()],
  );
}

function someAnswers(open: number): fc.Arbitrary<Answers> {
  const entries = [...everyAnswer].map(([key, some]) =>
    fc.oneof(
      { weight: 10 - open, arbitrary: fc.constantFrom(...some).map((answer) => [[key, answer] as const]) },
      { weight: open, arbitrary: fc.constant([]) },
    ),
  );
  return fc.tuple(...entries).map((all) => new Map(all.flat()));
}

function smallBanks(hasBinding: boolean): fc.Arbitrary<Catalogue> {
  const scope = hasBinding ? fc.option(conditionsOn(general)) : fc.constant(null);
  const paper = fc.record({
    rules: fc.array(rules(), { minLength: 1, maxLength: 4 }),
    binds: scope,
    offeredWhen: scope,
    narrower: scope,
  });
  return fc
    .record({ questions: questionBanks(), papers: fc.array(paper, { minLength: 1, maxLength: 2 }) })
    .map(({ questions, papers }) =>
      catalogue(
        questions,
        papers.map(({ rules: all, binds, offeredWhen, narrower }, index) =>
          questionnaire(
            `paper-${index}`,
            all.map((rule, at) => ({
              ...rule,
              id: `R-${index}-${at}`,
              ...(at === 0 && narrower && { binds: narrower }),
            })),
            {
              questions: questions.map(({ id }) => id),
              ...(binds && { binds }),
              ...(offeredWhen && { offeredWhen }),
            },
          ),
        ),
      ),
    );
}

/** Each question may be asked on a condition that reads those before it. */
function questionBanks(): fc.Arbitrary<readonly Question[]> {
  const ordered = [...general, perFunction];
  const gated = ordered.map((question, index) => {
    const earlier = ordered.slice(0, index);
    if (earlier.length === 0) return fc.constant(question);
    const gate = fc.option(conditionsOn(earlier), { freq: 1 });
    return gate.map((askWhen): Question => (askWhen === null ? question : { ...question, askWhen }));
  });
  return fc.tuple(...gated);
}

function rules(): fc.Arbitrary<Requirement> {
  return fc.boolean().chain((isEach) => {
    const conditions = conditionsOn(isEach ? [...general, perFunction, perFunction] : general);
    return fc
      .record({
        level: fc.constantFrom(...levels, 'must' as const),
        appliesWhen: fc.option(conditions, { freq: 1 }),
        fulfilledWhen: conditions,
        partialWhen: fc.option(conditions, { freq: 1 }),
      })
      .map(({ level, appliesWhen, fulfilledWhen, partialWhen }) =>
        requirement('R', fulfilledWhen, {
          level,
          ...(isEach && { each: 'functions' }),
          ...(appliesWhen && { appliesWhen }),
          ...(partialWhen && { partialWhen }),
        }),
      );
  });
}

function conditionsOn(readable: readonly Question[], depth = 2): fc.Arbitrary<Condition> {
  const leaf = fc.oneof(
    ...readable.map((question) =>
      testsOn(question).map((test): Condition => ({ op: 'answer', question: question.id, test })),
    ),
  );
  if (depth === 0) return leaf;
  const part = conditionsOn(readable, depth - 1);
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 2, arbitrary: parts.map((of): Condition => ({ op: 'all', of })) },
    { weight: 2, arbitrary: parts.map((of): Condition => ({ op: 'any', of })) },
    { weight: 1, arbitrary: part.map((of): Condition => ({ op: 'not', of })) },
  );
}

function testsOn(question: Question): fc.Arbitrary<Test> {
  const ids = choicesOf(question).map(({ id }) => id);
  switch (question.kind) {
    case 'choice':
      return fc
        .subarray(question.allowsNotApplicable ? [...ids, 'not-applicable'] : ids, { minLength: 1 })
        .map((all) => ({ kind: 'is', values: all }));
    case 'choices':
      return fc.record({
        kind: fc.constantFrom('includes' as const, 'excludes' as const),
        values: fc.subarray(ids, { minLength: 1 }),
      });
    default:
      return fc.record({
        kind: fc.constantFrom('atLeast' as const, 'atMost' as const),
        value: fc.integer({ min: 1, max: 2 }),
      });
  }
}

function recordsOfAssessor(): fc.Arbitrary<Pick<Assessment, 'equivalents' | 'exceptions'>> {
  const id = fc.constantFrom('R-0-0', 'R-0-1', 'R-1-0');
  return fc.record({
    equivalents: fc.array(
      id.map((one) => ({ requirement: one, measure: 'other channel', evidence: 'concept' })),
      { maxLength: 1 },
    ),
    exceptions: fc.array(
      id.map((one) => ({
        requirement: one,
        from: '2026-01-01',
        until: '2026-12-31',
        reason: 'move',
        approvedBy: 'head',
      })),
      { maxLength: 1 },
    ),
  });
}
