import { type Command, Option } from 'commander';
import type { Language } from '../domain/language.ts';
import { type Redaction, redactions } from '../domain/redaction.ts';
import { UserError } from '../errors.ts';
import { type Depth, depths, type MemoFormat, memoFormats } from '../report/report.ts';
import { wordings } from '../wording/wording.ts';
import type { ProgramContext } from './context.ts';
import { addCatalogueFlags, addCommand, commonOptions, type Flags, idsIn } from './flags.ts';

interface ReportFlags extends Flags {
  readonly format: MemoFormat;
  readonly depth: Depth;
  readonly template?: string;
  readonly output?: string;
  readonly alternatives: boolean;
  readonly redact: readonly Redaction[];
}

/** `report`: the memo. */
export function addReport(program: Command, context: ProgramContext): void {
  const { io, language, outcome } = context;
  const { cli, verify, memo } = wordings[language];
  addCommand(program, 'report', context)
    .argument('<file>', cli.fileOrStdin)
    .addOption(new Option('-f, --format <format>', cli.format).choices(memoFormats).default('markdown'))
    .option('-o, --output <file>', cli.output)
    .addOption(new Option('--depth <depth>', memo.template.depth).choices(depths).default('full'))
    .option('--template <folder>', memo.template.option)
    .option('--alternatives', cli.alternatives, false)
    .option(
      '--redact <what>',
      verify.redact,
      (what, others) => [...others, ...redactionsIn(what, language)],
      [] as readonly Redaction[],
    )
    .action(async (file: string, flags: ReportFlags) => {
      const { report } = await import('../commands/report.ts');
      const { format, depth, template, output, alternatives: withAlternatives, redact } = flags;
      const wanted = redactions.filter((one) => redact.includes(one));
      const content = { depth, withAlternatives, redact: wanted };
      const own = template === undefined ? {} : { template };
      const options = { file, format, ...content, ...own, ...(output !== undefined && { output }) };
      outcome.code = await report({ ...options, ...commonOptions(flags, context) }, io);
    });
}

/** What `--redact` names. Throws `UserError`. */
function redactionsIn(list: string, language: Language): readonly Redaction[] {
  const { verify } = wordings[language];
  return idsIn(list).map((id) => {
    const found = redactions.find((one) => one === id);
    if (found === undefined)
      throw new UserError(verify.badRedaction(id), { hint: verify.badRedactionHint(redactions) });
    return found;
  });
}

/** `verify`: whether a report still says what its answer file comes to. */
export function addVerify(program: Command, context: ProgramContext): void {
  const { verify: words } = wordings[context.language];
  addCatalogueFlags(program.command('verify').description(words.command), context)
    .argument('<file>', words.file)
    .option('--template <folder>', wordings[context.language].memo.template.option)
    .addHelpText('after', `\n${words.exitCodes.join('\n')}`)
    .action(async (file: string, flags: Flags & { template?: string }) => {
      const { verify } = await import('../commands/verify.ts');
      const own = flags.template === undefined ? {} : { template: flags.template };
      context.outcome.code = await verify({ file, ...own, ...commonOptions(flags, context) }, context.io);
    });
}

/** `explain`: why it came to this, and what would change it. */
export function addExplain(program: Command, context: ProgramContext): void {
  const { cli } = wordings[context.language];
  addCommand(program, 'explain', context)
    .argument('<file>', cli.fileOrStdin)
    .argument('[id]', cli.requirementId)
    .option('--open', cli.open, false)
    .option('--findings', cli.findings, false)
    .action(async (file: string, id: string | undefined, flags: Flags & { open: boolean; findings: boolean }) => {
      const { explain } = await import('../commands/explain.ts');
      const options = {
        file,
        isOpenOnly: flags.open,
        withFindings: flags.findings,
        ...(id !== undefined && { id }),
        ...commonOptions(flags, context),
      };
      context.outcome.code = await explain(options, context.io);
    });
}
