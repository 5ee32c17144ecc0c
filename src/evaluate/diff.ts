import {
  type Cause,
  type ChangedFinding,
  type ChangedVerdict,
  causesIn,
  type Difference,
  type Situation,
} from '../domain/difference.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { latest, pairsIn, type Status } from '../domain/finding.ts';
import type { Verdict } from '../domain/verdict.ts';
import { attribute, type Budget } from './attribute.ts';
import { causesBetween } from './causes.ts';
import { evaluate } from './evaluate.ts';
import { nameOf, type Outcome, type Outcomes, outcomeOf, outcomesFrom } from './outcomes.ts';
import { partsOfFinding, partsOfQuestionnaire, type Sides, touches } from './parts-behind.ts';

/** How many sets of causes are tried: for one change, all sets of ten; and over all changes. */
export interface Bounds {
  readonly perChange: number;
  readonly overall: number;
}

const bounds: Bounds = { perChange: 2 ** 10, overall: 2 ** 15 };

/**
 * What changed from the old situation to the new one: every finding whose status differs and every verdict that does,
 * each with the sets of causes that bring it about. Exact: a set counts only if evaluating the old situation with these
 * causes alone gives what is new, and all causes together give the new situation; otherwise it throws, as a bug.
 */
export function diff(old: Situation, now: Situation, { perChange: limit, overall }: Bounds = bounds): Difference {
  const before = evaluate(old.catalogue, old.assessment, old.date);
  const after = evaluate(now.catalogue, now.assessment, now.date);
  const causes = causesBetween(old, now);
  const outcomes = outcomesFrom({ old, now }, causes);
  assertReplayed(outcomes, [], before);
  assertReplayed(outcomes, causes, after);
  const context: Context = { old, now, causes, outcomes, limit, budget: { left: overall } };
  // The many findings first: each takes few tries.
  const findings = changedFindings(before, after, context);
  const verdicts = changedVerdicts(before, after, context);
  const named = new Set([...verdicts, ...findings].flatMap(({ attribution }) => causesIn(attribution)));
  const others = causes.filter((cause) => !named.has(cause));
  const offset = others.filter((cause) => isOffset(cause, context));
  return { before, after, causes, verdicts, findings, offset, idle: others.filter((one) => !offset.includes(one)) };
}

interface Context extends Sides {
  readonly causes: readonly Cause[];
  readonly outcomes: Outcomes;
  readonly limit: number;
  readonly budget: Budget;
}

function assertReplayed(outcomes: Outcomes, causes: readonly Cause[], evaluation: Evaluation): void {
  if (isSame(outcomes.all(causes), outcomeOf(evaluation))) return;
  throw new Error(`replaying ${causes.length} causes does not give the evaluation of the file`);
}

/** Whether a cause changes something alone, or when it alone is taken back. */
function isOffset(cause: Cause, { causes, outcomes }: Context): boolean {
  const others = causes.filter((one) => one !== cause);
  return !isSame(outcomes.all([cause]), outcomes.all([])) || !isSame(outcomes.all(others), outcomes.all(causes));
}

function isSame(one: Outcome, other: Outcome): boolean {
  const sorted = ({ statuses, verdicts }: Outcome) => JSON.stringify([[...statuses].sort(), [...verdicts].sort()]);
  return sorted(one) === sorted(other);
}

function changedFindings(before: Evaluation, after: Evaluation, context: Context): readonly ChangedFinding[] {
  const byName = ({ findings }: Evaluation) => new Map(findings.map((finding) => [nameOf(finding), finding]));
  const [old, now] = [byName(before), byName(after)];
  return pairsIn(old, now).flatMap(([, pair]) => {
    const [from, to] = [pair.before?.status, pair.after?.status];
    if (from === to) return [];
    const finding = latest(pair);
    const change = {
      touching: context.causes.filter(touches(partsOfFinding(finding, context))),
      from,
      to,
      valueWith: (causes: readonly Cause[]) => context.outcomes.statusOf(finding, causes),
    };
    return [{ ...pair, attribution: attribute<Status>(change, context) }];
  });
}

function changedVerdicts(before: Evaluation, after: Evaluation, context: Context): readonly ChangedVerdict[] {
  const { causes, outcomes } = context;
  const [old, now] = [outcomeOf(before).verdicts, outcomeOf(after).verdicts];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((questionnaire) => {
    const [from, to] = [old.get(questionnaire), now.get(questionnaire)];
    if (from === to) return [];
    const touching =
      questionnaire === undefined ? causes : causes.filter(touches(partsOfQuestionnaire(questionnaire, context)));
    const valueWith = (some: readonly Cause[]) => outcomes.verdicts(some).get(questionnaire);
    const attribution = attribute<Verdict>({ touching, from, to, valueWith }, context);
    return [{ questionnaire, before: from, after: to, attribution }];
  });
}
