import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { fakeIo } from '../support/fake-io.ts';

const help = {
  de: '  Alle Befehle: messenger-check help. Die Optionen eines Befehls, zum Beispiel: messenger-check help report.\n',
  en: '  All commands: messenger-check help. The options of one of them, for example: messenger-check help report.\n',
};

describe('a command line that cannot be understood is answered in the language of the reader', () => {
  test.each([
    { argv: ['evaluat'], de: 'Den Befehl „evaluat“ gibt es hier nicht.\n  Gemeint ist vielleicht: evaluate' },
    { argv: ['questionnaires', 'zzzzzz'], de: 'Den Befehl „zzzzzz“ gibt es hier nicht.' },
    { argv: ['report', 'x', '--foo'], de: 'Die Option „--foo“ gibt es hier nicht.' },
    {
      argv: ['report', 'x', '--fromat'],
      de: 'Die Option „--fromat“ gibt es hier nicht.\n  Gemeint ist vielleicht: --format',
    },
    { argv: ['report'], de: 'Die Angabe <file> fehlt.' },
    { argv: ['report', 'a', 'b'], de: 'Zu viele Angaben: 2 statt höchstens 1.' },
    { argv: ['report', 'a', '--output'], de: 'Zur Option -o, --output <file> fehlt der Wert.' },
    {
      argv: ['report', 'a', '--depth', "o'k"],
      de: "Die Option --depth <depth> kennt den Wert „o'k“ nicht.\n  Möglich sind: brief, full, annex",
    },
    { argv: ['completion', 'x'], de: 'Die Angabe <shell> kann nicht „x“ sein.\n  Möglich sind: bash, zsh, fish' },
    {
      argv: ['questionnaires', 'show', '--matrix', '--format', 'oscal'],
      de: 'Die Optionen --matrix und -f, --format <format> schließen einander aus.',
    },
  ])('$argv', async ({ argv, de }) => {
    const io = fakeIo();
    expect(await main(argv, io)).toBe(2);
    expect(io.err()).toBe(`${de}\n${help.de}`);
    expect(io.out()).toBe('');
  });

  test('in English as well', async () => {
    const io = fakeIo({ env: { LANG: 'en_GB.UTF-8' } });
    expect(await main(['report', 'x', '--fromat'], io)).toBe(2);
    expect(io.err()).toBe(`There is no option “--fromat” here.\n  Perhaps you mean: --format\n${help.en}`);
  });

  test('what was typed repaints no terminal', async () => {
    const io = fakeIo();
    expect(await main(['\u001b[2Jx\ny'], io)).toBe(2);
    expect(io.err()).toContain('Den Befehl „\uFFFD[2Jx y“ gibt es hier nicht.');
  });
});
