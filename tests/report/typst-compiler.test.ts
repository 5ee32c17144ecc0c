import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { packageRoot } from '../../src/package-root.ts';
import { loadTypst } from '../../src/report/typst-compiler.ts';
import { wordings } from '../../src/wording/wording.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const name = '@myriaddreamin/typst-ts-node-compiler';

/** A folder with a package of that name installed. */
async function folderWith(code: string): Promise<string> {
  const folder = await temporaryFolder();
  const installed = path.join(folder, 'node_modules', name);
  await mkdir(installed, { recursive: true });
  await writeFile(path.join(installed, 'index.js'), code);
  return folder;
}

function failure(folders: readonly string[], language: 'de' | 'en' = 'de'): UserError {
  try {
    loadTypst(folders, wordings[language].pdf);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('it was loaded');
}

describe('the compiler of the PDF', () => {
  test.each([
    ['de', /fehlt das Paket @myriaddreamin/],
    ['en', /needs the package @myriaddreamin.*not installed/],
  ] as const)('that is missing is asked for with the line that installs it (%s)', async (language, what) => {
    const { message, hint } = failure([await temporaryFolder()], language);
    expect(message).toMatch(what);
    const { peerDependencies, peerDependenciesMeta } = JSON.parse(
      await readFile(path.join(packageRoot, 'package.json'), 'utf8'),
    );
    const wanted = /npm install @myriaddreamin\/typst-ts-node-compiler@(\S+)/.exec(hint)?.[1];
    expect(peerDependencies).toEqual({ [name]: `^${wanted}.0` });
    expect(peerDependenciesMeta[name]).toEqual({ optional: true });
  });

  test('is found from any of the folders', async () => {
    expect(loadTypst([await temporaryFolder(), packageRoot], wordings.de.pdf)).toBeTypeOf('function');
  });

  test('that cannot write PDF/UA yet is too old', async () => {
    const folder = await folderWith('exports.PdfStandard = { A_2b: "a-2b" };');
    expect(failure([folder]).message).toContain('zu alt');
  });

  test('that does not run here is no bug of ours, and says why', async () => {
    const { message, cause } = failure([await folderWith('throw new Error("no native binding");')]);
    expect(message).toContain('lässt sich auf diesem Rechner nicht laden');
    expect(cause).toEqual(new Error('no native binding'));
  });

  test('says what is wrong with a template', () => {
    const compile = loadTypst([packageRoot], wordings.de.pdf);
    expect(() => compile('#nothing', '{}')).toThrow('unknown variable: nothing');
  });
});
