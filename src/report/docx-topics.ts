import type { Wording } from '../wording/wording.ts';
import type { Block, DocxTable } from './docx-table.ts';
import { bold, joined, type Piece, paragraph, picture, section } from './docx-text.ts';
import { drawBar, drawStrip } from './drawing.ts';
import type { HeatStrip } from './heat-strip.ts';
import { drawQuestionnaire, legendOf } from './pictures.ts';
import type { Report, ReportQuestionnaire } from './report.ts';

const barWidth = 150;

/** How each paper is fulfilled, topic by topic. */
export function topicBlocks({ questionnaires }: Report, words: Wording): readonly Block[] {
  const { topicsTitle, topicsHint } = words.pictures;
  const withTopics = questionnaires.filter(({ topics }) => topics.length > 0);
  if (withTopics.length === 0) return [];
  return [
    section(topicsTitle),
    paragraph([`${topicsHint} `, ...legend(withTopics, words)]),
    ...withTopics.map((one) => topicTable(one, words)),
  ];
}

/** What the signs mean that occur. */
function legend(questionnaires: readonly ReportQuestionnaire[], words: Wording): readonly Piece[] {
  const entries = legendOf(questionnaires, words);
  return [
    `${words.pictures.legend}: `,
    ...entries.flatMap(({ sign, label }, at) => [bold(sign), ` ${label}${at < entries.length - 1 ? ', ' : '.'}`]),
  ];
}

function topicTable(questionnaire: ReportQuestionnaire, words: Wording): DocxTable {
  const { topic, fulfilment, requirements } = words.pictures.columns;
  const { title, topics } = drawQuestionnaire(questionnaire, words);
  return {
    title,
    columns: [
      { head: topic, share: 26 },
      { head: fulfilment, share: 28 },
      { head: requirements, share: 46 },
    ],
    rows: topics.map(({ label, bar, fulfilled, strip }) => [
      [label],
      [picture(drawBar(bar, barWidth)), fulfilled],
      [picture(drawStrip(strip)), joined(strip.groups.map(groupText), '; ')],
    ]),
  };
}

function groupText({ sign, label, findings }: HeatStrip['groups'][number]): string {
  return `${sign} ${label}: ${joined(
    findings.map((one) => one.label),
    ', ',
  )}`;
}
