import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** The tests that say what `src/evaluate` comes to, with properties brief enough to run against every mutant of it. */
export default defineConfig({
  resolve: { alias: { 'fast-check': path.join(import.meta.dirname, 'tests/support/brief-fast-check.ts') } },
  test: {
    include: ['tests/{domain,evaluate}/**/*.test.ts'],
    // Count what they have seen, which takes all their runs.
    exclude: ['tests/evaluate/{diff,decay,laws,verdict-end}.test.ts'],
    testTimeout: 60_000,
    isolate: false,
  },
});
