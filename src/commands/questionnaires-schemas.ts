import { assessmentFormat } from '../domain/assessment.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { fileSchemas } from '../schema/index.ts';
import { type CommonOptions, readCatalogue, writeResult } from './inputs.ts';

export interface SchemasOptions extends CommonOptions {
  /** An existing folder. */
  readonly folder: string;
}

/** Writes the JSON Schemas of all files that people write, with the questions of their own folders, for editors. */
export async function writeSchemas({ folder, ...options }: SchemasOptions, io: Io): Promise<ExitCode> {
  const catalogue = await readCatalogue(options, io);
  for (const [name, schema] of fileSchemas(catalogue, assessmentFormat)) {
    const output = `${folder}/${name}`;
    await writeResult(`${JSON.stringify(schema, null, 2)}\n`, { ...options, output }, io);
  }
  return exitCodes.good;
}
