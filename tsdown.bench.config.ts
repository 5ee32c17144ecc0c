import { defineConfig } from 'tsdown';

/** The benchmark of the batch, bundled as the program is: a test runner would measure itself. In a folder that lies like `dist/`. */
export default defineConfig({
  entry: { batch: 'tests/bench/batch.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outDir: 'dist-bench',
  dts: false,
  fixedExtension: false,
  logLevel: 'silent',
});
