import type { Catalogue } from '../domain/catalogue.ts';
import type { Contradiction } from '../domain/evidence.ts';
import type { Finding } from '../domain/finding.ts';
import { type Facts, judge } from './judge.ts';

/**
 * The contradictions of which every side matters here: a requirement it names applies or may, or it rests on evidence
 * alone. Where none names a requirement, `when` must say for which assessments it matters.
 */
export function contradictionsInPlay(
  { contradictions }: Catalogue,
  findings: readonly Finding[],
  facts: Facts,
): readonly Contradiction[] {
  const applying = new Set(
    findings.filter(({ judged }) => judged !== 'not-applicable').map(({ requirement }) => requirement.id),
  );
  const applies = (requirements: readonly string[]) => requirements.some((id) => applying.has(id));
  return [...contradictions.values()].filter(({ positions, when }) => {
    if (when === undefined) {
      if (!positions.some(({ requirements }) => applies(requirements))) return false;
    } else if (judge(when, facts).truth === 'false') return false;
    return positions.every(({ requirements }) => requirements.length === 0 || applies(requirements));
  });
}
