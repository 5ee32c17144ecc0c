import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { describeWith } from './support/needs.ts';
import { plainRun } from './support/plain-session.ts';
import { program } from './support/real-program.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { Terminal } from './support/terminal.ts';

const flags = ['--lang', 'de', '--date', '2026-11-23'];

/**
 * One assessment: a municipality in Hesse with a messenger of its own and a note and a proof on what it is; of all
 * other questions the first choice.
 */
const texts = ['Stadt Musterhausen', 'Bürgeranfragen', 'DSB-1', 'DSB'];
const proof = ['Hauptsatzung: § 1', '2026-02-01', '2027-06-30'];

describeWith('tmux', 'the same assessment', (tmux) => {
  test('drawn in a terminal, in plain lines and by a form comes to the same bytes', async () => {
    const plain = await inPlainLines();
    expect(await inTerminal(tmux)).toBe(plain);
    expect(await byForm(parse(plain))).toBe(plain);
    // It is a whole assessment, not three empty files.
    expect(Object.keys(parse(plain).answers).length).toBeGreaterThan(40);
    expect(parse(plain).answers.sector).toEqual({
      value: 'municipality',
      note: 'Eigenbetrieb?\nNein.',
      evidence: [{ text: proof[0], date: proof[1], validUntil: proof[2] }],
    });
  });
});

async function inPlainLines(): Promise<string> {
  const folder = await temporaryFolder();
  // Several lines are written in the editor; there is one that writes them.
  const editor = path.join(folder, 'editor.mjs');
  await writeFile(editor, "import fs from 'node:fs'; fs.writeFileSync(process.argv[2], 'Eigenbetrieb?\\nNein.\\n');");
  const everywhereTheFirst = Array.from({ length: 120 }, () => '1');
  const lines = [...texts, 'n', '/v', 'b', ...proof, '3', '7', '26', 'Eigenbau', ...everywhereTheFirst];
  await plainRun(['a.yaml', ...flags], lines, { folder, env: { EDITOR: `${process.execPath} ${editor}` } });
  return readFile(path.join(folder, 'a.yaml'), 'utf8');
}

async function inTerminal(tmux: string): Promise<string> {
  const folder = await temporaryFolder();
  const command = `node ${program} assess a.yaml ${flags.join(' ')}`;
  const terminal = new Terminal({ tmux, command, folder, rows: 60 });
  onTestFinished(() => terminal.close());
  await terminal.write('? Welche Stelle', texts[0]);
  await terminal.write('? Wofür', texts[1]);
  await terminal.write('? Aktenzeichen', texts[2]);
  await terminal.write('? Wer führt', texts[3]);
  await terminal.see('? Welche Art von Organisation');
  terminal.press('n');
  await terminal.see('? Notiz');
  terminal.paste('Eigenbetrieb?\nNein.');
  await terminal.write('Eigenbetrieb?¶Nein.');
  await terminal.see(/Notiz: Eigenbetrieb\?[\s\S]*❯ 11/);
  terminal.press('b');
  await terminal.write('? Was belegt', proof[0]);
  await terminal.write('? Von welchem Tag', proof[1]);
  await terminal.write('? Bis zu welchem Tag', proof[2]);
  await terminal.see(/Beleg: Hauptsatzung[\s\S]*❯ 11/);
  await terminal.choose('Gemeinde');
  await terminal.see('? In welchem Land');
  await terminal.choose('Hessen');
  await terminal.see('? Um welchen Messenger');
  await terminal.choose('Anderer Messenger');
  await terminal.write('? Produkt', 'Eigenbau');
  for (let screen = await terminal.see(/Wem steht der Dienst[\s\S]*Strg\+C sichert/); !/\[exit \d+\]/.test(screen); ) {
    if (screen.includes('Leertaste kreuzt an')) {
      terminal.press('Space');
      screen = await terminal.see(/❯ +1 ◉/);
    }
    terminal.press('Enter');
    await terminal.change(screen);
    // Between two questions there is none to be seen.
    screen = await terminal.see(/Strg\+C sichert|\[exit \d+\]/);
  }
  return readFile(path.join(folder, 'a.yaml'), 'utf8');
}

interface Answers {
  readonly subject: Readonly<Record<string, string>>;
  readonly questionnaires: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Writes the answers into the form as somebody would with an editor, and takes it over into a new file. */
async function byForm({ subject, questionnaires, answers }: Answers): Promise<string> {
  const folder = await temporaryFolder();
  await promisify(execFile)(process.execPath, [program, 'init', 'form.yaml', ...flags], { cwd: folder });
  let form = await readFile(path.join(folder, 'form.yaml'), 'utf8');
  const fill = (key: string, value: unknown) => {
    const line = new RegExp(`^  ${key}:.*$`, 'm');
    expect(form, key).toMatch(line);
    form = form.replace(line, () => `  ${key}: ${JSON.stringify(value)}`);
  };
  for (const [key, value] of Object.entries(subject)) fill(key, value);
  for (const [key, value] of Object.entries(answers)) fill(key, value);
  for (const id of Object.keys(questionnaires)) form = form.replace(`  #${id}:`, `  ${id}:`);
  await writeFile(path.join(folder, 'form.yaml'), form);
  const { text } = await plainRun(['a.yaml', '--from', 'form.yaml', ...flags], ['1'], { folder });
  expect(text).toMatch(/form\.yaml: \d+ Angaben übernommen\./);
  return readFile(path.join(folder, 'a.yaml'), 'utf8');
}
