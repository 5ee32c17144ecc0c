import { answerKey } from '../domain/answer.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { BatchFinding, BatchResult } from '../domain/batch.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Finding } from '../domain/finding.ts';
import { namesOf } from '../domain/inconsistency.ts';
import type { InputFile } from '../domain/input-issue.ts';
import type { Language } from '../domain/language.ts';
import { clashesIn } from '../evaluate/clashes.ts';
import { lapsesAfter } from '../evaluate/decay.ts';
import { judgeAssessment } from '../evaluate/evaluate.ts';
import type { Reasons } from '../evaluate/evaluate-requirement.ts';
import { verdictEnd } from '../evaluate/verdict-end.ts';
import { loadAssessmentLean } from '../load/load-assessment-lean.ts';
import { describeIssues } from '../wording/describe-issue.ts';
import { answersBehind } from './answers-behind.ts';

export interface EvaluateFileOptions {
  readonly catalogue: Catalogue;
  readonly language: Language;
  /** Day of evaluation, `YYYY-MM-DD`. */
  readonly date: string;
  /** For which findings to say why; all of them where nothing is said. */
  readonly reasons?: Reasons;
}

/** What the bytes of one file of a batch come to; mistakes in it are part of the result. */
export async function evaluateFile(file: InputFile, options: EvaluateFileOptions): Promise<BatchResult> {
  const loaded = await loadAssessmentLean(file, options.catalogue);
  if (loaded.ok) return evaluated(file, loaded.value, options);
  return { kind: 'broken', file: file.name, problems: describeIssues(loaded.issues, options.language) };
}

function evaluated(
  { name, sha256 }: InputFile,
  assessment: Assessment,
  { catalogue, date, reasons = 'all' }: EvaluateFileOptions,
): BatchResult {
  const judged = judgeAssessment(catalogue, assessment, { date, reasons });
  const { overall, byQuestionnaire, findings, answers } = judged;
  const answerTo = (id: string) => {
    const answer = answers.get(id);
    return answer?.state === 'given' && typeof answer.value === 'string' ? answer.value : null;
  };
  const clashes = clashesIn(catalogue, answers);
  const coming = lapsesAfter(assessment, date);
  const changes = coming[0]?.[0];
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
    decidedBy: overall.decidedBy.map(({ requirement, item }) => answerKey(requirement.id, item)),
    ends: verdictEnd(catalogue, assessment, { judged, coming }) ?? null,
    ...(changes !== undefined && { changes }),
    questionnaires: byQuestionnaire.map(({ questionnaire: id, binding, verdict }) => ({
      id,
      version: catalogue.questionnaires.get(id)?.version ?? '',
      binding,
      verdict,
    })),
    findings: findings.map(batchFinding),
    ...(clashes.length > 0 && { inconsistent: namesOf(clashes) }),
    ...(reasons === 'all' && { answers: answersBehind(findings, answers) }),
  };
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
    ...((status === 'substituted' || status === 'accepted') && { judged: finding.judged }),
    ...(status === 'substituted' && equivalent && { equivalent }),
    ...(status === 'accepted' && exception && { exception }),
  };
}
