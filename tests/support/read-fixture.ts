import path from 'node:path';
import { readAssessment } from '../../src/commands/inputs.ts';
import type { Assessment } from '../../src/domain/assessment.ts';
import { processIo } from '../../src/io.ts';
import { shippedCatalogue } from './shipped-catalogue.ts';

/** An answer file of `tests/fixtures/`, or another by its path, read against the questionnaires that ship. */
export async function readFixture(name: string): Promise<Assessment> {
  const file = path.isAbsolute(name) ? name : path.join(import.meta.dirname, '../fixtures', name);
  const { assessment } = await readAssessment(file, { catalogue: shippedCatalogue, language: 'en' }, processIo);
  return assessment;
}
