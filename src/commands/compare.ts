import type { Catalogue } from '../domain/catalogue.ts';
import { InvalidInput, UserError } from '../errors.ts';
import { type ExitCode, type ExitPolicy, exitCodeFor, exitCodes, worstCode } from '../exit-code.ts';
import { type Io, standardInput } from '../io.ts';
import { packageRoot } from '../package-root.ts';
import { packageVersion } from '../package-version.ts';
import { bestFirst, buildComparison, type ComparisonInput } from '../report/build-comparison.ts';
import type { ComparisonFormat } from '../report/comparison.ts';
import { comparisonRenderers } from '../report/render-comparison.ts';
import { describeIssues } from '../wording/describe-issue.ts';
import { printable } from '../wording/printable.ts';
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
  const { files, format, profiles } = options;
  const words = wordings[options.language];
  if (profiles !== undefined && files.length > 1) {
    throw new UserError(words.comparison.oneFileOnly, { hint: words.comparison.atLeastTwoHint });
  }
  if (profiles === undefined && files.length < 2) {
    throw new UserError(words.comparison.atLeastTwo, { hint: words.comparison.atLeastTwoHint });
  }
  const catalogue = await readCatalogue(options, io);
  const read = await readAll(options, catalogue, io);
  const sideBySide =
    profiles === undefined
      ? assessments(read, { ...options, catalogue })
      : alternatives(read, { ...options, catalogue, ids: profiles });
  const comparison = buildComparison({ ...options, ...sideBySide, catalogue, words, version: packageVersion });
  const manner = { root: packageRoot, columns: io.columns, hasColor: io.hasColor && options.output === undefined };
  await writeResult(comparisonRenderers[format](comparison, manner), options, io);
  // Alternatives are no assessments: that one of them is impermissible is what was asked for.
  if (profiles !== undefined) return exitCodes.good;
  return worstCode(sideBySide.compared.map(({ evaluation }) => exitCodeFor(evaluation.overall.verdict, options)));
}

/** What is compared, under which title, and how far that can be relied on. */
type SideBySide = Pick<ComparisonInput, 'compared' | 'title' | 'hint'>;

function assessments(
  read: readonly ReadAssessment[],
  { files, language, date, catalogue }: CompareOptions & { readonly catalogue: Catalogue },
): SideBySide {
  const { title, hint } = wordings[language].comparison;
  const compared = read.map(({ file: { name }, assessment }) =>
    evaluated(assessment, { id: printable(name), label: shortName(name, files), catalogue, date }),
  );
  return { compared, title, hint };
}

/** The use of the one assessment with other messengers, and as it was assessed. */
function alternatives(
  [read]: readonly ReadAssessment[],
  options: CompareOptions & { readonly catalogue: Catalogue; readonly ids: readonly string[] },
): SideBySide {
  if (read === undefined) throw new Error('no assessment was read');
  const { assessment, file } = read;
  const { profilesTitle, profilesHint, asAssessedHint } = wordings[options.language].comparison;
  const own = asAssessed(assessment, { ...options, id: shortName(file.name, options.files) });
  return {
    compared: bestFirst([...alternativesTo(assessment, options), own]),
    title: profilesTitle(assessment.subject.use ?? printable(file.name)),
    hint: `${profilesHint} ${asAssessedHint}`,
  };
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
    const said = read.flatMap(({ warnings }) => describeIssues(warnings, language));
    for (const warning of said) io.stderr(`${warning}\n`);
  }
  return read;
}

/** The printable name of a file without folder and ending, where that tells it from the others. */
function shortName(file: string, files: readonly string[]): string {
  const short = (name: string) => name.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');
  return printable(files.filter((other) => short(other) === short(file)).length > 1 ? file : short(file));
}
