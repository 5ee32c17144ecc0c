import path from 'node:path';
import { defineConfig } from 'tsdown';

/** The program as one CommonJS file, which is what an executable of Node can hold. */
export default defineConfig({
  entry: { executable: 'src/executable.ts' },
  format: 'cjs',
  platform: 'node',
  target: 'node22',
  outDir: 'dist-exe/bundle',
  dts: false,
  fixedExtension: false,
  logLevel: 'warn',
  shims: true,
  // As in the package.
  alias: { '@inquirer/editor': path.resolve('src/interview/no-editor-prompt.ts') },
  deps: { alwaysBundle: [/.*/], onlyBundle: false },
  outputOptions: { codeSplitting: false, strict: true },
});
