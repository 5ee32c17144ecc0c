import { expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { type Assessment, emptyAssessment } from '../../src/domain/assessment.ts';
import { decayOf } from '../../src/evaluate/decay.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { describeDecay } from '../../src/report/describe-decay.ts';
import { wordings } from '../../src/wording/wording.ts';
import { catalogue, choice, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const papers = catalogue(
  [choice('contract'), choice('server')],
  [
    questionnaire('Leitfaden', [
      requirement('R-1', is('contract', 'yes')),
      requirement('R-2', is('contract', 'yes')),
      requirement('R-3', is('server', 'yes')),
    ]),
  ],
);
const no: Answer = { state: 'given', value: 'no', evidence: [] };
const yes: Answer = { state: 'given', value: 'yes', evidence: [{ text: 'Testat', validUntil: '2027-03-31' }] };
const exception = {
  requirement: 'R-3',
  reason: 'Umzug',
  approvedBy: 'Leitung',
  from: '2027-01-01',
  until: '2027-06-30',
};

function described(answers: Assessment['answers'], exceptions: Assessment['exceptions'] = []) {
  const assessment: Assessment = {
    ...emptyAssessment,
    answers,
    exceptions,
  };
  const evaluation = evaluate(papers, assessment, '2027-03-30');
  const telling = { catalogue: papers, evaluation, language: 'de', words: wordings.de } as const;
  return describeDecay(decayOf(papers, assessment, '2027-03-30'), telling);
}

test('findings that change for the same reason stand in one line, with the verdicts after them', () => {
  const answers = new Map([
    ['contract', yes],
    ['server', no],
  ]);
  const validity = described(answers, [exception]);
  expect(validity?.verdictEnds).toBe('2027-04-01');
  expect(validity?.days.map(({ label, lines }) => [label, ...lines])).toEqual([
    [
      'Ab dem 01.04.2027',
      'wieder offen: R-1, R-2 (Nachweis gültig bis 31.03.2027: Testat)',
      'Ergebnis nach „Leitfaden“: bisher „vertretbar mit Auflagen“, dann „noch nicht beurteilbar“',
      'Gesamtergebnis: bisher „vertretbar mit Auflagen“, dann „noch nicht beurteilbar“',
    ],
    [
      'Ab dem 01.07.2027',
      'nicht erfüllt: R-3 (genehmigte Abweichung gültig bis 30.06.2027)',
      'Ergebnis nach „Leitfaden“: bisher „noch nicht beurteilbar“, dann „Einsatz nicht vertretbar“',
      'Gesamtergebnis: bisher „noch nicht beurteilbar“, dann „Einsatz nicht vertretbar“',
    ],
  ]);
  expect(validity?.days[1]?.findings).toEqual([{ id: 'R-3', before: 'accepted', after: 'violated' }]);
});

test('a verdict that outlives its findings is said to', () => {
  const answers = new Map([
    ['contract', yes],
    ['server', no],
  ]);
  const validity = described(answers);
  expect(validity?.verdictEnds).toBeNull();
  expect(validity?.sentence).toContain('„Einsatz nicht vertretbar“ ändert sich durch Zeitablauf allein nicht');
});

test('there is nothing to say where nothing runs out', () => {
  expect(described(new Map([['contract', no]]))).toBeNull();
});
