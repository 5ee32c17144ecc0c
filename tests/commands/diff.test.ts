import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { fakeIo } from '../support/fake-io.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Two files with these parts, compared. */
async function compared(
  old: { readonly answers: string; readonly records?: string; readonly messenger?: string },
  now: typeof old,
  flags: readonly string[] = [],
) {
  const folder = await temporaryFolder();
  const [oldFile, newFile] = [path.join(folder, 'old.yaml'), path.join(folder, 'new.yaml')];
  const text = ({ answers, records = '', messenger = 'whatsapp' }: typeof old) => `
format: messenger-check/assessment@1
subject: { messenger: ${messenger}, date: 2026-11-23 }
questionnaires: { bfdi-leitfragen: "2020-04-14.1" }
answers: { ${answers} }
${records}`;
  await writeFile(oldFile, text(old));
  await writeFile(newFile, text(now));
  const io = fakeIo({ columns: 1000 });
  const code = await main(['diff', oldFile, newFile, '--date', '2026-11-23', '--quiet', ...flags], io);
  return { code, out: onOneLine(io.out()).replaceAll(`${folder}${path.sep}`, '') };
}

const examples = path.join(import.meta.dirname, '../../questionnaires/examples');

const blocked = 'address-book-upload: blocked-by-mdm';
const never = 'address-book-upload: never';
const exception = (until: string) =>
  `exceptions: [{ requirement: BFDI-15, reason: Umzug, approvedBy: Leitung, from: 2026-01-01, until: ${until} }]`;

/** How wide the terminal is does not matter here. */
function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** What is said from the first mention of a finding on. */
function on(id: string, out: string): string {
  return out.slice(out.indexOf(` ${id} `));
}

describe('diff', () => {
  test('says which answer brings a change, and the days it compares', async () => {
    const de = await compared({ answers: blocked }, { answers: never }, ['--lang', 'de']);
    expect(de.out).toContain('Verglichen wird old.yaml zum Stichtag 23.11.2026 mit new.yaml zum Stichtag 23.11.2026.');
    expect(de.out).toContain('Weil die Antwort auf „Was macht die App mit dem Adressbuch des Geräts?“ jetzt „');
    expect(on('BFDI-15', de.out)).toMatch(/Adressbuch.*: von „teilweise erfüllt“ zu „erfüllt“/);
    const en = await compared({ answers: blocked }, { answers: never }, ['--lang', 'en']);
    expect(en.out).toContain('Because the answer to “What does the app');
    expect(on('BFDI-15', en.out)).toMatch(/: from “partly fulfilled” to “fulfilled”/);
  });

  test('says that evidence expired between the days, and that nobody changed anything', async () => {
    const answers = `address-book-upload: { value: never, evidence: [{ text: Test, validUntil: 2026-06-30 }] }`;
    const flags = ['--date-old', '2026-06-01', '--lang', 'de'];
    const { out } = await compared({ answers }, { answers }, flags);
    expect(out).toContain('Den alten Stichtag gibt --date-old vor.');
    expect(out).toContain('Geändert hat niemand etwas; es ist allein Zeit vergangen.');
    expect(out).toMatch(
      /Weil der Nachweis „Test“ zur Antwort auf „.*“ nur bis 30\.06\.2026 galt und abgelaufen ist, ändert sich: → BFDI-15 .*: von „erfüllt“ zu „offen“/,
    );
  });

  test('says that an exception ended', async () => {
    const old = { answers: 'address-book-upload: always', records: exception('2026-06-30') };
    const { out } = await compared(old, old, ['--date-old', '2026-06-30', '--lang', 'en']);
    expect(out).toMatch(
      /Because the approved deviation from BFDI-15 ended on 2026-06-30, this changes: .*→ BFDI-15 .*: from “deviation approved” to “not fulfilled”/,
    );
  });

  test('lays to the messenger what hangs on it', async () => {
    const { out } = await compared({ answers: '' }, { answers: '', messenger: 'threema-work' }, ['--lang', 'de']);
    expect(out).toMatch(
      /Weil der Messenger jetzt „Threema Work.*“ ist \(zuvor „WhatsApp.*“\), ändert sich: .*→ BFDI-31 .*zu „nicht anwendbar“/,
    );
  });

  test('says where only two answers together bring a change, and tells them in full once', async () => {
    const old = { answers: 'source-code: closed, independent-audit: none' };
    const now = { answers: 'source-code: client-only, independent-audit: current-full' };
    const { out } = await compared(old, now, ['--lang', 'en']);
    expect(on('BFDI-24', out)).toMatch(
      /It takes several changes together to bring this about, none of which suffices alone, namely that – the answer to “Is the source code[^–]* is not what it was before \(\d\), – and that the answer to “/,
    );
    expect(out).toMatch(/The numbered changes in detail \(\d\) that the answer to “.*” is now “.*” instead of “/);
  });

  test('says plainly what cannot be replayed as the old version of a questionnaire is not there', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'a.yaml');
    await writeFile(
      file,
      'format: messenger-check/assessment@1\nquestionnaires: { bfdi-leitfragen: "2019-01-01.1" }\n',
    );
    const io = fakeIo({ columns: 1000 });
    expect(await main(['diff', file, file, '--lang', 'de', '--quiet'], io)).toBe(4);
    expect(onOneLine(io.out())).toContain(
      'nach Fassung 2019-01-01.1 beantwortet; ausgewertet wird beides nach Fassung 2020-04-14.1.',
    );
    expect(onOneLine(io.out())).toContain('Die alte Datei nennt keinen Tag; sie wird zum selben Stichtag ausgewertet.');
    expect(onOneLine(io.out())).toContain('Kein Ergebnis und keine Feststellung hat sich geändert.');
  });

  test('lays to a new version of a questionnaire what the rule changed, where the old one is given', async () => {
    const folder = await temporaryFolder();
    const [house, earlier] = [path.join(examples, 'hausregeln-klinikum'), path.join(folder, 'earlier')];
    await cp(house, earlier, { recursive: true });
    const rules = path.join(earlier, 'klinikum-hausregeln.yaml');
    const text = await readFile(rules, 'utf8');
    await writeFile(
      rules,
      text
        .replace('version: "2026-10-01.1"', 'version: "2025-10-01.1"')
        .replace('leaver-blocking-delay: one-working-day }', 'leaver-blocking-delay: longer }'),
    );
    const now = path.join(examples, 'krankenhaus-hausregeln.yaml');
    const old = path.join(folder, 'old.yaml');
    await writeFile(old, (await readFile(now, 'utf8')).replace('"2026-10-01.1"', '"2025-10-01.1"'));
    const io = fakeIo();
    const flags = ['--questionnaires', house, '--questionnaires-old', earlier, '--lang', 'en', '--quiet'];
    await main(['diff', old, now, ...flags], io);
    expect(onOneLine(io.out())).toMatch(
      /Because the questionnaire “House rules of Klinikum Musterkai on messengers” is now in version 2026-10-01\.1 instead of 2025-10-01\.1, this changes: → HAUS-03 /,
    );
    expect(io.out()).not.toContain('cannot be replayed');
  });

  test('takes an older complete catalogue for the old file, which replaces the one that ships', async () => {
    const folder = path.join(await temporaryFolder(), 'fragebögen-2019');
    await cp(path.dirname(examples), folder, { recursive: true });
    const paper = path.join(folder, 'bfdi-leitfragen.yaml');
    const text = await readFile(paper, 'utf8');
    await writeFile(
      paper,
      text
        .replace('version: "2020-04-14.1"', 'version: "2019-01-01.1"')
        .replace('fulfilledWhen: { dpia: [dpia-done, screening-done], record', 'fulfilledWhen: { record'),
    );
    const now = path.join(examples, 'bund-matrix.yaml');
    const old = path.join(path.dirname(folder), 'old.yaml');
    const changed = (await readFile(now, 'utf8')).replace('value: dpia-done', 'value: not-done');
    await writeFile(old, changed.replace('"2020-04-14.1"', '"2019-01-01.1"'));
    const again = path.join(path.dirname(folder), 'new.yaml');
    await writeFile(again, changed);
    const io = fakeIo({ columns: 1000 });
    await main(['diff', old, again, '--questionnaires-old', folder, '--date', '2026-11-23', '--lang', 'de'], io);
    expect(io.err()).toBe('');
    expect(onOneLine(io.out())).toMatch(
      /Weil der Fragebogen „Kriterien der BfDI .*“ jetzt in Fassung 2020-04-14\.1 gilt statt 2019-01-01\.1, ändert sich: → .*BFDI-40 .*: von „erfüllt“ zu „teilweise erfüllt“/,
    );
    expect(io.out()).not.toContain('nachvollziehen');
  });

  test('never takes an old day after the new one', async () => {
    const answers = { answers: never };
    const { out } = await compared(answers, answers, ['--date', '2026-01-01', '--lang', 'en']);
    expect(out).toContain('as of 2026-01-01 with new.yaml as of 2026-01-01. The day of the old assessment is later');
  });

  test.each<{ name: string; flags: readonly string[]; says: string }>([
    {
      name: 'an old day after the new one',
      flags: ['--date-old', '2027-01-01', '--date', '2026-12-01'],
      says: '--date-old (2027-01-01) is later than the day of the new assessment (2026-12-01).',
    },
    {
      name: 'an old day that is none',
      flags: ['--date-old', 'yesterday'],
      says: '--date-old expects a day as YYYY-MM-DD, found: yesterday',
    },
    { name: 'a folder that is not there', flags: ['--questionnaires-old', 'nowhere'], says: 'cannot read nowhere' },
  ])('refuses $name', async ({ flags, says }) => {
    const io = fakeIo();
    const file = path.join(examples, 'bund-matrix.yaml');
    expect(await main(['diff', file, file, ...flags, '--lang', 'en'], io)).toBe(2);
    expect(io.err()).toContain(says);
    expect(io.out()).toBe('');
  });

  test('as JSON gives causes as data, with ISO days', async () => {
    const { out } = await compared({ answers: blocked }, { answers: never }, ['--format', 'json', '--lang', 'de']);
    const parsed = JSON.parse(out);
    expect(parsed).toMatchObject({ format: 'messenger-check/diff@1', old: { date: '2026-11-23' } });
    expect(parsed.findings.find(({ id }: { id: string }) => id === 'BFDI-15')).toMatchObject({
      before: { id: 'partial' },
      after: { id: 'fulfilled' },
      interacts: false,
      isComplete: true,
      minimal: [[1]],
    });
    expect(parsed.causes).toMatchObject([
      { number: 1, cause: { kind: 'answer', key: 'address-book-upload', to: { value: 'never' } } },
    ]);
  });

  test('as Markdown lists what a cause changes', async () => {
    const { out } = await compared({ answers: blocked }, { answers: never }, ['--format', 'markdown', '--lang', 'en']);
    expect(out).toMatch(/Because the answer to “What does .*, this changes: - BFDI-15 \\?\(MUST\\?\) /);
  });

  test('lets no name of a file repaint the terminal, nor does a comparison', async () => {
    const folder = await temporaryFolder();
    const files = ['a\u001b[31m\u009b.yaml', 'b\u202e.yaml'].map((name) => path.join(folder, name));
    for (const file of files) await writeFile(file, 'format: messenger-check/assessment@1\n');
    const says = async (...argv: readonly string[]) => {
      const io = fakeIo();
      await main([...argv, ...files, '--quiet', '--date', '2026-11-23'], io);
      return io.out();
    };
    for (const format of ['terminal', 'markdown', 'html', 'json']) {
      expect(await says('diff', '--format', format), format).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    }
    for (const format of ['terminal', 'markdown', 'html', 'csv', 'json']) {
      expect(await says('compare', '--format', format), format).not.toMatch(/[^\P{Cc}\r\n]|\u202e/u);
    }
  });

  test('exits like evaluate for the new file', async () => {
    const { code } = await compared({ answers: never }, { answers: 'address-book-upload: always' });
    expect(code).toBe(1);
    expect((await compared({ answers: 'address-book-upload: always' }, { answers: never })).code).toBe(4);
  });
});
