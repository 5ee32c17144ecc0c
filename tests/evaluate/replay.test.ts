import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, answerOn } from '../../src/domain/answer.ts';
import { type Assessment, type Exception, emptyAssessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Cause, Situation } from '../../src/domain/difference.ts';
import { causesBetween } from '../../src/evaluate/causes.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { nameOf, outcomeOf, outcomesFrom } from '../../src/evaluate/outcomes.ts';
import { replayOf } from '../../src/evaluate/replay.ts';
import { dated } from '../../src/evaluate/to-finding.ts';
import { worlds } from '../support/random-worlds.ts';
import { runs } from '../support/runs.ts';
import { catalogue, choice, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const [oldDay, newDay] = ['2026-01-01', '2027-01-01'];
const yes: Answer = { state: 'given', value: 'yes', evidence: [] };
const no: Answer = { ...yes, value: 'no' };
const unknown: Answer = { state: 'unknown', reason: 'asked-provider', evidence: [] };
const bank = catalogue([choice('a')], [questionnaire('paper', [requirement('R-1', is('a', 'yes'))])]);

function until(validUntil: string, answer: Answer = yes): Answer {
  return { ...answer, evidence: [{ text: validUntil, validUntil }] };
}

function exception(requirementId: string, from: string, last: string): Exception {
  return { requirement: requirementId, reason: 'move', approvedBy: 'head', from, until: last };
}

function situation(date: string, more: Partial<Assessment> = {}, all: Catalogue = bank): Situation {
  return { catalogue: all, assessment: { ...emptyAssessment, ...more }, date };
}

/** The old situation with those causes that some test picks, of all between it and the new one. */
function replayed(old: Situation, now: Situation, isPicked: (cause: Cause) => boolean = () => true): Situation {
  return replayOf(old, now)(causesBetween(old, now).filter(isPicked));
}

/** What an answer comes to on the new day. */
function counted({ assessment, date }: Situation, key = 'a'): string | undefined {
  const answer = assessment.answers.get(key);
  const counting = answer && answerOn(date, answer);
  return counting?.state === 'given' ? String(counting.value) : counting?.state;
}

function activeIn({ assessment: { exceptions }, date }: Situation): readonly string[] {
  return exceptions.filter((one) => dated(one, date).state === 'active').map((one) => one.requirement);
}

describe('the old situation, judged on the new day,', () => {
  const none = () => false;

  test('has the proofs and exceptions that counted on the old day', () => {
    const answers = new Map([
      ['lasting', until('2030-12-31')],
      ['ending', until('2026-06-30')],
      ['ended', until('2025-06-30')],
      ['unknown', until('2025-06-30', unknown)],
    ]);
    const exceptions = [
      exception('active', '2025-01-01', '2030-12-31'),
      exception('ending', '2025-01-01', '2026-06-30'),
      exception('ended', '2025-01-01', '2025-06-30'),
      exception('beginning', '2026-07-01', '2030-12-31'),
    ];
    const start = replayed(situation(oldDay, { answers, exceptions }), situation(newDay), none);
    expect(start.date).toBe(newDay);
    expect([...answers.keys()].map((key) => counted(start, key))).toEqual(['yes', 'yes', 'unknown', 'unknown']);
    expect(activeIn(start)).toEqual(['active', 'ending']);
  });

  test('with another messenger has that one alone, and the rest of its subject', () => {
    const old = situation(oldDay, { subject: { messenger: 'one', use: 'chat' } });
    const to = (messenger?: string) =>
      replayed(old, situation(newDay, { subject: messenger === undefined ? {} : { messenger } })).assessment.subject;
    expect(to('other')).toEqual({ messenger: 'other', use: 'chat' });
    expect(to()).toStrictEqual({ use: 'chat' });
  });

  test('with another choice has the questionnaires of the new one', () => {
    const chosen = (id: string) => ({ questionnaires: new Map([[id, '1']]) });
    const start = replayed(situation(oldDay, chosen('p')), situation(newDay, chosen('q')));
    expect([...start.assessment.questionnaires.keys()]).toEqual(['q']);
  });

  test.each<[string, Answer | undefined, Answer | undefined, string | undefined]>([
    ['comes', undefined, yes, 'yes'],
    ['goes', yes, undefined, undefined],
    ['is another', yes, no, 'no'],
    ['is another, and lost its proof', until('2026-06-30'), until('2026-06-30', no), 'no'],
    ['is another, while its proof had expired', until('2025-06-30'), until('2025-06-30', no), 'unknown'],
    ['comes without valid proof', undefined, until('2025-06-30'), 'unknown'],
    ['becomes known', unknown, until('2030-12-31', no), 'no'],
  ])('with an answer that %s has it, whatever became of its proofs', (_, from, to, expected) => {
    const file = (answer?: Answer) => ({ answers: new Map(answer === undefined ? [] : [['a', answer]]) });
    const [old, now] = [situation(oldDay, file(from)), situation(newDay, file(to))];
    expect(counted(replayed(old, now, ({ kind }) => kind === 'answer'))).toBe(expected);
  });

  test('with the proofs of the new day has the old answer', () => {
    const file = (answer: Answer) => ({ answers: new Map([['a', answer]]) });
    const evidence = ({ kind }: Cause) => kind === 'evidence';
    const [lost, renewed] = [until('2026-06-30', no), until('2030-12-31', no)];
    expect(
      counted(replayed(situation(oldDay, file(until('2026-06-30'))), situation(newDay, file(lost)), evidence)),
    ).toBe('unknown');
    expect(
      counted(replayed(situation(oldDay, file(until('2025-06-30'))), situation(newDay, file(renewed)), evidence)),
    ).toBe('yes');
  });

  test('with both, has the new answer with the new proofs, in either order', () => {
    const old = situation(oldDay, { answers: new Map([['a', until('2026-06-30')]]) });
    const now = situation(newDay, { answers: new Map([['a', until('2026-06-30', no)]]) });
    const causes = causesBetween(old, now);
    expect(causes.map(({ kind }) => kind)).toEqual(['answer', 'evidence']);
    for (const order of [causes, causes.toReversed()]) expect(counted(replayOf(old, now)(order))).toBe('unknown');
  });

  test('with an equivalent measure that comes or goes has it, and the others as before', () => {
    const measure = (id: string) => ({ requirement: id, measure: 'other channel', evidence: 'concept' });
    const old = situation(oldDay, { equivalents: [measure('R-1'), measure('R-2')] });
    const now = situation(newDay, { equivalents: [measure('R-2'), measure('R-3')] });
    const { equivalents } = replayed(old, now).assessment;
    expect(equivalents.map((one) => one.requirement)).toEqual(['R-2', 'R-3']);
    const coming = replayed(old, now, (cause) => cause.kind === 'equivalent' && cause.to !== undefined).assessment;
    expect(coming.equivalents.map((one) => one.requirement)).toEqual(['R-1', 'R-2', 'R-3']);
  });

  test('with exceptions that begin or end has those in force on the new day, and the others as before', () => {
    const [lasting, ending] = [
      exception('R-1', '2025-01-01', '2030-12-31'),
      exception('R-2', '2025-01-01', '2026-06-30'),
    ];
    const beginning = exception('R-3', '2026-07-01', '2030-12-31');
    const exceptions = [lasting, ending, beginning];
    const [old, now] = [situation(oldDay, { exceptions }), situation(newDay, { exceptions })];
    expect(activeIn(replayed(old, now, none))).toEqual(['R-1', 'R-2']);
    expect(activeIn(replayed(old, now))).toEqual(['R-1', 'R-3']);
    expect(activeIn(replayed(old, now, (cause) => cause.kind === 'exception' && cause.requirement === 'R-3'))).toEqual([
      'R-1',
      'R-2',
      'R-3',
    ]);
  });
});

describe('the old catalogue', () => {
  const gated = (id: string) => choice('paper', ['yes', 'no'], { askWhen: is(id, 'yes') });
  const paper = (id: string, value: string) => questionnaire(id, [requirement(`R-${id}`, is('a', value))]);
  const before = catalogue([choice('a'), gated('a'), choice('old')], [paper('paper', 'yes'), paper('gone', 'yes')]);
  const after = catalogue([choice('a'), gated('new'), choice('new')], [paper('paper', 'no'), paper('come', 'no')]);
  const [old, now] = [situation(oldDay, {}, before), situation(newDay, {}, after)];
  const causes = causesBetween(old, now);
  const replay = replayOf(old, now);
  const of = (name: string) => causes.filter((one) => 'questionnaire' in one && one.questionnaire === name);
  const gate = causes.filter(({ kind }) => kind === 'question');

  test('stays as it is without a cause in it, with the questions of both', () => {
    const { questions, questionnaires } = replay([]).catalogue;
    expect([...questions.keys()].sort()).toEqual(['a', 'new', 'old', 'paper']);
    expect(questions.get('paper')).toBe(before.questions.get('paper'));
    expect(new Map(questionnaires)).toEqual(before.questionnaires);
  });

  test('has, with a questionnaire that is another, comes or goes, that of the new one', () => {
    const papers = (some: readonly Cause[]) => [...replay(some).catalogue.questionnaires.values()];
    const [oldPaper, gone] = [before.questionnaires.get('paper'), before.questionnaires.get('gone')];
    const [newPaper, come] = [after.questionnaires.get('paper'), after.questionnaires.get('come')];
    expect(papers(of('paper'))).toEqual([newPaper, gone]);
    expect(papers(of('gone'))).toEqual([oldPaper]);
    expect(papers(of('come'))).toEqual([oldPaper, come, gone]);
    expect(papers(causes)).toEqual([newPaper, come]);
  });

  test('has, with a question asked on another condition, the new one, and the questionnaire of that name as before', () => {
    const { questions, questionnaires } = replay(gate).catalogue;
    expect(questions.get('paper')).toBe(after.questions.get('paper'));
    expect(questionnaires.get('paper')).toBe(before.questionnaires.get('paper'));
    expect(replay(of('paper')).catalogue.questions.get('paper')).toBe(before.questions.get('paper'));
  });

  test('is mixed once for the same causes in it, whatever other causes there are', () => {
    const messenger: Cause = { kind: 'messenger', from: undefined, to: 'one' };
    expect(replay([...gate, messenger]).catalogue).toBe(replay(gate).catalogue);
    expect(replay([messenger]).catalogue).toBe(replay([]).catalogue);
  });
});

/** Two small catalogues and assessments, and some of the causes between them. */
const comparisons = fc
  .tuple(
    worlds({ partsAtLeast: 0, isEntangled: true }),
    worlds({ partsAtLeast: 0, isEntangled: true }),
    fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
    fc.boolean(),
  )
  .map(([one, other, picks, isSameBank]) => {
    const old: Situation = { catalogue: one.bank, assessment: one.before, date: oldDay };
    const now: Situation = isSameBank
      ? {
          catalogue: one.bank,
          assessment: { ...other.before, questionnaires: new Map([['paper-0', '1']]) },
          date: newDay,
        }
      : { catalogue: other.bank, assessment: other.before, date: newDay };
    const causes = causesBetween(old, now);
    return { old, now, causes, some: causes.filter((_, at) => picks[at]) };
  });

describe('what some causes come to', () => {
  test('is what evaluating the old situation with them does', () => {
    fc.assert(
      fc.property(comparisons, ({ old, now, causes, some }) => {
        const outcomes = outcomesFrom({ old, now }, causes);
        const replay = replayOf(old, now);
        for (const set of [some, causes.filter((one) => !some.includes(one)), [], some.slice(0, 1)]) {
          const situationNow = replay(set);
          const evaluation = evaluate(situationNow.catalogue, situationNow.assessment, situationNow.date);
          const expected = outcomeOf(evaluation);
          const found = outcomes.all(set);
          expect(new Map([...found.statuses].sort())).toEqual(new Map([...expected.statuses].sort()));
          expect(found.verdicts).toEqual(expected.verdicts);
          expect(outcomes.verdicts(set)).toEqual(expected.verdicts);
          for (const finding of evaluation.findings) {
            expect(outcomes.statusOf(finding, set)).toBe(expected.statuses.get(nameOf(finding)));
            const elsewhere = { ...finding, item: 'no such choice' };
            expect(outcomes.statusOf(elsewhere, set)).toBeUndefined();
          }
        }
      }),
      { numRuns: runs(40) },
    );
  });

  test('is found out once', () => {
    const [old, now] = [situation(oldDay, { answers: new Map([['a', yes]]) }), situation(newDay)];
    const causes = causesBetween(old, now);
    const outcomes = outcomesFrom({ old, now }, causes);
    expect(outcomes.verdicts(causes)).toBe(outcomes.verdicts(causes));
    expect(outcomes.verdicts([])).not.toBe(outcomes.verdicts(causes));
    expect([...outcomes.verdicts([]).values()]).toEqual(['permissible', 'permissible']);
    expect([...outcomes.verdicts(causes).values()]).toEqual(['undetermined', 'undetermined']);
  });

  test('is nothing where the requirement, or its questionnaire, is not there', () => {
    const { findings } = evaluate(bank, emptyAssessment, oldDay);
    const [finding] = findings;
    if (finding === undefined) throw new Error('there is one');
    const outcomes = outcomesFrom({ old: situation(oldDay), now: situation(newDay) }, []);
    expect(outcomes.statusOf(finding, [])).toBe('open');
    expect(outcomes.statusOf({ ...finding, questionnaire: 'other' }, [])).toBeUndefined();
    const other = { ...finding, requirement: { ...finding.requirement, id: 'R-2' } };
    expect(outcomes.statusOf(other, [])).toBeUndefined();
  });

  test('is told by names that keep apart what could be one text', () => {
    const finding = (questionnaireId: string, id: string, item?: string) => {
      const [one] = evaluate(bank, emptyAssessment, oldDay).findings;
      if (one === undefined) throw new Error('there is one');
      const named = { ...one, questionnaire: questionnaireId, requirement: { ...one.requirement, id } };
      return nameOf(item === undefined ? named : { ...named, item });
    };
    const names = [
      finding('p', 'R'),
      finding('p', 'R', 'a'),
      finding('p', 'R', 'b'),
      finding('q', 'R'),
      finding('p', 'S'),
    ];
    expect(new Set(names).size).toBe(5);
  });
});
