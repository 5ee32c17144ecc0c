import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { memoBlocks } from '../../src/report/docx-chapters.ts';
import { clean } from '../../src/report/docx-text.ts';
import { renderers } from '../../src/report/index.ts';
import { renderPdf } from '../../src/report/render-pdf.ts';
import type { Report } from '../../src/report/report.ts';
import { typstTemplate } from '../../src/report/templates.ts';
import { loadTypst } from '../../src/report/typst-compiler.ts';
import { wordings } from '../../src/wording/wording.ts';
import { date, fullReport, textsOf, withText } from '../support/full-report.ts';
import { describeWith } from '../support/needs.ts';
import { readPdf, unset } from '../support/read-pdf.ts';

const template = typstTemplate(packageRoot);
const compile = loadTypst([packageRoot], wordings.de.pdf);

function pdfOf(report: Report): Uint8Array {
  return renderPdf(report, wordings[report.language], { template, compile });
}

const german = await fullReport('de');
const english = await fullReport('en');
const pdfs = new Map([german, english].map((report) => [report, pdfOf(report)]));

/** Next to nothing but the texts in it: quick to compile. */
function shortReport(texts: readonly string[]): Report {
  const [first] = german.questionnaires;
  const empty = {
    findings: [],
    settled: [],
    measures: [],
    context: [],
    annexes: [],
    openPoints: [],
    contradictions: [],
    evidence: [],
  };
  return {
    ...german,
    ...empty,
    ...{ outlook: null, validity: null, alternatives: null, answers: [], sources: [], signOff: [] },
    questionnaires: first === undefined ? [] : [first],
    data: { ...german.data, files: [] },
    warnings: texts,
  };
}

const rawText = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');

describe('the memo as a PDF', () => {
  test('says of itself that it is PDF/UA-1, tagged, in its language, with a title to show', () => {
    for (const [report, pdf] of pdfs) {
      const raw = rawText(pdf);
      expect(raw).toMatch(/pdfuaid:part>1</);
      expect(raw).toMatch(/\/Marked true/);
      expect(raw).toMatch(/\/DisplayDocTitle true/);
      expect(raw).toContain(report.language === 'de' ? '/Lang (de-DE)' : '/Lang (en-GB)');
    }
  });

  test('has the same bytes for the same report, in whatever second it is made', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-01-01T10:00:00Z') });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    expect(Buffer.from(pdfOf(german)).equals(Buffer.from(pdfs.get(german) ?? []))).toBe(true);
  });

  test('compiles whatever somebody typed: any Unicode, and what is none', () => {
    const anything = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(anything, (texts) => {
        expect(rawText(pdfOf(shortReport(texts)))).toMatch(/^%PDF-1\.7/);
      }),
      { numRuns: 3 },
    );
  });

  test('of very long text is made all the same, with or without blanks', { timeout: 60_000 }, () => {
    const words = 'Bürgeramt '.repeat(5_000);
    const [part] = german.signOff;
    const report = { ...shortReport([words, 'x'.repeat(60_000)]), signOff: part ? [{ ...part, text: words }] : [] };
    expect(pdfOf(report).length).toBeGreaterThan(20_000);
  });
});

describeWith('pdfinfo', 'the structure of the PDF', (pdfinfo) => {
  const structures = new Map<Report, string>();

  async function structureOf(report: Report): Promise<string> {
    const known = structures.get(report) ?? (await readPdf(pdfinfo, pdfOf(report), '-struct'));
    structures.set(report, known);
    return known;
  }

  /** The kinds of elements, each with its depth: everything but texts and what depends on them. */
  async function shapeOf(report: Report): Promise<readonly string[]> {
    const kinds = [
      ...(await structureOf(report)).matchAll(/^ *(Document|H\d|L|LI|Lbl|LBody|Table|TR|TH|TD|Caption)\b/gm),
    ];
    return kinds.map(([kind]) => kind);
  }

  describe.each([
    { name: 'in German', report: german },
    { name: 'in English', report: english },
  ])('$name', ({ report }) => {
    const words = wordings[report.language];
    const blocks = memoBlocks(report, words);

    test('has the headings of the Markdown memo in its order, the title first', async () => {
      const memo = renderers.markdown(report, { root: packageRoot, columns: 100, hasColor: false });
      const expected = [...memo.matchAll(/^(#+) (?:\d+ )?(.*)$/gm)].map(
        ([, level = '', text = '']) => [level.length, text.replaceAll(/\\(.)/g, '$1')] as const,
      );
      const found = [...(await structureOf(report)).matchAll(/^ *H(\d) "(.*)" \(block\)$/gm)];
      expect(found.map(([, level, text]) => [Number(level), text])).toEqual(
        expected.map(([level, text]) => [level, asPrinted(text)]),
      );
    });

    test('has every point as an item of a list, with a label and a body', async () => {
      const points = blocks.filter((block) => 'style' in block && ['Point', 'Subpoint'].includes(block.style));
      const facts = report.head.length + report.subject.length + Object.keys(words.verify.signOff).length;
      const shape = (await shapeOf(report)).map((kind) => kind.trim());
      for (const kind of ['LI', 'Lbl', 'LBody']) {
        expect(shape.filter((one) => one === kind)).toHaveLength(points.length + facts);
      }
    });

    test('has every table with a header row whose cells head their columns, and all but the form with a caption', async () => {
      const [, ...tables] = (await structureOf(report)).split(/^ *Table\b/m);
      const expected = blocks.flatMap((block) =>
        'rows' in block && block.columns.some(({ head }) => head !== '') ? [block] : [],
      );
      expect(tables).toHaveLength(expected.length);
      for (const [at, { columns, rows, isForm }] of expected.entries()) {
        const [head = '', body = ''] = (tables[at] ?? '').split(/^ *TBody/m);
        expect(/^ *Caption\b/m.test(head)).toBe(isForm !== true);
        expect(head.match(/\bTH\b/g)).toHaveLength(columns.length);
        expect(head.match(/\/Scope \/Column/g)).toHaveLength(columns.length);
        expect(body.match(/^ *TR\b/gm)).toHaveLength(rows.length);
      }
    });
  });

  test('has every picture as a figure that says in words what it shows', async () => {
    const figures = (await structureOf(german)).match(/^ *Figure\b/gm);
    const said = memoBlocks(german, wordings.de).flatMap((block) => ('rows' in block ? block.rows.flat(2) : []));
    const pictures = said.flatMap((piece) => (typeof piece === 'object' && 'picture' in piece ? [piece.picture] : []));
    expect(pictures.length).toBeGreaterThan(20);
    expect(figures).toHaveLength(pictures.length);
  });

  test('is the same with whatever text: markup of typst stays text', { timeout: 30_000 }, async () => {
    const benign = await shapeOf(withText(german, 'Benignus'));
    const hostile = '#panic() = H\n- a\n+ b\n/ T: d $x$ *b* _i_ `r` <l> @l // c /* "]})\\ #let #read("package.json")';
    expect(await shapeOf(withText(german, hostile))).toEqual(benign);
  });

  test('of the short memo is one page', async () => {
    const parts = { chapters: [], annexes: [], depth: { id: 'brief' as const, label: wordings.de.memo.kinds.brief } };
    const head = german.head.filter(({ id }) => id === 'reference' || id === 'supervision');
    expect(await readPdf(pdfinfo, pdfOf({ ...german, ...parts, head }))).toMatch(/^Pages: +1$/m);
  });

  test('stands in a document with title, author, subject and the day of the report', async () => {
    const info = await readPdf(pdfinfo, pdfOf(german), '-isodates');
    for (const line of [
      `Title: +${german.title.replaceAll(/[()]/g, '.')}`,
      'Author: +Frau Beispiel',
      `CreationDate: +${date}T00:00:00`,
      'Tagged: +yes',
      'Page size: .*A4',
      'JavaScript: +no',
    ]) {
      expect(info).toMatch(new RegExp(line));
    }
  });
});

/** What means something to typst, to PDF or to Unicode, with what is typed around it. */
const fragments = [
  ...[
    '#',
    '$',
    '\\',
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
    '@',
    '@ref',
    '<label>',
    '//',
    '/*',
    '*/',
    '"',
    "'",
    '`',
    '```',
    '=',
  ],
  ...['== ', '- ', '+ ', '/ a: b', '*', '_', '~', '---', '...', '\n', '\r\n', '\t', '\u2028', '#panic()', '#let x = 1'],
  ...['#read("/etc/passwd")', '#sys.inputs', '#{', '\\u{41}', '\\n', 'https://a.example/#x', '%PDF', '>>', 'endobj'],
  ...[
    'ä',
    'ö',
    'ü',
    'ß',
    'Ä',
    '€',
    '„',
    '“',
    '–',
    '—',
    '§',
    '…',
    'é',
    'ł',
    'Bürger',
    'Auftragsverarbeitung',
    ' ',
    '0',
    'a',
  ],
  ...['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\u202e', '\u2066', '\ud800', '\udc00', '\ufffe', '\uffff'],
];

describeWith('pdftotext', 'the text of the PDF', (pdftotext) => {
  test.each([
    { name: 'in German', report: german },
    { name: 'in English', report: english },
  ])('has all that the report says, $name', async ({ report }) => {
    const said = unset(await readPdf(pdftotext, pdfs.get(report) ?? new Uint8Array(), '-raw'));
    const pageBreak = new RegExp(`(?:${pageMarks(report)})`, 'g');
    const body = said.replaceAll(pageBreak, '');
    expect(textsOf(report).filter((text) => !body.includes(unset(text)))).toEqual([]);
  });

  test('numbers its tables through', async () => {
    const said = await readPdf(pdftotext, pdfs.get(german) ?? new Uint8Array(), '-raw');
    const numbers = [...said.matchAll(/^Tabelle (\d+): \S/gm)].map(([, number]) => Number(number));
    expect(numbers.length).toBeGreaterThan(4);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });

  test('has reference and number on every page', async () => {
    const pages = (await readPdf(pdftotext, pdfs.get(german) ?? new Uint8Array(), '-layout')).split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(5);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('Aktenzeichen: DSB-2026-014');
      expect(page.trimEnd().endsWith(`Seite ${at + 1} von ${pages.length}`)).toBe(true);
    }
  });

  test('has room to sign in one place', async () => {
    const pages = (await readPdf(pdftotext, pdfs.get(german) ?? new Uint8Array(), '-layout')).split('\f');
    const { document, verify } = wordings.de;
    const form = pages.find((page) => page.includes(document.signature)) ?? '';
    for (const text of [verify.signOff.nextReview, document.signature, document.signatories.staffCouncil, 'Frau Rat']) {
      expect(form).toContain(text);
    }
  });

  test('is what was typed, sign for sign', { timeout: 30_000 }, async () => {
    const typed = fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 30 }).map((all) => all.join(''));
    const anyText = fc.oneof(typed, fc.string({ unit: 'grapheme-ascii', maxLength: 80 }));
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 25 }), async (texts) => {
        const said = unset(await readPdf(pdftotext, pdfOf(shortReport(texts)), '-raw'));
        const shown = texts.map((text) => unset(clean(text)));
        const from = said.indexOf(unset(wordings.de.report.warnings));
        const to = said.indexOf(unset(`2 ${wordings.de.memo.chapters.assessment}`), from);
        const marks = new RegExp(`${pageMarks(german)}|•`, 'g');
        expect(said.slice(from, to).replaceAll(marks, '')).toBe(unset(wordings.de.report.warnings) + shown.join(''));
      }),
      { numRuns: 8 },
    );
  });

  test('shows what no font has as the number of the character', async () => {
    const pdf = pdfOf(shortReport(['vor \u{10FFFD}\u{E000} nach', 'Ende']));
    const said = await readPdf(pdftotext, pdf, '-raw');
    expect(said).toContain('vor [U+10FFFD][U+E000] nach');
  });
});

/** The program prints no text with a letter that is not ASCII, but the mark that such text begins with. */
function asPrinted(text: string): string {
  return /^[ -~]*$/.test(text) ? text : '\uFFFD\uFFFD';
}

/** What stands between two pages: the footer of one and the header of the next. */
function pageMarks(report: Report): string {
  const { page } = wordings[report.language].report;
  const reference = report.subject.find(({ id }) => id === 'reference');
  const header = unset(`${report.title}${reference?.label}:${reference?.value}`).replaceAll(/[()]/g, '.');
  return `${page}\\d+${wordings[report.language].document.of}\\d+|${header}`;
}
