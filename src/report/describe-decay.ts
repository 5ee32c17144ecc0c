import type { DayOfChange, Decay, FindingChange, Lapse } from '../domain/decay.ts';
import { existing } from '../domain/existing.ts';
import { latest } from '../domain/finding.ts';
import { formatDay } from '../wording/format-day.ts';
import type { Telling } from './describe-answer.ts';
import { referTo } from './describe-finding.ts';
import type { ReportDay, ReportValidity } from './report.ts';

/** How long the result holds and what changes when, in words; `null` where time changes nothing. */
export function describeDecay({ days, verdictEnds }: Decay, telling: Telling): ReportValidity | null {
  if (days.length === 0) return null;
  const { evaluation, language, words } = telling;
  const { verdictEnds: ends, verdictStays } = words.reasons.validity;
  const label = words.verdicts[evaluation.overall.verdict];
  return {
    sentence:
      verdictEnds?.overall === undefined
        ? verdictStays(label)
        : ends(label, formatDay(verdictEnds.day, language), words.verdicts[verdictEnds.overall.after]),
    verdictEnds: verdictEnds?.day ?? null,
    days: days.map((day) => describeDay(day, telling)),
  };
}

function describeDay(change: DayOfChange, telling: Telling): ReportDay {
  const { catalogue, language, words } = telling;
  const { validity } = words.reasons;
  const named = (verdict: keyof typeof words.verdicts | undefined) =>
    verdict === undefined ? validity.notEvaluated : words.conditions.quoted(words.verdicts[verdict]);
  const { day, findings, questionnaires, overall } = change;
  return {
    id: day,
    label: validity.from(formatDay(day, language)),
    lines: [
      ...describeFindings(findings, telling),
      ...questionnaires.map(({ questionnaire, before, after }) => {
        const title = existing(catalogue.questionnaires, questionnaire).title[language];
        return validity.questionnaire(title, named(before), named(after));
      }),
      ...(overall ? [validity.overall(named(overall.before), named(overall.after))] : []),
    ],
    findings: findings.map((one) => ({
      id: referTo(latest(one), telling).id,
      before: one.before?.status ?? null,
      after: one.after?.status ?? null,
    })),
  };
}

/** One line for all findings that become the same for the same reason. */
function describeFindings(findings: readonly FindingChange[], telling: Telling): readonly string[] {
  const { validity } = telling.words.reasons;
  const byReason = new Map<string, { status: string; causes: string; labels: string[] }>();
  for (const change of findings) {
    const status = statusOf(change, telling);
    const causes = [...new Set(change.because.map((lapse) => describeLapse(lapse, telling)))].join('; ');
    const key = JSON.stringify([status, causes]);
    const line = byReason.get(key) ?? { status, causes, labels: [] };
    line.labels.push(referTo(latest(change), telling).label);
    byReason.set(key, line);
  }
  return [...byReason.values()].map(({ status, causes, labels }) => validity.line(status, labels.join(', '), causes));
}

function statusOf({ before, after }: FindingChange, { words }: Telling): string {
  if (after === undefined) return words.reasons.validity.gone;
  return after.status === 'open' && before !== undefined
    ? words.reasons.validity.openAgain
    : words.statuses[after.status];
}

function describeLapse(lapse: Lapse, { language, words }: Telling): string {
  const { lapses } = words.reasons.validity;
  if (lapse.kind === 'proof-expired') {
    return lapses['proof-expired'](formatDay(lapse.proof.validUntil, language), lapse.proof.text);
  }
  const { from, until } = lapse.exception;
  return lapses[lapse.kind](formatDay(lapse.kind === 'exception-began' ? from : until, language));
}
