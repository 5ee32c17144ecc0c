import { type Finding, type Status, statuses } from '../domain/finding.ts';
import { type Level, levelInVerdict, levels } from '../domain/requirement.ts';
import {
  type BindingPart,
  type OverallVerdict,
  type QuestionnaireVerdict,
  type Verdict,
  worstOf,
} from '../domain/verdict.ts';

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
  let verdict: Verdict = 'permissible';
  let decidedBy: Finding[] = [];
  for (const finding of findings) {
    const level = raised.get(finding.requirement.id) ?? levelInVerdict(finding.requirement);
    const own = verdictAgainst[level][finding.status];
    if (own === 'permissible') continue;
    if (own === verdict) decidedBy.push(finding);
    else if (worstOf([own, verdict]) === own) {
      verdict = own;
      decidedBy = [finding];
    }
  }
  return { verdict, decidedBy };
}

/** What one finding alone comes to. */
const verdictAgainst = Object.fromEntries(
  levels.map((level) => [
    level,
    Object.fromEntries(
      statuses.map((status) => [
        status,
        rules.find(({ obstacles }) => obstacles[level]?.includes(status))?.verdict ?? 'permissible',
      ]),
    ),
  ]),
) as Readonly<Record<Level, Readonly<Record<Status, Verdict>>>>;

/**
 * The worst verdict of the questionnaires that bind. Where none binds, of those that orient.
 * While it is unclear whether some of them bind, or concern this assessment at all, the verdict is undetermined unless
 * it is the same either way.
 */
export function overallVerdict(all: readonly QuestionnaireVerdict[]): OverallVerdict {
  const outcomes = outcomesOf(all);
  const verdicts = new Set(outcomes.map(verdictOfOutcome));
  const [verdict = 'undetermined'] = verdicts;
  // No finding decides what hangs on the binding alone.
  if (verdicts.size !== 1) return { verdict: 'undetermined', basis: 'unclear-binding', decidedBy: [] };
  const binding = all.flatMap(partsOf);
  const orienting = outcomes.some((outcome) => outcome.binding === undefined) ? all : [];
  const deciding = [...binding, ...orienting].filter((one) => one.verdict === verdict);
  return { verdict, basis: basisOf(all), decidedBy: [...new Set(deciding.flatMap((one) => one.decidedBy))] };
}

/** Every verdict over all that the unclear bindings and concerns leave possible. */
export function possibleVerdicts(all: readonly QuestionnaireVerdict[]): readonly Verdict[] {
  return [...new Set(outcomesOf(all).map(verdictOfOutcome))];
}

/** One way in which the unclear can turn out: the worst of what binds, and of everything that concerns the assessment. */
interface Outcome {
  readonly binding: Verdict | undefined;
  readonly present: Verdict | undefined;
}

/** Where nothing was evaluated, nothing is permissible. */
function verdictOfOutcome({ binding, present }: Outcome): Verdict {
  return binding ?? present ?? 'undetermined';
}

/** All ways in which the unclear can turn out, questionnaire by questionnaire; only the worst of each way is kept. */
function outcomesOf(all: readonly QuestionnaireVerdict[]): readonly Outcome[] {
  return all.reduce<readonly Outcome[]>(
    (soFar, one) => distinct(soFar.flatMap((outcome) => optionsOf(one).map((option) => worseOf(outcome, option)))),
    [{ binding: undefined, present: undefined }],
  );
}

function optionsOf(one: QuestionnaireVerdict): readonly Outcome[] {
  const present = bindingOptions(one).map((binding) => ({ binding, present: one.verdict }));
  return one.mayNotConcern ? [{ binding: undefined, present: undefined }, ...present] : present;
}

/** What of a questionnaire may bind together: nothing, its demands in general, and with them any that address fewer. */
function bindingOptions(one: QuestionnaireVerdict): readonly (Verdict | undefined)[] {
  if (one.binding === 'orients') return [undefined];
  const parts = partsOf(one);
  const sure = parts.filter(({ binding }) => binding === 'binds');
  const unclear = parts.filter(({ binding }) => binding === 'unclear');
  // The worst of several is that of one of them, so none of them and each alone cover every way it can turn out.
  const ways = [sure, ...unclear.map((part) => [...sure, part])];
  const bound = ways.map((some) => (some.length === 0 ? undefined : worstOf(some.map(({ verdict }) => verdict))));
  return one.binding === 'binds' ? bound : [undefined, ...bound];
}

function partsOf(one: QuestionnaireVerdict): readonly BindingPart[] {
  const { binding, parts } = one;
  if (binding === 'orients') return [];
  return parts ?? [{ verdict: one.verdict, decidedBy: one.decidedBy, binding: 'binds' }];
}

function worseOf(one: Outcome, other: Outcome): Outcome {
  const worst = (key: keyof Outcome) => {
    const known = [one[key], other[key]].filter((verdict) => verdict !== undefined);
    return known.length === 0 ? undefined : worstOf(known);
  };
  return { binding: worst('binding'), present: worst('present') };
}

function distinct(outcomes: readonly Outcome[]): readonly Outcome[] {
  return [...new Map(outcomes.map((outcome) => [`${outcome.binding} ${outcome.present}`, outcome])).values()];
}

function basisOf(all: readonly QuestionnaireVerdict[]): OverallVerdict['basis'] {
  if (all.some((one) => one.binding === 'unclear' || (one.mayNotConcern && one.binding === 'binds'))) {
    return 'unclear-binding';
  }
  return all.some((one) => one.binding === 'binds') ? 'binding' : 'orientation';
}
