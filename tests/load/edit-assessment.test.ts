import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import type { Answer } from '../../src/domain/answer.ts';
import { type FileOrder, fileSections, placeAmong } from '../../src/domain/answer-order.ts';
import { assessmentFormat } from '../../src/domain/assessment.ts';
import type { Question } from '../../src/domain/question.ts';
import { inputFile } from '../../src/files/input-file.ts';
import { newAssessmentText, type Spot, toFileValue, withoutValue, withValue } from '../../src/load/edit-assessment.ts';
import { loadAssessment } from '../../src/load/load-assessment.ts';
import { answersTo, words } from '../support/any-answer.ts';
import { runs } from '../support/runs.ts';
import { catalogue, choice, choices, free } from '../support/small-catalogue.ts';

const format = `format: ${assessmentFormat}`;
const keys = ['a', 'new', 'b', 'b@text', 'c-d', 'each@text', 'new@item', 'each@calls', 'constructor'];
const order: FileOrder = {
  subject: ['use', 'reference', ...keys],
  questionnaires: keys,
  answers: keys,
  measures: keys,
  signOff: keys,
};
/** Objects with the prototype of an ordinary object, as the program makes them. */
const ordinary = { noNullPrototype: true } as const;

describe('a value set in a file', () => {
  test.each<{ name: string; before: string; spot?: Spot; value?: unknown; after: string }>([
    {
      name: 'takes the place of the old one, before the comment on its line',
      before: `${format}\nanswers:\n  a: x # why\n  b: y\n`,
      spot: ['answers', 'a'],
      after: `${format}\nanswers:\n  a: new # why\n  b: y\n`,
    },
    {
      name: 'takes the place of a block, whose end it finds',
      before: `${format}\nanswers:\n  a:\n    value: x\n    note: |\n      one\n\n      two\n  # on b\n  b: y\n`,
      spot: ['answers', 'a'],
      after: `${format}\nanswers:\n  a: new\n  # on b\n  b: y\n`,
    },
    {
      name: 'takes the place of nothing',
      before: `${format}\nanswers:\n  a: # later\n  b: y\n`,
      spot: ['answers', 'a'],
      after: `${format}\nanswers:\n  a: new # later\n  b: y\n`,
    },
    {
      name: 'that is new and last in the order comes last in its section, indented like the others',
      before: `${format}\nanswers:\n    a: x # why\n    # end of answers\nsubject:\n  use: y\n`,
      spot: ['answers', 'b@text'],
      after: `${format}\nanswers:\n    a: x # why\n    b@text: new\n    # end of answers\nsubject:\n  use: y\n`,
    },
    {
      name: 'brings its section with it',
      before: `# top\n${format}\n`,
      spot: ['answers', 'a'],
      after: `# top\n${format}\nanswers:\n  a: new\n`,
    },
    {
      name: 'fills a section that is only a word',
      before: `${format}\nanswers:\nsubject:\n  use: y\n`,
      spot: ['answers', 'a'],
      after: `${format}\nanswers:\n  a: new\nsubject:\n  use: y\n`,
    },
    {
      name: 'fills a section in braces',
      before: `${format}\nsubject: { use: y } # who\nanswers: {}\n`,
      spot: ['subject', 'reference'],
      after: `${format}\nsubject: { use: y, reference: new } # who\nanswers: {}\n`,
    },
    {
      name: 'is written in lines where it is too long for one',
      before: `${format}\nanswers:\n    a: x\n    b: y\n`,
      spot: ['answers', 'a'],
      value: { value: 'x', note: 'long '.repeat(20).trim() },
      after: `${format}\nanswers:\n    a:\n      value: x\n      note: ${'long '.repeat(20).trim()}\n    b: y\n`,
    },
    {
      name: 'is quoted where YAML would read something else',
      before: `${format}\nanswers: # [\n  a: x\n`,
      spot: ['answers', 'a'],
      value: '2020',
      after: `${format}\nanswers: # [\n  a: "2020"\n`,
    },
    {
      name: 'that is new comes behind the nearest one before it, and the comments on the next one stay with that',
      before: `${format}\nanswers:\n  a: x # why\n    # more on a\n\n  # on c\n  c-d: y\n`,
      spot: ['answers', 'b'],
      after: `${format}\nanswers:\n  a: x # why\n    # more on a\n  b: new\n\n  # on c\n  c-d: y\n`,
    },
    {
      name: 'that is new finds its place behind text that ends in blank lines',
      before: `${format}\nanswers:\n  a: |+\n    x\n\n  c-d: y\n`,
      spot: ['answers', 'b'],
      after: `${format}\nanswers:\n  a: |+\n    x\n\n  b: new\n  c-d: y\n`,
    },
    {
      name: 'takes the place of text that ends in blank lines, together with these',
      before: `${format}\nanswers:\n  a: |+\n    x\n\n  b: y\n`,
      after: `${format}\nanswers:\n  a: new\n  b: y\n`,
    },
    {
      name: 'that is new and first in the order comes before the comments on the first one',
      before: `${format}\nanswers: # all\n    # heading\n\n    # on b\n    # still on b\n    b: y\n`,
      after: `${format}\nanswers: # all\n    # heading\n\n    a: new\n    # on b\n    # still on b\n    b: y\n`,
    },
    {
      name: 'that is new goes behind the one before it, also where somebody has another order',
      before: `${format}\nanswers:\n  c-d: z\n  a: x\n`,
      spot: ['answers', 'b'],
      after: `${format}\nanswers:\n  c-d: z\n  a: x\n  b: new\n`,
    },
    {
      name: 'that has no place in the order comes last',
      before: `${format}\nanswers:\n  a: x\n  b: y\n`,
      spot: ['answers', 'older'],
      after: `${format}\nanswers:\n  a: x\n  b: y\n  older: new\n`,
    },
    {
      name: 'brings its section to the place of that, before the comments on the next one',
      before: `${format}\nsubject:\n  use: y\n\n# approved in May\nexceptions: []\n`,
      after: `${format}\nsubject:\n  use: y\nanswers:\n  a: new\n\n# approved in May\nexceptions: []\n`,
    },
    {
      name: 'finds its place in braces',
      before: `${format}\nanswers: { b: y, each@text: z }\n`,
      spot: ['answers', 'c-d'],
      after: `${format}\nanswers: { b: y, c-d: new, each@text: z }\n`,
    },
    {
      name: 'comes first in braces',
      before: `${format}\nanswers: { b: y }\n`,
      after: `${format}\nanswers: { a: new, b: y }\n`,
    },
    {
      name: 'finds its place in braces over several lines',
      before: `${format}\nanswers: {\n  a: x, # why\n  # on c\n  c-d: z\n}\n`,
      spot: ['answers', 'b'],
      after: `${format}\nanswers: {\n  a: x, # why\n  b: new,\n  # on c\n  c-d: z\n}\n`,
    },
    {
      name: 'comes first in braces over several lines, before the comments on the first one',
      before: `${format}\nanswers: {\n  # on b\n  b: x\n}\n`,
      after: `${format}\nanswers: {\n  a: new,\n  # on b\n  b: x\n}\n`,
    },
    {
      name: 'comes last in braces over several lines, before the comment on the line of the one before it',
      before: `${format}\nanswers: {\n  a: x # why\n}\n`,
      spot: ['answers', 'b'],
      after: `${format}\nanswers: {\n  a: x, # why\n  b: new\n}\n`,
    },
    {
      name: 'keeps the blank in braces that have nothing else',
      before: `${format}\nanswers: { }\n`,
      after: `${format}\nanswers: { a: new }\n`,
    },
    {
      name: 'keeps the comments beside the first and the last line of the old one',
      before: `${format}\nanswers:\n  a: # first\n    - x # last\n`,
      after: `${format}\nanswers:\n  # last\n  a: new # first\n`,
    },
    {
      name: 'finds its place in JSON, with its section',
      before: `{"format":"${assessmentFormat}","exceptions":[]}`,
      after: `{"format":"${assessmentFormat}", "answers": { "a": "new" },"exceptions":[]}`,
    },
    {
      name: 'that is there already changes nothing, however it is written',
      before: `${format}\nanswers:\n  a: { # why\n    note: n, value: "x" }\n`,
      value: { value: 'x', note: 'n' },
      after: `${format}\nanswers:\n  a: { # why\n    note: n, value: "x" }\n`,
    },
    {
      name: 'may be a list that is a section of its own',
      before: `${format}\n# all\nexceptions: [] # none\n`,
      spot: ['exceptions'],
      value: [{ requirement: 'P-01' }],
      after: `${format}\n# all\nexceptions: [ { requirement: P-01 } ] # none\n`,
    },
    {
      name: 'may be a new list, at the place of that',
      before: `${format}\nanswers:\n  a: x\n# approved\nexceptions: []\n`,
      spot: ['equivalents'],
      value: [{ requirement: 'P-01', measure: 'long '.repeat(20).trim() }],
      after: `${format}\nanswers:\n  a: x\nequivalents:\n  - requirement: P-01\n    measure: ${'long '.repeat(20).trim()}\n# approved\nexceptions: []\n`,
    },
  ])('$name', ({ before, spot = ['answers', 'a'], value = 'new', after }) => {
    expect(withValue(before, spot, { value, order })).toBe(after);
  });

  test('needs nothing but the text of a new file, whose heading is a comment line by line', () => {
    const text = newAssessmentText('one\ntwo: [');
    expect(text).toBe(`# one\n# two: [\n${format}\n`);
    expect(withValue(text, ['subject', 'use'], { value: 'x', order })).toBe(`${text}subject:\n  use: x\n`);
  });
});

describe('a value is set, and nothing else changes its meaning, in', () => {
  const long = 'long '.repeat(25).trim();
  test.each<{ name: string; before: string; spot?: Edit['spot']; value?: unknown; keeps?: readonly string[] }>([
    {
      name: 'a key that waits for its value, with a comment beside it',
      before: `${format}\nanswers:\n a: # which ones?\n b: y\n`,
      value: ['x'],
      keeps: ['# which ones?', ' b: y'],
    },
    {
      name: 'a section with nothing but a comment',
      before: `${format}\nanswers: # all\n # none\n`,
      keeps: ['# all', '# none'],
    },
    {
      name: 'a section that is null',
      before: `${format}\nanswers: null\nsubject:\n use: y\n`,
      keeps: ['subject:', ' use: y'],
    },
    {
      name: 'a file with Windows line ends',
      before: `${format}\r\nanswers:\r\n`,
      keeps: [`${format}\r`, 'answers:\r'],
    },
    {
      name: 'a line with a comment, for text of several lines',
      before: `${format}\nanswers:\n a: x # why\n b: y\n`,
      value: { value: 'x', note: `${long}\nand more` },
      keeps: ['# why', ' b: y'],
    },
    {
      name: 'braces, for a long text',
      before: `${format}\nanswers: { a: x } # why\n`,
      value: { value: 'x', note: long },
      keeps: ['# why'],
    },
    {
      name: 'a file, for text with a line separator of word processors',
      before: `${format}\nanswers:\n a: x\n b: y\n`,
      value: 'one\u2028two',
      keeps: [' b: y'],
    },
    {
      name: 'a file, for text with lines that are only blanks',
      before: `${format}\nanswers:\n a: x\n b: y\n`,
      value: `${long} \n \n `,
      keeps: [' b: y'],
    },
    {
      name: 'a file, for text that ends in blanks',
      before: `${format}\nanswers:\n a: x\n b: y\n`,
      value: `${long} \n`,
      keeps: [' b: y'],
    },
    { name: 'a file that is braces as a whole', before: `{ ${format}, answers: { b: y } } # end\n`, keeps: ['# end'] },
    { name: 'a file in JSON', before: `{"format":"${assessmentFormat}","answers":{"b":"y","a":[]}}` },
    { name: 'a file with markers', before: `--- # start\n${format}\n... # end\n`, keeps: ['# start', '... # end'] },
    { name: 'quoted keys', before: `${format}\n"answers":\n  "a": x # why\n  'b': y\n`, keeps: ['# why', "  'b': y"] },
    {
      name: 'braces with a key that has no value',
      before: `${format}\nanswers: { a, b: y } # all\nsubject:\n  use: z\n`,
      keeps: ['# all', 'subject:', '  use: z'],
    },
    {
      name: 'braces, behind a key that has no value',
      before: `${format}\nanswers: { b, c-d: y }\n`,
      spot: ['answers', 'b@text'],
    },
    {
      name: 'braces with Windows line ends and a key that has no value',
      before: `${format}\r\nanswers: { a, b: y }\r\nsubject:\r\n  use: z\r\n`,
      keeps: [`${format}\r`, '  use: z\r'],
    },
    {
      name: 'braces without a blank before a key whose value has a comment before it',
      before: `${format}\nanswers: {a: # why\n    x, b: y}\n`,
      keeps: ['# why'],
    },
    {
      name: 'keys behind question marks',
      before: `${format}\nanswers:\n  ? a\n  : x\n  ? b\n  : y # why\n`,
      keeps: ['# why'],
    },
  ])('$name', ({ before, spot = ['answers', 'a'], value = 'new', keeps = [] }) => {
    const after = withValue(before, spot, { value, order });
    expectMeaning(after, meaningAfter(before, [{ spot, value }]));
    for (const part of keeps) {
      if (part.startsWith('#')) expect(after).toContain(part);
      else expect(after.split('\n')).toContain(part);
    }
  });
});

describe('a value taken out of a file', () => {
  test.each<{ name: string; before: string; spot?: Spot; after: string }>([
    {
      name: 'leaves nothing of itself, and everything around it',
      before: `${format}\nanswers:\n  # on a\n  b: y\n\n  a: |\n    x\n    # no comment\n  # on c\n  c-d: z\n`,
      after: `${format}\nanswers:\n  # on a\n  b: y\n\n  # on c\n  c-d: z\n`,
    },
    {
      name: 'takes its section with it where it was the only one',
      before: `${format}\r\nanswers:\r\n  a: x # why\r\nexceptions: []\r\n`,
      after: `${format}\r\nexceptions: []\r\n`,
    },
    {
      name: 'that is not there changes nothing',
      before: `${format}\nanswers:\n  b: x # why`,
      after: `${format}\nanswers:\n  b: x # why`,
    },
    {
      name: 'may be a whole list at the end of a file without a line end',
      before: `${format}\n# all\nexceptions:\n  - requirement: P-01`,
      spot: ['exceptions'],
      after: `${format}\n# all\n`,
    },
    {
      name: 'is taken out of JSON, too',
      before: `{"format": "${assessmentFormat}", "answers": {"a": 1, "b": 2}}\n`,
      after: `{ "format": "${assessmentFormat}", "answers": { "b": 2 } }\n`,
    },
  ])('$name', ({ before, spot = ['answers', 'a'], after }) => {
    expect(withoutValue(before, spot)).toBe(after);
  });

  test('that was put in before leaves the file as it was', () => {
    fc.assert(
      fc.property(writtenFiles({}), anyEdit, ({ text }, { spot, value }) => {
        fc.pre(parseDocument(text).getIn(spot) === undefined && parseDocument(text).get(spot[0]) !== undefined);
        expect(withoutValue(withValue(text, spot, { value, order }), spot)).toBe(text);
      }),
      { numRuns: runs(120) },
    );
  });
});

describe('any number of values set in any file', () => {
  const files = {
    'in block style': {},
    'with keys that wait for their value': { shapes: waitingShapes },
    'with text that keeps its blank lines': { shapes: blankShapes },
    'with Windows line ends': { lineEnd: '\r\n' },
    'without a line end at the end': { isEndless: true },
    'with sections that are only a word': { sectionStyles: ['block', 'bare', 'bare-with-comment'] },
    'with sections in braces': { sectionStyles: ['block', 'braces', 'empty-braces'] },
    'with sections in braces over several lines': { sectionStyles: ['block', 'braces-in-lines'] },
  } satisfies Record<string, FileStyle>;

  describe.each(Object.entries<FileStyle>(files))('%s', (_, style) => {
    test('change these values and no other, and leave the order of the keys as it is', () => {
      check(style, ({ before, edits, after }) => expectMeaning(after, meaningAfter(before.text, edits)));
    });

    test('keep every comment that is not inside a replaced value', () => {
      check(style, ({ before, edits, after }) => {
        const kept = before.comments.filter(({ inside }) => !isEdited(edits, inside)).map(({ text }) => text);
        expect(commentsIn(after).filter((comment) => kept.includes(comment))).toEqual(kept);
      });
    });
  });

  test.each([
    'in block style',
    'with keys that wait for their value',
    'with Windows line ends',
    'without a line end at the end',
  ] as const)('%s leave every other line byte for byte as it is', (name) => {
    check(files[name], ({ before, edits, after }) => {
      expectInOrder(
        after.split('\n'),
        before.lines.filter(({ of }) => !isEdited(edits, of)),
      );
    });
  });

  test('leave the other sections byte for byte as they are, where one is in braces', () => {
    check({ sectionStyles: ['block', 'braces'] }, ({ before, edits, after }) => {
      const sections = new Set<string>(edits.map(({ spot: [section] }) => section));
      expectInOrder(
        after.split('\n'),
        before.lines.filter(({ section }) => section !== undefined && !sections.has(section)),
      );
    });
  });

  test('write Windows line ends into a file that has them', () => {
    check({ lineEnd: '\r\n' }, ({ after }) => {
      const lines = after.split('\n').slice(0, -1);
      expect(lines.filter((line) => !line.endsWith('\r'))).toEqual([]);
    });
  });

  test('keep the comments inside the values they replace, too', () => {
    check({}, ({ before, after }) => {
      expect(commentsIn(after)).toEqual(expect.arrayContaining(before.comments.map(({ text }) => text)));
    });
  });

  test('keep the comment beside a value, though it is replaced again and again', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 4 }), (edits) => {
        const before = `${format}\nanswers:\n  a: x # why\n  b: y\n`;
        const after = edits.reduce((text, { value }) => withValue(text, ['answers', 'a'], { value, order }), before);
        expect(after.match(/# why\n/g)).toHaveLength(1);
      }),
    );
  });
});

describe('an answer', () => {
  const questions: readonly Question[] = [
    choice('one', ['yes', 'no'], { allowsNotApplicable: true }),
    choice('another', ['yes', 'no'], { allowsNotApplicable: true }),
    choices('many', ['a', 'b', 'c'], { allowsNotApplicable: true }),
    { ...free('words', 'text'), allowsNotApplicable: true },
    { ...free('count', 'number'), allowsNotApplicable: true },
    { ...free('day', 'date'), allowsNotApplicable: true },
  ];

  test('written to a file and read again is the same answer', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...questions).chain((question) => fc.tuple(fc.constant(question.id), answersTo(question))),
        fc.constantFrom('', 'answers:\n  another: { unknown: to-be-checked }\n', 'answers:\n  ID: null\n  # end\n'),
        ([id, answer], rest) => {
          const before = `${format}\n${rest.replace('ID', id)}`;
          const text = withValue(before, ['answers', id], { value: toFileValue(answer), order });
          const loaded = loadAssessment(inputFile('a.yaml', new TextEncoder().encode(text)), catalogue(questions, []));
          expect(loaded.ok ? loaded.value.answers.get(id) : loaded.issues).toEqual(answer);
        },
      ),
      { numRuns: runs(240) },
    );
  });

  test.each<{ answer: Answer; expected: unknown }>([
    { answer: { state: 'given', value: 'yes', evidence: [] }, expected: 'yes' },
    { answer: { state: 'given', value: ['a', 'b'], evidence: [] }, expected: ['a', 'b'] },
    { answer: { state: 'given', value: [], evidence: [] }, expected: [] },
    { answer: { state: 'given', value: 0, evidence: [] }, expected: 0 },
    { answer: { state: 'given', value: 'yes', note: 'n', evidence: [] }, expected: { value: 'yes', note: 'n' } },
    {
      answer: { state: 'given', value: 'yes', origin: 'profile', evidence: [{ text: 'letter' }] },
      expected: { value: 'yes', origin: 'profile', evidence: [{ text: 'letter' }] },
    },
    { answer: { state: 'unknown', reason: 'to-be-checked', evidence: [] }, expected: { unknown: 'to-be-checked' } },
    {
      answer: { state: 'not-applicable', reason: 'no such thing', note: 'n', evidence: [] },
      expected: { notApplicable: 'no such thing', note: 'n' },
    },
  ])('is written as short as it can be: $expected', ({ answer, expected }) => {
    expect(toFileValue(answer)).toEqual(expected);
  });
});

interface FileStyle {
  readonly lineEnd?: string;
  readonly isEndless?: boolean;
  readonly sectionStyles?: readonly SectionStyle[];
  readonly shapes?: readonly Shape[];
}

type SectionStyle = 'block' | 'bare' | 'bare-with-comment' | 'braces' | 'braces-in-lines' | 'empty-braces';

/** One line of a file, without `\n`: the section it stands in and the entry (`section.key`) it is a part of. */
interface Line {
  readonly text: string;
  readonly section?: string;
  readonly of?: string;
}

interface Written {
  readonly text: string;
  readonly lines: readonly Line[];
  /** In order; `inside` names the entry in the middle of whose value a comment stands. */
  readonly comments: readonly { readonly text: string; readonly inside?: string }[];
}

interface Edit {
  readonly spot: readonly [section: (typeof sectionNames)[number], key: string];
  readonly value: unknown;
}

function check(style: FileStyle, body: (run: { before: Written; edits: readonly Edit[]; after: string }) => void) {
  fc.assert(
    fc.property(writtenFiles(style), anyEdits, (before, edits) => {
      const after = edits.reduce((text, { spot, value }) => withValue(text, spot, { value, order }), before.text);
      body({ before, edits, after });
    }),
    { numRuns: runs(60) },
  );
}

const sectionNames = ['subject', 'questionnaires', 'answers'] as const;
const keyNames = ['a', 'b', 'c-d', 'each@text', 'each@calls', 'constructor'];

const anyEdit: fc.Arbitrary<Edit> = fc.record({
  spot: fc.tuple(fc.constantFrom(...sectionNames), fc.constantFrom(...keyNames, 'new', 'new@item')),
  value: fc.oneof(
    words(),
    fc.integer(),
    fc.array(words(), { maxLength: 3 }),
    fc.record({ value: fc.oneof(words(), fc.array(words())), note: words() }, ordinary),
    fc.record({ unknown: words(), evidence: fc.tuple(fc.record({ text: words() }, ordinary)) }, ordinary),
  ),
});

const anyEdits = fc.uniqueArray(anyEdit, { selector: ({ spot }) => spot.join('.'), minLength: 1, maxLength: 4 });

function isEdited(edits: readonly Edit[], spot: string | undefined): boolean {
  return edits.some((edit) => edit.spot.join('.') === spot);
}

/** What the file must come to, with the keys in order: changed in place, or added where they belong. */
function meaningAfter(text: string, edits: readonly Edit[]): unknown {
  let root = parseDocument(text).toJS();
  for (const { spot, value } of edits) {
    const [section, key] = spot;
    const inside = put(root[section] ?? {}, { key, value, order: order[section] });
    root = put(root, { key: section, value: inside, order: fileSections });
  }
  return root;
}

function put(
  record: Readonly<Record<string, unknown>>,
  { key, value, order }: { key: string; value: unknown; order: readonly string[] },
): Record<string, unknown> {
  if (Object.hasOwn(record, key)) return { ...record, [key]: value };
  const entries = Object.entries(record);
  entries.splice(placeAmong(Object.keys(record), key, order), 0, [key, value]);
  return Object.fromEntries(entries);
}

function expectMeaning(text: string, meaning: unknown): void {
  const document = parseDocument(text);
  expect([...document.errors, ...document.warnings]).toEqual([]);
  // As text, because the order counts.
  expect(JSON.stringify(document.toJS(), null, 1)).toBe(JSON.stringify(meaning, null, 1));
}

function commentsIn(text: string): readonly string[] {
  return text.match(/# <\d+>/g) ?? [];
}

/** Blank lines may go: nobody wrote anything on them. */
function expectInOrder(all: readonly string[], some: readonly Line[]): void {
  let from = 0;
  for (const { text } of some.filter((line) => line.text.trim() !== '')) {
    const at = all.indexOf(text, from);
    if (at === -1) expect(all.slice(from)).toContain(text);
    from = at + 1;
  }
}

/** Answer files as different people would write them. `# <1>`, `# <2>` … are comments. */
function writtenFiles({
  lineEnd = '\n',
  isEndless = false,
  sectionStyles = ['block'],
  shapes = ordinaryShapes,
}: FileStyle): fc.Arbitrary<Written> {
  const section = fc.record({
    style: fc.constantFrom(...sectionStyles),
    indent: fc.constantFrom(1, 2, 4),
    comments: gaps,
    entries: fc.uniqueArray(
      fc.record({ key: fc.constantFrom(...keyNames), shape: fc.constantFrom(...shapes), comments: gaps }),
      {
        selector: ({ key }) => key,
        minLength: 1,
        maxLength: 4,
      },
    ),
    end: gaps,
  });
  return fc
    .record({
      sections: fc
        .shuffledSubarray([...sectionNames])
        .chain((names) => fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), section)))),
      formatLast: fc.boolean(),
    })
    .map(({ sections, formatLast }) => {
      const writer = new Writer();
      if (!formatLast) writer.line(format);
      for (const [name, { style, indent, comments, entries, end }] of sections) {
        writer.gap(comments, 0, name);
        if (style === 'block') {
          writer.line(`${name}:${comments.trails ? writer.comment() : ''}`, { section: name });
          for (const { key, shape, comments: above } of entries) {
            writer.gap(above, indent, name);
            writer.entry({ section: name, key, shape, indent });
          }
        } else {
          writer.otherSection(
            name,
            style,
            entries.map(({ key }) => key),
          );
        }
        writer.gap(end, style === 'block' ? indent : 0, name);
      }
      if (formatLast) writer.line(format);
      return writer.written(lineEnd, isEndless);
    });
}

/** What may stand between two entries. */
interface Gap {
  readonly isBlank: boolean;
  readonly comment: 'none' | 'indented' | 'at-margin';
  readonly trails: boolean;
}

const gaps: fc.Arbitrary<Gap> = fc.record({
  isBlank: fc.boolean(),
  comment: fc.constantFrom('none', 'none', 'indented', 'at-margin'),
  trails: fc.boolean(),
});

/**
 * How a value can be written, below a key that stands at the margin. `§` is a comment that must stay when the value goes,
 * `¤` one inside the value.
 */
type Shape = readonly string[];
const waitingShapes: readonly Shape[] = [[''], [' §'], ['plain']];
const blankShapes: readonly Shape[] = [['|+', '  kept', '', ''], ['>+', '  kept', ''], ['plain']];
const ordinaryShapes: readonly Shape[] = [
  ['plain'],
  ['plain words, with a comma §'],
  ['"quoted: # no comment" §'],
  ["'it''s'"],
  ['12.50 §'],
  ['~'],
  ['[x, y] §'],
  ['{ value: x, note: "a, b" } §'],
  ['{ value: x,', '    note: y } §'],
  ['[', '  x,', '  y', '  ] §'],
  ['words', '  over lines §'],
  ['"words', '  over lines" §'],
  ['', '  - x', '  - y ¤'],
  ['', '- x', '- y'],
  ['', '  value: x', '  note: y'],
  ['', '   value:', '   - x', '   - y', '   evidence:', '     - text: z ¤'],
  ['|', '  literal', '', '    # no comment', '  text'],
  ['>-', '  folded', '  text', ''],
  ['', '  value: x', '  note: >-', '    folded', '    text'],
  ['¤', '  value: x'],
  ['', '  value: x ¤', '  ¤', '  note: y'],
  ['', '  ¤', '  - x ¤', '  - y'],
  ['| ¤', '  literal'],
];

class Writer {
  readonly #lines: Line[] = [];
  readonly #comments: { text: string; inside?: string }[] = [];

  comment(inside?: string): string {
    const text = `# <${this.#comments.length + 1}>`;
    this.#comments.push({ text, ...(inside !== undefined && { inside }) });
    return ` ${text}`;
  }

  line(text: string, where: Omit<Line, 'text'> = {}): void {
    this.#lines.push({ text, ...where });
  }

  gap({ isBlank, comment }: Gap, indent: number, section: string): void {
    if (isBlank) this.line('', { section });
    if (comment === 'none') return;
    this.line(`${' '.repeat(comment === 'indented' ? indent : 0)}${this.comment().trim()}`, { section });
  }

  entry({
    section,
    key,
    shape,
    indent,
  }: {
    section: string;
    key: string;
    shape: readonly string[];
    indent: number;
  }): void {
    const of = `${section}.${key}`;
    for (const [index, part] of shape.entries()) {
      const text = part.replace(/ ?§/, () => this.comment()).replace(/ ?¤/, () => this.comment(of));
      const line = index === 0 ? `${key}:${text === '' || text.startsWith(' ') ? '' : ' '}${text}` : text;
      this.line(line === '' ? '' : `${' '.repeat(indent)}${line}`, { section, of });
    }
  }

  otherSection(section: string, style: Exclude<SectionStyle, 'block'>, keys: readonly string[]): void {
    const pairs = keys.map((key) => `${key}: { value: x, note: "y, z" }`);
    if (style === 'bare') this.line(`${section}:`, { section });
    if (style === 'bare-with-comment') this.line(`${section}:${this.comment()}`, { section });
    if (style === 'empty-braces') this.line(`${section}: {}${this.comment()}`, { section });
    if (style === 'braces') this.line(`${section}: { ${pairs.join(', ')} }${this.comment()}`, { section });
    if (style !== 'braces-in-lines') return;
    this.line(`${section}: {${this.comment()}`, { section });
    for (const pair of pairs) this.line(`  ${pair},${this.comment()}`, { section });
    this.line(`  }${this.comment()}`, { section });
  }

  written(lineEnd: string, isEndless: boolean): Written {
    const text = this.#lines.map((line) => line.text).join(lineEnd);
    const end = lineEnd.slice(0, -1);
    const lines = this.#lines.map((line, index) => {
      const isLast = index === this.#lines.length - 1;
      return { ...line, text: isLast && isEndless ? line.text : `${line.text}${end}` };
    });
    return { text: isEndless ? text : `${text}${lineEnd}`, lines, comments: this.#comments };
  }
}
