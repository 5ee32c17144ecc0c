import type { Wording } from '../wording/wording.ts';
import { evidencePoint } from './docx-background.ts';
import { answerPoints } from './docx-findings.ts';
import type { Block } from './docx-table.ts';
import { bold, chapter, italic, joined, leadIn, type Piece, paragraph, picture, point, section } from './docx-text.ts';
import { drawBar } from './drawing.ts';
import { fulfilmentBar } from './fulfilment-bar.ts';
import type { LabelledText, Report, ReportQuestionnaire, ReportReason } from './report.ts';

const facts = [
  { head: '', share: 20 },
  { head: '', share: 80 },
];

/** Title, subject, reference, and the result in short. */
export function headBlocks(report: Report, words: Wording): readonly Block[] {
  const { title, depth, head } = report;
  return [
    paragraph([depth.label], 'Subtitle'),
    paragraph([title], 'Title'),
    ...redactedBlocks(report, words),
    { title: depth.label, columns: facts, rows: rowsOf(head), isForm: true },
  ];
}

function rowsOf(all: readonly LabelledText[]): readonly (readonly (readonly Piece[])[])[] {
  return all.map(({ label, value }) => [[label], [value]]);
}

/** What is assessed: who uses which messenger, how and for what. */
export function factBlocks(report: Report, words: Wording): readonly Block[] {
  const { subject, context, warnings, clashes, openPoints } = report;
  const open = openPoints.reduce((count, { points }) => count + points.length, 0);
  return [
    chapter(words.memo.chapters.facts),
    paragraph([words.memo.factsIntro]),
    { title: words.document.subject, columns: facts, rows: rowsOf(subject) },
    ...(context.length > 0 ? [section(words.memo.context)] : []),
    ...context.flatMap((answer) => answerPoints(answer, words)),
    paragraph([words.memo.unclear(open)]),
    ...(warnings.length > 0 ? [leadIn(words.report.warnings)] : []),
    ...warnings.map((warning) => point([warning])),
    ...(clashes.length > 0 ? [leadIn(words.report.clashes.title), paragraph([words.report.clashes.intro])] : []),
    ...clashes.map(({ label, text }) => point([bold(`${label}:`), ` ${text}`])),
  ];
}

/** By which papers it was judged, and what each comes to. */
export function paperBlocks({ questionnaires }: Report, words: Wording): readonly Block[] {
  return [
    chapter(words.memo.chapters.assessment),
    paragraph([words.memo.assessmentIntro]),
    section(words.report.byQuestionnaire),
    questionnaireTable(questionnaires, words),
  ];
}

export function resultBlocks(report: Report, words: Wording): readonly Block[] {
  const { verdict } = report;
  return [
    chapter(`${words.memo.chapters.result}: ${verdict.label}`),
    paragraph([`${verdict.sentence} ${verdict.basis.label}`]),
    ...(verdict.statements.length > 0 ? [paragraph([words.report.statements])] : []),
    ...verdict.statements.map((one) => evidencePoint(one, words.report)),
    ...(verdict.reasons.length > 0 ? [leadIn(words.report.decidedBy)] : []),
    ...verdict.reasons.map((reason) => reasonPoint(reason, words)),
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

function reasonPoint({ label, title, status, text, answers }: ReportReason, words: Wording): Block {
  return point([
    bold(`${label} ${title}`),
    ` (${status.label})${text === null ? '' : `: ${text}`}`,
    ...(answers.length > 0 ? [' ', italic(`${words.report.answers}: ${joined(answers, ' / ')}`)] : []),
  ]);
}

const barWidth = 115;

function questionnaireTable(questionnaires: readonly ReportQuestionnaire[], words: Wording) {
  const { report } = words;
  const { paper, bindingForYou, verdict, findings } = report.columns;
  return {
    title: report.byQuestionnaire,
    columns: [
      { head: paper, share: 34 },
      { head: bindingForYou, share: 26 },
      { head: verdict, share: 18 },
      { head: findings, share: 22 },
    ],
    rows: questionnaires.map((one) => [
      paperPieces(one, report),
      [one.binding.label],
      [one.verdict.label],
      [
        picture(drawBar(fulfilmentBar(one.title, one.counts, words), barWidth)),
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
