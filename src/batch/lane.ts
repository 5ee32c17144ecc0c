import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Task } from './task.ts';
import { createWork, type WorkDone, type WorkSetup } from './work.ts';

/** Does one thing after another, beside other lanes. */
export interface Lane {
  /** Rejects with what crashed; a lane that has crashed rejects for ever. */
  readonly run: (tasks: readonly Task[]) => Promise<WorkDone>;
  readonly close: () => Promise<void>;
}

/** A lane on the main thread: for few files it is done before a worker has started. */
export async function mainLane(setup: WorkSetup): Promise<Lane> {
  const work = await createWork(setup);
  return {
    run: async (tasks) => {
      // Ctrl-C, progress and output get their turn.
      await setImmediate();
      return work(tasks);
    },
    close: async () => undefined,
  };
}

/** What a worker answers. */
export type Answer = { readonly done: WorkDone } | { readonly error: unknown };

/** A lane in a worker, which gets the catalogue as it was loaded here: that is faster than its files, and always the same. */
export function workerLane(file: string, setup: WorkSetup): Lane {
  const worker = new Worker(file, { workerData: setup });
  let current: { resolve: (done: WorkDone) => void; reject: (error: unknown) => void } | undefined;
  let crash: { readonly error: unknown } | undefined;
  const fail = (error: unknown) => {
    crash ??= { error };
    current?.reject(crash.error);
  };
  worker.on('message', (answer: Answer) => {
    if ('error' in answer) fail(answer.error);
    else current?.resolve(answer.done);
  });
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`A worker ended by itself, with code ${code}.`)));
  return {
    run: (tasks) =>
      new Promise((resolve, reject) => {
        if (crash) return reject(crash.error);
        current = { resolve, reject };
        worker.postMessage(tasks);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
