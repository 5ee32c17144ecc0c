import { expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { emptyAssessment } from '../../src/domain/assessment.ts';
import type { Language } from '../../src/domain/language.ts';
import type { ChoiceQuestion } from '../../src/domain/question.ts';
import { authorities, supervisionOf } from '../../src/domain/supervision.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { buildReport } from '../../src/report/build-report.ts';
import type { Depth, Report } from '../../src/report/report.ts';
import { wordings } from '../../src/wording/wording.ts';
import { shippedCatalogue as catalogue } from '../support/shipped-catalogue.ts';

interface Case {
  readonly sector?: string;
  readonly state?: string;
  readonly messenger?: string;
  readonly language?: Language;
  readonly depth?: Depth;
}

function reportOn({ sector, state, messenger, language = 'de', depth = 'brief' }: Case): Report {
  const given = Object.entries({ sector, state, messenger }).flatMap(([id, value]): readonly [string, Answer][] =>
    value === undefined ? [] : [[id, { state: 'given', value, evidence: [] }]],
  );
  const assessment = { ...emptyAssessment, answers: new Map(given) };
  const evaluation = evaluate(catalogue, assessment, '2026-11-23');
  const file = { name: 'a.yaml', sha256: '0'.repeat(64) };
  const words = wordings[language];
  return buildReport({
    ...{ catalogue, assessment, evaluation, language, words, file, depth, version: '1', warnings: [] },
  });
}

function headOf(one: Case) {
  return reportOn(one).head;
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
  expect(ids('full')).toEqual(['subject', 'reference', 'supervision', 'result', 'reason', 'steps']);
});

test('every kind of organisation and every state that can be chosen has an authority, and every authority is reached', () => {
  const choicesOf = (id: string) => (catalogue.questions.get(id) as ChoiceQuestion).choices.map((one) => one.id);
  const all = choicesOf('sector').flatMap((sector) => choicesOf('state').map((state) => supervisionOf(sector, state)));
  expect(all).not.toContain(undefined);
  const reached = all.flatMap((one) => (one?.kind === 'authority' ? [one.authority] : []));
  expect(new Set(reached)).toEqual(new Set(authorities));
});

const whatsapp = { messenger: 'whatsapp' };

test.each<Case & { expected: readonly string[] }>([
  { ...whatsapp, sector: 'school', state: 'he', expected: ['E-56'] },
  { ...whatsapp, sector: 'municipality', state: 'bw', expected: ['E-54'] },
  { messenger: 'whatsapp-business-platform', sector: 'municipality', state: 'bw', expected: ['E-54', 'F-10'] },
  // It said so for schools.
  { ...whatsapp, sector: 'municipality', state: 'he', expected: [] },
  // Of another authority.
  { ...whatsapp, sector: 'school', state: 'sh', expected: [] },
  // Of companies in Bavaria, the authority for private bodies is competent.
  { ...whatsapp, sector: 'company', state: 'by', expected: ['E-55'] },
  { ...whatsapp, sector: 'hospital', state: 'by', expected: [] },
  // Known from a party only, not from the authority itself.
  { ...whatsapp, sector: 'municipality', state: 'bb', expected: [] },
  // A paper of the authority counts: in that it has spoken.
  { ...whatsapp, sector: 'municipality', state: 'nw', expected: [] },
  { ...whatsapp, sector: 'company', state: 'ni', expected: [] },
  { ...whatsapp, sector: 'church', state: 'he', expected: [] },
  { ...whatsapp, state: 'he', expected: [] },
])('what the competent authority itself has said is shown ($sector, $state)', ({ expected, ...one }) => {
  expect(reportOn(one).verdict.statements.map(({ id }) => id)).toEqual(expected);
});

test('the brief says it, with how far it is documented', () => {
  const { brief, verdict } = reportOn({ ...whatsapp, sector: 'school', state: 'he' });
  const said = catalogue.evidence.get('E-56')?.holding.de ?? '';
  expect(verdict.basis.id).toBe('orientation');
  expect(said.length).toBeGreaterThan(100);
  const ground = brief.grounds.find((one) => one.includes(said));
  expect(ground).toMatch(/^Die zuständige Aufsicht selbst hat sich .* \(E-56; 24\.06\.2019; nur über Dritte belegt\)$/);
});
