import { writeFile } from 'node:fs/promises';
import { readShippedFiles } from './commands/inputs.ts';
import { processIo } from './io.ts';
import { compileCatalogue } from './load/compiled-catalogue.ts';
import { loadCatalogue } from './load/load-catalogue.ts';
import { compiledFile } from './package-root.ts';

// Run by the build: the questionnaires that ship, ready to be loaded, beside the program that loads them.
const files = await readShippedFiles('en', processIo);
const loaded = loadCatalogue(files);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues, null, 2));
await writeFile(compiledFile, compileCatalogue(loaded.value, files));
