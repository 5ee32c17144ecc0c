import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findInputs } from '../../src/batch/find-inputs.ts';
import { writeFiles } from '../support/files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** What is found, as names from the folder on, broken ones with the reason. */
async function found(folder: string, ...names: readonly string[]): Promise<readonly string[]> {
  const { inputs } = await findInputs(names.map((name) => (name === '-' ? name : path.join(folder, name))));
  return inputs.map((input) => {
    const name = input.name.startsWith(folder) ? input.name.slice(folder.length + 1) : input.name;
    if (input.kind !== 'broken') return input.kind === 'file' ? name : `${input.form} of ${name}`;
    return `${name}: ${input.problem.kind === 'system' ? input.problem.code : input.problem.kind}`;
  });
}

async function folderWith(...names: readonly string[]): Promise<string> {
  const folder = await temporaryFolder();
  await writeFiles(folder, Object.fromEntries(names.map((name) => [name, ''])));
  return folder;
}

test('a folder gives all answer files in it, in the order of their paths, but no hidden ones and no packages', async () => {
  const folder = await folderWith(
    ...['b.yaml', 'a/z.json', 'a.yml', 'a/deep/er/x.yaml', 'B.yaml', 'ä.yaml', 'note.txt', 'rows.ndjson'],
    ...['.hidden/x.yaml', '.x.yaml', 'node_modules/x.json', 'a/node_modules/y.json'],
  );
  const expected = ['B.yaml', 'a.yml', 'a/deep/er/x.yaml', 'a/z.json', 'b.yaml', 'ä.yaml'];
  expect(await found(folder, '')).toEqual(expected);
});

test('arguments keep their order, and a file is taken whatever it is called', async () => {
  const folder = await folderWith('b.yaml', 'a.yaml', 'answers', '.hidden/x.yaml');
  expect(await found(folder, 'b.yaml', 'answers', '-', '.hidden', 'a.yaml')).toEqual([
    ...['b.yaml', 'answers', 'either of -', '.hidden/x.yaml', 'a.yaml'],
  ]);
});

test('what is reached twice counts once, where it is found first', async () => {
  const folder = await folderWith('a/x.yaml', 'a/y.yaml');
  await symlink('x.yaml', path.join(folder, 'a/z.yaml'));
  await symlink('a', path.join(folder, 'b'));
  expect(await found(folder, 'a/y.yaml', '', 'b', 'a/*.yaml', '-', '-')).toEqual([
    'a/y.yaml',
    'a/x.yaml',
    'either of -',
  ]);
});

test.each([
  { pattern: '*.yaml', expected: ['a.yaml', 'b.yaml'] },
  { pattern: '**/*.yaml', expected: ['a.yaml', 'b.yaml', 'one/a.yaml', 'one/two/a.yaml'] },
  { pattern: 'one/**/a.*', expected: ['one/a.txt', 'one/a.yaml', 'one/two/a.yaml'] },
  { pattern: '{a,b}.yaml', expected: ['a.yaml', 'b.yaml'] },
  { pattern: '[bc].yaml', expected: ['b.yaml'] },
  { pattern: 'o*', expected: ['one/a.yaml', 'one/two/a.yaml'] },
  { pattern: 'x*.yaml', expected: ['x*.yaml: no-match'] },
  { pattern: 'gone/*.yaml', expected: ['gone/*.yaml: no-match'] },
])('the pattern $pattern is read here, as not every shell does it', async ({ pattern, expected }) => {
  const folder = await folderWith('a.yaml', 'b.yaml', 'one/a.yaml', 'one/a.txt', 'one/two/a.yaml');
  expect(await found(folder, pattern)).toEqual(expected);
});

test('a file whose name looks like a pattern is a file', async () => {
  const folder = await folderWith('a[1].yaml', 'a1.yaml');
  expect(await found(folder, 'a[1].yaml')).toEqual(['a[1].yaml']);
});

test('loops, dangling links, pipes and folders with the name of a file stop nothing and are said', async () => {
  const folder = await folderWith('a/x.yaml', 'notes');
  await symlink('..', path.join(folder, 'a/up'));
  await symlink('self.yaml', path.join(folder, 'self.yaml'));
  await symlink('gone', path.join(folder, 'gone.yaml'));
  await symlink('gone', path.join(folder, 'gone.txt'));
  await mkdir(path.join(folder, 'folder.yaml'));
  execFileSync('mkfifo', [path.join(folder, 'pipe.yaml'), path.join(folder, 'pipe')]);
  expect(await found(folder, '', 'missing.yaml')).toEqual([
    ...[
      'a/x.yaml',
      'folder.yaml: folder-named-like-file',
      'gone.yaml: ENOENT',
      'pipe.yaml: not-a-file',
      'self.yaml: ELOOP',
    ],
    'missing.yaml: ENOENT',
  ]);
});

test('a pipe that is named is read', async () => {
  const folder = await temporaryFolder();
  execFileSync('mkfifo', [path.join(folder, 'pipe')]);
  expect(await found(folder, 'pipe')).toEqual(['either of pipe']);
});

test('lines of a file that says so are read one by one', async () => {
  expect(await found(await folderWith('a.ndjson'), 'a.ndjson', '*.ndjson')).toEqual(['lines of a.ndjson']);
});

test('links lead to what was named, and to nothing else', async () => {
  const folder = await folderWith('in/a/x.yaml', 'in/b.yaml', 'out/secret.yaml', 'out/deep/more.yaml', 'other/o.yaml');
  await symlink('../../out/secret.yaml', path.join(folder, 'in/a/link.yaml'));
  await symlink('../../out/secret.yaml', path.join(folder, 'in/a/link.txt'));
  await symlink('../out', path.join(folder, 'in/out'));
  await symlink('a', path.join(folder, 'in/within'));
  await symlink('in', path.join(folder, 'named'));
  await symlink('out/secret.yaml', path.join(folder, 'named.yaml'));
  const expected = ['a/link.yaml: leads-out', 'a/x.yaml', 'b.yaml', 'out: leads-out'];
  expect(await found(folder, 'in')).toEqual(expected.map((name) => `in/${name}`));
  expect(await found(folder, 'named', 'named.yaml')).toEqual([
    'named/a/link.yaml',
    'named/a/x.yaml',
    'named/b.yaml',
    'named/out: leads-out',
  ]);
  expect(await found(folder, 'in/*.yaml')).toEqual(['in/b.yaml']);
  expect(await found(folder, 'in/a/*')).toEqual([
    'in/a/link.txt: leads-out',
    'in/a/link.yaml: leads-out',
    'in/a/x.yaml',
  ]);
  expect(await found(folder, 'in/**/*.yaml')).toEqual(expected.map((name) => `in/${name}`));
  // What was named as well is not out of it.
  expect(await found(folder, 'in/a', 'out')).toEqual(['in/a/link.yaml', 'in/a/x.yaml', 'out/deep/more.yaml']);
});

test('a folder that begins like the named one is not within it', async () => {
  const folder = await folderWith('in/a.yaml', 'in2/b.yaml', 'in/..c/d.yaml');
  await symlink('../in2/b.yaml', path.join(folder, 'in/link.yaml'));
  await symlink('..c/d.yaml', path.join(folder, 'in/dots.yaml'));
  expect(await found(folder, 'in')).toEqual(['in/a.yaml', 'in/dots.yaml', 'in/link.yaml: leads-out']);
});

test('entries of a cache are no answer files, what is only called like one is', async () => {
  const key = `ab${'0'.repeat(62)}`;
  const folder = await folderWith('a.yaml', `cache/ab/${key}.json`, `other/ab/${key}.json`, `cd/${key}.json`);
  await writeFile(path.join(folder, `cache/ab/${key}.json`), `${'0'.repeat(64)}\n{"kind":"evaluated"}`);
  expect(await found(folder, '', '**/*.json')).toEqual(['a.yaml', `cd/${key}.json`, `other/ab/${key}.json`]);
});
