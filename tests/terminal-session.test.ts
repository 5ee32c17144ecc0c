import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { type Language, languages } from '../src/domain/language.ts';
import { wordings } from '../src/wording/wording.ts';
import { describeWith } from './support/needs.ts';
import { program } from './support/real-program.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { Terminal } from './support/terminal.ts';

/** The use is described; the choice of papers is next, and after it the first section. */
const described = `format: messenger-check/assessment@1
subject:
  date: 2026-11-23
  organisation: Stadt Musterhausen
  use: Anfragen
  messenger: other
  product: Eigenbau
  reference: DSB-1
  assessor: DSB
answers:
  sector: municipality
  state: he
  service-type: internal-closed
  hosting: own-server
  participants: [staff]
  data-categories: [contact-data]
  devices: [official-managed]
  functions: [text]
`;

const note = { de: 'Rückfrage bei der IT', en: 'Ask the IT department' };

describeWith('tmux', 'a session at a terminal', (tmux) => {
  const cases = languages.flatMap((language) => [60, 120].map((columns) => ({ language, columns })));

  test.each(cases)('looks as it should, in $language and $columns columns', async ({ language, columns }) => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'a.yaml'), described);
    const { screens, file } = await session({ tmux, language, columns, folder });
    for (const line of screens.join('\n').split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
    await expect(`${screens.join(`\n${'='.repeat(columns)}\n`)}\n`).toMatchFileSnapshot(
      `screens/${language}-${columns}.txt`,
    );
    expect(await readdir(folder)).toEqual(['a.yaml']);
    expect(parse(file).answers).toMatchObject({
      'provider-controller': { unknown: 'asked-provider', note: note[language] },
    });
  });

  test('leaves the same file whatever the width', async () => {
    const files = await Promise.all(
      [60, 120].map(async (columns) => {
        const folder = await temporaryFolder();
        await writeFile(path.join(folder, 'a.yaml'), described);
        return (await session({ tmux, language: 'de', columns, folder })).file;
      }),
    );
    expect(files[0]).toBe(files[1]);
  });
});

interface SessionOptions {
  readonly tmux: string;
  readonly language: Language;
  readonly columns: number;
  readonly folder: string;
}

/** Back over the border of a section, help, note, evidence, "don't know", jump, overview, quit, and on again. */
async function session({ tmux, language, columns, folder }: SessionOptions) {
  const words = wordings[language].interview;
  const key = (action: keyof typeof words.actions) => words.actions[action].key;
  const screens: string[] = [];
  const open = () => {
    // As npx calls it: what the program tells to type begins with that.
    const command = `node ${program} assess a.yaml --lang ${language} --date 2026-11-23`;
    const terminal = new Terminal({ tmux, command, folder, columns, rows: 60, env: { npm_command: 'exec' } });
    onTestFinished(() => terminal.close());
    return terminal;
  };
  const first = open();
  const keep = async (wanted: string | RegExp, terminal = first) => {
    await terminal.see(wanted);
    screens.push((await terminal.still()).trimEnd());
  };
  /** A text of the interview as it may be broken into lines. */
  const broken = (text: string) => new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'));

  await keep(broken(words.scopeQuestion));
  first.press('Enter');
  const question = /\? .*(Verantwortlich|Anbieter|provider)/;
  await keep(question);
  first.press(key('back'));
  await keep(broken(words.scopeQuestion));
  first.press('Enter');
  await first.see(question);
  first.press(key('help'));
  await keep(broken(words.readBy));
  first.press(key('note'));
  await first.write(new RegExp(`\\? ${words.noteQuestion}`), note[language]);
  await first.see(broken(`${words.noteQuestion}: ${note[language]}`));
  await first.still();
  first.press(key('evidence'));
  await first.write(broken(words.evidenceText), 'Akte 4711');
  await first.write(broken(words.evidenceDate), '23.10.2026');
  await first.write(broken(words.evidenceValidUntil), '2026-01-01');
  await keep(broken(words.needsLaterDay('2026-11-23')));
  first.press('C-u');
  first.type('2027-06-30');
  first.press('Enter');
  await keep(/2027[\s\S]*❯/);
  first.press(key('unknown'));
  await first.see(broken(words.reasonQuestion));
  await first.choose(words.reasonChoices['asked-provider']);
  await keep(broken(words.reasonChoices['asked-provider']));
  first.press(key('go'));
  await keep(broken(words.goQuestion));
  first.press('3', 'Enter');
  await first.still();
  first.press(key('overview'));
  await keep(broken(words.overviewQuestion));
  first.press('Escape');
  await first.see(/\? (Ab wann und|From when, and)/);
  first.press(key('quit'));
  await keep(/\[exit \d+\]/);
  const second = open();
  // What is unknown is asked again only once nothing else is left.
  await keep(/\? .*(Vermerk dazu|note on whether)/, second);
  second.press('C-c');
  await second.see('[exit 130]');
  return { screens, file: await readFile(path.join(folder, 'a.yaml'), 'utf8') };
}

describeWith('tmux', 'the interview', (tmux) => {
  const open = async (options: { columns?: number; env?: Record<string, string>; text?: string; before?: string }) => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'a.yaml'), options.text ?? described);
    const { columns = 200, env = {}, before = '' } = options;
    const command = `${before} node ${program} assess a.yaml --lang de --date 2026-11-23`;
    const terminal = new Terminal({ tmux, command, folder, columns, rows: 50, env });
    onTestFinished(() => terminal.close());
    const answers = async () => parse(await readFile(path.join(folder, 'a.yaml'), 'utf8'));
    return { terminal, folder, answers };
  };

  test('takes a long note from the person’s own editor, and what it says stays in lines', async () => {
    const editor = path.join(await temporaryFolder(), 'editor.mjs');
    await writeFile(editor, "import fs from 'node:fs'; fs.appendFileSync(process.argv[2], '\\nzweite Zeile\\n');");
    const { terminal, answers } = await open({ env: { VISUAL: `${process.execPath} ${editor}` } });
    await terminal.write('? Welche Papiere');
    await terminal.see('? Welcher Anbieter');
    terminal.press('n');
    await terminal.see('? Notiz');
    terminal.type('erste Zeile');
    terminal.press('C-o');
    await terminal.see(/Notiz: erste Zeile\s+zweite Zeile[\s\S]*\? Welcher Anbieter/);
    terminal.press('q');
    await terminal.see('[exit 4]');
    expect((await answers()).answers['provider-controller'].note).toBe('erste Zeile\nzweite Zeile');
  });

  test('says so where there is no such editor, and keeps what was typed', async () => {
    const { terminal } = await open({ env: { VISUAL: '/nowhere/editor' } });
    await terminal.write('? Welche Papiere');
    await terminal.see('? Welcher Anbieter');
    terminal.press('n');
    await terminal.see('? Notiz');
    terminal.type('meine Notiz');
    terminal.press('C-o');
    await terminal.see(/Der Editor ließ sich nicht starten[\s\S]*❯ meine Notiz/);
  });

  test('makes do without Unicode symbols and without colour', async () => {
    const { terminal } = await open({ columns: 60, before: 'TERM=linux NO_COLOR=1' });
    const screen = await terminal.see('? Welche Papiere');
    expect(screen).toContain('> 1 Die genannten');
    expect(screen).not.toMatch(/[❯✔◯◉]/);
    expect(terminal.colours()).toBe(false);
  });

  test('ends with a review: who is responsible for a measure, and until when, stands in file and report', async () => {
    // Only what is open stands between this file and its end.
    const { terminal, answers } = await open({ text: `${described}  second-factor: not-offered\n` });
    await terminal.write('? Welche Papiere');
    await terminal.see('? Welcher Anbieter');
    for (let screen = terminal.screen(); !screen.includes('Noch etwas eintragen?'); ) {
      terminal.press(screen.includes('Weiterfragen?') ? 'Enter' : 's');
      await terminal.change(screen);
      screen = await terminal.see(/Strg\+C sichert/);
    }
    await terminal.choose('Maßnahmen');
    await terminal.write('? Zu welcher Anforderung?');
    await terminal.write('? Wer ist zuständig?', 'IT-Stelle');
    await terminal.write('? Bis wann?', '31.1.2027');
    await terminal.write('? Notiz zur Maßnahme?');
    await terminal.see('Gesichert.');
    await terminal.choose('Offene Punkte');
    await terminal.see('Gibt es einen geprüften und freigegebenen Messenger');
    await terminal.choose('Nein, fertig');
    await terminal.see(/\[exit \d\]/);
    expect(Object.values((await answers()).measures)).toEqual([{ responsible: 'IT-Stelle', due: '2027-01-31' }]);
  });
});
