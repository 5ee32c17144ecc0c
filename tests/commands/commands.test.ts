import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { choicesOf } from '../../src/domain/question.ts';
import type { Reply } from '../../src/interview/prompter.ts';
import type { Step } from '../../src/interview/steps.ts';
import { main } from '../../src/main.ts';
import { fakeIo } from '../support/fake-io.ts';
import { type ScriptedPrompter, scriptedPrompter } from '../support/scripted-prompter.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const fixture = (name: string) => path.join(import.meta.dirname, '../fixtures', name);
const interactive = (prompter: ScriptedPrompter) =>
  fakeIo({ isInteractive: true, createPrompter: async () => prompter });

function firstChoice(step: Step): Reply {
  if (step.kind === 'subject') return step.isOptional ? { kind: 'later' } : { kind: 'value', value: 'Stadt „Ö“: #1' };
  if (step.kind === 'proposals') return { kind: 'later' };
  if (step.kind === 'scope') {
    return { kind: 'value', value: step.offers.filter((one) => one.isOffered).map((one) => one.questionnaire.id) };
  }
  const [first = ''] = choicesOf(step.item.question).map(({ id }) => id);
  return { kind: 'value', value: step.item.question.kind === 'choices' ? [first] : first };
}

describe('assess', () => {
  test('without a terminal says so, names another way and exits with 2', async () => {
    const io = fakeIo();
    expect(await main(['assess', 'x.yaml'], io)).toBe(2);
    expect(io.err()).toBe(
      'Die Befragung braucht ein Terminal, die Ein- oder Ausgabe ist aber umgeleitet.\n' +
        '  Eine vorhandene Antwortdatei wertet aus: messenger-check evaluate <datei>\n',
    );
    expect(io.out()).toBe('');
  });

  test('left before the first answer creates no file', async () => {
    const folder = await temporaryFolder();
    const io = interactive(scriptedPrompter(() => undefined));
    expect(await main(['assess', path.join(folder, 'neu.yaml')], io)).toBe(130);
    expect(await readdir(folder)).toEqual([]);
    expect(io.err()).toContain('Es wurde keine Datei angelegt.');
  });

  test('left in the middle has saved every answer, says where, exits with 130 and goes on from there', async () => {
    const file = path.join(await temporaryFolder(), 'neu.yaml');
    const first = scriptedPrompter(
      (step) => (step.id === 'data-categories' ? undefined : firstChoice(step)),
      () => true,
    );
    const io = interactive(first);
    expect(await main(['assess', file], io)).toBe(130);
    expect(io.err()).toContain(`messenger-check assess ${file}`);
    const text = await readFile(file, 'utf8');
    expect(text).toContain('organisation: "Stadt „Ö“: #1"');
    expect(text).toContain('sector: federal-authority');
    expect(text).toContain('date: 2026-11-23');

    const second = scriptedPrompter(firstChoice, () => true);
    const resumed = interactive(second);
    expect(await main(['assess', file], resumed)).not.toBe(130);
    expect(second.asked[0]).toBe('data-categories');
    expect(second.asked).not.toContain('sector');
    expect(resumed.err()).toContain('Alle Fragen sind gestellt.');
    expect(await readdir(path.dirname(file))).toEqual(['neu.yaml']);
  });

  test('exits with the code of the verdict it ends with', async () => {
    const file = path.join(await temporaryFolder(), 'neu.yaml');
    const worst = (step: Step): Reply => {
      const reply = firstChoice(step);
      const last = step.kind === 'question' ? choicesOf(step.item.question).at(-1)?.id : undefined;
      return step.id === 'legal-basis' && last ? { kind: 'value', value: last } : reply;
    };
    const io = interactive(scriptedPrompter(worst, () => true));
    expect(await main(['assess', file], io)).toBe(1);
    expect(io.err()).toContain('Ergebnis: Einsatz nicht vertretbar');
  });

  test('keeps what somebody writes into the file while it runs', async () => {
    const file = path.join(await temporaryFolder(), 'neu.yaml');
    const prompter = scriptedPrompter(
      (step) => (step.id === 'devices' ? undefined : firstChoice(step)),
      () => true,
    );
    const editing: ScriptedPrompter = {
      ...prompter,
      ask: async (step, alike) => {
        if (step.id === 'participants') {
          await writeFile(file, `${await readFile(file, 'utf8')}  second-factor: required # von Hand\n`);
        }
        return prompter.ask(step, alike);
      },
    };
    await main(['assess', file], interactive(editing));
    const text = await readFile(file, 'utf8');
    expect(text).toContain('second-factor: required # von Hand');
    expect(text).toContain('participants: [ staff ]');
  });

  test('does not write over a file that somebody broke while it runs', async () => {
    const file = path.join(await temporaryFolder(), 'neu.yaml');
    const prompter = scriptedPrompter(firstChoice, () => true);
    const breaking: ScriptedPrompter = {
      ...prompter,
      ask: async (step, alike) => {
        if (step.id === 'participants') await writeFile(file, 'answers: [');
        return prompter.ask(step, alike);
      },
    };
    const io = interactive(breaking);
    expect(await main(['assess', file], io)).toBe(2);
    expect(io.err()).toContain('wurde während der Befragung von außen geändert');
    expect(await readFile(file, 'utf8')).toBe('answers: [');
  });
});

describe('evaluate', () => {
  test.each([
    { file: 'all-violated.yaml', flags: [], code: 1 },
    { file: 'all-violated.yaml', flags: ['--exit-zero'], code: 0 },
    { file: 'all-partial.yaml', flags: [], code: 0 },
    { file: 'all-partial.yaml', flags: ['--fail-on', 'conditional'], code: 1 },
    { file: 'all-fulfilled.yaml', flags: [], code: 0 },
  ])('exits with $code for $file $flags', async ({ file, flags, code }) => {
    expect(await main(['evaluate', fixture(file), ...flags], fakeIo())).toBe(code);
  });

  test('exits with 4 while a must is open, and with 0 if told to', async () => {
    const file = path.join(await temporaryFolder(), 'leer.yaml');
    await writeFile(file, 'format: messenger-check/assessment@1\n');
    expect(await main(['evaluate', file], fakeIo())).toBe(4);
    expect(await main(['evaluate', file, '--exit-zero'], fakeIo())).toBe(0);
  });

  test('prints the result to standard output and nothing to standard error', async () => {
    const io = fakeIo();
    await main(['evaluate', fixture('all-violated.yaml')], io);
    expect(io.err()).toBe('');
    expect(io.out()).toContain('Ergebnis: Einsatz nicht vertretbar');
    expect(io.out()).toContain('Nicht erfüllt: maßgeblich (41)');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: looks for just that
    expect(io.out()).not.toMatch(/\u001B/);
  });

  test('speaks the language of --lang, else of the environment, else German', async () => {
    const run = async (flags: readonly string[], env: Record<string, string>) => {
      const io = fakeIo({ env });
      await main(['evaluate', fixture('all-violated.yaml'), ...flags], io);
      return /^(Ergebnis|Result):/m.exec(io.out())?.[1];
    };
    expect(await run([], {})).toBe('Ergebnis');
    expect(await run([], { LANG: 'en_GB.UTF-8' })).toBe('Result');
    expect(await run(['--lang', 'de'], { LANG: 'en_GB.UTF-8' })).toBe('Ergebnis');
    expect(await run(['--lang=en'], {})).toBe('Result');
  });

  test('gives JSON with one row a file, also for a single one', async () => {
    const io = fakeIo();
    await main(['evaluate', fixture('all-violated.yaml'), '--format', 'json'], io);
    const [row, ...others] = JSON.parse(io.out());
    expect(others).toEqual([]);
    expect(row).toMatchObject({ format: 'messenger-check/row@1', verdict: 'impermissible' });
    expect(row.findings.violated).toHaveLength(44);
  });

  test('takes the day from --date, else from SOURCE_DATE_EPOCH, else from the clock', async () => {
    const dateOf = async (flags: readonly string[], env: Record<string, string>) => {
      const io = fakeIo({ env });
      await main(['evaluate', fixture('all-partial.yaml'), '--format', 'json', ...flags], io);
      return JSON.parse(io.out())[0].date;
    };
    expect(await dateOf([], {})).toBe('2026-11-23');
    expect(await dateOf([], { SOURCE_DATE_EPOCH: '1767225600' })).toBe('2026-01-01');
    expect(await dateOf(['--date', '2027-02-03'], { SOURCE_DATE_EPOCH: '1767225600' })).toBe('2027-02-03');
  });

  test.each([
    ['--date', '2026-02-30'],
    ['--lang', 'fr'],
    ['--format', 'pdf'],
    ['--fail-on', 'permissible'],
    ['--bogus', 'x'],
  ])('exits with 2 and prints no result for %s %s', async (...flags) => {
    const io = fakeIo();
    expect(await main(['evaluate', fixture('all-partial.yaml'), ...flags], io)).toBe(2);
    expect(io.out()).toBe('');
    expect(io.err()).not.toBe('');
  });
});

describe('report', () => {
  test.each(['markdown', 'html', 'json'])('as %s gives the same bytes twice', async (format) => {
    const [one, two] = [fakeIo(), fakeIo({ now: () => new Date('2031-01-01') })];
    const args = ['report', fixture('all-partial.yaml'), '--format', format, '--date', '2026-11-23'];
    await main(args, one);
    await main(args, two);
    expect(one.out()).toBe(two.out());
    expect(one.out()).not.toBe('');
  });

  test('writes to a file and says so on standard error only, unless quiet', async () => {
    const output = path.join(await temporaryFolder(), 'vermerk.md');
    const io = fakeIo();
    await main(['report', fixture('all-partial.yaml'), '--output', output], io);
    expect(await readFile(output, 'utf8')).toMatch(/^# Prüfung des Einsatzes eines Messengers: WhatsApp/);
    expect(io.out()).toBe('');
    expect(io.err()).toBe(`Geschrieben: ${output} (vertretbar mit Auflagen)\n`);
    const quiet = fakeIo();
    await main(['report', fixture('all-partial.yaml'), '--output', output, '--quiet'], quiet);
    expect(quiet.err()).toBe('');
  });

  test('names the folder it cannot write to, and exits with 2', async () => {
    const output = path.join(await temporaryFolder(), 'fehlt', 'vermerk.md');
    const io = fakeIo();
    expect(await main(['report', fixture('all-partial.yaml'), '--output', output], io)).toBe(2);
    expect(io.err()).toContain(`${output} lässt sich nicht schreiben: Datei oder Ordner gibt es nicht`);
  });

  test('writes a Word document to a file or a pipe, the same bytes', async () => {
    const output = path.join(await temporaryFolder(), 'vermerk.docx');
    const command = ['report', fixture('all-partial.yaml'), '--format', 'docx'];
    expect(await main([...command, '--output', output], fakeIo())).toBe(0);
    const written = await readFile(output);
    expect(written.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    const pipe = fakeIo();
    expect(await main(command, pipe)).toBe(0);
    expect(pipe.out()).toBe(written.toString('latin1'));
  });

  test('writes no Word document to a terminal, and says what to do instead', async () => {
    const io = fakeIo({ isTerminal: true });
    expect(await main(['report', fixture('all-partial.yaml'), '--format', 'docx'], io)).toBe(2);
    expect(io.out()).toBe('');
    expect(io.err()).toContain('--output vermerk.docx');
  });
});

describe('the program', () => {
  test.each([
    { lang: 'de', words: ['Aufruf:', 'Befehle:', 'Rückgabewerte:', '130'] },
    { lang: 'en', words: ['Usage:', 'Commands:', 'Exit codes:', '130'] },
  ])('explains itself in $lang with --help, and exits with 0', async ({ lang, words }) => {
    const io = fakeIo();
    expect(await main(['--help', '--lang', lang], io)).toBe(0);
    for (const word of words) expect(io.out()).toContain(word);
  });

  test('says its version', async () => {
    const io = fakeIo();
    expect(await main(['--version'], io)).toBe(0);
    expect(io.out()).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('without a command shows its help and exits with 2', async () => {
    const io = fakeIo();
    expect(await main([], io)).toBe(2);
    expect(io.err()).toContain('assess');
  });

  test('calls a bug a bug, with the stack, and exits with 3', async () => {
    const io = fakeIo({
      list: () => {
        throw new TypeError('broken on purpose');
      },
    });
    expect(await main(['evaluate', fixture('all-partial.yaml')], io)).toBe(3);
    expect(io.err()).toContain('Das ist ein Fehler in messenger-check');
    expect(io.err()).toContain('TypeError: broken on purpose');
  });
});
