import { type Argument, Command, type Option } from 'commander';
import { packageVersion } from '../package-version.ts';
import { printableLines } from '../wording/printable.ts';
import { type Wording, wordings } from '../wording/wording.ts';
import { addEvaluate, addSummary } from './batch.ts';
import { addMessengers, addQuestionnaires } from './catalogue.ts';
import { addCompare, addDiff } from './comparing.ts';
import { addCompletion } from './completion.ts';
import type { ProgramContext } from './context.ts';
import { addAssess, addInit } from './interview.ts';
import { addExplain, addReport, addVerify } from './memo.ts';
import { usageError } from './usage-error.ts';

type Titles = Wording['cli']['titles'];

/** Flags, arguments and help. Each command is loaded only when it is called. */
export function createProgram(context: ProgramContext): Command {
  const { io, language } = context;
  const { cli, usage } = wordings[language];
  const program = new Command('messenger-check')
    .description(cli.description)
    .version(packageVersion, '-V, --version', cli.version)
    .helpOption('-h, --help', cli.help)
    .helpCommand('help [command]', cli.helpCommand)
    .configureHelp({
      styleTitle: (title) => cli.titles[title as keyof Titles] ?? title,
      optionDescription: (option) => describe(option, cli),
      argumentDescription: (argument) => describe(argument, cli),
    })
    .configureOutput({
      writeOut: io.stdout,
      writeErr: (text) => io.stderr(printableLines(text)),
      outputError: (message, write) => write(usageError(message, usage)),
    })
    .addHelpText('after', `\n${cli.exitCodes.join('\n')}`)
    .exitOverride();

  addAssess(program, context);
  const others = [addEvaluate, addInit, addExplain, addCompare, addDiff, addSummary, addQuestionnaires, addMessengers];
  for (const add of [addReport, addVerify, ...others, addCompletion]) add(program, context);
  return program;
}

/** What it is for, its values where that does not name them, and the one it has where none is given. */
function describe({ description, argChoices = [], defaultValue }: Option | Argument, cli: Wording['cli']): string {
  const choices = argChoices.every((choice) => description.includes(choice)) ? [] : [argChoices.join(', ')];
  const unlessGiven = typeof defaultValue === 'string' ? [cli.unlessGiven(defaultValue)] : [];
  const more = [...choices, ...unlessGiven];
  return more.length === 0 ? description : `${description} (${more.join('; ')})`;
}
