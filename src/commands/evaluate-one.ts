import { type ExitCode, type ExitPolicy, exitCodeFor } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { renderTerminal } from '../report/render-terminal.ts';
import { argumentsOn } from '../wording/typed-command.ts';
import { wordings } from '../wording/wording.ts';
import { type CommonOptions, writeResult } from './inputs.ts';
import { makeReport, type ReportInput } from './make-report.ts';

export interface OneOptions extends CommonOptions, ExitPolicy {
  /** Where to write; standard output where nothing is said. */
  readonly file?: string;
}

/** Prints findings and verdict of one answer file, as people read them. */
export async function evaluateOne(input: ReportInput, options: OneOptions, io: Io): Promise<ExitCode> {
  const report = await makeReport(input, options, io);
  const { file, language, quiet } = options;
  const hasColor = io.hasColor && file === undefined;
  const text = renderTerminal(report, { columns: io.columns, hasColor });
  await writeResult(text, { language, quiet, ...(file !== undefined && { output: file }) }, io);
  // Only somebody who reads it here asks what to do next, and only of a file with a name.
  if (typeof input === 'string' && file === undefined && io.isTerminal && !quiet) {
    io.stderr(`\n${wordings[language].interview.next(argumentsOn(input, options))}\n`);
  }
  return exitCodeFor(report.verdict.id, options);
}
