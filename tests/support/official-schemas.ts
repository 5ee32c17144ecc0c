import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv } from 'ajv';

const require = createRequire(import.meta.url);
/** They are not ours to pass on: `MESSENGER_CHECK_SCHEMAS` says where they lie, if not beside the project. */
const folder = process.env.MESSENGER_CHECK_SCHEMAS ?? path.join(import.meta.dirname, '../../../shared/schemas');
const isThere = existsSync(folder);
if (!isThere) {
  process.stderr.write(`\n!!! ${folder} is missing: NOT CHECKING against the schemas of OSCAL and JUnit in it.\n\n`);
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
/** RFC 3986: no blank, no control character, and a percent sign only before two digits. */
const reference = /^([A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/;

/** Every mistake in a document, by an official schema; none where it is valid, or the schema is missing. */
export type Check = (document: unknown) => readonly string[];

export const mistakesInOscal: Readonly<Record<'assessment-results' | 'catalog', Check>> = {
  'assessment-results': oscal('assessment-results'),
  catalog: oscal('catalog'),
};

export const mistakesInSarif = checkBy(
  require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
  // One of its patterns is none where those are read as Unicode.
  false,
);

/** `undefined` where it is missing. */
export const junitSchema = isThere ? readFileSync(path.join(folder, 'junit-10.xsd'), 'utf8') : undefined;

function oscal(model: string): Check {
  return isThere ? checkBy(path.join(folder, `oscal_${model}_schema.json`), true) : () => [];
}

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
