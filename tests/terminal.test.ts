import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { describeWith } from './support/needs.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { Terminal } from './support/terminal.ts';

const root = path.join(import.meta.dirname, '..');
/** As a person calls it, from a checkout that `npm ci` has built. */
const command = (args: string) => `npx --prefix '${root}' messenger-check ${args}`;

describeWith('tmux', 'the interview in a real terminal', (tmux) => {
  const open = (args: string, folder: string, more: { columns?: number; env?: Record<string, string> } = {}) => {
    const terminal = new Terminal({ tmux, command: command(args), folder, ...more });
    onTestFinished(() => terminal.close());
    return terminal;
  };

  test('answers, is left with Ctrl-C, goes on where it stopped, and finishes', async () => {
    expect(existsSync(path.join(root, 'dist/index.js')), 'npm ci has built dist/').toBe(true);
    const folder = await temporaryFolder();
    const file = path.join(folder, 'messenger-check.yaml');
    const first = open('assess', folder, { env: { LANG: 'de_DE.UTF-8' } });
    await first.see('Welche Stelle wird geprüft?');
    first.type('Stadt Musterhausen');
    first.press('Enter');
    await first.see('Wofür soll der Messenger eingesetzt werden?');
    first.type('Bürgeranfragen');
    first.press('Enter');
    await first.see('Aktenzeichen?');
    first.press('Enter');
    await first.see('Wer führt diese Prüfung durch?');
    first.press('Enter');
    await first.see('Welche Art von Organisation');
    await first.choose('Gemeinde, Stadt, Kreis');
    await first.see('In welchem Land');
    first.press('C-c');
    const left = await first.see('[exit 130]');
    expect(left).toContain('Alle Antworten sind gesichert in messenger-check.yaml.');
    expect(await readFile(file, 'utf8')).toMatch(
      /organisation: Stadt Musterhausen\n {2}use: Bürgeranfragen\n[\s\S]*sector: municipality\n$/,
    );

    const second = open('assess', folder, { env: { LANG: 'de_DE.UTF-8' } });
    const resumed = await second.see('In welchem Land');
    expect(resumed).not.toContain('Welche Stelle wird geprüft?');
    await answerAll(second);
    const end = await second.see(/\[exit \d+\]/);
    expect(end).toContain('Alle Fragen sind gestellt.');
    expect(end).toContain('Ergebnis:');
    expect(end).toContain('messenger-check report messenger-check.yaml');
    const text = await readFile(file, 'utf8');
    expect(text).toContain('sector: municipality');
    expect(text).toContain('second-factor:');
    expect(await readdir(folder)).toEqual(['messenger-check.yaml']);
  });

  test('explains, takes a note, and takes "I don’t know" with a reason, in English and 60 columns', async () => {
    const folder = await temporaryFolder();
    const terminal = open('assess a.yaml --lang en', folder, { columns: 60 });
    await terminal.see('Which organisation is assessed?');
    terminal.type('Agency');
    terminal.press('Enter');
    await terminal.see('What is the messenger to be used for?');
    terminal.type('Chat');
    terminal.press('Enter');
    await terminal.see('File reference?');
    terminal.press('Enter');
    await terminal.see('Who carries out this assessment?');
    terminal.press('Enter');
    await terminal.see('What kind of organisation');
    await terminal.choose('Show explanation');
    const explained = await terminal.see('Why it is asked:');
    expect(explained).toContain('Good evidence:');
    await terminal.choose('Write a note on it');
    await terminal.see(/\? Note/);
    terminal.type('Ask the legal department');
    terminal.press('Enter');
    await terminal.see(/Note:\s+Ask\s+the\s+legal\s+department[\s\S]*❯/);
    await terminal.choose('I don’t know');
    await terminal.see('Why is the answer not known?');
    await terminal.choose('We have asked the provider');
    await terminal.see(/✔[^?]*\?\s+We\s+have\s+asked\s+the\s+provider[\s\S]*❯/);
    terminal.press('C-c');
    await terminal.see('[exit 130]');
    expect(await readFile(path.join(folder, 'a.yaml'), 'utf8')).toContain(
      'sector: { unknown: asked-provider, note: Ask the legal department }',
    );
  });

  test.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)('has saved every answer and says where on %s', async (signal) => {
    const folder = await temporaryFolder();
    const program = path.join(root, 'bin/messenger-check.js');
    const line = `sh -c 'echo $$ > pid; exec node ${program} assess a.yaml --lang de'`;
    const terminal = new Terminal({ tmux, command: line, folder });
    onTestFinished(() => terminal.close());
    await terminal.see('Welche Stelle wird geprüft?');
    terminal.type('Stadt Musterhausen');
    terminal.press('Enter');
    await terminal.see('Wofür soll der Messenger eingesetzt werden?');
    process.kill(Number(await readFile(path.join(folder, 'pid'), 'utf8')), signal);
    expect(await terminal.see('[exit 130]')).toContain('Alle Antworten sind gesichert in a.yaml.');
    expect(await readFile(path.join(folder, 'a.yaml'), 'utf8')).toContain('organisation: Stadt Musterhausen');
  });

  test('refuses to ask where there is no terminal', async () => {
    const terminal = open('assess < /dev/null', await temporaryFolder(), { env: { LANG: 'de_DE.UTF-8' } });
    expect(await terminal.see('[exit 2]')).toContain('Die Befragung braucht ein Terminal');
  });
});

/** Takes the first choice everywhere, ticks nothing, and skips what is optional, until the program ends. */
async function answerAll(terminal: Terminal): Promise<void> {
  for (let screen = terminal.screen(); !/\[exit \d+\]/.test(screen); ) {
    terminal.press('Enter');
    screen = await terminal.change(screen);
  }
}
