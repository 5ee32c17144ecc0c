import { expect, test } from 'vitest';
import { readShippedFiles } from '../../src/commands/inputs.ts';
import { compileCatalogue, compiledCatalogue } from '../../src/load/compiled-catalogue.ts';
import { loadCatalogue } from '../../src/load/load-catalogue.ts';
import { fakeIo } from '../support/fake-io.ts';

const files = await readShippedFiles('en', fakeIo());
const loaded = loadCatalogue(files);
const bytes = loaded.ok ? compileCatalogue(loaded.value, files) : new Uint8Array();

test('a compiled catalogue is the catalogue of its files, to the last value', () => {
  expect(compiledCatalogue(bytes, files)).toStrictEqual(loaded.ok && loaded.value);
});

test.each([
  { name: 'one file changed', others: files.map((file, index) => (index === 3 ? { ...file, sha256: '0' } : file)) },
  { name: 'one file more', others: [...files, { ...files[0], name: 'own.yaml' }] },
  { name: 'one file less', others: files.slice(1) },
])('stands for no other files: $name', ({ others }) => {
  expect(compiledCatalogue(bytes, others as typeof files)).toBeUndefined();
});

test('bytes that are cut off, or no catalogue, are none', () => {
  expect(compiledCatalogue(bytes.slice(0, 1000), files)).toBeUndefined();
  expect(compiledCatalogue(new TextEncoder().encode('{}'), files)).toBeUndefined();
});
