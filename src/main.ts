import { type ExitCode, exitCodes } from './exit-code.ts';
import type { Io } from './io.ts';
import { packageVersion } from './package-version.ts';

const versionFlags = ['--version', '-V'];

/** Runs the program with the arguments after its name, and gives the exit code. Never throws. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  // Scripts ask for it all the time, and nothing else has to be loaded for it.
  if (argv.length === 1 && versionFlags.includes(argv[0] ?? '')) {
    io.stdout(`${packageVersion}\n`);
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
