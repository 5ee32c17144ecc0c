import fc from 'fast-check';

/** Something that must hold whatever it is given. */
export interface Target<T = unknown> {
  readonly name: string;
  /** How many cases `npm run fuzz` tries; `npm test` tries a few. */
  readonly cases: number;
  readonly input: fc.Arbitrary<T>;
  /** Throws where a promise is broken. */
  readonly check: (input: T) => void | Promise<void>;
}

/** Targets of any input, in one list. */
export function target<T>(one: Target<T>): Target {
  return one as Target;
}

/** Milliseconds of processor time that a case may take. */
const longestCase = 2000;
/** Bytes that may be held when a target is done, over what was held before. */
const mostMemory = 700_000_000;

export interface Outcome {
  readonly cases: number;
  readonly slowest: number;
}

/** Tries a target. Throws with seed, path and the smallest input that was found to break it. */
export async function runTarget({ name, input, check }: Target, cases: number, seed: number): Promise<Outcome> {
  const before = process.memoryUsage().rss;
  let [tried, slowest] = [0, 0];
  const details = await fc.check(
    fc.asyncProperty(input, async (one) => {
      tried++;
      const start = process.cpuUsage();
      await check(one);
      const { user, system } = process.cpuUsage(start);
      const took = (user + system) / 1000;
      slowest = Math.max(slowest, took);
      if (took > longestCase) throw new Error(`took ${Math.round(took)} ms`);
    }),
    { numRuns: cases, seed, endOnFailure: false, interruptAfterTimeLimit: 300_000, markInterruptAsFailure: true },
  );
  if (details.failed)
    throw new Error(
      `${name}, to repeat with FUZZ_SEED=${seed}:\n${details.errorInstance}\n${fc.defaultReportMessage(details)}`,
    );
  const grown = process.memoryUsage().rss - before;
  if (grown > mostMemory)
    throw new Error(`${name}: holds ${Math.round(grown / 1e6)} MB more than before, seed ${seed}`);
  return { cases: tried, slowest };
}
