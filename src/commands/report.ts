import { UserError } from '../errors.ts';
import { type ExitCode, type ExitPolicy, exitCodeFor } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { packageRoot } from '../package-root.ts';
import { renderers } from '../report/index.ts';
import type { MemoFormat } from '../report/report.ts';
import { wordings } from '../wording/wording.ts';
import { type CommonOptions, writeResult } from './inputs.ts';
import { makeReport, type ReportContent } from './make-report.ts';

export interface ReportOptions extends CommonOptions, ExitPolicy, ReportContent {
  readonly file: string;
  readonly format: MemoFormat;
  /** File to write; absent: standard output. */
  readonly output?: string;
}

/** Writes the memo on one answer file. Throws `UserError` where a document would go to the terminal. */
export async function report(options: ReportOptions, io: Io): Promise<ExitCode> {
  refuseOnTerminal(options, io);
  const made = await makeReport(options.file, { ...options, withOutlook: true }, io);
  const content = await renderers[options.format](made, { root: packageRoot, columns: io.columns, hasColor: false });
  await writeResult(content, { ...options, verdict: made.verdict.label }, io);
  return exitCodeFor(made.verdict.id, options);
}

/** Bytes make no sense there. */
function refuseOnTerminal({ format, output, language }: ReportOptions, { isTerminal }: Io): void {
  if (output !== undefined || !isTerminal || (format !== 'docx' && format !== 'pdf')) return;
  const { document, pdf } = wordings[language];
  const { needsOutput, needsOutputHint } = format === 'pdf' ? pdf : document;
  throw new UserError(needsOutput, { hint: needsOutputHint });
}
