import { type ExitCode, type ExitPolicy, exitCodeFor } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { packageRoot } from '../package-root.ts';
import { renderers } from '../report/index.ts';
import { type CommonOptions, writeResult } from './inputs.ts';
import { makeReport, type ReportContent } from './make-report.ts';

export interface ReportOptions extends CommonOptions, ExitPolicy, ReportContent {
  readonly file: string;
  readonly format: 'markdown' | 'html' | 'json';
  /** File to write; absent: standard output. */
  readonly output?: string;
}

/** Writes the memo on one answer file. */
export async function report(options: ReportOptions, io: Io): Promise<ExitCode> {
  const made = await makeReport(options.file, options, io);
  const text = renderers[options.format](made, { root: packageRoot, columns: io.columns, hasColor: false });
  await writeResult(text, { ...options, verdict: made.verdict.label }, io);
  return exitCodeFor(made.verdict.id, options);
}
