import type { SubjectMatter } from '../domain/question.ts';
import { UserError } from '../errors.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { type Io, standardInput } from '../io.ts';
import { buildAnswerForm } from '../report/build-answer-form.ts';
import { renderAnswerForm } from '../report/render-answer-form.ts';
import { argumentsOn } from '../wording/typed-command.ts';
import { wordings } from '../wording/wording.ts';
import { type CommonOptions, findNamed, isThere, readCatalogue, writeResult } from './inputs.ts';

export interface InitOptions extends CommonOptions {
  /** File to write, `-` for standard output. */
  readonly file: string;
  /** Ids of the questionnaires to ask; none: all. */
  readonly only: readonly string[];
  /** Only the questions on this, for somebody else to answer. */
  readonly about?: SubjectMatter;
}

/** Writes the questions as a form: an answer file to be filled in with an editor. Leaves an existing file alone. */
export async function init(options: InitOptions, io: Io): Promise<ExitCode> {
  const { file, language, date, quiet, about } = options;
  const words = wordings[language];
  const { noQuestionnaire, knownHint, fileExists, fileExistsHint } = words.errors;
  const catalogue = await readCatalogue(options, io);
  const { questionnaires } = catalogue;
  const only = options.only.map((id) => findNamed(id, questionnaires, { missing: noQuestionnaire, hint: knownHint }));
  const isPrinted = file === standardInput;
  if (!isPrinted && (await isThere(file, io)))
    throw new UserError(fileExists(file), { hint: fileExistsHint(argumentsOn(file, options)) });
  const form = buildAnswerForm({ catalogue, only, date, language, words, ...(about && { about }) });
  await writeResult(renderAnswerForm(form, words), { language, quiet, ...(!isPrinted && { output: file }) }, io);
  if (!isPrinted && !quiet) io.stderr(`${words.answerForm.next(argumentsOn(file, options))}\n`);
  return exitCodes.good;
}
