import { Argument, Command, Option } from 'commander';
import { batchFormats } from './batch/formats.ts';
import { type Shard, shardOf } from './batch/shard.ts';
import type { CommonOptions } from './commands/inputs.ts';
import { dayOf, isDay } from './domain/day.ts';
import { type Language, languages } from './domain/language.ts';
import { type SubjectMatter, subjectMatters } from './domain/question.ts';
import { type Redaction, redactions } from './domain/redaction.ts';
import { UserError } from './errors.ts';
import { type ExitCode, type ExitPolicy, failLevels } from './exit-code.ts';
import type { Io } from './io.ts';
import { packageVersion } from './package-version.ts';
import { type ComparisonFormat, comparisonFormats } from './report/comparison.ts';
import { type DiffFormat, diffFormats } from './report/diff-report.ts';
import { type Depth, depths, type MemoFormat, memoFormats } from './report/report.ts';
import { type SummaryFormat, summaryFormats } from './report/summary.ts';
import { printableLines } from './wording/printable.ts';
import { type Wording, wordings } from './wording/wording.ts';

/** The file of an interview that names none. */
const defaultFile = 'messenger-check.yaml';

/** A command that ran leaves its exit code here. */
export interface Outcome {
  code: ExitCode;
}

export interface ProgramContext {
  readonly io: Io;
  readonly language: Language;
  readonly outcome: Outcome;
}

type Titles = Wording['cli']['titles'];

/** The commands on answer files. */
type CommandName = 'assess' | 'evaluate' | 'report' | 'explain' | 'compare' | 'diff';

/** Flags, arguments and help. Each command is loaded only when it is called. */
export function createProgram(context: ProgramContext): Command {
  const { io, language } = context;
  const { cli } = wordings[language];
  const program = new Command('messenger-check')
    .description(cli.description)
    .version(packageVersion, '-V, --version', cli.version)
    .helpOption('-h, --help', cli.help)
    .helpCommand('help [command]', cli.helpCommand)
    .configureHelp({ styleTitle: (title) => cli.titles[title as keyof Titles] ?? title })
    .configureOutput({ writeOut: io.stdout, writeErr: (text) => io.stderr(printableLines(text)) })
    .addHelpText('after', `\n${cli.exitCodes.join('\n')}`)
    .exitOverride();

  addAssess(program, context);
  const others = [addEvaluate, addInit, addExplain, addCompare, addDiff, addSummary, addQuestionnaires, addMessengers];
  for (const add of [addReport, addVerify, ...others, addCompletion]) add(program, context);
  return program;
}

interface EvaluateFlags extends Flags {
  readonly format: readonly string[];
  readonly output?: string;
  readonly jobs?: string;
  readonly shard?: string;
  readonly cache?: string;
}

function addEvaluate(program: Command, context: ProgramContext): void {
  const { io, language, outcome } = context;
  const { cli, evaluate: words } = wordings[language];
  addCommand(program, 'evaluate', context)
    .argument('<path...>', words.paths)
    .option('-f, --format <format[:file]>', words.format(batchFormats), (one, others: string[]) => [...others, one], [])
    .option('-o, --output <file>', cli.output)
    .option('-j, --jobs <number>', words.jobs)
    .option('--shard <part/parts>', words.shard)
    .option('--cache <folder>', words.cache)
    .action(async (paths: readonly string[], flags: EvaluateFlags) => {
      const { evaluate } = await import('./commands/evaluate.ts');
      const { format: formats, output, cache, jobs, shard } = flags;
      const own = {
        ...(output !== undefined && { output }),
        ...(cache !== undefined && { cache }),
        ...(jobs !== undefined && { jobs: jobsIn(jobs, language) }),
        ...(shard !== undefined && { shard: shardIn(shard, language) }),
      };
      outcome.code = await evaluate({ paths, formats, ...own, ...commonOptions(flags, context) }, io);
    });
}

function jobsIn(text: string, language: Language): number {
  const { evaluate: words } = wordings[language];
  const jobs = Number(text);
  if (/^\d+$/.test(text) && jobs >= 1 && jobs <= 256) return jobs;
  throw new UserError(words.badJobs(text), { hint: words.badJobsHint });
}

function shardIn(text: string, language: Language): Shard {
  const { evaluate: words } = wordings[language];
  const shard = shardOf(text);
  if (shard === undefined) throw new UserError(words.badShard(text), { hint: words.badShardHint });
  return shard;
}

function addSummary(program: Command, context: ProgramContext): void {
  const { summary: words, cli } = wordings[context.language];
  addCatalogueFlags(program.command('summary').description(words.command), context)
    .argument('<file...>', words.argument)
    .addOption(new Option('-f, --format <format>', cli.format).choices(summaryFormats).default('terminal'))
    .option('-o, --output <file>', cli.output)
    .option('--min-count <number>', words.minCountOption, (typed) => leastCount(typed, context.language))
    .option('-q, --quiet', cli.quiet, false)
    .action(async (files: readonly string[], flags: SummaryFlags) => {
      const { summary } = await import('./commands/summary.ts');
      const { format, output, minCount } = flags;
      const given = { ...(output !== undefined && { output }), ...(minCount !== undefined && { minCount }) };
      context.outcome.code = await summary({ files, format, ...given, ...commonOptions(flags, context) }, context.io);
    });
}

interface SummaryFlags extends Flags {
  readonly format: SummaryFormat;
  readonly output?: string;
  readonly minCount?: number;
}

/** With one, nothing would be left out. Throws `UserError`. */
function leastCount(typed: string, language: Language): number {
  const { summary } = wordings[language];
  const least = Number(typed);
  if (!/^\d+$/.test(typed) || least < 2) {
    throw new UserError(summary.badMinCount(typed), { hint: summary.badMinCountHint });
  }
  return least;
}

function addReport(program: Command, context: ProgramContext): void {
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
      const { report } = await import('./commands/report.ts');
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

function addVerify(program: Command, context: ProgramContext): void {
  const { verify: words } = wordings[context.language];
  addCatalogueFlags(program.command('verify').description(words.command), context)
    .argument('<file>', words.file)
    .option('--template <folder>', wordings[context.language].memo.template.option)
    .addHelpText('after', `\n${words.exitCodes.join('\n')}`)
    .action(async (file: string, flags: Flags & { template?: string }) => {
      const { verify } = await import('./commands/verify.ts');
      const own = flags.template === undefined ? {} : { template: flags.template };
      context.outcome.code = await verify({ file, ...own, ...commonOptions(flags, context) }, context.io);
    });
}

interface AssessFlags extends Flags {
  readonly quick: boolean;
  readonly accessible: boolean;
  readonly from: readonly string[];
}

function addAssess(program: Command, context: ProgramContext): void {
  const { io, language, outcome } = context;
  const { cli } = wordings[language];
  addCommand(program, 'assess', context)
    .argument('[file]', cli.file, defaultFile)
    .option('--from <file>', cli.from, (file, others: string[]) => [...others, file], [])
    .option('--quick', cli.quick, false)
    .option('--accessible', cli.accessible, isSet(io.env.ACCESSIBLE))
    .action(async (file: string, flags: AssessFlags) => {
      const { assess } = await import('./commands/assess.ts');
      const { from, quick: isQuick, accessible: isAccessible } = flags;
      outcome.code = await assess({ file, from, isQuick, isAccessible, ...commonOptions(flags, context) }, io);
    });
}

interface ShowFlags extends Flags {
  readonly matrix: boolean;
  readonly format: 'markdown' | 'oscal';
  readonly output?: string;
}

function addQuestionnaires(program: Command, context: ProgramContext): void {
  const { io, language, outcome } = context;
  const { cli, batch } = wordings[language];
  const group = program
    .command('questionnaires')
    .description(cli.questionnairesCommand)
    .helpOption('-h, --help', cli.help);
  addCatalogueFlags(group.command('list').description(cli.questionnairesList), context).action(async (flags: Flags) => {
    const { listQuestionnaires } = await import('./commands/questionnaires-list.ts');
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
      const { showQuestionnaire } = await import('./commands/questionnaires-show.ts');
      const { matrix: isMatrix, output, format } = flags;
      const target = { ...(id !== undefined && { id }), ...(output !== undefined && { output }), isMatrix, format };
      outcome.code = await showQuestionnaire({ ...commonOptions(flags, context), ...target }, io);
    });
  addCatalogueFlags(group.command('schemas').description(cli.questionnairesSchemas), context)
    .argument('<folder>', cli.schemaFolder)
    .action(async (folder: string, flags: Flags) => {
      const { writeSchemas } = await import('./commands/questionnaires-schemas.ts');
      outcome.code = await writeSchemas({ ...commonOptions(flags, context), folder }, io);
    });
  addCatalogueFlags(group.command('validate').description(cli.questionnairesValidate), context)
    .argument('[folder...]', cli.folders)
    .addOption(new Option('-f, --format <format>', cli.format).choices(['text', 'json']).default('text'))
    .action(async (folders: readonly string[], flags: Flags & { format: 'text' | 'json' }) => {
      const { validateQuestionnaires } = await import('./commands/questionnaires-validate.ts');
      const common = commonOptions(flags, context);
      const questionnaires = [...common.questionnaires, ...folders];
      outcome.code = await validateQuestionnaires({ ...common, questionnaires, format: flags.format }, io);
    });
}

interface InitFlags extends Flags {
  readonly only: readonly string[];
  readonly about?: SubjectMatter;
}

function addInit(program: Command, context: ProgramContext): void {
  const { cli } = wordings[context.language];
  addCatalogueFlags(program.command('init').description(cli.init), context)
    .argument('[file]', cli.formFile, defaultFile)
    .option('--only <ids>', cli.only, (ids, others: string[]) => [...others, ...idsIn(ids)], [])
    .addOption(new Option('--about <who>', cli.about).choices(subjectMatters))
    .option('--date <day>', cli.formDate)
    .option('-q, --quiet', cli.quiet, false)
    .action(async (file: string, flags: InitFlags) => {
      const { init } = await import('./commands/init.ts');
      const { only, about } = flags;
      const options = { file, only, ...(about && { about }), ...commonOptions(flags, context) };
      context.outcome.code = await init(options, context.io);
    });
}

function idsIn(list: string): readonly string[] {
  return list.split(',').filter((id) => id !== '');
}

function addExplain(program: Command, context: ProgramContext): void {
  const { cli } = wordings[context.language];
  addCommand(program, 'explain', context)
    .argument('<file>', cli.fileOrStdin)
    .argument('[id]', cli.requirementId)
    .option('--open', cli.open, false)
    .option('--findings', cli.findings, false)
    .action(async (file: string, id: string | undefined, flags: Flags & { open: boolean; findings: boolean }) => {
      const { explain } = await import('./commands/explain.ts');
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

interface ReportFlags extends Flags {
  readonly format: MemoFormat;
  readonly depth: Depth;
  readonly template?: string;
  readonly output?: string;
  readonly alternatives: boolean;
  readonly redact: readonly Redaction[];
}

interface CompareFlags extends Flags {
  readonly format: ComparisonFormat;
  readonly output?: string;
  /** `true` where the flag stands without ids. */
  readonly profiles?: true | readonly string[];
}

function addCompare(program: Command, context: ProgramContext): void {
  const { io, language, outcome } = context;
  const { cli } = wordings[language];
  addCommand(program, 'compare', context)
    .argument('<file...>', cli.filesToCompare)
    .option('--profiles [id...]', cli.profiles)
    .addOption(new Option('-f, --format <format>', cli.format).choices(comparisonFormats).default('terminal'))
    .option('-o, --output <file>', cli.output)
    .action(async (files: readonly string[], flags: CompareFlags) => {
      const { compare } = await import('./commands/compare.ts');
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

function addDiff(program: Command, context: ProgramContext): void {
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
      const { diff } = await import('./commands/diff.ts');
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

interface MessengersFlags extends Flags {
  readonly format: 'markdown' | 'json';
  readonly output?: string;
  readonly stale?: boolean;
}

function addMessengers(program: Command, context: ProgramContext): void {
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
      const { listMessengers, listStaleFacts } = await import('./commands/messengers.ts');
      outcome.code = await (flags.stale ? listStaleFacts : listMessengers)(optionsOf(flags), io);
    });
  add('show', cli.messengersShow)
    .argument('<id>', cli.messengerId)
    .action(async (id: string, flags: MessengersFlags) => {
      const { showMessenger } = await import('./commands/messengers.ts');
      outcome.code = await showMessenger(id, optionsOf(flags), io);
    });
}

/** The shells for which there is a script. */
const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

function addCompletion(program: Command, context: ProgramContext): void {
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
      const { completion } = await import('./completion.ts');
      const common = (questionnaires: readonly string[]) => ({ language, questionnaires, quiet: true, date });
      outcome.code = await completion({ shell, words, program, common }, io);
    });
}

interface Flags extends ExitPolicy {
  readonly questionnaires: readonly string[];
  readonly date?: string;
  readonly quiet: boolean;
  readonly color: boolean;
}

/** The flags of every command that reads questionnaires. */
function addCatalogueFlags(command: Command, { language }: ProgramContext): Command {
  const { cli } = wordings[language];
  return command
    .helpOption('-h, --help', cli.help)
    .addOption(new Option('--lang <language>', cli.lang).choices(languages))
    .option('--questionnaires <folder>', cli.questionnaires, (folder, others: string[]) => [...others, folder], []);
}

function addCommand(program: Command, name: CommandName, context: ProgramContext): Command {
  const { cli } = wordings[context.language];
  return addCatalogueFlags(program.command(name).description(cli[name]), context)
    .option('--date <day>', cli.date)
    .addOption(new Option('--fail-on <verdict>', cli.failOn).choices(failLevels).default('impermissible'))
    .option('--exit-zero', cli.exitZero, false)
    .option('-q, --quiet', cli.quiet, false)
    .option('--no-color', cli.noColor);
}

function commonOptions(flags: Flags, { io, language }: ProgramContext): CommonOptions & ExitPolicy {
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

function dayOfFlag(flag: string, day: string, errors: Wording['errors']): string {
  if (isDay(day)) return day;
  throw new UserError(errors.badDate(flag, day), { hint: errors.badDateHint });
}

/** Whether an environment variable switches something on. */
function isSet(variable: string | undefined): boolean {
  return variable !== undefined && variable !== '' && variable !== '0';
}
