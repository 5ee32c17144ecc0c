import type { Catalogue } from '../domain/catalogue.ts';
import { assessmentSchema } from './assessment-schema.ts';
import {
  contradictionsSchema,
  evidenceSchema,
  inconsistenciesSchema,
  profileSchema,
  sourcesSchema,
} from './catalogue-schemas.ts';
import type { JsonSchema } from './parts.ts';
import { questionnaireSchema, questionsSchema } from './questionnaire-schema.ts';

/**
 * The JSON Schemas of all files that people write, by file name: for editors, to complete and check while typing. They
 * offer the ids of the given catalogue and accept others, since a folder of the user's own may define them. What the
 * loader says counts; the schemas say what can be said of one file alone.
 */
export function fileSchemas(catalogue: Catalogue, assessmentFormat: string): ReadonlyMap<string, JsonSchema> {
  return new Map([
    ['assessment.schema.json', assessmentSchema(catalogue, assessmentFormat)],
    ['questionnaire.schema.json', questionnaireSchema(catalogue)],
    ['questions.schema.json', questionsSchema(catalogue)],
    ['sources.schema.json', sourcesSchema()],
    ['evidence.schema.json', evidenceSchema(catalogue)],
    ['contradictions.schema.json', contradictionsSchema(catalogue)],
    ['inconsistencies.schema.json', inconsistenciesSchema(catalogue)],
    ['profile.schema.json', profileSchema(catalogue)],
  ]);
}
