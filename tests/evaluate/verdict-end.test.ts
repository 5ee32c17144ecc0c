import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Assessment, Exception } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { decayOf, lapsesAfter } from '../../src/evaluate/decay.ts';
import { judgeAssessment } from '../../src/evaluate/evaluate.ts';
import { verdictEnd } from '../../src/evaluate/verdict-end.ts';
import { worlds } from '../support/random-worlds.ts';
import { realisticAssessment } from '../support/realistic-assessments.ts';
import { enough } from '../support/runs.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';

const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-05'];

function endOf(catalogue: Catalogue, assessment: Assessment, date: string): string | undefined {
  const judged = judgeAssessment(catalogue, assessment, { date, reasons: 'open' });
  return verdictEnd(catalogue, assessment, { judged, coming: lapsesAfter(assessment, date) });
}

function lasting(answer: Answer, validUntil: string | undefined): Answer {
  return validUntil === undefined ? answer : { ...answer, evidence: [{ text: 'proof', validUntil }] };
}

describe('the day on which a verdict ends', () => {
  test('is the one that a look at all that changes finds, for any catalogue and records', () => {
    let ending = 0;
    const cases = fc.record({
      world: worlds({ partsAtLeast: 1, isEntangled: true }),
      ends: fc.array(fc.option(fc.constantFrom(...days), { nil: undefined }), { minLength: 1, maxLength: 5 }),
      spans: fc.array(fc.tuple(fc.constantFrom('R-0-0', 'R-0-1', 'R-1-0'), fc.subarray(days, { minLength: 2 })), {
        maxLength: 3,
      }),
    });
    fc.assert(
      fc.property(cases, ({ world: { bank, complete }, ends, spans }) => {
        const answers = new Map(
          [...complete].map(([key, answer], at) => [key, lasting(answer, ends[at % ends.length])] as const),
        );
        const exceptions = spans.map(([requirement, [from = '', until = '']]): Exception => {
          return { requirement, reason: '-', approvedBy: '-', from, until };
        });
        const base: Omit<Assessment, 'answers'> = {
          subject: {},
          questionnaires: new Map(),
          measures: new Map(),
          equivalents: [],
          exceptions,
        };
        const assessment = { ...base, answers };
        const expected = decayOf(bank, assessment, '2025-12-31').verdictEnds?.day;
        if (expected !== undefined) ending++;
        expect(endOf(bank, assessment, '2025-12-31')).toBe(expected);
      }),
      { numRuns: 600 },
    );
    expect(ending).toBeGreaterThan(enough(40));
  });

  test('is so for assessments of the questionnaires that ship', () => {
    for (let seed = 0; seed < 40; seed++) {
      const assessment = realisticAssessment(shippedCatalogue, seed);
      const expected = decayOf(shippedCatalogue, assessment, '2026-11-23').verdictEnds?.day;
      expect(endOf(shippedCatalogue, assessment, '2026-11-23')).toBe(expected);
    }
  });
});
