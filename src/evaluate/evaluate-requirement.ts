import type { JudgedStatus } from '../domain/finding.ts';
import type { Requirement } from '../domain/requirement.ts';
import { type Facts, itemsOf, judge, union } from './judge.ts';

/** What the answers alone come to for one requirement, or for one item of it. */
export interface Outcome {
  readonly judged: JudgedStatus;
  readonly item?: string;
  /** Answer keys that settle the status or, when it is open, could. */
  readonly because: readonly string[];
}

/** The outcomes of one requirement: one, or one for every choice made in the question named by `each`. */
export function evaluateRequirement(requirement: Requirement, facts: Facts): readonly Outcome[] {
  if (requirement.each === undefined) return [judgeRequirement(requirement, facts)];
  const { items, because } = itemsOf(requirement.each, facts);
  if (items === undefined) return [{ judged: 'open', because }];
  if (items.length === 0) return [{ judged: 'not-applicable', because }];
  return items.map((item) => ({ ...judgeRequirement(requirement, { ...facts, item }), item }));
}

/** The order of the conditions is the meaning: does it apply, is it fulfilled, partly, else it is violated. */
function judgeRequirement(requirement: Requirement, facts: Facts): Outcome {
  const { appliesWhen, fulfilledWhen, partialWhen } = requirement;
  const applies = appliesWhen && judge(appliesWhen, facts);
  if (applies?.truth === 'false') return { judged: 'not-applicable', because: applies.because };
  if (applies?.truth === 'unknown') return { judged: 'open', because: applies.because };
  const fulfilled = judge(fulfilledWhen, facts);
  if (fulfilled.truth === 'true') return { judged: 'fulfilled', because: fulfilled.because };
  if (fulfilled.truth === 'unknown') return { judged: 'open', because: fulfilled.because };
  const partial = partialWhen && judge(partialWhen, facts);
  if (partial?.truth === 'unknown') return { judged: 'open', because: partial.because };
  // What is partial or violated is so as well by what keeps it from being fulfilled.
  const because = union(fulfilled.because, partial?.because ?? []);
  return { judged: partial?.truth === 'true' ? 'partial' : 'violated', because };
}
