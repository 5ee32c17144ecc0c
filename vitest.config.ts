import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Property tests and real terminals need more than the five seconds of a unit test.
    testTimeout: 60_000,
    // The main process waits most of the time: leaving a core to it would double the time on two.
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // Driven in a real terminal, or run by the build, in a process of its own.
      exclude: [
        'src/interview/{dialogue,telling,fields,ask-*,*-screen,*-prompt,edit-text}.ts',
        'src/index.ts',
        'src/compile-catalogue.ts',
      ],
      reporter: ['text-summary'],
      thresholds: { lines: 90, functions: 90, branches: 85, statements: 90 },
    },
  },
});
