import { describe, expect, test } from 'vitest';
import { markup, markupLine, props, token, uuidOf } from '../../src/report/oscal.ts';
import { renderOscalCatalog } from '../../src/report/render-oscal-catalog.ts';
import { wordings } from '../../src/wording/wording.ts';
import { mistakesInOscal } from '../support/official-schemas.ts';
import { catalogue, choice, is, questionnaire, requirement, text } from '../support/small-catalogue.ts';

describe('what OSCAL demands of texts and ids', () => {
  test.each([
    ['BFDI-01', 'BFDI-01'],
    ['§ 5 (2)', '__5__2_'],
    ['1.2', '_1.2'],
    ['', '_'],
  ])('the id %j becomes %j', (id, expected) => {
    expect(token(id)).toBe(expected);
  });

  test('a line has no line break, is never empty and is no markup', () => {
    expect(markupLine(' a\n\u0000b ')).toBe('a b');
    expect(markupLine(' \n ')).toBe('–');
    expect(markupLine('*b* <i> {{ x }} [l](m)')).toBe('\\*b\\* \\<i\\> \\{\\{ x \\}\\} \\[l\\](m)');
    expect(markup(['a\nb', 'c'])).toBe('a b\n\nc');
    expect(markup([])).toBe('–');
  });

  test('what is empty is no property', () => {
    expect(props({ a: ' ', b: undefined, c: null, d: 'e' }).map(({ name, value }) => [name, value])).toEqual([
      ['d', 'e'],
    ]);
  });

  test('a UUID is of version 5, the same for the same parts and another for others', () => {
    const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    const ids = [uuidOf('a', 'b'), uuidOf('ab'), uuidOf('a', 'b', ''), uuidOf('b', 'a')];
    for (const id of ids) expect(id).toMatch(pattern);
    expect(new Set(ids).size).toBe(ids.length);
    expect(uuidOf('a', 'b')).toBe(ids[0]);
  });
});

test('a questionnaire of one’s own is a valid catalog, whatever its ids and texts', () => {
  const odd = requirement('§ 5 (2)', is('q', 'yes'), {
    appliesWhen: is('q', 'no'),
    partialWhen: is('q', 'no'),
    title: text('a\n<b> *c*'),
    law: [text('§ 5 "x"\n')],
    measure: text('{{ insert: param, x }}'),
  });
  const own = questionnaire('own', [odd]);
  const without = { ...questionnaire('empty', []), sections: [] };
  const all = catalogue([choice('q')], [own, without]);
  const sources = new Map([
    [
      'paper',
      {
        id: 'paper',
        authority: text('authority'),
        title: 'Paper',
        url: 'https://example.org/ä b',
        checked: 'primary' as const,
        seen: text('all'),
      },
    ],
  ]);
  const input = {
    catalogue: { ...all, sources },
    language: 'de',
    words: wordings.de,
    date: '2026-11-23',
    version: '1',
  } as const;
  for (const questionnaires of [[own], [own, without], []]) {
    const document = JSON.parse(renderOscalCatalog({ ...input, questionnaires }));
    expect(mistakesInOscal.catalog(document)).toEqual([]);
  }
});
