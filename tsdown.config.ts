import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'tsdown';

export default defineConfig({
  // Named, as all of them are to lie directly in `dist/`.
  entry: {
    index: 'src/index.ts',
    library: 'src/library.ts',
    prepare: 'src/prepare.ts',
    'batch-worker': 'src/batch/batch-worker.ts',
  },
  // Node starts it in half the time that it takes for the same program as ES modules.
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  outDir: 'dist',
  clean: true,
  // Sources are strict as modules; scripts are only where they say so. Comments of packages are a tenth of what ships.
  outputOptions: { strict: true, comments: false },
  // Types of the library alone.
  dts: { entry: 'src/library.ts' },
  // Runtime packages are bundled: the versions that were tested are the versions that run.
  deps: { alwaysBundle: [/.*/], onlyBundle: false },
  // How long each plugin took says nothing to whoever installs this.
  checks: { pluginTimings: false },
  // Its editor prompt is not used, and takes as long to load as all the rest of inquirer.
  alias: { '@inquirer/editor': path.resolve('src/interview/no-editor-prompt.ts') },
  plugins: [bundledLicences()],
});

/** Writes the licence of every bundled package beside the bundle, as MIT, ISC and BSD ask for. */
function bundledLicences() {
  return {
    name: 'bundled-licences',
    generateBundle(
      this: { emitFile: (file: object) => void },
      _: object,
      bundle: Record<string, { moduleIds?: string[] }>,
    ) {
      const modules = Object.values(bundle).flatMap((chunk) => chunk.moduleIds ?? []);
      const folders = new Set(modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []));
      const source = [...folders]
        .sort()
        .map(licenceOf)
        .join(`\n\n${'-'.repeat(80)}\n\n`);
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENCES.txt', source: `${source}\n` });
    },
  };
}

/** Licences under which code can be passed on with this program, by their SPDX ids; the build fails at any other. */
const allowedLicences = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause'];

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!allowedLicences.includes(license)) {
    throw new Error(`${name} ${version} is bundled, and its licence is not on the list: ${license}.`);
  }
  const text = file && existsSync(path.join(folder, file)) ? readFileSync(path.join(folder, file), 'utf8') : '';
  if (text.trim() === '') {
    throw new Error(`${name} ${version} is bundled, and brings no text of its licence (${license}).`);
  }
  return `${name} ${version} (${license})\n\n${text}`.trim();
}
