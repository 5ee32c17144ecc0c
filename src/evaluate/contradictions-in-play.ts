import type { Catalogue } from '../domain/catalogue.ts';
import type { Contradiction } from '../domain/evidence.ts';
import type { Finding } from '../domain/finding.ts';
import { type Facts, truthOf } from './judge.ts';

/**
 * The contradictions that matter here. Where `when` says for which assessments one does, it is left out only if a side is
 * known not to apply; otherwise every side must: a requirement it names applies or may, or it rests on evidence alone,
 * and at least one names a requirement.
 */
export function contradictionsInPlay(
  { contradictions }: Catalogue,
  findings: readonly Finding[],
  facts: Facts,
): readonly Contradiction[] {
  const evaluated = new Set(findings.map(({ requirement }) => requirement.id));
  const applying = new Set(
    findings.filter(({ judged }) => judged !== 'not-applicable').map(({ requirement }) => requirement.id),
  );
  const applies = (requirements: readonly string[]) => requirements.some((id) => applying.has(id));
  return [...contradictions.values()].filter(({ positions, when }) => {
    const named = positions.map(({ requirements }) => requirements).filter((ids) => ids.length > 0);
    if (when === undefined) return named.length > 0 && named.every(applies);
    // A paper that was not chosen is a side all the same.
    const mayApply = (ids: readonly string[]) => applies(ids) || !ids.some((id) => evaluated.has(id));
    return truthOf(when, facts) !== 'false' && named.every(mayApply);
  });
}
