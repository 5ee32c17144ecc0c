import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { describe, expect, test } from 'vitest';
import { assessmentFormat } from '../../src/domain/assessment.ts';
import { fileSchemas } from '../../src/schema/index.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';

const folder = path.join(import.meta.dirname, '../../questionnaires');
const shippedSchema = (name: string) => JSON.parse(readFileSync(path.join(folder, 'schema', name), 'utf8'));

describe('the schemas that ship', () => {
  test.each([...fileSchemas(shippedCatalogue, assessmentFormat)])(
    '%s is made of the questionnaires that ship: npm run schemas renews it',
    (name, schema) => {
      expect(shippedSchema(name)).toEqual(schema);
    },
  );

  test.each([
    { name: 'report', path: 'src/report/report.ts', type: 'Report' },
    { name: 'row', path: 'src/domain/batch.ts', type: 'BatchRow' },
  ])('$name.schema.json is made of its type: npm run schemas renews it', ({ name, path: file, type }) => {
    const root = path.join(import.meta.dirname, '../..');
    const tsconfig = path.join(root, 'tsconfig.json');
    const generator = createGenerator({ path: path.join(root, file), tsconfig, type, skipTypeCheck: true });
    const made = JSON.parse(JSON.stringify(generator.createSchema(type)));
    expect(shippedSchema(`${name}.schema.json`)).toEqual(made);
  });

  test('are files of this package alone: they refer to no address that an editor would fetch', () => {
    for (const file of readdirSync(path.join(folder, 'schema'))) {
      const refs = readFileSync(path.join(folder, 'schema', file), 'utf8').match(/"\$ref": "[^#][^"]*"/g);
      expect(refs, file).toBeNull();
    }
  });
});
