import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lexer } from 'yaml';
import type { Problem } from '../../src/domain/input-issue.ts';
import { largestFile } from '../../src/domain/input-issue.ts';
import { inputFile } from '../../src/files/input-file.ts';
import { parseYaml } from '../../src/load/parse-yaml.ts';
import { hasMoreMarksThan, mostMarks } from '../../src/load/yaml-marks.ts';
import { yamlSigns } from '../support/yaml-signs.ts';

/** What is wrong with a text, as `line:column kind`. */
function problemsOf(content: string | Uint8Array): readonly string[] {
  const parsed = parse(content);
  return 'root' in parsed ? [] : parsed.map(({ place, problem }) => `${place.line}:${place.column} ${problem.kind}`);
}

function parse(content: string | Uint8Array) {
  return parseYaml(inputFile('a.yaml', typeof content === 'string' ? new TextEncoder().encode(content) : content));
}

function firstProblemOf(content: string): Problem | undefined {
  const parsed = parse(content);
  return 'root' in parsed ? undefined : parsed[0]?.problem;
}

describe('a file', () => {
  test.each([
    { name: 'a mapping', content: 'a: x\nb: [y, z]\n' },
    {
      name: 'text with umlauts, emoji, tabs and line ends',
      content: 'a: "Öffentlich 😀\\t\\n"\nb: |\n  one\n  \ttwo\n',
    },
    { name: 'Windows line ends', content: 'a: x\r\nb: y\r\n' },
    { name: 'a byte order mark', content: '\uFEFFa: x\n' },
    { name: 'one document between its markers', content: '# first\n--- # start\na: x\n... # end\n' },
    { name: 'a control character in a comment only, which is never shown', content: 'a: x # \u0007\n' },
    { name: 'no line end at the end', content: 'a: x' },
    { name: 'JSON', content: '{"a": {"b": ["c", null, 1.5]}}' },
  ])('may hold $name', ({ content }) => {
    expect(problemsOf(content)).toEqual([]);
  });

  test.each<{ name: string; content: string | Uint8Array; problems: readonly string[] }>([
    { name: 'nothing', content: '', problems: ['1:1 empty-file'] },
    { name: 'nothing but a byte order mark', content: '\uFEFF', problems: ['1:1 empty-file'] },
    { name: 'nothing but blanks', content: ' \n\n  \n', problems: ['1:1 empty-file'] },
    { name: 'nothing but comments', content: '# one\n\n  # two\n', problems: ['1:1 only-comments'] },
    { name: 'nothing but a marker', content: '---\n', problems: ['1:1 empty-file'] },
    { name: 'nothing but null', content: '~\n', problems: ['1:1 empty-file'] },
    { name: 'a second document', content: 'a: x\n\n---\nb: y\n', problems: ['3:1 several-documents'] },
    {
      name: 'a second document after the end of the first',
      content: 'a: x\n...\n---\n',
      problems: ['3:1 several-documents'],
    },
    { name: 'a key twice', content: 'a:\n  b: x\n  c: y\n  b: z\n', problems: ['4:3 duplicate-key'] },
    {
      name: 'two keys twice',
      content: 'a: x\na: y\nb: x\n"b": y\n',
      problems: ['2:1 duplicate-key', '4:1 duplicate-key'],
    },
    {
      name: 'a key seven times: five mistakes say it',
      content: 'a: x\n'.repeat(7),
      problems: [2, 3, 4, 5, 6].map((line) => `${line}:1 duplicate-key`),
    },
    {
      name: 'a key twice in braces, with Windows line ends',
      content: 'a: x\r\nb: { c: x, c: y }\r\n',
      problems: ['2:12 duplicate-key'],
    },
    { name: 'an alias', content: 'a: &one x\nb:\n  - *one\n', problems: ['3:5 alias'] },
    {
      name: 'an emphasis in asterisks, which YAML takes for an alias',
      content: 'a: *very*\n',
      problems: ['1:4 alias'],
    },
    { name: 'an escape sequence', content: 'a: x\nb: "y\\e[2J"\n', problems: ['2:4 control-character'] },
    { name: 'a raw escape character', content: 'a: x\nb: y\u001B[2J\n', problems: ['2:4 control-character'] },
    { name: 'a control character in a key', content: 'a: x\n"b\\0": y\n', problems: ['2:1 control-character'] },
    {
      name: 'control characters in two texts',
      content: '- "\\a"\n- b\n- "\\x7f"\n',
      problems: ['1:3 control-character', '3:3 control-character'],
    },
    {
      name: 'a character that turns the direction of text',
      content: 'a: "x\\u202Ey"\n',
      problems: ['1:4 control-character'],
    },
    { name: 'a line indented by a tab', content: 'a:\n\tb: x\n', problems: ['2:1 yaml'] },
    { name: 'lines indented unequally', content: 'a:\n  b: x\n c: y\n', problems: ['3:1 yaml'] },
    { name: 'a colon in plain text', content: 'a: x\nb: one: two\n', problems: ['2:4 yaml'] },
    { name: 'a tag', content: 'a: !secret x\n', problems: ['1:4 yaml'] },
    { name: 'two mistakes', content: 'a: one: two\nb: @x\n', problems: ['1:4 yaml', '2:4 yaml'] },
    {
      name: 'mistakes of several kinds',
      content: 'a: @x\na: y\nb: "\\e"\n',
      problems: ['1:4 yaml', '2:1 duplicate-key', '3:4 control-character'],
    },
  ])('must not hold $name', ({ content, problems }) => {
    expect(problemsOf(content)).toEqual(problems);
  });

  test('with a quote that is never closed is wrong where the quote begins', () => {
    expect(problemsOf('a: x\nb: "one\nc: y\nd: z\n')).toEqual(['2:4 yaml']);
  });

  test.each([
    { text: '"\\e"', code: 'U+001B' },
    { text: '"\\0"', code: 'U+0000' },
    { text: '"\\N"', code: 'U+0085' },
    { text: '"\\u2066"', code: 'U+2066' },
  ])('names the control character in $text: $code', ({ text, code }) => {
    expect(firstProblemOf(`a: ${text}\n`)).toEqual({ kind: 'control-character', code });
  });

  test.each([
    { content: 'a: x\na: y\n', key: 'a' },
    { content: 'each@text: x\neach@text : y\n', key: 'each@text' },
    { content: '{ a b: x, a b: y }\n', key: 'a b' },
    { content: '? a\n: x\n? a\n: y\n', key: 'a' },
  ])('names the key that is there twice: $key', ({ content, key }) => {
    const problem = firstProblemOf(content);
    expect(problem?.kind === 'duplicate-key' && problem.key.trim()).toBe(key);
  });
});

describe('the encoding of a file', () => {
  const latin1 = (text: string) => Buffer.from(text, 'latin1');
  test.each([
    { name: 'in its first line', content: latin1('a: \xFC\nb: x\n'), place: '1:1' },
    { name: 'in a line between', content: latin1('a: x\n\nb: \xFC\nc: \xFC\n'), place: '3:1' },
    { name: 'in its last line, which does not end', content: latin1('a: x\nb: \xFC'), place: '2:1' },
    { name: 'after Windows line ends', content: latin1('a: x\r\nb: \xFC\r\n'), place: '2:1' },
    {
      name: 'after lines with proper umlauts',
      content: Buffer.concat([Buffer.from('a: ü\n'), latin1('b: \xFC\n')]),
      place: '2:1',
    },
    { name: 'because a character is cut off', content: Buffer.from('a: x\nb: ü').subarray(0, -1), place: '2:1' },
    { name: 'because it is UTF-16', content: Buffer.from('\uFEFFa: x\n', 'utf16le'), place: '1:1' },
    {
      name: 'because it is UTF-16 of the other kind',
      content: Buffer.from('\uFEFFa: x\n', 'utf16le').swap16(),
      place: '1:1',
    },
  ])('is wrong $name, and the place says so', ({ content, place }) => {
    expect(problemsOf(content)).toEqual([`${place} not-utf8`]);
  });
});

describe('the size of a file', () => {
  const ofBytes = (count: number) => `a: x #${'.'.repeat(count - 6)}`;

  test('may be as large as the limit, and no larger', () => {
    expect(problemsOf(ofBytes(largestFile))).toEqual([]);
    expect(parse(ofBytes(largestFile + 1))).toEqual([
      {
        place: { file: 'a.yaml', line: 1, column: 1 },
        path: '',
        problem: { kind: 'too-large', bytes: largestFile + 1, limit: largestFile },
      },
    ]);
  });

  test.each([
    { name: 'brackets', content: '['.repeat(20_000) },
    { name: 'brackets, all closed', content: `${'['.repeat(20_000)}${']'.repeat(20_000)}` },
    { name: 'braces', content: '{a: '.repeat(20_000) },
    { name: 'braces as keys', content: `a: ${'{'.repeat(20_000)}` },
    { name: 'lists on one line', content: `${'- '.repeat(20_000)}x` },
    { name: 'keys behind question marks', content: `${'? '.repeat(20_000)}x` },
    { name: 'brackets as keys', content: `? ${'['.repeat(20_000)}\n: x` },
    { name: 'mappings on one line', content: 'a: '.repeat(20_000) },
    {
      name: 'indented mappings',
      content: Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
    },
    { name: 'brackets in a second document', content: `a: x\n---\n${'['.repeat(20_000)}` },
  ])('in depth is limited: $name', ({ content }) => {
    expect(problemsOf(content)).toEqual(['1:1 too-deep']);
  });

  test('in marks of its syntax is limited, before the parser makes gigabytes of them', () => {
    const commas = (count: number) => `a: [${','.repeat(count)}]`;
    expect(firstProblemOf(commas(mostMarks))).toEqual({ kind: 'too-dense', limit: mostMarks });
    // Colon and line break are the other two.
    expect(firstProblemOf(`a: x\n${'# y\n'.repeat(mostMarks - 1)}`)?.kind).toBe('too-dense');
    expect(problemsOf(`a: x\n${'# y\n'.repeat(mostMarks - 2)}`)).toEqual([]);
    const note = 'Ein langer Satz ohne ein Zeichen, das YAML etwas sagt. '.repeat(30_000);
    expect(problemsOf(`a: ${note.trim()}`)).toEqual([]);
  });

  test('in depth is enough for anybody', () => {
    expect(problemsOf(`a: ${'['.repeat(20)}${']'.repeat(20)}`)).toEqual([]);
  });

  test('is no help for a bomb of aliases, which is refused without lighting it', () => {
    const bomb = ['a0: &a0 [x, x]', ...Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`)];
    expect(problemsOf(bomb.join('\n'))).toEqual(['2:10 alias']);
  });
});

test('lines are counted right after a mistake that makes the parser lose count', () => {
  expect(problemsOf("''a\na: %YAML 1.1")).toEqual(['1:3 yaml', '2:4 yaml']);
});

describe('whatever a file holds', () => {
  const pieces = [
    ...yamlSigns,
    ...['a', ':', '&a', '*a', '!!str', '!x', '%YAML 1.1', '---', '...', '@', '\r', 'ü', '<<'],
    ...['\u0000', '\u001B', '\uFEFF', '\uD800'],
  ];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));
  const bytes = fc.uint8Array({ maxLength: 100 });
  const monotonous = fc
    .tuple(fc.constantFrom('', 'a: ', '[', '{'), fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 2 }))
    .map(([start, unit]) => `${start}${unit.join('').repeat(100)}`);

  test('its parser makes no more pieces of it than its marks allow, so that bounding these bounds it', () => {
    fc.assert(
      fc.property(monotonous, fc.nat({ max: 4 }), (text, limit) => {
        // Between two marks stand white space, the sign of a scalar, the scalar, and white space.
        const most = 5 * (limit + 1);
        const pieces = new Lexer().lex(text);
        for (let count = 0; count <= most; count++) if (pieces.next().done) return;
        expect(hasMoreMarksThan(limit, text)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('reading it ends, with a document or with problems that stand in it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          texts.map((text) => new TextEncoder().encode(text)),
          bytes,
        ),
        (content) => {
          const parsed = parse(content);
          if ('root' in parsed) return;
          const lines = new TextDecoder().decode(content).split('\n');
          expect(parsed.length).toBeGreaterThan(0);
          for (const { place } of parsed) {
            expect(place.file).toBe('a.yaml');
            expect(place.line).toBeGreaterThanOrEqual(1);
            expect(place.line).toBeLessThanOrEqual(lines.length);
            expect(place.column).toBeGreaterThanOrEqual(1);
            expect(place.column).toBeLessThanOrEqual((lines[place.line - 1]?.length ?? 0) + 1);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
