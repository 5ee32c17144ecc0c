import { stringify } from 'yaml';
import type { Answer } from '../domain/answer.ts';
import { type Assessment, assessmentFormat } from '../domain/assessment.ts';
import { toFileValue } from './edit-assessment.ts';

/**
 * A whole answer file made of an assessment and nothing else: no comment and no key of the file it came from is in it.
 * It loads as the same assessment. An answer that no longer fits its question has lost its value; `lost` stands there.
 */
export function assessmentText(assessment: Assessment, lost: string): string {
  const { subject, questionnaires, answers, measures, equivalents, exceptions, signOff } = assessment;
  const answerValues = [...answers].map(([key, answer]) => [key, fileValue(answer, lost)] as const);
  const file = {
    format: assessmentFormat,
    subject,
    questionnaires: Object.fromEntries(questionnaires),
    answers: Object.fromEntries(answerValues),
    measures: Object.fromEntries(measures),
    equivalents,
    exceptions,
    ...(signOff && { signOff }),
  };
  return stringify(file, { lineWidth: 0, aliasDuplicateObjects: false });
}

function fileValue(answer: Answer, lost: string): unknown {
  if (answer.state !== 'unknown' || answer.reason !== 'no-longer-fits') return toFileValue(answer);
  const { note, origin, evidence } = answer;
  return { value: lost, ...(note && { note }), ...(origin && { origin }), evidence };
}
