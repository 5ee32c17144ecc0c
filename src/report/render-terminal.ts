import { Chalk, type ChalkInstance } from 'chalk';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Status } from '../domain/finding.ts';
import type { Verdict } from '../domain/verdict.ts';
import { wordings } from '../wording/wording.ts';
import type { Report, ReportFinding } from './report.ts';

type Color = 'red' | 'yellow' | 'blue' | 'green';

export const verdictColors: Readonly<Record<Verdict, Color>> = {
  impermissible: 'red',
  undetermined: 'blue',
  conditional: 'yellow',
  permissible: 'green',
};
const statusColors: Readonly<Record<Status, Color>> = {
  violated: 'red',
  accepted: 'yellow',
  partial: 'yellow',
  substituted: 'green',
  open: 'blue',
  fulfilled: 'green',
  'not-applicable': 'green',
};

/** The report in short, for people at a terminal: verdicts, findings by severity, what is open. */
export function renderTerminal(
  report: Report,
  { columns, hasColor }: { readonly columns: number; readonly hasColor: boolean },
): string {
  const chalk = new Chalk({ level: hasColor ? 1 : 0 });
  const width = printedWidth(columns);
  const words = wordings[report.language];
  const verdict = chalk[verdictColors[report.verdict.id]].bold(report.verdict.label);
  const lines = [
    chalk.bold(report.title),
    ...report.subject.map(({ label, value }) => `  ${label}: ${value}`),
    '',
    `${words.terminal.result}: ${verdict}`,
    `  ${report.verdict.sentence}`,
    `  ${words.report.basis[report.verdict.basis.id]}`,
    ...report.warnings.map((warning) => `  ! ${warning}`),
    ...report.clashes.map(({ label, text }) => `  ! ${words.clash.sentence(label, text)}`),
    '',
    ...report.questionnaires.flatMap(({ title, verdict, binding, counts }) => [
      `${title}: ${chalk[verdictColors[verdict.id]](verdict.label)}`,
      `  ${binding.label}`,
      `  ${counts.map(({ count, label }) => `${count} ${label}`).join(', ')}`,
    ]),
    ...report.findings.flatMap(({ status, title, findings }) => [
      '',
      chalk[statusColors[status.id]].bold(`${title} (${findings.length})`),
      ...findings.flatMap((finding) => findingLines(finding, chalk)),
    ]),
    ...openLines(report, chalk),
  ];
  return `${lines.map((line) => hanging(line, width)).join('\n')}\n`;
}

/** An open finding says by its heading that it is open; what is missing is listed below. */
function findingLines({ label, level, title, text, measure }: ReportFinding, chalk: ChalkInstance): readonly string[] {
  const heading = `  ${chalk.bold(label)} ${level.label} ${title}`;
  return measure === null ? [heading] : [heading, `    ${text}`];
}

function openLines({ openPoints, language }: Report, chalk: ChalkInstance): readonly string[] {
  if (openPoints.length === 0) return [];
  return [
    '',
    chalk.bold(wordings[language].terminal.openQuestions),
    ...openPoints.flatMap(({ about, points }) => [
      `  ${about.label}`,
      ...points.map(({ question, answer, questionnaires, requirements }) => {
        return `    ${question} (${answer}) → ${[...questionnaires, ...requirements.map(({ label }) => label)].join(', ')}`;
      }),
    ]),
  ];
}

/** In how many columns of a terminal text is printed: longer lines are hard to read. */
export function printedWidth(columns: number): number {
  return Math.max(40, Math.min(columns, 120));
}

/**
 * Wraps a line to the width, its continuation indented like its beginning. Line breaks that somebody typed become
 * blanks: no text of a person stands at the beginning of a line.
 */
export function hanging(line: string, width: number): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const text = line.slice(indent.length).replaceAll(/\s+/g, ' ');
  const wrapped = wrapAnsi(text, width - indent.length, { hard: true });
  return wrapped.replaceAll(/^/gm, indent).trimEnd();
}
