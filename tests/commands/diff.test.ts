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
    expect(on('BFDI-15', de.out)).toMatch(
      /Von „teilweise erfüllt“ zu „erfüllt“, weil die Antwort auf „Was macht die App/,
    );
    const en = await compared({ answers: blocked }, { answers: never }, ['--lang', 'en']);
    expect(on('BFDI-15', en.out)).toMatch(
      /From “partly fulfilled” to “fulfilled”, because the answer to “What does the app/,
    );
  });

  test('says that evidence expired between the days, and that nobody changed anything', async () => {
    const answers = `address-book-upload: { value: never, evidence: [{ text: Test, validUntil: 2026-06-30 }] }`;
    const flags = ['--date-old', '2026-06-01', '--lang', 'de'];
    const { out } = await compared({ answers }, { answers }, flags);
    expect(out).toContain('Den alten Stichtag gibt --date-old vor.');
    expect(out).toContain('Geändert hat niemand etwas; es ist allein Zeit vergangen.');
    expect(on('BFDI-15', out)).toMatch(
      /zu „offen“, weil der Nachweis zur Antwort auf „.*“ am 30\.06\.2026 abgelaufen ist\./,
    );
  });

  test('says that an exception ended', async () => {
    const old = { answers: 'address-book-upload: always', records: exception('2026-06-30') };
    const { out } = await compared(old, old, ['--date-old', '2026-06-30', '--lang', 'en']);
    expect(on('BFDI-15', out)).toContain(
      'From “deviation approved” to “not fulfilled”, because the approved deviation from BFDI-15 ended on 2026-06-30.',
    );
  });

  test('lays to the messenger what hangs on it', async () => {
    const { out } = await compared({ answers: '' }, { answers: '', messenger: 'threema-work' }, ['--lang', 'de']);
    expect(on('BFDI-31', out)).toMatch(
      /„nicht anwendbar“, weil der Messenger jetzt „Threema Work.*“ ist statt „WhatsApp/,
    );
  });

  test('says where only two answers together bring a change', async () => {
    const old = { answers: 'source-code: closed, independent-audit: none' };
    const now = { answers: 'source-code: client-only, independent-audit: current-full' };
    const { out } = await compared(old, now, ['--lang', 'en']);
    expect(on('BFDI-24', out)).toMatch(
      /it takes several changes together, namely that – the answer to “Is the source code[^–]*, – and that the answer to “/,
    );
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
      /HAUS-03 .* because the questionnaire “House rules of Klinikum Musterkai on messengers” is now in version 2026-10-01\.1 instead of 2025-10-01\.1\./,
    );
    expect(io.out()).not.toContain('cannot be replayed');
  });

  test('as JSON gives causes as data, with ISO days', async () => {
    const { out } = await compared({ answers: blocked }, { answers: never }, ['--format', 'json', '--lang', 'de']);
    const parsed = JSON.parse(out);
    expect(parsed).toMatchObject({ format: 'messenger-check/diff@1', old: { date: '2026-11-23' } });
    expect(parsed.findings.find(({ id }: { id: string }) => id === 'BFDI-15')).toMatchObject({
      before: { id: 'partial' },
      after: { id: 'fulfilled' },
      interacts: false,
      minimal: [[{ cause: { kind: 'answer', key: 'address-book-upload', to: { value: 'never' } } }]],
    });
  });

  test('as Markdown has a heading for each change', async () => {
    const { out } = await compared({ answers: blocked }, { answers: never }, ['--format', 'markdown', '--lang', 'en']);
    expect(out).toContain(' ### BFDI-15 · ');
  });

  test('exits like evaluate for the new file', async () => {
    const { code } = await compared({ answers: never }, { answers: 'address-book-upload: always' });
    expect(code).toBe(1);
    expect((await compared({ answers: 'address-book-upload: always' }, { answers: never })).code).toBe(4);
  });
});
