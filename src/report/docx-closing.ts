import type { Wording } from '../wording/wording.ts';
import { scaleLegend } from './docx-outlook.ts';
import type { Block } from './docx-table.ts';
import { bold, chapter, checksum, closingChapter, joined, paragraph, picture, point, section } from './docx-text.ts';
import { drawSpan } from './drawing.ts';
import { drawAlternatives } from './pictures.ts';
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
  return [
    section(title),
    paragraph([alternatives.hint]),
    scaleLegend(words),
    { title, ...alternativeTable(alternatives, words) },
  ];
}

const scaleWidth = 120;

function alternativeTable(alternatives: ReportAlternatives, words: Wording) {
  const { report, comparison } = words;
  const { columns } = drawAlternatives(alternatives, words);
  const labels = (all: readonly { readonly label: string }[]) =>
    joined(
      all.map(({ label }) => label),
      ', ',
    );
  return {
    columns: [
      { head: report.columns.messenger, share: 21 },
      { head: report.columns.verdict, share: 24 },
      { head: comparison.product, share: 23 },
      { head: comparison.openQuestions, share: 12 },
      { head: comparison.deciding, share: 20 },
    ],
    rows: columns.map(({ label, verdict, product, openQuestions, decidedBy, isSettled, span }) => {
      const blocked = product !== null && product.blockedBy.length > 0 ? `: ${labels(product.blockedBy)}` : '';
      return [
        [label],
        [picture(drawSpan(span, scaleWidth)), bold(verdict.label), ...(isSettled ? [] : [` (${span.text})`])],
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
