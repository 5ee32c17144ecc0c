import type { Wording } from '../wording/wording.ts';
import type { Block } from './docx-table.ts';
import {
  bold,
  chapter,
  clean,
  italic,
  joined,
  type Piece,
  paragraph,
  point,
  section,
  subpoint,
  subsection,
} from './docx-text.ts';
import type { OpenPoint, Report, ReportAnswer, ReportFinding, ReportMeasure } from './report.ts';

/** All that calls for something to be done, finding by finding. */
export function findingBlocks({ findings }: Report, words: Wording): readonly Block[] {
  const { noFindings } = words.report;
  return [
    ...(findings.length === 0 ? [paragraph([noFindings])] : []),
    ...findings.flatMap(({ title, findings: ofGroup, remark, isShort }) => [
      section(`${title} (${ofGroup.length})`),
      ...(remark === null ? [] : [paragraph([remark])]),
      ...ofGroup.flatMap((finding) => describedFinding(finding, { words, isShort })),
    ]),
  ];
}

interface Manner {
  readonly words: Wording;
  /** Without what stands behind a finding. */
  readonly isShort: boolean;
}

function describedFinding(finding: ReportFinding, manner: Manner): readonly Block[] {
  const { label, title, level, text, answers, records } = finding;
  const { words, isShort } = manner;
  return [
    subsection(`${label} · ${title} (${level.label})`),
    paragraph([text]),
    ...answers.flatMap((answer) => [
      answerPoint(answer, words.report, true),
      ...(isShort ? [] : remarkPoints(answer, words.report)),
    ]),
    ...records.map((record) => point([record])),
    ...detailsOf(finding, manner).map(([name, value]) => point([bold(`${name}:`), ` ${value}`])),
  ];
}

function detailsOf(
  { measure, law, authority, ref, asOf, issuer, addressee, checked, basis, caveat }: ReportFinding,
  { words: { report }, isShort }: Manner,
): readonly (readonly [name: string, value: string])[] {
  const place = `${authority === null ? '' : `${authority}, `}${ref} (${report.asOf}: ${asOf})`;
  const all: readonly (readonly [string, string | null])[] = [
    [report.measure, isShort ? null : measure],
    [report.law, joined(law, '; ')],
    [report.place, place],
    [report.issuer, issuer],
    [report.addressee, addressee],
    [
      report.basisOfRequirement,
      isShort ? [checked.label, caveat].filter(Boolean).join('. ') : `${checked.label}. ${basis}`,
    ],
  ];
  return all.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

/** An answer with its remarks. */
export function answerPoints(answer: ReportAnswer, { report }: Wording): readonly Block[] {
  return [answerPoint(answer, report), ...remarkPoints(answer, report)];
}

function answerPoint(
  { question, answer: said, isOpen }: ReportAnswer,
  report: Wording['report'],
  isNamed = false,
): Block {
  const name = isNamed ? [bold(`${isOpen ? report.openQuestions : report.answers}:`), ' '] : [];
  const closing: readonly Piece[] = isOpen ? (isNamed ? [` (${said})`] : [` – ${said}`]) : [' – ', bold(said)];
  return point([...name, italic(question), ...closing]);
}

function remarkPoints({ origin, note, evidence }: ReportAnswer, words: Wording['report']): readonly Block[] {
  return [
    ...(origin === null ? [] : [subpoint([`${words.origin}: ${origin}`])]),
    ...(note === null ? [] : [subpoint([`${words.note}: ${note}`])]),
    ...evidence.map((one) => subpoint([`${words.evidence}: ${one}`])),
  ];
}

/** What is to be done, by whom and until when. */
export function measureBlocks({ measures, measuresLead }: Report, words: Wording): readonly Block[] {
  const { measures: title, noMeasures, columns } = words.report;
  const heads = [
    { head: columns.number, share: 6 },
    { head: columns.measure, share: 47 },
    { head: columns.requirements, share: 18 },
    { head: columns.responsible, share: 17 },
    { head: columns.due, share: 12 },
  ];
  return [
    chapter(words.memo.chapters.measures),
    ...(measuresLead === null ? [] : [paragraph([measuresLead])]),
    ...(measures.length === 0 ? [paragraph([noMeasures])] : []),
    ...measures.flatMap(({ binding, measures: ofGroup }) => [
      section(binding.label),
      { title, columns: heads, rows: ofGroup.map((measure) => measureRow(measure, words)) },
    ]),
  ];
}

function measureRow(measure: ReportMeasure, { report }: Wording): readonly (readonly Piece[])[] {
  const { number, text, note, requirements, responsible, due } = measure;
  return [
    [String(number)],
    [text, ...(note === null ? [] : [` – ${report.note}: ${note}`])],
    [
      joined(
        requirements.map(({ label }) => label),
        ', ',
      ),
    ],
    [responsible ?? ''],
    [due ?? ''],
  ];
}

/** Open questions by who can answer them. */
export function openBlocks({ openPoints }: Report, words: Wording): readonly Block[] {
  const { noOpenPoints } = words.report;
  return [
    section(words.memo.toClarify),
    ...(openPoints.length === 0 ? [paragraph([noOpenPoints])] : []),
    ...openPoints.flatMap(({ about, points }) => [
      subsection(about.label),
      ...points.flatMap((open) => openPointPoints(open, words)),
    ]),
  ];
}

function openPointPoints(open: OpenPoint, { report }: Wording): readonly Block[] {
  const waiting = [...open.questionnaires, ...open.requirements.map(({ label }) => label)];
  return [
    point([italic(open.question), ` – ${open.answer}; ${report.holdsUp} ${joined(waiting, ', ')}`]),
    ...remarkPoints(open, report),
  ];
}

export function capital(text: string): string {
  const one = clean(text);
  return one.charAt(0).toUpperCase() + one.slice(1);
}
