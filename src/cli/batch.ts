import { type Command, Option } from 'commander';
import { batchFormats } from '../batch/formats.ts';
import { type Shard, shardOf } from '../batch/shard.ts';
import type { Language } from '../domain/language.ts';
import { UserError } from '../errors.ts';
import { type SummaryFormat, summaryFormats } from '../report/summary.ts';
import { wordings } from '../wording/wording.ts';
import type { ProgramContext } from './context.ts';
import { addCatalogueFlags, addCommand, commonOptions, type Flags } from './flags.ts';

interface EvaluateFlags extends Flags {
  readonly format: readonly string[];
  readonly output?: string;
  readonly jobs?: string;
  readonly shard?: string;
  readonly cache?: string;
}

/** `evaluate`: what one answer file, or thousands, come to. */
export function addEvaluate(program: Command, context: ProgramContext): void {
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
      const { evaluate } = await import('../commands/evaluate.ts');
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

interface SummaryFlags extends Flags {
  readonly format: SummaryFormat;
  readonly output?: string;
  readonly minCount?: number;
}

/** `summary`: what the rows of a batch come to together. */
export function addSummary(program: Command, context: ProgramContext): void {
  const { summary: words, cli } = wordings[context.language];
  addCatalogueFlags(program.command('summary').description(words.command), context)
    .argument('<file...>', words.argument)
    .addOption(new Option('-f, --format <format>', cli.format).choices(summaryFormats).default('terminal'))
    .option('-o, --output <file>', cli.output)
    .option('--min-count <number>', words.minCountOption, (typed) => leastCount(typed, context.language))
    .option('-q, --quiet', cli.quiet, false)
    .action(async (files: readonly string[], flags: SummaryFlags) => {
      const { summary } = await import('../commands/summary.ts');
      const { format, output, minCount } = flags;
      const given = { ...(output !== undefined && { output }), ...(minCount !== undefined && { minCount }) };
      context.outcome.code = await summary({ files, format, ...given, ...commonOptions(flags, context) }, context.io);
    });
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
