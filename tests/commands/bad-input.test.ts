import { chmod, lstat, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/domain/language.ts';
import { choicesOf } from '../../src/domain/question.ts';
import type { Reply } from '../../src/interview/prompter.ts';
import type { Step } from '../../src/interview/steps.ts';
import { processIo } from '../../src/io.ts';
import { main } from '../../src/main.ts';
import { type FakeIo, fakeIo } from '../support/fake-io.ts';
import { scriptedPrompter } from '../support/scripted-prompter.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const format = 'format: messenger-check/assessment@1';

/** A file with one mistake: what is said of it in German, after the file's name, and what to do. */
interface BadFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly says: string;
  readonly remedy: string;
}

const answers = (text: string) => `${format}\nanswers:\n${text}\n`;

const badFiles: readonly BadFile[] = [
  { name: 'an empty file', content: '', says: ':1:1 Die Datei ist leer.', remedy: 'sonst die richtige Datei angeben' },
  {
    name: 'blanks and a byte order mark',
    content: '\uFEFF \n\n',
    says: ':1:1 Die Datei ist leer.',
    remedy: 'assess <neue-datei>',
  },
  {
    name: 'comments only',
    content: '# noch nichts\n',
    says: ':1:1 In der Datei stehen nur Kommentare.',
    remedy: 'das # am Anfang entfernen',
  },
  {
    name: 'a later format',
    content: 'format: messenger-check/assessment@2\nneu: 1\n',
    says: ':1:9 format: Das Format ist messenger-check/assessment@2',
    remedy: 'messenger-check aktualisieren',
  },
  {
    name: 'a report instead of its answers',
    content: '{\n  "format": "messenger-check/report@1",\n  "findings": []\n}',
    says: ':2:13 format: Das Format ist messenger-check/report@1, gelesen wird messenger-check/assessment@1.',
    remedy: 'messenger-check aktualisieren',
  },
  {
    name: 'an unknown question',
    content: answers('  e2ee-mesages: opt-in'),
    says: ':3:3 answers.e2ee-mesages: Frage e2ee-mesages gibt es nicht.',
    remedy: 'Gemeint war vielleicht: e2ee-messages?',
  },
  {
    name: 'an impossible value',
    content: answers('  hosting: own-sever'),
    says: ':3:12 answers.hosting: Unbekannter Wert: own-sever.',
    remedy: 'Gemeint war vielleicht: own-server?',
  },
  {
    name: 'a key twice',
    content: answers('  dpia: not-done\n  hosting: own-server\n  dpia: dpia-done'),
    says: ':5:3 Der Schlüssel dpia steht zweimal da.',
    remedy: 'Einen der beiden Einträge löschen.',
  },
  {
    name: 'a section twice',
    content: `${answers('  dpia: not-done')}answers:\n  dpia: not-done\n`,
    says: ':4:1 Der Schlüssel answers steht zweimal da.',
    remedy: 'Einen der beiden Einträge löschen.',
  },
  {
    name: 'an alias bomb',
    content: `${format}\na: &a [x, x]\n${Array.from({ length: 40 }, (_, n) => `b${n}: &b${n} [*a, *a, *a]`).join('\n')}\n`,
    says: ':3:10 YAML-Verweise (*name) sind hier nicht erlaubt.',
    remedy: 'Den Wert an dieser Stelle ausschreiben.',
  },
  {
    name: '50 MB',
    content: new Uint8Array(50_000_000).fill(0x23),
    says: ':1:1 Die Datei ist 50 MB groß, erlaubt sind 2 MB.',
    remedy: 'Prüfen, ob es die richtige Datei ist',
  },
  {
    name: 'a line in another encoding',
    content: Buffer.from(`${format}\r\nsubject:\r\n  use: ja\r\n  product: B\xFCrger\r\n`, 'latin1'),
    says: ':4:1 Diese Zeile enthält Bytes, die kein UTF-8 sind.',
    remedy: 'im Editor als UTF-8 speichern',
  },
  {
    name: 'UTF-16',
    content: Buffer.from(`\uFEFF${format}\r\n`, 'utf16le'),
    says: ':1:1 Diese Zeile enthält Bytes, die kein UTF-8 sind.',
    remedy: 'im Editor als UTF-8 speichern',
  },
  {
    name: 'UTF-16 of the other kind',
    content: Buffer.from(`\uFEFF${format}\r\n`, 'utf16le').swap16(),
    says: ':1:1 Diese Zeile enthält Bytes, die kein UTF-8 sind.',
    remedy: 'im Editor als UTF-8 speichern',
  },
  {
    name: 'UTF-16 without its mark',
    content: Buffer.from(answers('  dpia: not-done'), 'utf16le'),
    says: ':1:1 ',
    remedy: 'UTF-8',
  },
  {
    name: 'a program',
    content: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0xff, 0xfe]),
    says: ':1:1 Diese Zeile enthält Bytes, die kein UTF-8 sind.',
    remedy: 'im Editor als UTF-8 speichern',
  },
  {
    name: '20,000 brackets',
    content: `${format}\nanswers: ${'['.repeat(20_000)}`,
    says: ':1:1 Die Datei ist zu tief verschachtelt.',
    remedy: 'sechs Ebenen genügen',
  },
  {
    name: '20,000 braces',
    content: `${format}\nanswers: ${'{a: '.repeat(20_000)}`,
    says: ':1:1 Die Datei ist zu tief verschachtelt.',
    remedy: 'sechs Ebenen genügen',
  },
  {
    name: '20,000 dashes',
    content: answers(`  ${'- '.repeat(20_000)}x`),
    says: ':1:1 Die Datei ist zu tief verschachtelt.',
    remedy: 'sechs Ebenen genügen',
  },
  {
    name: '20,000 question marks',
    content: answers(`  ${'? '.repeat(20_000)}x`),
    says: ':1:1 Die Datei ist zu tief verschachtelt.',
    remedy: 'sechs Ebenen genügen',
  },
  {
    name: '100,000 commas',
    content: `${format}\nanswers: [${','.repeat(100_000)}]`,
    says: ':1:1 Die Datei enthält mehr als 50.000 Zeilen, Klammern und andere Satzzeichen.',
    remedy: 'ob etwas darin sich endlos wiederholt',
  },
  {
    name: '__proto__ for a question',
    content: answers('  __proto__: x'),
    says: ':3:3 answers.__proto__: Frage __proto__ gibt es nicht.',
    remedy: 'Bekannt sind: ',
  },
  {
    name: 'constructor for a question',
    content: answers('  constructor: x'),
    says: ':3:3 answers.constructor: Frage constructor gibt es nicht.',
    remedy: 'Bekannt sind: ',
  },
  {
    name: 'toString for a question',
    content: answers('  toString: x'),
    says: ':3:3 answers.toString: Frage toString gibt es nicht.',
    remedy: 'Bekannt sind: ',
  },
  {
    name: '__proto__ for an answer',
    content: answers('  hosting: __proto__'),
    says: ':3:12 answers.hosting: Unbekannter Wert: __proto__.',
    remedy: 'Möglich sind: own-server',
  },
  {
    name: 'constructor for one of several choices',
    content: answers('  functions: [calls, constructor]'),
    says: ':3:22 answers.functions[1]: Unbekannter Wert: constructor.',
    remedy: 'Möglich sind: text, ',
  },
  {
    name: 'toString for a value',
    content: answers('  hosting: { value: toString }'),
    says: ':3:21 answers.hosting.value: Unbekannter Wert: toString.',
    remedy: 'Möglich sind: own-server',
  },
  {
    name: '__proto__ for a section',
    content: `${format}\n__proto__: { answers: {} }\n`,
    says: ':2:1 __proto__: Den Schlüssel __proto__ gibt es hier nicht.',
    remedy: 'Möglich sind: format',
  },
  {
    name: '__proto__ inside an answer',
    content: answers('  hosting: { value: own-server, __proto__: x }'),
    says: ':3:33 answers.hosting.__proto__: Den Schlüssel __proto__ gibt es hier nicht.',
    remedy: 'Möglich sind: value',
  },
  {
    name: 'a raw escape character',
    content: `${format}\nsubject:\n  use: a\u001B[2Jb\n`,
    says: ':3:8 Der Text enthält das Steuerzeichen U+001B.',
    remedy: 'neu eintippen',
  },
  {
    name: 'an escape character in a key',
    content: answers('  "a\\e[2J": x'),
    says: ':3:3 Der Text enthält das Steuerzeichen U+001B.',
    remedy: 'neu eintippen',
  },
  {
    name: 'an escape character in a tag',
    content: answers('  hosting: !<\u001B[31mx> own-server'),
    says: ':3:12 Das ist kein gültiges YAML',
    remedy: 'prüfen',
  },
  {
    name: 'an escape character in a directive',
    content: `%X\u001B[2J y\n---\n${format}\n`,
    says: ':1:1 Das ist kein gültiges YAML',
    remedy: 'prüfen',
  },
  {
    name: 'two documents',
    content: `${answers('  dpia: not-done')}---\n${format}\n`,
    says: ':4:1 Hier beginnt ein zweites YAML-Dokument (---).',
    remedy: 'Je Datei ein Dokument',
  },
  {
    name: 'an answer both given and unknown',
    content: answers('  dpia: { value: not-done, unknown: to-be-checked }'),
    says: ':3:9 answers.dpia: Genau einer dieser Schlüssel muss stehen: value, unknown, notApplicable.',
    remedy: 'Die übrigen löschen.',
  },
  {
    name: 'a day that does not exist',
    content: `${format}\nsubject: { date: 2026-02-30 }\n`,
    says: ':2:18 subject.date: 2026-02-30 ist kein Tag im Kalender.',
    remedy: 'Als JJJJ-MM-TT schreiben',
  },
  {
    name: 'a day in German order',
    content: `${format}\nsubject: { date: 23.11.2026 }\n`,
    says: ':2:18 subject.date: 23.11.2026 ist kein Tag im Kalender.',
    remedy: 'zum Beispiel 2026-11-23',
  },
  {
    name: 'an exception that ends before it begins',
    content: `${format}\nexceptions:\n  - { requirement: BFDI-01, reason: r, approvedBy: x, from: 2026-03-01, until: 2026-02-28 }\n`,
    says: ':3:80 exceptions[0].until: Das Ende (2026-02-28) liegt vor dem Beginn (2026-03-01).',
    remedy: 'berichtigen oder vertauschen',
  },
  {
    name: 'a number for text',
    content: `${format}\nsubject: { reference: 4711 }\n`,
    says: ':2:23 subject.reference: Erwartet wird Text, YAML liest 4711 als Zahl',
    remedy: 'In Anführungszeichen setzen: "4711"',
  },
  {
    name: 'a list for answers',
    content: `${format}\nanswers: []\n`,
    says: ':2:10 answers: Erwartet wird Schlüssel mit Werten',
    remedy: 'Den Wert entsprechend schreiben.',
  },
  {
    name: 'a letter',
    content: 'Sehr geehrte Frau Müller,\n\nanbei die Prüfung.\n',
    says: ':1:1 Erwartet wird Schlüssel mit Werten (schlüssel: wert), gefunden: Sehr geehrte',
    remedy: 'Den Wert entsprechend schreiben.',
  },
  {
    name: 'a quote that is never closed',
    content: `${format}\nsubject:\n  use: "offen\n  product: x\n`,
    says: ':3:8 Das ist kein gültiges YAML',
    remedy: 'Anführungszeichen',
  },
];

describe.each(badFiles)('$name', ({ content, says, remedy }) => {
  test.each(['evaluate', 'assess'])('is one mistake, said once by %s with place and remedy', async (command) => {
    const { file, io, isUnchanged } = await run(command, { content, language: 'de' });
    const [what, toDo, ...rest] = io.err().trimEnd().split('\n');
    expect(what).toContain(`${file}${says}`);
    expect(toDo).toContain(remedy);
    expect(rest).toEqual(['1 Fehler. Es wurde nichts verändert.']);
    expect(isUnchanged).toBe(true);
  });
});

// Every fifth only: the report takes the way of evaluate, and every run reads all questionnaires.
test.each(badFiles.filter((_, index) => index % 5 === 1))(
  'report says it once, too, in English: $name',
  async (bad) => {
    const { file, io, isUnchanged } = await run('report', { content: bad.content, language: 'en' });
    const place = /^:\d+:\d+ /.exec(bad.says)?.[0];
    const [what, toDo, ...rest] = io.err().trimEnd().split('\n');
    expect(what).toContain(`${file}${place}`);
    expect(toDo).toMatch(/^ {2}\S/);
    expect(rest).toEqual(['1 mistake. Nothing was changed.']);
    expect(isUnchanged).toBe(true);
  },
);

/** Runs a command on a bad file, beside a report that must not be written over. */
async function run(command: string, { content, language }: { content: string | Uint8Array; language: Language }) {
  const folder = await temporaryFolder();
  const [file, memo] = [path.join(folder, 'pruefung.yaml'), path.join(folder, 'vermerk.md')];
  await writeFile(file, content);
  await writeFile(memo, 'the one before');
  const before = await stateOf(folder);
  const io = fakeIo({ isInteractive: true });
  const flags = command === 'report' ? ['--output', memo] : [];
  expect(await main([command, file, '--lang', language, ...flags], io)).toBe(2);
  expectCalm(io);
  return { file, io, isUnchanged: isDeepStrictEqual(await stateOf(folder), before) };
}

describe('a file that cannot be read', () => {
  const cases = [
    { name: 'fehlt.yaml', de: 'Datei oder Ordner gibt es nicht', en: 'no such file or folder' },
    { name: 'ordner', de: 'das ist ein Ordner', en: 'it is a folder' },
    { name: 'datei/a.yaml', de: 'ein Teil des Pfads ist kein Ordner', en: 'a part of the path is not a folder' },
    { name: 'kreis', de: 'zu viele symbolische Verknüpfungen', en: 'too many symbolic links' },
    { name: `${'x'.repeat(300)}.yaml`, de: 'der Name ist zu lang', en: 'the name is too long' },
  ];
  async function folderOfTraps(): Promise<string> {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'ordner'));
    await writeFile(path.join(folder, 'datei'), '');
    await symlink('kreis', path.join(folder, 'kreis'));
    return folder;
  }

  describe.each(['evaluate', 'report'])('by %s', (command) => {
    // A folder is what `evaluate` may well be given.
    const badCases = cases.filter(({ name }) => command !== 'evaluate' || name !== 'ordner');
    test.each(badCases)(
      'is named, with the reason and what to do, in both languages: $de',
      async ({ name, de, en }) => {
        const folder = await folderOfTraps();
        const before = await stateOf(folder);
        const [german, english] = [fakeIo(), fakeIo()];
        expect(await main([command, path.join(folder, name)], german)).toBe(2);
        expect(await main([command, path.join(folder, name), '--lang', 'en'], english)).toBe(2);
        expect(german.err()).toMatch(/^.*\n {2}Pfad und Leserechte prüfen\.( .*)?\n$/);
        expect(german.err()).toContain(`${name} lässt sich nicht lesen: ${de}\n`);
        expect(english.err()).toMatch(/^.*\n {2}Check the path and the read permission\.( .*)?\n$/);
        expect(english.err()).toContain(`${name}: ${en}\n`);
        for (const io of [german, english]) expectCalm(io);
        expect(await stateOf(folder)).toEqual(before);
      },
    );
  });

  test.each(cases.filter(({ name }) => name !== 'fehlt.yaml'))(
    'is not asked about by assess: $de',
    async ({ name, de }) => {
      const folder = await folderOfTraps();
      const before = await stateOf(folder);
      const io = fakeIo({ isInteractive: true });
      expect(await main(['assess', path.join(folder, name)], io)).toBe(2);
      expect(io.err()).toContain(`${name} lässt sich nicht lesen: ${de}\n`);
      expectCalm(io);
      expect(await stateOf(folder)).toEqual(before);
    },
  );

  test('has a name that cannot repaint the terminal', async () => {
    const io = fakeIo();
    expect(await main(['evaluate', 'a\u001B[2Jb\r\n.yaml'], io)).toBe(2);
    expect(io.err().split('\n')).toHaveLength(3);
    expectCalm(io);
  });
});

describe('a file of another kind, given by mistake', () => {
  const example = path.join(import.meta.dirname, '../../questionnaires/examples/kommune-whatsapp.yaml');
  test.each(['markdown', 'html', 'json'])('is refused in a few short lines: the memo as %s', async (kind) => {
    const memo = path.join(await temporaryFolder(), 'memo');
    await main(['report', example, '--format', kind, '--output', memo], fakeIo());
    const io = fakeIo();
    expect(await main(['evaluate', memo], io)).toBe(2);
    const lines = io.err().trimEnd().split('\n');
    expect(lines.length).toBeLessThan(30);
    for (const line of lines) expect(line.length).toBeLessThan(400);
    expectCalm(io);
  });
});

describe('a folder of questionnaires', () => {
  const example = path.join(import.meta.dirname, '../fixtures/all-partial.yaml');
  const questionnaire = (id: string) =>
    [`id: ${id}`, 'version: "1"', 'source: bfdi-leitfragen', 'sections: []']
      .concat(['authority', 'title', 'summary', 'notice', 'scope'].map((key) => `${key}: { de: x, en: x }`))
      .join('\n');

  test.each(['evaluate', 'report'])(
    'with two of one id is refused by %s, and both places are named',
    async (command) => {
      const folder = await temporaryFolder();
      await writeFile(path.join(folder, 'eins.yaml'), questionnaire('haus'));
      await writeFile(path.join(folder, 'zwei.yaml'), `# Kopie\n${questionnaire('haus')}`);
      const before = await stateOf(folder);
      const io = fakeIo();
      expect(await main([command, example, '--questionnaires', folder], io)).toBe(2);
      expect(io.err()).toBe(
        `${folder}/zwei.yaml:2:1 Fragebogen haus gibt es schon: ${folder}/eins.yaml:1.\n` +
          '  Einer von beiden eine andere Kennung geben.\n1 Fehler. Es wurde nichts verändert.\n',
      );
      expectCalm(io);
      expect(await stateOf(folder)).toEqual(before);
    },
  );

  test.each<{ name: string; content: string | Uint8Array; says: string }>([
    { name: 'nothing', content: '', says: ':1:1 Die Datei ist leer.' },
    { name: 'an answer file', content: `${format}\n`, says: ':1:1 format: Den Schlüssel format gibt es hier nicht.' },
    {
      name: 'twenty thousand brackets',
      content: '['.repeat(20_000),
      says: ':1:1 Die Datei ist zu tief verschachtelt.',
    },
    {
      name: 'another encoding',
      content: Buffer.from('id: h\xE4us\n', 'latin1'),
      says: ':1:1 Diese Zeile enthält Bytes',
    },
  ])('with a file that holds $name is refused, and says where', async ({ content, says }) => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'haus.yaml'), content);
    const io = fakeIo();
    expect(await main(['evaluate', example, '--questionnaires', folder], io)).toBe(2);
    expect(io.err()).toContain(`${folder}/haus.yaml${says}`);
    expectCalm(io);
  });

  test.each([
    {
      name: 'that is missing',
      folder: 'fehlt',
      says: 'fehlt lässt sich nicht lesen: Datei oder Ordner gibt es nicht\n',
    },
    { name: 'without any', folder: 'leer', says: 'leer enthält keine Fragebögen.\n' },
    {
      name: 'that is a file',
      folder: 'datei',
      says: 'datei lässt sich nicht lesen: ein Teil des Pfads ist kein Ordner\n',
    },
  ])('$name is refused, with what to do', async ({ folder, says }) => {
    const base = await temporaryFolder();
    await mkdir(path.join(base, 'leer'));
    await writeFile(path.join(base, 'datei'), '');
    const io = fakeIo();
    expect(await main(['evaluate', example, '--questionnaires', path.join(base, folder)], io)).toBe(2);
    expect(io.err()).toContain(`${path.join(base, folder).slice(0, -folder.length)}${says}  `);
    expectCalm(io);
  });
});

describe('a file that goes bad during the interview', () => {
  const start = `${format}\nsubject: { organisation: Stadt, use: Anfragen, messenger: signal }\n`;
  /** Runs the interview; before the given question is answered, something happens to the file. */
  async function interrupted(file: string, happens: () => Promise<unknown>) {
    const prompter = scriptedPrompter(anyReply);
    const io = fakeIo({
      isInteractive: true,
      createPrompter: async () => ({
        ...prompter,
        ask: async (step, alike) => {
          if (step.id === 'participants') await happens();
          return prompter.ask(step, alike);
        },
      }),
    });
    return { code: await main(['assess', file], io), io };
  }

  test('because it is saved in another encoding is not written over', async () => {
    const file = path.join(await temporaryFolder(), 'a.yaml');
    await writeFile(file, start);
    const latin1 = Buffer.from(`${format}\nsubject: { organisation: K\xF6ln, use: x, messenger: signal }\n`, 'latin1');
    const { code, io } = await interrupted(file, () => writeFile(file, latin1));
    expect(await readFile(file)).toEqual(latin1);
    expect(code).toBe(2);
    expect(io.err()).toContain('kein UTF-8');
    expectNoStack(io);
  });

  test('because it is deleted is no bug of the program', async () => {
    const file = path.join(await temporaryFolder(), 'a.yaml');
    await writeFile(file, start);
    const { code, io } = await interrupted(file, () => rm(file));
    expect(code).not.toBe(3);
    expectNoStack(io);
  });

  test('because its folder is deleted is no bug of the program', async () => {
    const folder = path.join(await temporaryFolder(), 'ordner');
    await mkdir(folder);
    const file = path.join(folder, 'a.yaml');
    const { code, io } = await interrupted(file, () => rm(folder, { recursive: true }));
    expect(code).toBe(2);
    expect(io.err()).toContain(file);
    expectNoStack(io);
  });

  test('because it is replaced by a folder is no bug of the program', async () => {
    const file = path.join(await temporaryFolder(), 'a.yaml');
    await writeFile(file, start);
    const { code, io } = await interrupted(file, async () => {
      await rm(file);
      await mkdir(file);
    });
    expect(code).toBe(2);
    expect(io.err()).toContain('das ist ein Ordner');
    expectNoStack(io);
  });
});

describe('a file that is no mistake, however odd,', () => {
  test.each([
    { name: 'sections that wait for their content', content: `${format}\nsubject:\nquestionnaires:\nanswers:\n` },
    { name: 'a section with a comment', content: `${format}\nanswers: # alle\n` },
    {
      name: 'keys that wait for their value',
      content: `${format}\nanswers:\n  participants: # wer?\n`,
    },
    { name: 'Windows line ends', content: `${format}\r\nanswers:\r\n  hosting: own-server\r\n` },
    { name: 'sections in braces', content: `${format}\nsubject: {}\nanswers: { hosting: own-server }\n` },
    { name: 'a byte order mark', content: `\uFEFF${format}\n` },
  ])('is filled in by assess: $name', async ({ content }) => {
    const file = path.join(await temporaryFolder(), 'a.yaml');
    await writeFile(file, content);
    const prompter = scriptedPrompter((step) => {
      return step.id === 'data-categories' ? undefined : anyReply(step);
    });
    const io = fakeIo({ isInteractive: true, createPrompter: async () => prompter });
    expect(await main(['assess', file], io)).toBe(130);
    expectNoStack(io);
    const text = await readFile(file, 'utf8');
    expect(text).toContain('participants: [ staff ]');
    for (const comment of content.match(/#.*/g) ?? []) expect(text).toContain(comment);
    expect(await main(['evaluate', file], fakeIo())).toBe(4);
  });
});

describe('the permissions of a file', () => {
  test('are of no concern to reading it: one that may only be read is evaluated', async () => {
    const file = path.join(await temporaryFolder(), 'a.yaml');
    await writeFile(file, `${format}\n`);
    await chmod(file, 0o444);
    expect(await main(['evaluate', file], fakeIo())).toBe(4);
  });
});

/** The first choice of every question, so that the next one is asked. */
function anyReply(step: Step): Reply {
  if (step.kind === 'subject') return { kind: 'value', value: 'Stadt' };
  if (step.kind === 'proposals') return { kind: 'later' };
  if (step.kind === 'scope') return { kind: 'value', value: step.offers.map(({ questionnaire }) => questionnaire.id) };
  const [first = ''] = choicesOf(step.item.question).map(({ id }) => id);
  return { kind: 'value', value: step.item.question.kind === 'choices' ? [first] : first };
}

/** Nothing but words: no result, no stack, nothing that repaints the terminal. */
function expectCalm(io: FakeIo): void {
  expect(io.out()).toBe('');
  expect(io.err().replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  expectNoStack(io);
}

function expectNoStack(io: FakeIo): void {
  expect(io.err()).not.toMatch(/^\s+at /m);
  expect(io.err()).not.toContain('Das ist ein Fehler in messenger-check');
}

/** Every file of a folder: its bytes, its mode and when it was written. */
async function stateOf(folder: string) {
  const paths = await readdir(folder, { recursive: true });
  return Promise.all(
    paths.sort().map(async (name) => {
      const { mode, mtimeMs, ino, size } = await lstat(path.join(folder, name));
      const isFile = (await lstat(path.join(folder, name))).isFile();
      const { sha256 } = isFile ? await processIo.read(path.join(folder, name)) : { sha256: '' };
      return { name, mode, mtimeMs, ino, size, sha256 };
    }),
  );
}
