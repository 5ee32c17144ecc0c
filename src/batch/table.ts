import { Chalk, type ChalkInstance } from 'chalk';
import type { BrokenFile, EvaluatedFile } from '../domain/batch.ts';
import { verdicts } from '../domain/verdict.ts';
import { verdictColors } from '../report/render-terminal.ts';
import { formatDay } from '../wording/format-day.ts';
import { printableLine } from '../wording/printable.ts';
import type { BatchContext, BatchFormat } from './batch-format.ts';
import { violatedMusts } from './requirements.ts';
import { choiceText } from './tell-finding.ts';

/**
 * A line a file, for the terminal. The columns are as wide as their words may become, not as they are: a row is made
 * before the next one is known.
 */
export const table: BatchFormat = {
  head: (context) => {
    const { verdict, violated, open, organisation, messenger, ends, file } = context.words.batch.table;
    return `${chalkFor(context).bold(line([verdict, violated, open, organisation, messenger, ends, file], context))}\n`;
  },
  row: (result, context) => {
    const chalk = chalkFor(context);
    const text = result.kind === 'broken' ? brokenLines(result, context, chalk) : evaluatedLine(result, context, chalk);
    return `${text}\n`;
  },
  between: '',
  tail: (counts, { words }) => `\n${words.batch.totals(counts)}\n`,
};

function chalkFor({ hasColor }: BatchContext): ChalkInstance {
  return new Chalk({ level: hasColor ? 1 : 0 });
}

function evaluatedLine(file: EvaluatedFile, context: BatchContext, chalk: ChalkInstance): string {
  const { catalogue, language, words } = context;
  const label = words.verdicts[file.verdict];
  const text = line(
    [
      label,
      String(violatedMusts(file, catalogue).length),
      String(file.findings.filter(({ status }) => status === 'open').length),
      file.subject.organisation ?? '',
      // What stands in brackets explains the name; the name tells it apart.
      choiceText('messenger', file.subject.messenger, context).replace(/ \([^()]*\)$/, ''),
      file.ends === null ? '' : formatDay(file.ends, language),
      file.file,
    ],
    context,
  );
  const below = file.inconsistent ? `\n    ${words.batch.inconsistent(file.inconsistent.join(', '))}` : '';
  return `${chalk[verdictColors[file.verdict]](label)}${text.slice(label.length)}${below}`;
}

/** The first problem on the line of the file, which it mostly names; remedies and further problems below. */
function brokenLines({ file, problems }: BrokenFile, { words }: BatchContext, chalk: ChalkInstance): string {
  const name = plain(file);
  const [first = '', ...rest] = problems.flatMap((problem) => problem.split('\n')).map(plain);
  const named = first.startsWith(name) ? first : `${name}: ${first}`;
  return [`${chalk.red.inverse(words.batch.broken)}  ${named}`, ...rest.map((one) => `    ${one}`)].join('\n');
}

/** Widths of columns where there is room for all, and that of a path. */
const usual = { organisation: 24, messenger: 18, day: 10, file: 24 };
const narrowest = { organisation: 12, messenger: 10 };
const widestOrganisation = 60;

/** Cells two blanks apart; numbers to the right, the last one as long as it is. */
function line(cells: readonly string[], context: BatchContext): string {
  const { violated, open, ends } = context.words.batch.table;
  const { verdictWidth, organisation, messenger } = widthsIn(context);
  const [verdict = '', musts = '', opened = '', who = '', what = '', day = '', file = ''] = cells.map(plain);
  return [
    verdict.padEnd(verdictWidth),
    musts.padStart(violated.length),
    opened.padStart(open.length),
    cutTo(who, organisation),
    cutTo(what, messenger),
    day.padEnd(Math.max(usual.day, ends.length)),
    file,
  ].join('  ');
}

/** The same for every row: names get what a terminal has left, or give up what it lacks. */
function widthsIn({
  words,
  columns,
}: BatchContext): Readonly<Record<'verdictWidth' | 'organisation' | 'messenger', number>> {
  const { violated, open, ends } = words.batch.table;
  const verdictWidth = Math.max(...verdicts.map((verdict) => words.verdicts[verdict].length));
  const { organisation, messenger } = usual;
  if (columns === undefined) return { verdictWidth, organisation, messenger };
  const others = verdictWidth + violated.length + open.length + Math.max(usual.day, ends.length) + usual.file + 6 * 2;
  const spare = columns - others - organisation - messenger;
  const lessForMessenger = Math.min(messenger - narrowest.messenger, Math.max(0, Math.ceil(-spare / 2)));
  const forOrganisation = organisation + spare + lessForMessenger;
  return {
    verdictWidth,
    organisation: Math.min(widestOrganisation, Math.max(narrowest.organisation, forOrganisation)),
    messenger: messenger - lessForMessenger,
  };
}

/**
 * Cut in the middle, as names begin alike (the town) and end with what tells them apart (its department); by whole
 * characters, so that no half of one is left.
 */
function cutTo(text: string, width: number): string {
  const characters = [...text];
  if (characters.length <= width) return text + ' '.repeat(width - characters.length);
  const end = Math.floor((width - 1) / 2);
  return `${characters.slice(0, width - 1 - end).join('')}…${characters.slice(-end).join('')}`;
}

/** One line, without characters that could repaint the terminal: names and problems are anybody's. */
function plain(text: string): string {
  return printableLine(text.trim());
}
