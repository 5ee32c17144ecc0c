import { rowOf } from '../domain/batch.ts';
import type { BatchFormat } from './batch-format.ts';

/** One row of JSON a line, for `summary`, DuckDB and jq. */
export const ndjson: BatchFormat = {
  head: () => '',
  row: (result) => `${JSON.stringify(rowOf(result))}\n`,
  between: '',
  tail: () => '',
};
