import fc from 'fast-check';
import { type Answer, type Answers, type AnswerValue, answerKey, answerOn } from '../../src/domain/answer.ts';
import { type Assessment, emptyAssessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Condition, Test } from '../../src/domain/condition.ts';
import { choicesOf, type Question } from '../../src/domain/question.ts';
import { type Level, levels, type Requirement } from '../../src/domain/requirement.ts';
import { certainties } from '../../src/domain/source.ts';
import { catalogue, choice, choices, free, questionnaire, requirement } from './small-catalogue.ts';

/* Catalogues whose questions are always the same; what is random is how they are read. */

const functions = choices('functions', ['text', 'calls'], { about: 'operation' });
const general = [
  choice('pair', ['a', 'b']),
  choice('triple', ['a', 'b', 'c'], { allowsNotApplicable: true, about: 'product' }),
  choices('list', ['x', 'y'], { allowsNotApplicable: true }),
  { ...free('number', 'number'), about: 'product' as const },
  free('date', 'date'),
  functions,
];
const perFunction = [
  choice('basis', ['a', 'b'], { each: 'functions' }),
  choice('detail', ['a', 'b'], { each: 'functions', allowsNotApplicable: true }),
];
const days = ['2025-12-31', '2026-01-01', '2026-01-02'];

export interface World {
  readonly bank: Catalogue;
  /** An answer to every question. */
  readonly complete: Answers;
  /** Some of them known; the others absent, unknown or expired. */
  readonly before: Assessment;
  /** The same with more of them known. */
  readonly after: Assessment;
}

export interface Shape {
  /** Fewest parts of "all" and "any": none makes them constant. */
  readonly partsAtLeast: number;
  /** Whether papers may extend one another, and single requirements bind fewer than their paper. */
  readonly isEntangled?: boolean;
}

export function worlds(shape: Shape = { partsAtLeast: 0 }): fc.Arbitrary<World> {
  return fc
    .record({ bank: catalogues(shape), complete: completeAnswers(), fates: fates(), records: recordsOfAssessor() })
    .map(({ bank, complete, fates: all, records }) => {
      const stored = (moment: 'before' | 'after') =>
        new Map([...complete].flatMap(([key, answer]) => all[key]?.[moment](key, answer) ?? []));
      return {
        bank,
        complete,
        before: { ...emptyAssessment, ...records, answers: stored('before') },
        after: { ...emptyAssessment, ...records, answers: stored('after') },
      };
    });
}

function catalogues(shape: Shape): fc.Arbitrary<Catalogue> {
  const paper = fc.record({
    requirements: fc.array(requirements(shape), { minLength: 1, maxLength: 3 }),
    binds: fc.option(conditions(general, shape)),
    offeredWhen: fc.option(conditions(general, shape)),
    raised: shape.isEntangled
      ? fc.option(fc.dictionary(fc.constantFrom('R-0-0', 'R-0-1'), levelsAboveNone()))
      : never(),
  });
  return fc
    .record({ questions: questionBanks(shape), papers: fc.array(paper, { minLength: 1, maxLength: 3 }) })
    .map(({ questions, papers }) =>
      catalogue(
        questions,
        papers.map(({ requirements: rules, binds, offeredWhen, raised }, index) =>
          questionnaire(
            `paper-${index}`,
            rules.map((rule, position) => ({ ...rule, id: `R-${index}-${position}` })),
            {
              questions: questions.map(({ id }) => id),
              ...(binds && { binds }),
              ...(offeredWhen && { offeredWhen }),
              ...(raised && index > 0 && { extends: { base: 'paper-0', raised: new Map(Object.entries(raised)) } }),
            },
          ),
        ),
      ),
    );
}

function never(): fc.Arbitrary<null> {
  return fc.constant(null);
}

function levelsAboveNone(): fc.Arbitrary<Level> {
  return fc.constantFrom<Level>('must', 'should');
}

/** Each question may be asked on a condition that reads those before it. */
function questionBanks(shape: Shape): fc.Arbitrary<readonly Question[]> {
  const ordered = [...general, ...perFunction];
  const gated = ordered.map((question, index) => {
    const earlier = ordered.slice(0, index).filter((one) => isReadable(one, question.each));
    if (earlier.length === 0) return fc.constant(question);
    return fc
      .option(conditions(earlier, shape))
      .map((askWhen) => (askWhen === null ? question : { ...question, askWhen }));
  });
  return fc.tuple(...gated);
}

function isReadable(question: Question, each: string | undefined): boolean {
  return question.each === undefined || question.each === each;
}

function requirements(shape: Shape): fc.Arbitrary<Requirement> {
  return fc.boolean().chain((isEach) => {
    const readable = isEach ? [...general, ...perFunction] : general;
    return fc
      .record({
        level: fc.constantFrom(...levels),
        checked: fc.constantFrom(...certainties),
        appliesWhen: fc.option(conditions(readable, shape)),
        fulfilledWhen: conditions(readable, shape),
        partialWhen: fc.option(conditions(readable, shape)),
        binds: shape.isEntangled ? fc.option(conditions(general, shape), { freq: 3 }) : never(),
      })
      .map(({ level, checked, appliesWhen, fulfilledWhen, partialWhen, binds }) =>
        requirement('R', fulfilledWhen, {
          level,
          checked,
          ...(isEach && { each: 'functions' }),
          ...(appliesWhen && { appliesWhen }),
          ...(partialWhen && { partialWhen }),
          ...(binds && { binds }),
        }),
      );
  });
}

function conditions(readable: readonly Question[], shape: Shape, depth = 2): fc.Arbitrary<Condition> {
  const leaf = fc.oneof(
    ...readable.map((question) =>
      testsOf(question).map((kind): Condition => ({ op: 'answer', question: question.id, test: kind })),
    ),
  );
  if (depth === 0) return leaf;
  const part = conditions(readable, shape, depth - 1);
  const parts = fc.array(part, { minLength: shape.partsAtLeast, maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 1, arbitrary: parts.map((of): Condition => ({ op: 'all', of })) },
    { weight: 1, arbitrary: parts.map((of): Condition => ({ op: 'any', of })) },
    { weight: 1, arbitrary: part.map((of): Condition => ({ op: 'not', of })) },
  );
}

function testsOf(question: Question): fc.Arbitrary<Test> {
  const ids = choicesOf(question).map(({ id }) => id);
  switch (question.kind) {
    case 'choice':
      return fc
        .subarray(question.allowsNotApplicable ? [...ids, 'not-applicable'] : ids, { minLength: 1 })
        .map((values) => ({ kind: 'is', values }));
    case 'choices':
      return fc.record({
        kind: fc.constantFrom('includes' as const, 'excludes' as const),
        values: fc.subarray(ids, { minLength: 1 }),
      });
    case 'number':
      return fc.record({ kind: fc.constantFrom('atLeast' as const, 'atMost' as const), value: fc.nat({ max: 2 }) });
    default:
      return fc.record({
        kind: fc.constantFrom('before' as const, 'after' as const),
        value: fc.constantFrom(...days),
      });
  }
}

/** Every answer a question accepts. */
function answersTo(question: Question): readonly Answer[] {
  const ids = choicesOf(question).map(({ id }) => id);
  const valuesOf: Readonly<Record<Question['kind'], readonly AnswerValue[]>> = {
    choice: ids,
    choices: [[], ids.slice(0, 1), ids.slice(1), ids],
    number: [-1, 0, 0.5, 1, 1.5, 2, 3],
    date: ['2025-12-30', ...days, '2026-01-03'],
    text: [],
  };
  const values = valuesOf[question.kind].map((value): Answer => ({ state: 'given', value, evidence: [] }));
  if (!question.allowsNotApplicable) return values;
  return [...values, { state: 'not-applicable', reason: 'no such thing', evidence: [] }];
}

export const possible: ReadonlyMap<string, readonly Answer[]> = new Map([
  ...general.map((question) => [question.id, answersTo(question)] as const),
  ...perFunction.flatMap((question) =>
    choicesOf(functions).map(({ id }) => [answerKey(question.id, id), answersTo(question)] as const),
  ),
]);

function completeAnswers(): fc.Arbitrary<Answers> {
  const entries = [...possible].map(([key, answers]) => fc.constantFrom(...answers).map((one) => [key, one] as const));
  return fc.tuple(...entries).map((all) => new Map(all));
}

/** What becomes of one answer: what is stored of it before, and what after. */
type Fate = Readonly<
  Record<'before' | 'after', (key: string, answer: Answer) => readonly (readonly [string, Answer])[]>
>;

const known: Fate['before'] = (key, answer) => [[key, answer]];
const absent: Fate['before'] = () => [];
const unknown: Fate['before'] = (key) => [[key, { state: 'unknown', reason: 'not-known-yet', evidence: [] }]];
const expired: Fate['before'] = (key, answer) => [
  [key, { ...answer, evidence: [{ text: 'old certificate', validUntil: '2026-11-22' }] }],
];

function fates(): fc.Arbitrary<Readonly<Record<string, Fate>>> {
  const open = fc.constantFrom(absent, unknown, expired);
  const fate: fc.Arbitrary<Fate> = fc.oneof(
    { weight: 5, arbitrary: fc.constant({ before: known, after: known }) },
    { weight: 2, arbitrary: open.map((before) => ({ before, after: known })) },
    { weight: 1, arbitrary: open.map((before) => ({ before, after: before })) },
  );
  return fc.record(Object.fromEntries([...possible.keys()].map((key) => [key, fate])));
}

function recordsOfAssessor(): fc.Arbitrary<Pick<Assessment, 'equivalents' | 'exceptions'>> {
  const id = fc.constantFrom('R-0-0', 'R-0-1', 'R-1-0');
  const from = fc.constantFrom('2026-01-01', '2026-11-23', '2026-12-01');
  return fc.record({
    equivalents: fc.array(
      id.map((one) => ({ requirement: one, measure: 'other channel', evidence: 'concept' })),
      { maxLength: 1 },
    ),
    exceptions: fc.array(
      fc
        .record({ requirement: id, from })
        .map((record) => ({ ...record, until: '2026-12-31', reason: 'move', approvedBy: 'head' })),
      { maxLength: 2 },
    ),
  });
}

/** An assessment in which little enough is open to try every way to answer it, and all these ways. */
export interface Ways {
  readonly bank: Catalogue;
  readonly assessment: Assessment;
  /** The keys of what is open. */
  readonly open: readonly string[];
  /** Every assessment in which nothing is open any more. */
  readonly completions: readonly Assessment[];
}

/** A world in which answers are filled in until there are no more than so many ways to answer the rest. */
export function waysToComplete({ bank, before, complete }: World, day: string, most: number): Ways {
  const isOpen = (key: string) => {
    const answer = before.answers.get(key);
    return answer === undefined || answerOn(day, answer).state === 'unknown';
  };
  const answers = new Map(before.answers);
  const open: string[] = [];
  let completions: readonly Answers[] = [answers];
  for (const key of [...possible.keys()].filter(isOpen)) {
    const tried = possible.get(key) ?? [];
    if (completions.length * tried.length > most) {
      const answer = complete.get(key);
      if (answer !== undefined) answers.set(key, answer);
    } else {
      open.push(key);
      completions = completions.flatMap((one) => tried.map((answer) => new Map(one).set(key, answer)));
    }
  }
  const settled = (one: Answers) =>
    new Map([...answers, ...open.map((key) => [key, one.get(key)] as const)].filter(isEntry));
  return {
    bank,
    assessment: { ...before, answers },
    open,
    completions: completions.map((one) => ({ ...before, answers: settled(one) })),
  };
}

function isEntry(entry: readonly [string, Answer | undefined]): entry is readonly [string, Answer] {
  return entry[1] !== undefined;
}

/** All papers are chosen, so that none drops out. */
export function withEveryPaper(world: World): World {
  const questionnaires = new Map([...world.bank.questionnaires.keys()].map((id) => [id, '1']));
  return { ...world, before: { ...world.before, questionnaires } };
}
