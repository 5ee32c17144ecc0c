import { expect, test } from 'vitest';
import { documentsIn } from '../../src/batch/documents.ts';
import { largestFile } from '../../src/domain/input-issue.ts';

/** Names and texts of documents in a stream that comes in pieces of some bytes. */
async function documents(
  text: string,
  form: 'lines' | 'either' = 'either',
  size = 7,
): Promise<readonly (readonly [string, string])[]> {
  async function* pieces() {
    const bytes = new TextEncoder().encode(text);
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  }
  const all: (readonly [string, string])[] = [];
  for await (const task of documentsIn(pieces(), { name: '-', form })) {
    const is = task.kind === 'document' ? new TextDecoder().decode(task.bytes) : JSON.stringify(task);
    all.push([task.name, is]);
  }
  return all;
}

test.each([
  { name: 'YAML', text: 'format: x\n\nanswers: { a: ä }\n' },
  { name: 'YAML without a break at the end', text: 'format: x' },
  { name: 'JSON over several lines', text: '{\n  "format": "x"\n}\n' },
  { name: 'JSON in one line', text: '{"format":"x"}\n\n' },
  { name: 'nothing', text: '' },
  { name: 'a list in JSON, then more', text: '[1]\n[2]\n' },
])('a single document: $name', async ({ text }) => {
  for (const size of [1, 7, 1000]) expect(await documents(text, 'either', size)).toEqual([['-', text]]);
});

test('lines of JSON are documents, named by their lines', async () => {
  const text = '{"a":1}\r\n\n{"b":"ä"}\nbroken\n{"c":3}';
  const expected = [
    ['-#1', '{"a":1}\r\n'],
    ['-#3', '{"b":"ä"}\n'],
    ['-#4', 'broken\n'],
    ['-#5', '{"c":3}'],
  ];
  for (const size of [1, 7, 1000]) expect(await documents(text, 'either', size)).toEqual(expected);
});

test('where lines are expected, a single one is one', async () => {
  expect(await documents('{"a":1}\n', 'lines')).toEqual([['-#1', '{"a":1}\n']]);
  expect(await documents('', 'lines')).toEqual([]);
});

test('a line that is too long is broken alone, and never held as a whole', async () => {
  const long = 'x'.repeat(largestFile + 10);
  const [first, second, third] = await documents(`{"a":1}\n"${long}"\n{"b":2}\n`, 'either', 65_536);
  expect([first?.[0], third?.[0]]).toEqual(['-#1', '-#3']);
  expect(second).toEqual([
    '-#2',
    `{"kind":"broken","name":"-#2","problem":{"kind":"too-large","bytes":${largestFile + 13}}}`,
  ]);
});

test.each(['y\n', '\u0000'])('a document that never ends is given up: %j', async (text) => {
  async function* endless() {
    for (;;) yield new TextEncoder().encode(text.repeat(100_000));
  }
  for await (const task of documentsIn(endless(), { name: '-', form: 'either' })) {
    expect(task).toMatchObject({ kind: 'broken', problem: { kind: 'too-large' } });
  }
});
