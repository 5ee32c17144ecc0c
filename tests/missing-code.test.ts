import { cp, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { run, start } from './support/real-program.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const root = path.join(import.meta.dirname, '..');

/** The package as it is installed, in a folder where it can be taken apart. */
async function installed(): Promise<{ readonly folder: string; readonly program: string }> {
  const folder = await temporaryFolder();
  for (const part of ['bin', 'dist', 'questionnaires', 'templates', 'package.json']) {
    await cp(path.join(root, part), path.join(folder, part), { recursive: true });
  }
  return { folder, program: path.join(folder, 'bin/messenger-check.js') };
}

test('an answer is saved although the program was replaced while its question waited', async () => {
  const { folder, program } = await installed();
  const { child, err, ended } = start(['assess', 'a.yaml', '--accessible'], { cwd: folder, program });
  await expect.poll(err, { timeout: 10_000 }).toContain('Welche Stelle wird geprüft?');
  // Longer than it takes to load what saves.
  await sleep(1000);
  await rm(path.join(folder, 'dist'), { recursive: true });
  child.stdin?.end('Stadt Musterhausen\n');
  const { code } = await ended;
  expect(code).toBe(130);
  expect(parse(await readFile(path.join(folder, 'a.yaml'), 'utf8')).subject).toMatchObject({
    organisation: 'Stadt Musterhausen',
  });
});

test('a part of the program that is missing is told as that, and not as a file that cannot be read', async () => {
  const { folder, program } = await installed();
  const dist = path.join(folder, 'dist');
  const part = (await readdir(dist)).find((file) => file.startsWith('read-files-'));
  await rm(path.join(dist, part ?? ''));
  const { code, err } = await run(['evaluate', 'questionnaires/examples/kommune-whatsapp.yaml'], {
    cwd: folder,
    program,
  });
  expect(err).toMatch(/^Ein Teil von messenger-check fehlt\.\n {2}.*neu installieren/);
  expect(code).toBe(2);
});
