import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler';
import { UserError } from '../errors.ts';
import type { Wording } from '../wording/wording.ts';

/** Runs a typst template on data, its `sys.inputs.memo`, and gives a PDF/UA-1. */
export type CompilePdf = (template: string, memo: string) => Uint8Array;

const name = '@myriaddreamin/typst-ts-node-compiler';

/**
 * The compiler as somebody installed it: large, and needed for PDF alone, it does not come with this program. It is
 * looked for from each of the `folders`. Throws `UserError` where it is missing, or of no use.
 */
export function loadTypst(folders: readonly string[], words: Wording['pdf']): CompilePdf {
  const { NodeCompiler, PdfStandard } = load(folders, words);
  const standard = PdfStandard.UA_1;
  if (standard === undefined) throw new UserError(words.tooOld(name), { hint: words.install });
  const compiler = NodeCompiler.create();
  return (template, memo) => {
    const compiled = compiler.compile({ mainFileContent: template, inputs: { memo } });
    if (compiled.result !== null) return compiler.pdf(compiled.result, { pdfStandard: standard });
    const mistakes = compiled.takeError()?.shortDiagnostics ?? [];
    throw new Error(`report.typ: ${mistakes.map(({ message }) => message).join('; ')}`);
  };
}

function load(folders: readonly string[], words: Wording['pdf']): Partial<typeof Typst> & typeof Typst {
  const requires = folders.map((folder) => createRequire(path.resolve(folder, 'package.json')));
  const found = requires.find((require) => isThere(require));
  if (found === undefined) throw new UserError(words.missing(name), { hint: words.install });
  try {
    return found(name);
  } catch (cause) {
    throw new UserError(words.unusable(name), { hint: words.install, cause });
  }
}

function isThere(require: NodeJS.Require): boolean {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}
