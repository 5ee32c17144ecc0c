import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { decode } from 'fast-png';
import { unzipSync } from 'fflate';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { main } from '../../src/main.ts';
import { packageRoot } from '../../src/package-root.ts';
import { renderDocx } from '../../src/report/render-docx.ts';
import type { Report } from '../../src/report/report.ts';
import { wordings } from '../../src/wording/wording.ts';
import { fakeIo } from '../support/fake-io.ts';
import { date, fullReport, markdownHeadings, textsOf, withText } from '../support/full-report.ts';
import { describeWith } from '../support/needs.ts';
import { type Element, elementsOf, everyElement, readDocx, textOf, valOf } from '../support/read-docx.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const rendered = new WeakMap<Report, Promise<ReadonlyMap<string, Element>>>();

/** Made once for each report. */
function partsOf(report: Report): Promise<ReadonlyMap<string, Element>> {
  const parts = rendered.get(report) ?? renderDocx(report, wordings[report.language]).then(readDocx);
  rendered.set(report, parts);
  return parts;
}

function part(parts: ReadonlyMap<string, Element>, name: string): Element {
  const found = parts.get(name);
  if (found === undefined) throw new Error(`no part ${name}`);
  return found;
}

async function bodyOf(report: Report): Promise<Element> {
  return part(await partsOf(report), 'word/document.xml');
}

/** The memo itself, which ends with what is to be signed. */
function withoutAnnexes(report: Report): Report {
  return { ...report, annexes: report.annexes.map((one) => ({ ...one, isAttached: false })) };
}

const german = await fullReport('de');
const english = await fullReport('en');

function rowsOf(table: Element): readonly (readonly string[])[] {
  return elementsOf(table, 'w:tr').map((row) => elementsOf(row, 'w:tc').map(textOf));
}

/** Headings of a level: style, or number signs in Markdown. */
function headingsOf(body: Element, style: string): readonly string[] {
  return elementsOf(body, 'w:p')
    .filter((paragraph) => valOf(paragraph, 'w:pStyle') === style)
    .map(textOf);
}

describe.each([
  { name: 'in German', report: german, locale: 'de-DE', page: ['Seite ', ' von '], table: 'Tabelle' },
  { name: 'in English', report: english, locale: 'en-GB', page: ['Page ', ' of '], table: 'Table' },
])('the memo as a Word document, $name', ({ report, locale, page, table }) => {
  const words = wordings[report.language];
  const memo = withoutAnnexes(report);

  test('has the headings of the Markdown memo in its order, as headings, and counts its chapters itself', async () => {
    const body = await bodyOf(report);
    expect(headingsOf(body, 'Title')).toEqual([report.title]);
    const chapters = elementsOf(body, 'w:p').filter((one) => valOf(one, 'w:pStyle') === 'Heading1');
    const numbers = chapters.map((one, at) => (valOf(one, 'w:numId') === undefined ? '' : `${at + 1} `));
    expect(chapters.map((one, at) => `${numbers[at]}${textOf(one)}`)).toEqual(markdownHeadings(report, 2));
    expect(new Set(chapters.map((one) => valOf(one, 'w:numId'))).size).toBe(2);
    expect(headingsOf(body, 'Heading2')).toEqual(markdownHeadings(report, 3));
    expect(headingsOf(body, 'Heading3')).toEqual(markdownHeadings(report, 4));
  });

  test('says in its body all that the report says', async () => {
    const said = textOf(await bodyOf(report)).replaceAll(/\s+/g, '');
    const missing = textsOf(report).filter((text) => !said.includes(text.replaceAll(/\s+/g, '')));
    expect(missing).toEqual([]);
  });

  test('has a caption with a number on every table but the head and those to fill in, and a header row that comes again', async () => {
    const body = await bodyOf(memo);
    const tables = elementsOf(body, 'w:tbl');
    const captions = headingsOf(body, 'Caption');
    expect(captions).toHaveLength(tables.length - 3);
    expect(captions.every((caption, at) => caption.startsWith(`${table} ${at + 1}: `))).toBe(true);
    const heads = tables.map((one) => elementsOf(elementsOf(one, 'w:tr')[0] as Element, 'w:tblHeader').length);
    // Head, subject and what is recorded of opinion and decision have their heads at the left.
    expect(heads).toEqual(tables.map((_, at) => (at < 2 || at === tables.length - 2 ? 0 : 1)));
  });

  test('says to screen readers what each table shows, and gives each cell its width', async () => {
    const body = await bodyOf(report);
    for (const one of elementsOf(body, 'w:tbl')) {
      expect(valOf(one, 'w:tblCaption')).toMatch(/\S/);
      const columns = elementsOf(one, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
      expect(Math.abs(columns.reduce((sum, width) => sum + width, 0) - 9354)).toBeLessThan(5);
      expect(elementsOf(one, 'w:tc').every((cell) => elementsOf(cell, 'w:tcW').length === 1)).toBe(true);
    }
  });

  test('has title and reference in the header and counts pages in the footer', async () => {
    const parts = await partsOf(report);
    expect(textOf(part(parts, 'word/header1.xml'))).toContain('DSB-2026-014');
    expect(textOf(part(parts, 'word/header1.xml'))).toContain('WhatsApp');
    const footer = part(parts, 'word/footer1.xml');
    expect(elementsOf(footer, 'w:t').map(({ text }) => text)).toEqual(page);
    expect(elementsOf(footer, 'w:instrText').map(({ text }) => text.trim())).toEqual(['PAGE', 'NUMPAGES']);
    const section = elementsOf(part(parts, 'word/document.xml'), 'w:sectPr')[0] as Element;
    expect(elementsOf(section, 'w:footerReference')).toHaveLength(1);
  });

  test('is A4, in its language, and dated to the day of evaluation', async () => {
    const parts = await partsOf(report);
    const size = elementsOf(part(parts, 'word/document.xml'), 'w:pgSz')[0]?.attributes;
    expect([size?.['w:w'], size?.['w:h']].map(Number)).toEqual([11906, 16838]);
    const defaults = elementsOf(part(parts, 'word/styles.xml'), 'w:docDefaults')[0] as Element;
    expect(valOf(defaults, 'w:lang')).toBe(locale);
    const properties = Object.fromEntries(
      part(parts, 'docProps/core.xml').children.map(({ name, text }) => [name, text]),
    );
    expect(properties).toMatchObject({
      'dc:title': report.title,
      'dc:subject': words.memo.kinds.annex,
      'dc:creator': 'Frau Beispiel',
      'dc:language': locale,
      'dcterms:created': `${date}T00:00:00Z`,
      'dcterms:modified': `${date}T00:00:00Z`,
    });
  });

  test('says until when the result holds, and day by day what changes then', async () => {
    const { validity } = report;
    const paragraphs = elementsOf(await bodyOf(report), 'w:p').map(textOf);
    const start = paragraphs.indexOf(words.reasons.validity.title);
    const expected = [validity?.sentence, ...(validity?.days ?? []).flatMap(({ label, lines }) => [label, ...lines])];
    expect(validity?.days).not.toEqual([]);
    expect(paragraphs.slice(start + 1, start + 1 + expected.length)).toEqual(expected);
  });

  test('ends with what is recorded of opinion and decision, and rows to sign that leave day and signature open', async () => {
    const [statements, signatures] = elementsOf(await bodyOf(memo), 'w:tbl')
      .slice(-2)
      .map(rowsOf);
    expect(statements?.map(([label]) => label)).toEqual(report.signOff.map(({ label }) => label));
    const day = (id: string) => report.signOff.find((one) => one.id === id)?.date?.label;
    expect(statements?.map(([, said]) => said)).toEqual([
      `Frau Rat, ${day('opinion')}: Abzulehnen.`,
      `Der Bürgermeister, ${day('decision')}: Trotzdem, bis zum Umzug.`,
      `${day('staffCouncil')}: Zugestimmt.`,
      day('nextReview'),
    ]);
    const { role, name, day: date, signature, signatories } = words.document;
    expect(signatures).toEqual([
      [role, name, date, signature],
      [signatories.opinion, 'Frau Rat', '', ''],
      [signatories.decision, 'Der Bürgermeister', '', ''],
      [signatories.staffCouncil, '', '', ''],
    ]);
  });

  test('has the same rows, with room to write, where nothing is recorded', async () => {
    const forms = elementsOf(await bodyOf(withoutAnnexes({ ...report, signOff: [] })), 'w:tbl').slice(-2);
    const [statements, signatures] = forms.map(rowsOf);
    expect(statements).toEqual(Object.values(words.verify.signOff).map((label) => [label, '']));
    expect(signatures?.slice(1).flatMap(([, ...rest]) => rest)).toEqual(Array.from({ length: 9 }, () => ''));
    for (const form of forms) expect(elementsOf(form, 'w:trHeight').length).toBeGreaterThanOrEqual(3);
  });

  test('says at its head what was redacted, and then is nothing to sign', async () => {
    const redacted = [{ id: 'names' as const, label: words.verify.redactions.names }];
    const body = await bodyOf(withoutAnnexes({ ...report, redacted }));
    const notice = `${words.verify.redactedTitle} ${words.verify.redactedHint} ${words.verify.redactions.names}.`;
    expect(elementsOf(body, 'w:p').slice(0, 3).map(textOf)).toContain(notice);
    expect(rowsOf(elementsOf(body, 'w:tbl').at(-1) as Element)).toHaveLength(report.signOff.length);
    expect(textOf(body)).not.toContain(words.document.signature);
    const without = await bodyOf({ ...report, redacted, signOff: [] });
    expect(headingsOf(without, 'Heading2')).not.toContain(words.verify.signOffTitle);
  });

  test('draws each paper, each topic and each range, and says in words what the pictures show', async () => {
    const body = await bodyOf(memo);
    const pictures = elementsOf(body, 'wp:docPr').map(({ attributes }) => attributes);
    const topics = report.questionnaires.flatMap((one) => one.topics);
    const ranges = (report.outlook?.questionnaires.length ?? 0) + 1;
    const columns = report.alternatives?.columns.length ?? 0;
    expect(topics.length).toBeGreaterThan(5);
    expect(pictures).toHaveLength(report.questionnaires.length + 2 * topics.length + ranges + columns);
    for (const { label, findings } of topics) {
      const strip = pictures.find(({ title }) => title === words.pictures.stripTitle(label));
      for (const finding of findings) expect(strip?.descr).toContain(finding.label);
    }
    expect(new Set(pictures.map(({ id }) => id)).size).toBe(pictures.length);
  });

  test('has each picture as SVG that only draws, and in pixels of the same size for programs that know none', async () => {
    const parts = await partsOf(report);
    const relations = part(parts, 'word/_rels/document.xml.rels').children.map(({ attributes }) => attributes);
    const target = (id: string | undefined) => `word/${relations.find(({ Id }) => Id === id)?.Target}`;
    const files = unzipSync(await renderDocx(report, words));
    const blips = elementsOf(await bodyOf(report), 'a:blip');
    expect(blips.length).toBeGreaterThan(20);
    for (const blip of blips) {
      const svg = part(parts, target(elementsOf(blip, 'asvg:svgBlip')[0]?.attributes['r:embed']));
      const { width, height, data } = decode(files[target(blip.attributes['r:embed'])] ?? new Uint8Array());
      expect([width / 4, height / 4]).toEqual([svg.attributes.width, svg.attributes.height].map(Number));
      expect(new Set(data).size).toBeGreaterThan(3);
    }
    const drawn = [...parts].filter(([name]) => name.endsWith('.svg')).flatMap(([, svg]) => everyElement(svg));
    const harmless = ['circle', 'desc', 'line', 'rect', 'svg', 'text', 'title'];
    expect(drawn.length).toBeGreaterThan(500);
    expect(drawn.map(({ name }) => name).filter((name) => !harmless.includes(name))).toEqual([]);
  });

  test('uses no style that it does not define', async () => {
    const parts = await partsOf(report);
    const defined = elementsOf(part(parts, 'word/styles.xml'), 'w:style').map(
      ({ attributes }) => attributes['w:styleId'],
    );
    const used = ['word/document.xml', 'word/header1.xml', 'word/footer1.xml', 'word/styles.xml']
      .flatMap((name) => everyElement(part(parts, name)))
      .filter(({ name }) => ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn'].includes(name))
      .map(({ attributes }) => attributes['w:val']);
    expect(used.filter((style) => !defined.includes(style))).toEqual([]);
    expect(new Set(defined).size).toBe(defined.length);
  });
});

describe('a Word document of the same report', () => {
  test('has the same bytes, in whatever second it is made', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-01-01T10:00:00Z') });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const one = await renderDocx(german, wordings.de);
    vi.setSystemTime(new Date('2028-02-29T23:59:58Z'));
    expect(Buffer.from(await renderDocx(german, wordings.de)).equals(Buffer.from(one))).toBe(true);
  });

  test('links to every address that it cites, each link to its own', async () => {
    const parts = await partsOf(german);
    const relations = new Map(
      elementsOf(part(parts, 'word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => [
        attributes.Id,
        attributes.Target,
      ]),
    );
    const links = elementsOf(part(parts, 'word/document.xml'), 'w:hyperlink');
    expect(links.length).toBeGreaterThan(german.sources.length);
    for (const one of links) expect(relations.get(one.attributes['r:id'])).toBe(textOf(one));
  });
});

/** A text that would break XML, fields, relations, the direction or the numbering if it were taken for more than text. */
const hostileTexts: Readonly<Record<string, string>> = {
  markup:
    '</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe</w:instrText></w:r> & &amp; &#0; <!-- ]]> "\'',
  controls: 'a\u0000b\u0001c\u0008d\u000be\u001bf\u001b[31mg\ufffeh\uffffi\ud800j\udc00k\u0085l',
  directions: 'a\u202eb\u202ac\u2066d\u2069e',
  emoji: '👩‍👩‍👧‍👦 🇩🇪 e\u0301 漢字 עברית العربية',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to stay as it is
  templates: '{{{style}}} {{title}} ${title} %1 $1 $& \\1 "rId1" r:id="rIdLink1"',
};

/** Everything of a document but its texts. */
function shapeOf(parts: ReadonlyMap<string, Element>): readonly string[] {
  return [...parts].flatMap(([name, root]) => [name, ...everyElement(root).map((element) => element.name)]);
}

const benign = withText(german, 'Benignus');

describe('text of a person in every field of a Word document', () => {
  test.each(Object.entries(hostileTexts))('stays text: %s', async (_, text) => {
    const parts = await partsOf(withText(german, text));
    expect(shapeOf(parts)).toEqual(shapeOf(await partsOf(benign)));
  });

  test('is printed as it was typed where it can be', async () => {
    for (const text of [hostileTexts.markup, hostileTexts.emoji, hostileTexts.templates]) {
      const body = await bodyOf(withText(german, text ?? ''));
      expect(headingsOf(body, 'Title')).toEqual([text]);
    }
  });

  test('shows U+FFFD for what XML cannot hold and for what turns the direction of the words that follow', async () => {
    const title = async (text: string) => headingsOf(await bodyOf(withText(german, text)), 'Title')[0];
    expect(await title(hostileTexts.controls ?? '')).toBe('a�b�c�d e�f�[31mg�h�i�j�k�l');
    expect(await title(hostileTexts.directions ?? '')).toBe('a�b�c�d�e');
  });

  test('becomes a link only where it is an address of the web', async () => {
    for (const url of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://a.example/ "onclick',
      '\\\\server\\share',
    ]) {
      const body = await bodyOf({ ...german, sources: withText(german.sources, url), evidence: [] });
      expect(elementsOf(body, 'w:hyperlink')).toEqual([]);
    }
  });

  test('of 1 MB stands in the document whole, and in the header shortened', async () => {
    const long = `${'x'.repeat(1_000_000)}END`;
    const [first, ...rest] = german.subject;
    const report = { ...german, title: long, subject: [{ ...first, id: 'reference', value: long }, ...rest] } as Report;
    const parts = await partsOf(report);
    expect(textOf(part(parts, 'word/document.xml')).split(long)).toHaveLength(3);
    expect(textOf(part(parts, 'word/header1.xml')).length).toBeLessThan(140);
  });

  test('of 1 MB goes on in further paragraphs without a bullet, cut between words, in its style', async () => {
    const word = 'Bürger👩‍👩‍👧‍👦 ';
    const said = word.repeat(1_000_000 / word.length).trim();
    const answer = { id: 'a', question: 'Was?', answer: said, isOpen: false, origin: null, note: said, evidence: [] };
    const expectedWords = new Set(['Was?', '–', 'Notiz:', word.trim()]);
    const body = await bodyOf({ ...german, answers: [{ title: 'Lang', hint: null, answers: [answer] }] });
    const long = elementsOf(body, 'w:p').filter((one) => textOf(one).includes('👧'));
    expect(long.length).toBeGreaterThan(100);
    expect(Math.max(...long.map((one) => textOf(one).length))).toBeLessThanOrEqual(10_000);
    expect(new Set(long.flatMap((one) => textOf(one).trim().split(/\s/)))).toEqual(expectedWords);
    expect(long.filter((one) => valOf(one, 'w:numId') !== undefined)).toHaveLength(2);
    const bold = long.filter((one) => valOf(one, 'w:pStyle') === 'ListBullet');
    expect(bold.every((one) => valOf(one, 'w:rStyle') === 'Strong' || textOf(one).startsWith('Was?'))).toBe(true);
  });
});

describeWith('soffice', 'the Word document in LibreOffice', (soffice) => {
  describeWith('pdftotext', 'printed', (pdftotext) => {
    test('the brief of each example is one page', { timeout: 120_000 }, async () => {
      const folder = await temporaryFolder();
      const examples = path.join(packageRoot, 'questionnaires/examples');
      const names = (await readdir(examples)).filter((name) => name.endsWith('.yaml') && !name.includes('hausregeln'));
      for (const name of names) {
        const output = path.join(folder, name.replace('.yaml', '.docx'));
        const flags = ['--format', 'docx', '--depth', 'brief', '--output', output, '--lang', 'de', '--date', date];
        await main(['report', path.join(examples, name), ...flags, '--quiet'], fakeIo());
      }
      const files = names.map((name) => path.join(folder, name.replace('.yaml', '.docx')));
      const run = promisify(execFile);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      await run(soffice, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files]);
      for (const file of files) {
        const { stdout } = await run(pdftotext, [file.replace('.docx', '.pdf'), '-']);
        expect(stdout.split('\f').length - 1, path.basename(file)).toBe(1);
      }
    });

    test('has the right headings in their order, and the right number on every page', {
      timeout: 120_000,
    }, async () => {
      const folder = await temporaryFolder();
      const file = path.join(folder, 'memo.docx');
      await writeFile(file, await renderDocx(german, wordings.de));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const run = promisify(execFile);
      await run(soffice, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
      await run(pdftotext, ['-layout', path.join(folder, 'memo.pdf'), path.join(folder, 'memo.txt')]);
      const pages = (await readFile(path.join(folder, 'memo.txt'), 'utf8')).split('\f').slice(0, -1);
      expect(pages.length).toBeGreaterThan(5);
      for (const [at, text] of pages.entries()) {
        expect(text.trimEnd().endsWith(`Seite ${at + 1} von ${pages.length}`)).toBe(true);
        expect(text).toContain('Aktenzeichen: DSB-2026-014');
      }
      const lines = pages
        .join('\n')
        .split('\n')
        .map((line) => line.trim().replaceAll(/\s+/g, ' '));
      const places = markdownHeadings(german, 2).map((heading) => lines.lastIndexOf(heading));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((one, other) => one - other));
      const { verify, document } = wordings.de;
      const form = pages.find((text) => text.includes(verify.signOffTitle));
      for (const text of [verify.signOff.nextReview, document.signOff, document.signatories.staffCouncil]) {
        expect(form).toContain(text);
      }
    });
  });
});
