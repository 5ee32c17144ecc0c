import type { Assessment } from '../domain/assessment.ts';
import type { BatchFinding, BatchResult } from '../domain/batch.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Finding } from '../domain/finding.ts';
import type { InputFile } from '../domain/input-issue.ts';
import type { Language } from '../domain/language.ts';
import { firstLapseAfter } from '../evaluate/decay.ts';
import { judgeAssessment } from '../evaluate/evaluate.ts';
import { verdictEnd } from '../evaluate/verdict-end.ts';
import { loadAssessment, loadFlawlessAssessment } from '../load/load-assessment.ts';
import { describeIssue } from '../wording/describe-issue.ts';

export interface EvaluateFileOptions {
  readonly catalogue: Catalogue;
  readonly language: Language;
  /** Day of evaluation, `YYYY-MM-DD`. */
  readonly date: string;
}

/** What the bytes of one file of a batch come to; mistakes in it are part of the result. */
export function evaluateFile(file: InputFile, { catalogue, language, date }: EvaluateFileOptions): BatchResult {
  const flawless = loadFlawlessAssessment(file, catalogue);
  if (flawless !== undefined) return evaluated(file, flawless, { catalogue, date });
  const loaded = loadAssessment(file, catalogue);
  if (loaded.ok) return evaluated(file, loaded.value, { catalogue, date });
  const problems = loaded.issues.map((issue) => describeIssue(issue, language));
  return { kind: 'broken', file: file.name, problems };
}

function evaluated(
  { name, sha256 }: InputFile,
  assessment: Assessment,
  { catalogue, date }: Pick<EvaluateFileOptions, 'catalogue' | 'date'>,
): BatchResult {
  const judged = judgeAssessment(catalogue, assessment, date);
  const { overall, byQuestionnaire, findings, answers } = judged;
  const answerTo = (id: string) => {
    const answer = answers.get(id);
    return answer?.state === 'given' && typeof answer.value === 'string' ? answer.value : null;
  };
  const changes = firstLapseAfter(assessment, date);
  return {
    kind: 'evaluated',
    file: name,
    sha256,
    date,
    subject: assessment.subject,
    sector: answerTo('sector'),
    state: answerTo('state'),
    verdict: overall.verdict,
    basis: overall.basis,
    decidedBy: overall.decidedBy.map(nameOf),
    ends: verdictEnd(catalogue, assessment, judged) ?? null,
    ...(changes !== undefined && { changes }),
    questionnaires: byQuestionnaire.map(({ questionnaire: id, binding, verdict }) => ({
      id,
      version: catalogue.questionnaires.get(id)?.version ?? '',
      binding,
      verdict,
    })),
    findings: findings.map(batchFinding),
  };
}

function nameOf({ requirement, item }: Finding): string {
  return item === undefined ? requirement.id : `${requirement.id}@${item}`;
}

function batchFinding(finding: Finding): BatchFinding {
  const { questionnaire, item, status, binding, because, equivalent, exceptions } = finding;
  const found = { questionnaire, requirement: finding.requirement.id, status, binding, because };
  // Nearly all findings have nothing more to them.
  if (item === undefined && status !== 'substituted' && status !== 'accepted') return found;
  const exception = exceptions.find(({ state }) => state === 'active');
  return {
    ...found,
    ...(item !== undefined && { item }),
    ...(status === 'substituted' && equivalent && { equivalent }),
    ...(status === 'accepted' && exception && { exception }),
  };
}
