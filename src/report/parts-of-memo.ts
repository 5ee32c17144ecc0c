import type { Wording } from '../wording/wording.ts';
import type { AnnexId, ChapterId, Depth, Report } from './report.ts';

/** In the order of an official memo. */
const chapters: readonly ChapterId[] = ['facts', 'assessment', 'result', 'measures', 'attachments', 'co-signature'];

const annexes: readonly AnnexId[] = ['settled', 'answers', 'sources', 'data'];

/** What belongs into a memo of this depth. */
export function partsOfMemo({
  depth,
  words,
}: {
  readonly depth: Depth;
  readonly words: Wording;
}): Pick<Report, 'chapters' | 'annexes'> {
  const { memo, report } = words;
  const titles: Readonly<Record<AnnexId, string>> = {
    settled: report.settled,
    answers: report.allAnswers,
    sources: report.sources,
    data: report.data,
  };
  return {
    chapters: depth === 'brief' ? [] : chapters.map((id) => ({ id, label: memo.chapters[id] })),
    annexes: annexes.map((id, index) => ({
      id,
      label: memo.annexNumber(index + 1),
      title: titles[id],
      isAttached: depth === 'annex',
    })),
  };
}
