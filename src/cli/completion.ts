import { Argument, type Command, Option } from 'commander';
import { dayOf } from '../domain/day.ts';
import { languages } from '../domain/language.ts';
import { wordings } from '../wording/wording.ts';
import type { ProgramContext } from './context.ts';

/** The shells for which there is a script. */
const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** `completion`: prints the script for a shell; with words, what could come next. */
export function addCompletion(program: Command, context: ProgramContext): void {
  const { language, io, outcome } = context;
  const { cli } = wordings[language];
  const date = dayOf(io.now());
  program
    .command('completion')
    .description(cli.completion)
    .helpOption('-h, --help', cli.help)
    .addOption(new Option('--lang <language>', cli.lang).choices(languages))
    .addArgument(new Argument('<shell>', cli.shell).choices(shells))
    .argument('[words...]', cli.completionWords)
    .action(async (shell: Shell, words: readonly string[]) => {
      const { completion } = await import('../completion.ts');
      const common = (questionnaires: readonly string[]) => ({ language, questionnaires, quiet: true, date });
      outcome.code = await completion({ shell, words, program, common }, io);
    });
}
