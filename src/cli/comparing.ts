import { type Command, Option } from 'commander';
import { type ComparisonFormat, comparisonFormats } from '../report/comparison.ts';
import { type DiffFormat, diffFormats } from '../report/diff-report.ts';
import { wordings } from '../wording/wording.ts';
import type { ProgramContext } from './context.ts';
import { addCommand, commonOptions, dayOfFlag, type Flags, idsIn } from './flags.ts';

interface CompareFlags extends Flags {
  readonly format: ComparisonFormat;
  readonly output?: string;
  /** `true` where the flag stands without ids. */
  readonly profiles?: true | readonly string[];
}

/** `compare`: assessments, or products for one of them, side by side. */
export function addCompare(program: Command, context: ProgramContext): void {
  const { io, language, outcome } = context;
  const { cli } = wordings[language];
  addCommand(program, 'compare', context)
    .argument('<file...>', cli.filesToCompare)
    .option('--profiles [id...]', cli.profiles)
    .addOption(new Option('-f, --format <format>', cli.format).choices(comparisonFormats).default('terminal'))
    .option('-o, --output <file>', cli.output)
    .action(async (files: readonly string[], flags: CompareFlags) => {
      const { compare } = await import('../commands/compare.ts');
      const { format, output, profiles } = flags;
      const ids = profiles === true ? [] : profiles?.flatMap(idsIn);
      const options = { files, format, ...(ids && { profiles: ids }), ...(output !== undefined && { output }) };
      outcome.code = await compare({ ...options, ...commonOptions(flags, context) }, io);
    });
}

interface DiffFlags extends Flags {
  readonly format: DiffFormat;
  readonly output?: string;
  readonly dateOld?: string;
  readonly questionnairesOld: readonly string[];
}

/** `diff`: what has become of an assessment, and why. */
export function addDiff(program: Command, context: ProgramContext): void {
  const { io, language, outcome } = context;
  const { cli } = wordings[language];
  addCommand(program, 'diff', context)
    .argument('<old>', cli.oldFile)
    .argument('<new>', cli.fileOrStdin)
    .option('--date-old <day>', cli.dateOld)
    .option('--questionnaires-old <folder>', cli.questionnairesOld, (one, others: string[]) => [...others, one], [])
    .addOption(new Option('-f, --format <format>', cli.format).choices(diffFormats).default('terminal'))
    .option('-o, --output <file>', cli.output)
    .action(async (oldFile: string, newFile: string, flags: DiffFlags) => {
      const { diff } = await import('../commands/diff.ts');
      const { format, output, questionnairesOld } = flags;
      const dateOld =
        flags.dateOld === undefined
          ? {}
          : { dateOld: dayOfFlag('--date-old', flags.dateOld, wordings[language].errors) };
      const options = {
        oldFile,
        newFile,
        format,
        questionnairesOld,
        ...dateOld,
        ...(output !== undefined && { output }),
      };
      outcome.code = await diff({ ...options, ...commonOptions(flags, context) }, io);
    });
}
