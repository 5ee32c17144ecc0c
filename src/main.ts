import { readFileSync } from 'node:fs';
import { languageOf } from './domain/language.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import type { Io } from './io.ts';
import { helpFile } from './package-root.ts';
import { packageVersion } from './package-version.ts';

const versionFlags = ['--version', '-V'];
const helpFlags = ['--help', '-h'];

/** Runs the program with the arguments after its name, and gives the exit code. Never throws. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const ready = readyAnswer(argv, io);
  if (ready !== undefined) {
    io.stdout(ready);
    const isLost = await io.written().then(
      () => false,
      () => true,
    );
    // The program itself says why.
    if (!isLost) return exitCodes.good;
  }
  const { runProgram } = await import('./run-program.ts');
  return runProgram(argv, io);
}

/** What other programs ask for all the time, and nothing has to be loaded for. */
function readyAnswer([flag = '', ...others]: readonly string[], io: Io): string | undefined {
  if (others.length > 0) return undefined;
  if (versionFlags.includes(flag)) return `${packageVersion}\n`;
  // On a terminal it is as wide as that.
  return helpFlags.includes(flag) && !io.isTerminal ? preparedHelp(io) : undefined;
}

/** The help as the build left it; `undefined` where nothing was built. */
function preparedHelp({ env }: Io): string | undefined {
  try {
    return readFileSync(helpFile(languageOf(env)), 'utf8');
  } catch {
    return undefined;
  }
}
