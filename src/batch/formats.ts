import type { BatchFormat } from './batch-format.ts';

/** Every way to print a batch. */
export const batchFormats = ['table', 'json', 'ndjson', 'csv', 'junit', 'sarif', 'oscal'] as const;
export type BatchFormatId = (typeof batchFormats)[number];

/** Each is loaded only when it is asked for. */
const loaders: Readonly<Record<BatchFormatId, () => Promise<BatchFormat>>> = {
  table: async () => (await import('./table.ts')).table,
  json: async () => (await import('./json.ts')).json,
  ndjson: async () => (await import('./ndjson.ts')).ndjson,
  csv: async () => (await import('./csv.ts')).csv,
  junit: async () => (await import('./junit.ts')).junit,
  sarif: async () => (await import('./sarif.ts')).sarif,
  oscal: async () => (await import('./oscal.ts')).oscal,
};

/** The format of that name. */
export function loadBatchFormat(id: BatchFormatId): Promise<BatchFormat> {
  return loaders[id]();
}
