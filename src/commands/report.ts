import { UserError } from '../errors.ts';
import { type ExitCode, type ExitPolicy, exitCodeFor } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { packageRoot } from '../package-root.ts';
import { renderers } from '../report/index.ts';
import type { OwnTemplate } from '../report/own-templates.ts';
import type { MemoFormat, Report } from '../report/report.ts';
import { lengthInPdf } from '../report/unshowable.ts';
import { wordings } from '../wording/wording.ts';
import { type CommonOptions, writeMarkdown, writeResult } from './inputs.ts';
import { makeReport, type ReportContent } from './make-report.ts';
import { readTemplates, withMistakesSaid } from './own-templates.ts';

export interface ReportOptions extends CommonOptions, ExitPolicy, Omit<ReportContent, 'templates'> {
  readonly file: string;
  readonly format: MemoFormat;
  /** Folder with templates of the user's own. */
  readonly template?: string;
  /** File to write; absent: standard output. */
  readonly output?: string;
}

/** Writes the memo on one answer file. Throws `UserError` where a document would go to the terminal, or a PDF be too long. */
export async function report(options: ReportOptions, io: Io): Promise<ExitCode> {
  refuseOnTerminal(options, io);
  const templates = await templatesFor(options, io);
  const made = await makeReport(options.file, { ...options, templates, withOutlook: true }, io);
  refuseTooLong(made, options);
  const rendering = { root: packageRoot, columns: io.columns, hasColor: false, templates };
  const content = await withMistakesSaid<string | Uint8Array>(wordings[options.language], () =>
    renderers[options.format](made, rendering),
  );
  const written = { ...options, verdict: made.verdict.label };
  if (typeof content === 'string' && options.format === 'markdown') await writeMarkdown(content, written, io);
  else await writeResult(content, written, io);
  return exitCodeFor(made.verdict.id, options);
}

/** Bytes make no sense there. */
function refuseOnTerminal({ format, output, language }: ReportOptions, { isTerminal }: Io): void {
  if (output !== undefined || !isTerminal || (format !== 'docx' && format !== 'pdf')) return;
  const { document, pdf } = wordings[language];
  const { needsOutput, needsOutputHint } = format === 'pdf' ? pdf : document;
  throw new UserError(needsOutput, { hint: needsOutputHint });
}

/**
 * In characters, more than twice the longest report on our examples; what somebody typed counts as often as it stands
 * there. For so much, the compiler of the PDF takes less than a gigabyte; for a file of two megabytes it took nine.
 */
const longestForPdf = 1_000_000;

function refuseTooLong(made: Report, { format, language }: ReportOptions): void {
  if (format !== 'pdf' || lengthInPdf(made) <= longestForPdf) return;
  const { tooLong, tooLongHint } = wordings[language].pdf;
  throw new UserError(tooLong, { hint: tooLongHint });
}

/** Those of the user's own, where there are. Throws `UserError` where the format knows none. */
async function templatesFor({ template, format, language }: ReportOptions, io: Io): Promise<readonly OwnTemplate[]> {
  if (template === undefined) return [];
  const words = wordings[language];
  if (format !== 'html' && format !== 'markdown') {
    throw new UserError(words.memo.template.textOnly(format), { hint: words.memo.template.textOnlyHint });
  }
  return readTemplates(template, { format, io, words });
}
