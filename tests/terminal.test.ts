import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { describeWith } from './support/needs.ts';
import { program } from './support/real-program.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { Terminal } from './support/terminal.ts';

const root = path.join(import.meta.dirname, '..');
/** As a person calls it, from a checkout that `npm ci` has built. */
const byNpx = `npx --prefix '${root}' messenger-check`;
const direct = `'${process.execPath}' '${program}'`;

describeWith('tmux', 'the interview in a real terminal', (tmux) => {
  const open = (
    args: string,
    folder: string,
    {
      command = direct,
      ...more
    }: { command?: string; columns?: number; rows?: number; env?: Record<string, string> } = {},
  ) => {
    const terminal = new Terminal({ tmux, command: `${command} ${args}`, folder, ...more });
    onTestFinished(() => terminal.close());
    return terminal;
  };

  test('answers, is left with Ctrl-C, goes on where it stopped, and finishes', async () => {
    expect(existsSync(path.join(root, 'dist/index.cjs')), 'npm ci has built dist/').toBe(true);
    const folder = await temporaryFolder();
    const file = path.join(folder, 'messenger-check.yaml');
    const first = open('assess', folder, { command: byNpx, env: { LANG: 'de_DE.UTF-8' } });
    await first.write('Welche Stelle wird geprüft?', 'Stadt Musterhausen');
    await first.write('Wofür soll der Messenger eingesetzt werden?', 'Bürgeranfragen');
    await first.write('Aktenzeichen?');
    await first.write('Wer führt diese Prüfung durch?');
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

  test('goes back to the question before, shows what was answered, and keeps it where it is answered the same', async () => {
    const folder = await temporaryFolder();
    const terminal = open('assess b.yaml --lang en', folder, { columns: 60 });
    await terminal.write('Which organisation is assessed?', 'Town');
    await terminal.see('What is the messenger to be used for?');
    terminal.press('Escape');
    await terminal.see('What instead?');
    await terminal.choose('back');
    await terminal.see(/Which organisation is assessed\?[^✔]*❯ Town/);
    terminal.press('C-u');
    terminal.type('City');
    terminal.press('Enter');
    await terminal.write('What is the messenger to be used for?', 'Enquiries');
    await terminal.write('File reference?');
    await terminal.write('Who ');
    await terminal.see('What kind of organisation');
    await terminal.choose('Municipality');
    await terminal.see('In which German state');
    terminal.press('b');
    await terminal.see('Answer so far: Municipality');
    await terminal.choose('Hospital, including');
    await terminal.see('In which German state');
    terminal.press('C-c');
    await terminal.see('[exit 130]');
    const { subject, answers } = parse(await readFile(path.join(folder, 'b.yaml'), 'utf8'));
    expect(subject).toMatchObject({ organisation: 'City', use: 'Enquiries' });
    expect(answers).toEqual({ sector: 'hospital' });
  });

  test('proposes what the profile of Signal says: one accepted, one changed, one left open, told apart in file and report', async () => {
    const folder = await temporaryFolder();
    const unknown = [
      ...['eu-representative', 'service-classification', 'telecom-secrecy', 'processing-contract'],
      ...['third-country-transfer', 'business-model', 'group-sharing', 'privacy-notice-access'],
      ...['privacy-notice-content', 'data-subject-requests', 'sharing-consent', 'metadata-scope', 'metadata-analysis'],
      ...['address-book-upload', 'account-identifier', 'server-retention', 'privacy-defaults', 'overall-weighing'],
      ...['e2ee-coverage', 'chat-backup', 'contact-verification', 'security-updates', 'device-access', 'ai-assistant'],
      ...['bundling-apps', 'provider-controller'],
    ].map((id) => `  ${id}: { unknown: to-be-checked }\n`);
    const start = `format: messenger-check/assessment@1
subject: { organisation: Stadt, use: Anfragen, reference: X, assessor: Y, messenger: signal, product: Signal }
questionnaires: { bfdi-leitfragen: "2020-04-14.1" }
answers:
  sector: municipality
  state: he
  participants: [citizens]
  data-categories: [contact-data]
  devices: [official-managed]
  functions: [text]
`;
    await writeFile(path.join(folder, 'a.yaml'), start + unknown.join(''));
    const terminal = open('assess a.yaml --lang de --date 2026-11-23', folder, { columns: 130, rows: 90 });
    const offered = await terminal.see('Zu 4 Fragen dieses Abschnitts macht das Produktprofil Signal Vorschläge');
    expect(offered).toContain('Aus dem Produktprofil Signal: Ja, die Nachrichten ohne Zutun');
    expect(offered).toMatch(/Stand:\s+09\.08\.2026; nur über Dritte belegt; Verlässlichkeit hoch/);
    expect(offered).toMatch(
      /Quelle: Comparison of instant messengers, 09\.08\.2026,\s+https:\/\/eylenburg\.github\.io/,
    );
    await terminal.choose('Auswählen');
    await terminal.see('Leertaste kreuzt an');
    terminal.press('Space');
    terminal.press('Enter');
    await terminal.see('Ist der Quelltext der eingesetzten Fassung öffentlich einsehbar?');
    await terminal.choose('Nein');
    await terminal.see('Haben unabhängige Fachleute');
    await terminal.choose('Weiß ich nicht');
    await terminal.see('Warum ist die Antwort nicht bekannt?');
    await terminal.choose('Sie ist noch zu prüfen');
    await terminal.see('Kann der Messenger Nachrichten mit fremden Diensten');
    await terminal.choose('Vorschlag übernehmen');
    await terminal.see('✔ Kann der Messenger Nachrichten');
    terminal.press('C-c');
    await terminal.see('[exit 130]');

    const { answers } = parse(await readFile(path.join(folder, 'a.yaml'), 'utf8'));
    expect(answers['e2ee-messages']).toMatchObject({ value: 'yes', origin: 'profile' });
    expect(answers['e2ee-messages'].evidence[0]).toMatchObject({ date: '2026-11-23', validUntil: '2027-05-23' });
    expect(answers['source-code']).toBe('closed');
    expect(answers['independent-audit']).toEqual({ unknown: 'to-be-checked' });
    expect(answers.interoperability).toMatchObject({ value: 'off', origin: 'profile' });

    const report = open('report a.yaml --depth annex --lang de --date 2026-11-23 --output memo.md', folder);
    await report.see(/\[exit \d\]/);
    const memo = await readFile(path.join(folder, 'memo.md'), 'utf8');
    const remarkOn = (question: string) => {
      const lines = memo.slice(memo.indexOf(': Alle Antworten')).split('\n');
      return lines[lines.findIndex((line) => line.includes(question)) + 1];
    };
    expect(remarkOn('von Gerät zu Gerät verschlüsselt')).toBe(
      '  - Herkunft: aus dem Produktprofil übernommen, nicht eigens geprüft',
    );
    expect(remarkOn('Ist der Quelltext')).toContain('Herkunft: anders als im Produktprofil; dort: Ja, App und Server');
    expect(remarkOn('Haben unabhängige Fachleute')).toMatch(
      /Herkunft: das Produktprofil schlägt vor: .*; nicht übernommen/,
    );
    expect(memo).toContain('2 ungeprüft aus dem Produktprofil übernommen');
  });

  test('explains, takes a note, and takes "I don’t know" with a reason, in English and 60 columns', async () => {
    const folder = await temporaryFolder();
    const terminal = open('assess a.yaml --lang en', folder, { columns: 60, rows: 70 });
    await terminal.write('Which organisation is assessed?', 'Agency');
    await terminal.write('What is the messenger to be used for?', 'Chat');
    await terminal.write('File reference?');
    await terminal.write('Who carries out this assessment?');
    await terminal.see('What kind of organisation');
    terminal.press('h');
    const explained = await terminal.see('Why it is asked:');
    expect(explained).toContain('Good evidence:');
    terminal.press('n');
    await terminal.write(/\? Note/, 'Ask the legal department');
    await terminal.see(/Note:\s+Ask\s+the\s+legal\s+department[\s\S]*❯/);
    await terminal.choose('I don’t know');
    await terminal.see('Why is the answer not known?');
    await terminal.choose('Another department has been asked');
    await terminal.see(/✔[^?]*\?\s+Another\s+department\s+has\s+been\s+asked[\s\S]*❯/);
    terminal.press('C-c');
    await terminal.see('[exit 130]');
    expect(await readFile(path.join(folder, 'a.yaml'), 'utf8')).toContain(
      'sector: { unknown: asked-colleagues, note: Ask the legal department }',
    );
  });

  test.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)('has saved every answer and says where on %s', async (signal) => {
    const folder = await temporaryFolder();
    const line = `sh -c 'echo $$ > pid; exec node ${program} assess a.yaml --lang de'`;
    const terminal = new Terminal({ tmux, command: line, folder });
    onTestFinished(() => terminal.close());
    await terminal.write('Welche Stelle wird geprüft?', 'Stadt Musterhausen');
    await terminal.see('Wofür soll der Messenger eingesetzt werden?');
    process.kill(Number(await readFile(path.join(folder, 'pid'), 'utf8')), signal);
    expect(await terminal.see('[exit 130]')).toContain('Alle Antworten sind gesichert in a.yaml.');
    expect(await readFile(path.join(folder, 'a.yaml'), 'utf8')).toContain('organisation: Stadt Musterhausen');
  });

  test('takes nothing ticked for no answer by mistake; what is ticked, and where, outlives help, overview and Esc', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'a.yaml');
    const use = 'subject: { organisation: A, use: B, date: 2026-11-29, messenger: bigbluebutton }';
    await writeFile(file, `format: messenger-check/assessment@1\n${use}\nanswers: { sector: school, state: he }\n`);
    const terminal = open('assess a.yaml', folder, { env: { LANG: 'de_DE.UTF-8' } });
    const question = 'Wer schreibt über den Messenger mit?';
    for (let screen = terminal.screen(); !screen.includes(question); ) screen = await skipped(terminal, screen);
    terminal.press('Enter');
    await terminal.see('Mindestens eines trifft zu');
    terminal.press('Enter');
    expect(await readFile(file, 'utf8')).not.toContain('participants');
    // Two digits that are no entry together: the second counts. The letter after them is the key it looks like.
    terminal.type('94');
    await terminal.see(/❯ 4 /);
    terminal.press('Space');
    await terminal.see(/❯ 4 ◉/);
    terminal.type('h');
    await terminal.see('Guter Nachweis');
    await terminal.see(/❯ 4 ◉/);
    terminal.type('u');
    await terminal.see('Alle Fragen mit ihren Antworten');
    terminal.press('Escape');
    await terminal.see(/❯ 4 ◉/);
    const before = terminal.screen();
    terminal.press('Escape');
    terminal.press('Down');
    await terminal.change(before);
    await terminal.see(/4 ◉/);
    terminal.press('Enter');
    await terminal.see('✔ Wer schreibt über den Messenger mit?');
    expect(parse(await readFile(file, 'utf8')).answers.participants).toEqual(['pupils-and-parents']);
  });

  test('takes no choices that exclude each other until one of them is let go', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'a.yaml');
    const example = parse(await readFile(path.join(root, 'questionnaires/examples/kommune-nrw.yaml'), 'utf8'));
    example.answers['settings-control'] = undefined;
    await writeFile(file, stringify(example));
    const terminal = open('assess a.yaml', folder, { env: { LANG: 'de_DE.UTF-8' } });
    const question = 'Wie ist sichergestellt, dass nur benötigte Funktionen laufen';
    for (let screen = terminal.screen(); !screen.includes(question); ) screen = await skipped(terminal, screen);
    for (const number of ['2', '3']) {
      terminal.type(number);
      await terminal.see(new RegExp(`❯ ${number} `));
      terminal.press('Space');
      await terminal.see(new RegExp(`❯ ${number} ◉`));
    }
    terminal.press('Enter');
    await terminal.see('Das kann nicht alles zutreffen: „Nicht zugelassene Funktionen sind zentral gesperrt');
    terminal.press('Space');
    await terminal.see(/❯ 3 ◯/);
    terminal.press('Enter');
    await terminal.see('✔ Wie ist sichergestellt');
    expect(parse(await readFile(file, 'utf8')).answers['settings-control']).toEqual(['unused-blocked']);
  });

  test('refuses to ask where there is no terminal', async () => {
    const terminal = open('assess < /dev/null', await temporaryFolder(), { env: { LANG: 'de_DE.UTF-8' } });
    expect(await terminal.see('[exit 2]')).toContain('Die Befragung braucht ein Terminal');
  });
});

/** Takes the first choice everywhere, ticks nothing unless it has to, and skips what is optional, until the program ends. */
async function answerAll(terminal: Terminal): Promise<void> {
  for (let screen = terminal.screen(); !/\[exit \d+\]/.test(screen); ) {
    terminal.press(screen.includes('Mindestens eines trifft zu') ? 'Space' : 'Enter');
    screen = await terminal.change(screen);
  }
}

/** Past a question that this test is not about. */
function skipped(terminal: Terminal, screen: string): Promise<string> {
  terminal.press('Enter');
  return terminal.change(screen);
}
