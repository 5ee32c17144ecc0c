import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BatchFinding, BatchResult, EvaluatedFile } from '../../src/domain/batch.ts';
import { contextIn, inBothLanguages, isEvaluated, printed } from '../support/batch.ts';
import { mistakesInOscal, mistakesInSarif } from '../support/official-schemas.ts';

const context = contextIn('de');
const example = inBothLanguages[0]?.results.find(isEvaluated) as EvaluatedFile;

/** Whatever can stand in a name or a text, what ends a thing in some format more often than else. */
const character = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.constantFrom(
    ...'<>&"\'`;,=+-@|\\/#%?:*_[](){}~^\n\r\t\0 ',
    '\uD800',
    '\uDFFF',
    '\uFFFF',
    ']]>',
    '\u001B[',
    '\u2028',
  ),
);
const anyText = fc.string({ unit: character, minLength: 1, maxLength: 20 });

const anyFile = fc
  .record({ file: anyText, use: anyText, organisation: anyText, measure: anyText, reason: anyText })
  .map(({ file, use, organisation, measure, reason }): EvaluatedFile => {
    const [first, second] = example.findings as [BatchFinding, BatchFinding];
    const days = { from: '2026-01-01', until: '2026-12-31' };
    const findings: readonly BatchFinding[] = [
      { ...first, status: 'substituted', equivalent: { requirement: first.requirement, measure, evidence: reason } },
      {
        ...second,
        status: 'accepted',
        exception: { requirement: second.requirement, reason, approvedBy: measure, ...days },
      },
    ];
    return { ...example, file, findings, subject: { use, organisation } };
  });
const anyBroken = fc
  .record({ file: anyText, problems: fc.array(anyText, { minLength: 1, maxLength: 3 }) })
  .map((broken): BatchResult => ({ kind: 'broken', ...broken }));
const anyResults = fc.array(fc.oneof(anyFile, anyBroken), { maxLength: 3 });

/** Holds for every text somebody may have typed. */
function holds(check: (results: readonly BatchResult[]) => Promise<void>): Promise<void> {
  return fc.assert(fc.asyncProperty(anyResults, check), { numRuns: 150 });
}

test('SARIF stays valid, with a result a finding', () =>
  holds(async (results) => {
    const log = JSON.parse(await printed('sarif', results, context));
    expect(mistakesInSarif(log)).toEqual([]);
    expect(log.runs[0].results).toHaveLength(results.reduce((sum, one) => sum + (isEvaluated(one) ? 2 : 1), 0));
  }));

test('OSCAL stays valid, with a result a file', () =>
  holds(async (results) => {
    const document = JSON.parse(await printed('oscal', results, context));
    expect(mistakesInOscal['assessment-results'](document)).toEqual([]);
    expect(document['assessment-results'].results).toHaveLength(Math.max(1, results.length));
  }));

test('JUnit stays well-formed, with a suite a file', () =>
  holds(async (results) => {
    const fail = (level: string, message: string) => {
      throw new Error(`${level}: ${message}`);
    };
    const xml = await printed('junit', results, context);
    // The parser lets through what XML 1.0 has no way to write.
    expect(xml).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
    const document = new DOMParser({ onError: fail }).parseFromString(xml, 'text/xml');
    expect(document.getElementsByTagName('testsuite')).toHaveLength(results.length);
  }));

test('CSV stays a record a file, without formulas', () =>
  holds(async (results) => {
    const text = await printed('csv', results, context);
    const [, ...records]: string[][] = parse(text, { bom: true, delimiter: ';', record_delimiter: '\r\n' });
    expect(records).toHaveLength(results.length);
    expect(records.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  }));

test('the table stays harmless, with a line a file or problem', () =>
  holds(async (results) => {
    const lines = (await printed('table', results, context)).split('\n');
    expect(lines.filter((line) => /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(line))).toEqual([]);
  }));

test('NDJSON stays a line a file', () =>
  holds(async (results) => {
    const lines = (await printed('ndjson', results, context)).trimEnd().split('\n');
    expect(lines.filter((line) => line !== '').map((line) => JSON.parse(line).file)).toEqual(
      results.map(({ file }) => file),
    );
  }));
