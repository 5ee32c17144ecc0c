import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);

/** What poppler's `pdftotext` or `pdfinfo` says of a document. */
export async function readPdf(program: string, pdf: Uint8Array, ...options: readonly string[]): Promise<string> {
  const file = path.join(await temporaryFolder(), 'memo.pdf');
  await writeFile(file, pdf);
  const output = program.endsWith('pdftotext') ? ['-'] : [];
  // It prints complaints about attributes that it does not know to standard error.
  return (await run(program, [...options, file, ...output], { maxBuffer: 200_000_000 })).stdout;
}

/** Without blanks, line ends and the hyphens of line ends: text as it was before it was set. */
export function unset(text: string): string {
  return text.replaceAll(/[\s\u{AD}]+/gu, '');
}
