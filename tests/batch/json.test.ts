import { describe, expect, test } from 'vitest';
import { rowOf } from '../../src/domain/batch.ts';
import { contextIn, inBothLanguages, printed } from '../support/batch.ts';

describe.each(inBothLanguages)('rows in $language', ({ language, results }) => {
  const context = contextIn(language);
  // What JSON cannot hold, such as `undefined`, must not be in them either.
  const rows = results.map(rowOf);

  test('json is an array of them', async () => {
    expect(JSON.parse(await printed('json', results, context))).toEqual(rows);
  });

  test('ndjson has one a line, whatever line breaks the texts have', async () => {
    const lines = (await printed('ndjson', results, context)).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual(rows);
  });

  test('no file is an empty array, and no line', async () => {
    expect(JSON.parse(await printed('json', [], context))).toEqual([]);
    expect(await printed('ndjson', [], context)).toBe('');
  });
});
