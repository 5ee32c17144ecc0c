import type { Wording } from '../wording/wording.ts';
import {
  allAnswerBlocks,
  contradictionBlocks,
  evidenceBlocks,
  settledBlocks,
  sourceBlocks,
} from './docx-background.ts';
import { alternativeBlocks, dataBlocks, disclaimerBlocks } from './docx-closing.ts';
import { findingBlocks, measureBlocks, openBlocks } from './docx-findings.ts';
import { goalBlocks, outlookBlocks } from './docx-outlook.ts';
import { resultBlocks } from './docx-result.ts';
import { signOffBlocks } from './docx-sign-off.ts';
import type { Block } from './docx-table.ts';
import type { Report } from './report.ts';

/** What every document says, whatever it is written as, in the order of the memo. */
export const chapters: readonly ((report: Report, words: Wording) => readonly Block[])[] = [
  resultBlocks,
  outlookBlocks,
  findingBlocks,
  measureBlocks,
  goalBlocks,
  openBlocks,
  contradictionBlocks,
  evidenceBlocks,
  settledBlocks,
  allAnswerBlocks,
  sourceBlocks,
  dataBlocks,
  alternativeBlocks,
  signOffBlocks,
  disclaimerBlocks,
];
