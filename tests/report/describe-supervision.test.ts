import { expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { emptyAssessment } from '../../src/domain/assessment.ts';
import type { Language } from '../../src/domain/language.ts';
import type { ChoiceQuestion } from '../../src/domain/question.ts';
import { authorities, supervisionOf } from '../../src/domain/supervision.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { buildReport } from '../../src/report/build-report.ts';
import type { Depth } from '../../src/report/report.ts';
import { wordings } from '../../src/wording/wording.ts';
import { shippedCatalogue as catalogue } from '../support/shipped-catalogue.ts';

interface Case {
  readonly sector?: string;
  readonly state?: string;
  readonly language?: Language;
  readonly depth?: Depth;
}

function headOf({ sector, state, language = 'de', depth = 'brief' }: Case) {
  const given = Object.entries({ sector, state }).flatMap(([id, value]): readonly [string, Answer][] =>
    value === undefined ? [] : [[id, { state: 'given', value, evidence: [] }]],
  );
  const assessment = { ...emptyAssessment, answers: new Map(given) };
  const evaluation = evaluate(catalogue, assessment, '2026-11-23');
  const file = { name: 'a.yaml', sha256: '0'.repeat(64) };
  const words = wordings[language];
  return buildReport({
    ...{ catalogue, assessment, evaluation, language, words, file, depth, version: '1', warnings: [] },
  }).head;
}

function supervisionIn(one: Case): string | undefined {
  return headOf(one).find(({ id }) => id === 'supervision')?.value;
}

test.each<Case & { expected: string }>([
  {
    ...{ sector: 'municipality', state: 'nw' },
    expected: 'Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen (LDI NRW)',
  },
  {
    ...{ sector: 'municipality', state: 'th' },
    expected:
      'Thüringer Landesbeauftragter für den Datenschutz und die Informationsfreiheit (TLfDI); nach allgemeiner Kenntnis, nicht nachgelesen',
  },
  {
    ...{ sector: 'state-authority', state: 'sl' },
    expected:
      'Unabhängiges Datenschutzzentrum Saarland (UDZ); ausgenommen Gerichte, soweit sie Recht sprechen (Art. 55 Abs. 3 DSGVO); für Rundfunkanstalten gelten eigene Regeln',
  },
  {
    ...{ sector: 'school', state: 'by', language: 'en' },
    expected:
      'if publicly run: Bavarian State Commissioner for Data Protection (BayLfD); if privately run: Bavarian State Office for Data Protection Supervision (BayLDA); from general knowledge, not looked up',
  },
  {
    ...{ sector: 'hospital', state: 'by' },
    expected:
      'in öffentlicher Trägerschaft: Bayerischer Landesbeauftragter für den Datenschutz (BayLfD); in privater Trägerschaft: Bayerisches Landesamt für Datenschutzaufsicht (BayLDA); nach allgemeiner Kenntnis, nicht nachgelesen',
  },
  {
    ...{ sector: 'company', state: 'by' },
    expected:
      'Bayerisches Landesamt für Datenschutzaufsicht (BayLDA); nur bei öffentlichen Stellen Bayerischer Landesbeauftragter für den Datenschutz (BayLfD); nach allgemeiner Kenntnis, nicht nachgelesen',
  },
  {
    ...{ sector: 'company', state: 'by', language: 'en' },
    expected:
      'Bavarian State Office for Data Protection Supervision (BayLDA); for public bodies only, Bavarian State Commissioner for Data Protection (BayLfD); from general knowledge, not looked up',
  },
  {
    ...{ sector: 'company', state: 'ni' },
    expected: 'Landesbeauftragter für den Datenschutz Niedersachsen (LfD)',
  },
  {
    sector: 'federal-authority',
    expected: 'Bundesbeauftragte für den Datenschutz und die Informationsfreiheit (BfDI)',
  },
  {
    ...{ sector: 'church', state: 'nw', language: 'en' },
    expected:
      'Data protection supervision of the church, where it applies data protection rules of its own (Art. 91 GDPR); which body that is has to be settled by church and territory. Without such rules, the state supervisory authority is competent',
  },
  {
    expected:
      'noch offen; hängt davon ab, um welche Art von Organisation es sich handelt und in welchem Land sie ihren Sitz hat',
  },
  { sector: 'company', expected: 'noch offen; hängt davon ab, in welchem Land die Organisation ihren Sitz hat' },
  { state: 'by', expected: 'noch offen; hängt davon ab, um welche Art von Organisation es sich handelt' },
  {
    language: 'en',
    expected: 'still open; it depends on the kind of organisation and the state in which it is based',
  },
  {
    sector: 'company',
    language: 'en',
    expected: 'still open; it depends on the state in which the organisation is based',
  },
])('the head says who supervises ($sector, $state)', ({ expected, ...one }) => {
  expect(supervisionIn(one)).toBe(expected);
});

test('it stands in the brief and in the memo, in the place of a head', () => {
  const ids = (depth: Depth) => headOf({ sector: 'federal-authority', depth }).map(({ id }) => id);
  expect(ids('brief')).toEqual(['reference', 'supervision']);
  expect(ids('full')).toEqual(['subject', 'reference', 'supervision', 'result', 'steps']);
});

test('every kind of organisation and every state that can be chosen has an authority, and every authority is reached', () => {
  const choicesOf = (id: string) => (catalogue.questions.get(id) as ChoiceQuestion).choices.map((one) => one.id);
  const all = choicesOf('sector').flatMap((sector) => choicesOf('state').map((state) => supervisionOf(sector, state)));
  expect(all).not.toContain(undefined);
  const reached = all.flatMap((one) => (one?.kind === 'authority' ? [one.authority] : []));
  expect(new Set(reached)).toEqual(new Set(authorities));
});
