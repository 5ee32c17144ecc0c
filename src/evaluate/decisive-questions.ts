import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';

/** Stand-in until the shortest path to a decision is merged. */
export function decisiveQuestions(_catalogue: Catalogue, { findings }: Evaluation): readonly string[] {
  return findings
    .filter(({ status, requirement }) => status === 'open' && requirement.level === 'must')
    .flatMap((f) => f.because);
}
