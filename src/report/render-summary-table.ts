import { Chalk } from 'chalk';
import { wrapAnsi } from 'fast-wrap-ansi';
import { printableLine } from '../wording/printable.ts';
import { type Wording, wordings } from '../wording/wording.ts';
import { alignColumns } from './align-columns.ts';
import type { Summary, VerdictCount } from './summary.ts';

/** As many requirements and questions are printed; JSON has all. */
export const longestTable = 30;

/** The summary for people at a terminal. */
export function renderSummaryTable(
  summary: Summary,
  { columns, hasColor }: { readonly columns: number; readonly hasColor: boolean },
): string {
  const chalk = new Chalk({ level: hasColor ? 1 : 0 });
  const words = wordings[summary.language];
  const blocks = tablesOf(summary, words).filter(({ rows }) => rows.length > 0);
  const lines = [
    chalk.bold(summary.title),
    ...summary.sentences.map((sentence) => wrapAnsi(sentence, Math.max(40, columns))),
    ...blocks.flatMap(({ title, rows }) => [
      '',
      chalk.bold(title),
      // Names are anybody's: nothing in them may repaint the terminal.
      ...alignColumns(rows.map((row) => row.map(printableLine))),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

interface Table {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

function tablesOf(summary: Summary, words: Wording): readonly Table[] {
  const { verdicts, groups, requirements, open, ends, endingNext, brokenFiles } = summary;
  const titles = words.summary;
  const head = (all: readonly { readonly label: string }[]) => all.map(({ label }) => label);
  return [
    { title: titles.verdicts, rows: verdicts.map((one) => [numberOf(one, words), one.label]) },
    ...groups.map(({ label, rows }) => ({
      title: label,
      rows: [
        [titles.files, ...head(verdicts), ''],
        ...rows.map((row) => [String(row.files), ...row.verdicts.map((one) => numberOf(one, words)), row.label]),
      ],
    })),
    {
      title: titles.requirements,
      rows: requirements
        .slice(0, longestTable)
        .flatMap(({ label, counts, files, title }, at) => [
          ...(at === 0 ? [[titles.of, ...head(counts), '', '']] : []),
          [String(files), ...counts.map((one) => numberOf(one, words)), label, title],
        ]),
    },
    {
      title: titles.openQuestions,
      rows: open.slice(0, longestTable).map(({ count, label }) => [String(count), label]),
    },
    { title: titles.ends, rows: ends.map(({ count, label }) => [String(count), label]) },
    { title: titles.endingNext, rows: endingNext.map(({ day, verdict, file }) => [day.label, verdict.label, file]) },
    { title: titles.brokenFiles, rows: brokenFiles.map((file) => [file]) },
  ];
}

function numberOf({ count }: Pick<VerdictCount, 'count'>, { summary }: Wording): string {
  return count === null ? summary.leftOut : String(count);
}
