import type { Language } from '../domain/language.ts';

/** Texts as one enumeration: "a, b und c". */
export function listed(texts: readonly string[], language: Language): string {
  return new Intl.ListFormat(language).format(texts);
}
