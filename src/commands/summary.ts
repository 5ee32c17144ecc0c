import { linesIn } from '../batch/documents.ts';
import { type BatchRow, isRow } from '../domain/batch.ts';
import { largestFile } from '../domain/input-issue.ts';
import { Tallying } from '../domain/tally.ts';
import { UserError } from '../errors.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { packageRoot } from '../package-root.ts';
import { packageVersion } from '../package-version.ts';
import { buildSummary } from '../report/build-summary.ts';
import { summaryRenderers } from '../report/render-summary.ts';
import type { SummaryFormat } from '../report/summary.ts';
import { printable } from '../wording/printable.ts';
import { reasonOf } from '../wording/reason-of.ts';
import { type Wording, wordings } from '../wording/wording.ts';
import { realOutput } from './batch-outputs.ts';
import { type CommonOptions, readCatalogue, writeResult } from './inputs.ts';

export interface SummaryOptions extends CommonOptions {
  readonly files: readonly string[];
  readonly format: SummaryFormat;
  readonly output?: string;
  /** Numbers for publication: what concerns fewer files than this is left out. */
  readonly minCount?: number;
}

/** Prints what the rows of a batch, or of the shards of one, come to. A line that is no row is said, and left out. */
export async function summary(options: SummaryOptions, io: Io): Promise<ExitCode> {
  const { files, format, language, minCount } = options;
  const words = wordings[language];
  const inputs = new Set(await Promise.all(files.map(io.realPath)));
  if (options.output !== undefined) await realOutput(options.output, { inputs, words }, io);
  const tallying = new Tallying();
  let badLines = 0;
  for (const file of files) {
    for await (const { row, line } of rowsIn(file, io, words)) {
      if (row !== undefined) tallying.add(row);
      else if (++badLines <= mostSaid) io.stderr(`${printable(words.summary.badLine(file, line))}\n`);
      if (badLines >= mostRead) break;
    }
  }
  const catalogue = await readCatalogue(options, io);
  const least = minCount === undefined ? {} : { minCount };
  const { tally } = tallying;
  const built = buildSummary({ tally, catalogue, language, words, version: packageVersion, ...least });
  const manner = { root: packageRoot, columns: io.columns, hasColor: io.hasColor && options.output === undefined };
  await writeResult(summaryRenderers[format](built, manner), options, io);
  if (badLines === 0) return exitCodes.good;
  io.stderr(`${words.summary.badLines(badLines)}\n  ${words.summary.badLinesHint}\n`);
  return exitCodes.couldNotRun;
}

/** As many bad lines are named; a file of another kind has thousands. */
const mostSaid = 10;
/** After so many there is nothing to be found any more, nor an end, perhaps: devices have none. */
const mostRead = 100_000;

/** The rows of a file, line by line; `undefined` for what is none. Throws `UserError` where it cannot be read. */
async function* rowsIn(
  file: string,
  io: Io,
  { errors, evaluate: { cannotReadHint } }: Wording,
): AsyncGenerator<{ readonly row: BatchRow | undefined; readonly line: number }> {
  const decoder = new TextDecoder();
  try {
    for await (const { number, bytes, length } of linesIn(io.pieces(file))) {
      const text = decoder.decode(bytes);
      if (text.trim() !== '') yield { row: length > largestFile ? undefined : rowIn(text), line: number };
    }
  } catch (cause) {
    throw new UserError(errors.cannotRead(file, reasonOf(cause, errors)), { hint: cannotReadHint, cause });
  }
}

function rowIn(text: string): BatchRow | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRow(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
