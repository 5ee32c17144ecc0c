import type { BatchFinding, BatchResult } from '../domain/batch.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Finding } from '../domain/finding.ts';
import type { InputFile } from '../domain/input-issue.ts';
import type { Language } from '../domain/language.ts';
import { decayOf, firstLapseAfter } from '../evaluate/decay.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { loadAssessment } from '../load/load-assessment.ts';
import { describeIssue } from '../wording/describe-issue.ts';

export interface EvaluateFileOptions {
  readonly catalogue: Catalogue;
  readonly language: Language;
  /** Day of evaluation, `YYYY-MM-DD`. */
  readonly date: string;
}

/** What the bytes of one file of a batch come to; mistakes in it are part of the result. */
export function evaluateFile(file: InputFile, { catalogue, language, date }: EvaluateFileOptions): BatchResult {
  const loaded = loadAssessment(file, catalogue);
  if (!loaded.ok) {
    const problems = loaded.issues.map((issue) => describeIssue(issue, language));
    return { kind: 'broken', file: file.name, problems };
  }
  const assessment = loaded.value;
  const { overall, byQuestionnaire, findings, answers } = evaluate(catalogue, assessment, date);
  const answerTo = (id: string) => {
    const answer = answers.get(id);
    return answer?.state === 'given' && typeof answer.value === 'string' ? answer.value : null;
  };
  const changes = firstLapseAfter(assessment, date);
  return {
    kind: 'evaluated',
    file: file.name,
    sha256: file.sha256,
    date,
    subject: assessment.subject,
    sector: answerTo('sector'),
    state: answerTo('state'),
    verdict: overall.verdict,
    basis: overall.basis,
    decidedBy: overall.decidedBy.map(nameOf),
    ends: decayOf(catalogue, assessment, date).verdictEnds?.day ?? null,
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
  const { questionnaire, requirement, item, status, binding, because, equivalent, exceptions } = finding;
  const exception = exceptions.find(({ state }) => state === 'active');
  return {
    questionnaire,
    requirement: requirement.id,
    ...(item !== undefined && { item }),
    status,
    binding,
    because,
    ...(status === 'substituted' && equivalent && { equivalent }),
    ...(status === 'accepted' && exception && { exception }),
  };
}
