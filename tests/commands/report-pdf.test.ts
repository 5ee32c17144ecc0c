import { readdir, writeFile } from 'node:fs/promises';
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

  test.each([
    { name: 'letters', note: 'x'.repeat(1_200_000) },
    { name: 'signs that no font at hand may show', note: '👩‍👩‍👧'.repeat(30_000) },
  ])('refuses what would take the compiler gigabytes, and says what to do instead: $name', async ({ note }) => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'a.yaml');
    const answers = `answers:\n  sector: { value: school, note: ${note} }\n`;
    await writeFile(file, `format: messenger-check/assessment@1\n${answers}`);
    const io = fakeIo();
    const output = path.join(folder, 'vermerk.pdf');
    expect(await main(['report', file, '--format', 'pdf', '--depth', 'annex', '--output', output], io)).toBe(2);
    expect(io.err()).toContain('Der Vermerk ist zu lang für ein PDF.\n  Lange Unterlagen');
    expect(io.err()).toContain('--format html oder docx');
    expect(await readdir(folder)).toEqual(['a.yaml']);
  });

  test('writes nothing to a terminal, and says what to do instead', async () => {
    const io = fakeIo({ isTerminal: true });
    expect(await main(command, io)).toBe(2);
    expect(io.out()).toBe('');
    expect(io.err()).toContain('--output vermerk.pdf');
  });
});
