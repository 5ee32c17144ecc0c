import { execFileSync } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { fakeIo } from './support/fake-io.ts';
import { describeWith } from './support/needs.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const root = path.join(import.meta.dirname, '..');

async function candidates(...words: readonly string[]): Promise<readonly string[]> {
  const io = fakeIo();
  expect(await main(['completion', 'bash', '--', ...words], io)).toBe(0);
  return io.out().split('\n').filter(Boolean);
}

test.each([
  { name: 'commands', words: ['ev'], expected: ['evaluate'] },
  { name: 'commands in a command', words: ['messengers', ''], expected: ['list', 'show', 'help'] },
  { name: 'options', words: ['evaluate', '--fail'], expected: ['--fail-on'] },
  { name: 'values of an option', words: ['report', 'a.yaml', '--format', 'd'], expected: ['docx'] },
  { name: 'values after =', words: ['report', '--format=d'], expected: ['--format=docx'] },
  { name: 'values after = as bash tears it apart', words: ['report', '--format', '=', 'd'], expected: ['docx'] },
  { name: 'all values after a = as bash tears it apart', words: ['assess', '--lang', '='], expected: ['de', 'en'] },
  { name: 'languages', words: ['assess', '--lang', ''], expected: ['de', 'en'] },
  { name: 'shells', words: ['completion', ''], expected: ['bash', 'zsh', 'fish'] },
  { name: 'messengers', words: ['messengers', 'show', 'threema-o'], expected: ['threema-onprem'] },
  { name: 'messengers to compare', words: ['compare', 'a.yaml', '--profiles', 'sig'], expected: ['signal'] },
  {
    name: 'further messengers to compare',
    words: ['compare', 'a.yaml', '--profiles', 'signal', 'thr'],
    expected: ['threema-onprem', 'threema-work', 'threema'],
  },
  { name: 'no messenger twice', words: ['compare', 'a.yaml', '--profiles', 'signal', 'sig'], expected: [] },
  { name: 'options after a list', words: ['compare', '--profiles', 'signal', '--lan'], expected: ['--lang'] },
  { name: 'formats of a batch', words: ['evaluate', 'a', '--format', 'j'], expected: ['json', 'junit'] },
  { name: 'what to redact', words: ['report', 'a.yaml', '--redact', ''], expected: ['notes', 'evidence', 'names'] },
  { name: 'more to redact', words: ['report', '--redact', 'notes,'], expected: ['notes,evidence', 'notes,names'] },
  { name: 'more of a list after =', words: ['report', '--redact=notes,e'], expected: ['--redact=notes,evidence'] },
  { name: 'commands to explain', words: ['help', 'ev'], expected: ['evaluate'] },
  { name: 'questionnaires', words: ['questionnaires', 'show', 'bfdi-l'], expected: ['bfdi-leitfragen'] },
  { name: 'questionnaires of a form', words: ['init', '--only', 'bfdi-l'], expected: ['bfdi-leitfragen'] },
  { name: 'nothing where a file is wanted', words: ['report', ''], expected: [] },
  {
    name: 'nothing where a folder of questionnaires is wanted',
    words: ['evaluate', '--questionnaires', ''],
    expected: [],
  },
])('completes $name', async ({ words, expected }) => {
  expect(await candidates(...words)).toEqual(expected);
});

test('completes ids of own questionnaires, and none where their folder cannot be read', async () => {
  const own = path.join(root, 'questionnaires/examples/hausregeln-klinikum');
  expect(await candidates('questionnaires', 'show', '--questionnaires', own, 'klin')).toEqual(['klinikum-hausregeln']);
  expect(await candidates('questionnaires', 'show', '--questionnaires', '/nowhere', '')).toEqual([]);
});

/** A folder with the program as it is built, under its name. */
async function installed(): Promise<string> {
  const bin = path.join(await temporaryFolder(), 'bin');
  const program = path.join(bin, 'messenger-check');
  await mkdir(bin);
  await writeFile(program, `#!/bin/sh\nexec '${process.execPath}' '${root}/bin/messenger-check.js' "$@"\n`);
  await chmod(program, 0o755);
  return bin;
}

async function run(shell: string, args: readonly string[]): Promise<readonly string[]> {
  const env = { ...process.env, PATH: `${await installed()}:${process.env.PATH}` };
  return execFileSync(shell, args, { env, encoding: 'utf8' }).split('\n').filter(Boolean);
}

describeWith('bash', 'completion in bash', (bash) => {
  test('offers what the script of the program finds', async () => {
    const ask = (line: string, at: number) =>
      `COMP_WORDS=(${line}); COMP_CWORD=${at}; _messenger_check; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const script = [
      'set -e',
      'eval "$(messenger-check completion bash)"',
      'complete -p messenger-check',
      ask('messenger-check messengers show threema-o', 3),
      ask('messenger-check report --format = d', 4),
      ask("messenger-check report ''", 2),
    ];
    expect(await run(bash, ['--norc', '-c', script.join('\n')])).toEqual([
      'complete -o bashdefault -o default -F _messenger_check messenger-check',
      'threema-onprem',
      'docx',
    ]);
  });
});

describeWith('fish', 'completion in fish', (fish) => {
  test('offers what the script of the program finds, with what it means', async () => {
    const line = 'messenger-check messengers show threema-o';
    const script = `messenger-check completion fish | source; complete -C '${line}'; complete -C 'messenger-check messengers '`;
    const found = await run(fish, ['--no-config', '-c', script]);
    expect(found.map((one) => one.split('\t')[0])).toEqual(['threema-onprem', 'help', 'list', 'show']);
    expect(found[1]).toMatch(/\t./);
  });
});

describeWith('zsh', 'completion in zsh', (zsh) => {
  test('hands what the script of the program finds to the shell', async () => {
    const script = [
      'compdef() { print "$@" }',
      `compadd() { print -l -- "\${(@P)2}" }`,
      '_files() { print files }',
      'eval "$(messenger-check completion zsh)"',
      'words=(messenger-check messengers show threema-o); CURRENT=4; _messenger-check',
      "words=(messenger-check report ''); CURRENT=3; _messenger-check",
    ];
    expect(await run(zsh, ['-f', '-c', script.join('\n')])).toEqual([
      '_messenger-check messenger-check',
      'threema-onprem',
      'files',
    ]);
  });
});
