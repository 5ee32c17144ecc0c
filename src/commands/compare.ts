import { worstOf } from '../domain/verdict.ts';
import { UserError } from '../errors.ts';
import { type ExitCode, type ExitPolicy, exitCodeFor, exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { packageRoot } from '../package-root.ts';
import { packageVersion } from '../package-version.ts';
import { buildComparison } from '../report/build-comparison.ts';
import type { ComparisonFormat } from '../report/comparison.ts';
import { comparisonRenderers } from '../report/render-comparison.ts';
import { wordings } from '../wording/wording.ts';
import { alternativesTo, evaluated } from './alternatives.ts';
import { type CommonOptions, readAssessment, readCatalogue, writeResult } from './inputs.ts';

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
  const read = await Promise.all(files.map((file) => readAssessment(file, { catalogue, language }, io)));
  const [{ assessment } = { assessment: undefined }] = read;
  const others = profiles && assessment && alternativesTo(assessment, { ...options, catalogue, ids: profiles });
  const compared =
    others ??
    read.map((one) => evaluated(one.file.name.replace(/^.*[\\/]|\.ya?ml$/g, ''), one.assessment, { catalogue, date }));
  const texts =
    others === undefined
      ? { title: words.comparison.title, hint: words.comparison.hint }
      : {
          title: words.comparison.profilesTitle(assessment?.subject.use ?? first),
          hint: words.comparison.profilesHint,
        };
  const comparison = buildComparison({ ...options, ...texts, catalogue, compared, words, version: packageVersion });
  const manner = { root: packageRoot, columns: io.columns, hasColor: io.hasColor && options.output === undefined };
  await writeResult(comparisonRenderers[format](comparison, manner), { ...options, quiet }, io);
  // Alternatives are no assessments: that one of them is impermissible is what was asked for.
  if (others !== undefined) return exitCodes.good;
  return exitCodeFor(worstOf(compared.map(({ evaluation }) => evaluation.overall.verdict)), options);
}
