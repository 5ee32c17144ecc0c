import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { markdownAtTerminal } from '../../src/report/markdown-at-terminal.ts';
import { escapeMarkdown } from '../../src/report/template-helpers.ts';
import { fakeIo } from '../support/fake-io.ts';
import { runs } from '../support/runs.ts';

const set = (markdown: string, columns = 40) => markdownAtTerminal(markdown, { columns, hasColor: false });
const example = path.join(import.meta.dirname, '../../questionnaires/examples/kommune-whatsapp.yaml');

describe('Markdown at a terminal', () => {
  test('breaks between words, and hangs below its bullet', () => {
    expect(set('# Titel\n\nEin Absatz mit **fetten** und *schrägen* Worten darin.\n')).toBe(
      'Titel\n\nEin Absatz mit fetten und schrägen\nWorten darin.\n',
    );
    expect(set('- eins ist eine Zeile, die zu lang ist\n  - zwei\n- drei\n')).toBe(
      '- eins ist eine Zeile, die zu lang ist\n  - zwei\n- drei\n',
    );
    expect(set('- eins ist eine Zeile, die wirklich zu lang ist\n\n- zwei\n')).toBe(
      '- eins ist eine Zeile, die wirklich zu\n  lang ist\n\n- zwei\n',
    );
  });

  test('numbers, boxes, quotations, code and addresses stay what they are', () => {
    expect(set('3. drei\n4. vier\n')).toBe('3. drei\n4. vier\n');
    expect(set('- [ ] offen\n- [x] getan\n')).toBe('- [ ] offen\n- [x] getan\n');
    expect(set('- [ ] offen\n\n- [x] getan\n')).toBe('- [ ] offen\n\n- [x] getan\n');
    expect(set('[https://x.de/a\\_b](https://x.de/a_b)\n')).toBe('https://x.de/a_b\n');
    expect(set('> Zitat\n>\n> Ende\n')).toBe('│ Zitat\n│\n│ Ende\n');
    expect(set('```yaml\na:\n  b: 1\n```\n')).toBe('    a:\n      b: 1\n');
    expect(set('Siehe <https://example.org/a_b> und [dort](https://example.org/x).\n', 120)).toBe(
      'Siehe https://example.org/a_b und dort (https://example.org/x).\n',
    );
    expect(set('eins  \nzwei\n\n---\n\ndrei `vier`\n')).toBe(`eins\nzwei\n\n${'─'.repeat(20)}\n\ndrei vier\n`);
  });

  test('a table has columns as long as they fit', () => {
    expect(set('| A | B |\n| --- | --- |\n| x | ein \\| zwei |\n')).toBe('A  B\nx  ein | zwei\n');
    expect(set('| | |\n| --- | --- |\n| Wort | eine Erklärung, die länger ist als die Zeile |\n')).toBe(
      'Wort  eine Erklärung, die länger ist als\n      die Zeile\n',
    );
    const wide =
      '| Nummer | Was zu tun ist | Wer zuständig ist |\n| --- | --- | --- |\n| 1 | etwas Langes tun | |\n| 2 | ruhen | wer will |\n';
    expect(set(wide)).toBe(
      'Nummer: 1\n  Was zu tun ist: etwas Langes tun\n\nNummer: 2\n  Was zu tun ist: ruhen\n  Wer zuständig ist: wer will\n',
    );
  });

  test('what stands out does so by colour alone', () => {
    const markdown = '# Titel\n\n## Kapitel\n\n### Teil\n\n**fett** *schräg*\n';
    expect(set(markdown)).toBe('Titel\n\nKapitel\n\nTeil\n\nfett schräg\n');
    const coloured = markdownAtTerminal(markdown, { columns: 80, hasColor: true });
    expect(coloured).toContain('\u001b[1m\u001b[4mTitel\u001b[24m\u001b[22m');
    expect(coloured).toContain('\n\u001b[1mTeil\u001b[22m\n');
    expect(stripVTControlCharacters(coloured)).toBe(set(markdown));
  });

  test('what somebody typed is text, and repaints nothing', () => {
    const typed = fc.string({
      unit: fc.constantFrom(...'aä1 \\`*_[]<>|~#&$-+=.)(!:/"\'{}'.split(''), '&lt;', 'https://x.de', '\u001b[2J'),
    });
    fc.assert(
      fc.property(typed, (text) => {
        const shown = text.trim().replaceAll(/\s+/g, ' ').replaceAll('\u001b', '\uFFFD');
        const words = (one: string) => one.replaceAll(/\s+/g, '');
        for (const markdown of [`- x ${escapeMarkdown(text)} y\n`, `| x ${escapeMarkdown(text)} y |\n| --- |\n`]) {
          expect(words(set(markdown)).replace(/^-/, '')).toBe(words(`x${shown}y`));
        }
      }),
      { numRuns: runs(500) },
    );
  });

  test.each([
    { argv: ['report', example], raw: /^# Prüfung/ },
    { argv: ['explain', example], raw: /^# Auskunft/ },
    { argv: ['explain', example, '--open'], raw: /^# Was noch/ },
    { argv: ['explain', example, 'BFDI-04'], raw: /^# Warum/ },
    { argv: ['messengers', 'list'], raw: /^# Produktprofile/ },
    { argv: ['questionnaires', 'show', 'bfdi-pruefkatalog'], raw: /^# Prüfkatalog/ },
  ])('is what $argv shows there, and nowhere else', async ({ argv, raw }) => {
    const [piped, shown] = [fakeIo(), fakeIo({ isTerminal: true, columns: 100 })];
    await main(argv, piped);
    await main(argv, shown);
    expect(piped.out()).toMatch(raw);
    expect(shown.out()).toBe(markdownAtTerminal(piped.out(), { columns: 100, hasColor: false }));
    expect(shown.out()).not.toMatch(/\*\*|^#|^\|/m);
  });
});
