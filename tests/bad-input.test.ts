import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { fakeIo } from './support/fake-io.ts';
import { scriptedPrompter } from './support/scripted-prompter.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const format = 'format: messenger-check/assessment@1';

interface BadFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Beginning of each issue, in order: place and what is wrong; then a part of what to do. */
  readonly issues: readonly (readonly [what: string, remedy: string])[];
}

const badFiles: readonly BadFile[] = [
  { name: 'an empty file', content: '', issues: [[':1:1 The file is empty.', 'A new assessment starts with']] },
  {
    name: 'nothing but a comment',
    content: '# x\n',
    issues: [[':1:1 The file holds nothing but comments.', 'Remove the #']],
  },
  {
    name: 'a format of the future',
    content: 'format: messenger-check/assessment@2\nnew: things\n',
    issues: [[':1:9 format: The format is messenger-check/assessment@2', 'update messenger-check']],
  },
  {
    name: 'no format',
    content: 'answers: { dpia: not-done }\n',
    issues: [[':1:1 The key format is missing.', 'Add format:']],
  },
  {
    name: 'an unknown question',
    content: `${format}\nanswers:\n  e2ee-mesages: "yes"\n`,
    issues: [[':3:3 answers.e2ee-mesages: There is no question e2ee-mesages.', 'Did you mean: e2ee-messages?']],
  },
  {
    name: 'an impossible value',
    content: `${format}\nanswers:\n  legal-basis: per-purpos\n`,
    issues: [[':3:16 answers.legal-basis: Unknown value: per-purpos.', 'Did you mean: per-purpose?']],
  },
  {
    name: 'a truth value for a choice',
    content: `${format}\nanswers:\n  e2ee-messages: true\n`,
    issues: [[':3:18 answers.e2ee-messages: Unknown value: true.', 'Possible are: yes, opt-in']],
  },
  {
    name: 'names that JavaScript objects have already',
    content: `${format}\nanswers:\n  __proto__: x\n  constructor: x\n  legal-basis: toString\n`,
    issues: [
      [':3:3 answers.__proto__: There is no question __proto__.', 'Known are:'],
      [':4:3 answers.constructor: There is no question constructor.', 'Known are:'],
      [':5:16 answers.legal-basis: Unknown value: toString.', 'Possible are: per-purpose'],
    ],
  },
  {
    name: 'a key that is there twice',
    content: `${format}\nanswers:\n  dpia: not-done\n  dpia: dpia-done\n`,
    issues: [[':4:3 The key dpia is there twice.', 'Delete one of the two entries.']],
  },
  {
    name: 'an alias bomb',
    content: `${format}\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n`,
    issues: [[':3:8 YAML aliases (*name) are not allowed here.', 'Write the value out']],
  },
  {
    name: 'a file of 50 MB',
    content: new Uint8Array(50_000_000).fill(0x78),
    issues: [[':1:1 The file has 50 MB, 2 MB are allowed.', 'Check that it is the right file']],
  },
  {
    name: 'bytes that are not UTF-8',
    content: Buffer.from(`${format}\nsubject:\n  use: B\xfcrger\n`, 'latin1'),
    issues: [[':3:1 This line holds bytes that are not UTF-8.', 'Save the file as UTF-8']],
  },
  {
    name: 'UTF-16',
    content: Buffer.from(`\ufeff${format}\n`, 'utf16le'),
    issues: [[':1:1 This line holds bytes that are not UTF-8.', 'Save the file as UTF-8']],
  },
  {
    name: 'forty thousand brackets',
    content: `${format}\nanswers: ${'['.repeat(40_000)}`,
    issues: [[':1:1 The file is nested too deeply.', 'six levels suffice']],
  },
  {
    name: 'a hundred thousand commas',
    content: `${format}\nanswers: [${','.repeat(100_000)}]`,
    issues: [[':1:1 The file holds more than 50,000 lines, brackets and other marks', 'repeated without end']],
  },
  {
    name: 'forty thousand nested lists',
    content: `${format}\nanswers:\n  ${'- '.repeat(40_000)}x`,
    issues: [[':1:1 The file is nested too deeply.', 'six levels suffice']],
  },
  {
    name: 'an escape sequence for the terminal',
    content: `${format}\nsubject: { use: "\\e[2Jgone" }\n`,
    issues: [[':2:17 The text holds the control character U+001B.', 'type the text anew']],
  },
  {
    name: 'text that runs backwards',
    content: `${format}\nsubject: { use: "a\u202Eb" }\n`,
    issues: [[':2:17 The text holds the control character U+202E.', 'type the text anew']],
  },
  {
    name: 'two documents',
    content: `${format}\n---\nx: y\n`,
    issues: [[':2:1 A second YAML document (---) begins here.', 'One document a file']],
  },
  {
    name: 'broken YAML',
    content: `${format}\nanswers: [\n`,
    issues: [[':3:1 This is not valid YAML:', 'Check indentation, quotes and brackets.']],
  },
  {
    name: 'an answer both given and unknown',
    content: `${format}\nanswers:\n  dpia: { value: not-done, unknown: to-be-checked }\n`,
    issues: [[':3:9 answers.dpia: Exactly one of these keys must be there: value, unknown', 'Delete the others.']],
  },
  {
    name: 'mistakes all over: every one is named',
    content: [
      format,
      'subject: { date: 2026-02-30, product: 3, messenger: whatsap, organization: x }',
      'answers:',
      '  dpia: { value: not-done, evidence: [ { text: "", validUntil: tomorrow } ] }',
      '  house-rules: [ risk-assessment, risk-assessment, risk ]',
      '  legal-basis: { notApplicable: "not for us" }',
      '  second-factor@calls: required',
      'exceptions:',
      '  - { requirement: BFDI-99, reason: r, approvedBy: x, from: 2026-03-01, until: 2026-02-01 }',
      'equivalents: [ { requirement: BFDI-23, measure: m } ]',
    ].join('\n'),
    issues: [
      [':2:18 subject.date: 2026-02-30 is not a day', 'YYYY-MM-DD'],
      [':2:39 subject.product: Expected text', 'Put it in quotes: "3"'],
      [':2:53 subject.messenger: Unknown value: whatsap.', 'Did you mean: whatsapp?'],
      [':2:62 subject.organization: There is no key organization', 'Did you mean: organisation?'],
      [':4:48 answers.dpia.evidence[0].text: Expected text that is not empty', 'Write the value'],
      [':4:64 answers.dpia.evidence[0].validUntil: tomorrow is not a day', 'for example 2026-11-23'],
      [':5:35 answers.house-rules[1]: risk-assessment is there twice', 'Delete one'],
      [':5:52 answers.house-rules[2]: Unknown value: risk.', 'Possible are: security-release'],
      [
        ':6:33 answers.legal-basis.notApplicable: The question legal-basis does not allow',
        'give unknown with a reason',
      ],
      [':7:3 answers.second-factor@calls: The question second-factor is asked only once', 'without @'],
      [':9:20 exceptions[0].requirement: There is no requirement BFDI-99', 'Did you mean: BFDI-09?'],
      [':9:80 exceptions[0].until: The end (2026-02-01) lies before the beginning', 'swap them'],
      [':10:16 equivalents[0]: The key evidence is missing', 'Add evidence:'],
    ],
  },
];

/** What a folder holds, and when it was last written. */
async function stateOf(folder: string) {
  const files = await readdir(folder, { recursive: true });
  return Promise.all(
    files.sort().map(async (file) => {
      const { mtimeMs, size } = await stat(path.join(folder, file));
      return { file, mtimeMs, size };
    }),
  );
}

describe.each(badFiles)('$name', ({ content, issues }) => {
  const commands = [['evaluate'], ['report'], ['assess']];
  test.each(commands)('%s says where and what to do, exits with 2 and changes nothing', async (command) => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'a.yaml');
    await writeFile(file, content);
    const before = await stateOf(folder);
    const io = fakeIo({ isInteractive: true, createPrompter: async () => scriptedPrompter(() => undefined) });
    expect(await main([command, file, '--lang', 'en'], io)).toBe(2);
    expect(io.out()).toBe('');
    const lines = io.err().trimEnd().split('\n');
    const count = issues.length === 1 ? '1 mistake.' : `${issues.length} mistakes.`;
    expect(lines.pop()).toBe(`${count} Nothing was changed.`);
    expect(lines).toHaveLength(issues.length * 2);
    for (const [index, [what, remedy]] of issues.entries()) {
      expect(lines[index * 2]).toContain(`${file}${what}`);
      expect(lines[index * 2 + 1]).toContain(remedy);
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: nothing of the file may reach the terminal raw
    expect(io.err()).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
    expect(await stateOf(folder)).toEqual(before);
  });
});

describe('a file that cannot be read', () => {
  test.each([{ name: 'fehlt.yaml', reason: 'Datei oder Ordner gibt es nicht' }])(
    '$name is named with the reason and what to do',
    async ({ name, reason }) => {
      const folder = await temporaryFolder();
      const io = fakeIo();
      expect(await main(['evaluate', path.join(folder, name)], io)).toBe(2);
      expect(io.err()).toBe(
        `${path.join(folder, name)} lässt sich nicht lesen: ${reason}\n  Pfad und Leserechte prüfen.\n`,
      );
    },
  );
});

describe('questionnaires of one’s own', () => {
  const evaluate = async (folder: string) => {
    const io = fakeIo();
    const file = path.join(import.meta.dirname, 'fixtures/all-partial.yaml');
    const code = await main(['evaluate', file, '--lang', 'en', '--questionnaires', folder], io);
    return { code, err: io.err() };
  };

  test('must not take an id that is taken: both places are named', async () => {
    const folder = await temporaryFolder();
    const shipped = path.join(import.meta.dirname, '../questionnaires/bfdi-pruefkatalog.yaml');
    await writeFile(path.join(folder, 'mein.yaml'), await readFile(shipped));
    const { code, err } = await evaluate(folder);
    expect(code).toBe(2);
    expect(err).toContain(`${folder}/mein.yaml:2:1 The questionnaire bfdi-pruefkatalog exists already: `);
    expect(err).toContain('questionnaires/bfdi-pruefkatalog.yaml:2.');
  });

  test('are reported with every mistake in them, each in its place', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'questions'));
    await writeFile(
      path.join(folder, 'questions/eigene.yaml'),
      [
        'questions:',
        '  - id: Haus_Regel',
        '    about: produkt',
        '    kind: choice',
        '    text: { de: Gibt es sie? }',
        '    help: { de: h, en: h }',
        '    why: { de: w, en: w }',
        '    evidence: { de: e, en: e }',
        '    choices:',
        '      - { id: ja, text: { de: ja, en: yes } }',
        '      - { id: ja, text: { de: ja, en: yes } }',
        '    askWhen: { secktor: hospital }',
      ].join('\n'),
    );
    await writeFile(
      path.join(folder, 'haus.yaml'),
      [
        'id: haus',
        'version: 1.10',
        'source: hausordnung',
        ...['authority', 'title', 'summary', 'notice', 'scope'].map((key) => `${key}: { de: x, en: x }`),
        'binds: { sector: { includes: hospital } }',
        'sections:',
        '  - id: eins',
        '    title: { de: x, en: x }',
        '    questions: [dpia, dipa]',
        '    requirements:',
        '      - id: HAUS-1',
        '        level: muss',
        '        fulfilledWhen: { dpia: done, house-rules: security-release }',
        '        partialWhen: {}',
      ].join('\n'),
    );
    const { code, err } = await evaluate(folder);
    expect(code).toBe(2);
    const places = err
      .split('\n')
      .filter((line) => line.startsWith(folder))
      .map((line) => line.slice(folder.length + 1));
    const expected = [
      'haus.yaml:2:10 version: Expected text, but YAML reads 1.10 as a number',
      'haus.yaml:3:9 source: There is no source hausordnung.',
      'haus.yaml:9:18 binds.sector: The question sector cannot be read this way.',
      'haus.yaml:13:23 sections[0].questions[1]: There is no question dipa.',
      'haus.yaml:15:9 sections[0].requirements[0]: The key ref is missing.',
      'haus.yaml:16:16 sections[0].requirements[0].level: Unknown value: muss.',
      'haus.yaml:17:32 sections[0].requirements[0].fulfilledWhen.dpia: Unknown value: done.',
      'haus.yaml:17:51 sections[0].requirements[0].fulfilledWhen.house-rules: The question house-rules cannot be read',
      'haus.yaml:18:22 sections[0].requirements[0].partialWhen: Expected at least one condition',
      'questions/eigene.yaml:2:9 questions[0].id: Haus_Regel is not a valid id.',
      'questions/eigene.yaml:3:12 questions[0].about: Unknown value: produkt.',
      'questions/eigene.yaml:5:11 questions[0].text: The key en is missing.',
      'questions/eigene.yaml:11:15 questions[0].choices[1].id: ja is there twice.',
      'questions/eigene.yaml:12:16 questions[0].askWhen.secktor: There is no question secktor.',
    ];
    for (const line of expected) expect(places).toContainEqual(expect.stringContaining(line));
    expect(err).toContain('Did you mean: product?');
    expect(err).toContain('Did you mean: dpia?');
    expect(err).toContain('Put it in quotes');
  });
});

describe('an answer file of an older questionnaire', () => {
  const older = (version: string) =>
    `${format}\nquestionnaires: { bfdi-leitfragen: "${version}" }\nanswers: { gone-question: x, legal-basis: gone-choice, dpia: not-done }\n`;

  test('is evaluated, with a warning for what no longer fits, and keeps it', async () => {
    const file = path.join(await temporaryFolder(), 'alt.yaml');
    await writeFile(file, older('2019-01-01.1'));
    const io = fakeIo();
    expect(await main(['report', file, '--lang', 'en', '--format', 'json'], io)).toBe(4);
    expect(io.err()).toContain('alt.yaml:2:36 questionnaires.bfdi-leitfragen: Version 2019-01-01.1 was answered');
    expect(io.err()).toContain('alt.yaml:3:12 answers.gone-question: There is no question gone-question.');
    expect(io.err()).toContain('alt.yaml:3:43 answers.legal-basis: Unknown value: gone-choice.');
    const { warnings, findings } = JSON.parse(io.out());
    expect(warnings).toHaveLength(3);
    const open = findings.find((group: { status: { id: string } }) => group.status.id === 'open').findings;
    expect(open.map(({ id }: { id: string }) => id)).toContain('BFDI-33');
    expect(await readFile(file, 'utf8')).toBe(older('2019-01-01.1'));
  });

  test('of the current version has no such excuse', async () => {
    const file = path.join(await temporaryFolder(), 'neu.yaml');
    await writeFile(file, older('2020-04-14.1'));
    const io = fakeIo();
    expect(await main(['evaluate', file, '--lang', 'en'], io)).toBe(2);
    expect(io.err()).toContain('2 mistakes.');
  });
});
