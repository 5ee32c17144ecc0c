import { defineConfig } from 'vitest/config';

/** `npm run fuzz`: many random cases, which `npm test` has only a few of. */
export default defineConfig({
  test: { include: ['tests/fuzz/**/*.fuzz.ts'], testTimeout: 400_000, disableConsoleIntercept: true },
});
