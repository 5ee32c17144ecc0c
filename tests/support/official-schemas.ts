import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv } from 'ajv';

const require = createRequire(import.meta.url);
const folder = path.join(import.meta.dirname, '../fixtures/schemas');

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
/** RFC 3986: no blank, no control character, and a percent sign only before two digits. */
const reference = /^([A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/;

/** Every mistake in a document, by an official schema; none where it is valid. */
export type Check = (document: unknown) => readonly string[];

export const mistakesInOscal: Readonly<Record<'assessment-results' | 'catalog', Check>> = {
  'assessment-results': checkBy(path.join(folder, 'oscal_assessment-results_schema.json'), true),
  catalog: checkBy(path.join(folder, 'oscal_catalog_schema.json'), true),
};

export const mistakesInSarif = checkBy(
  require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
  // One of its patterns is none where those are read as Unicode.
  false,
);

export const junitSchema = readFileSync(path.join(folder, 'junit-10.xsd'), 'utf8');

function checkBy(file: string, unicodeRegExp: boolean): Check {
  const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
  // The schemas are not ours to correct.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp });
  ajv.addFormat('uri', (text: string) => reference.test(text) && URL.canParse(text));
  ajv.addFormat('uri-reference', reference);
  ajv.addFormat('date-time', dateTime);
  ajv.addFormat('email', /^\S+@\S+$/);
  const validate = ajv.compile(schema);
  return (document) => {
    validate(document);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}
