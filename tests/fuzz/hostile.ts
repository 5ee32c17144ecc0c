import fc from 'fast-check';
import { yamlSigns } from '../support/yaml-signs.ts';

/** What means something to YAML, JSON, Handlebars, a terminal, JavaScript or a file system. */
const pieces = [
  ...yamlSigns,
  ...['<<: *a', '\r\n'],
  ...[
    '&a ',
    '*a',
    '!!str ',
    '!!binary ',
    '!<tag:x> ',
    '%YAML 1.1\n',
    '---\n',
    '...\n',
    '? &a [*a]\n: x',
    '@',
    '`',
    '\\',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'length', 'then', '__proto__: { a: b }'],
  ...[
    'null',
    'true',
    '0x1F',
    '.nan',
    '-.inf',
    '1e400',
    '1e-400',
    '2026-02-30',
    '9999-12-31',
    '-0',
    '99999999999999999999',
  ],
  ...[
    '{{#each a}}',
    '{{{a}}}',
    '{{/if}}',
    '{{> x}}',
    '{{lookup . "constructor"}}',
    '<script>',
    ']]>',
    '=cmd()',
    '$&',
    '%s',
  ],
  ...[
    '\u0000',
    '\u001B[2J',
    '\u202E',
    '\uFEFF',
    '\u2028',
    '\u0085',
    '\uD800',
    '😀',
    'ß',
    '../',
    '/',
    '@calls',
    '*',
    '.',
  ],
  ...['['.repeat(60), '{a: '.repeat(60), '- '.repeat(300), 'x'.repeat(5000), '\n'.repeat(300), 'a: &a [*a, *a]\n', '!'],
  ...[
    'not-applicable',
    'unknown: x',
    'value: ',
    'all: []',
    'any: ',
    'not: ',
    'each: functions',
    'atLeast: 1',
    'before: x',
  ],
];

export const anyPiece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...pieces) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);

/** Text of nothing but such pieces. */
export const anyPieces = fc.array(anyPiece, { maxLength: 30 }).map((parts) => parts.join(''));

const anyBytes = fc.uint8Array({ maxLength: 200 });

/** One of some texts, cut, repeated and broken in a few places. */
export function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat({ max: 999_999 }),
    length: fc.oneof(fc.constant(0), fc.nat({ max: 12 }), fc.nat({ max: 400 })),
    by: anyPiece,
    does: fc.constantFrom('insert', 'replace', 'delete', 'repeat', 'swap', 'value'),
  });
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([text, changes]) => changes.reduce(changed, text));
}

interface Change {
  readonly at: number;
  readonly length: number;
  readonly by: string;
  readonly does: string;
}

function changed(text: string, { at, length, by, does }: Change): string {
  const start = Math.floor((at / 1_000_000) * (text.length + 1));
  const [before, part, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
  switch (does) {
    case 'insert':
      return `${before}${by}${part}${after}`;
    case 'replace':
      return `${before}${by}${after}`;
    case 'delete':
      return `${before}${after}`;
    case 'repeat':
      return `${before}${part}${part}${after}`;
    case 'swap':
      return `${after}${part}${before}`;
    default: {
      // A word for another, so that what is around it stays whole and the deeper layers are reached.
      const rest = text.slice(start);
      return `${before}${rest.replace(/[\w@-]+/, () => by.trim())}`;
    }
  }
}

/** Large files of little: one or two pieces, over and over, in a place where a value or a list of them belongs. */
export const monotonousFiles = fc
  .record({
    start: fc.constantFrom('', 'a: ', '[', '{', '"', "'", '|\n  ', 'answers:\n  inline: [', 'answers:\n  remarks: "'),
    unit: fc.array(anyPiece, { minLength: 1, maxLength: 2 }).map((parts) => parts.join('')),
    bytes: fc.constantFrom(30_000, 100_000, 2_000_000),
  })
  .map(({ start, unit, bytes }) => {
    const repeated = Buffer.from(unit);
    const text = Buffer.alloc(bytes, repeated.length === 0 ? ' ' : repeated);
    return new Uint8Array(Buffer.concat([Buffer.from(start), text]).subarray(0, bytes));
  });

/** A file as somebody may hand it over: one that was right once, or never. */
export function anyFile(texts: readonly string[]): fc.Arbitrary<Uint8Array> {
  const encoder = new TextEncoder();
  const text = fc.oneof({ weight: 6, arbitrary: mutated(texts) }, { weight: 1, arbitrary: anyPieces });
  return fc.oneof(
    { weight: 12, arbitrary: text.map((one) => encoder.encode(one)) },
    { weight: 1, arbitrary: anyBytes },
  );
}
