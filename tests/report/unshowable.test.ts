import { expect, test } from 'vitest';
import { compileShowable } from '../../src/report/unshowable.ts';

/** A compiler without a font for some characters, which says so of one text at a time. */
function compilerWithout(characters: string, said: (text: string) => string = (text) => text) {
  const tried: string[] = [];
  const compile = (json: string) => {
    tried.push(json);
    const missing = [...json].find((one) => characters.includes(one));
    if (missing !== undefined) throw new Error(`the text \`${said(missing)}\` could not be displayed`);
    return json;
  };
  return { compile, tried };
}

test('what every font shows is compiled as it is, at once', () => {
  const { compile, tried } = compilerWithout('中');
  expect(compileShowable({ a: 'Größe – „ja“', b: 1 }, compile)).toBe('{"a":"Größe – „ja“","b":1}');
  expect(tried).toHaveLength(1);
});

test('a character that no font has is written as its number, and all else stays', () => {
  const { compile } = compilerWithout('中');
  expect(compileShowable({ a: '中 and é and 中' }, compile)).toBe('{"a":"[U+4E2D] and é and [U+4E2D]"}');
});

test('also where the compiler spells it out itself', () => {
  const { compile } = compilerWithout('\u{1F600}', () => '\\u{1f600}');
  expect(compileShowable({ a: 'ok \u{1F600}' }, compile)).toBe('{"a":"ok [U+1F600]"}');
});

test('of many such characters, all but the most common are written as numbers after a few tries', () => {
  const { compile, tried } = compilerWithout('中文字母表');
  expect(compileShowable({ a: 'ä 中文字母表' }, compile)).toBe('{"a":"ä [U+4E2D][U+6587][U+5B57][U+6BCD][U+8868]"}');
  expect(tried).toHaveLength(5);
});

test('a compiler that fails for another reason is asked once more, with the plainest text', () => {
  const tried: string[] = [];
  const compile = (json: string) => {
    tried.push(json);
    throw new Error('out of memory');
  };
  expect(() => compileShowable({ a: '中' }, compile)).toThrow('out of memory');
  expect(tried).toEqual(['{"a":"中"}', '{"a":"[U+4E2D]"}']);
});
