import path from 'node:path';
import { defineConfig } from 'tsdown';

/** The tests of `npm run mutation` and all that they need: loaded anew for each of some thousand mutants. */
export default defineConfig({
  entry: ['tests/{domain,evaluate}/**/*.test.ts', 'tests/support/seed.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outDir: 'dist-mutation',
  // Directly in the folder, as the program finds its questionnaires from where it lies.
  outputOptions: { entryFileNames: ({ name }) => `${path.basename(name)}.js` },
  dts: false,
  logLevel: 'silent',
  deps: { neverBundle: ['vitest'], alwaysBundle: [/^(?!vitest$)/], onlyBundle: false },
  checks: { pluginTimings: false },
});
