import { describe, expect, test } from 'vitest';
import { existingAt } from '../../src/domain/existing.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { measuresLead, whyInVain } from '../../src/report/why-in-vain.ts';
import { wordings } from '../../src/wording/wording.ts';
import { fullReport } from '../support/full-report.ts';

const report = await fullReport('en');
const { outlook, measures } = report;
const goal = existingAt(outlook?.goals ?? [], 0);

/** The report with another verdict, and another way to a better one. */
function prospect(verdict: Verdict, reach: typeof goal.reach.id) {
  return {
    verdict: { ...report.verdict, id: verdict },
    outlook: outlook && { ...outlook, goals: [{ ...goal, reach: { ...goal.reach, id: reach } }] },
  };
}

describe('that measures are in vain', () => {
  const { measuresInVain } = wordings.en.report;

  test.each(['other-product', 'other-use'] as const)('is said of what is impermissible where it takes: %s', (reach) => {
    expect(whyInVain(prospect('impermissible', reach))).toBe(reach);
    expect(measuresLead(measures, prospect('impermissible', reach), wordings.en)).toBe(measuresInVain[reach]);
  });

  test.each<[Verdict, typeof goal.reach.id]>([
    ['impermissible', 'with-changes'],
    ['conditional', 'other-product'],
    ['undetermined', 'other-product'],
  ])('is not said of what is %s and takes: %s', (verdict, reach) => {
    expect(whyInVain(prospect(verdict, reach))).toBeUndefined();
    expect(measuresLead(measures, prospect(verdict, reach), wordings.en)).toBeNull();
  });

  test('is not said where there are none, or nobody looked what it would take', () => {
    const vain = prospect('impermissible', 'other-product');
    expect(measuresLead([], vain, wordings.en)).toBeNull();
    expect(measuresLead(measures, { ...vain, outlook: null }, wordings.en)).toBeNull();
  });
});
