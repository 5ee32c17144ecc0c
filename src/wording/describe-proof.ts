import { hasExpired, type Proof } from '../domain/answer.ts';
import type { Language } from '../domain/language.ts';
import { formatDay } from './format-day.ts';
import type { Wording } from './wording.ts';

/** A proof in words, with its dates, and whether it has expired on a day (`YYYY-MM-DD`). */
export function describeProof(
  proof: Proof,
  { day, language, words }: { readonly day: string; readonly language: Language; readonly words: Wording },
): string {
  const { text, date, validUntil } = proof;
  const ends = hasExpired(proof, day) ? words.expired : words.validUntil;
  const days = [
    ...(date === undefined ? [] : [formatDay(date, language)]),
    ...(validUntil === undefined ? [] : [ends(formatDay(validUntil, language))]),
  ];
  return days.length === 0 ? text : `${text} (${days.join(', ')})`;
}
