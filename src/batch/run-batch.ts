import { type BatchCounts, noCounts, rowsIn, sumOfCounts } from '../domain/batch.ts';
import type { Lane } from './lane.ts';
import { createPool } from './pool.ts';
import type { Task } from './task.ts';
import type { PreparedFormat, WorkDone } from './work.ts';

/** Where the text of a format goes. Resolves when it may be given more; with `false` once nobody reads it any more. */
export type Write = (text: string) => Promise<boolean>;

export interface BatchRun {
  readonly lanes: readonly Lane[];
  /** Each with where its text goes; in the order of the texts of a lane. */
  readonly outputs: readonly (PreparedFormat & { readonly write: Write })[];
  /** Tasks that a lane gets at once. */
  readonly chunk: number;
  /** Stops it: what has begun is finished and written. */
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

export interface BatchOutcome {
  readonly counts: BatchCounts;
  /** How many tasks were done, those of other shards with them. */
  readonly tasks: number;
}

/** Chunks in work or waiting to be written, for each lane: enough that no lane waits for a slow one, and no more. */
const aheadPerLane = 4;

/**
 * Evaluates all tasks and writes every format in the order of the tasks, the same bytes whatever the number of lanes.
 * Holds a few chunks at a time: whoever reads slowly slows everything down, down to the reading of files.
 */
export async function runBatch(
  tasksUntil: (signal: AbortSignal) => AsyncIterable<Task>,
  run: BatchRun,
): Promise<BatchOutcome> {
  // Aborted as well when nobody reads any output.
  const stopping = new AbortController();
  const signal = AbortSignal.any([run.signal, stopping.signal]);
  const pool = createPool(run.lanes, signal);
  const writer = createWriter(run);
  const ahead: Promise<WorkDone | undefined>[] = [];
  await writer.start();
  const writeFirst = async () => {
    const done = await ahead.shift();
    if (done && !(await writer.write(done))) stopping.abort();
  };
  for await (const chunk of chunksOf(tasksUntil(signal), run.chunk, signal)) {
    const done = pool.run(chunk);
    // It is looked at when its turn comes, and is not to end the program before.
    done.catch(() => undefined);
    ahead.push(done);
    if (ahead.length >= run.lanes.length * aheadPerLane) await writeFirst();
  }
  while (ahead.length > 0) await writeFirst();
  return writer.end();
}

function createWriter({ outputs, onProgress }: BatchRun) {
  let counts = noCounts;
  let tasks = 0;
  const open = new Set(outputs.keys());
  const writeAll = async (textOf: (output: BatchRun['outputs'][number], index: number) => string) => {
    for (const [index, output] of outputs.entries()) {
      const text = textOf(output, index);
      if (open.has(index) && text !== '' && !(await output.write(text))) open.delete(index);
    }
    return open.size > 0;
  };
  return {
    start: () => writeAll(({ format, context }) => format.head(context)),
    /** Whether anybody still reads. */
    write: (done: WorkDone) => {
      const isFirst = rowsIn(counts) === 0;
      const isEmpty = rowsIn(done.counts) === 0;
      counts = sumOfCounts(counts, done.counts);
      tasks += done.tasks;
      onProgress(tasks);
      if (isEmpty) return open.size > 0;
      return writeAll(({ format }, index) => `${isFirst ? '' : format.between}${done.texts[index] ?? ''}`);
    },
    end: async (): Promise<BatchOutcome> => {
      await writeAll(({ format, context }) => format.tail(counts, context));
      return { counts, tasks };
    },
  };
}

/** Ends when the signal is aborted, even where the next task is long in coming. */
async function* chunksOf(
  tasks: AsyncIterable<Task>,
  size: number,
  signal: AbortSignal,
): AsyncGenerator<readonly Task[]> {
  const iterator = tasks[Symbol.asyncIterator]();
  let stop = () => {};
  signal.addEventListener('abort', () => stop());
  const next = () =>
    new Promise<IteratorResult<Task, undefined>>((resolve, reject) => {
      stop = () => resolve({ done: true, value: undefined });
      if (signal.aborted) stop();
      else iterator.next().then(resolve, reject);
    });
  let chunk: Task[] = [];
  for (;;) {
    const { done, value } = await next();
    if (done) break;
    chunk.push(value);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0 && !signal.aborted) yield chunk;
}
