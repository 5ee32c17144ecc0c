import type { Verdict } from './domain/verdict.ts';

/** What the process ends with. The numbers are public API. */
export const exitCodes = {
  good: 0,
  impermissible: 1,
  couldNotRun: 2,
  bug: 3,
  undetermined: 4,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Verdicts with which `--fail-on` can be told to fail. */
export const failLevels = ['impermissible', 'conditional'] as const satisfies readonly Verdict[];

export interface ExitPolicy {
  readonly failOn: (typeof failLevels)[number];
  readonly exitZero: boolean;
}

const codes: Readonly<Record<Verdict, ExitCode>> = {
  impermissible: exitCodes.impermissible,
  undetermined: exitCodes.undetermined,
  conditional: exitCodes.good,
  permissible: exitCodes.good,
};

/** The exit code of a verdict. `--fail-on conditional` fails a conditional one too; an undetermined one stays open. */
export function exitCodeFor(verdict: Verdict, { failOn, exitZero }: ExitPolicy): ExitCode {
  if (exitZero) return exitCodes.good;
  return verdict === failOn ? exitCodes.impermissible : codes[verdict];
}

/** Which code counts where several hold, first match wins. */
const precedence: readonly ExitCode[] = [
  exitCodes.bug,
  exitCodes.couldNotRun,
  exitCodes.impermissible,
  exitCodes.undetermined,
];

/** The exit code of several assessments. */
export function worstCode(codesOfAll: readonly ExitCode[]): ExitCode {
  return precedence.find((code) => codesOfAll.includes(code)) ?? exitCodes.good;
}
