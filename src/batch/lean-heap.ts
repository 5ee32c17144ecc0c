import { setFlagsFromString } from 'node:v8';

/**
 * By how much V8 lets its heaps grow before it cleans up. Left to itself it takes more the longer a batch runs: 167 MiB
 * where 20 are in use (16,000 files). With this it stays at 120, and takes no longer that could be measured.
 */
const heapGrowingPercent = 20;

/** Keeps the heaps of this process small, those of workers as well, from now on: before there is much in them. */
export function keepHeapLean(): void {
  setFlagsFromString(`--heap-growing-percent=${heapGrowingPercent}`);
}
