import type { Language } from '../domain/language.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';

/** A command that ran leaves its exit code here. */
export interface Outcome {
  code: ExitCode;
}

/** What every command is given. */
export interface ProgramContext {
  readonly io: Io;
  readonly language: Language;
  readonly outcome: Outcome;
}
