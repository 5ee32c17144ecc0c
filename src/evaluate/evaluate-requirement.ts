import type { JudgedStatus } from '../domain/finding.ts';
import type { Requirement } from '../domain/requirement.ts';
import { type Facts, type Judgement, judge } from './judge.ts';

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
  const items = facts.answers.get(requirement.each);
  const because = [requirement.each];
  if (items === undefined || items.state === 'unknown') return [{ judged: 'open', because }];
  const chosen = items.state === 'given' && typeof items.value === 'object' ? items.value : [];
  if (chosen.length === 0) return [{ judged: 'not-applicable', because }];
  return chosen.map((item) => ({ ...judgeRequirement(requirement, { ...facts, item }), item }));
}

/** The order of the conditions is the meaning: does it apply, is it fulfilled, partly, else it is violated. */
function judgeRequirement(requirement: Requirement, facts: Facts): Outcome {
  const { appliesWhen, fulfilledWhen, partialWhen } = requirement;
  const applies = appliesWhen && judge(appliesWhen, facts);
  if (applies?.truth === 'false') return { judged: 'not-applicable', because: applies.because };
  if (applies?.truth === 'unknown') return { judged: 'open', because: applies.because };
  const fulfilled = judge(fulfilledWhen, facts);
  if (fulfilled.truth !== 'false') return settledOrOpen(fulfilled, 'fulfilled');
  const partial = partialWhen && judge(partialWhen, facts);
  if (partial !== undefined && partial.truth !== 'false') return settledOrOpen(partial, 'partial');
  return { judged: 'violated', because: [...new Set([...fulfilled.because, ...(partial?.because ?? [])])] };
}

function settledOrOpen(judgement: Judgement, settled: JudgedStatus): Outcome {
  return { judged: judgement.truth === 'unknown' ? 'open' : settled, because: judgement.because };
}
