import { rowOf } from '../domain/batch.ts';
import type { BatchFormat } from './batch-format.ts';

/** All rows as one array of JSON. */
export const json: BatchFormat = {
  head: () => '[\n',
  row: (result) => JSON.stringify(rowOf(result)),
  between: ',\n',
  tail: () => '\n]\n',
};
