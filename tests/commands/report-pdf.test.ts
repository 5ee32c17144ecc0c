import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { packageRoot } from '../../src/package-root.ts';
import { fakeIo } from '../support/fake-io.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const command = ['report', path.join(packageRoot, 'tests/fixtures/all-partial.yaml'), '--format', 'pdf'];

describe('report --format pdf', () => {
  test('writes bytes to a pipe, of which verify says that there is nothing to verify', async () => {
    const pipe = fakeIo();
    expect(await main([...command, '--depth', 'brief', '--exit-zero'], pipe)).toBe(0);
    expect(pipe.err()).toBe('');
    const file = path.join(await temporaryFolder(), 'vermerk.pdf');
    await writeFile(file, pipe.out(), 'latin1');
    const io = fakeIo();
    expect(await main(['verify', file], io)).toBe(2);
    expect(io.out()).toBe('');
    expect(io.err()).toMatch(/ist ein PDF.*enthält keine Daten.*\n.*--format html/);
  });

  test('writes nothing to a terminal, and says what to do instead', async () => {
    const io = fakeIo({ isTerminal: true });
    expect(await main(command, io)).toBe(2);
    expect(io.out()).toBe('');
    expect(io.err()).toContain('--output vermerk.pdf');
  });
});
