import { existingAt } from '../domain/existing.ts';
import { formatDay } from '../wording/format-day.ts';
import { wordings } from '../wording/wording.ts';
import type { Comparison, ComparisonFormat } from './comparison.ts';
import { csvRecord } from './csv-record.ts';
import { comparesMessengers, intervalText, legendOf } from './describe-comparison.ts';
import { heatMapOf } from './heat-map.ts';
import type { RenderOptions } from './index.ts';
import { renderTable } from './render-table.ts';
import { loadTemplate } from './templates.ts';

/** Every way to print a comparison. */
export const comparisonRenderers: Readonly<
  Record<ComparisonFormat, (comparison: Comparison, options: RenderOptions) => string>
> = {
  terminal: renderTable,
  markdown: (comparison, { root }) => loadTemplate(root, 'comparison.md')(contextOf(comparison)),
  html: (comparison, { root }) =>
    loadTemplate(root, 'comparison.html')({ ...contextOf(comparison), map: heatMapOf(comparison) }),
  json: (comparison) => `${JSON.stringify(comparison, null, 2)}\n`,
  csv: renderCsv,
};

function contextOf(comparison: Comparison): object {
  const words = wordings[comparison.language];
  const columns = comparison.columns.map((column) => ({ ...column, interval: intervalText(column, comparison) }));
  const producedWith = words.report.producedWith(comparison.version);
  return {
    ...comparison,
    date: formatDay(comparison.date, comparison.language),
    columns,
    isAlternative: comparesMessengers(comparison),
    legend: legendOf(comparison),
    words,
    producedWith,
  };
}

const csvHead = [
  'assessment',
  'verdict',
  'requirement',
  'questionnaire',
  'level',
  'title',
  'status',
  'decides',
  'group',
];

/** One record for each requirement and assessment; formulas are defused for spreadsheets. */
function renderCsv({ columns, groups }: Comparison): string {
  const records = groups.flatMap(({ id: group, rows }) =>
    rows.flatMap(({ id, questionnaire, level, title, cells }) =>
      cells.map((cell, at) => {
        const { id: assessment, verdict } = existingAt(columns, at);
        const decides = String(cell?.decides ?? false);
        return [assessment, verdict.id, id, questionnaire, level.id, title, cell?.id ?? '', decides, group];
      }),
    ),
  );
  return [csvHead, ...records].map((cells) => csvRecord(cells, ',')).join('');
}
