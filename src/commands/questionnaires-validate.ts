import type { Catalogue } from '../domain/catalogue.ts';
import type { InputIssue } from '../domain/input-issue.ts';
import { InvalidInput } from '../errors.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { lintCatalogue } from '../lint/lint-catalogue.ts';
import { describeIssue } from '../wording/describe-issue.ts';
import { wordings } from '../wording/wording.ts';
import { type CommonOptions, readCatalogue } from './inputs.ts';

export interface ValidateOptions extends CommonOptions {
  readonly format: 'text' | 'json';
}

/** Checks the questionnaires that ship and those of the user's own folders: their form, and by trying all answers. */
export async function validateQuestionnaires(options: ValidateOptions, io: Io): Promise<ExitCode> {
  const { language, format } = options;
  const { cli } = wordings[language];
  const issues = await issuesOf(options, io);
  if (format === 'json') {
    const described = issues.map((issue) => ({ ...issue, text: describeIssue(issue, language) }));
    io.stdout(`${JSON.stringify(described, null, 2)}\n`);
  } else if (issues.length > 0) {
    throw new InvalidInput(issues);
  } else {
    io.stdout(`${cli.nothingFound}\n`);
  }
  return issues.length > 0 ? exitCodes.couldNotRun : exitCodes.good;
}

/** Mistakes of form come first: only what loads can be tried. */
async function issuesOf(options: ValidateOptions, io: Io): Promise<readonly InputIssue[]> {
  try {
    return lintIssues(await readCatalogue(options, io));
  } catch (error) {
    if (error instanceof InvalidInput) return error.issues;
    throw error;
  }
}

function lintIssues(catalogue: Catalogue): readonly InputIssue[] {
  return lintCatalogue(catalogue).map(({ at: { noun, id }, problem }) => {
    const place = catalogue.places[noun].get(id);
    if (place === undefined) throw new Error(`the ${noun} ${id} has no place`);
    return { place, path: id, problem };
  });
}
