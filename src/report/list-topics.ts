import { type Finding, statuses } from '../domain/finding.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import type { Telling } from './describe-answer.ts';
import { referTo } from './describe-finding.ts';
import type { ReportTopic, StatusCount } from './report.ts';

/** The sections of a questionnaire in which there are findings, with all of these. */
export function listTopics(questionnaire: Questionnaire, telling: Telling): readonly ReportTopic[] {
  const own = telling.evaluation.findings.filter((finding) => finding.questionnaire === questionnaire.id);
  return questionnaire.sections
    .map(({ id, title, requirements }) => ({
      id,
      label: title[telling.language],
      findings: own.filter(({ requirement }) => requirements.some((one) => one.id === requirement.id)),
    }))
    .filter(({ findings }) => findings.length > 0)
    .map(({ findings, ...topic }) => ({
      ...topic,
      counts: countStatuses(findings, telling),
      findings: findings.map((finding) => ({
        ...referTo(finding, telling),
        status: { id: finding.status, label: telling.words.statuses[finding.status] },
      })),
    }));
}

/** How many of some findings have which status. */
export function countStatuses(findings: readonly Finding[], { words }: Telling): readonly StatusCount[] {
  return statuses
    .map((id) => ({
      id,
      label: words.statuses[id],
      count: findings.filter((finding) => finding.status === id).length,
    }))
    .filter(({ count }) => count > 0);
}
