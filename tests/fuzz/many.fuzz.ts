import { afterAll, expect, test } from 'vitest';
import { runs } from '../support/runs.ts';
import { runTarget } from './run-target.ts';
import { targets } from './targets.ts';

/** `npm run fuzz`: other cases every time. `FUZZ_SEED` repeats them, `FUZZ_FACTOR` tries more. */
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const outcomes: string[] = [];
let total = 0;

test.each(targets)('$name', async (target) => {
  const start = Date.now();
  const { cases, slowest } = await runTarget(target, runs(target.cases), seed);
  const seconds = ((Date.now() - start) / 1000).toFixed(0);
  outcomes.push(
    `${String(cases).padStart(8)}  ${seconds.padStart(4)} s  slowest ${slowest.toFixed(0).padStart(5)} ms  ${target.name}`,
  );
  process.stdout.write(`${outcomes.at(-1)}\n`);
  total += cases;
});

test('there were as many cases as CONTRIBUTING.md promises', () => {
  expect(total).toBeGreaterThanOrEqual(runs(100_000));
});

afterAll(() => {
  process.stdout.write(`${String(total).padStart(8)}  cases in total, seed ${seed}\n`);
});
