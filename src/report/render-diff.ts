import { Chalk, type ChalkInstance } from 'chalk';
import { wordings } from '../wording/wording.ts';
import type { DiffFormat, DiffReport, ReportChange } from './diff-report.ts';
import type { RenderOptions } from './index.ts';
import { hanging } from './render-terminal.ts';
import { loadTemplate } from './templates.ts';

/** Every way to print a difference. */
export const diffRenderers: Readonly<Record<DiffFormat, (report: DiffReport, options: RenderOptions) => string>> = {
  terminal: renderDiff,
  markdown: (report, { root }) => {
    const { diff: words, report: general } = wordings[report.language];
    return loadTemplate(root, 'diff.md')({ ...report, words, producedWith: general.producedWith(report.version) });
  },
  json: (report) => `${JSON.stringify(report, (_, value: unknown) => (value === undefined ? null : value), 2)}\n`,
};

function renderDiff(report: DiffReport, { columns, hasColor }: RenderOptions): string {
  const chalk = new Chalk({ level: hasColor ? 1 : 0 });
  const words = wordings[report.language].diff;
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', chalk.bold(title), ...lines];
  const lines = [
    chalk.bold(report.title),
    report.compared,
    ...report.notes,
    '',
    ...report.summary,
    ...section(
      words.verdicts,
      report.verdicts.flatMap((change) => changeLines(change, chalk)),
    ),
    ...section(
      words.findings,
      report.findings.flatMap((change) => changeLines(change, chalk)),
    ),
    ...section(
      words.withoutEffect,
      report.withoutEffect.length === 0
        ? []
        : [`  ${words.withoutEffectHint}`, ...report.withoutEffect.map(({ text }) => `    – ${text}`)],
    ),
  ];
  return `${lines.map((line) => hanging(line, Math.max(40, Math.min(columns, 120)))).join('\n')}\n`;
}

function changeLines(change: ReportChange<string>, chalk: ChalkInstance): readonly string[] {
  const { label, title, sentence, items, remarks } = change;
  return [
    `  ${chalk.bold(label)}${title === '' ? '' : ` ${title}`}`,
    `    ${sentence}`,
    ...items.map((item) => `      – ${item}`),
    ...remarks.map((remark) => `    ${remark}`),
  ];
}
