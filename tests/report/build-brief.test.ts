import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reportOn } from '../../src/commands/make-report.ts';
import type { Language } from '../../src/domain/language.ts';
import { inputFile } from '../../src/files/input-file.ts';
import { packageRoot } from '../../src/package-root.ts';
import type { Report } from '../../src/report/report.ts';
import { wordings } from '../../src/wording/wording.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';

async function reportOnExample(name: string, language: Language = 'de'): Promise<Report> {
  const bytes = await readFile(path.join(packageRoot, 'questionnaires/examples', `${name}.yaml`));
  const options = { catalogue: shippedCatalogue, language, date: '2026-11-28', withOutlook: true } as const;
  return reportOn(inputFile(`${name}.yaml`, bytes), options);
}

const measuresOf = (report: Report) => report.measures.flatMap(({ measures }) => measures);
const { brief: words } = wordings.de.memo;

test('a reason says that the demand it names is not met', async () => {
  const { brief, findings } = await reportOnExample('kommune-whatsapp');
  const titles = new Map(findings.flatMap((group) => group.findings).map(({ id, title }) => [id, title]));
  expect(brief.reasons.length).toBeGreaterThan(2);
  for (const { title } of brief.reasons) expect(title).toMatch(/^Nicht erfüllt \(MUSS(?:, Stufe vorgeschlagen)?\): /);
  expect(brief.reasons.map(({ id, title }) => title.endsWith(`: ${titles.get(id)}`))).not.toContain(false);
});

test('where no measure makes the use permissible, none is listed as if it did', async () => {
  const report = await reportOnExample('kommune-whatsapp');
  expect(report.verdict.id).toBe('impermissible');
  expect(report.outlook?.goals[0]?.reach.id).toBe('other-product');
  expect(report.brief.measures).toEqual([]);
  const count = measuresOf(report).length;
  expect(count).toBeGreaterThan(1);
  expect(report.brief.measuresRemark).toBe(words.measuresInVain['other-product'](count));
});

test.each(['kommune-whatsapp', 'krankenhaus-whatsapp', 'bund-matrix', 'schule-threema-work'])(
  'no reason and no measure of %s is cut within a sentence',
  async (name) => {
    const { brief, findings, measures } = await reportOnExample(name);
    const whole = findings.flatMap((group) => group.findings).map(({ text }) => text);
    const all = measures.flatMap((group) => group.measures).map(({ text }) => text);
    const isSaidBy = (texts: readonly string[]) => (text: string) =>
      texts.some((one) => one === text || (text.endsWith('. …') && one.startsWith(text.slice(0, -1))));
    const reasons = brief.reasons.flatMap(({ text }) => text ?? []);
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.filter((text) => !isSaidBy(whole)(text))).toEqual([]);
    expect(brief.measures.map(({ text }) => text).filter((text) => !isSaidBy(all)(text))).toEqual([]);
  },
);

test('reasons that there is no room to explain go by their title alone; the first is explained', async () => {
  const { brief } = await reportOnExample('krankenhaus-ti-messenger');
  expect(brief.reasons).toHaveLength(5);
  expect(brief.measures).not.toEqual([]);
  expect(brief.reasons[0]?.text).toMatch(/\.$/);
  expect(brief.reasons.at(-1)?.text).toBeNull();
  // The room for measures that cannot help is given to the reasons.
  const hopeless = await reportOnExample('krankenhaus-whatsapp');
  expect(hopeless.brief.measures).toEqual([]);
  expect(hopeless.brief.reasons.slice(0, -1).filter(({ text }) => text === null)).toEqual([]);
});

test('conditions are listed even where they do not lead to a use without any', async () => {
  const report = await reportOnExample('kommune-saarland');
  expect(report.verdict.id).toBe('conditional');
  expect(report.outlook?.goals[0]?.reach.id).toBe('other-product');
  expect(report.brief.measures).toHaveLength(3);
  // All three conditions are listed: on what is left, the result does not depend.
  expect(report.verdict.reasons).toHaveLength(3);
  expect(report.brief.measuresRemark).toBe(words.moreThanConditions(0, measuresOf(report).length - 3));
});

test('the brief says what papers that only orient come to, and what was not seen in the original', async () => {
  const { brief, verdict, questionnaires } = await reportOnExample('kommune-saarland');
  const stricter = questionnaires.filter((one) => one.binding.id === 'orients' && one.verdict.id === 'impermissible');
  expect(stricter.length).toBeGreaterThan(1);
  expect(brief.grounds).toEqual([
    wordings.de.report.basis[verdict.basis.id],
    words.binding(['Prüfung des UDZ Saarland zu WhatsApp bei Kommunen (Zusammenstellung des Fragenkatalogs)']),
    words.stricter(
      'Einsatz nicht vertretbar',
      stricter.map(({ title }) => title),
    ),
  ]);
  expect(brief.doubts[0]).toBe(words.unseen(['SL-03'], []));
});

test('what is merely remembered is told apart from what others report', async () => {
  const { brief, findings } = await reportOnExample('krankenhaus-ti-messenger');
  const all = findings.flatMap((group) => group.findings);
  const restingOn = (certainty: string) =>
    brief.reasons.filter(({ id }) => all.some((one) => one.id === id && one.checked.id === certainty));
  const [reported, recalled] = [restingOn('secondary'), restingOn('recall')].map((reasons) =>
    reasons.map(({ label }) => label),
  );
  expect(recalled).not.toEqual([]);
  expect(brief.doubts).toContain(words.unseen(reported ?? [], recalled ?? []));
});

test.each([
  { language: 'de', start: 'Zu LDI-NRW-04: Die Übertragung von Videokonferenzsystemen auf Messenger' },
  { language: 'en', start: 'On LDI-NRW-04: Carrying this over from video conferencing systems to messengers' },
] as const)('a reason that somebody must not rely on unread carries its caveat ($language)', async (expected) => {
  const { brief, findings } = await reportOnExample('kommune-nrw', expected.language);
  const caveat = findings.flatMap((group) => group.findings).find(({ id }) => id === 'LDI-NRW-04')?.caveat;
  expect(brief.reasons.map(({ id }) => id)).toContain('LDI-NRW-04');
  const said = brief.doubts.filter((text) => text.startsWith(expected.start));
  expect(said).toEqual([wordings[expected.language].memo.brief.caveat(['LDI-NRW-04'], String(caveat))]);
});

test('reasons that share a caveat are named together', async () => {
  const { brief, findings } = await reportOnExample('kommune-niedersachsen');
  const caveats = new Map(findings.flatMap((group) => group.findings).map(({ id, caveat }) => [id, caveat]));
  const shared = brief.reasons.filter(({ id }) => caveats.get(id)?.startsWith('Das Merkblatt richtet sich'));
  expect(shared.length).toBeGreaterThan(1);
  const [first] = shared;
  const labels = shared.map(({ label }) => label);
  expect(brief.doubts).toContain(words.caveat(labels, String(caveats.get(first?.id ?? ''))));
});

test('papers that come to nothing worse are not named', async () => {
  const { brief, verdict } = await reportOnExample('kommune-whatsapp');
  expect(verdict.id).toBe('impermissible');
  expect(brief.grounds.join(' ')).not.toContain('strengeren Ergebnis');
});

test('open questions that cannot change the result are counted, and not asked', async () => {
  const { brief, outlook, openPoints } = await reportOnExample('kommune-whatsapp');
  expect(outlook?.overall.best.id).toBe(outlook?.overall.worst.id);
  const count = openPoints.flatMap(({ points }) => points).length;
  expect(brief.open).toEqual({ hint: words.openInVain(count), questions: [] });
});

test('where no messenger leads to anything better, it says what stands against all of them', async () => {
  const bytes = await readFile(path.join(packageRoot, 'questionnaires/examples/kommune-whatsapp.yaml'));
  const options = { catalogue: shippedCatalogue, language: 'de', date: '2026-11-28', withAlternatives: true } as const;
  const { brief, alternatives } = await reportOn(inputFile('kommune-whatsapp.yaml', bytes), options);
  const deciding = alternatives?.columns.map(({ decidedBy }) => decidedBy.map(({ id }) => id)) ?? [];
  expect(deciding.length).toBeGreaterThan(20);
  // Without a processing contract, no product does; the rest of what decides differs.
  expect(deciding.every((ids) => ids.includes('BFDI-05'))).toBe(true);
  expect(brief.alternatives.best).toEqual([]);
  expect(brief.alternatives.hint.endsWith(` ${words.noBetter(0, ['BFDI-05'])}`)).toBe(true);
  expect(words.noBetter(0, ['BFDI-05'])).toMatch(/; überall ausschlaggebend: BFDI-05\.$/);
});

test('where the use may not be, the brief says what is there instead, as answered', async () => {
  const { brief, verdict, answers } = await reportOnExample('kommune-whatsapp');
  expect(verdict.id).toBe('impermissible');
  const asked = answers.flatMap((section) => section.answers).find(({ id }) => id === 'alternative-messenger');
  expect(brief.alternatives.hint).toMatch(`${asked?.question} Angegeben ist: „Nein“ (Notiz: „Es gibt Kontaktformular`);
  expect(brief.alternatives.hint).toMatch(words.alternativesNotAsked);
  const saarland = await reportOnExample('kommune-saarland');
  expect(saarland.verdict.id).toBe('conditional');
  expect(saarland.brief.alternatives.hint).toBe(words.alternativesNotAsked);
});
