import { Document, Packer, PageOrientation } from 'docx';
import type { Wording } from '../wording/wording.ts';
import { reproducible } from './docx-bytes.ts';
import { memoBlocks } from './docx-chapters.ts';
import { pageFooter, pageHeader } from './docx-page.ts';
import { docxBaseStyles, docxNumbering, docxStyles, locales } from './docx-styles.ts';
import { laidOut } from './docx-table.ts';
import { clean, shortened } from './docx-text.ts';
import type { Report } from './report.ts';

const longestProperty = 250;

/**
 * The memo as a Word document that can be edited and signed. `words` are those of the report's language. The same
 * report gives the same bytes; no text in it can make the document invalid.
 */
export async function renderDocx(report: Report, words: Wording): Promise<Uint8Array> {
  const isBrief = report.depth.id === 'brief';
  const document = new Document({
    ...metadata(report, words),
    styles: docxStyles(report.language, isBrief),
    externalStyles: docxBaseStyles(isBrief),
    numbering: docxNumbering,
    compatabilityModeVersion: 15,
    sections: [
      {
        properties: { page: isBrief ? { ...a4, margin: { ...a4.margin, ...briefMargin } } : a4 },
        headers: { default: pageHeader(report) },
        footers: { default: pageFooter(words) },
        children: laidOut(memoBlocks(report, words), words.document.table),
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

const briefMargin = { top: 1134, bottom: 1021, header: 510, footer: 454 };

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
