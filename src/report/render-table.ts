import { Chalk, type ChalkInstance } from 'chalk';
import { wrapAnsi } from 'fast-wrap-ansi';
import { inShort } from '../wording/in-short.ts';
import { printableLine } from '../wording/printable.ts';
import { wordings } from '../wording/wording.ts';
import { alignColumns } from './align-columns.ts';
import type { ComparedColumn, ComparedGroup, ComparedRow, Comparison } from './comparison.ts';
import { comparesMessengers, decidingEverywhere, intervalText, legendOf } from './describe-comparison.ts';
import { verdictColors } from './render-terminal.ts';

/** A line for each assessment, and below, column by column, the differences that decide. */
export function renderTable(
  comparison: Comparison,
  { columns: width, hasColor }: { readonly columns: number; readonly hasColor: boolean },
): string {
  const chalk = new Chalk({ level: hasColor ? 1 : 0 });
  const wrapped = (text: string) => wrapAnsi(printableLine(text), Math.max(40, width));
  const [head = '', ...table] = alignColumns([
    headOf(comparison),
    ...comparison.columns.map((one, at) => rowOf(one, at, comparison).map(printableLine)),
  ]);
  const rowsIn = (group: ComparedGroup['id']) =>
    comparison.groups.filter(({ id }) => id === group).flatMap(({ rows }) => rows);
  const deciding = rowsIn('deciding');
  const decisive = new Set(decidingEverywhere(comparison.columns).map(({ id }) => id));
  const everywhere = rowsIn('same').filter(({ id }) => decisive.has(id));
  const lines = [
    chalk.bold(wrapped(comparison.title)),
    wrapped(comparison.hint),
    '',
    chalk.bold(head),
    ...table.map((line, at) => coloured(line, comparison.columns[at], chalk)),
    ...(everywhere.length > 0 ? ['', ...everywhereInWords(everywhere, comparison, { chalk, wrapped })] : []),
    ...(deciding.length > 0 ? ['', ...differences(deciding, comparison, chalk)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function headOf(compared: Comparison): readonly string[] {
  const { report, comparison, subject } = wordings[compared.language];
  const [first, reach] = comparesMessengers(compared)
    ? [subject.messenger, comparison.product]
    : [comparison.assessment, comparison.interval];
  return ['', first, report.columns.verdict, comparison.basis, reach, comparison.openQuestions, comparison.deciding];
}

function rowOf(column: ComparedColumn, at: number, comparison: Comparison): readonly string[] {
  const { product, basis, verdict, label, openQuestions, decidedBy } = column;
  const reach = product?.label ?? intervalText(column, comparison);
  return [
    String(at + 1),
    label,
    verdict.label,
    basis.label,
    reach,
    String(openQuestions),
    inShort(
      decidedBy.map(({ label: reason }) => reason),
      wordings[comparison.language].comparison.more,
    ),
  ];
}

function coloured(line: string, column: ComparedColumn | undefined, chalk: ChalkInstance): string {
  if (column === undefined) return line;
  const { id, label } = column.verdict;
  return line.replace(label, chalk[verdictColors[id]](label));
}

/** What no difference shows, and yet keeps every verdict from being better. */
function everywhereInWords(
  rows: readonly ComparedRow[],
  comparison: Comparison,
  { chalk, wrapped }: { readonly chalk: ChalkInstance; readonly wrapped: (text: string) => string },
): readonly string[] {
  const words = wordings[comparison.language].comparison;
  return [
    chalk.bold(words.everywhere),
    ...rows.map(({ label, title }) => wrapped(`${label} ${title}`)),
    ...(comparesMessengers(comparison) ? [wrapped(words.everywhereHint)] : []),
  ];
}

function differences(rows: readonly ComparedRow[], comparison: Comparison, chalk: ChalkInstance): readonly string[] {
  const words = wordings[comparison.language].comparison;
  const legend = legendOf(comparison).map(({ sign, label }) => `${sign} ${label}`);
  const signs = (cells: readonly string[]) => cells.map((cell) => cell.padStart(2)).join(' ');
  const numbers = signs(comparison.columns.map((_, at) => String(at + 1)));
  return [
    chalk.bold(words.groups.deciding),
    `${words.legend}: ${legend.join(', ')}`,
    ...alignColumns([
      ['', numbers],
      ...rows.map(({ label, cells, title }) => [
        printableLine(label),
        signs(cells.map((cell) => cell?.sign ?? '')),
        printableLine(title),
      ]),
    ]),
  ];
}
