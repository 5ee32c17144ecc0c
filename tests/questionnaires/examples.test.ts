import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { main } from '../../src/main.ts';
import { fakeIo } from '../support/fake-io.ts';
import { readFixture } from '../support/read-fixture.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';

const folder = path.join(import.meta.dirname, '../../questionnaires/examples');
const examples = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const verdicts: Readonly<Record<string, { verdict: string; basis: string; code: number }>> = {
  'kommune-whatsapp.yaml': { verdict: 'impermissible', basis: 'orientation', code: 1 },
  'bund-matrix.yaml': { verdict: 'conditional', basis: 'binding', code: 0 },
};

describe.each(examples)('the worked example %s', (file) => {
  test('comes to the verdict it is meant to show', async () => {
    const { overall } = evaluate(shippedCatalogue, await readFixture(path.join(folder, file)), '2026-11-23');
    expect({ verdict: overall.verdict, basis: overall.basis }).toEqual({
      verdict: verdicts[file]?.verdict,
      basis: verdicts[file]?.basis,
    });
  });

  test('answers every question that is asked', async () => {
    const { agenda, answers } = evaluate(shippedCatalogue, await readFixture(path.join(folder, file)), '2026-11-23');
    const asked = agenda.flatMap(({ items }) => items.filter((item) => item.asked === 'true' && item.isNeeded));
    expect(asked.filter(({ key }) => !answers.has(key))).toEqual([]);
  });

  test.each([
    { format: 'markdown', language: 'de', suffix: 'de.md' },
    { format: 'markdown', language: 'en', suffix: 'en.md' },
  ])('makes the memo that was read and found good, as $format in $language', async ({ format, language, suffix }) => {
    const io = fakeIo();
    const name = path.relative(process.cwd(), path.join(folder, file));
    const args = ['report', name, '--format', format, '--lang', language, '--date', '2026-11-23'];
    expect(await main(args, io)).toBe(verdicts[file]?.code);
    // Digests and the program's version are facts of the checkout, not of the memo.
    const memo = io
      .out()
      .replaceAll(/\b[0-9a-f]{64}\b/g, '(digest)')
      .replaceAll(/messenger-check \d+\.\d+\.\d+/g, 'messenger-check (version)');
    await expect(memo).toMatchFileSnapshot(`memos/${path.basename(file, '.yaml')}.${suffix}`);
  });
});
