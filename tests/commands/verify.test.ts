import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyReport } from '../../src/commands/verify-report.ts';
import type { Language } from '../../src/domain/language.ts';
import { inputFile } from '../../src/files/input-file.ts';
import { main } from '../../src/main.ts';
import { fakeIo } from '../support/fake-io.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = path.join(import.meta.dirname, '../../questionnaires/examples');
const houseRules = path.join(folder, 'hausregeln-klinikum');
const examples = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const town = path.join(folder, 'kommune-whatsapp.yaml');

async function run(...argv: readonly string[]) {
  const io = fakeIo();
  const code = await main([...argv], io);
  return { code, out: io.out(), err: io.err() };
}

/** The text of a report. */
async function reportOn(file: string, ...flags: readonly string[]): Promise<string> {
  const { out, err } = await run('report', file, '--quiet', '--date', '2026-11-23', ...flags);
  expect(err).toBe('');
  return out;
}

/** What `verify` says to a report with this text. */
async function verifyText(text: string | Uint8Array, ...flags: readonly string[]) {
  const file = path.join(await temporaryFolder(), 'vermerk');
  await writeFile(file, text);
  return run('verify', file, ...flags);
}

let page = '';
let json = '';
beforeAll(async () => {
  page = await reportOn(town, '--format', 'html');
  json = await reportOn(town, '--format', 'json');
});

describe('verify of an unchanged report', () => {
  const inGerman = examples.map((file) => [file, 'de'] as const);
  test.each([...inGerman, ['kommune-whatsapp.yaml', 'en'] as const])(
    'of %s (%s) finds it identical, as a page and as JSON',
    async (file, language) => {
      const own = file.includes('hausregeln') ? ['--questionnaires', houseRules] : [];
      const flags = ['--lang', language, ...own];
      for (const format of ['html', 'json']) {
        const text = await reportOn(path.join(folder, file), '--format', format, ...flags);
        const { code, out } = await verifyText(text, ...flags);
        expect(out).toMatch(language === 'de' ? /ist unverändert/ : /is unchanged/);
        expect(code).toBe(0);
      }
    },
  );

  test('says which names it takes over, as nothing tells what files were called', async () => {
    const text = await reportOn(town, '--format', 'html', '--depth', 'annex', '--lang', 'en');
    const renamed = text.replaceAll('kommune-whatsapp.yaml', 'a.yaml. Approved by the authority');
    expect(renamed).not.toBe(text);
    const { code, out } = await verifyText(renamed, '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toMatch(
      /Taken over and not verified is only what files are called: “[^”]*a\.yaml\. Approved by the authority”\./,
    );
  });

  test('says so of a questionnaire of one’s own, even where it bears the folder of those that ship', async () => {
    const own = ['--questionnaires', houseRules];
    const text = await reportOn(path.join(folder, 'krankenhaus-hausregeln.yaml'), '--format', 'json', ...own);
    const carried = JSON.parse(text).data.files.map(({ name }: { name: string }) => name);
    const [name = ''] = carried.filter((one: string) => one.endsWith('klinikum-hausregeln.yaml'));
    const renamed = 'questionnaires/approved/klinikum-hausregeln.yaml';
    const { code, out } = await verifyText(text.replaceAll(name, renamed), '--lang', 'en', ...own);
    expect([code, out]).toEqual([0, expect.stringContaining(`“${renamed}”`)]);
  });

  test.each(['brief', 'annex'])('at the depth %s finds it identical', async (depth) => {
    for (const format of ['html', 'json']) {
      const { code } = await verifyText(await reportOn(town, '--format', format, '--depth', depth));
      expect(code).toBe(0);
    }
  });

  test('with alternatives finds it identical, whatever the language and day it is verified on', async () => {
    const text = await reportOn(town, '--format', 'html', '--alternatives', '--lang', 'en');
    const { code, out } = await verifyText(text, '--lang', 'de');
    expect([code, out]).toEqual([0, expect.stringContaining('ist unverändert')]);
  });

  test('states the digest of the answer file it was made of, to compare with', async () => {
    const { sha256 } = inputFile('', await readFile(town));
    expect((await verifyText(page)).out).toContain(sha256);
  });

  test('goes by what questionnaires say, not by where they lie', async () => {
    const text = await reportOn(town, '--format', 'html', '--questionnaires', houseRules);
    const { code } = await verifyText(text, '--questionnaires', path.relative(process.cwd(), houseRules));
    expect(code).toBe(0);
  });

  test('made by another version says so, where this one comes to the same', async () => {
    const { code, out } = await verifyText(page.replaceAll('0.1.0', '0.0.9'));
    expect(code).toBe(0);
    expect(out).toContain('Erstellt mit messenger-check 0.0.9; Version 0.1.0 kommt zum selben Ergebnis.');
  });
});

describe('verify of a changed report', () => {
  test('takes no other name for a file that ships', async () => {
    for (const name of ['x/dsk-krankenhaus.yaml', 'questionnaires/seen by the authority/dsk-krankenhaus.yaml']) {
      const text = page.replaceAll('questionnaires/dsk-krankenhaus.yaml', name);
      expect(text).not.toBe(page);
      expect((await verifyText(text)).code).toBe(1);
    }
  });

  test('with one character of the visible verdict changed says that and where it was edited', async () => {
    const edited = page.replace('nicht vertretbar</h2>', 'recht vertretbar</h2>');
    expect(edited).not.toBe(page);
    const { code, out } = await verifyText(edited);
    expect(code).toBe(1);
    expect(out).toContain('Der Bericht wurde von Hand geändert.');
    expect(out).toMatch(/Erste Abweichung in Zeile \d+, Abschnitt „3 Ergebnis: Einsatz nicht vertretbar“/);
    expect(out).toMatch(/steht da: .*recht vertretbar/);
    expect(out).toMatch(/erwartet: .*nicht vertretbar/);
  });

  test('as JSON names the key under which it was edited', async () => {
    const { code, out } = await verifyText(
      json.replace('"id": "impermissible"', '"id": "permissible"'),
      '--lang',
      'en',
    );
    expect([code, out]).toEqual([1, expect.stringMatching(/edited by hand[\s\S]*section “verdict”/)]);
  });

  test.each(['html', 'json'])('with an answer changed inside the data says so (%s)', async (format) => {
    const text = format === 'html' ? page : json;
    const edited = text.replace('sector: municipality', 'sector: company');
    expect(edited).not.toBe(text);
    const { code, out } = await verifyText(edited, '--lang', 'en');
    expect(code).toBe(1);
    expect(out).toContain('The answers it carries were changed: they do not match the digest stated.');
    expect(out).not.toContain('edited by hand');
  });

  test('with an answer changed inside the data, and the digest with it, says where the text does not follow', async () => {
    const { sha256 } = inputFile('', await readFile(town));
    const forged = (await readFile(town, 'utf8')).replace('sector: municipality', 'sector: company');
    const other = inputFile('', new TextEncoder().encode(forged)).sha256;
    const edited = page.replace('sector: municipality', 'sector: company').replaceAll(sha256, other);
    const { code, out } = await verifyText(edited, '--lang', 'en');
    expect([code, out]).toEqual([1, expect.stringContaining('The report was edited by hand.')]);
  });

  test('with answers in the data that cannot be read any more says that they were changed', async () => {
    const { code, out } = await verifyText(page.replace('sector: municipality', 'sector: moon'), '--lang', 'en');
    expect(code).toBe(1);
    expect(out).toMatch(/do not match the digest[\s\S]*cannot be evaluated/);
  });

  test('finds any single character changed in the data and in the verdict', async () => {
    const data = page.indexOf('<template id=');
    const result = page.indexOf('<section class="verdict');
    const places = [
      ...Array.from({ length: 20 }, (_, index) => data + Math.floor((index * (page.length - data)) / 20)),
      ...Array.from({ length: 10 }, (_, index) => result + index * 22),
    ];
    for (const at of places) {
      const character = page[at] === 'x' ? 'y' : 'x';
      const text = page.slice(0, at) + character + page.slice(at + 1);
      const { kind } = await verifyReport(inputFile('r', new TextEncoder().encode(text)), shippedCatalogue);
      expect(kind, text.slice(at - 20, at + 20)).not.toBe('identical');
    }
  });

  test('saved again by a browser or with other line ends says that the words are the same', async () => {
    const rebuilt = page.replace('<!DOCTYPE html>', '<!doctype html>').replaceAll('&quot;', '"');
    const { code, out } = await verifyText(rebuilt, '--lang', 'en');
    expect([code, out]).toEqual([1, expect.stringContaining('The text is the same')]);
    const windows = await verifyText(page.replaceAll('\n', '\r\n'), '--lang', 'en');
    expect([windows.code, windows.out]).toEqual([1, expect.stringContaining('Only line ends or the encoding differ')]);
  });

  test('by another version leaves open whether it was edited', async () => {
    const { code, out } = await verifyText(
      page.replaceAll('0.1.0', '9.9.9').replace('nicht vertretbar', 'recht vertretbar'),
      '--lang',
      'en',
    );
    expect(code).toBe(1);
    expect(out).toContain('made with messenger-check 9.9.9, this is 0.1.0');
    expect(out).not.toContain('edited by hand.');
  });
});

describe('verify of a report made with other questionnaires', () => {
  /** A folder with the house rules, changed. */
  async function rules(change: (text: string) => string): Promise<string> {
    const target = await temporaryFolder();
    for (const file of readdirSync(houseRules).filter((one) => one.endsWith('.yaml'))) {
      await writeFile(path.join(target, file), change(await readFile(path.join(houseRules, file), 'utf8')));
    }
    return target;
  }
  const hospital = path.join(folder, 'krankenhaus-hausregeln.yaml');

  test('names the file that is missing, where it is not given', async () => {
    const text = await reportOn(hospital, '--format', 'html', '--questionnaires', houseRules);
    const { code, out } = await verifyText(text, '--lang', 'en');
    expect(code).toBe(1);
    expect(out).toMatch(/other questionnaires:\n {2}- .*hausregeln.*\.yaml is missing here/);
    expect(out).toContain('cannot be evaluated with these questionnaires');
  });

  test('names the file that has changed, with its version then and now, and says that the rest reads the same', async () => {
    const own = await rules((text) => text);
    const text = await reportOn(hospital, '--format', 'html', '--questionnaires', own);
    for (const file of readdirSync(own)) {
      const before = await readFile(path.join(own, file), 'utf8');
      await writeFile(path.join(own, file), `${before}# seen again\n`);
    }
    const { code, out } = await verifyText(text, '--lang', 'en', '--questionnaires', own);
    expect(code).toBe(1);
    expect(out).toMatch(/other questionnaires:\n {2}- .*\.yaml has different content/);
    expect(out).toContain('With the questionnaires here, the report otherwise reads the same.');
  });

  test('names the file that was added', async () => {
    const { code, out } = await verifyText(page, '--lang', 'en', '--questionnaires', houseRules);
    expect([code, out]).toEqual([1, expect.stringMatching(/hausregeln.* was not among them/)]);
  });
});

describe('what cannot be verified', () => {
  test.each<[string, Language, (text: string) => string, RegExp]>([
    ['a page without data', 'de', (text) => text.replace(/<template id.*/, ''), /enthält keine Daten/],
    ['a page with data twice', 'en', (text) => text.replace(/<template id.*/, '$&\n$&'), /more than once/],
    ['data that are no JSON', 'en', (text) => text.replace('data">{', 'data">'), /are damaged/],
    ['data of another shape', 'en', (text) => text.replace('"redact":[]', '"redact":7'), /are damaged/],
    ['data of another depth', 'en', (text) => text.replace('"depth":"full"', '"depth":"half"'), /are damaged/],
    ['data of a later format', 'en', (text) => text.replace('report@1', 'report@2'), /does not read/],
    ['a page cut off', 'en', (text) => text.slice(0, text.indexOf('<template id') + 500), /are damaged/],
    ['nothing at all', 'en', () => '', /carries no data/],
    ['another JSON', 'en', () => '{"a": 1}', /carries no data/],
  ])('%s exits with 2 and says why', async (_, language, change, words) => {
    const { code, out, err } = await verifyText(change(page), '--lang', language);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(words);
  });

  test('a report as Markdown exits with 2 and names the formats that can be', async () => {
    const { code, err } = await verifyText(await reportOn(town));
    expect([code, err]).toEqual([2, expect.stringContaining('--format html')]);
  });

  test.each([
    ['de', /ist ein Word-Dokument.*enthält keine Daten.*\n.*--format html/],
    ['en', /is a Word document.*carries no data.*\n.*--format html/],
  ] as const)('a report as a Word document exits with 2 and says what to add to it (%s)', async (language, words) => {
    const bytes = Buffer.from(await reportOn(town, '--format', 'docx'), 'latin1');
    const { code, out, err } = await verifyText(bytes, '--lang', language);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(words);
  });

  test('a file that is not there exits with 2', async () => {
    expect((await run('verify', 'nowhere.html')).code).toBe(2);
  });
});

describe('hostile answers', () => {
  const attacks = [
    '</template><script>alert(1)</script>',
    '--><!-- <!--> ]]>',
    '</script></style></main></html>',
    `"'\`\\u003c &lt;/template&gt; \\\\`,
    '<template id="messenger-check-data">{}</template>',
    '👩‍👩‍👧 \u200fעברית\u200e é e\u0301 \u2028\u2029 \u{1F468}',
  ];

  test.each(['html', 'json'])('leave a report whole that verifies (%s)', async (format) => {
    const file = path.join(await temporaryFolder(), `-- "'<b>&.yaml`);
    const text = attacks.join('\n');
    const big = 'ä<<<<<<&'.repeat(330_000 / 8);
    const yaml = [
      `# ${attacks[0]}`,
      'format: messenger-check/assessment@1',
      `subject: { messenger: whatsapp, organisation: ${JSON.stringify(text)} }`,
      'answers:',
      `  sector: { value: municipality, note: ${JSON.stringify(text)}, evidence: [{ text: ${JSON.stringify(big)} }] }`,
      `signOff: { opinion: { by: ${JSON.stringify(text)}, text: "\\uD800 \\r x" } }`,
      '',
    ].join('\r\n');
    await writeFile(file, `\uFEFF${yaml}`);
    const report = path.join(await temporaryFolder(), 'r');
    await run('report', file, '--format', format, '--output', report);
    const written = await readFile(report, 'utf8');
    if (format === 'html') {
      expect(written.match(/<template/g)).toHaveLength(1);
      expect(written).not.toMatch(/<script|<!--/);
      const data = /<template id="messenger-check-data">(.*)<\/template>/.exec(written)?.[1] ?? '';
      expect(data).toMatch(/^[ -~]+$/);
      expect(data).not.toMatch(/[<>&]/);
      expect(JSON.parse(data).data.assessment).toBe(`\uFEFF${yaml}`);
    }
    const { code, out } = await run('verify', report, '--lang', 'en');
    expect([code, out]).toEqual([0, expect.stringContaining('is unchanged')]);
  });

  test('with control characters are refused before any report is made', async () => {
    const file = path.join(await temporaryFolder(), 'a.yaml');
    await writeFile(file, 'format: messenger-check/assessment@1\nsubject: { use: "\\e[2J" }\n');
    expect((await run('report', file, '--format', 'html')).code).toBe(2);
  });

  test('in a report made up by somebody reach the terminal as text', async () => {
    const name = '{"name":"questionnaires/bfdi-leitfragen.yaml"';
    const { code, out } = await verifyText(page.replace(name, '{"name":"\\u001b[2J"'));
    expect([code, out]).toEqual([1, expect.stringContaining('[2J fehlt hier')]);
    expect(out).not.toContain('\u001b');
  });

  test('cannot pass for the version of the program', async () => {
    expect((await verifyText(page.replaceAll('0.1.0', '0.1.0, certified'))).code).toBe(2);
  });
});
