import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createProgram } from './cli.ts';
import { readShippedFiles } from './commands/inputs.ts';
import { languages } from './domain/language.ts';
import { exitCodes } from './exit-code.ts';
import { processIo } from './io.ts';
import { compileCatalogue } from './load/compiled-catalogue.ts';
import { loadCatalogue } from './load/load-catalogue.ts';
import { manPage } from './man-page.ts';
import { compiledFile, packageRoot } from './package-root.ts';
import { packageVersion } from './package-version.ts';
import { type PreparedFormat, preparedFile, preparedFormats } from './report/prepared-templates.ts';
import { templatesToPrepare } from './report/templates.ts';

// Run by the build, with the program it has just built: what would take long each time the program starts, done once.
void Promise.all([prepareCatalogue(), ...preparedFormats.map(writeTemplates), writeManPages()]);

/** The questionnaires that ship, ready to be loaded, beside the program that loads them. */
async function prepareCatalogue(): Promise<void> {
  const files = await readShippedFiles('en', processIo);
  const loaded = loadCatalogue(files);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues, null, 2));
  await writeFile(compiledFile, compileCatalogue(loaded.value, files));
}

/** The templates of a format, compiled. */
async function writeTemplates(format: PreparedFormat): Promise<void> {
  await writeFile(preparedFile(format), templatesToPrepare(packageRoot, format));
}

/** The help as manual pages. English lies where man looks first. */
async function writeManPages(): Promise<void> {
  for (const language of languages) {
    const folder = path.join(packageRoot, 'man', ...(language === 'en' ? [] : [language]), 'man1');
    const program = createProgram({ io: processIo, language, outcome: { code: exitCodes.good } });
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'messenger-check.1'), manPage(program, packageVersion));
  }
}
