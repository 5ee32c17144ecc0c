import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type Lane, mainLane, workerLane } from './lane.ts';
import type { WorkSetup } from './work.ts';

export interface LanesWanted {
  /** Exactly so many; as many as there are cores, where nothing is said. */
  readonly jobs?: number;
  /** How many files there are; `undefined` while a stream may bring any number. */
  readonly files: number | undefined;
  /** What a worker runs; without it, one lane does everything. */
  readonly workerFile: string;
}

/** Measured: a worker spends on its start and on getting warm what some hundred files take. */
const filesPerWorker = 250;

/** Lanes that work side by side. The result is the same however many there are. */
export async function openLanes(
  setup: WorkSetup,
  { jobs, files = Number.POSITIVE_INFINITY, workerFile }: LanesWanted,
): Promise<readonly Lane[]> {
  const count = jobs ?? Math.min(availableParallelism(), Math.floor(files / filesPerWorker));
  if (count <= 1 || !existsSync(workerFile)) return [await mainLane(setup)];
  return Array.from({ length: Math.min(count, files) }, () => workerLane(workerFile, setup));
}

const largestChunk = 25;

/** How many files a lane gets at once: so few that all of them have work until the end. */
export function chunkFor(files: number | undefined, lanes: number): number {
  return Math.max(1, Math.min(largestChunk, Math.ceil((files ?? Number.POSITIVE_INFINITY) / (lanes * 4))));
}
