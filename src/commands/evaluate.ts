import { type ExitCode, type ExitPolicy, exitCodeFor } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { packageRoot } from '../package-root.ts';
import { renderers } from '../report/index.ts';
import type { CommonOptions } from './inputs.ts';
import { makeReport } from './make-report.ts';

export interface EvaluateOptions extends CommonOptions, ExitPolicy {
  readonly file: string;
  readonly format: 'terminal' | 'json';
}

/** Prints findings and verdict of one answer file. */
export async function evaluate(options: EvaluateOptions, io: Io): Promise<ExitCode> {
  const report = await makeReport(options.file, options, io);
  io.stdout(renderers[options.format](report, { root: packageRoot, columns: io.columns, hasColor: io.hasColor }));
  return exitCodeFor(report.verdict.id, options);
}
