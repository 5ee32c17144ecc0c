import { rowOf } from '../domain/batch.ts';
import type { BatchFormat } from './batch-format.ts';
import { ndjson } from './ndjson.ts';

// A stand-in until the formats are there.
const table: BatchFormat = {
  head: () => '',
  row: (result, { words }) =>
    result.kind === 'broken'
      ? `${result.file}: ${result.problems.join('; ')}\n`
      : `${result.file}: ${words.verdicts[result.verdict]}\n`,
  between: '',
  tail: ({ evaluated, broken }) => `${JSON.stringify({ evaluated, broken })}\n`,
};

const json: BatchFormat = {
  head: () => '[\n',
  row: (result) => JSON.stringify(rowOf(result)),
  between: ',\n',
  tail: () => '\n]\n',
};

const formats = { table, json, ndjson } as const satisfies Record<string, BatchFormat>;

/** Ids of all formats of a batch. */
export const batchFormats = ['table', 'json', 'ndjson'] as const;

export async function loadBatchFormat(id: (typeof batchFormats)[number]): Promise<BatchFormat> {
  return formats[id];
}
