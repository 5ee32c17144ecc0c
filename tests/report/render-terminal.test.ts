import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { type Assessment, emptyAssessment } from '../../src/domain/assessment.ts';
import type { Language } from '../../src/domain/language.ts';
import type { Level } from '../../src/domain/requirement.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { buildReport } from '../../src/report/build-report.ts';
import { renderTerminal } from '../../src/report/render-terminal.ts';
import type { Report } from '../../src/report/report.ts';
import { wordings } from '../../src/wording/wording.ts';
import { catalogue, choice, is, questionnaire, requirement, text } from '../support/small-catalogue.ts';

type Answers = Readonly<Record<string, 'yes' | 'no'>>;

interface Case {
  readonly answers?: Answers;
  readonly subject?: Assessment['subject'];
  readonly warnings?: readonly string[];
  readonly finding?: string;
  readonly language?: Language;
  /** Of the one requirement that binds. */
  readonly level?: Level;
}

function answerOf(value: string): Answer {
  return { state: 'given', value, evidence: [] };
}

function reportOf(one: Case): Report {
  const { answers = {}, subject = {}, warnings = [], finding = 'It is off.', language = 'en', level = 'should' } = one;
  const titled = (words: string) => ({ title: text(words), finding: text(finding), measure: text('Switch it on.') });
  const bank = catalogue(
    [
      choice('messenger', ['signal']),
      ...['a', 'b', 'c'].map((id) => choice(id, ['yes', 'no'], { text: text(`Is ${id} on?`) })),
    ],
    [
      questionnaire('one', [
        requirement('R-1', is('a', 'yes'), titled('A on')),
        requirement('R-2', is('b', 'yes'), titled('B on')),
      ]),
      questionnaire('two', [requirement('R-3', is('c', 'yes'), { ...titled('C on'), level })], {
        binds: { op: 'all', of: [] },
      }),
    ],
  );
  const assessment: Assessment = {
    ...emptyAssessment,
    subject,
    answers: new Map(Object.entries(answers).map(([key, value]) => [key, answerOf(value)])),
  };
  return buildReport({
    catalogue: bank,
    assessment,
    evaluation: evaluate(bank, assessment, '2026-11-23'),
    language,
    words: wordings[language],
    file: { name: 'answers.yaml', sha256: 'ab12' },
    version: '1.2.3',
    depth: 'annex',
    warnings,
  });
}

const plain = { columns: 100, hasColor: false };

describe('the report at a terminal', () => {
  test('says what was assessed, the verdict and why, each paper, each finding, and what is open', () => {
    const report = reportOf({
      answers: { a: 'no', c: 'no' },
      subject: { organisation: 'Stadt Musterhausen', use: 'enquiries', messenger: 'signal' },
    });
    expect(renderTerminal(report, plain)).toBe(
      [
        'Assessment of the use of a messenger: signal',
        '  Organisation: Stadt Musterhausen',
        '  Use: enquiries',
        '  Messenger: signal',
        '  Evaluated as of: 2026-11-23',
        '',
        'Result: defensible with conditions',
        '  Of the mandatory requirements on which the overall result depends, none is violated or open. The',
        '  use is defensible once the following point is settled. For a MUST, only an equivalent measure or',
        '  an approved, time-limited deviation will do instead; for a SHOULD, reasons put on record.',
        '  The overall result follows from the papers that are authoritative for this organisation, and from',
        '  no others: statements of the competent supervisory authority, or rules of the organisation itself.',
        '  The question catalogue messenger-check has compiled their requirements in its own words and, in',
        '  part, graded them itself; they are not law. How well each requirement is substantiated is set out',
        '  in the memorandum.',
        '',
        'one: use not defensible',
        '  orientation',
        '  1 not fulfilled, 1 open',
        'two: defensible with conditions',
        '  authoritative',
        '  1 not fulfilled',
        '',
        'Not fulfilled: authoritative (1)',
        '  R-3 SHOULD C on',
        '    It is off.',
        '',
        'Not fulfilled: orientation only (1)',
        '  R-1 MUST A on',
        '    It is off.',
        '',
        'Open: orientation only (1)',
        '  R-2 MUST B on',
        '',
        'Open questions',
        '  On your own organisation',
        '    Is b on? (not answered yet) → R-2',
        '',
      ].join('\n'),
    );
  });

  test('speaks German where the report does', () => {
    const shown = renderTerminal(reportOf({ answers: { a: 'no' }, language: 'de' }), plain);
    for (const words of [
      'Ergebnis: ',
      'Nicht erfüllt: gibt nur Orientierung (1)',
      'Offene Fragen',
      'noch nicht beantwortet',
    ]) {
      expect(shown).toContain(words);
    }
  });

  test('has no heading without something below it', () => {
    const shown = renderTerminal(reportOf({ answers: { a: 'yes', b: 'yes', c: 'yes' } }), plain);
    expect(shown).not.toMatch(/not fulfilled|open|Open questions/);
    expect(shown).toContain('Result: no decisive objections');
    expect(shown.endsWith('2 fulfilled\ntwo: no decisive objections\n  authoritative\n  1 fulfilled\n')).toBe(true);
  });

  test('marks remarks on the answer file', () => {
    expect(renderTerminal(reportOf({ warnings: ['line 3: unknown choice'] }), plain)).toContain(
      '\n  ! line 3: unknown choice\n',
    );
  });
});

describe('colour', () => {
  const report = reportOf({ answers: { a: 'no', b: 'no' } });
  const escapeCharacter = String.fromCharCode(27);

  test('is left out where there is none', () => {
    expect(renderTerminal(report, plain)).not.toContain(escapeCharacter);
  });

  test('changes no word and no line', () => {
    const coloured = renderTerminal(report, { ...plain, hasColor: true });
    expect(coloured).toContain(escapeCharacter);
    expect(stripVTControlCharacters(coloured)).toBe(renderTerminal(report, plain));
  });

  test.each<{ answers: Answers; level: Level; code: number; verdict: string }>([
    { answers: { c: 'no' }, level: 'must', code: 31, verdict: 'use not defensible' },
    { answers: {}, level: 'must', code: 34, verdict: 'cannot be determined yet' },
    { answers: { c: 'no' }, level: 'should', code: 33, verdict: 'defensible with conditions' },
    { answers: { c: 'yes' }, level: 'must', code: 32, verdict: 'no decisive objections' },
  ])('tells $verdict apart', ({ answers, level, code, verdict }) => {
    const shown = renderTerminal(reportOf({ answers, level }), { ...plain, hasColor: true });
    const [line = ''] = shown.split('\n').filter((one) => one.startsWith('Result:'));
    expect(stripVTControlCharacters(line)).toBe(`Result: ${verdict}`);
    expect(line).toContain(`${escapeCharacter}[${code}m`);
  });
});

describe('the width', () => {
  const long = 'Sehr viele Wörter stehen hier und müssen irgendwo umbrochen werden, '.repeat(6);
  const report = reportOf({
    answers: { a: 'no' },
    subject: { organisation: 'x'.repeat(300), use: long },
    finding: long,
  });

  test.each([
    { columns: 80, widest: 80 },
    { columns: 40, widest: 40 },
    { columns: 10, widest: 40 },
    { columns: 500, widest: 120 },
  ])('of $columns columns gives lines of at most $widest, also where a word is longer', ({ columns, widest }) => {
    const lines = renderTerminal(report, { columns, hasColor: false }).split('\n');
    const lengths = lines.map((line) => line.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(widest);
    expect(Math.max(...lengths)).toBeGreaterThan(widest - 12);
  });

  test('loses no word', () => {
    const words = (columns: number) => renderTerminal(report, { columns, hasColor: false }).replaceAll(/\s/g, '');
    expect(words(40)).toBe(words(500));
  });

  test('indents the lines that follow like the first', () => {
    const lines = renderTerminal(report, { columns: 60, hasColor: false }).split('\n');
    const first = lines.findIndex((line) => line.startsWith('    Sehr viele Wörter'));
    expect(lines.slice(first, first + 6).every((line) => /^ {4}\S/.test(line))).toBe(true);
  });
});

describe('text that a person typed', () => {
  const typed = fc
    .array(fc.constantFrom('Stadt', ' ', '\n', '\r', '\r\n', '\t', 'Result: no decisive objections', 'ä', '#'), {
      minLength: 1,
      maxLength: 8,
    })
    .map((parts) => parts.join(''))
    .filter((words) => words.trim() !== '');

  test('cannot pass for a line of the program, nor paint over one', () => {
    fc.assert(
      fc.property(typed, (words) => {
        const shown = renderTerminal(
          reportOf({ answers: { a: 'no' }, subject: { organisation: words, reference: words }, warnings: [words] }),
          plain,
        );
        expect(shown).not.toContain('\r');
        expect(shown.split('\n').filter((line) => line.startsWith('Result:'))).toEqual([
          'Result: defensible with conditions',
        ]);
      }),
    );
  });
});
