import type { AgendaSection } from './agenda.ts';
import type { Answers } from './answer.ts';
import type { Contradiction } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { Clash } from './inconsistency.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { OverallVerdict, QuestionnaireVerdict } from './verdict.ts';

/** Everything that follows from a catalogue, an assessment and a day. */
export interface Evaluation extends Judged {
  /** What is to be asked, in order. */
  readonly agenda: readonly AgendaSection[];
  /** On which points the sources disagree, as far as it matters here. */
  readonly contradictions: readonly Contradiction[];
  /** Which answers do not fit together. */
  readonly clashes: readonly Clash[];
}

/** What it comes to. */
export interface Judged {
  /** The day for which it holds, `YYYY-MM-DD`. */
  readonly date: string;
  /** The answers as they count on that day. */
  readonly answers: Answers;
  /** In the order of the questionnaires and their sections. */
  readonly findings: readonly Finding[];
  readonly byQuestionnaire: readonly QuestionnaireVerdict[];
  readonly overall: OverallVerdict;
}

/** The findings that count for a questionnaire: its own, and those of the one it extends. */
export function findingsFor(
  { id, extends: extension }: Questionnaire,
  findings: readonly Finding[],
): readonly Finding[] {
  return findings.filter(({ questionnaire }) => questionnaire === id || questionnaire === extension?.base);
}
