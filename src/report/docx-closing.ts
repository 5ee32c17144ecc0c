import { AlignmentType, Footer, Header, PageNumber, TabStopType, TextRun } from 'docx';
import type { Wording } from '../wording/wording.ts';
import { type Block, textWidth } from './docx-table.ts';
import { chapter, checksum, clean, closingChapter, joined, paragraph, point, section, shortened } from './docx-text.ts';
import type { Report, ReportAlternatives } from './report.ts';

/** Which files were evaluated. */
export function dataBlocks({ data }: Report, words: Wording): readonly Block[] {
  const { data: title, producedWith, fileNote, columns } = words.report;
  const table = {
    title,
    columns: [
      { head: columns.file, share: 39 },
      { head: columns.sha256, share: 61 },
    ],
    rows: data.files.map(({ name, sha256 }) => [[name], [checksum(sha256)]]),
  };
  return [paragraph([`${producedWith(data.version)} ${fileNote}`]), table];
}

/** The same use with other messengers, where that was asked for. */
export function alternativeBlocks({ alternatives }: Report, words: Wording): readonly Block[] {
  if (alternatives === null) return [];
  const title = words.comparison.alternatives;
  return [section(title), paragraph([alternatives.hint]), { title, ...alternativeTable(alternatives, words) }];
}

function alternativeTable({ columns }: ReportAlternatives, { report, comparison }: Wording) {
  const labels = (all: readonly { readonly label: string }[]) =>
    joined(
      all.map(({ label }) => label),
      ', ',
    );
  return {
    columns: [
      { head: report.columns.messenger, share: 24 },
      { head: report.columns.verdict, share: 19 },
      { head: comparison.product, share: 24 },
      { head: comparison.openQuestions, share: 12 },
      { head: comparison.deciding, share: 21 },
    ],
    rows: columns.map(({ label, verdict, product, openQuestions, decidedBy }) => {
      const blocked = product !== null && product.blockedBy.length > 0 ? `: ${labels(product.blockedBy)}` : '';
      return [
        [label],
        [verdict.label],
        [product === null ? '' : `${product.label}${blocked}`],
        [String(openQuestions)],
        [labels(decidedBy)],
      ];
    }),
  };
}

/** What belongs to the memo, and whether it is attached. */
export function attachmentBlocks({ annexes, data }: Report, words: Wording): readonly Block[] {
  const { chapters, basedOn, attachmentsIntro, notAttached } = words.memo;
  const [answers] = data.files;
  const missing = annexes.filter(({ isAttached }) => !isAttached).map(({ title }) => title);
  const attached = annexes.filter(({ isAttached }) => isAttached);
  const origin = answers === undefined ? '' : `${basedOn(answers.name, answers.sha256)} `;
  return [
    chapter(chapters.attachments),
    paragraph([`${origin}${words.report.producedWith(data.version)}`]),
    ...(missing.length === 0 ? [] : [paragraph([notAttached(missing)])]),
    ...(attached.length === 0 ? [] : [paragraph([attachmentsIntro])]),
    ...attached.map(({ label, title }) => point([`${label}: ${title}`])),
  ];
}

/** What the memo is not. */
export function disclaimerBlocks({ disclaimer }: Report, words: Wording): readonly Block[] {
  return [closingChapter(words.report.disclaimer), ...disclaimer.map((text) => paragraph([text]))];
}

const longestInHeader = 70;

/** The title, and the reference where there is one, on every page. */
export function pageHeader({ title, subject }: Report): Header {
  const reference = subject.find(({ id }) => id === 'reference');
  const text = reference === undefined ? '' : `\t${clean(reference.label)}: ${shortened(reference.value, 30)}`;
  const tabStops = [{ type: TabStopType.RIGHT, position: textWidth }];
  const children = [new TextRun(shortened(title, longestInHeader)), new TextRun(text)];
  return new Header({ children: paragraph(children, { style: 'Header', tabStops }) });
}

export function pageFooter({ document: words, report: { page } }: Wording): Footer {
  const numbers = new TextRun({
    children: [`${page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES],
  });
  return new Footer({ children: paragraph([numbers], { style: 'Footer', alignment: AlignmentType.RIGHT }) });
}
