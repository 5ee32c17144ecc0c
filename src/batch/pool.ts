import type { Lane } from './lane.ts';
import type { Task } from './task.ts';
import type { WorkDone } from './work.ts';

export interface Pool {
  /** Given to the next free lane, in order. `undefined`: stopped before it began. */
  readonly run: (tasks: readonly Task[]) => Promise<WorkDone | undefined>;
}

interface Job {
  readonly tasks: readonly Task[];
  readonly resolve: (done: WorkDone | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** Shares work out among lanes. Once `signal` is aborted, what has begun is finished, and nothing more begins. */
export function createPool(lanes: readonly Lane[], signal: AbortSignal): Pool {
  const idle = [...lanes];
  const waiting: Job[] = [];
  const next = () => {
    while (signal.aborted && waiting.length > 0) waiting.shift()?.resolve(undefined);
    const lane = waiting.length > 0 ? idle.shift() : undefined;
    const job = lane && waiting.shift();
    if (!lane || !job) return;
    lane
      .run(job.tasks)
      .then(job.resolve, job.reject)
      .finally(() => {
        idle.push(lane);
        next();
      });
  };
  signal.addEventListener('abort', next);
  return {
    run: (tasks) =>
      new Promise((resolve, reject) => {
        waiting.push({ tasks, resolve, reject });
        next();
      }),
  };
}
