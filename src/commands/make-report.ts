import type { Catalogue, SourceFile } from '../domain/catalogue.ts';
import type { InputFile } from '../domain/input-issue.ts';
import { type Redaction, withRedactions } from '../domain/redaction.ts';
import { decayOf } from '../evaluate/decay.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { leftOut } from '../evaluate/left-out.ts';
import { inputFile } from '../files/input-file.ts';
import type { Io } from '../io.ts';
import { packageVersion } from '../package-version.ts';
import { buildReport } from '../report/build-report.ts';
import type { Depth, Report } from '../report/report.ts';
import { describeIssues } from '../wording/describe-issue.ts';
import { printable } from '../wording/printable.ts';
import { wordings } from '../wording/wording.ts';
import { assessmentIn, type CommonOptions, isShipped, readCatalogue, readFile } from './inputs.ts';

export interface ReportContent {
  /** Whether to add the same use with other messengers. */
  readonly withAlternatives?: boolean;
  /** Whether to say what can still come of the result, and what would have to change. */
  readonly withOutlook?: boolean;
  /** What to take out for publication. */
  readonly redact?: readonly Redaction[];
  /** How much it says; `full` where nothing is said. */
  readonly depth?: Depth;
  /** Templates of the user's own, with which it is printed. */
  readonly templates?: readonly SourceFile[];
}

/** The name of a file, or what was read already. */
export type ReportInput = string | InputFile;

/** Load → evaluate → report, for one answer file. Warnings go into the report and, unless quiet, to standard error. */
export async function makeReport(input: ReportInput, options: CommonOptions & ReportContent, io: Io): Promise<Report> {
  const { language, quiet } = options;
  const catalogue = await readCatalogue(options, io);
  const file = typeof input === 'string' ? await readFile(input, { io, words: wordings[language] }) : input;
  const report = await reportOn(file, { ...options, catalogue });
  if (!quiet) for (const remark of [...report.warnings, ...sayClashes(report)]) io.stderr(`${remark}\n`);
  return report;
}

function sayClashes({ clashes, language }: Report): readonly string[] {
  return clashes.map(({ label, text }) => wordings[language].clash.sentence(label, text));
}

type ReportOptions = ReportContent & Pick<CommonOptions, 'language' | 'date'> & { readonly catalogue: Catalogue };

/** The report on the bytes of an answer file: the same ones give the same report. Rejects with `InvalidInput`. */
export async function reportOn(original: InputFile, options: ReportOptions): Promise<Report> {
  const {
    catalogue,
    language,
    date,
    withAlternatives,
    withOutlook,
    redact = [],
    depth = 'full',
    templates = [],
  } = options;
  const file = redact.length === 0 ? original : await redactedFile(original, { ...options, redact });
  const { assessment, warnings } = await assessmentIn(file, catalogue);
  const evaluation = evaluate(catalogue, assessment, date);
  const words = wordings[language];
  const missed = leftOut(catalogue, assessment, { questions: catalogue.questions, answers: evaluation.answers });
  // Loaded only here: to evaluate takes neither.
  const reasoning = withOutlook && (await import('../evaluate/reasoning.ts')).reasoningOn;
  const alternatives = withAlternatives && (await import('./alternatives.ts')).alternativesTo;
  return buildReport({
    ...(alternatives && { alternatives: alternatives(assessment, { catalogue, ids: [], language, date }) }),
    catalogue: redact.length === 0 ? catalogue : { ...catalogue, files: catalogue.files.map(withoutFolder) },
    assessment,
    decay: decayOf(catalogue, assessment, date),
    evaluation,
    ...(reasoning && { reasoning: reasoning(catalogue, assessment, evaluation) }),
    language,
    words,
    file: { name: printable(file.name), sha256: file.sha256 },
    // With its mark of the byte order, if it has one: the digest is that of these bytes.
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes),
    redact,
    depth,
    templates,
    version: packageVersion,
    warnings: [
      ...describeIssues(warnings, language),
      ...missed.map(({ title }) => words.report.leftOut(title[language])),
    ],
  });
}

/**
 * The answer file without what is not to be published, made of what was read from it: comments, its name and what is
 * not used are gone as well. Its digest is its own, as that of the original would let guesses at names be tried.
 */
async function redactedFile(
  file: InputFile,
  { catalogue, language, redact }: ReportOptions & { readonly redact: readonly Redaction[] },
): Promise<InputFile> {
  const { assessmentText } = await import('../load/assessment-text.ts');
  const { assessment } = await assessmentIn(file, catalogue);
  const { mark, redactedFile: name } = wordings[language].verify;
  const redacted = withRedactions(assessment, { what: redact, mark, questions: catalogue.questions });
  return inputFile(name, new TextEncoder().encode(assessmentText(redacted, mark)));
}

/** Where somebody keeps questionnaires of their own is nobody's business. */
function withoutFolder<T extends { readonly name: string }>(file: T): T {
  return isShipped(file) ? file : { ...file, name: lastPart(file.name) };
}

/** The name of a file without its folders. */
export function lastPart(name: string): string {
  return name.split(/[\\/]/).at(-1) ?? '';
}
