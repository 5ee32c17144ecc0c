import { statuses } from '../domain/finding.ts';
import { verdicts } from '../domain/verdict.ts';
import type { Wording } from '../wording/wording.ts';
import { fulfilledOf, fulfilmentBar } from './fulfilment-bar.ts';
import { heatStrip } from './heat-strip.ts';
import type { Report, ReportAlternatives, ReportOutlook, ReportQuestionnaire } from './report.ts';
import { statusSigns, verdictSigns } from './signs.ts';
import { stepWidth, verdictSpan } from './verdict-span.ts';

/** What a page shows of a report in pictures, each beside the part of the report that it shows. */
export function picturesOf(report: Report, words: Wording) {
  return {
    questionnaires: report.questionnaires.map((one) => drawQuestionnaire(one, words)),
    outlook: report.outlook && drawOutlook(report.outlook, report, words),
    alternatives: report.alternatives && drawAlternatives(report.alternatives, words),
    legend: legendOf(report.questionnaires, words),
    stepWidth,
    scale: scaleOf(words),
  };
}

/** What the signs mean of the statuses that occur. */
export function legendOf(questionnaires: readonly ReportQuestionnaire[], words: Wording) {
  const occurring = new Set(questionnaires.flatMap(({ counts }) => counts.map(({ id }) => id)));
  return statuses
    .filter((id) => occurring.has(id))
    .map((id) => ({ id, sign: statusSigns[id], label: words.statuses[id] }));
}

/** The scale of verdicts, worst first. */
export function scaleOf(words: Wording) {
  return verdicts.map((id) => ({ id, sign: verdictSigns[id], label: words.verdicts[id] }));
}

/** A paper with its bar, and its topics with theirs. */
export function drawQuestionnaire(questionnaire: ReportQuestionnaire, words: Wording) {
  return {
    ...questionnaire,
    bar: fulfilmentBar(questionnaire.title, questionnaire.counts, words),
    topics: questionnaire.topics.map((topic) => ({
      ...topic,
      bar: fulfilmentBar(topic.label, topic.counts, words),
      fulfilled: fulfilledOf(topic.counts, words),
      strip: heatStrip(topic, words),
    })),
  };
}

/** The outlook with where each range stands. */
export function drawOutlook(outlook: ReportOutlook, { questionnaires, verdict }: Report, words: Wording) {
  const verdictOf = (id: string) => questionnaires.find((one) => one.id === id)?.verdict ?? verdict;
  return {
    ...outlook,
    span: verdictSpan({ ...outlook.overall, name: words.pictures.overall, now: verdict }, words),
    questionnaires: outlook.questionnaires.map((range) => ({
      ...range,
      span: verdictSpan({ ...range, name: range.label, now: verdictOf(range.id) }, words),
    })),
  };
}

/** The alternatives with where each of them stands. */
export function drawAlternatives(alternatives: ReportAlternatives, words: Wording) {
  return {
    ...alternatives,
    columns: alternatives.columns.map((column) => ({
      ...column,
      span: verdictSpan({ ...column, name: column.label, now: column.verdict }, words),
    })),
  };
}
