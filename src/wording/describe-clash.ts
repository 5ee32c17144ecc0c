import { type Clash, nameOf } from '../domain/inconsistency.ts';
import type { Language } from '../domain/language.ts';
import type { Wording } from './wording.ts';

interface Manner {
  readonly language: Language;
  readonly words: Wording;
}

/** That answers do not fit together, and which. */
export function describeClash(clash: Clash, manner: Manner): string {
  return manner.words.clash.sentence(clashLabel(clash, manner), clashText(clash, manner));
}

/** What it goes by, with the choices for which it is there: "U-09 (Anrufe, Gruppenchats)". */
export function clashLabel(clash: Clash, { language }: Pick<Manner, 'language'>): string {
  const items = clash.items.map(({ text }) => text[language]).join(', ');
  return items === '' ? nameOf(clash) : `${nameOf(clash)} (${items})`;
}

/** Which answers do not fit together. */
export function clashText(clash: Clash, { language, words }: Manner): string {
  if (clash.kind === 'answers') return clash.inconsistency.text[language];
  const choices = clash.choices.map(({ text }) => text[language]);
  return words.clash.exclusion(clash.question.text[language], choices);
}
