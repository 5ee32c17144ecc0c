import { requirementsOf } from '../domain/questionnaire.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { alignColumns } from '../report/align-columns.ts';
import { type CommonOptions, readCatalogue } from './inputs.ts';

/** Prints id, version, number of requirements and title of every questionnaire, one a line. */
export async function listQuestionnaires(options: CommonOptions, io: Io): Promise<ExitCode> {
  const { questionnaires } = await readCatalogue(options, io);
  const rows = [...questionnaires.values()].map((questionnaire) => {
    const { id, version, title } = questionnaire;
    return [id, version, String(requirementsOf(questionnaire).length), title[options.language]];
  });
  for (const line of alignColumns(rows)) io.stdout(`${line}\n`);
  return exitCodes.good;
}
