import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, answerKey } from '../../src/domain/answer.ts';
import { type Assessment, type Exception, emptyAssessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Questionnaire } from '../../src/domain/questionnaire.ts';
import { decayOf, lapsesAfter } from '../../src/evaluate/decay.ts';
import { judgeAssessment } from '../../src/evaluate/evaluate.ts';
import { verdictEnd } from '../../src/evaluate/verdict-end.ts';
import { worlds } from '../support/random-worlds.ts';
import { enough, runs } from '../support/runs.ts';
import { catalogue, choice, choices, given, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-05'];

function endOf(catalogue: Catalogue, assessment: Assessment, date: string): string | undefined {
  const judged = judgeAssessment(catalogue, assessment, { date, reasons: 'open' });
  return verdictEnd(catalogue, assessment, { judged, coming: lapsesAfter(assessment, date) });
}

function lasting(answer: Answer, validUntil: string | undefined): Answer {
  return validUntil === undefined ? answer : { ...answer, evidence: [{ text: 'proof', validUntil }] };
}

describe('the day on which a verdict ends', () => {
  test('is the one that a look at all that changes finds, for any catalogue and records', () => {
    let ending = 0;
    const cases = fc.record({
      world: worlds({ partsAtLeast: 1, isEntangled: true }),
      ends: fc.array(fc.option(fc.constantFrom(...days), { nil: undefined }), { minLength: 1, maxLength: 5 }),
      spans: fc.array(fc.tuple(fc.constantFrom('R-0-0', 'R-0-1', 'R-1-0'), fc.subarray(days, { minLength: 2 })), {
        maxLength: 3,
      }),
    });
    fc.assert(
      fc.property(cases, ({ world: { bank, complete }, ends, spans }) => {
        const answers = new Map(
          [...complete].map(([key, answer], at) => [key, lasting(answer, ends[at % ends.length])] as const),
        );
        const exceptions = spans.map(([requirement, [from = '', until = '']]): Exception => {
          return { requirement, reason: '-', approvedBy: '-', from, until };
        });
        const base: Omit<Assessment, 'answers'> = {
          subject: {},
          questionnaires: new Map(),
          measures: new Map(),
          equivalents: [],
          exceptions,
        };
        const assessment = { ...base, answers };
        const expected = decayOf(bank, assessment, '2025-12-31').verdictEnds?.day;
        if (expected !== undefined) ending++;
        expect(endOf(bank, assessment, '2025-12-31')).toBe(expected);
      }),
      { numRuns: runs(600) },
    );
    expect(ending).toBeGreaterThan(enough(40));
  });
});

describe('on papers of two requirements', () => {
  const day = '2027-03-30';
  const dated = (validUntil: string) => given('yes', { text: 'proof', validUntil });
  const bank = [
    choice('contract'),
    choice('server'),
    choice('sector'),
    choice('gate'),
    choices('functions', ['a', 'b']),
  ];
  const each = choice('basis', ['yes', 'no'], { each: 'functions' });
  const gated = choice('deep', ['yes', 'no'], { askWhen: is('gate', 'yes') });
  const questions = [...bank, each, gated];
  const paper = questionnaire('paper', [
    requirement('R-1', is('contract', 'yes')),
    requirement('R-2', is('server', 'yes')),
  ]);
  const other = questionnaire('other', [requirement('R-3', is('server', 'yes'))]);

  function ends(
    papers: readonly Questionnaire[],
    answers: Readonly<Record<string, Answer>>,
    exceptions: readonly Exception[] = [],
  ) {
    const assessment = { ...emptyAssessment, answers: new Map(Object.entries(answers)), exceptions };
    const small = catalogue(questions, papers);
    const end = endOf(small, assessment, day);
    // What it promises, on top of what is written below.
    expect(end).toBe(decayOf(small, assessment, day).verdictEnds?.day);
    return end;
  }

  const yes = given('yes');
  const no = given('no');

  test('it is the day after the first proof of what counts', () => {
    expect(ends([paper], { contract: dated('2027-05-31'), server: dated('2027-04-30') })).toBe('2027-05-01');
  });

  test('there is none where nothing lapses, or what does changes nothing', () => {
    expect(ends([paper], { contract: yes, server: yes })).toBeUndefined();
    // Nothing makes good what is violated beside it.
    expect(ends([paper], { contract: dated('2027-04-30'), server: no })).toBeUndefined();
    expect(ends([paper], { contract: yes, server: yes, gate: dated('2027-04-30') })).toBeUndefined();
  });

  test('it is that of an exception, from which on what it excused is violated again', () => {
    const excused = { requirement: 'R-2', reason: '-', approvedBy: '-', from: '2027-01-01', until: '2027-06-30' };
    expect(ends([paper], { contract: yes, server: no }, [excused])).toBe('2027-07-01');
    expect(ends([paper], { contract: yes, server: no }, [{ ...excused, requirement: 'gone' }])).toBeUndefined();
  });

  test('a later lapse adds to an earlier one', () => {
    const some = requirement('R-1', { op: 'any', of: [is('contract', 'yes'), is('server', 'yes')] });
    const either = questionnaire('paper', [some]);
    expect(ends([either], { contract: dated('2027-04-30'), server: dated('2027-05-31') })).toBe('2027-06-01');
  });

  test('of a requirement on each of several choices, any one of them counts', () => {
    const perFunction = questionnaire('paper', [requirement('R-1', is('basis', 'yes'), { each: 'functions' })]);
    const functions = given(['a', 'b']);
    const answers = { functions, [answerKey('basis', 'a')]: yes, [answerKey('basis', 'b')]: dated('2027-04-30') };
    expect(ends([perFunction], answers)).toBe('2027-05-01');
    expect(
      ends([perFunction], {
        functions: given(['a', 'b'], { text: 'proof', validUntil: '2027-04-30' }),
        [answerKey('basis', 'a')]: yes,
        [answerKey('basis', 'b')]: yes,
      }),
    ).toBe('2027-05-01');
  });

  test('what decides whether something is asked counts as well', () => {
    const deep = questionnaire('paper', [requirement('R-1', is('deep', 'yes'))]);
    expect(ends([deep], { gate: dated('2027-04-30'), deep: yes })).toBe('2027-05-01');
  });

  test('so does what decides whom a paper binds', () => {
    const binding = { ...other, binds: is('sector', 'yes') };
    // Not knowing whom it binds, nobody knows what counts.
    expect(ends([paper, binding], { sector: dated('2027-04-30'), contract: no, server: yes })).toBe('2027-05-01');
  });

  test('and a lapse in a paper that another extends', () => {
    const extension = questionnaire('own', [requirement('O-1', is('gate', 'yes'))], {
      extends: { base: 'paper', raised: new Map() },
    });
    expect(ends([paper, extension], { gate: yes, contract: yes, server: dated('2027-04-30') })).toBe('2027-05-01');
  });
});
