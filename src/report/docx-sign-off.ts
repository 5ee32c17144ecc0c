import { signOffParts } from '../domain/assessment.ts';
import type { Wording } from '../wording/wording.ts';
import type { Block, DocxTable } from './docx-table.ts';
import { bold, chapter, paragraph, section } from './docx-text.ts';
import { signatoriesOf } from './list-sign-off.ts';
import type { Report, ReportSignOff } from './report.ts';

/**
 * What is recorded of opinion, decision, staff council and next review, with room for the rest, and where to sign.
 * A version for publication is nothing to fill in or sign: it has what is recorded, if anything is.
 */
export function signOffBlocks({ signOff, redacted }: Report, words: Wording): readonly Block[] {
  const { signOffTitle: title } = words.verify;
  const head = chapter(words.memo.chapters['co-signature']);
  if (redacted.length === 0) {
    return [
      head,
      section(title),
      statementTable(signOff, words),
      paragraph([], 'LeadIn'),
      signatureTable(signOff, words),
    ];
  }
  const rows = signOff.map((part) => [[part.label], [said(part)]]);
  return signOff.length === 0 ? [head] : [head, section(title), { title, columns: facts, rows, isForm: true }];
}

const facts = [
  { head: '', share: 30 },
  { head: '', share: 70 },
];

function statementTable(signOff: readonly ReportSignOff[], { verify }: Wording): DocxTable {
  const rows = signOffParts.map((id) => {
    const part = signOff.find((one) => one.id === id);
    return [[verify.signOff[id]], part === undefined ? [] : [said(part)]];
  });
  return { title: verify.signOffTitle, columns: facts, rows, rowHeight: 620, isForm: true, isWithNext: true };
}

/** By whom, when, what. */
function said({ by, date, text }: ReportSignOff): string {
  const who = [by, date?.label].filter((one) => typeof one === 'string').join(', ');
  return [who, text].filter((one) => typeof one === 'string' && one !== '').join(': ');
}

function signatureTable(signOff: readonly ReportSignOff[], words: Wording): DocxTable {
  const { role, name, day, signature, signOff: title } = words.document;
  return {
    title,
    columns: [
      { head: role, share: 30 },
      { head: name, share: 26 },
      { head: day, share: 15 },
      { head: signature, share: 29 },
    ],
    rows: signatoriesOf(signOff, words).map(({ label, by }) => [[bold(label)], [by ?? ''], [], []]),
    rowHeight: 850,
    isForm: true,
  };
}
