import { type CommonOptions, readCatalogue } from './commands/inputs.ts';
import type { Assessment } from './domain/assessment.ts';
import type { Catalogue } from './domain/catalogue.ts';
import type { InputIssue, Loaded } from './domain/input-issue.ts';
import type { Language } from './domain/language.ts';
import { inputFile } from './files/input-file.ts';
import { processIo } from './io.ts';
import { loadAssessment as loadAssessmentFile } from './load/load-assessment.ts';
import { describeIssue as describeIssueIn } from './wording/describe-issue.ts';

/**
 * The questionnaires that ship, and those of `folders`. Throws `InvalidInput` with every mistake in them, or
 * `UserError` where they cannot be read.
 */
export function loadCatalogue(folders: readonly string[] = []): Promise<Catalogue> {
  const options: CommonOptions = { language: 'en', questionnaires: folders, date: '', quiet: true };
  return readCatalogue(options, processIo);
}

/**
 * The assessment that an answer file says, or every mistake in it; never throws. `content` is the text of the file or
 * its bytes, `name` what issues call it.
 */
export function loadAssessment(
  content: string | Uint8Array,
  catalogue: Catalogue,
  name = 'assessment.yaml',
): Loaded<Assessment> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return loadAssessmentFile(inputFile(name, bytes), catalogue);
}

/** A mistake in one sentence, with file, line, column and what to do. */
export function describeIssue(issue: InputIssue, language: Language = 'en'): string {
  return describeIssueIn(issue, language);
}

export type { Answer, Answers } from './domain/answer.ts';
export type { Assessment } from './domain/assessment.ts';
export type { Catalogue } from './domain/catalogue.ts';
export type { Evaluation } from './domain/evaluation.ts';
export type { Finding, Status } from './domain/finding.ts';
export type { InputIssue, Loaded } from './domain/input-issue.ts';
export type { Language } from './domain/language.ts';
export type { Questionnaire } from './domain/questionnaire.ts';
export type { Requirement } from './domain/requirement.ts';
export type { Binding, OverallVerdict, QuestionnaireVerdict, Verdict } from './domain/verdict.ts';
export { InvalidInput, UserError } from './errors.ts';
export { evaluate } from './evaluate/evaluate.ts';
