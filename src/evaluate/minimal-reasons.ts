import { questionOfKey } from '../domain/answer.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { existing } from '../domain/existing.ts';
import type { Finding } from '../domain/finding.ts';
import type { Reasons } from '../domain/reasoning.ts';
import { always, type Formula, fillAll, withinEffort } from './formula.ts';
import { type Knowledge, knowFinding, knowledgeOfGiven, knowledgeOfOpen } from './knowledge.ts';
import { firstShortestKeys } from './shortest-answers.ts';
import { newFormulation } from './variables.ts';
import { mostEffort } from './verdict-interval.ts';

type Judged = Pick<Finding, 'requirement' | 'item' | 'judged'>;

/**
 * Why some findings are as they are, in their order. Settled: a smallest set of answers which alone, all others missing,
 * give the same judged status. Open: a smallest set of missing answers that can settle it, each asked for once those
 * before it are given. Among equally small sets, the one that comes first in the order of the question bank.
 */
export function minimalReasons(
  catalogue: Catalogue,
  { answers, findings: all }: Pick<Evaluation, 'answers' | 'findings'>,
  { findings = all, effort = mostEffort / 2 }: { readonly findings?: readonly Judged[]; readonly effort?: number } = {},
): readonly Reasons[] {
  const formulation = newFormulation(catalogue, answers);
  const given = knowledgeOfGiven(formulation);
  const open = knowledgeOfOpen(formulation);
  const ranks = new Map([...catalogue.questions.keys()].map((id, index) => [id, index]));
  const rankOf = (key: string) => existing(ranks, questionOfKey(key));
  let left = effort;
  return findings.map((finding, index) => {
    const knowledge = finding.judged === 'open' ? open : given;
    // What the findings before it have left over is shared among the rest: one that is hard must not use up all of it.
    const share = left / (findings.length - index);
    const { reasons, spent } = reasonsFor(finding, { knowledge, rankOf, effort: share });
    left -= spent;
    return reasons;
  });
}

interface Means {
  readonly knowledge: Knowledge;
  readonly rankOf: (key: string) => number;
  readonly effort: number;
}

function reasonsFor(finding: Judged, { knowledge, rankOf, effort }: Means) {
  const { space } = knowledge;
  const search = withinEffort(space, effort, () => {
    const formula = knowFinding(finding, knowledge);
    const keys = firstShortestKeys(formula, keysIn(formula, knowledge, rankOf), knowledge);
    // Where nothing closes it, as nothing can be read from a free text, say, nothing is a reason.
    return { keys: keys ?? [], spent: effort - space.effort };
  });
  if (search !== undefined) {
    const { keys, spent } = search.found;
    return { reasons: { keys, isSmallest: true }, spent };
  }
  const formula = knowFinding(finding, knowledge);
  const all = keysIn(formula, knowledge, rankOf);
  const keys = finding.judged === 'open' ? all : sparing(all, formula, knowledge);
  return { reasons: { keys, isSmallest: false }, spent: effort };
}

/** The keys that a formula reads, and those that must be answered for one of them to be asked. */
function keysIn(formula: Formula, { keyOf, askedUnder }: Knowledge, rankOf: Means['rankOf']): readonly string[] {
  const namesIn = ({ reads }: Formula) => [...reads].sort((one, other) => one - other).map(keyOf);
  const keys = new Set(namesIn(formula));
  // A set goes on to what is added on the way.
  for (const key of keys) for (const gate of namesIn(askedUnder(key))) keys.add(gate);
  return [...keys].sort((one, other) => rankOf(one) - rankOf(other));
}

/** Answers that make it known and of which none can be left out. */
function sparing(keys: readonly string[], formula: Formula, { space, variablesOf }: Knowledge): readonly string[] {
  const suffices = (kept: readonly string[]) => {
    const values = keys.flatMap((key) =>
      variablesOf(key).map((number) => [number, Number(kept.includes(key))] as const),
    );
    return fillAll(space, formula, values) === always;
  };
  return keys.reduceRight<readonly string[]>((kept, key) => {
    const less = kept.filter((one) => one !== key);
    return suffices(less) ? less : kept;
  }, keys);
}
