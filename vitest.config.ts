import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, so that no worker is left with it at the end while the other has nothing to do. */
const first = [
  ...['plain-session', 'html', 'hostile-world', 'worked-examples', 'terminal-session', 'render-docx', 'no-network'],
  ...['schema', 'terminal', 'verify', 'paths-to-compliance', 'random-walk', 'write-change'],
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = first.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at === -1 ? first.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

/** The pure middle of the program. */
const strict = { lines: 95, branches: 95 };

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/seed.ts'],
    // Certificates of whoever runs the tests would double the start of every Node, and nothing is fetched.
    env: { NODE_EXTRA_CA_CERTS: '' },
    // Property tests and real terminals need more than the five seconds of a unit test.
    testTimeout: 60_000,
    // The main process waits most of the time: leaving a core to it would double the time on two.
    maxWorkers: '100%',
    // Loading the program anew for every file would take a fifth of the time; no test changes what others load.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // Driven in a real terminal, run by the build in a process of its own, or only inside the executable.
      exclude: [
        'src/interview/{dialogue,telling,fields,ask-*,*-screen,*-prompt,edit-text}.ts',
        'src/index.ts',
        'src/prepare.ts',
        'src/executable.ts',
        'src/packed-files.ts',
      ],
      reporter: ['text-summary'],
      thresholds: {
        ...{ lines: 90, functions: 90, branches: 85, statements: 90 },
        'src/domain/**': strict,
        'src/load/**': strict,
        'src/evaluate/**': strict,
        'src/report/**': strict,
      },
    },
  },
});
