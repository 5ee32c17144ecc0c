import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createProgram } from './cli.ts';
import { languages } from './domain/language.ts';
import { exitCodes } from './exit-code.ts';
import { processIo } from './io.ts';
import { manPage } from './man-page.ts';
import { packageRoot } from './package-root.ts';
import { packageVersion } from './package-version.ts';

// Run by the build: the help as manual pages. English lies where man looks first.
for (const language of languages) {
  const folder = path.join(packageRoot, 'man', ...(language === 'en' ? [] : [language]), 'man1');
  const program = createProgram({ io: processIo, language, outcome: { code: exitCodes.good } });
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'messenger-check.1'), manPage(program, packageVersion));
}
