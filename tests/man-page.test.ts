import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { createProgram } from '../src/cli/program.ts';
import { languages } from '../src/domain/language.ts';
import { manPage } from '../src/man-page.ts';
import { fakeIo } from './support/fake-io.ts';
import { describeWith } from './support/needs.ts';
import { run } from './support/real-program.ts';

const pageIn = (language: (typeof languages)[number]) =>
  manPage(createProgram({ io: fakeIo(), language, outcome: { code: 0 } }), '1.2.3');

test.each(languages)('%s: the manual page tells of every command, its options and the exit codes', (language) => {
  const page = pageIn(language);
  for (const heading of ['NAME', 'SYNOPSIS', 'OPTIONS', 'COMMANDS', 'EXIT STATUS']) {
    expect(page).toContain(`\n.SH ${heading}\n`);
  }
  const commands = [...page.matchAll(/^\.SS ([a-z]+(?: (?:list|show|schemas|validate)\b)?)/gm)].map(
    (match) => match[1],
  );
  expect(commands).toEqual(expect.arrayContaining(['assess', 'evaluate', 'report', 'completion', 'messengers show']));
  expect(page).toContain('.B \\-\\-fail\\-on <verdict>');
  expect(page.slice(page.indexOf('.SH EXIT STATUS'))).toMatch(/130/);
});

test('what commander adds to the help is in the language of the reader, and says no more than helps', () => {
  expect(pageIn('de')).toContain('Ausgabeformat (markdown, html, docx, pdf, json; ohne Angabe: markdown)');
  expect(pageIn('en')).toContain('output format (markdown, html, docx, pdf, json; default: markdown)');
  expect(pageIn('de')).toContain('Antwortdatei (YAML) (ohne Angabe: messenger\\-check.yaml)');
  for (const page of languages.map(pageIn)) expect(page).not.toMatch(/choices:|default: (?:false|true|\[|")/);
  expect(pageIn('de')).not.toContain('default');
});

test.each([
  ['de', 'Aufruf:'],
  ['en', 'Usage:'],
])('%s: the help that the build prepares is the one that the program puts together', async (language, title) => {
  const env = { ...process.env, LC_ALL: `${language}.UTF-8` };
  const [prepared, made] = [await run(['--help'], { env }), await run(['help'], { env })];
  expect(prepared).toEqual(made);
  expect(prepared.out).toContain(title);
});

describeWith('mandoc', 'the manual page as a program reads it', (mandoc) => {
  test.each(languages)('%s: has no mistakes', (language) => {
    const { stdout } = spawnSync(mandoc, ['-T', 'lint', '-W', 'warning'], {
      input: pageIn(language),
      encoding: 'utf8',
    });
    // The same sources give the same page: it has no date.
    expect(stdout.split('\n').filter((line) => line !== '' && !line.includes('missing date'))).toEqual([]);
  });
});
