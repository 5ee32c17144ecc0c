import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { existing } from '../domain/existing.ts';
import type { Finding } from '../domain/finding.ts';
import { bestOf, type Verdict, type VerdictInterval, worstOf } from '../domain/verdict.ts';
import { verdictOfQuestionnaire } from './verdict-of-questionnaire.ts';
import { possibleVerdicts } from './verdicts.ts';

/**
 * Bounds around `verdictInterval`, at a hundredth of its price: at best everything open turns out fulfilled, at worst
 * violated. No way to answer what is open leads beyond them; that every verdict inside can be reached is not promised,
 * as open findings may share a question. Where the bounds meet, the verdict is settled.
 */
export function verdictBounds(catalogue: Catalogue, evaluation: Evaluation): VerdictInterval {
  return {
    best: bestOf(verdictsWith('fulfilled', catalogue, evaluation)),
    worst: worstOf(verdictsWith('violated', catalogue, evaluation)),
  };
}

/** The verdicts that are possible once everything open has the given status. */
function verdictsWith(
  status: 'fulfilled' | 'violated',
  { questionnaires }: Catalogue,
  { findings, byQuestionnaire }: Evaluation,
): readonly Verdict[] {
  const settled = findings.map(
    (finding): Finding => (finding.status === 'open' ? { ...finding, status, judged: status } : finding),
  );
  return possibleVerdicts(
    byQuestionnaire.map((one) => verdictOfQuestionnaire(one, existing(questionnaires, one.questionnaire), settled)),
  );
}
