import { UserError } from '../errors.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { packageRoot } from '../package-root.ts';
import { packageVersion } from '../package-version.ts';
import { buildForm } from '../report/build-form.ts';
import { buildMatrix } from '../report/build-matrix.ts';
import { renderOscalCatalog } from '../report/render-oscal-catalog.ts';
import { loadTemplate } from '../report/templates.ts';
import { wordings } from '../wording/wording.ts';
import { type CommonOptions, findNamed, readCatalogue, writeMarkdown, writeResult } from './inputs.ts';

export interface ShowOptions extends CommonOptions {
  /** Id of the questionnaire; without it, `isMatrix` and the catalog of OSCAL show all. */
  readonly id?: string;
  readonly isMatrix: boolean;
  readonly format: 'markdown' | 'oscal';
  /** File to write; absent: standard output. */
  readonly output?: string;
}

/** Prints a questionnaire as a form in Markdown or a catalog of OSCAL, or which requirements read which question. */
export async function showQuestionnaire(options: ShowOptions, io: Io): Promise<ExitCode> {
  const { id, isMatrix, language, format, date } = options;
  const words = wordings[language];
  const catalogue = await readCatalogue(options, io);
  const { noQuestionnaire, knownHint, questionnaireNeeded } = words.errors;
  const questionnaire =
    id === undefined
      ? undefined
      : findNamed(id, catalogue.questionnaires, { missing: noQuestionnaire, hint: knownHint });
  const shown = questionnaire === undefined ? [...catalogue.questionnaires.values()] : [questionnaire];
  if (format === 'oscal') {
    const input = { catalogue, questionnaires: shown, language, words, date, version: packageVersion };
    await writeResult(renderOscalCatalog(input), options, io);
    return exitCodes.good;
  }
  if (isMatrix) {
    const matrix = buildMatrix(catalogue, shown, language);
    await writeMarkdown(loadTemplate(packageRoot, 'matrix.md')({ ...matrix, words }), options, io);
    return exitCodes.good;
  }
  if (questionnaire === undefined) {
    throw new UserError(questionnaireNeeded, { hint: knownHint([...catalogue.questionnaires.keys()]) });
  }
  const producedWith = words.report.producedWith(packageVersion);
  const form = buildForm({ catalogue, questionnaire, language, words });
  const text = loadTemplate(packageRoot, 'questionnaire.md')({ ...form, words, producedWith });
  await writeMarkdown(text, options, io);
  return exitCodes.good;
}
