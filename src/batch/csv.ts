import { type BatchResult, type EvaluatedFile, findingName, openKeys } from '../domain/batch.ts';
import { statuses } from '../domain/finding.ts';
import type { Language } from '../domain/language.ts';
import { csvRecord } from '../report/csv-record.ts';
import type { BatchContext, BatchFormat } from './batch-format.ts';
import { violatedMusts } from './requirements.ts';
import { choiceText } from './tell-finding.ts';

/** What spreadsheets take for the end of a field: German ones write numbers with a comma. */
const delimiters: Readonly<Record<Language, string>> = { de: ';', en: ',' };

/** Without it, spreadsheets read umlauts as something else. */
const byteOrderMark = '\uFEFF';

/** A record a file, for spreadsheets; formulas are defused. */
export const csv: BatchFormat = {
  head: (context) => `${byteOrderMark}${record(headings(context), context)}`,
  row: (result, context) => record(cellsOf(result, context), context),
  between: '',
  tail: () => '',
};

function headings({ words }: BatchContext): readonly string[] {
  const { csv: names } = words.batch;
  return [
    names.file,
    names.organisation,
    names.use,
    names.product,
    names.reference,
    names.messenger,
    names.messengerId,
    names.sector,
    names.state,
    names.verdict,
    names.verdictId,
    names.basis,
    ...statuses.map((status) => words.statuses[status]),
    names.violatedMusts,
    names.decidedBy,
    names.binding,
    names.open,
    names.inconsistent,
    names.ends,
    names.problem,
  ];
}

function cellsOf(result: BatchResult, context: BatchContext): readonly string[] {
  if (result.kind === 'evaluated') return [result.file, ...evaluatedCells(result, context), ''];
  const empty = headings(context)
    .slice(2)
    .map(() => '');
  return [result.file, ...empty, result.problems.join('\n')];
}

function evaluatedCells(file: EvaluatedFile, context: BatchContext): readonly string[] {
  const { words, catalogue } = context;
  const { organisation = '', use = '', product = '', reference = '', messenger } = file.subject;
  const binding = file.questionnaires.filter((one) => one.binding === 'binds');
  return [
    organisation,
    use,
    product,
    reference,
    choiceText('messenger', messenger, context),
    messenger ?? '',
    choiceText('sector', file.sector, context),
    choiceText('state', file.state, context),
    words.verdicts[file.verdict],
    file.verdict,
    words.comparison.bases[file.basis],
    ...statuses.map((status) => String(file.findings.filter((finding) => finding.status === status).length)),
    violatedMusts(file, catalogue).map(findingName).join(', '),
    file.decidedBy.join(', '),
    binding.map(({ id, verdict }) => `${id}: ${words.verdicts[verdict]}`).join(', '),
    String(openKeys(file.findings).length),
    (file.inconsistent ?? []).join(', '),
    file.ends ?? '',
  ];
}

function record(cells: readonly string[], { language }: BatchContext): string {
  return csvRecord(cells, delimiters[language]);
}
