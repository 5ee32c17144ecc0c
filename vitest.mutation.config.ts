import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Mostly properties, each of which takes longer than all the rest: for what no other test has noticed. */
const last = [
  ...['minimal-reasons', 'verdict-interval', 'laws', 'most-decisive', 'diff'],
  ...['paths-to-decision', 'paths-to-compliance'],
];

class LongestLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => last.findIndex((name) => moduleId.endsWith(`/${name}.test.js`));
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

/** The tests that say what `src/evaluate` comes to, as `tsdown.mutation.config.ts` bundles them. */
export default defineConfig({
  test: {
    include: ['dist-mutation/*.test.js'],
    setupFiles: ['dist-mutation/seed.js'],
    // Properties brief enough to run against every mutant.
    env: { BRIEF_RUNS: '1' },
    testTimeout: 60_000,
    isolate: false,
    sequence: { sequencer: LongestLast },
  },
});
