import { type Command, Option } from 'commander';
import { type SubjectMatter, subjectMatters } from '../domain/question.ts';
import { wordings } from '../wording/wording.ts';
import type { ProgramContext } from './context.ts';
import { addCatalogueFlags, addCommand, commonOptions, type Flags, idsIn } from './flags.ts';

/** The file of an interview that names none. */
const defaultFile = 'messenger-check.yaml';

interface AssessFlags extends Flags {
  readonly quick: boolean;
  readonly accessible: boolean;
  readonly from: readonly string[];
}

/** `assess`: asks. */
export function addAssess(program: Command, context: ProgramContext): void {
  const { io, language, outcome } = context;
  const { cli } = wordings[language];
  addCommand(program, 'assess', context)
    .argument('[file]', cli.file, defaultFile)
    .option('--from <file>', cli.from, (file, others: string[]) => [...others, file], [])
    .option('--quick', cli.quick, false)
    .option('--accessible', cli.accessible, isSet(io.env.ACCESSIBLE))
    .action(async (file: string, flags: AssessFlags) => {
      const { assess } = await import('../commands/assess.ts');
      const { from, quick: isQuick, accessible: isAccessible } = flags;
      outcome.code = await assess({ file, from, isQuick, isAccessible, ...commonOptions(flags, context) }, io);
    });
}

/** Whether an environment variable switches something on. */
function isSet(variable: string | undefined): boolean {
  return variable !== undefined && variable !== '' && variable !== '0';
}

interface InitFlags extends Flags {
  readonly only: readonly string[];
  readonly about?: SubjectMatter;
}

/** `init`: writes a form to fill in. */
export function addInit(program: Command, context: ProgramContext): void {
  const { cli } = wordings[context.language];
  addCatalogueFlags(program.command('init').description(cli.init), context)
    .argument('[file]', cli.formFile, defaultFile)
    .option('--only <ids>', cli.only, (ids, others: string[]) => [...others, ...idsIn(ids)], [])
    .addOption(new Option('--about <who>', cli.about).choices(subjectMatters))
    .option('--date <day>', cli.formDate)
    .option('-q, --quiet', cli.quiet, false)
    .action(async (file: string, flags: InitFlags) => {
      const { init } = await import('../commands/init.ts');
      const { only, about } = flags;
      const options = { file, only, ...(about && { about }), ...commonOptions(flags, context) };
      context.outcome.code = await init(options, context.io);
    });
}
