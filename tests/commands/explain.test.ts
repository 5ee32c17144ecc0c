import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { fakeIo } from '../support/fake-io.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const examples = path.join(import.meta.dirname, '../../questionnaires/examples');

async function explained(file: string, ...more: readonly string[]) {
  const io = fakeIo({ env: { npm_command: 'exec' } });
  const code = await main(['explain', path.resolve(examples, file), ...more, '--date', '2026-11-23'], io);
  return { code, out: io.out(), err: io.err() };
}

describe('explain', () => {
  test('says of a requirement which conditions hold, which do not, and the answers it depends on', async () => {
    const { code, out } = await explained('kommune-saarland.yaml', 'SL-02', '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain('## SL-02 · Access to an address book ruled out: partly fulfilled');
    expect(out).toMatch(/Fulfilled if:\n\n- ✗ The question “What does the app do with the device's address book\?”/);
    expect(out).toMatch(
      /Otherwise partly fulfilled if:\n\n- ✓ The question “What does the app do with the device's address book/,
    );
  });

  test('names the contradictions between sources in which it is a side, with positions, dates and weight', async () => {
    const { out } = await explained('kommune-niedersachsen.yaml', 'LFD-NDS-01', '--lang', 'de');
    const contradiction = out.slice(out.indexOf('### W-02'));
    expect(contradiction).toContain('Saarland');
    expect(contradiction).toContain('Niedersachsen');
    expect(contradiction).toContain('Gewicht:');
    expect(contradiction).toContain('Umgang damit:');
  });

  test('marks as open what hangs on a missing answer', async () => {
    const { out } = await explained('kommune-saarland.yaml', 'BFDI-28', '--lang', 'en');
    expect(out).toMatch(/- \? The question “Can the messenger exchange messages/);
  });

  test('says beside it which answers do not fit together, and what is to be known of the file', async () => {
    const file = path.join(await temporaryFolder(), 'a.yaml');
    const answers = 'answers: { sector: school, settings-control: [unused-blocked, unused-by-users] }';
    const head = 'format: messenger-check/assessment@1\nquestionnaires: { bfdi-leitfragen: "1.0" }\n';
    await writeFile(file, `${head}${answers}\n`);
    const { code, err } = await explained(file, '--lang', 'en');
    expect(code).toBe(0);
    expect(err).toContain('Inconsistent answers, settings-control: ');
    expect(err).toContain('a.yaml:2');
    expect((await explained(file, '--lang', 'en', '--quiet')).err).toBe('');
  });

  test('writes out a measure that serves several changes once, and refers to it after that', async () => {
    const { out } = await explained('kommune-niedersachsen.yaml', '--lang', 'de');
    const measures = [...out.matchAll(/^ {2}- Maßnahme \((.*)\): (.*)$/gm)];
    const repeated = measures.filter(([, , text]) => text === 'siehe oben').map(([, id]) => id);
    const written = measures.filter(([, , text]) => text !== 'siehe oben').map(([, id]) => id);
    expect(repeated).toContain('LFD-NDS-07');
    expect(written).toEqual(expect.arrayContaining(repeated));
    expect(new Set(written).size).toBe(written.length);
  });

  test('with --findings explains everything that is neither fulfilled nor not applicable', async () => {
    const { out } = await explained('krankenhaus-ti-messenger.yaml', '--findings', '--lang', 'en');
    const statuses = [...out.matchAll(/^## .*: ([^:\n]+)$/gm)].map(([, status]) => status);
    expect(new Set(statuses)).toEqual(new Set(['not fulfilled', 'partly fulfilled', 'open']));
  });

  test('with --open lists what is missing, with where it stands, what would be evidence and what waits for it', async () => {
    const { code, out, err } = await explained('kommune-nrw.yaml', '--open', '--lang', 'de');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^# Was noch zu klären ist: WhatsApp \(gewöhnliche App\)\n/);
    const points = out.split(/^- \[ \] /m).slice(1);
    expect(points.map((point) => /\(`(.*)`\)/.exec(point)?.[1])).toEqual([
      'privacy-notice-content',
      'data-subject-requests',
      'interoperability',
    ]);
    expect(points[1]).toContain('  - Bisher: beim Anbieter angefragt\n  - Notiz: Die Testanfrage mit dem Testkonto');
    expect(points[1]).toContain('  - Antwort: eine von 3 Möglichkeiten');
    expect(points[1]).toContain('  - Guter Nachweis: Testanfrage mit Schriftwechsel und Daten');
    expect(points[1]).toContain('  - Nötig für: BFDI-11, LFD-NDS-13\n');
  });

  test('with --open and an id lists only what that requirement waits for', async () => {
    const { out } = await explained('kommune-nrw.yaml', 'BFDI-28', '--open', '--lang', 'en');
    expect(out.match(/^- \[ \] .*$/gm)).toHaveLength(1);
    expect(out).toContain('  - Needed for: BFDI-28\n');
  });

  test('with --open asks everybody for their part, each with the form for it', async () => {
    const file = path.join(await temporaryFolder(), 'new.yaml');
    await writeFile(file, 'format: messenger-check/assessment@1\n');
    const { out } = await explained(file, '--open', '--lang', 'en');
    expect(out).toMatch(/^# What is still to be found out: messenger not named yet\n/);
    expect(out.match(/^(## .*|A form .*)$/gm)).toEqual([
      '## On the product (provider, vendor, documents)',
      'A form with all choices to hand on: `npx messenger-check init --about product --lang en`',
      '## On its operation (IT department, service provider)',
      'A form with all choices to hand on: `npx messenger-check init --about operation --lang en`',
      '## On your own organisation',
      'A form with all choices to hand on: `npx messenger-check init --about organisation --lang en`',
    ]);
  });

  test('with --open says so where nothing is missing', async () => {
    const { out } = await explained('bund-matrix.yaml', '--open', '--lang', 'en');
    expect(out).toContain('No question is open.');
    expect(out).not.toContain('## ');
  });

  test('says first when the result stops holding, and which proofs are behind it', async () => {
    const { out } = await explained('bund-matrix.yaml', '--lang', 'de');
    const validity = out.slice(out.indexOf('## Gültigkeit'), out.indexOf('## Wie es weitergeht'));
    expect(validity).toContain(
      'ab dem 01.09.2027 nicht mehr „vertretbar mit Auflagen“, sondern „noch nicht beurteilbar“',
    );
    expect(validity).toContain('**Ab dem 01.06.2027:**\n\n- wieder offen: BFDI-25 (Nachweis gültig bis 31.05.2027:');
  });

  test('says nothing of that where nothing runs out, or only one requirement is asked about', async () => {
    expect((await explained('kommune-whatsapp.yaml', '--lang', 'de')).out).not.toContain('Gültigkeit');
    expect((await explained('bund-matrix.yaml', 'BFDI-25', '--lang', 'de')).out).not.toContain('Gültigkeit');
  });

  test('of a requirement that is not in the assessment says which ones are', async () => {
    const { code, err } = await explained('krankenhaus-ti-messenger.yaml', 'SL-02', '--lang', 'en');
    expect(code).toBe(2);
    expect(err).toContain('There is no finding on SL-02 in this assessment.');
    expect(err).toContain('DSK-APP-01');
  });
});

describe('the advice on an assessment', () => {
  const headings = (out: string) => [...out.matchAll(/^#+ .*$/gm)].map(([line]) => line);

  test('says the result, why, what is open, what it would take for each better result, and where to go on', async () => {
    const { code, out } = await explained('kommune-whatsapp.yaml', '--lang', 'de');
    expect(code).toBe(0);
    expect(headings(out)).toEqual([
      '# Auskunft zum Einsatz von WhatsApp (gewöhnliche App)',
      '## Warum',
      '## Was noch offen ist und was sich ändern müsste',
      '## Damit das Ergebnis „vertretbar mit Auflagen“ lautet',
      '## Damit das Ergebnis „keine durchgreifenden Bedenken“ lautet',
      '## Wie es weitergeht',
    ]);
    expect(out).toContain(
      '**Ergebnis: Einsatz nicht vertretbar.** Gemessen an Papieren, die für andere Stellen gelten, sind 6 dort zwingende',
    );
    expect(out).toContain('Das Ergebnis „Einsatz nicht vertretbar“ steht fest');
    // One must is open: it can still come on top.
    expect(out).toContain('Verletzt sind mindestens 6 und höchstens 7 zwingende Anforderungen.');
    expect(out).toContain('`npx messenger-check compare ');
  });

  test('says where one of several ways is good only by the grading of the question catalogue', async () => {
    const { out } = await explained('kommune-niedersachsen.yaml', '--lang', 'de');
    const [, choice = ''] = out.split('**Nötig ist eines davon** (für LFD-NDS-01):');
    expect(choice).toMatch(
      /^\n\nZu LFD-NDS-01: Dass ein reiner Einbahn-Kanal als teilweise erfüllt gilt, .* nicht belegt\.\n\n- /,
    );
  });

  test('of a product that stands against it says which of its facts do, and what else the organisation would owe', async () => {
    const { out } = await explained('kommune-whatsapp.yaml', '--lang', 'de');
    const [goal = ''] = out
      .slice(out.indexOf('## Damit das Ergebnis „vertretbar'))
      .split('## Damit das Ergebnis „keine');
    expect(goal).toContain('Mit diesem Produkt nicht erreichbar.');
    const [against = '', more = ''] = goal.split('**Was die eigene Organisation ändern müsste:**');
    expect(against.match(/\(für [^)]*\)/g)).toEqual([
      '(für BFDI-04)',
      '(für BFDI-08)',
      '(für BFDI-12)',
      '(für BFDI-13)',
    ]);
    const [own = '', product = ''] = more.split('**Was ein anderes Produkt bieten müsste:**');
    expect(own).toMatch(/^- \*Gibt es einen Vertrag zur Auftragsverarbeitung.*bisher: Keiner geschlossen.*nötig: /m);
    expect(own).toMatch(/^ {2}- Maßnahme \(BFDI-05\): /m);
    expect(product).toMatch(/^- \*Welche Metadaten fallen bei der Nutzung an/m);
  });

  test('while the result is open names the question to ask first, and the shortest way to each result', async () => {
    const file = path.join(await temporaryFolder(), 'new.yaml');
    await writeFile(
      file,
      `format: messenger-check/assessment@1
subject: { messenger: threema-work }
questionnaires: { zweck-und-funktion: "2026-11-23.1", bfdi-pruefkatalog: "2026-11-22.1" }
answers:
  sector: federal-authority
  state: bund
`,
    );
    const { out } = await explained(file, '--lang', 'en');
    expect(out).toMatch(
      /^Depending on how the open questions are answered, the result is “.*” at best and “.*” at worst\.$/m,
    );
    expect(out).toMatch(/^This question clarifies most and is best asked first/m);
    expect(out).toMatch(/^\d+ answers are enough to settle the result “no decisive objections”:$/m);
    expect(out).toMatch(/The answer is missing to \*/);
  });

  test.each(['de', 'en'] as const)('leaves no gap in %s, whatever the assessment', async (language) => {
    const files = (await readdir(examples)).filter((file) => file.endsWith('.yaml') && !file.includes('hausregeln'));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const { code, out } = await explained(file, '--lang', language);
      expect(code, file).toBe(0);
      expect(out, file).not.toMatch(/undefined|null|\[object|\*\*\*\*|„“|“”|: *; | {2}–|\n\n\n/);
    }
  });
});
