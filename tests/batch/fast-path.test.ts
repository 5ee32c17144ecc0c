import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluateFile } from '../../src/batch/evaluate-file.ts';
import { rowOf } from '../../src/domain/batch.ts';
import { assessmentText } from '../../src/load/assessment-text.ts';
import { loadFlawlessAssessment } from '../../src/load/load-flawless-assessment.ts';
import { fileOf } from '../support/plain-value.ts';
import { realisticAssessment } from '../support/realistic-assessments.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';

const folder = path.join(import.meta.dirname, '../../questionnaires/examples');
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
const options = { catalogue: shippedCatalogue, language: 'de', date: '2026-11-23' } as const;

/** The result for a text as it is, which must be the same where the parser of YAML reads it. */
async function resultOf(text: string) {
  const file = fileOf(text);
  // A mark that the fast reader declines, and that says nothing to the parser.
  const marked = fileOf(`\n---\n${text}`);
  expect(loadFlawlessAssessment(marked, shippedCatalogue)).toBeUndefined();
  const result = await evaluateFile(file, options);
  expect(result).toStrictEqual(await evaluateFile({ ...marked, sha256: file.sha256 }, options));
  // Rows say nothing of what only some formats ask for.
  const withoutReasons = await evaluateFile(file, { ...options, reasons: 'open' });
  expect(JSON.stringify(rowOf(withoutReasons))).toBe(JSON.stringify(rowOf(result)));
  return { result, isFast: loadFlawlessAssessment(file, shippedCatalogue) !== undefined };
}

describe('the result of a file of a batch is the same whether it was read fast or by the parser of YAML', () => {
  test.each(examples.filter(({ name }) => name !== 'krankenhaus-hausregeln.yaml'))('$name', async ({ text }) => {
    const { result, isFast } = await resultOf(text);
    expect(result.kind).toBe('evaluated');
    expect(isFast).toBe(true);
  });

  test('assessments as the program writes them', async () => {
    for (let seed = 100; seed < 160; seed++) {
      const { result, isFast } = await resultOf(assessmentText(realisticAssessment(shippedCatalogue, seed), 'lost'));
      expect(isFast).toBe(true);
      expect(rowOf(result)).toMatchObject({ date: options.date });
    }
  });

  test('a file with a mistake is left to the parser, which says where it is', async () => {
    const text = 'format: messenger-check/assessment@1\nanswers:\n  sector: moon\n';
    expect(loadFlawlessAssessment(fileOf(text), shippedCatalogue)).toBeUndefined();
    const result = await evaluateFile(fileOf(text), options);
    expect(result.kind === 'broken' && result.problems.join()).toContain('a.yaml:3');
  });

  test('a file of hundreds of mistakes is a row of a few', async () => {
    const text = `format: messenger-check/assessment@1\nanswers:\n  functions: [${'x, '.repeat(500)}x]\n`;
    const result = await evaluateFile(fileOf(text), options);
    expect(result.kind === 'broken' && result.problems).toHaveLength(11);
  });

  test('a file of an older questionnaire, of which something is to be said, is left to the parser', async () => {
    const text =
      'format: messenger-check/assessment@1\nquestionnaires:\n  bfdi-leitfragen: "1.0"\nanswers:\n  gone: x\n';
    expect(loadFlawlessAssessment(fileOf(text), shippedCatalogue)).toBeUndefined();
    expect((await evaluateFile(fileOf(text), options)).kind).toBe('evaluated');
  });
});
