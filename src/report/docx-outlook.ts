import type { Wording } from '../wording/wording.ts';
import type { Block } from './docx-table.ts';
import { bold, italic, joined, leadIn, type Piece, paragraph, picture, point, section } from './docx-text.ts';
import { drawSpan } from './drawing.ts';
import { drawOutlook, scaleOf } from './pictures.ts';
import type { Report, ReportChanges, ReportGoal, ReportOutlook, WantedAnswer } from './report.ts';

/** What can still come of the result, and what would settle it. */
export function outlookBlocks(report: Report, wording: Wording): readonly Block[] {
  const { outlook } = report;
  if (outlook === null) return [];
  const words = wording.reasons.outlook;
  const { sentences, mostDecisive, decisions } = outlook;
  return [
    section(words.title),
    paragraph([sentences.join(' ')]),
    ...(mostDecisive === null ? [] : [paragraph([`${mostDecisive.sentence} `, italic(mostDecisive.question)])]),
    scaleLegend(wording),
    rangeTable(outlook, report, wording),
    ...(decisions.length > 0 ? [leadIn(words.decisions)] : []),
    ...decisions.flatMap(({ sentence, answers }) => [
      paragraph([sentence]),
      ...answers.map(({ question, wanted }) => point([italic(question), ' – ', bold(wanted)])),
    ]),
  ];
}

const scaleWidth = 200;

/** What the scale of verdicts shows. */
export function scaleLegend(words: Wording): Block {
  const steps = scaleOf(words);
  const entries = steps.flatMap(({ sign, label }, at) => [
    bold(sign),
    ` ${label}${at < steps.length - 1 ? ', ' : '. '}`,
  ]);
  return paragraph([`${words.pictures.scale}: `, ...entries, words.pictures.scaleHint]);
}

function rangeTable(outlook: ReportOutlook, report: Report, words: Wording): Block {
  const { title, columns } = words.reasons.outlook;
  const { overall, span, questionnaires } = drawOutlook(outlook, report, words);
  const ranges = [{ ...overall, span, label: words.pictures.overall }, ...questionnaires];
  return {
    title,
    columns: [
      { head: columns.paper, share: 39 },
      { head: words.pictures.columns.span, share: 40 },
      { head: columns.musts, share: 21 },
    ],
    rows: ranges.map(({ label, span, violatedMusts }) => [
      [label],
      [picture(drawSpan(span, scaleWidth)), span.text],
      [violatedMusts.label],
    ]),
  };
}

/** What would have to change for a better result. */
export function goalBlocks({ outlook }: Report, words: Wording): readonly Block[] {
  if (outlook === null) return [];
  const { goals, assumption } = outlook;
  return [
    ...goals.flatMap((goal) => [section(goal.title), ...blocksOfGoal(goal, words.reasons.outlook)]),
    ...(assumption === null ? [] : [paragraph([italic(assumption)])]),
  ];
}

type Words = Wording['reasons']['outlook'];

function blocksOfGoal({ reach, against, certain, choices }: ReportGoal, words: Words): readonly Block[] {
  return [
    paragraph([reach.label]),
    ...(against.length > 0 ? [leadIn(words.against)] : []),
    ...against.map(({ facts, requirements }) =>
      point([
        ...facts.flatMap(({ question, answer }, at) => [at === 0 ? '' : '; ', italic(question), ' – ', bold(answer)]),
        ...forRequirements(requirements, words),
      ]),
    ),
    ...blocksOfChanges(certain, words),
    ...choices.flatMap(({ requirements, caveats, alternatives }) => [
      paragraph([bold(words.oneOfThese), ...forRequirements(requirements, words)]),
      ...caveats.map((caveat) => paragraph([caveat])),
      ...alternatives.map((one) => point(piecesOfChanges(one, words))),
    ]),
  ];
}

function forRequirements(ids: readonly string[], { forRequirements: preposition }: Words): readonly Piece[] {
  return ids.length === 0 ? [] : [` (${preposition} ${joined(ids, ', ')})`];
}

function blocksOfChanges({ groups, open }: ReportChanges, words: Words): readonly Block[] {
  return [
    ...groups.flatMap(({ about, changes }) => [
      leadIn(about.label),
      ...changes.map((change) => {
        const measures = joined(
          change.measures.map(({ id }) => id),
          '; ',
        );
        return point([
          ...piecesOfWanted(change, words),
          ...(measures === '' ? [] : [`; ${words.measure}: ${measures}`]),
        ]);
      }),
    ]),
    ...(open.length > 0 ? [leadIn(words.open)] : []),
    ...open.map((one) => point(piecesOfWanted(one, words))),
  ];
}

/** All on one line, as one of several ways. */
function piecesOfChanges({ groups, open }: ReportChanges, words: Words): readonly Piece[] {
  return [
    ...groups.flatMap(({ about, changes }) => [
      `${about.label}: `,
      ...changes.flatMap((change) => [...piecesOfWanted(change, words), '. ']),
    ]),
    ...(open.length === 0 ? [] : [`${words.open}: `]),
    ...open.flatMap((one) => [...piecesOfWanted(one, words), '. ']),
  ];
}

function piecesOfWanted(answer: WantedAnswer & { readonly now?: string | null }, words: Words): readonly Piece[] {
  const { question, now, wanted } = answer;
  return [
    italic(question),
    ' – ',
    ...(now == null ? [] : [`${words.now}: ${now}; `]),
    `${words.wanted}: `,
    bold(wanted),
  ];
}
