import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { InputFile, Loaded } from '../domain/input-issue.ts';
import { loadFlawlessAssessment } from './load-flawless-assessment.ts';

/** What `loadAssessment` gives; the parser of all of YAML is loaded with the first file that needs it. */
export async function loadAssessmentLean(file: InputFile, catalogue: Catalogue): Promise<Loaded<Assessment>> {
  const flawless = loadFlawlessAssessment(file, catalogue);
  if (flawless !== undefined) return { ok: true, value: flawless, warnings: [] };
  const { loadAssessment } = await import('./load-assessment.ts');
  return loadAssessment(file, catalogue);
}
