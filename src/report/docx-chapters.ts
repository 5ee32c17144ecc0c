import type { Wording } from '../wording/wording.ts';
import {
  allAnswerBlocks,
  contradictionBlocks,
  evidenceBlocks,
  settledBlocks,
  sourceBlocks,
} from './docx-background.ts';
import { briefBlocks } from './docx-brief.ts';
import { alternativeBlocks, attachmentBlocks, dataBlocks, disclaimerBlocks } from './docx-closing.ts';
import { findingBlocks, measureBlocks, openBlocks } from './docx-findings.ts';
import { goalBlocks, outlookBlocks } from './docx-outlook.ts';
import { factBlocks, headBlocks, paperBlocks, resultBlocks } from './docx-result.ts';
import { signOffBlocks } from './docx-sign-off.ts';
import type { Block } from './docx-table.ts';
import { closingChapter } from './docx-text.ts';
import { topicBlocks } from './docx-topics.ts';
import type { AnnexId, ChapterId, Report } from './report.ts';

type BlocksOf = (report: Report, words: Wording) => readonly Block[];

const chapters: Readonly<Record<ChapterId, readonly BlocksOf[]>> = {
  facts: [factBlocks],
  assessment: [paperBlocks, topicBlocks, findingBlocks, contradictionBlocks, evidenceBlocks],
  result: [resultBlocks, outlookBlocks],
  measures: [measureBlocks, goalBlocks, openBlocks, alternativeBlocks],
  attachments: [attachmentBlocks],
  'co-signature': [signOffBlocks],
};

const annexes: Readonly<Record<AnnexId, BlocksOf>> = {
  settled: settledBlocks,
  answers: allAnswerBlocks,
  sources: sourceBlocks,
  data: dataBlocks,
};

/** What every document says, whatever it is written as: what the report says belongs into it, in that order. */
export function memoBlocks(report: Report, words: Wording): readonly Block[] {
  const head = headBlocks(report, words);
  if (report.chapters.length === 0) return [...head, ...briefBlocks(report, words)];
  const attached = report.annexes.filter(({ isAttached }) => isAttached);
  return [
    ...head,
    ...report.chapters.flatMap(({ id }) => chapters[id]).flatMap((part) => part(report, words)),
    ...attached.flatMap(({ id, label, title }) => [
      closingChapter(`${label}: ${title}`),
      ...annexes[id](report, words),
    ]),
    ...disclaimerBlocks(report, words),
  ];
}
