import type { Wording } from '../wording/wording.ts';
import { answerPoints, capital } from './docx-findings.ts';
import type { Block } from './docx-table.ts';
import { bold, italic, joined, link, paragraph, point, section, subsection } from './docx-text.ts';
import type { Report, ReportContradiction, ReportEvidence } from './report.ts';

/** Where the sources contradict each other. */
export function contradictionBlocks({ contradictions }: Report, words: Wording): readonly Block[] {
  const { contradictions: title, noContradictions } = words.report;
  return [
    section(title),
    ...(contradictions.length === 0 ? [paragraph([noContradictions])] : []),
    ...contradictions.flatMap((one) => describedContradiction(one, words.report)),
  ];
}

function describedContradiction(one: ReportContradiction, words: Wording['report']): readonly Block[] {
  return [
    subsection(`${one.id} ${one.topic}`),
    ...one.positions.map(({ who, date, says, weight, references }) =>
      point([
        bold(who),
        ` (${date}): ${says} `,
        italic(`${words.weight}: ${weight}`),
        ...(references.length > 0 ? [` [${joined(references, ', ')}]`] : []),
      ]),
    ),
    paragraph([bold(`${words.treatment}:`), ` ${one.treatment}`]),
  ];
}

/** Rulings and statements against and for. */
export function evidenceBlocks({ evidence }: Report, words: Wording): readonly Block[] {
  const { evidenceForAndAgainst, evidenceHint, noEvidence } = words.report;
  return [
    section(evidenceForAndAgainst),
    paragraph([evidence.length > 0 ? evidenceHint : noEvidence]),
    ...evidence.flatMap(({ direction, evidence: ofDirection }) => [
      subsection(`${direction.label} (${ofDirection.length})`),
      ...ofDirection.map((one) => evidencePoint(one, words.report)),
    ]),
  ];
}

/** One ruling or statement. */
export function evidencePoint(one: ReportEvidence, words: Wording['report']): Block {
  const { id, body, reference, date, holding, weight, remark, checked, urls } = one;
  return point([
    bold(`${id} ${body}`),
    `${reference === null ? '' : `, ${reference}`} (${date}): ${holding} `,
    italic(`${words.weight}: ${weight}. ${capital(checked.label)}.`),
    ...(remark === null ? [] : [` ${remark}`]),
    ...urls.flatMap((url) => [' ', link(url)]),
  ]);
}

/** Fulfilled and not applicable, in short. */
export function settledBlocks({ settled }: Report): readonly Block[] {
  return settled.flatMap(({ status, findings }) => [
    section(`${capital(status.label)} (${findings.length})`),
    ...findings.map(({ label, title }) => point([`${label} ${title}`])),
  ]);
}

export function allAnswerBlocks({ answers }: Report, words: Wording): readonly Block[] {
  return answers.flatMap(({ title, hint, answers: ofSection }) => [
    section(title),
    ...(hint === null ? [] : [paragraph([hint])]),
    ...ofSection.flatMap((answer) => answerPoints(answer, words)),
  ]);
}

/** The papers, and every source that is cited. */
export function sourceBlocks({ questionnaires, sources }: Report, words: Wording): readonly Block[] {
  const { aboutPapers, version, cited, sourcesHint, columns } = words.report;
  const heads = [
    { head: columns.source, share: 52 },
    { head: columns.date, share: 18 },
    { head: columns.certainty, share: 30 },
  ];
  const rows = sources.map((one) => [
    [`${one.authority}: ${one.title}, `, link(one.url)],
    [one.date],
    [`${one.checked.label}: ${one.seen}`],
  ]);
  return [
    section(aboutPapers),
    ...questionnaires.flatMap((one) => [
      subsection(one.title),
      ...[one.summary, one.scope, one.notice].map((text) => paragraph([text])),
      paragraph([`${version} ${one.version}${one.versionRemark === null ? '' : ` (${one.versionRemark})`}.`]),
    ]),
    section(cited),
    paragraph([sourcesHint]),
    { title: cited, columns: heads, rows },
  ];
}
