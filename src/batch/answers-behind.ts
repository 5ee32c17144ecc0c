import type { Answer, Answers, BareAnswer } from '../domain/answer.ts';
import type { Finding } from '../domain/finding.ts';

/** The answers that findings rest on, or wait for, by key: without notes and evidence. Absent ones are none. */
export function answersBehind(findings: readonly Finding[], answers: Answers): Readonly<Record<string, BareAnswer>> {
  const behind: Record<string, BareAnswer> = {};
  for (const key of new Set(findings.flatMap(({ because }) => because))) {
    const answer = answers.get(key);
    if (answer !== undefined) behind[key] = bare(answer);
  }
  return behind;
}

function bare(answer: Answer): BareAnswer {
  if (answer.state === 'given') return { state: answer.state, value: answer.value };
  if (answer.state === 'unknown') return { state: answer.state, reason: answer.reason };
  return { state: answer.state, reason: answer.reason };
}
