import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Lane, workerLane } from '../../src/batch/lane.ts';
import { runBatch } from '../../src/batch/run-batch.ts';
import type { Task } from '../../src/batch/task.ts';
import { prepareFormats, type WorkSetup } from '../../src/batch/work.ts';
import { noCounts } from '../../src/domain/batch.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const setup: WorkSetup = {
  catalogue: shippedCatalogue,
  language: 'en',
  date: '2026-11-23',
  version: '1',
  formats: [{ id: 'json', hasColor: false }],
};

/** Writes nothing but names, some sooner and some later. */
function slowLane(milliseconds: () => number): Lane {
  return {
    run: async (tasks) => {
      await sleep(milliseconds());
      const counts = { ...noCounts, broken: tasks.length };
      return { tasks: tasks.length, counts, texts: [tasks.map(({ name }) => JSON.stringify(name)).join(',\n')] };
    },
    close: async () => undefined,
  };
}

async function* many(count: number, onTaken: (taken: number) => void = () => undefined): AsyncGenerator<Task> {
  for (let index = 0; index < count; index++) {
    onTaken(index + 1);
    yield { kind: 'file', name: `f${index}` };
  }
}

interface Running {
  readonly lanes: readonly Lane[];
  readonly tasks: AsyncIterable<Task>;
  readonly write?: (text: string) => Promise<boolean>;
  readonly signal?: AbortSignal;
}

async function run({ lanes, tasks, write = async () => true, signal = new AbortController().signal }: Running) {
  let out = '';
  const keep = async (text: string) => {
    const isOpen = await write(text);
    if (isOpen) out += text;
    return isOpen;
  };
  const outputs = (await prepareFormats(setup)).map((one) => ({ ...one, write: keep }));
  const outcome = await runBatch(() => tasks, { lanes, outputs, chunk: 3, signal, onProgress: () => undefined });
  return { out, ...outcome };
}

test('the order is that of the tasks, whichever lane is faster', async () => {
  let turn = 0;
  const lanes = [1, 2, 3].map(() => slowLane(() => (turn++ % 5) * 2));
  const { out, counts } = await run({ lanes, tasks: many(100) });
  expect(JSON.parse(out)).toEqual(Array.from({ length: 100 }, (_, index) => `f${index}`));
  expect(counts.broken).toBe(100);
});

test('nothing at all is an empty whole', async () => {
  const { out } = await run({ lanes: [slowLane(() => 0)], tasks: many(0) });
  expect(JSON.parse(out)).toEqual([]);
});

test('a slow reader keeps files from being read: only a few are ever ahead of what was written', async () => {
  let taken = 0;
  let written = 0;
  let furthest = 0;
  const write = async (text: string) => {
    furthest = Math.max(furthest, taken - written);
    await sleep(1);
    written += text.match(/"f\d+"/g)?.length ?? 0;
    return true;
  };
  const tasks = many(600, (count) => {
    taken = count;
  });
  await run({ lanes: [slowLane(() => 0), slowLane(() => 0)], tasks, write });
  expect(written).toBe(600);
  // Two lanes with four chunks of three each, and the one being written.
  expect(furthest).toBeLessThanOrEqual(2 * 4 * 3 + 3);
});

test('stopped, it finishes what has begun and ends the whole', async () => {
  const stopping = new AbortController();
  const tasks = many(1000, (count) => count === 100 && stopping.abort());
  const { out, tasks: done } = await run({ lanes: [slowLane(() => 1)], tasks, signal: stopping.signal });
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(103);
  expect(JSON.parse(out)).toEqual(Array.from({ length: done }, (_, index) => `f${index}`));
});

test('stopped while it waits for the next document, it ends', async () => {
  const stopping = new AbortController();
  async function* stuck(): AsyncGenerator<Task> {
    yield* many(3);
    await new Promise(() => undefined);
  }
  setTimeout(() => stopping.abort(), 20);
  const { out } = await run({ lanes: [slowLane(() => 0)], tasks: stuck(), signal: stopping.signal });
  expect(JSON.parse(out)).toEqual(['f0', 'f1', 'f2']);
});

test('when nobody reads any more, it stops', async () => {
  let taken = 0;
  const tasks = many(10_000, (count) => {
    taken = count;
  });
  await run({ lanes: [slowLane(() => 0)], tasks, write: async () => taken < 50 });
  expect(taken).toBeLessThan(100);
});

test.each([
  { how: 'throws while it works', code: 'parentPort.on("message", () => { throw new Error("broken on purpose") })' },
  { how: 'throws as it starts', code: 'throw new Error("broken on purpose")' },
  { how: 'leaves', code: 'parentPort.on("message", () => process.exit(7))', message: 'with code 7' },
])('a worker that $how ends the batch with what happened', async ({ code, message = 'broken on purpose' }) => {
  const file = path.join(await temporaryFolder(), 'worker.mjs');
  await writeFile(file, `import { parentPort } from 'node:worker_threads';\n${code};\n`);
  const lanes = [1, 2].map(() => workerLane(file, setup));
  await expect(run({ lanes, tasks: many(100) })).rejects.toThrow(message);
  await Promise.all(lanes.map(({ close }) => close()));
});
