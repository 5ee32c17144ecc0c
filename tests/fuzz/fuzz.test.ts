import { expect, test } from 'vitest';
import { runTarget } from './run-target.ts';
import { targets } from './targets.ts';

// A red gate must mean that somebody broke something: the same cases every time. `npm run fuzz` tries others.
const seed = 20261128;

test.each(targets)('nothing breaks on hostile input: $name', async (target) => {
  const { cases } = await runTarget(target, Math.max(5, Math.round(target.cases / 400)), seed);
  expect(cases).toBeGreaterThanOrEqual(5);
});

test('a broken promise is told with the seed and the smallest input', async () => {
  const [first] = targets;
  if (first === undefined) throw new Error('no targets');
  const broken = {
    ...first,
    check: (input: unknown) => {
      if ((input as Uint8Array).length > 3) throw new Error('broken');
    },
  };
  await expect(runTarget(broken, 100, seed)).rejects.toThrow(/FUZZ_SEED=20261128.*Counterexample/s);
});
