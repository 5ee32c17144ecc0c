import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commandsOf, isShownBy, outputOf, type ShownCommand } from './support/console-session.ts';
import { writeFiles } from './support/files.ts';
import { type MarkdownDocument, readMarkdown, sectionOf } from './support/markdown.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const root = path.join(import.meta.dirname, '..');
const documents = ['.', '.github'].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name)),
);
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');
const english = readMarkdown(textOf('README.md'));
const german = readMarkdown(textOf('README.de.md'));

/** Commands with their output, and the files that the reader is told to write before. */
type Step = ShownCommand | { readonly file: string; readonly text: string };

function stepsOf({ blocks }: MarkdownDocument): readonly Step[] {
  return blocks.flatMap(({ language, meta, text }): readonly Step[] => {
    if (language === 'console') return commandsOf(text);
    return meta === '' ? [] : [{ file: meta, text: `${text}\n` }];
  });
}

describe.each([
  ['README.md', english],
  ['README.de.md', german],
] as const)('%s', (_, document) => {
  test('what its commands print is what it shows', async () => {
    const folder = await temporaryFolder();
    cpSync(path.join(root, 'questionnaires/examples'), path.join(folder, 'questionnaires/examples'), {
      recursive: true,
    });
    const steps = stepsOf(document);
    expect(steps.length).toBeGreaterThan(8);
    for (const step of steps) {
      if ('file' in step) {
        await writeFiles(folder, { [step.file]: step.text });
        continue;
      }
      const output = outputOf(step.command, folder);
      // Compared line by line only to say where they part.
      if (!isShownBy(step.shown, output)) expect(output, step.command).toEqual(step.shown);
    }
  });

  test('its commands name the day, so that what they print does not age', () => {
    const dated = ['evaluate', 'report', 'explain', 'compare', 'diff', 'init'];
    const commands = stepsOf(document).flatMap((step) => ('command' in step ? [step.command] : []));
    const undated = commands.filter(
      (command) => dated.includes(command.split(' ')[2] ?? '') && !command.includes(' --date '),
    );
    expect(undated).toEqual([]);
  });
});

describe('README.md and README.de.md', () => {
  test('say the same commands in the same order', () => {
    const commandsIn = ({ blocks }: MarkdownDocument) =>
      blocks.flatMap(({ text }) =>
        [...text.matchAll(/^(?:\$ )?((?:npm|npx|git) [^#\n]*?) *(?:#.*)?$/gm)].map(([, one]) => one ?? ''),
      );
    const inEnglish = commandsIn(english);
    expect(inEnglish.length).toBeGreaterThan(10);
    expect(inEnglish.map((command) => command.replace(' --lang en', ''))).toEqual(commandsIn(german));
  });

  test('have the same chapters', () => {
    const depths = ({ headings }: MarkdownDocument) => headings.map(({ depth }) => depth);
    expect(depths(german)).toEqual(depths(english));
  });

  test('lead to each other before anything else', () => {
    expect(english.addresses[0]).toBe('README.de.md');
    expect(german.addresses[0]).toBe('README.md');
  });
});

describe.each(documents)('%s', (document) => {
  test('leads to files and headings that there are', () => {
    const { addresses } = readMarkdown(textOf(document));
    const relative = addresses.filter((address) => !/^[a-z]+:/.test(address));
    expect(relative.filter((address) => !leadsSomewhere(address, document))).toEqual([]);
  });
});

function leadsSomewhere(address: string, document: string): boolean {
  const [name = '', anchor] = decodeURI(address).split('#');
  const file = name === '' ? document : path.join(path.dirname(document), name);
  if (!existsSync(path.join(root, file))) return false;
  return anchor === undefined || readMarkdown(textOf(file)).headings.some((heading) => heading.anchor === anchor);
}

describe.each(['requirement.yml', 'messenger-fact.yml'])('the form %s', (name) => {
  test('asks for the source, the day it was seen and how far it was checked', () => {
    const { body } = parse(textOf(`.github/ISSUE_TEMPLATE/${name}`));
    const required = body.flatMap((field: { id?: string; validations?: { required?: boolean } }) =>
      field.validations?.required ? [field.id] : [],
    );
    expect(required).toEqual(expect.arrayContaining(['source', 'seen', 'checked']));
  });
});

describe('CONTRIBUTING.md', () => {
  const { devDependencies, peerDependencies, scripts } = JSON.parse(textOf('package.json'));

  test('says of every package what it is for, and of no other', () => {
    const section = sectionOf(textOf('CONTRIBUTING.md'), '## Packages');
    const named = [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name ?? '');
    const used = Object.keys({ ...devDependencies, ...peerDependencies });
    expect(named.toSorted()).toEqual(used.toSorted());
  });

  test('names no script that there is not', () => {
    const named = readMarkdown(textOf('CONTRIBUTING.md')).codes.flatMap(
      (code) => /^npm run ([\w:]+)/.exec(code)?.[1] ?? [],
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
