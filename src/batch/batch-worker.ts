import { parentPort, workerData } from 'node:worker_threads';
import type { Answer } from './lane.ts';
import type { Task } from './task.ts';
import { createWork } from './work.ts';

// The entry of a worker: tasks come in, texts go out.
const work = createWork(workerData);

parentPort?.on('message', async (tasks: readonly Task[]) => {
  parentPort?.postMessage(await answerTo(tasks));
});

async function answerTo(tasks: readonly Task[]): Promise<Answer> {
  try {
    return { done: await (await work)(tasks) };
  } catch (error) {
    return { error };
  }
}
