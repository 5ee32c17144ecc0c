import type { Telling } from './describe-answer.ts';
import { describeReasons, findingText, referTo } from './describe-finding.ts';
import { listStatements } from './list-evidence.ts';
import type { ReportVerdict } from './report.ts';

/** The verdict as the memo says it, which does not refer to itself. */
export function describeVerdictInMemo(telling: Telling): ReportVerdict {
  const verdict = describeVerdict(telling);
  if (verdict.basis.id !== 'binding') return verdict;
  return { ...verdict, basis: { id: 'binding', label: telling.words.report.bindingInMemo } };
}

/** The verdict over all, on what it rests, and the findings that decide it. */
export function describeVerdict(telling: Telling): ReportVerdict {
  const { evaluation, words } = telling;
  const { verdict, basis, decidedBy } = evaluation.overall;
  const { clashes } = evaluation;
  const differsByBinding = verdict === 'undetermined' && decidedBy.length === 0;
  const { unclearSentence, orientingSentence, verdictSentence } = words.report;
  const sayVerdict =
    verdict === 'impermissible' && basis === 'orientation' ? orientingSentence : verdictSentence[verdict];
  return {
    id: verdict,
    label: words.verdicts[verdict],
    sentence: [
      differsByBinding ? unclearSentence : sayVerdict(decidedBy.length),
      ...(clashes.length > 0 ? [words.clash.reservation(clashes.length)] : []),
    ].join(' '),
    basis: { id: basis, label: words.report.basis[basis] },
    // Where a paper of the authority counts, it has spoken in that.
    statements: basis === 'orientation' ? listStatements(telling) : [],
    reasons: decidedBy.map((finding) => ({
      ...referTo(finding, telling),
      title: finding.requirement.title[telling.language],
      status: { id: finding.status, label: words.statuses[finding.status] },
      text: finding.judged === 'open' ? null : findingText(finding, telling),
      answers: finding.judged === 'open' ? [] : describeReasons(finding, telling).map(({ answer }) => answer),
    })),
  };
}
