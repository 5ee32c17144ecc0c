import type { Wording } from '../wording/wording.ts';
import type { Block } from './docx-table.ts';
import { bold, chapter, italic, joined, leadIn, type Piece, paragraph, point, section } from './docx-text.ts';
import type { Report, ReportQuestionnaire, ReportReason } from './report.ts';

/** Title, what was assessed, and the result. */
export function resultBlocks(report: Report, words: Wording): readonly Block[] {
  const { title, subject, verdict, warnings, questionnaires } = report;
  const { result, decidedBy, warnings: remarks, byQuestionnaire, kind } = words.report;
  return [
    paragraph([kind], 'Subtitle'),
    paragraph([title], 'Title'),
    ...redactedBlocks(report, words),
    {
      title: words.document.subject,
      columns: [
        { head: '', share: 25 },
        { head: '', share: 75 },
      ],
      rows: subject.map(({ label, value }) => [[label], [value]]),
    },
    chapter(`${result}: ${verdict.label}`),
    paragraph([`${verdict.sentence} ${verdict.basis.label}`]),
    ...(verdict.reasons.length > 0 ? [leadIn(decidedBy)] : []),
    ...verdict.reasons.map((reason) => reasonPoint(reason, words)),
    ...(warnings.length > 0 ? [leadIn(remarks)] : []),
    ...warnings.map((warning) => point([warning])),
    section(byQuestionnaire),
    questionnaireTable(questionnaires, words),
    ...validityBlocks(report, words),
  ];
}

/** That it was redacted, and what. */
function redactedBlocks({ redacted }: Report, { verify }: Wording): readonly Block[] {
  if (redacted.length === 0) return [];
  const what = joined(
    redacted.map(({ label }) => label),
    ', ',
  );
  return [paragraph([bold(verify.redactedTitle), ` ${verify.redactedHint} ${what}.`])];
}

function reasonPoint({ label, title, text, answers }: ReportReason, words: Wording): Block {
  return point([
    bold(`${label} ${title}`),
    ...(text === null ? [] : [`: ${text}`]),
    ...(answers.length > 0 ? [' ', italic(`${words.report.answers}: ${joined(answers, ' / ')}`)] : []),
  ]);
}

function questionnaireTable(questionnaires: readonly ReportQuestionnaire[], { report }: Wording) {
  const { paper, bindingForYou, verdict, findings } = report.columns;
  return {
    title: report.byQuestionnaire,
    columns: [
      { head: paper, share: 34 },
      { head: bindingForYou, share: 28 },
      { head: verdict, share: 18 },
      { head: findings, share: 20 },
    ],
    rows: questionnaires.map((one) => [
      paperPieces(one, report),
      [one.binding.label],
      [one.verdict.label],
      [
        joined(
          one.counts.map(({ count, label }) => `${count} ${label}`),
          ', ',
        ),
      ],
    ]),
  };
}

function paperPieces(paper: ReportQuestionnaire, words: Wording['report']): readonly Piece[] {
  const { title, authority, offeredBecause, extends: other } = paper;
  return [
    bold(title),
    `, ${authority}`,
    ...(offeredBecause === null ? [] : [` (${words.offeredBecause} ${offeredBecause})`]),
    ...(other === null ? [] : [` (${words.extends} ${other})`]),
  ];
}

/** Until when the result holds, and what changes when. */
function validityBlocks({ validity }: Report, { reasons }: Wording): readonly Block[] {
  if (validity === null) return [];
  return [
    section(reasons.validity.title),
    paragraph([validity.sentence]),
    ...validity.days.flatMap(({ label, lines }) => [leadIn(label), ...lines.map((line) => point([line]))]),
  ];
}
