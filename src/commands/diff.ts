import type { Catalogue } from '../domain/catalogue.ts';
import { UserError } from '../errors.ts';
import { diff as differenceOf } from '../evaluate/diff.ts';
import { type ExitCode, type ExitPolicy, exitCodeFor } from '../exit-code.ts';
import { type Io, standardInput } from '../io.ts';
import { packageRoot } from '../package-root.ts';
import { packageVersion } from '../package-version.ts';
import { buildDiff } from '../report/build-diff.ts';
import type { DiffFormat } from '../report/diff-report.ts';
import { diffRenderers } from '../report/render-diff.ts';
import { describeIssues } from '../wording/describe-issue.ts';
import { printable } from '../wording/printable.ts';
import { type Wording, wordings } from '../wording/wording.ts';
import {
  type CommonOptions,
  type ReadAssessment,
  readAssessment,
  readCatalogue,
  readOldCatalogue,
  writeResult,
} from './inputs.ts';

export interface DiffOptions extends CommonOptions, ExitPolicy {
  readonly oldFile: string;
  readonly newFile: string;
  readonly format: DiffFormat;
  /** Day for the old file; absent: the one it records, but no later than that of the new one. */
  readonly dateOld?: string;
  /** Folders for the old file instead of `questionnaires`; none: the same. */
  readonly questionnairesOld: readonly string[];
  readonly output?: string;
}

/** Prints what changed from one answer file to another, and why. */
export async function diff(options: DiffOptions, io: Io): Promise<ExitCode> {
  const { oldFile, newFile, language, date, questionnairesOld } = options;
  const words = wordings[language];
  if (oldFile === standardInput && newFile === standardInput) {
    throw new UserError(words.comparison.standardInputOnce, { hint: words.diff.standardInputHint });
  }
  const newCatalogue = await readCatalogue(options, io);
  const oldCatalogue =
    questionnairesOld.length > 0 ? await readOldCatalogue(questionnairesOld, options, io) : newCatalogue;
  const [before, after] = [
    await read(oldFile, oldCatalogue, options, io),
    await read(newFile, newCatalogue, options, io),
  ];
  const { source, day } = dayOfOld(before, options);
  const old = { catalogue: oldCatalogue, assessment: before.assessment, date: day };
  const now = { catalogue: newCatalogue, assessment: after.assessment, date };
  const difference = differenceOf(old, now);
  const report = buildDiff({
    difference,
    old: { ...old, file: printable(oldFile) },
    now: { ...now, file: printable(newFile) },
    oldDate: source,
    language,
    words,
    version: packageVersion,
  });
  const manner = { root: packageRoot, columns: io.columns, hasColor: io.hasColor && options.output === undefined };
  await writeResult(
    diffRenderers[options.format](report, manner),
    { ...options, verdict: report.new.verdict.label },
    io,
  );
  return exitCodeFor(difference.after.overall.verdict, options);
}

/** What was true when it was made is compared with what is true now: its day is never after the new one. */
function dayOfOld(
  { assessment: { subject } }: ReadAssessment,
  { date, dateOld, language }: DiffOptions,
): { readonly source: keyof Wording['diff']['oldDates']; readonly day: string } {
  const { diff: words } = wordings[language];
  if (dateOld !== undefined && dateOld > date) {
    throw new UserError(words.reversed(dateOld, date), { hint: words.reversedHint });
  }
  if (dateOld !== undefined) return { source: 'flag', day: dateOld };
  if (subject.date === undefined) return { source: 'same', day: date };
  return subject.date > date ? { source: 'capped', day: date } : { source: 'recorded', day: subject.date };
}

/** One file, with its warnings said. */
async function read(
  file: string,
  catalogue: Catalogue,
  { language, quiet }: DiffOptions,
  io: Io,
): Promise<ReadAssessment> {
  const one = await readAssessment(file, { catalogue, language }, io);
  if (!quiet) for (const warning of describeIssues(one.warnings, language)) io.stderr(`${warning}\n`);
  return one;
}
