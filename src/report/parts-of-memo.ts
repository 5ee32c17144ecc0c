import type { Assessment } from '../domain/assessment.ts';
import type { Redaction } from '../domain/redaction.ts';
import type { Wording } from '../wording/wording.ts';
import type { AnnexId, ChapterId, Depth, Report } from './report.ts';

/** In the order of an official memo. */
const chapters: readonly ChapterId[] = ['facts', 'assessment', 'result', 'measures', 'attachments', 'co-signature'];

const annexes: readonly AnnexId[] = ['settled', 'answers', 'sources', 'data'];

export interface MemoInput {
  readonly depth: Depth;
  readonly words: Wording;
  readonly assessment: Pick<Assessment, 'signOff'>;
  readonly redact?: readonly Redaction[];
}

/** What belongs into a memo of this depth. A version for publication is nothing to sign: it has what is recorded, if anything is. */
export function partsOfMemo(input: MemoInput): Pick<Report, 'chapters' | 'annexes'> {
  const { depth, words, assessment, redact = [] } = input;
  const { memo, report } = words;
  const isSigned = redact.length === 0 || Object.keys(assessment.signOff ?? {}).length > 0;
  const shown = depth === 'brief' ? [] : chapters.filter((id) => id !== 'co-signature' || isSigned);
  const titles: Readonly<Record<AnnexId, string>> = {
    settled: report.settled,
    answers: report.allAnswers,
    sources: report.sources,
    data: report.data,
  };
  return {
    chapters: shown.map((id) => ({ id, label: memo.chapters[id] })),
    annexes: annexes.map((id, index) => ({
      id,
      label: memo.annexNumber(index + 1),
      title: titles[id],
      isAttached: depth === 'annex',
    })),
  };
}
