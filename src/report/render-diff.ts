import { Chalk } from 'chalk';
import { printable } from '../wording/printable.ts';
import { wordings } from '../wording/wording.ts';
import type { DiffFormat, DiffReport, ReportGroup } from './diff-report.ts';
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
  const section = (title: string, hint: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : ['', chalk.bold(title), ...(hint ? [hint] : []), ...texts];
  const listed = (texts: readonly { readonly text: string }[]) => texts.map(({ text }) => `  – ${text}`);
  const lines = [
    chalk.bold(report.title),
    report.compared,
    ...report.notes,
    '',
    ...report.summary.map((text) => chalk.bold(text)),
    ...report.groups.flatMap((group) => ['', ...groupLines(group)]),
    ...section(
      words.details,
      '',
      report.details.map((text) => `  ${text}`),
    ),
    ...section(words.offset, words.offsetHint, listed(report.offset)),
    ...section(words.withoutEffect, words.withoutEffectHint, listed(report.withoutEffect)),
  ];
  return `${lines.map((line) => hanging(line, Math.max(40, Math.min(columns, 120)))).join('\n')}\n`;
}

function groupLines({ lead, changes, because, items, remarks }: ReportGroup): readonly string[] {
  return [
    ...(lead === '' ? [] : [printable(lead)]),
    ...changes.map((change) => `${lead === '' ? '' : '  '}→ ${printable(change)}`),
    ...(because === '' ? [] : [`  ${because}`]),
    ...items.map((item) => `    – ${printable(item)}`),
    ...remarks.map((remark) => `  ${printable(remark)}`),
  ];
}
