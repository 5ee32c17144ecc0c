import { statuses } from '../domain/finding.ts';
import type { Wording } from '../wording/wording.ts';
import type { Block, DocxTable } from './docx-table.ts';
import { bold, joined, type Piece, paragraph, picture, section } from './docx-text.ts';
import { drawBar, drawStrip } from './drawing.ts';
import { fulfilledOf, fulfilmentBar } from './fulfilment-bar.ts';
import { heatStrip } from './heat-strip.ts';
import type { Report, ReportQuestionnaire, ReportTopic } from './report.ts';
import { statusSigns } from './signs.ts';

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
  const occurring = new Set(questionnaires.flatMap(({ counts }) => counts.map(({ id }) => id)));
  const entries = statuses.filter((id) => occurring.has(id));
  return [
    `${words.pictures.legend}: `,
    ...entries.flatMap((id, at) => [
      bold(statusSigns[id]),
      ` ${words.statuses[id]}${at < entries.length - 1 ? ', ' : '.'}`,
    ]),
  ];
}

function topicTable({ title, topics }: ReportQuestionnaire, words: Wording): DocxTable {
  const { topic, fulfilment, requirements } = words.pictures.columns;
  return {
    title,
    columns: [
      { head: topic, share: 26 },
      { head: fulfilment, share: 28 },
      { head: requirements, share: 46 },
    ],
    rows: topics.map((one) => topicRow(one, words)),
  };
}

function topicRow(topic: ReportTopic, words: Wording): readonly (readonly Piece[])[] {
  const strip = heatStrip(topic, words);
  const groups = strip.groups.map(
    ({ sign, label, findings }) =>
      `${sign} ${label}: ${joined(
        findings.map((one) => one.label),
        ', ',
      )}`,
  );
  return [
    [topic.label],
    [picture(drawBar(fulfilmentBar(topic.label, topic.counts, words), barWidth)), fulfilledOf(topic.counts, words)],
    [picture(drawStrip(strip)), joined(groups, '; ')],
  ];
}
