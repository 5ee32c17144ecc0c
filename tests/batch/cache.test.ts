import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openCache } from '../../src/batch/cache.ts';
import { evaluateFile } from '../../src/batch/evaluate-file.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { inputFile } from '../../src/files/input-file.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const decaying = `format: messenger-check/assessment@1
answers:
  sector: { value: school, evidence: [ { text: a, validUntil: 2026-11-25 } ] }
  state: { value: nw, evidence: [ { text: a, validUntil: 2026-12-31 } ] }
  e2ee-messages: { value: "yes", evidence: [ { text: b, validUntil: 2027-01-31 } ] }
exceptions: [ { requirement: BFDI-07, reason: r, approvedBy: b, from: 2026-12-01, until: 2026-12-05 } ]
`;
const file = inputFile('a.yaml', new TextEncoder().encode(decaying));

function using(folder: string, date: string, { catalogue = shippedCatalogue, version = '1' } = {}) {
  const options = { catalogue, language: 'de' as const, date };
  const cache = openCache({ ...options, folder, version });
  return {
    ...cache,
    fresh: () => evaluateFile(file, options),
    /** As a batch does it. */
    result: async () => {
      const known = cache.get(file);
      if (known) return { isKnown: true, result: known };
      const result = await evaluateFile(file, options);
      cache.put(result);
      return { isKnown: false, result };
    },
  };
}

async function entriesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.json')).map((name) => path.join(folder, name));
}

test('results are the same as without it, while days pass on which something runs out or begins', async () => {
  const folder = await temporaryFolder();
  const days = ['2026-11-20', '2026-11-25', '2026-11-26', '2026-11-30', '2026-12-01', '2026-12-05', '2026-12-06'];
  const known: boolean[] = [];
  for (const day of [...days, '2026-12-31', '2027-01-01', '2027-01-31', '2027-02-01', '2031-01-01', '2026-11-01']) {
    const { fresh, result } = using(folder, day);
    const is = await result();
    expect(JSON.stringify(is.result), day).toBe(JSON.stringify(await fresh()));
    known.push(is.isKnown);
  }
  // New on the day after the first proof and on those of the exception; known on all others but an earlier one.
  expect(known).toEqual([
    ...[false, true, false, true, false, true, false],
    ...[true, false, true, false, true, false],
  ]);
});

test('an entry is used for the same content under any name, and says that name', async () => {
  const folder = await temporaryFolder();
  const { get, result } = using(folder, '2026-11-20');
  await result();
  expect(get({ ...file, name: 'other.yaml' })).toMatchObject({ file: 'other.yaml', date: '2026-11-20' });
});

test('other questionnaires, another version and another language know nothing of it', async () => {
  const folder = await temporaryFolder();
  await using(folder, '2026-11-20').result();
  const [first, ...files] = shippedCatalogue.files;
  const catalogue: Catalogue = { ...shippedCatalogue, files: [{ ...first, name: 'x', sha256: 'y' }, ...files] };
  expect(using(folder, '2026-11-20', { catalogue }).get(file)).toBeUndefined();
  expect(using(folder, '2026-11-20', { version: '2' }).get(file)).toBeUndefined();
  expect(using(folder, '2026-11-20').get(file)).toBeDefined();
});

test.each([
  { name: 'cut off', damage: (text: string) => text.slice(0, -100) },
  { name: 'empty', damage: () => '' },
  { name: 'changed', damage: (text: string) => text.replace('"undetermined"', '"permissible"') },
  { name: 'something else', damage: () => '{}\n{}' },
])('an entry that is $name is made anew', async ({ damage }) => {
  const folder = await temporaryFolder();
  await using(folder, '2026-11-20').result();
  const [entry = ''] = await entriesIn(folder);
  const whole = await readFile(entry, 'utf8');
  const damaged = damage(whole);
  expect(damaged).not.toBe(whole);
  await writeFile(entry, damaged);
  expect(await using(folder, '2026-11-20').result()).toMatchObject({ isKnown: false });
  expect(await readFile(entry, 'utf8')).toBe(whole);
});

test('broken files are not kept, and a folder that cannot be written to changes nothing', async () => {
  const folder = await temporaryFolder();
  const { put, fresh } = using(folder, '2026-11-20');
  put({ kind: 'broken', file: 'a', problems: [] });
  expect(await readdir(folder)).toEqual([]);
  await writeFile(path.join(folder, 'file'), '');
  using(path.join(folder, 'file'), '2026-11-20').put(await fresh());
  expect(await readdir(folder)).toEqual(['file']);
});
