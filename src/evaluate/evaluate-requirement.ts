import type { Condition } from '../domain/condition.ts';
import type { JudgedStatus } from '../domain/finding.ts';
import type { Requirement } from '../domain/requirement.ts';
import { union } from './compile-condition.ts';
import { type Facts, itemsOf, judge, truthOf } from './judge.ts';

/** What the answers alone come to for one requirement, or for one item of it. */
export interface Outcome {
  readonly judged: JudgedStatus;
  readonly item?: string;
  /** Answer keys that settle the status or, when it is open, could. */
  readonly because: readonly string[];
}

/** For which findings to say why: it takes longer than all the rest, and a batch may not want to know. */
export type Reasons = 'all' | 'open';

/** The outcomes of one requirement: one, or one for every choice made in the question named by `each`. */
export function evaluateRequirement(
  requirement: Requirement,
  facts: Facts,
  reasons: Reasons = 'all',
): readonly Outcome[] {
  if (requirement.each === undefined) return [judgeRequirement(requirement, facts, reasons)];
  const { items, because } = itemsOf(requirement.each, facts);
  if (items === undefined) return [{ judged: 'open', because }];
  if (items.length === 0) return [{ judged: 'not-applicable', because }];
  return items.map((item) => ({ ...judgeRequirement(requirement, { ...facts, item }, reasons), item }));
}

/** The order of the conditions is the meaning: does it apply, is it fulfilled, partly, else it is violated. */
function judgeRequirement(requirement: Requirement, facts: Facts, reasons: Reasons): Outcome {
  const { appliesWhen, fulfilledWhen, partialWhen } = requirement;
  const applies = appliesWhen === undefined ? 'true' : truthOf(appliesWhen, facts);
  if (applies === 'false') return outcome('not-applicable', [appliesWhen], facts, reasons);
  if (applies === 'unknown') return outcome('open', [appliesWhen], facts, reasons);
  const fulfilled = truthOf(fulfilledWhen, facts);
  if (fulfilled === 'true') return outcome('fulfilled', [fulfilledWhen], facts, reasons);
  if (fulfilled === 'unknown') return outcome('open', [fulfilledWhen], facts, reasons);
  const partial = partialWhen === undefined ? 'false' : truthOf(partialWhen, facts);
  if (partial === 'unknown') return outcome('open', [partialWhen], facts, reasons);
  // What is partial or violated is so as well by what keeps it from being fulfilled.
  return outcome(partial === 'true' ? 'partial' : 'violated', [fulfilledWhen, partialWhen], facts, reasons);
}

const unsaid: readonly string[] = [];

function outcome(
  judged: JudgedStatus,
  settledBy: readonly (Condition | undefined)[],
  facts: Facts,
  reasons: Reasons,
): Outcome {
  return { judged, because: reasons === 'all' || judged === 'open' ? reasonsOf(settledBy, facts) : unsaid };
}

/** Why some conditions have the values they have, each answer key once; see `judge`. */
export function reasonsOf(conditions: readonly (Condition | undefined)[], facts: Facts): readonly string[] {
  let because: readonly string[] = [];
  for (const condition of conditions) {
    if (condition !== undefined) because = union(because, judge(condition, facts).because);
  }
  return because;
}
