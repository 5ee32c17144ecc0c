import type { Finding, Status } from '../domain/finding.ts';
import { type Level, levelInVerdict } from '../domain/requirement.ts';
import { type OverallVerdict, type QuestionnaireVerdict, type Verdict, worstOf } from '../domain/verdict.ts';

/** First match wins; what matches none of them is no obstacle. */
const rules: readonly { readonly verdict: Verdict; readonly obstacles: Partial<Record<Level, readonly Status[]>> }[] = [
  { verdict: 'impermissible', obstacles: { must: ['violated'] } },
  { verdict: 'undetermined', obstacles: { must: ['open'] } },
  {
    verdict: 'conditional',
    obstacles: { must: ['partial', 'substituted', 'accepted'], should: ['violated', 'partial', 'open'] },
  },
];

/**
 * What the findings of one questionnaire come to. `raised` holds the levels that a questionnaire has raised, by id of
 * the requirement: they are its own decision, so the certainty of the paper does not weaken them.
 */
export function verdictOf(
  findings: readonly Finding[],
  raised: ReadonlyMap<string, Level> = new Map(),
): { verdict: Verdict; decidedBy: readonly Finding[] } {
  const levelOf = ({ requirement }: Finding) => raised.get(requirement.id) ?? levelInVerdict(requirement);
  for (const { verdict, obstacles } of rules) {
    const decidedBy = findings.filter((finding) => obstacles[levelOf(finding)]?.includes(finding.status));
    if (decidedBy.length > 0) return { verdict, decidedBy };
  }
  return { verdict: 'permissible', decidedBy: [] };
}

/**
 * The worst verdict of the questionnaires that bind. Where none binds, of those that orient.
 * While it is unclear whether some of them bind, or concern this assessment at all, the verdict is undetermined unless
 * it is the same either way.
 */
export function overallVerdict(all: readonly QuestionnaireVerdict[]): OverallVerdict {
  const ways = waysOf(all);
  const verdicts = new Set(ways.map(verdictOfWay));
  const basis = basisOf(all);
  // No finding decides what hangs on the binding alone.
  if (verdicts.size !== 1) return { verdict: 'undetermined', basis: 'unclear-binding', decidedBy: [] };
  const [verdict = 'undetermined'] = verdicts;
  const counting = ways.flat().filter((one) => one.verdict === verdict);
  return { verdict, basis, decidedBy: [...new Set(counting.flatMap((one) => one.decidedBy))] };
}

/** Every verdict over all that the unclear bindings and concerns leave possible. */
export function possibleVerdicts(all: readonly QuestionnaireVerdict[]): readonly Verdict[] {
  return [...new Set(waysOf(all).map(verdictOfWay))];
}

function waysOf(all: readonly QuestionnaireVerdict[]): readonly (readonly QuestionnaireVerdict[])[] {
  const sure = all.filter((one) => !one.mayNotConcern);
  return subsetsOf(all.filter((one) => one.mayNotConcern)).flatMap((some) => waysToCount([...sure, ...some]));
}

/** The papers that count, in every way in which the unclear ones can turn out. */
function waysToCount(present: readonly QuestionnaireVerdict[]): readonly (readonly QuestionnaireVerdict[])[] {
  const binding = present.filter((one) => one.binding === 'binds');
  const unclear = present.filter((one) => one.binding === 'unclear');
  // The worst of several is that of one of them, so each alone and none of them cover every way it can turn out.
  const ways = [binding, ...unclear.map((one) => [...binding, one])];
  return ways.map((some) => (some.length > 0 ? some : present));
}

/** Where nothing was evaluated, nothing is permissible. */
function verdictOfWay(counting: readonly QuestionnaireVerdict[]): Verdict {
  return counting.length === 0 ? 'undetermined' : worstOf(counting.map((one) => one.verdict));
}

function subsetsOf<T>(things: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** things.length }, (_, bits) => things.filter((_thing, at) => (bits >> at) & 1));
}

function basisOf(all: readonly QuestionnaireVerdict[]): OverallVerdict['basis'] {
  if (all.some((one) => one.binding === 'unclear' || (one.mayNotConcern && one.binding === 'binds'))) {
    return 'unclear-binding';
  }
  return all.some((one) => one.binding === 'binds') ? 'binding' : 'orientation';
}
