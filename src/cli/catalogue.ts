import { type Command, Option } from 'commander';
import { wordings } from '../wording/wording.ts';
import type { ProgramContext } from './context.ts';
import { addCatalogueFlags, commonOptions, type Flags } from './flags.ts';

interface ShowFlags extends Flags {
  readonly matrix: boolean;
  readonly format: 'markdown' | 'oscal';
  readonly output?: string;
}

/** `questionnaires`: what they hold, and whether they are sound. */
export function addQuestionnaires(program: Command, context: ProgramContext): void {
  const { io, language, outcome } = context;
  const { cli, batch } = wordings[language];
  const group = program
    .command('questionnaires')
    .description(cli.questionnairesCommand)
    .helpOption('-h, --help', cli.help);
  addCatalogueFlags(group.command('list').description(cli.questionnairesList), context).action(async (flags: Flags) => {
    const { listQuestionnaires } = await import('../commands/questionnaires-list.ts');
    outcome.code = await listQuestionnaires(commonOptions(flags, context), io);
  });
  addCatalogueFlags(group.command('show').description(cli.questionnairesShow), context)
    .argument('[id]', cli.questionnaireId)
    .addOption(new Option('--matrix', cli.matrix).default(false).conflicts('format'))
    .addOption(
      new Option('-f, --format <format>', batch.oscal.option).choices(['markdown', 'oscal']).default('markdown'),
    )
    .option('-o, --output <file>', cli.output)
    .action(async (id: string | undefined, flags: ShowFlags) => {
      const { showQuestionnaire } = await import('../commands/questionnaires-show.ts');
      const { matrix: isMatrix, output, format } = flags;
      const target = { ...(id !== undefined && { id }), ...(output !== undefined && { output }), isMatrix, format };
      outcome.code = await showQuestionnaire({ ...commonOptions(flags, context), ...target }, io);
    });
  addCatalogueFlags(group.command('schemas').description(cli.questionnairesSchemas), context)
    .argument('<folder>', cli.schemaFolder)
    .action(async (folder: string, flags: Flags) => {
      const { writeSchemas } = await import('../commands/questionnaires-schemas.ts');
      outcome.code = await writeSchemas({ ...commonOptions(flags, context), folder }, io);
    });
  addCatalogueFlags(group.command('validate').description(cli.questionnairesValidate), context)
    .argument('[folder...]', cli.folders)
    .addOption(new Option('-f, --format <format>', cli.format).choices(['text', 'json']).default('text'))
    .action(async (folders: readonly string[], flags: Flags & { format: 'text' | 'json' }) => {
      const { validateQuestionnaires } = await import('../commands/questionnaires-validate.ts');
      const common = commonOptions(flags, context);
      const questionnaires = [...common.questionnaires, ...folders];
      outcome.code = await validateQuestionnaires({ ...common, questionnaires, format: flags.format }, io);
    });
}

interface MessengersFlags extends Flags {
  readonly format: 'markdown' | 'json';
  readonly output?: string;
  readonly stale?: boolean;
}

/** `messengers`: what the product profiles say. */
export function addMessengers(program: Command, context: ProgramContext): void {
  const { io, language, outcome } = context;
  const { cli } = wordings[language];
  const group = program.command('messengers').description(cli.messengersCommand).helpOption('-h, --help', cli.help);
  const add = (name: 'list' | 'show', description: string) =>
    addCatalogueFlags(group.command(name).description(description), context)
      .addOption(new Option('-f, --format <format>', cli.format).choices(['markdown', 'json']).default('markdown'))
      .option('-o, --output <file>', cli.output)
      .option('--date <day>', cli.date);
  const optionsOf = (flags: MessengersFlags) => {
    const { format, output } = flags;
    return { ...commonOptions(flags, context), format, ...(output !== undefined && { output }) };
  };
  add('list', cli.messengersList)
    .option('--stale', cli.stale, false)
    .action(async (flags: MessengersFlags) => {
      const { listMessengers, listStaleFacts } = await import('../commands/messengers.ts');
      outcome.code = await (flags.stale ? listStaleFacts : listMessengers)(optionsOf(flags), io);
    });
  add('show', cli.messengersShow)
    .argument('<id>', cli.messengerId)
    .action(async (id: string, flags: MessengersFlags) => {
      const { showMessenger } = await import('../commands/messengers.ts');
      outcome.code = await showMessenger(id, optionsOf(flags), io);
    });
}
