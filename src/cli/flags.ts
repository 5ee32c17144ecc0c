import { type Command, Option } from 'commander';
import type { CommonOptions } from '../commands/inputs.ts';
import { dayOf, isDay } from '../domain/day.ts';
import { languages } from '../domain/language.ts';
import { UserError } from '../errors.ts';
import { type ExitPolicy, failLevels } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { type Wording, wordings } from '../wording/wording.ts';
import type { ProgramContext } from './context.ts';

/** What commander makes of the flags that most commands have. */
export interface Flags extends ExitPolicy {
  readonly questionnaires: readonly string[];
  readonly date?: string;
  readonly quiet: boolean;
  readonly color: boolean;
}

/** The commands on answer files. */
type CommandName = 'assess' | 'evaluate' | 'report' | 'explain' | 'compare' | 'diff';

/** The flags of every command that reads questionnaires. */
export function addCatalogueFlags(command: Command, { language }: ProgramContext): Command {
  const { cli } = wordings[language];
  return command
    .helpOption('-h, --help', cli.help)
    .addOption(new Option('--lang <language>', cli.lang).choices(languages))
    .option('--questionnaires <folder>', cli.questionnaires, (folder, others: string[]) => [...others, folder], []);
}

/** A command on answer files, with the flags that all of these have. */
export function addCommand(program: Command, name: CommandName, context: ProgramContext): Command {
  const { cli } = wordings[context.language];
  return addCatalogueFlags(program.command(name).description(cli[name]), context)
    .option('--date <day>', cli.date)
    .addOption(new Option('--fail-on <verdict>', cli.failOn).choices(failLevels).default('impermissible'))
    .option('--exit-zero', cli.exitZero, false)
    .option('-q, --quiet', cli.quiet, false)
    .option('--no-color', cli.noColor);
}

/** What the flags that most commands have come to. Throws `UserError` where the day is none. */
export function commonOptions(flags: Flags, { io, language }: ProgramContext): CommonOptions & ExitPolicy {
  const { questionnaires, quiet, failOn, exitZero } = flags;
  return {
    language,
    questionnaires,
    quiet,
    failOn,
    exitZero,
    date: dayOfEvaluation(flags.date, io, wordings[language]),
  };
}

/** `--date`, else `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch), else today. */
function dayOfEvaluation(flag: string | undefined, { env, now }: Io, { errors }: Wording): string {
  const epoch = env.SOURCE_DATE_EPOCH;
  if (flag !== undefined) return dayOfFlag('--date', flag, errors);
  if (!epoch) return dayOf(now());
  if (/^\d{1,11}$/.test(epoch)) return dayOf(new Date(Number(epoch) * 1000));
  throw new UserError(errors.badEpoch(epoch), { hint: errors.badEpochHint });
}

/** The day given to a flag. Throws `UserError` where it is none. */
export function dayOfFlag(flag: string, day: string, errors: Wording['errors']): string {
  if (isDay(day)) return day;
  throw new UserError(errors.badDate(flag, day), { hint: errors.badDateHint });
}

/** The ids in a list with commas. */
export function idsIn(list: string): readonly string[] {
  return list.split(',').filter((id) => id !== '');
}
