import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Proof } from '../../src/domain/answer.ts';
import { type Assessment, type Exception, emptyAssessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Condition } from '../../src/domain/condition.ts';
import type { Decay, FindingChange, Lapse } from '../../src/domain/decay.ts';
import type { Evaluation } from '../../src/domain/evaluation.ts';
import type { Requirement } from '../../src/domain/requirement.ts';
import { decayOf, lapsesAfter } from '../../src/evaluate/decay.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { enough, runs } from '../support/runs.ts';
import { catalogue, choice, choices, given, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const today = '2027-03-30';

function until(validUntil: string): Proof {
  return { text: `valid until ${validUntil}`, validUntil };
}

function assessment(more: Partial<Assessment>): Assessment {
  return {
    ...emptyAssessment,
    ...more,
  };
}

function exception(id: string, from: string, last: string): Exception {
  return { requirement: id, reason: 'move', approvedBy: 'head', from, until: last };
}

const papers = catalogue(
  [choice('contract'), choice('server')],
  [questionnaire('paper', [requirement('R-1', is('contract', 'yes')), requirement('R-2', is('server', 'yes'))])],
);

function told({ days }: Decay): readonly string[] {
  return days.flatMap(({ day, findings, overall }) => [
    ...findings.map(({ before, after }) => `${day} ${after?.requirement.id} ${before?.status} > ${after?.status}`),
    ...(overall ? [`${day} ${overall.before} > ${overall.after}`] : []),
  ]);
}

describe('as time goes by, an evaluation', () => {
  const yes = given('yes');

  test('stays as it is where the file names no later day', () => {
    const answers = new Map([['contract', given('yes', until('2027-03-29'))]]);
    expect(decayOf(papers, assessment({ answers }), today)).toEqual({ days: [] });
  });

  test('opens a finding again on the day after the last day of its proof, and the verdict with it', () => {
    const answers = new Map([
      ['contract', given('yes', until('2027-03-31'))],
      ['server', yes],
    ]);
    const decay = decayOf(papers, assessment({ answers }), today);
    expect(told(decay)).toEqual(['2027-04-01 R-1 fulfilled > open', '2027-04-01 permissible > undetermined']);
    expect(decay.verdictEnds?.day).toBe('2027-04-01');
    expect(decay.days[0]?.findings[0]?.because).toEqual([
      { kind: 'proof-expired', key: 'contract', proof: until('2027-03-31') },
    ]);
  });

  test('changes when an exception begins and when it has ended', () => {
    const answers = new Map([
      ['contract', given('no')],
      ['server', yes],
    ]);
    const exceptions = [exception('R-1', '2027-04-01', '2028-02-28')];
    expect(told(decayOf(papers, assessment({ answers, exceptions }), today))).toEqual([
      '2027-04-01 R-1 violated > accepted',
      '2027-04-01 impermissible > conditional',
      '2028-02-29 R-1 accepted > violated',
      '2028-02-29 conditional > impermissible',
    ]);
  });

  test('goes on where one exception follows on another without a gap', () => {
    const answers = new Map([
      ['contract', given('no')],
      ['server', yes],
    ]);
    const exceptions = [exception('R-1', '2027-01-01', '2027-04-30'), exception('R-1', '2027-05-01', '9999-12-31')];
    expect(decayOf(papers, assessment({ answers, exceptions }), today).days).toEqual([]);
  });

  test('may change in its findings only, while the verdict holds', () => {
    const answers = new Map([
      ['contract', given('no')],
      ['server', given('yes', until('2027-12-31'))],
    ]);
    const decay = decayOf(papers, assessment({ answers }), today);
    expect(told(decay)).toEqual(['2028-01-01 R-2 fulfilled > open']);
    expect(decay.verdictEnds).toBeUndefined();
  });

  test('does not change again when a second proof of the same answer runs out', () => {
    const answers = new Map([
      ['contract', given('yes', until('2027-06-30'), until('2027-03-31'))],
      ['server', yes],
    ]);
    const decay = decayOf(papers, assessment({ answers }), today);
    expect(decay.days.map(({ day, lapses }) => [day, lapses.length])).toEqual([['2027-04-01', 1]]);
  });
});

describe('what lapses after a day', () => {
  const lapsing = (more: Partial<Assessment>) =>
    lapsesAfter(assessment(more), today).map(([on, lapses]) => [on, lapses.map(nameOfLapse)]);

  test('is what runs out from the next day on, not what has run out before or lasts without end', () => {
    const answers = new Map([
      ['before', given('yes', until('2027-03-28'))],
      ['yesterday', given('yes', until('2027-03-29'))],
      ['today', given('yes', until(today))],
      ['never', given('yes', until('9999-12-31'))],
      ['without', given('yes', { text: 'seen' })],
    ]);
    expect(lapsing({ answers })).toEqual([['2027-03-31', ['proof-expired today valid until 2027-03-30']]]);
  });

  test('is of an answer the proofs that end first, and none of what is not known anyway', () => {
    const answers = new Map<string, Answer>([
      ['a', given('yes', until('2027-05-31'), until('2027-04-30'), { ...until('2027-04-30'), text: 'another' })],
      ['b', { state: 'unknown', reason: 'asked-provider', evidence: [until('2027-04-30')] }],
    ]);
    expect(lapsing({ answers })).toEqual([
      ['2027-05-01', ['proof-expired a valid until 2027-04-30', 'proof-expired a another']],
    ]);
  });

  test('stands under its days in order, however the file is ordered', () => {
    const answers = new Map([
      ['late', given('yes', until('2027-12-31'))],
      ['early', given('yes', until('2027-04-30'))],
    ]);
    const exceptions = [exception('R-1', '2027-05-01', '2027-06-30'), exception('R-2', '2027-01-01', '2027-04-30')];
    expect(lapsing({ answers, exceptions })).toEqual([
      ['2027-05-01', ['proof-expired early valid until 2027-04-30', 'exception-began R-1', 'exception-ended R-2']],
      ['2027-07-01', ['exception-ended R-1']],
      ['2028-01-01', ['proof-expired late valid until 2027-12-31']],
    ]);
  });

  test('does not begin again where an exception begins on the day itself', () => {
    expect(lapsing({ exceptions: [exception('R-1', today, '9999-12-31')] })).toEqual([]);
  });
});

function nameOfLapse(lapse: Lapse): string {
  return lapse.kind === 'proof-expired'
    ? `${lapse.kind} ${lapse.key} ${lapse.proof.text}`
    : `${lapse.kind} ${lapse.exception.requirement}`;
}

describe('what is behind a finding that time changes', () => {
  const last = '2027-03-31';
  const ending = (value: string | readonly string[] = 'yes') => given(value, until(last));
  const yes: Condition = { op: 'all', of: [is('first', 'yes'), is('second', 'yes')] };
  const questions = [
    choice('first'),
    choice('second', ['yes', 'no'], { askWhen: is('first', 'yes') }),
    choice('third'),
    choices('functions', ['text', 'calls']),
    choice('basis', ['yes', 'no'], { each: 'functions' }),
  ];
  const behind = (rules: Catalogue, more: Partial<Assessment>) =>
    decayOf(rules, assessment(more), today).days.map(({ findings }) =>
      findings.map(({ before, after, because }) => {
        const of = (after ?? before)?.requirement.id;
        return `${of} ${before?.item ?? ''} ${before?.status} > ${after?.status}: ${because.map(nameOfLapse).join(', ')}`;
      }),
    );

  test('is also a proof that another one hides, and none that the finding does not read', () => {
    const rules = catalogue(questions, [questionnaire('paper', [requirement('R-1', yes)])]);
    const answers = new Map([
      ['third', ending()],
      ['first', ending()],
      ['second', ending()],
    ]);
    expect(behind(rules, { answers })).toEqual([
      [
        'R-1  fulfilled > open: proof-expired first valid until 2027-03-31, proof-expired second valid until 2027-03-31',
      ],
    ]);
  });

  test('of a choice is the question in which it was made, also beside other open findings', () => {
    const rules = catalogue(questions, [
      questionnaire('paper', [
        requirement('R-1', is('third', 'yes')),
        requirement('R-2', is('basis', 'yes'), { each: 'functions' }),
      ]),
    ]);
    const answers = new Map([
      ['third', ending()],
      ['functions', ending(['text'])],
      ['basis@text', given('yes')],
    ]);
    expect(behind(rules, { answers })).toEqual([
      [
        'R-1  fulfilled > open: proof-expired third valid until 2027-03-31',
        'R-2  undefined > open: proof-expired functions valid until 2027-03-31',
        'R-2 text fulfilled > undefined: proof-expired functions valid until 2027-03-31',
      ],
    ]);
  });

  test('is every proof of the day, and no exception, where it comes with its paper', () => {
    const rules = catalogue(questions, [
      questionnaire('paper', [requirement('R-1', is('third', 'yes'))]),
      questionnaire('other', [requirement('R-2', is('second', 'no')), requirement('R-3', is('third', 'no'))], {
        offeredWhen: is('first', 'no'),
      }),
    ]);
    const answers = new Map([
      ['first', ending()],
      ['third', given('no')],
      ['functions', ending(['text'])],
    ]);
    const exceptions = [exception('R-1', '2027-04-01', '9999-12-31')];
    expect(behind(rules, { answers, exceptions })).toEqual([
      [
        'R-1  violated > accepted: exception-began R-1',
        // Had "first" lasted, it would not have come; nothing open says so of the other, which is settled.
        'R-2  undefined > open: proof-expired first valid until 2027-03-31',
        'R-3  undefined > fulfilled: proof-expired first valid until 2027-03-31, proof-expired functions valid until 2027-03-31',
      ],
    ]);
  });

  test('is only the exception from its own requirement', () => {
    const rules = catalogue(questions, [
      questionnaire('paper', [requirement('R-1', is('third', 'yes')), requirement('R-2', is('third', 'yes'))]),
    ]);
    const answers = new Map([
      ['first', ending()],
      ['third', given('no')],
    ]);
    const exceptions = [exception('R-2', '2027-04-01', '9999-12-31'), exception('R-1', '2027-01-01', last)];
    expect(behind(rules, { answers, exceptions })).toEqual([
      ['R-1  accepted > violated: exception-ended R-1', 'R-2  violated > accepted: exception-began R-2'],
    ]);
  });

  test('stands beside the answers by which the finding was, and is, as it is', () => {
    const rules = catalogue(questions, [questionnaire('paper', [requirement('R-1', is('third', 'yes'))])]);
    const exceptions = [exception('R-1', '2027-04-01', '9999-12-31')];
    const { days } = decayOf(rules, assessment({ answers: new Map([['third', given('no')]]), exceptions }), today);
    expect(days.flatMap(({ findings }) => findings.map((one) => [one.before?.because, one.after?.because]))).toEqual([
      [['third'], ['third']],
    ]);
  });

  test('is told of a paper that comes without a demand', () => {
    const rules = catalogue(questions, [
      questionnaire('paper', [requirement('R-1', is('third', 'yes'))]),
      questionnaire('empty', [], { offeredWhen: is('first', 'no') }),
    ]);
    const answers = new Map([
      ['first', ending()],
      ['third', given('yes')],
    ]);
    const { days } = decayOf(rules, assessment({ answers }), today);
    expect(days.map(({ findings, questionnaires }) => [findings.length, questionnaires])).toEqual([
      [0, [{ questionnaire: 'empty', before: undefined, after: 'permissible' }]],
    ]);
  });
});

/* Small cases at random, against a look at every single day. */

const window = Array.from({ length: 14 }, (_, index) => day(index));
const dated = window.slice(0, 12);

function day(index: number): string {
  return new Date(Date.UTC(2027, 2, 25 + index)).toISOString().slice(0, 10);
}

const bank = [
  choice('a'),
  choice('b', ['yes', 'no'], { askWhen: is('a', 'yes') }),
  choice('c', ['yes', 'no', 'partly']),
  choices('functions', ['text', 'calls']),
  choice('basis', ['yes', 'no'], { each: 'functions' }),
];
const keys = ['a', 'b', 'c', 'functions', 'basis@text', 'basis@calls'];

function conditions(readable: readonly string[], depth = 2): fc.Arbitrary<Condition> {
  const leaf = fc.record({ question: fc.constantFrom(...readable), value: fc.constantFrom('yes', 'no') });
  const read = leaf.map(({ question, value }) => is(question, value));
  if (depth === 0) return read;
  const parts = fc.array(conditions(readable, depth - 1), { minLength: 1, maxLength: 2 });
  return fc.oneof(
    read,
    parts.map((of): Condition => ({ op: 'all', of })),
    parts.map((of): Condition => ({ op: 'any', of })),
    conditions(readable, depth - 1).map((of): Condition => ({ op: 'not', of })),
  );
}

function requirements(id: string): fc.Arbitrary<Requirement> {
  return fc.boolean().chain((isEach) => {
    const readable = isEach ? ['a', 'b', 'c', 'basis'] : ['a', 'b', 'c'];
    return fc
      .record({
        fulfilledWhen: conditions(readable),
        appliesWhen: fc.option(conditions(readable)),
        partialWhen: fc.option(conditions(readable)),
        level: fc.constantFrom('must', 'should'),
      })
      .map(({ fulfilledWhen, appliesWhen, partialWhen, level }) =>
        requirement(id, fulfilledWhen, {
          level,
          ...(isEach && { each: 'functions' }),
          ...(appliesWhen && { appliesWhen }),
          ...(partialWhen && { partialWhen }),
        }),
      );
  });
}

function catalogues(): fc.Arbitrary<Catalogue> {
  const paper = (id: string) =>
    fc
      .record({
        rules: fc.tuple(requirements(`${id}-1`), requirements(`${id}-2`)),
        binds: fc.option(conditions(['a', 'c'], 1)),
        offeredWhen: fc.option(conditions(['a', 'c'], 1)),
      })
      .map(({ rules, binds, offeredWhen }) =>
        questionnaire(id, rules, { ...(binds && { binds }), ...(offeredWhen && { offeredWhen }) }),
      );
  return fc.tuple(paper('P'), paper('Q')).map((all) => catalogue(bank, all));
}

function assessments(): fc.Arbitrary<Assessment> {
  const proofs = fc.array(fc.option(fc.constantFrom(...dated), { freq: 4 }), { maxLength: 2 });
  const entry = (key: string) =>
    fc
      .record({
        value: key === 'functions' ? fc.subarray(['text', 'calls']) : fc.constantFrom('yes', 'no'),
        proofs,
        isOpen: fc.nat({ max: 6 }).map((one) => one === 0),
      })
      .map(({ value, proofs: days, isOpen }): readonly [string, Answer] => {
        const evidence = days.map((last) => (last === null ? { text: 'seen' } : until(last)));
        return [key, isOpen ? { state: 'unknown', reason: 'asked-provider', evidence } : given(value, ...evidence)];
      });
  const exceptions = fc.array(
    fc
      .record({
        id: fc.constantFrom('P-1', 'P-2', 'Q-1'),
        ends: fc.tuple(fc.constantFrom(...dated), fc.constantFrom(...dated)),
      })
      .map(({ id, ends: [one, other] }) => (one < other ? exception(id, one, other) : exception(id, other, one))),
    { maxLength: 3 },
  );
  return fc
    .record({ entries: fc.tuple(...keys.map(entry)), exceptions })
    .map(({ entries, exceptions: all }) => assessment({ answers: new Map(entries), exceptions: all }));
}

function statusesIn({ findings }: Evaluation): ReadonlyMap<string, string> {
  return new Map(findings.map(({ requirement: { id }, item, status }) => [`${id} ${item ?? ''}`, status]));
}

function judgementsIn({ findings }: Evaluation): ReadonlyMap<string, string> {
  return new Map(findings.map(({ requirement: { id }, item, judged }) => [`${id} ${item ?? ''}`, judged]));
}

function nameOf({ before, after }: FindingChange): string {
  const finding = after ?? before;
  return `${finding?.requirement.id} ${finding?.item ?? ''}`;
}

/** The same assessment, had some of what lapses not lapsed. */
function without(lapses: readonly Lapse[], { answers, exceptions, ...rest }: Assessment): Assessment {
  const lasting = new Map(
    [...answers].map(([key, answer]): readonly [string, Answer] => {
      const lapsed = lapses.flatMap((one) => (one.kind === 'proof-expired' && one.key === key ? [one.proof.text] : []));
      return [key, { ...answer, evidence: answer.evidence.filter(({ text }) => !lapsed.includes(text)) }];
    }),
  );
  return {
    ...rest,
    answers: lasting,
    exceptions: exceptions.flatMap((one) => {
      const kinds = lapses.flatMap((lapse) =>
        lapse.kind !== 'proof-expired' && lapse.exception === one ? [lapse.kind] : [],
      );
      if (kinds.includes('exception-began')) return [];
      return [kinds.includes('exception-ended') ? { ...one, until: '2099-12-31' } : one];
    }),
  };
}

describe('the days of change of random assessments', () => {
  const cases = fc.tuple(catalogues(), assessments(), fc.constantFrom(...window.slice(0, 4)));

  test('are those on which a look at every single day finds something new, and tell all of it', () => {
    const seen = { findings: 0, verdicts: 0 };
    fc.assert(
      fc.property(cases, ([rules, stored, start]) => {
        const { days, verdictEnds } = decayOf(rules, stored, start);
        const byDay = new Map(days.map((one) => [one.day, one]));
        const first = evaluate(rules, stored, start);
        let before = first;
        let firstOther: string | undefined;
        for (const date of window.filter((one) => one > start)) {
          const after = evaluate(rules, stored, date);
          const [old, now] = [statusesIn(before), statusesIn(after)];
          const names = [...new Set([...old.keys(), ...now.keys()])].filter((one) => old.get(one) !== now.get(one));
          const change = byDay.get(date);
          const toldFindings = (change?.findings ?? []).map(
            (one) => `${nameOf(one)}: ${one.before?.status} > ${one.after?.status}`,
          );
          expect([...toldFindings].sort()).toEqual(
            names.map((one) => `${one}: ${old.get(one)} > ${now.get(one)}`).sort(),
          );
          const verdictsOf = (one: Evaluation) =>
            Object.fromEntries(one.byQuestionnaire.map(({ questionnaire: id, verdict }) => [id, verdict]));
          const [wasBy, isBy] = [verdictsOf(before), verdictsOf(after)];
          const papersChanged = ['P', 'Q'].filter((id) => wasBy[id] !== isBy[id]);
          expect((change?.questionnaires ?? []).map((one) => [one.questionnaire, one.before, one.after])).toEqual(
            papersChanged.map((id) => [id, wasBy[id], isBy[id]]),
          );
          const overall = before.overall.verdict === after.overall.verdict ? undefined : after.overall.verdict;
          expect(change?.overall?.after).toBe(overall);
          if (after.overall.verdict !== first.overall.verdict) firstOther ??= date;
          if (names.length > 0) seen.findings += 1;
          if (overall !== undefined) seen.verdicts += 1;
          before = after;
        }
        expect(verdictEnds?.day).toBe(firstOther);
        expect(days.every((one) => window.includes(one.day))).toBe(true);
      }),
      { numRuns: runs(600) },
    );
    // Otherwise it would have compared nothing with nothing.
    expect(seen.findings).toBeGreaterThan(enough(100));
    expect(seen.verdicts).toBeGreaterThan(enough(20));
  });

  test('name for each finding what is behind it: had that lasted, it would have stayed', () => {
    fc.assert(
      fc.property(cases, ([rules, stored, start]) => {
        for (const { day: date, findings } of decayOf(rules, stored, start).days) {
          for (const change of findings) {
            expect(change.because.length).toBeGreaterThan(0);
            const lasting = evaluate(rules, without(change.because, stored), date);
            // An exception that begins or ends on the same day may still make something else of the same judgement.
            const seen = change.before?.judged === change.after?.judged ? statusesIn : judgementsIn;
            const { status, judged } = change.before ?? {};
            expect(seen(lasting).get(nameOf(change))).toBe(seen === statusesIn ? status : judged);
          }
        }
      }),
      { numRuns: runs(600) },
    );
  });
});
