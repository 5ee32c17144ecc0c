import { CommanderError } from 'commander';
import type { Outcome } from './cli/context.ts';
import { createProgram } from './cli/program.ts';
import { hasCode } from './domain/has-code.ts';
import { type Language, languageOf, languages } from './domain/language.ts';
import { InvalidInput, UserError } from './errors.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import type { Io } from './io.ts';
import { packageVersion } from './package-version.ts';
import { printable, printableLines } from './wording/printable.ts';
import { asTyped, isStartedByNpx } from './wording/typed-command.ts';
import { wordings } from './wording/wording.ts';

/** Runs the program with the arguments after its name, and gives the exit code. Never throws. */
export async function runProgram(argv: readonly string[], io: Io): Promise<ExitCode> {
  const language = languageFlag(argv) ?? languageOf(io.env);
  const outcome: Outcome = { code: exitCodes.good };
  // Only where it has to be: a copy asks for everything of the terminal, which takes Node its time.
  const told = isStartedByNpx(io.env) ? { ...io, stderr: (text: string) => io.stderr(asTyped(text, io.env)) } : io;
  const colourless = argv.includes('--no-color') ? { ...told, hasColor: false } : told;
  try {
    await createProgram({ io: colourless, language, outcome }).parseAsync(argv, { from: 'user' });
    await allWritten(io, language);
    return outcome.code;
  } catch (error) {
    return await report(error, { io: told, language });
  }
}

/** Throws `UserError` where the result is lost, as on a full disk: no other exit code would be true. */
async function allWritten(io: Io, language: Language): Promise<void> {
  await io.written().catch(async (cause: unknown) => {
    const { reasonOf } = await import('./wording/reason-of.ts');
    const { errors } = wordings[language];
    const what = errors.cannotWrite(errors.standardOutput, reasonOf(cause, errors));
    throw new UserError(what, { hint: errors.standardOutputHint, cause });
  });
}

/** Help and messages need the language before the flags are parsed. */
function languageFlag(argv: readonly string[]): Language | undefined {
  const flag = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const value = argv[flag]?.split('=')[1] ?? argv[flag + 1];
  return flag === -1 ? undefined : languages.find((language) => language === value);
}

/** The one place where what went wrong is said, and becomes an exit code. */
async function report(error: unknown, { io, language }: { io: Io; language: Language }): Promise<ExitCode> {
  const { errors } = wordings[language];
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) {
      const lost = await allWritten(io, language).catch((problem: unknown) => problem);
      if (lost !== undefined) return report(lost, { io, language });
    }
    // Commander has said it already; help and version are no failures.
    return error.exitCode === 0 ? exitCodes.good : exitCodes.couldNotRun;
  }
  if (hasCode(error, 'MODULE_NOT_FOUND')) {
    io.stderr(`${errors.incomplete}\n  ${errors.incompleteHint}\n`);
    return exitCodes.couldNotRun;
  }
  // Nobody waits for it where nothing went wrong.
  const { describeIssues } = await import('./wording/describe-issue.ts');
  if (error instanceof InvalidInput) {
    const { issues } = error;
    const lines = describeIssues(issues, language);
    io.stderr(`${lines.join('\n')}\n${errors.issueCount(issues.length)} ${errors.nothingChanged}\n`);
    return exitCodes.couldNotRun;
  }
  if (error instanceof UserError) {
    io.stderr(`${printable(error.message)}\n  ${printableLines(error.hint)}\n`);
    return exitCodes.couldNotRun;
  }
  const stack = error instanceof Error ? error.stack : String(error);
  io.stderr(`${errors.bug}\n\nmessenger-check ${packageVersion}\n${stack}\n`);
  return exitCodes.bug;
}
