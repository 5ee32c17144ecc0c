import type { Catalogue } from '../domain/catalogue.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import { UserError } from '../errors.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { packageRoot } from '../package-root.ts';
import { packageVersion } from '../package-version.ts';
import { buildForm } from '../report/build-form.ts';
import { buildMatrix } from '../report/build-matrix.ts';
import { loadTemplate } from '../report/templates.ts';
import { type Wording, wordings } from '../wording/wording.ts';
import { type CommonOptions, readCatalogue, writeResult } from './inputs.ts';

export interface ShowOptions extends CommonOptions {
  /** Id of the questionnaire; without it, `isMatrix` shows all. */
  readonly id?: string;
  readonly isMatrix: boolean;
  /** File to write; absent: standard output. */
  readonly output?: string;
}

/** Prints a questionnaire as a form in Markdown, or which requirements read which question. */
export async function showQuestionnaire(options: ShowOptions, io: Io): Promise<ExitCode> {
  const { id, isMatrix, language } = options;
  const words = wordings[language];
  const catalogue = await readCatalogue(options, io);
  const questionnaire = id === undefined ? undefined : find(id, catalogue, words);
  const producedWith = words.report.producedWith(packageVersion);
  if (isMatrix) {
    const shown = questionnaire === undefined ? [...catalogue.questionnaires.values()] : [questionnaire];
    const matrix = buildMatrix(catalogue, shown, language);
    await writeResult(loadTemplate(packageRoot, 'matrix.md')({ ...matrix, words }), options, io);
    return exitCodes.good;
  }
  if (questionnaire === undefined) {
    const hint = words.errors.questionnaireHint([...catalogue.questionnaires.keys()]);
    throw new UserError(words.errors.questionnaireNeeded, { hint });
  }
  const form = buildForm({ catalogue, questionnaire, language, words });
  const text = loadTemplate(packageRoot, 'questionnaire.md')({ ...form, words, producedWith });
  await writeResult(text, options, io);
  return exitCodes.good;
}

function find(id: string, { questionnaires }: Catalogue, { errors }: Wording): Questionnaire {
  const found = questionnaires.get(id);
  if (found !== undefined) return found;
  throw new UserError(errors.noQuestionnaire(id), { hint: errors.questionnaireHint([...questionnaires.keys()]) });
}
