import { type SignOff, type Statement, signOffParts } from '../domain/assessment.ts';
import { formatDay } from '../wording/format-day.ts';
import type { Wording } from '../wording/wording.ts';
import type { Telling } from './describe-answer.ts';
import type { ReportSignOff } from './report.ts';

/** What is recorded of the sign-off, in order; nothing for what is not. */
export function listSignOff(signOff: SignOff, { language, words }: Telling): readonly ReportSignOff[] {
  return signOffParts.flatMap((id) => {
    const part = signOff[id];
    if (part === undefined) return [];
    const { by, date, text }: Statement = typeof part === 'string' ? { date: part } : part;
    return {
      id,
      label: words.verify.signOff[id],
      by: by ?? null,
      date: date === undefined ? null : { id: date, label: formatDay(date, language) },
      text: text ?? null,
    };
  });
}

/** Who signs, by name where that is recorded; the day stays open: it is that of the signature. */
export function signatoriesOf(signOff: readonly ReportSignOff[], { document }: Wording) {
  return Object.entries(document.signatories).map(([id, label]) => ({
    id,
    label,
    by: signOff.find((one) => one.id === id)?.by ?? null,
  }));
}
