import { type BatchCounts, type BatchResult, noCounts, withResult } from '../domain/batch.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { type InputFile, largestFile } from '../domain/input-issue.ts';
import type { Language } from '../domain/language.ts';
import type { Reasons } from '../evaluate/evaluate-requirement.ts';
import { sha256Of } from '../files/input-file.ts';
import { describeIssue } from '../wording/describe-issue.ts';
import { printable } from '../wording/printable.ts';
import { systemReason } from '../wording/reason-of.ts';
import { type Wording, wordings } from '../wording/wording.ts';
import type { BatchContext, BatchFormat } from './batch-format.ts';
import { type Cache, openCache } from './cache.ts';
import { isEarlierResult } from './earlier-result.ts';
import { evaluateFile } from './evaluate-file.ts';
import { type BatchFormatId, loadBatchFormat } from './formats.ts';
import { readInput } from './read-input.ts';
import { isInShard, type Shard } from './shard.ts';
import type { InputProblem, Task } from './task.ts';

/** What a lane must know; plain data, as it travels to workers. */
export interface WorkSetup {
  readonly catalogue: Catalogue;
  readonly language: Language;
  /** Day of evaluation, `YYYY-MM-DD`. */
  readonly date: string;
  /** Of messenger-check. */
  readonly version: string;
  /** In the order of the texts that come back. */
  readonly formats: readonly ({ readonly id: BatchFormatId } & Pick<BatchContext, 'hasColor' | 'columns'>)[];
  readonly shard?: Shard;
  /** Folder of the cache. */
  readonly cache?: string;
}

/** What some tasks came to: small, as only the text is kept of a file. */
export interface WorkDone {
  /** How many tasks, those of other shards with them. */
  readonly tasks: number;
  readonly counts: BatchCounts;
  /** The rows in each format, with `between` between them. */
  readonly texts: readonly string[];
}

export type Work = (tasks: readonly Task[]) => Promise<WorkDone>;

/** A format with what its functions want to know. */
export interface PreparedFormat {
  readonly format: BatchFormat;
  readonly context: BatchContext;
}

/** The formats of a batch, loaded. */
export function prepareFormats({ formats, ...setup }: WorkSetup): Promise<readonly PreparedFormat[]> {
  return Promise.all(
    formats.map(async ({ id, ...manner }) => {
      const { catalogue, language, date, version } = setup;
      const words = wordings[language];
      return { format: await loadBatchFormat(id), context: { catalogue, language, words, date, version, ...manner } };
    }),
  );
}

/** Reads, evaluates and renders, on the main thread and in workers alike. */
export async function createWork(setup: WorkSetup): Promise<Work> {
  const formats = await prepareFormats(setup);
  const cache = setup.cache === undefined ? undefined : openCache({ ...setup, folder: setup.cache });
  // What is kept must do for every format.
  const reasons: Reasons = cache !== undefined || formats.some(({ format }) => format.saysWhy) ? 'all' : 'open';
  const evaluating: Evaluating = { ...setup, reasons, ...(cache && { opened: cache }) };
  return async (tasks) => {
    const results: BatchResult[] = [];
    for (const task of tasks) {
      const result = await resultOf(task, evaluating);
      if (result !== undefined) results.push(result);
    }
    const texts = formats.map(({ format, context }) =>
      results.map((result) => format.row(result, context)).join(format.between),
    );
    return { tasks: tasks.length, counts: results.reduce(withResult, noCounts), texts };
  };
}

interface Evaluating extends WorkSetup {
  readonly reasons: Reasons;
  readonly opened?: Cache;
}

/** `undefined` for what is in another shard. */
async function resultOf(task: Task, setup: Evaluating): Promise<BatchResult | undefined> {
  const input = readInput(task);
  const isRead = 'sha256' in input;
  const digest = isRead ? input.sha256 : sha256Of(task.name);
  if (setup.shard && !isInShard(digest, setup.shard)) return undefined;
  return isRead ? evaluated(input, setup) : brokenFile(task.name, input, setup.language);
}

async function evaluated(file: InputFile, { opened: cache, ...setup }: Evaluating): Promise<BatchResult> {
  const known = cache?.get(file);
  if (known) return known;
  try {
    const result = await evaluateFile(file, setup);
    cache?.put(result);
    return result.kind === 'broken' && isEarlierResult(file.bytes) ? resultOfEarlier(file.name, setup) : result;
  } catch (error) {
    // Which of a hundred thousand it was is the half of finding the bug.
    if (error instanceof Error) error.stack = `${printable(file.name)}: ${error.stack}`;
    throw error;
  }
}

/** That it is a result says more than what it lacks to be answers. */
function resultOfEarlier(file: string, { language }: Pick<WorkSetup, 'language'>): BatchResult {
  const { evaluate: words } = wordings[language];
  return { kind: 'broken', file, problems: [`${printable(words.isResult(file))}\n  ${words.isResultHint}`] };
}

function brokenFile(file: string, problem: InputProblem, language: Language): BatchResult {
  return { kind: 'broken', file, problems: [describeInputProblem(file, problem, language)] };
}

function describeInputProblem(file: string, problem: InputProblem, language: Language): string {
  const { evaluate: words, errors }: Wording = wordings[language];
  const say = (what: string, hint: string) => `${printable(what)}\n  ${hint}`;
  switch (problem.kind) {
    case 'system':
      return say(errors.cannotRead(file, systemReason(problem, errors.reasons)), words.cannotReadHint);
    case 'no-match':
      return say(words.noMatch(file), words.noMatchHint);
    case 'not-a-file':
      return say(words.notAFile(file), words.notAFileHint);
    case 'folder-named-like-file':
      return say(words.folderNamedLikeFile(file), words.folderNamedLikeFileHint);
    case 'leads-out':
      return say(words.leadsOut(file), words.leadsOutHint);
    case 'too-large': {
      const place = { file, line: 1, column: 1 };
      return describeIssue({ place, path: '', problem: { ...problem, limit: largestFile } }, language);
    }
  }
}
