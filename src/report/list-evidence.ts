import { messengerQuestion } from '../domain/assessment.ts';
import { type Direction, directions, type Evidence } from '../domain/evidence.ts';
import { competentAuthorities } from '../domain/supervision.ts';
import { formatDate } from '../wording/format-day.ts';
import type { Telling } from './describe-answer.ts';
import { supervisionIn } from './describe-supervision.ts';
import type { ReportContradiction, ReportEvidence, ReportEvidenceGroup } from './report.ts';

/** The evidence that concerns the messenger and the sector, against, for and neither, newest first. */
export function listEvidence(telling: Telling): readonly ReportEvidenceGroup[] {
  const concerning = evidenceFor(telling);
  return directions
    .map((direction: Direction) => ({
      direction: { id: direction, label: telling.words.directions[direction] },
      evidence: concerning.filter((one) => one.direction === direction).map((one) => describeEvidence(one, telling)),
    }))
    .filter(({ evidence }) => evidence.length > 0);
}

/** What the competent authority itself has said of such a use, newest first. */
export function listStatements(telling: Telling): readonly ReportEvidence[] {
  const competent = competentAuthorities(supervisionIn(telling));
  return evidenceFor(telling)
    .filter(({ authority }) => authority !== undefined && competent.includes(authority))
    .map((one) => describeEvidence(one, telling));
}

function evidenceFor(telling: Telling): readonly Evidence[] {
  return [...telling.catalogue.evidence.values()]
    .filter(
      ({ messengers, sectors }) =>
        concerns(messengers, messengerQuestion, telling) && concerns(sectors, 'sector', telling),
    )
    .sort(newestFirst);
}

/** The contradictions that matter here, with all their positions. */
export function listContradictions(telling: Telling): readonly ReportContradiction[] {
  const { evaluation, language } = telling;
  return evaluation.contradictions.map(({ id, topic, positions, treatment }) => ({
    id,
    topic: topic[language],
    treatment: treatment[language],
    positions: positions.map((position) => ({
      who: position.who[language],
      says: position.says[language],
      date: formatDate(position, language),
      weight: position.weight[language],
      references: [...position.requirements, ...position.evidence],
    })),
  }));
}

function describeEvidence(one: Evidence, telling: Telling): ReportEvidence {
  const { language, words } = telling;
  return {
    id: one.id,
    body: one.body[language],
    reference: one.reference ?? null,
    date: formatDate(one, language),
    holding: one.holding[language],
    weight: one.weight[language],
    remark: one.remark?.[language] ?? null,
    checked: { id: one.checked, label: words.certainties[one.checked] },
    urls: one.urls,
  };
}

/** An empty list means any; an answer that is still open rules nothing out. */
function concerns(ids: readonly string[], question: string, { evaluation }: Telling): boolean {
  const answer = evaluation.answers.get(question);
  return ids.length === 0 || answer?.state !== 'given' || ids.includes(String(answer.value));
}

function newestFirst({ date: one = '', id }: Evidence, { date: other = '', id: otherId }: Evidence): number {
  if (one !== other) return one < other ? 1 : -1;
  return id < otherId ? -1 : 1;
}
