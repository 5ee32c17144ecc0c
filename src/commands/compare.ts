import type { Catalogue } from '../domain/catalogue.ts';
import { InvalidInput, UserError } from '../errors.ts';
import { type ExitCode, type ExitPolicy, exitCodeFor, exitCodes, worstCode } from '../exit-code.ts';
import { type Io, standardInput } from '../io.ts';
import { packageRoot } from '../package-root.ts';
import { packageVersion } from '../package-version.ts';
import { bestFirst, buildComparison } from '../report/build-comparison.ts';
import type { ComparisonFormat } from '../report/comparison.ts';
import { comparisonRenderers } from '../report/render-comparison.ts';
import { describeIssue } from '../wording/describe-issue.ts';
import { wordings } from '../wording/wording.ts';
import { alternativesTo, asAssessed, evaluated } from './alternatives.ts';
import { type CommonOptions, type ReadAssessment, readAssessment, readCatalogue, writeResult } from './inputs.ts';

export interface CompareOptions extends CommonOptions, ExitPolicy {
  readonly files: readonly string[];
  readonly format: ComparisonFormat;
  /** Ids of messengers, none for all: compares the use of the one file with these; absent: compares the files. */
  readonly profiles?: readonly string[];
  readonly output?: string;
}

/** Prints assessments side by side, or one use with other messengers. */
export async function compare(options: CompareOptions, io: Io): Promise<ExitCode> {
  const { files, format, profiles, language, date, quiet } = options;
  const words = wordings[language];
  const [first = ''] = files;
  if (profiles !== undefined && files.length > 1) {
    throw new UserError(words.comparison.oneFileOnly, { hint: words.comparison.atLeastTwoHint });
  }
  if (profiles === undefined && files.length < 2) {
    throw new UserError(words.comparison.atLeastTwo, { hint: words.comparison.atLeastTwoHint });
  }
  const catalogue = await readCatalogue(options, io);
  const read = await readAll(options, catalogue, io);
  const [{ assessment } = { assessment: undefined }] = read;
  const others =
    profiles &&
    assessment &&
    bestFirst([
      ...alternativesTo(assessment, { ...options, catalogue, ids: profiles }),
      asAssessed(assessment, { ...options, catalogue, id: shortName(first, files) }),
    ]);
  const compared =
    others ??
    read.map((one) => ({
      ...evaluated(one.file.name, one.assessment, { catalogue, date }),
      label: shortName(one.file.name, files),
    }));
  const texts =
    others === undefined
      ? { title: words.comparison.title, hint: words.comparison.hint }
      : {
          title: words.comparison.profilesTitle(assessment?.subject.use ?? first),
          hint: `${words.comparison.profilesHint} ${words.comparison.asAssessedHint}`,
        };
  const comparison = buildComparison({ ...options, ...texts, catalogue, compared, words, version: packageVersion });
  const manner = { root: packageRoot, columns: io.columns, hasColor: io.hasColor && options.output === undefined };
  await writeResult(comparisonRenderers[format](comparison, manner), { ...options, quiet }, io);
  // Alternatives are no assessments: that one of them is impermissible is what was asked for.
  if (others !== undefined) return exitCodes.good;
  return worstCode(compared.map(({ evaluation }) => exitCodeFor(evaluation.overall.verdict, options)));
}

/** All files, with their warnings said; one run shows every mistake in all of them. Throws `InvalidInput` or `UserError`. */
async function readAll(
  { files, language, quiet }: CompareOptions,
  catalogue: Catalogue,
  io: Io,
): Promise<readonly ReadAssessment[]> {
  const words = wordings[language];
  if (files.filter((file) => file === standardInput).length > 1) {
    throw new UserError(words.comparison.standardInputOnce, { hint: words.comparison.atLeastTwoHint });
  }
  const outcomes = await Promise.allSettled(files.map((file) => readAssessment(file, { catalogue, language }, io)));
  const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  const issues = reasons.flatMap((reason) => (reason instanceof InvalidInput ? reason.issues : []));
  if (issues.length > 0) throw new InvalidInput(issues);
  if (reasons.length > 0) throw reasons[0];
  const read = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  if (!quiet) {
    for (const warning of read.flatMap(({ warnings }) => warnings)) io.stderr(`${describeIssue(warning, language)}\n`);
  }
  return read;
}

/** The name of a file without folder and ending, where that tells it from the others. */
function shortName(file: string, files: readonly string[]): string {
  const short = (name: string) => name.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');
  return files.filter((other) => short(other) === short(file)).length > 1 ? file : short(file);
}
