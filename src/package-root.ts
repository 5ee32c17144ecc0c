import { fileURLToPath } from 'node:url';
import type { Language } from './domain/language.ts';

/** The folder of the package. `src/` and the bundle in `dist/` both lie directly in it. */
export const packageRoot = fileURLToPath(new URL('..', import.meta.url));

/** What a worker runs. There is none beside the sources, which then do their work without. */
export const workerFile = fileURLToPath(new URL('batch-worker.cjs', import.meta.url));

/** The questionnaires that ship, compiled. The build leaves them beside the code that made them, and that alone reads them. */
export const compiledFile = fileURLToPath(new URL('catalogue.bin', import.meta.url));

/** The help of the program as it is printed where there is no terminal, from the build as well. */
export function helpFile(language: Language): string {
  return fileURLToPath(new URL(`help-${language}.txt`, import.meta.url));
}
