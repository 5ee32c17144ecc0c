import type { Finding } from '../domain/finding.ts';
import { subjectMatters } from '../domain/question.ts';
import { describeAnswer, type Telling } from './describe-answer.ts';
import type { OpenPoints } from './report.ts';

/** The questions that keep a finding or a binding open, by who can answer them. */
export function listOpenPoints(telling: Telling): readonly OpenPoints[] {
  const { catalogue, evaluation, words } = telling;
  const readers = openQuestions(evaluation.findings.filter(({ status }) => status === 'open'));
  return subjectMatters
    .map((about) => ({
      about: { id: about, label: words.subjectMatters[about] },
      points: [...readers]
        .filter(([key]) => catalogue.questions.get(key.split('@', 1)[0] ?? '')?.about === about)
        .map(([key, requirements]) => ({ ...describeAnswer(key, telling), requirements: [...requirements] })),
    }))
    .filter(({ points }) => points.length > 0);
}

/** Open answer keys with the requirements they hold up. */
function openQuestions(findings: readonly Finding[]): ReadonlyMap<string, ReadonlySet<string>> {
  const readers = new Map<string, Set<string>>();
  for (const { because, requirement } of findings) {
    for (const key of because) readers.set(key, (readers.get(key) ?? new Set()).add(requirement.id));
  }
  return readers;
}
