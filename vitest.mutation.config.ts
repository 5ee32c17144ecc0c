import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** The tests that say what `src/evaluate` comes to, with properties brief enough to run against every mutant of it. */
export default defineConfig({
  resolve: { alias: { 'fast-check': path.join(import.meta.dirname, 'tests/support/brief-fast-check.ts') } },
  test: {
    include: ['tests/{domain,evaluate}/**/*.test.ts'],
    env: { BRIEF_RUNS: '1' },
    testTimeout: 60_000,
    isolate: false,
  },
});
