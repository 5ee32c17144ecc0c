import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Proof } from '../../src/domain/answer.ts';
import { type Assessment, type Exception, emptyAssessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Condition } from '../../src/domain/condition.ts';
import { type Attribution, type Cause, interacts, isByDateOnly, type Situation } from '../../src/domain/difference.ts';
import type { Evaluation } from '../../src/domain/evaluation.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Question } from '../../src/domain/question.ts';
import type { Questionnaire } from '../../src/domain/questionnaire.ts';
import type { Requirement } from '../../src/domain/requirement.ts';
import { diff } from '../../src/evaluate/diff.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { replayOf } from '../../src/evaluate/replay.ts';
import { worlds as randomWorlds } from '../support/random-worlds.ts';
import { enough, runs } from '../support/runs.ts';
import { catalogue, choice, choices, given, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const [oldDay, newDay] = ['2026-01-01', '2027-01-01'];

/** One questionnaire with one requirement, fulfilled while both answers are yes. */
const both: Condition = { op: 'all', of: [is('a', 'yes'), is('b', 'yes')] };
const bank = catalogue([choice('a'), choice('b')], [questionnaire('paper', [requirement('R-1', both)])]);

function situation(answers: Readonly<Record<string, Answer>>, more: Partial<Assessment> = {}): Situation {
  return {
    catalogue: bank,
    assessment: { ...emptyAssessment, answers: new Map(Object.entries(answers)), ...more },
    date: oldDay,
  };
}

const yes = given('yes');
const no = given('no');

describe('diff', () => {
  test('finds no change between a file and itself', () => {
    const same = situation({ a: yes, b: no });
    expect(diff(same, same)).toMatchObject({ causes: [], verdicts: [], findings: [] });
  });

  test('lays a change to the one answer that brings it', () => {
    const { findings, verdicts } = diff(situation({ a: yes, b: no }), situation({ a: yes, b: yes }));
    const cause = { kind: 'answer', key: 'b', from: no, to: yes };
    expect(findings.map(({ attribution }) => attribution.minimal)).toEqual([[[cause]]]);
    expect(findings.map(({ attribution }) => interacts(attribution))).toEqual([false]);
    expect(verdicts.map(({ before, after }) => [before, after])).toEqual([
      ['impermissible', 'permissible'],
      ['impermissible', 'permissible'],
    ]);
  });

  test('says that two answers interact where neither alone suffices', () => {
    const [change] = diff(situation({ a: no, b: no }), situation({ a: yes, b: yes })).findings;
    expect(setsOf(change?.attribution)).toEqual(['answer a + answer b']);
    expect(change && interacts(change.attribution)).toBe(true);
  });

  test('says that two answers interact where each alone suffices', () => {
    const [change] = diff(situation({ a: yes, b: yes }), situation({ a: no, b: no })).findings;
    expect(setsOf(change?.attribution)).toEqual(['answer a', 'answer b']);
    expect(change && interacts(change.attribution)).toBe(true);
  });

  test('names a cause that alone would have brought a third status', () => {
    const unknown: Answer = { state: 'unknown', reason: 'not-known-yet', evidence: [] };
    const [change] = diff(situation({ a: yes, b: yes }), situation({ a: unknown, b: no })).findings;
    expect(setsOf(change?.attribution)).toEqual(['answer b']);
    expect(change?.attribution.astray.map(({ cause, becomes }) => [nameOf(cause), becomes])).toEqual([
      ['answer a', 'open'],
    ]);
    expect(change && interacts(change.attribution)).toBe(true);
  });

  test('names the causes that take away again what another brings', () => {
    const undoable: Condition = {
      op: 'all',
      of: [is('a', 'yes'), { op: 'any', of: [is('b', 'yes'), is('c', 'yes')] }],
    };
    const three = catalogue(
      [choice('a'), choice('b'), choice('c')],
      [questionnaire('paper', [requirement('R-1', undoable)])],
    );
    const on = (answers: Readonly<Record<string, Answer>>) => ({ ...situation(answers), catalogue: three });
    const [change] = diff(on({ a: no, b: yes, c: no }), on({ a: yes, b: no, c: yes })).findings;
    expect(setsOf(change?.attribution)).toEqual(['answer a']);
    expect(namesOf(change?.attribution.undoing)).toEqual(['answer b']);
    expect(change && interacts(change.attribution)).toBe(true);
  });

  test('tells what nothing hangs on from what is made up for by something else', () => {
    const either: Condition = { op: 'any', of: [is('a', 'yes'), is('b', 'yes')] };
    const bank = catalogue(
      [choice('a'), choice('b'), choice('c')],
      [questionnaire('paper', [requirement('R-1', either)])],
    );
    const on = (answers: Readonly<Record<string, Answer>>) => ({ ...situation(answers), catalogue: bank });
    const { findings, offset, idle } = diff(on({ a: yes, b: no, c: yes }), on({ a: no, b: yes, c: no }));
    expect(findings).toEqual([]);
    expect(namesOf([offset, idle])).toEqual(['answer a + answer b', 'answer c']);
  });

  test('looks only at causes that touch a change, and names none of them as without effect', () => {
    const bank = catalogue(
      [choice('a'), choice('b'), choice('c')],
      [
        questionnaire('paper', [requirement('R-1', is('a', 'yes')), requirement('R-2', is('b', 'yes'))]),
        questionnaire('other', []),
      ],
    );
    const on = (answers: Readonly<Record<string, Answer>>) => ({ ...situation(answers), catalogue: bank });
    const { findings, verdicts, offset, idle } = diff(on({ a: yes, b: yes, c: yes }), on({ a: no, b: no, c: no }));
    expect(findings.map(({ attribution: { considered } }) => considered)).toEqual([1, 1]);
    expect(verdicts.map(({ questionnaire: id, attribution: { considered } }) => [id ?? 'overall', considered])).toEqual(
      [
        ['overall', 3],
        ['paper', 2],
      ],
    );
    expect(namesOf([offset, idle])).toEqual(['', 'answer c']);
  });

  test('names what is made up for also where only findings, or only the verdict over all, would have changed', () => {
    const either: Condition = { op: 'any', of: [is('a', 'yes'), is('b', 'yes')] };
    const questions = [choice('a'), choice('b'), choice('c')];
    const offsetIn = (bank: Catalogue) => {
      const on = (answers: Readonly<Record<string, Answer>>) => ({ ...situation(answers), catalogue: bank });
      const { findings, verdicts, offset } = diff(on({ a: yes, b: no, c: no }), on({ a: no, b: yes, c: no }));
      expect([findings, verdicts]).toEqual([[], []]);
      return namesOf([offset]);
    };
    const mild = catalogue(questions, [questionnaire('paper', [requirement('R-1', either, { level: 'may' })])]);
    expect(offsetIn(mild)).toEqual(['answer a + answer b']);
    const binding = catalogue(questions, [
      questionnaire('paper', [requirement('R-1', is('c', 'no'))], { binds: either }),
      questionnaire('other', [requirement('R-2', is('c', 'yes'))]),
    ]);
    // While the first binds, what the second says is only orientation.
    expect(offsetIn(binding)).toEqual(['answer a + answer b']);
  });

  test('lays what the day alone changes to the evidence that expired and the exception that ended', () => {
    const proof = { text: 'certificate', validUntil: '2026-06-30' };
    const exception = { requirement: 'R-1', reason: 'move', approvedBy: 'head', from: oldDay, until: '2026-06-30' };
    const expiring = situation({ a: given('yes', proof), b: yes });
    const [opened] = diff(expiring, { ...expiring, date: newDay }).findings;
    expect(setsOf(opened?.attribution)).toEqual(['evidence a']);
    expect(opened?.attribution.minimal.flat().every(isByDateOnly)).toBe(true);
    const excepted = situation({ a: no, b: yes }, { exceptions: [exception] });
    const [ended] = diff(excepted, { ...excepted, date: newDay }).findings;
    expect(setsOf(ended?.attribution)).toEqual(['exception R-1']);
    expect(ended?.attribution.minimal.flat().every(isByDateOnly)).toBe(true);
    const removed = diff(excepted, situation({ a: no, b: yes })).findings[0];
    expect(setsOf(removed?.attribution)).toEqual(['exception R-1']);
    expect(removed?.attribution.minimal.flat().some(isByDateOnly)).toBe(false);
  });

  test('is silent on evidence that was renewed in time', () => {
    const old = situation({ a: given('yes', { text: 'one', validUntil: '2026-06-30' }), b: yes });
    const now = situation({ a: given('yes', { text: 'two', validUntil: '2027-06-30' }), b: yes });
    expect(diff(old, { ...now, date: newDay }).causes).toEqual([]);
  });

  test('does not replay what no finding reads: notes, plans, other fields of the subject', () => {
    const old = situation({ a: yes, b: yes });
    const now = situation(
      { a: { ...yes, note: 'checked' }, b: yes },
      { subject: { organisation: 'Stadt' }, measures: new Map([['R-1', { note: 'later' }]]) },
    );
    expect(diff(old, now).causes).toEqual([]);
  });

  test('at its bound names causes that suffice together and says that not everything was tried', () => {
    const [change] = diff(situation({ a: no, b: no }), situation({ a: yes, b: yes }), {
      perChange: 2,
      overall: 99,
    }).findings;
    expect(setsOf(change?.attribution)).toEqual(['answer a + answer b']);
    expect(change?.attribution).toMatchObject({ isComplete: false, triedUpTo: 1, considered: 2 });
    expect(change && interacts(change.attribution)).toBe(true);
  });
});

const unbounded = { perChange: Number.POSITIVE_INFINITY, overall: Number.POSITIVE_INFINITY };

describe('on any catalogue, assessment and changes', () => {
  test('finds exactly the minimal sets that trying all sets of changes in the files finds', () => {
    let seen = 0;
    fc.assert(
      fc.property(worlds(), ({ old, now, edits }) => {
        const tried = subsetsOf(edits).map((set) => ({
          names: set.map(({ name }) => name),
          results: resultsOf(evaluated(set.reduce((sofar, edit) => edit.alone(sofar), old))),
        }));
        const results = attributed(diff(old, now, unbounded));
        const [first, last] = [tried[0]?.results ?? {}, resultsOf(evaluated(now))];
        const changed = Object.keys({ ...first, ...last }).filter((name) => first[name] !== last[name]);
        expect([...results.keys()].sort()).toEqual(changed.sort());
        for (const name of changed) {
          const sufficient = tried.filter((one) => one.results[name] === last[name]).map(({ names }) => names);
          const minimal = sufficient.filter((set) => !sufficient.some((other) => isPartOf(other, set)));
          expect(setsOf(results.get(name))).toEqual(minimal.map((set) => [...set].sort().join(' + ')).sort());
          const astray = tried
            .filter(
              ({ names, results: alone }) => names.length === 1 && ![first[name], last[name]].includes(alone[name]),
            )
            .map(({ names, results: alone }) => `${names} ${alone[name]}`);
          expect(astrayOf(results.get(name))).toEqual(astray.sort());
          const failing = tried.filter((one) => one.results[name] !== last[name]).map(({ names }) => names);
          const undoing = failing.flatMap((set) =>
            minimal
              .filter((way) => way.every((one) => set.includes(one)))
              .map((way) => set.filter((one) => !way.includes(one))),
          );
          const smallest = undoing.filter((set) => !undoing.some((other) => isPartOf(other, set)));
          expect(namesOf(results.get(name)?.undoing)).toEqual(
            [...new Set(smallest.map((set) => [...set].sort().join(' + ')))].sort(),
          );
          seen += 1;
        }
      }),
      { numRuns: runs(200) },
    );
    expect(seen).toBeGreaterThan(enough(150));
  });

  test('replaying the causes one by one, in any order, leads to the new one; of a minimal set none can be spared', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyTwo(), ({ old, now, order }) => {
        const difference = diff(old, now, { perChange: 48, overall: 400 });
        const replay = replayOf(old, now);
        const resultsWith = (some: readonly Cause[]) => resultsOf(evaluated(replay(some)));
        const last = resultsOf(evaluated(now));
        const shuffled = order.flatMap((at) => difference.causes[at] ?? []);
        expect(shuffled).toHaveLength(difference.causes.length);
        expect(resultsWith([])).toEqual(resultsOf(evaluated(old)));
        expect(resultsWith(shuffled)).toEqual(last);
        for (const [name, { minimal }] of attributed(difference)) {
          expect(minimal.length).toBeGreaterThan(0);
          for (const set of minimal) {
            expect(resultsWith(set)[name]).toBe(last[name]);
            for (const one of set) {
              if (set.length > 1) expect(resultsWith(set.filter((other) => other !== one))[name]).not.toBe(last[name]);
            }
          }
          seen += 1;
        }
      }),
      { numRuns: runs(60) },
    );
    expect(seen).toBeGreaterThan(enough(300));
  });

  test('only the day moved: every cause is one of the day', () => {
    fc.assert(
      fc.property(worlds(), ({ old }) => {
        expect(diff(old, { ...old, date: newDay }).causes.every(isByDateOnly)).toBe(true);
      }),
      { numRuns: runs(100) },
    );
  });
});

/** Two small catalogues and assessments that have nothing to do with each other, and an order for their causes. */
function anyTwo(): fc.Arbitrary<{ old: Situation; now: Situation; order: readonly number[] }> {
  const numbers = [...Array(40).keys()];
  return fc
    .tuple(
      randomWorlds({ partsAtLeast: 0, isEntangled: true }),
      randomWorlds({ partsAtLeast: 0, isEntangled: true }),
      fc.shuffledSubarray(numbers, { minLength: 40 }),
    )
    .map(([one, other, order]) => ({
      old: { catalogue: one.bank, assessment: one.before, date: oldDay },
      now: { catalogue: other.bank, assessment: other.before, date: newDay },
      order,
    }));
}

function nameOf(cause: Cause): string {
  switch (cause.kind) {
    case 'answer':
    case 'evidence':
      return `${cause.kind} ${cause.key}`;
    case 'exception':
    case 'equivalent':
      return `${cause.kind} ${cause.requirement}`;
    case 'questionnaire':
      return `${cause.kind} ${cause.questionnaire}`;
    case 'question':
      return `${cause.kind} ${cause.question}`;
    case 'choice':
    case 'messenger':
      return cause.kind;
  }
}

function setsOf(attribution: Attribution<unknown> | undefined): readonly string[] {
  return namesOf(attribution?.minimal);
}

function namesOf(sets: readonly (readonly Cause[])[] = []): readonly string[] {
  return sets.map((set) => set.map(nameOf).sort().join(' + ')).sort();
}

function astrayOf(attribution: Attribution<unknown> | undefined): readonly string[] {
  return (attribution?.astray ?? []).map(({ cause, becomes }) => `${nameOf(cause)} ${becomes}`).sort();
}

/** Everything that can change, by name. */
function resultsOf({ findings, byQuestionnaire, overall }: Evaluation): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ['overall', overall.verdict],
    ...byQuestionnaire.map(({ questionnaire: id, verdict }) => [id, verdict]),
    ...findings.map((finding) => [keyOf(finding), finding.status]),
  ]);
}

function attributed({ findings, verdicts }: ReturnType<typeof diff>): ReadonlyMap<string, Attribution<unknown>> {
  return new Map<string, Attribution<unknown>>([
    ...verdicts.map(({ questionnaire: id, attribution }) => [id ?? 'overall', attribution] as const),
    ...findings.map(({ before, after, attribution }) => [keyOf(after ?? (before as Finding)), attribution] as const),
  ]);
}

function keyOf({ questionnaire: id, requirement: { id: rule }, item }: Finding): string {
  return `${id} ${rule} ${item}`;
}

function evaluated({ catalogue: all, assessment, date }: Situation): Evaluation {
  return evaluate(all, assessment, date);
}

function subsetsOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  return all.reduce<readonly (readonly T[])[]>((sets, one) => sets.concat(sets.map((set) => [...set, one])), [[]]);
}

function isPartOf(one: readonly string[], other: readonly string[]): boolean {
  return one.length < other.length && one.every((name) => other.includes(name));
}

/* What follows draws an old situation and changes to its files. */

/** One change, made in the files of the old situation on the old day, with the same effect as in the new one. */
interface Edit {
  readonly name: string;
  readonly alone: (situation: Situation) => Situation;
}

interface World {
  readonly old: Situation;
  readonly now: Situation;
  readonly edits: readonly Edit[];
}

/** Part of a world: how it is in the old files, how in the new, and the changes between them. */
interface Part {
  readonly before: (situation: Situation) => Situation;
  readonly after: (situation: Situation) => Situation;
  readonly edits: readonly Edit[];
  /** What the day alone changes where the files stay the same. */
  readonly byDay?: readonly Edit[];
}

const plain = [
  choice('p'),
  choice('q', ['yes', 'no'], { allowsNotApplicable: true }),
  choices('functions', ['f', 'g']),
];
const perFunction = choice('basis', ['yes', 'no'], { each: 'functions' });
const messenger = choice('messenger', ['m', 'n']);
const rules = ['R-0-0', 'R-0-1', 'R-1-0', 'R-1-1'];

function worlds(): fc.Arbitrary<World> {
  const parts = fc.tuple(
    ...['p', 'q', 'functions', 'basis@f', 'basis@g'].map(answerParts),
    ...rules.flatMap((id) => [exceptionParts(id), equivalentParts(id)]),
    questionParts(),
    ...[0, 1].map(questionnaireParts),
    choiceParts(),
    messengerParts(),
  );
  const empty: Situation = {
    catalogue: catalogue([messenger, ...plain, perFunction], []),
    assessment: emptyAssessment,
    date: oldDay,
  };
  return fc
    .tuple(parts, fc.shuffledSubarray([...Array(18).keys()], { minLength: 1, maxLength: 5 }))
    .map(([all, changing]) => {
      const chosen = all.map((part, at) =>
        changing.includes(at) ? part : { ...part, after: part.before, edits: part.byDay ?? [] },
      );
      return {
        old: chosen.reduce((sofar, part) => part.before(sofar), empty),
        now: { ...chosen.reduce((sofar, part) => part.after(sofar), empty), date: newDay },
        edits: chosen.flatMap(({ edits }) => edits),
      };
    })
    .filter(({ edits }) => edits.length <= 5);
}

function withAnswer(key: string, answer: Answer | undefined): (situation: Situation) => Situation {
  return (one) => {
    const answers = new Map(one.assessment.answers);
    if (answer === undefined) answers.delete(key);
    else answers.set(key, answer);
    return { ...one, assessment: { ...one.assessment, answers } };
  };
}

const past: Proof = { text: 'old', validUntil: '2025-06-30' };
const between: Proof = { text: 'soon', validUntil: '2026-06-30' };
const future: Proof = { text: 'new', validUntil: '2030-06-30' };

function answers(key: string): fc.Arbitrary<Answer | undefined> {
  const values = key === 'functions' ? [['f'], ['g'], ['f', 'g'], []] : ['yes', 'no'];
  const known: readonly Answer[] = [
    ...values.map((value) => given(value)),
    ...(key === 'q' ? [{ state: 'not-applicable', reason: 'none', evidence: [] } as const] : []),
  ];
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...known) },
    { weight: 1, arbitrary: fc.constantFrom(undefined, { state: 'unknown', reason: 'to-be-checked', evidence: [] }) },
  );
}

/** With its proofs: none, one that lasts, one that has expired, one that expires in between. */
function answerParts(key: string): fc.Arbitrary<Part> {
  const proofs = fc.constantFrom<readonly [Proof | undefined, Proof | undefined]>(
    [undefined, undefined],
    [undefined, past],
    [past, future],
    [between, between],
    [future, future],
    [past, past],
    [between, future],
  );
  return fc.tuple(answers(key), answers(key), proofs).map(([from, to, [proof, later]]) => {
    const stored = (answer: Answer | undefined, one: Proof | undefined) =>
      answer && { ...answer, evidence: one === undefined ? [] : [one] };
    // On the old day, a proof that expires in between has expired already if the change is made.
    const onOldDay = later === between ? past : later;
    const isOpen = [from, to].some((answer) => answer === undefined || answer.state === 'unknown');
    const core: Edit = {
      name: `answer ${key}`,
      alone: (one) => withAnswer(key, to && { ...to, evidence: one.assessment.answers.get(key)?.evidence ?? [] })(one),
    };
    const evidence: Edit = {
      name: `evidence ${key}`,
      alone: (one) => withAnswer(key, stored(one.assessment.answers.get(key), onOldDay))(one),
    };
    const expiry: Edit = { ...evidence, alone: withAnswer(key, stored(from, past)) };
    const whole: Edit = { name: `answer ${key}`, alone: withAnswer(key, stored(to, onOldDay)) };
    return {
      before: withAnswer(key, stored(from, proof)),
      after: withAnswer(key, stored(to, later)),
      edits: isOpen ? [whole] : [core, evidence],
      byDay: proof === between ? [expiry] : [],
    };
  });
}

function exceptionParts(id: string): fc.Arbitrary<Part> {
  const lasting = (from: string, until: string): Exception => ({
    requirement: id,
    reason: 'move',
    approvedBy: 'head',
    from,
    until,
  });
  const withException = (exception: Exception | undefined) => (one: Situation) => {
    const others = one.assessment.exceptions.filter((other) => other.requirement !== id);
    return { ...one, assessment: { ...one.assessment, exceptions: [...others, ...(exception ? [exception] : [])] } };
  };
  const always = lasting('2025-01-01', '2030-12-31');
  const [ending, beginning] = [lasting('2025-01-01', '2026-06-30'), lasting('2026-07-01', '2030-12-31')];
  const asOnNewDay = (exception: Exception | undefined) => {
    if (exception === ending) return undefined;
    return exception === beginning ? always : exception;
  };
  const edit = (to: Exception | undefined): Edit => ({
    name: `exception ${id}`,
    alone: withException(asOnNewDay(to)),
  });
  const part = (from: Exception | undefined, to: Exception | undefined): Part => ({
    before: withException(from),
    after: withException(to),
    edits: [edit(to)],
    byDay: [edit(from)],
  });
  return fc.constantFrom(
    part(undefined, undefined),
    part(undefined, undefined),
    part(undefined, undefined),
    part(undefined, always),
    part(always, undefined),
    part(ending, ending),
    part(beginning, beginning),
    part(always, ending),
  );
}

function equivalentParts(id: string): fc.Arbitrary<Part> {
  const record = { requirement: id, measure: 'other channel', evidence: 'concept' };
  const withRecord = (is: boolean) => (one: Situation) => {
    const others = one.assessment.equivalents.filter((other) => other.requirement !== id);
    return { ...one, assessment: { ...one.assessment, equivalents: [...others, ...(is ? [record] : [])] } };
  };
  return fc.tuple(fc.boolean(), fc.boolean()).map(([had, has]) => ({
    before: withRecord(had),
    after: withRecord(has),
    edits: [{ name: `equivalent ${id}`, alone: withRecord(has) }],
  }));
}

function conditions(isEach: boolean): fc.Arbitrary<Condition> {
  const leaf = fc.constantFrom<Condition>(
    is('p', 'yes'),
    is('q', 'yes'),
    is('q', 'no', 'not-applicable'),
    is('messenger', 'm'),
    { op: 'answer', question: 'functions', test: { kind: 'includes', values: ['f'] } },
    ...(isEach ? [is('basis', 'yes')] : []),
  );
  const parts = fc.array(leaf, { minLength: 2, maxLength: 3 });
  return fc.oneof(
    leaf,
    fc.tuple(fc.constantFrom('all' as const, 'any' as const), parts).map(([op, of]): Condition => ({ op, of })),
    leaf.map((of): Condition => ({ op: 'not', of })),
  );
}

function requirements(id: string): fc.Arbitrary<Requirement> {
  return fc.boolean().chain((isEach) =>
    fc
      .record({
        level: fc.constantFrom('must' as const, 'should' as const),
        appliesWhen: fc.option(conditions(isEach), { nil: undefined }),
        fulfilledWhen: conditions(isEach),
        partialWhen: fc.option(conditions(isEach), { nil: undefined }),
      })
      .map(({ level, appliesWhen, fulfilledWhen, partialWhen }) =>
        requirement(id, fulfilledWhen, {
          level,
          ...(isEach && { each: 'functions' }),
          ...(appliesWhen && { appliesWhen }),
          ...(partialWhen && { partialWhen }),
        }),
      ),
  );
}

/** The second may extend the first; either may be missing. */
function papers(at: number): fc.Arbitrary<Questionnaire | undefined> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(undefined) },
    {
      weight: 9,
      arbitrary: fc
        .record({
          rules: fc.tuple(requirements(`R-${at}-0`), requirements(`R-${at}-1`)),
          binds: fc.option(conditions(false), { nil: undefined }),
          offeredWhen: fc.option(conditions(false), { nil: undefined }),
          raised: fc.option(fc.constant(new Map([['R-0-0', 'must' as const]])), { nil: undefined }),
        })
        .map(({ rules: some, binds, offeredWhen, raised }) =>
          questionnaire(`paper-${at}`, some, {
            ...(binds && { binds }),
            ...(offeredWhen && { offeredWhen }),
            ...(at === 1 && raised && { extends: { base: 'paper-0', raised } }),
          }),
        ),
    },
  );
}

function questionnaireParts(at: number): fc.Arbitrary<Part> {
  const withPaper = (paper: Questionnaire | undefined) => (one: Situation) => {
    const all = new Map(one.catalogue.questionnaires);
    all.delete(`paper-${at}`);
    if (paper !== undefined) all.set(paper.id, paper);
    const inOrder = new Map([...all].sort(([first], [second]) => (first < second ? -1 : 1)));
    return { ...one, catalogue: { ...one.catalogue, questionnaires: inOrder } };
  };
  return fc.tuple(papers(at), papers(at)).map(([from, to]) => ({
    before: withPaper(from),
    after: withPaper(to),
    edits: [{ name: `questionnaire paper-${at}`, alone: withPaper(to) }],
  }));
}

function questionParts(): fc.Arbitrary<Part> {
  const gate = fc.option(fc.constantFrom(is('p', 'yes'), is('p', 'no'), is('messenger', 'm')), { nil: undefined });
  const withQuestion = (askWhen: Condition | undefined) => (one: Situation) => {
    const question: Question = { ...(plain[1] as Question), ...(askWhen && { askWhen }) };
    return { ...one, catalogue: { ...one.catalogue, questions: new Map(one.catalogue.questions).set('q', question) } };
  };
  return fc.tuple(gate, gate).map(([from, to]) => ({
    before: withQuestion(from),
    after: withQuestion(to),
    edits: [{ name: 'question q', alone: withQuestion(to) }],
  }));
}

function choiceParts(): fc.Arbitrary<Part> {
  const ids = fc.subarray(['paper-0', 'paper-1']);
  const withChoice = (chosen: readonly string[]) => (one: Situation) => ({
    ...one,
    assessment: { ...one.assessment, questionnaires: new Map(chosen.map((id) => [id, '1'] as const)) },
  });
  return fc.tuple(ids, ids).map(([from, to]) => ({
    before: withChoice(from),
    after: withChoice(to),
    edits: [{ name: 'choice', alone: withChoice(to) }],
  }));
}

function messengerParts(): fc.Arbitrary<Part> {
  const named = fc.constantFrom(undefined, 'm', 'n');
  const withMessenger = (id: string | undefined) => (one: Situation) => ({
    ...one,
    assessment: { ...one.assessment, subject: id === undefined ? {} : { messenger: id } },
  });
  return fc.tuple(named, named).map(([from, to]) => ({
    before: withMessenger(from),
    after: withMessenger(to),
    edits: [{ name: 'messenger', alone: withMessenger(to) }],
  }));
}
