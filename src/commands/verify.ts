import { UserError } from '../errors.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { describeVerification } from '../wording/describe-verification.ts';
import { printable } from '../wording/printable.ts';
import { wordings } from '../wording/wording.ts';
import { type CommonOptions, readCatalogue, readFile } from './inputs.ts';
import { readTemplates, withMistakesSaid } from './own-templates.ts';
import { verifyReport } from './verify-report.ts';

export interface VerifyOptions extends CommonOptions {
  readonly file: string;
  /** Folder with the templates of the user's own with which it was made. */
  readonly template?: string;
}

/**
 * Makes a report again of the data it carries, and says whether it is the same to the byte: exit code 0, else 1 with
 * what differs and why. Throws `UserError` where there is nothing to make it of.
 */
export async function verify(options: VerifyOptions, io: Io): Promise<ExitCode> {
  const { file: name, language, template } = options;
  const words = wordings[language];
  const catalogue = await readCatalogue(options, io);
  const file = await readFile(name, { io, words });
  const own = template === undefined ? [] : await readTemplates(template, { format: 'html', io, words });
  const verification = await withMistakesSaid(words, () => verifyReport(file, catalogue, own));
  if (verification.kind === 'impossible') {
    const { what, hint } = words.verify.impossible[verification.problem];
    throw new UserError(what(name), { hint });
  }
  const lines = describeVerification(verification, { name, language });
  io.stdout(`${lines.map(printable).join('\n')}\n`);
  return verification.kind === 'identical' ? exitCodes.good : exitCodes.impermissible;
}
