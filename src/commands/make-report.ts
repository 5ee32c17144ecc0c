import { decayOf } from '../evaluate/decay.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { reasoningOn } from '../evaluate/reasoning.ts';
import type { Io } from '../io.ts';
import { packageVersion } from '../package-version.ts';
import { buildReport } from '../report/build-report.ts';
import type { Report } from '../report/report.ts';
import { describeIssue } from '../wording/describe-issue.ts';
import { wordings } from '../wording/wording.ts';
import { alternativesTo } from './alternatives.ts';
import { type CommonOptions, readAssessment, readCatalogue } from './inputs.ts';

/** Load → evaluate → report, for one answer file. Warnings go into the report and, unless quiet, to standard error. */
export async function makeReport(
  name: string,
  options: CommonOptions & { readonly withAlternatives?: boolean },
  io: Io,
): Promise<Report> {
  const { language, date, quiet } = options;
  const catalogue = await readCatalogue(options, io);
  const { file, assessment, warnings } = await readAssessment(name, { catalogue, language }, io);
  const remarks = warnings.map((warning) => describeIssue(warning, language));
  if (!quiet) for (const remark of remarks) io.stderr(`${remark}\n`);
  const alternatives = options.withAlternatives
    ? alternativesTo(assessment, { catalogue, ids: [], language, date })
    : undefined;
  const evaluation = evaluate(catalogue, assessment, date);
  return buildReport({
    ...(alternatives && { alternatives }),
    catalogue,
    assessment,
    decay: decayOf(catalogue, assessment, date),
    evaluation,
    reasoning: reasoningOn(catalogue, assessment, evaluation),
    language,
    words: wordings[language],
    file: { name: file.name, sha256: file.sha256 },
    version: packageVersion,
    warnings: remarks,
  });
}
