import { Document, Packer, PageOrientation } from 'docx';
import type { Wording } from '../wording/wording.ts';
import {
  allAnswerBlocks,
  contradictionBlocks,
  evidenceBlocks,
  settledBlocks,
  sourceBlocks,
} from './docx-background.ts';
import { briefBlocks } from './docx-brief.ts';
import { reproducible } from './docx-bytes.ts';
import {
  alternativeBlocks,
  attachmentBlocks,
  dataBlocks,
  disclaimerBlocks,
  pageFooter,
  pageHeader,
} from './docx-closing.ts';
import { findingBlocks, measureBlocks, openBlocks } from './docx-findings.ts';
import { goalBlocks, outlookBlocks } from './docx-outlook.ts';
import { factBlocks, headBlocks, paperBlocks, resultBlocks } from './docx-result.ts';
import { signOffBlocks } from './docx-sign-off.ts';
import { docxBaseStyles, docxNumbering, docxStyles, locales } from './docx-styles.ts';
import { type Block, laidOut } from './docx-table.ts';
import { clean, closingChapter, shortened } from './docx-text.ts';
import type { AnnexId, ChapterId, Report } from './report.ts';

type BlocksOf = (report: Report, words: Wording) => readonly Block[];

const chapters: Readonly<Record<ChapterId, readonly BlocksOf[]>> = {
  facts: [factBlocks],
  assessment: [paperBlocks, findingBlocks, contradictionBlocks, evidenceBlocks],
  result: [resultBlocks, outlookBlocks],
  measures: [measureBlocks, goalBlocks, openBlocks, alternativeBlocks],
  attachments: [attachmentBlocks],
  'co-signature': [signOffBlocks],
};

const annexes: Readonly<Record<AnnexId, BlocksOf>> = {
  settled: settledBlocks,
  answers: allAnswerBlocks,
  sources: sourceBlocks,
  data: dataBlocks,
};

/** What the report says belongs into it, in that order. */
function blocksOf(report: Report, words: Wording): readonly Block[] {
  const head = headBlocks(report, words);
  if (report.chapters.length === 0) return [...head, ...briefBlocks(report, words)];
  const attached = report.annexes.filter(({ isAttached }) => isAttached);
  return [
    ...head,
    ...report.chapters.flatMap(({ id }) => chapters[id]).flatMap((part) => part(report, words)),
    ...attached.flatMap(({ id, label, title }) => [
      closingChapter(`${label}: ${title}`),
      ...annexes[id](report, words),
    ]),
    ...disclaimerBlocks(report, words),
  ];
}

const longestProperty = 250;

/**
 * The memo as a Word document that can be edited and signed. `words` are those of the report's language. The same
 * report gives the same bytes; no text in it can make the document invalid.
 */
export async function renderDocx(report: Report, words: Wording): Promise<Uint8Array> {
  const document = new Document({
    ...metadata(report, words),
    styles: docxStyles(report.language),
    externalStyles: docxBaseStyles,
    numbering: docxNumbering,
    compatabilityModeVersion: 15,
    sections: [
      {
        properties: { page: a4 },
        headers: { default: pageHeader(report) },
        footers: { default: pageFooter(words) },
        children: laidOut(blocksOf(report, words), words.document.table),
      },
    ],
  });
  return reproducible(await Packer.toBuffer(document), { day: report.date, locale: locales[report.language] });
}

const a4 = {
  size: {
    width: 11906,
    height: 16838,
    orientation: PageOrientation.PORTRAIT,
  },
  margin: { top: 1418, right: 1134, bottom: 1247, left: 1418, header: 624, footer: 567 },
};

function metadata({ title, depth, subject, verdict, data }: Report, { report, memo }: Wording) {
  const assessor = subject.find(({ id }) => id === 'assessor');
  const program = clean(`messenger-check ${data.version}`);
  return {
    title: shortened(title, longestProperty),
    subject: memo.kinds[depth.id],
    creator: assessor === undefined ? program : shortened(assessor.value, longestProperty),
    lastModifiedBy: program,
    description: clean(`${report.result}: ${verdict.label}`),
  };
}
