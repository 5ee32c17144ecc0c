import { createCacheFolder } from '../batch/cache.ts';
import type { FoundInputs } from '../batch/find-inputs.ts';
import { chunkFor, openLanes } from '../batch/open-lanes.ts';
import { createProgress, noProgress, type Progress } from '../batch/progress.ts';
import { type BatchOutcome, runBatch } from '../batch/run-batch.ts';
import type { Shard } from '../batch/shard.ts';
import type { Task } from '../batch/task.ts';
import { prepareFormats, type WorkSetup } from '../batch/work.ts';
import { type BatchCounts, rowsIn } from '../domain/batch.ts';
import { verdicts } from '../domain/verdict.ts';
import { UserError } from '../errors.ts';
import { type ExitCode, type ExitPolicy, exitCodeFor, exitCodes, worstCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { workerFile } from '../package-root.ts';
import { packageVersion } from '../package-version.ts';
import { printable } from '../wording/printable.ts';
import { reasonOf } from '../wording/reason-of.ts';
import { wordings } from '../wording/wording.ts';
import { type OutputWanted, openTargets, type Target } from './batch-outputs.ts';
import { type CommonOptions, readCatalogue } from './inputs.ts';

export interface ManyOptions extends CommonOptions, ExitPolicy, FoundInputs {
  readonly outputs: readonly OutputWanted[];
  readonly tasks: (signal: AbortSignal) => AsyncIterable<Task>;
  readonly signal: AbortSignal;
  readonly jobs?: number;
  readonly shard?: Shard;
  /** Folder of the cache. */
  readonly cache?: string;
}

/** Evaluates files, writes every format, and says how it went. The exit code is the worst of all files. */
export async function evaluateMany(options: ManyOptions, io: Io): Promise<ExitCode> {
  const { language, quiet, outputs, cache } = options;
  const setup = await setupFor(options, io);
  if (cache !== undefined) openCacheFolder(cache, options);
  const progress = progressOf(options, io);
  const beforePrint = io.isTerminal ? progress.clear : () => undefined;
  const words = wordings[language];
  const targets = await openTargets(outputs, { inputs: options.realPaths, words, beforePrint }, io);
  try {
    const outcome = await runOn(setup, { ...options, targets, progress });
    for (const target of targets) await target.commit();
    progress.clear();
    if (!quiet) for (const line of closingLines(outcome, options)) io.stderr(`${line}\n`);
    return options.signal.aborted ? exitCodes.interrupted : codeOf(outcome.counts, options);
  } catch (error) {
    progress.clear();
    await Promise.all(targets.map(({ discard }) => discard()));
    throw error;
  }
}

async function setupFor(options: ManyOptions, io: Io): Promise<WorkSetup> {
  const { language, date, outputs, shard, cache } = options;
  return {
    catalogue: await readCatalogue(options, io),
    language,
    date,
    version: packageVersion,
    formats: outputs.map(({ format: id, file }) => ({
      id,
      hasColor: io.hasColor && file === undefined,
      ...(io.isTerminal && file === undefined && { columns: io.columns }),
    })),
    ...(shard && { shard }),
    ...(cache !== undefined && { cache }),
  };
}

function openCacheFolder(folder: string, { language }: ManyOptions): void {
  const { errors, evaluate } = wordings[language];
  try {
    createCacheFolder(folder);
  } catch (cause) {
    throw new UserError(errors.cannotWrite(folder, reasonOf(cause, errors)), { hint: evaluate.cacheHint, cause });
  }
}

function progressOf({ inputs, language, quiet }: ManyOptions, { stderr, isErrorTerminal, columns, now }: Io): Progress {
  if (quiet) return noProgress;
  const words = wordings[language].evaluate;
  return createProgress({ total: totalOf(inputs), words, stderr, isTerminal: isErrorTerminal, columns, now });
}

/** `undefined` while a stream may bring any number. */
function totalOf(inputs: FoundInputs['inputs']): number | undefined {
  return inputs.some(({ kind }) => kind === 'stream') ? undefined : inputs.length;
}

interface Running extends ManyOptions {
  readonly targets: readonly Target[];
  readonly progress: Progress;
}

async function runOn(setup: WorkSetup, options: Running): Promise<BatchOutcome> {
  const { inputs, jobs, targets, progress, tasks, signal } = options;
  const files = totalOf(inputs);
  const lanes = await openLanes(setup, { ...(jobs !== undefined && { jobs }), files, workerFile });
  try {
    const formats = await prepareFormats(setup);
    const outputs = targets.flatMap(({ write }, index) => {
      const format = formats[index];
      return format ? [{ ...format, write }] : [];
    });
    const chunk = chunkFor(files, lanes.length);
    return await runBatch(tasks, { lanes, outputs, chunk, signal, onProgress: progress.update });
  } finally {
    await Promise.all(lanes.map(({ close }) => close()));
  }
}

function closingLines({ counts, tasks }: BatchOutcome, options: ManyOptions): readonly string[] {
  const { inputs, outputs, language, signal } = options;
  const { cli, evaluate: words } = wordings[language];
  return [
    ...outputs.flatMap(({ file }) => (file === undefined ? [] : [printable(cli.written(file))])),
    ...(counts.broken > 0 ? [words.broken(counts.broken, rowsIn(counts))] : []),
    ...(signal.aborted ? [words.interrupted(tasks, totalOf(inputs))] : []),
  ];
}

function codeOf({ evaluated, broken }: BatchCounts, policy: ExitPolicy): ExitCode {
  const codes = verdicts.filter((verdict) => evaluated[verdict] > 0).map((verdict) => exitCodeFor(verdict, policy));
  return worstCode(broken > 0 ? [...codes, exitCodes.couldNotRun] : codes);
}
