import { type ExitCode, type ExitPolicy, exitCodeFor } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { packageRoot } from '../package-root.ts';
import { renderers } from '../report/index.ts';
import { wordings } from '../wording/wording.ts';
import { type CommonOptions, writeFile } from './inputs.ts';
import { makeReport } from './make-report.ts';

export interface ReportOptions extends CommonOptions, ExitPolicy {
  readonly file: string;
  readonly format: 'markdown' | 'html' | 'json';
  /** File to write; absent: standard output. */
  readonly output?: string;
  /** Whether to add the same use with other messengers. */
  readonly withAlternatives: boolean;
}

/** Writes the memo on one answer file. */
export async function report(options: ReportOptions, io: Io): Promise<ExitCode> {
  const words = wordings[options.language];
  const made = await makeReport(options.file, options, io);
  const text = renderers[options.format](made, { root: packageRoot, columns: io.columns, hasColor: false });
  if (options.output === undefined) {
    io.stdout(text);
  } else {
    await writeFile(options.output, text, { io, words });
    if (!options.quiet) io.stderr(`${words.cli.written(options.output)} (${made.verdict.label})\n`);
  }
  return exitCodeFor(made.verdict.id, options);
}
