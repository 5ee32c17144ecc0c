import type { Status } from '../domain/finding.ts';
import type { Verdict } from '../domain/verdict.ts';
import { type Wording, wordings } from '../wording/wording.ts';
import { fulfilmentBar } from './fulfilment-bar.ts';
import type { RenderOptions } from './index.ts';
import { longestTable, renderSummaryTable } from './render-summary-table.ts';
import { verdictSigns } from './signs.ts';
import { failing, type Summary, type SummaryFormat, type VerdictCount } from './summary.ts';
import { loadTemplate } from './templates.ts';

/** Every way to print a summary. */
export const summaryRenderers: Readonly<Record<SummaryFormat, (summary: Summary, options: RenderOptions) => string>> = {
  terminal: renderSummaryTable,
  markdown: (summary, { root }) => loadTemplate(root, 'summary.md')(contextOf(summary)),
  html: (summary, { root }) => loadTemplate(root, 'summary.html')(contextOf(summary)),
  json: (summary) => `${JSON.stringify(summary, null, 2)}\n`,
};

function contextOf(summary: Summary): object {
  const words = wordings[summary.language];
  const { producedWith: _, ...report } = words.report;
  return {
    ...summary,
    words: { ...words, report },
    pictures: words.pictures,
    ...pictureOf(words.summary.all, summary.verdicts, words),
    groups: summary.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, ...pictureOf(row.label, row.verdicts, words) })),
    })),
    verdicts: summary.verdicts.map(withText(words)),
    requirementsHint: words.summary.requirementsHint(longestTable),
    statusHeads: failing.map((id) => ({ label: words.statuses[id] })),
    requirements: summary.requirements
      .slice(0, longestTable)
      .map((one) => ({ ...one, counts: one.counts.map(withText(words)) })),
    open: summary.open.slice(0, longestTable),
    legend: summary.verdicts.map(({ id, label }) => ({ id: fills[id], sign: verdictSigns[id], label })),
    producedWith: words.report.producedWith(summary.version),
  };
}

/** What was left out, or the number. */
function withText<T extends { readonly count: number | null }>({ summary }: Wording): (one: T) => T & { text: string } {
  return (one) => ({ ...one, text: one.count === null ? summary.leftOut : String(one.count) });
}

/** Verdicts look like the status they stem from. */
const fills: Readonly<Record<Verdict, Status>> = {
  impermissible: 'violated',
  undetermined: 'open',
  conditional: 'partial',
  permissible: 'fulfilled',
};

/** A bar, unless something was left out, and the counts as text. */
function pictureOf(name: string, verdicts: readonly VerdictCount[], words: Wording) {
  const counts = verdicts.flatMap(({ id, label, count }) => (count ? [{ id: fills[id], label, count }] : []));
  const isWhole = verdicts.every(({ count }) => count !== null) && counts.length > 0;
  return { bar: isWhole ? fulfilmentBar(name, counts, words) : null, text: inWords(verdicts, words) };
}

function inWords(verdicts: readonly VerdictCount[], { summary }: Wording): string {
  return verdicts
    .filter(({ count }) => count !== 0)
    .map(({ label, count }) => `${count ?? summary.leftOut} ${label}`)
    .join(', ');
}
