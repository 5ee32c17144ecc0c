import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createProgram } from './cli/program.ts';
import { readShippedFiles } from './commands/inputs.ts';
import { type Language, languages } from './domain/language.ts';
import { exitCodes } from './exit-code.ts';
import { processIo } from './io.ts';
import { compileCatalogue } from './load/compiled-catalogue.ts';
import { loadCatalogue } from './load/load-catalogue.ts';
import { manPage, printedHelp } from './man-page.ts';
import { compiledFile, helpFile, packageRoot } from './package-root.ts';
import { packageVersion } from './package-version.ts';
import { type PreparedFormat, preparedFile, preparedFormats } from './report/prepared-templates.ts';
import { templatesToPrepare } from './report/templates.ts';

// Run by the build, with the program it has just built: what would take long each time the program starts, done once.
void Promise.all([prepareCatalogue(), ...preparedFormats.map(writeTemplates), ...languages.map(writeHelp)]);

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

/** The help as it is printed, and as a manual page. English lies where man looks first. */
async function writeHelp(language: Language): Promise<void> {
  const program = createProgram({ io: processIo, language, outcome: { code: exitCodes.good } });
  await writeFile(helpFile(language), printedHelp(program));
  const folder = path.join(packageRoot, 'man', ...(language === 'en' ? [] : [language]), 'man1');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'messenger-check.1'), manPage(program, packageVersion));
}
