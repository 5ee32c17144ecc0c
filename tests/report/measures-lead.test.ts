import { describe, expect, test } from 'vitest';
import { existingAt } from '../../src/domain/existing.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { measuresLead, whyInVain } from '../../src/report/measures-lead.ts';
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
    ['undetermined', 'other-product'],
  ])('is not said of what is %s and takes: %s', (verdict, reach) => {
    expect(whyInVain(prospect(verdict, reach))).toBeUndefined();
    expect(measuresLead(measures, prospect(verdict, reach), wordings.en)).toBeNull();
  });

  test('is not said of conditions: these are named, and whether there are other measures', () => {
    const conditional = prospect('conditional', 'other-product');
    const all = measures.flatMap((group) => group.measures);
    const [first, second] = [existingAt(all, 0), existingAt(all, 1)];
    const leadOf = (...needed: readonly (typeof first)[]) => {
      const ids = needed.flatMap(({ requirements }) => requirements.map(({ id }) => id));
      const reasons = ids.map((id) => ({ ...existingAt(report.verdict.reasons, 0), id }));
      return measuresLead(measures, { ...conditional, verdict: { ...conditional.verdict, reasons } }, wordings.en);
    };
    const rest = ' The result does not depend on the others.';
    expect(leadOf(first)).toBe(`The condition is measure No. 1.${rest}`);
    expect(leadOf(first, second)).toBe(`The conditions are the measures No. 1 and 2.${rest}`);
    expect(leadOf()).toBeNull();
    expect(leadOf(...all)).toBeNull();
  });

  test('is not said where there are none, or nobody looked what it would take', () => {
    const vain = prospect('impermissible', 'other-product');
    expect(measuresLead([], vain, wordings.en)).toBeNull();
    expect(measuresLead(measures, { ...vain, outlook: null }, wordings.en)).toBeNull();
  });
});
