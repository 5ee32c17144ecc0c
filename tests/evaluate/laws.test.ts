import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, type Answers, type AnswerValue, answerKey, answerOn } from '../../src/domain/answer.ts';
import type { Assessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Condition, Test } from '../../src/domain/condition.ts';
import type { Finding, JudgedStatus } from '../../src/domain/finding.ts';
import { choicesOf, type Question } from '../../src/domain/question.ts';
import { requirementsOf } from '../../src/domain/questionnaire.ts';
import { levels, type Requirement } from '../../src/domain/requirement.ts';
import { certainties } from '../../src/domain/source.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { type Facts, judge } from '../../src/evaluate/judge.ts';
import { catalogue, choice, choices, free, questionnaire, requirement } from '../support/small-catalogue.ts';

const day = '2026-11-23';
const numRuns = 1000;

describe('on any catalogue and any answers', () => {
  test('adding answers never changes a finding that is settled', () => {
    fc.assert(
      fc.property(worlds(), ({ bank, before, after }) => {
        const [one, two] = [evaluate(bank, before, day), evaluate(bank, after, day)];
        const later = new Map(two.findings.map((finding) => [nameOf(finding), finding.status]));
        const still = new Set(two.byQuestionnaire.map(({ questionnaire: id }) => id));
        for (const finding of one.findings.filter(isSettled)) {
          // A paper may turn out not to concern this organisation; what is left of it says nothing else.
          if (!still.has(finding.questionnaire)) continue;
          expect(`${nameOf(finding)} ${later.get(nameOf(finding))}`).toBe(`${nameOf(finding)} ${finding.status}`);
        }
      }),
      { numRuns },
    );
  });

  test('adding answers leaves a verdict that is impermissible or permissible as it is, and a conditional one no worse', () => {
    const reachable: Readonly<Record<Verdict, readonly Verdict[]>> = {
      impermissible: ['impermissible'],
      undetermined: ['impermissible', 'undetermined', 'conditional', 'permissible'],
      conditional: ['conditional', 'permissible'],
      permissible: ['permissible'],
    };
    fc.assert(
      fc.property(worlds(), ({ bank, before, after }) => {
        const [one, two] = [evaluate(bank, before, day), evaluate(bank, after, day)];
        const earlier = new Map(one.byQuestionnaire.map(({ questionnaire: id, verdict }) => [id, verdict]));
        for (const { questionnaire: id, verdict } of two.byQuestionnaire) {
          expect(reachable[earlier.get(id) ?? 'undetermined']).toContain(verdict);
        }
      }),
      { numRuns },
    );
  });

  test('adding answers leaves a verdict over all that is impermissible as it is', () => {
    fc.assert(
      fc.property(worlds(), ({ bank, before, after }) => {
        fc.pre(evaluate(bank, before, day).overall.verdict === 'impermissible');
        expect(evaluate(bank, after, day).overall.verdict).toBe('impermissible');
      }),
      { numRuns: 300 },
    );
  });

  test('a settled finding holds for every way to fill in what is open, judged by plain yes and no', () => {
    fc.assert(
      fc.property(worlds(), ({ bank, before }) => {
        const { findings, answers } = evaluate(bank, before, day);
        const settled = findings.filter(isSettled);
        for (const complete of completionsOf(answers)) {
          const plain = new Map(plainFindings(bank, complete).map(({ name, status }) => [name, status]));
          for (const finding of settled) expect(plain.get(nameOf(finding))).toBe(finding.judged);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('once every question is answered, every finding is what plain yes and no make it', () => {
    fc.assert(
      fc.property(worlds(), ({ bank, complete }) => {
        const { findings } = evaluate(bank, { ...nothing, answers: complete }, day);
        const offered = plainFindings(bank, complete).filter(({ isOffered }) => isOffered);
        expect(findings.map((finding) => `${nameOf(finding)} ${finding.judged}`)).toEqual(
          offered.map(({ name, status }) => `${name} ${status}`),
        );
      }),
      { numRuns },
    );
  });

  test('the answers a settled finding names suffice, given those by which it applies and its questions are asked', () => {
    fc.assert(
      fc.property(worlds(), ({ bank, before }) => {
        const { findings, answers } = evaluate(bank, before, day);
        for (const finding of findings.filter(isSettled)) {
          const kept = withGates(finding, { questions: bank.questions, answers });
          const alone = new Map([...before.answers].filter(([key]) => kept.has(key)));
          const again = evaluate(bank, { ...before, answers: alone }, day).findings;
          expect(again.map((one) => `${nameOf(one)} ${one.status}`)).toContain(`${nameOf(finding)} ${finding.status}`);
        }
      }),
      { numRuns },
    );
  });

  test('an open finding names answers, and all of them are missing', () => {
    fc.assert(
      fc.property(worlds(), ({ bank, before }) => {
        const { findings, answers } = evaluate(bank, before, day);
        for (const { because } of findings.filter((finding) => !isSettled(finding))) {
          expect(because.length).toBeGreaterThan(0);
          for (const key of because) expect(answers.get(key)?.state ?? 'unknown').toBe('unknown');
        }
      }),
      { numRuns },
    );
  });

  test('"unknown" comes to the same as no answer', () => {
    fc.assert(
      fc.property(worlds(), ({ bank, before }) => {
        const known = [...before.answers].filter(([, answer]) => answerOn(day, answer).state !== 'unknown');
        const without = evaluate(bank, { ...before, answers: new Map(known) }, day);
        const { findings, byQuestionnaire, overall } = evaluate(bank, before, day);
        expect({ findings, byQuestionnaire, overall }).toEqual({
          findings: without.findings,
          byQuestionnaire: without.byQuestionnaire,
          overall: without.overall,
        });
      }),
      { numRuns },
    );
  });

  test('an answer to a question that is not asked is never used', () => {
    fc.assert(
      fc.property(worlds(), ({ bank, before }) => {
        const { findings, agenda } = evaluate(bank, before, day);
        const unasked = agenda.flatMap(({ items }) => items.filter(({ asked }) => asked === 'false'));
        const answers = new Map(before.answers);
        for (const { key } of unasked) answers.delete(key);
        expect(evaluate(bank, { ...before, answers }, day).findings).toEqual(findings);
      }),
      { numRuns },
    );
  });

  test('without any answer every finding is open', () => {
    fc.assert(
      fc.property(worlds({ partsAtLeast: 1 }), ({ bank }) => {
        const { findings } = evaluate(bank, nothing, day);
        expect(findings.length).toBeGreaterThan(0);
        expect(new Set(findings.map(({ status }) => status))).toEqual(new Set(['open']));
      }),
      { numRuns },
    );
  });

  test('the same input gives the same result and is left as it was', () => {
    fc.assert(
      fc.property(worlds(), ({ bank, before }) => {
        const copies = structuredClone({ bank, before });
        const first = evaluate(bank, before, day);
        expect(evaluate(bank, before, day)).toEqual(first);
        expect(evaluate(copies.bank, copies.before, day)).toEqual(first);
        expect({ bank, before }).toEqual(copies);
      }),
      { numRuns: 200 },
    );
  });
});

function isSettled({ judged }: Finding): boolean {
  return judged !== 'open';
}

function nameOf({ requirement: { id }, item }: Pick<Finding, 'requirement' | 'item'>): string {
  return item === undefined ? id : `${id} ${item}`;
}

/** The answers of a finding with those by which it applies, is judged for its choice, and its questions are asked. */
function withGates({ requirement: rule, item, because }: Finding, facts: Omit<Facts, 'item'>): ReadonlySet<string> {
  const forItem: Facts = item === undefined ? facts : { ...facts, item };
  const kept = new Set<string>();
  const applies = rule.appliesWhen === undefined ? [] : judge(rule.appliesWhen, forItem).because;
  const queue = [...because, ...applies, ...(rule.each === undefined ? [] : [rule.each])];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (kept.has(key)) continue;
    kept.add(key);
    const askWhen = facts.questions.get(key.split('@', 1)[0] ?? '')?.askWhen;
    if (askWhen !== undefined) queue.push(...judge(askWhen, forItem).because);
  }
  return kept;
}

/* What follows draws catalogues: the questions are always the same, what is random is how they are read. */

const functions = choices('functions', ['text', 'calls']);
const general = [
  choice('pair', ['a', 'b']),
  choice('triple', ['a', 'b', 'c'], { allowsNotApplicable: true }),
  choices('list', ['x', 'y']),
  free('number', 'number'),
  free('date', 'date'),
  functions,
];
const perFunction = [
  choice('basis', ['a', 'b'], { each: 'functions' }),
  choice('detail', ['a', 'b'], { each: 'functions', allowsNotApplicable: true }),
];
const days = ['2025-12-31', '2026-01-01', '2026-01-02'];
const nothing: Assessment = {
  subject: {},
  questionnaires: new Map(),
  answers: new Map(),
  measures: new Map(),
  equivalents: [],
  exceptions: [],
};

interface World {
  readonly bank: Catalogue;
  /** An answer to every question. */
  readonly complete: Answers;
  /** Some of them known; the others absent, unknown or expired. */
  readonly before: Assessment;
  /** The same with more of them known. */
  readonly after: Assessment;
}

interface Shape {
  /** Fewest parts of "all" and "any": none makes them constant. */
  readonly partsAtLeast: number;
}

function worlds(shape: Shape = { partsAtLeast: 0 }): fc.Arbitrary<World> {
  return fc
    .record({ bank: catalogues(shape), complete: completeAnswers(), fates: fates(), records: recordsOfAssessor() })
    .map(({ bank, complete, fates: all, records }) => {
      const stored = (moment: 'before' | 'after') =>
        new Map([...complete].flatMap(([key, answer]) => all[key]?.[moment](key, answer) ?? []));
      return {
        bank,
        complete,
        before: { ...nothing, ...records, answers: stored('before') },
        after: { ...nothing, ...records, answers: stored('after') },
      };
    });
}

function catalogues(shape: Shape): fc.Arbitrary<Catalogue> {
  const paper = fc.record({
    requirements: fc.array(requirements(shape), { minLength: 1, maxLength: 3 }),
    binds: fc.option(conditions(general, shape)),
    offeredWhen: fc.option(conditions(general, shape)),
  });
  return fc
    .record({ questions: questionBanks(shape), papers: fc.array(paper, { minLength: 1, maxLength: 3 }) })
    .map(({ questions, papers }) =>
      catalogue(
        questions,
        papers.map(({ requirements: rules, binds, offeredWhen }, index) =>
          questionnaire(
            `paper-${index}`,
            rules.map((rule, position) => ({ ...rule, id: `R-${index}-${position}` })),
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
      })
      .map(({ level, checked, appliesWhen, fulfilledWhen, partialWhen }) =>
        requirement('R', fulfilledWhen, {
          level,
          checked,
          ...(isEach && { each: 'functions' }),
          ...(appliesWhen && { appliesWhen }),
          ...(partialWhen && { partialWhen }),
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
    number: [0, 1, 2],
    date: days,
    text: [],
  };
  const values = valuesOf[question.kind].map((value): Answer => ({ state: 'given', value, evidence: [] }));
  if (!question.allowsNotApplicable) return values;
  return [...values, { state: 'not-applicable', reason: 'no such thing', evidence: [] }];
}

const possible: ReadonlyMap<string, readonly Answer[]> = new Map([
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

/** The ways to answer what is open: all of them, until there would be too many. */
function completionsOf(answers: Answers): readonly Answers[] {
  const open = [...possible].filter(([key]) => (answers.get(key)?.state ?? 'unknown') === 'unknown');
  let all: readonly Answers[] = [answers];
  for (const [key, some] of open) {
    const tried = all.length * some.length > 300 ? some.slice(0, 1) : some;
    all = all.flatMap((one) => tried.map((answer) => new Map(one).set(key, answer)));
  }
  return all;
}

/* The same rules once more, for complete answers and in plain yes and no, without a look at the program. */

type PlainReader = (question: string) => { readonly question: Question; readonly answer: Answer };

interface PlainFinding {
  readonly name: string;
  readonly status: JudgedStatus;
  /** Whether its paper concerns the organisation at all. */
  readonly isOffered: boolean;
}

function plainFindings(bank: Catalogue, complete: Answers): readonly PlainFinding[] {
  const readerFor = (item?: string): PlainReader => {
    return (id) => {
      const question = bank.questions.get(id);
      const answer = complete.get(question?.each === undefined ? id : `${id}@${item}`);
      if (question === undefined || answer === undefined) throw new Error(`nothing is known of ${id}`);
      return { question, answer };
    };
  };
  const { question: list, answer: chosen } = readerFor()('functions');
  const isAsked = list.askWhen === undefined || plainly(list.askWhen, readerFor());
  const items = isAsked && chosen.state === 'given' ? (chosen.value as readonly string[]) : [];
  return [...bank.questionnaires.values()].flatMap((paper) => {
    const isOffered = paper.offeredWhen === undefined || plainly(paper.offeredWhen, readerFor());
    return requirementsOf(paper).flatMap((rule): readonly PlainFinding[] => {
      if (rule.each === undefined) return [{ name: rule.id, status: plainStatus(rule, readerFor()), isOffered }];
      if (items.length === 0) return [{ name: rule.id, status: 'not-applicable', isOffered }];
      return items.map((item) => ({
        name: `${rule.id} ${item}`,
        status: plainStatus(rule, readerFor(item)),
        isOffered,
      }));
    });
  });
}

function plainStatus({ appliesWhen, fulfilledWhen, partialWhen }: Requirement, read: PlainReader): JudgedStatus {
  if (appliesWhen !== undefined && !plainly(appliesWhen, read)) return 'not-applicable';
  if (plainly(fulfilledWhen, read)) return 'fulfilled';
  return partialWhen !== undefined && plainly(partialWhen, read) ? 'partial' : 'violated';
}

function plainly(condition: Condition, read: PlainReader): boolean {
  switch (condition.op) {
    case 'not':
      return !plainly(condition.of, read);
    case 'all':
      return condition.of.every((part) => plainly(part, read));
    case 'any':
      return condition.of.some((part) => plainly(part, read));
    case 'answer': {
      const { question, answer } = read(condition.question);
      if (question.askWhen !== undefined && !plainly(question.askWhen, read)) return false;
      return plainlyMatches(condition.test, answer);
    }
  }
}

function plainlyMatches(asked: Test, answer: Answer): boolean {
  if (answer.state !== 'given') return 'values' in asked && asked.values.includes('not-applicable');
  const { value } = answer;
  switch (asked.kind) {
    case 'is':
      return asked.values.includes(value as string);
    case 'includes':
      return (value as readonly string[]).some((one) => asked.values.includes(one));
    case 'excludes':
      return (value as readonly string[]).every((one) => !asked.values.includes(one));
    case 'atLeast':
      return !((value as number) < asked.value);
    case 'atMost':
      return !((value as number) > asked.value);
    case 'before':
      return Date.parse(value as string) < Date.parse(asked.value);
    case 'after':
      return Date.parse(value as string) > Date.parse(asked.value);
  }
}
