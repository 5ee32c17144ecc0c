import { CommanderError } from 'commander';
import { createProgram, type Outcome } from './cli.ts';
import { type Language, languageOf, languages } from './domain/language.ts';
import { InvalidInput, UserError } from './errors.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import type { Io } from './io.ts';
import { packageVersion } from './package-version.ts';
import { wordings } from './wording/wording.ts';

/** Runs the program with the arguments after its name, and gives the exit code. Never throws. */
export async function runProgram(argv: readonly string[], io: Io): Promise<ExitCode> {
  const language = languageFlag(argv) ?? languageOf(io.env);
  const outcome: Outcome = { code: exitCodes.good };
  const colourless = argv.includes('--no-color') ? { ...io, hasColor: false } : io;
  try {
    await createProgram({ io: colourless, language, outcome }).parseAsync(argv, { from: 'user' });
    return outcome.code;
  } catch (error) {
    return await report(error, { io, language });
  }
}

/** Help and messages need the language before the flags are parsed. */
function languageFlag(argv: readonly string[]): Language | undefined {
  const flag = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const value = argv[flag]?.split('=')[1] ?? argv[flag + 1];
  return flag === -1 ? undefined : languages.find((language) => language === value);
}

const longestList = 100;
const shortList = 10;

/** The one place where what went wrong is said, and becomes an exit code. */
async function report(error: unknown, { io, language }: { io: Io; language: Language }): Promise<ExitCode> {
  const { errors } = wordings[language];
  if (error instanceof CommanderError) {
    // Commander has said it already; help and version are no failures.
    return error.exitCode === 0 ? exitCodes.good : exitCodes.couldNotRun;
  }
  // Nobody waits for it where nothing went wrong.
  const { describeIssue, printable } = await import('./wording/describe-issue.ts');
  if (error instanceof InvalidInput) {
    const described = error.issues.map((issue) => describeIssue(issue, language));
    // A file of another kind, given by mistake, has hundreds.
    const shown = described.length > longestList ? described.slice(0, shortList) : described;
    const rest = described.length - shown.length;
    const lines = [...shown, ...(rest > 0 ? [errors.moreIssues(rest)] : [])];
    io.stderr(`${lines.join('\n')}\n${errors.issueCount(described.length)} ${errors.nothingChanged}\n`);
    return exitCodes.couldNotRun;
  }
  if (error instanceof UserError) {
    io.stderr(`${printable(error.message)}\n  ${error.hint}\n`);
    return exitCodes.couldNotRun;
  }
  const stack = error instanceof Error ? error.stack : String(error);
  io.stderr(`${errors.bug}\n\nmessenger-check ${packageVersion}\n${stack}\n`);
  return exitCodes.bug;
}
