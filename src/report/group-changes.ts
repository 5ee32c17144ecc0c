import { existingAt } from '../domain/existing.ts';
import type { Wording } from '../wording/wording.ts';
import { type CauseTelling, nameCause } from './describe-cause.ts';
import type { ReportCause, ReportChange, ReportGroup } from './diff-report.ts';

type Change = ReportChange<string>;
type Telling = CauseTelling & { readonly causes: readonly ReportCause[] };

/**
 * Changes in words: those that come about in the same way stand together, so that a cause is told once. A cause that is
 * one of several is named in short with its number; `details` has these in full.
 */
export function groupChanges(
  changes: readonly Change[],
  telling: Telling,
): { readonly groups: readonly ReportGroup[]; readonly details: readonly string[] } {
  const together = new Map<string, [Change, ...Change[]]>();
  for (const change of changes) {
    const key = keyOf(change);
    const others = together.get(key);
    if (others === undefined) together.set(key, [change]);
    else others.push(change);
  }
  const numbered = new Set(changes.flatMap(namedByNumber));
  return {
    groups: [...together.values()].map((some) => describeGroup(some, telling)),
    details: telling.causes
      .filter(({ number, cause }) => numbered.has(number) && nameCause(cause, telling) !== undefined)
      .map(({ number, text }) => telling.words.diff.numberedFirst(text, number)),
  };
}

/** What brings a change about, and what else is to be said of that. */
function keyOf({ minimal, astray, undoing, isComplete }: Change): string {
  return JSON.stringify([minimal, astray, undoing, isComplete]);
}

function onlyCause({ minimal: [first = [], ...others] }: Change): number | undefined {
  return others.length === 0 && first.length === 1 ? first[0] : undefined;
}

function namedByNumber(change: Change): readonly number[] {
  const { minimal, astray, undoing } = change;
  const ways = onlyCause(change) === undefined ? minimal.flat() : [];
  return [...ways, ...astray.map(({ cause }) => cause), ...undoing.flat()];
}

function describeGroup(changes: readonly [Change, ...Change[]], telling: Telling): ReportGroup {
  const { words } = telling;
  const [first] = changes;
  const clause = clauseIn(telling);
  return {
    ...reasonOf(first, telling, clause),
    changes: changes.map((change) => describeEffect(change, words)),
    remarks: [
      ...first.astray.map(({ cause, becomes }) =>
        becomes === null ? words.diff.astrayGone(clause(cause)) : words.diff.astray(clause(cause), becomes.label),
      ),
      ...first.undoing.map((set) => words.diff.undoing(set.map(clause).join(words.diff.and))),
      ...(first.isComplete ? [] : [incompleteness(changes, words)]),
    ],
  };
}

/** What holds of all of them. */
function incompleteness(changes: readonly Change[], { diff }: Wording): string {
  const considered = Math.max(...changes.map((change) => change.considered));
  return diff.incomplete(considered, Math.min(...changes.map(({ triedUpTo }) => triedUpTo)));
}

/** A cause in short, with its number where it is told in full elsewhere. */
function clauseIn(telling: Telling): (number: number) => string {
  const { causes, words } = telling;
  return (number) => {
    const { text, cause } = existingAt(causes, number - 1);
    const name = nameCause(cause, telling);
    return name === undefined ? text : words.diff.numbered(name, number);
  };
}

function reasonOf(
  change: Change,
  { causes, words: { diff } }: Telling,
  clause: (number: number) => string,
): Pick<ReportGroup, 'lead' | 'because' | 'items'> {
  const { minimal, isComplete, triedUpTo } = change;
  const only = onlyCause(change);
  if (only !== undefined) return { lead: diff.because(existingAt(causes, only - 1).text), because: '', items: [] };
  const [first = [], ...others] = minimal.map((set) => set.map(clause));
  if (others.length > 0) {
    const ways = [first, ...others].map((set) => set.join(diff.and));
    return { lead: '', because: diff.eachAlone, items: asList(ways, diff.or) };
  }
  const isFoundByRemoving = !isComplete && first.length > triedUpTo + 1;
  const because = isFoundByRemoving ? diff.indispensable : diff.together;
  return { lead: '', because, items: asList(first, diff.alsoThat) };
}

/** Parts of one sentence: "a," "oder dass b." */
function asList(parts: readonly string[], joint: string): readonly string[] {
  return parts.map((part, at) => `${at === 0 ? '' : `${joint} `}${part}${at === parts.length - 1 ? '.' : ','}`);
}

function describeEffect({ label, title, before, after }: Change, { diff }: Wording): string {
  const name = title === '' ? label : `${label} ${title}`;
  if (before === null) return diff.appeared(name, after?.label ?? '');
  return after === null ? diff.vanished(name, before.label) : diff.changed(name, before.label, after.label);
}
