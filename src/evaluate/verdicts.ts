import type { Finding } from '../domain/finding.ts';
import { levelInVerdict } from '../domain/requirement.ts';
import { type OverallVerdict, type QuestionnaireVerdict, type Verdict, worstOf } from '../domain/verdict.ts';

/** First match wins; what matches none of them is no obstacle. */
const rules: readonly { readonly verdict: Verdict; readonly holds: (finding: Finding) => boolean }[] = [
  { verdict: 'impermissible', holds: (finding) => is(finding, 'must', ['violated']) },
  { verdict: 'undetermined', holds: (finding) => is(finding, 'must', ['open']) },
  {
    verdict: 'conditional',
    holds: (finding) =>
      is(finding, 'must', ['partial', 'substituted', 'accepted']) ||
      is(finding, 'should', ['violated', 'partial', 'open']),
  },
];

/** What the findings of one questionnaire come to. */
export function verdictOf(findings: readonly Finding[]): { verdict: Verdict; decidedBy: readonly Finding[] } {
  for (const { verdict, holds } of rules) {
    const decidedBy = findings.filter(holds);
    if (decidedBy.length > 0) return { verdict, decidedBy };
  }
  return { verdict: 'permissible', decidedBy: [] };
}

/**
 * The worst verdict of the questionnaires that bind. Where none binds, of those that orient.
 * While it is unclear whether some of them bind, the verdict is undetermined unless it is the same either way.
 */
export function overallVerdict(all: readonly QuestionnaireVerdict[]): OverallVerdict {
  const binding = all.filter((one) => one.binding === 'binds');
  const unclear = all.filter((one) => one.binding === 'unclear');
  // The worst of several is that of one of them, so each alone and none of them cover every way it can turn out.
  const ways = [binding, ...unclear.map((one) => [...binding, one])].map((some) => (some.length > 0 ? some : all));
  const verdicts = new Set(ways.map((some) => worstOf(some.map((one) => one.verdict))));
  const counting = ways.flat();
  const basis = basisOf(binding, unclear);
  // No finding decides what hangs on the binding alone.
  if (verdicts.size > 1) return { verdict: 'undetermined', basis, decidedBy: [] };
  const verdict = worstOf([...verdicts]);
  const decidedBy = new Set(counting.filter((one) => one.verdict === verdict).flatMap((one) => one.decidedBy));
  return { verdict, basis, decidedBy: [...decidedBy] };
}

function basisOf(binding: readonly unknown[], unclear: readonly unknown[]): OverallVerdict['basis'] {
  if (unclear.length > 0) return 'unclear-binding';
  return binding.length > 0 ? 'binding' : 'orientation';
}

function is(finding: Finding, level: string, statuses: readonly Finding['status'][]): boolean {
  return levelInVerdict(finding.requirement) === level && statuses.includes(finding.status);
}
