import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { packageRoot } from '../../src/package-root.ts';
import { fakeIo } from '../support/fake-io.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const command = ['report', path.join(packageRoot, 'tests/fixtures/all-partial.yaml'), '--format', 'pdf'];

describe('report --format pdf', () => {
  test('writes to a file or a pipe, the same bytes, and verify says that there is nothing to verify', async () => {
    const output = path.join(await temporaryFolder(), 'vermerk.pdf');
    expect(await main([...command, '--output', output], fakeIo())).toBe(0);
    const written = await readFile(output);
    expect(written.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const pipe = fakeIo();
    expect(await main(command, pipe)).toBe(0);
    expect(pipe.out()).toBe(written.toString('latin1'));
    for (const [language, words] of [
      ['de', /ist ein PDF.*enthält keine Daten.*\n.*--format html/],
      ['en', /is a PDF.*carries no data.*\n.*--format html/],
    ] as const) {
      const io = fakeIo();
      expect(await main(['verify', output, '--lang', language], io)).toBe(2);
      expect(io.out()).toBe('');
      expect(io.err()).toMatch(words);
    }
  });

  test('writes nothing to a terminal, and says what to do instead', async () => {
    const io = fakeIo({ isTerminal: true });
    expect(await main(command, io)).toBe(2);
    expect(io.out()).toBe('');
    expect(io.err()).toContain('--output vermerk.pdf');
  });
});
