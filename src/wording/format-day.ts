import type { Language, Text } from '../domain/language.ts';

/** A day, month or year (`2026-11-23`, `2026-11`, `2026`) as a reader of the language writes it. */
export function formatDay(day: string, language: Language): string {
  if (language === 'en') return day;
  const [year, ...rest] = day.split('-');
  return [...rest.reverse(), year].join(rest.length === 1 ? '/' : '.');
}

/** The date of a source or fact, the note on it, or both. */
export function formatDate(
  { date, dateNote }: { readonly date?: string; readonly dateNote?: Text },
  language: Language,
): string {
  return [date && formatDay(date, language), dateNote?.[language]].filter(Boolean).join('; ');
}
