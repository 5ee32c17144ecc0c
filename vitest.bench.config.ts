import { defineConfig } from 'vitest/config';

/** `npm run bench:reasons`: benchmarks print figures and are no tests. */
export default defineConfig({ test: { include: ['tests/bench/**/*.bench.ts'], testTimeout: 600_000 } });
