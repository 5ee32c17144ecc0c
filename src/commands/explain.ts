import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { Finding } from '../domain/finding.ts';
import type { Reasons } from '../domain/reasoning.ts';
import { UserError } from '../errors.ts';
import { decayOf } from '../evaluate/decay.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { judge } from '../evaluate/judge.ts';
import { minimalReasons } from '../evaluate/minimal-reasons.ts';
import { reasoningOn } from '../evaluate/reasoning.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { packageRoot } from '../package-root.ts';
import { buildAdvice } from '../report/build-advice.ts';
import { buildExplanation } from '../report/build-explanation.ts';
import { buildOpenList } from '../report/build-open-list.ts';
import { describeDecay } from '../report/describe-decay.ts';
import { loadTemplate, type TemplateName } from '../report/templates.ts';
import { describeClash } from '../wording/describe-clash.ts';
import { describeIssues } from '../wording/describe-issue.ts';
import { argumentsOn, asTyped } from '../wording/typed-command.ts';
import { type Wording, wordings } from '../wording/wording.ts';
import { type CommonOptions, readAssessment, readCatalogue, writeMarkdown } from './inputs.ts';

export interface ExplainOptions extends CommonOptions {
  readonly file: string;
  /** Id of a requirement; absent: the assessment as a whole. */
  readonly id?: string;
  /** Of the assessment as a whole: every finding that is neither fulfilled nor not applicable, one by one. */
  readonly withFindings: boolean;
  /** Instead: the open questions, by who has to find out. */
  readonly isOpenOnly: boolean;
}

/**
 * Prints what an adviser would say to an assessment. Of one requirement, or of all that is not fulfilled: why findings
 * are what they are, with conditions and what came of them, answers, contradictions between sources.
 */
export async function explain(
  { file, id, isOpenOnly, withFindings, ...options }: ExplainOptions,
  io: Io,
): Promise<ExitCode> {
  const { language, date, quiet } = options;
  const words = wordings[language];
  const catalogue = await readCatalogue(options, io);
  const { assessment, warnings } = await readAssessment(file, { catalogue, language }, io);
  const evaluation = evaluate(catalogue, assessment, date);
  if (!quiet) {
    const clashes = evaluation.clashes.map((clash) => describeClash(clash, { language, words }));
    for (const remark of [...describeIssues(warnings, language), ...clashes]) io.stderr(`${remark}\n`);
  }
  const { decidedBy } = evaluation.overall;
  const telling = { catalogue, evaluation, language, words };
  const wanted = findingsToExplain(evaluation, id, words);
  const fill = (name: TemplateName, context: object) =>
    writeMarkdown(asTyped(loadTemplate(packageRoot, name)(context), io.env), options, io);
  if (isOpenOnly) {
    await fill('open-list.md', { ...buildOpenList(telling, id), words });
  } else if (id === undefined && !withFindings) {
    const reasoning = reasoningOn(catalogue, assessment, evaluation);
    const reasonsOf = reasonsFor(decidedBy, catalogue, evaluation);
    const advice = buildAdvice({
      ...telling,
      reasoning,
      reasonsOf,
      subject: assessment.subject,
      command: argumentsOn(file, options),
    });
    const validity = describeDecay(decayOf(catalogue, assessment, date), telling);
    await fill('advice.md', { advice, validity, reasons: words.reasons, words: words.report });
  } else {
    const { questions } = catalogue;
    const { answers } = evaluation;
    const reasonsOf = reasonsFor(wanted, catalogue, evaluation);
    const explanations = wanted.map((finding) =>
      buildExplanation(finding, {
        ...telling,
        reasonsOf,
        truthOf: (condition, item) =>
          judge(condition, { questions, answers, ...(item !== undefined && { item }) }).truth,
      }),
    );
    const { explanation, reasons, report } = words;
    await fill('explanation.md', { explanations, explanation, reasons, words: report });
  }
  return exitCodes.good;
}

/** Looks up the smallest reasons, worked out together for some findings. */
function reasonsFor(findings: readonly Finding[], catalogue: Catalogue, evaluation: Evaluation) {
  const all = minimalReasons(catalogue, evaluation, { findings });
  const byFinding = new Map(findings.map((finding, index) => [finding, all[index]]));
  return (finding: Finding): Reasons => byFinding.get(finding) ?? { keys: finding.because, isSmallest: false };
}

/** Of one requirement, or all that is neither fulfilled nor not applicable. Throws where there is no such finding. */
function findingsToExplain({ findings }: Evaluation, id: string | undefined, { errors }: Wording): readonly Finding[] {
  if (id === undefined) return findings.filter(({ status }) => status !== 'fulfilled' && status !== 'not-applicable');
  const wanted = findings.filter(({ requirement }) => requirement.id === id);
  if (wanted.length > 0) return wanted;
  const known = [...new Set(findings.map(({ requirement }) => requirement.id))];
  throw new UserError(errors.noFinding(id), { hint: errors.knownHint(known) });
}
