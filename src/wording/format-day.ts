import type { Language } from '../domain/language.ts';

/** A day, month or year (`2026-11-23`, `2026-11`, `2026`) as a reader of the language writes it. */
export function formatDay(day: string, language: Language): string {
  if (language === 'en') return day;
  const [year, ...rest] = day.split('-');
  return [...rest.reverse(), year].join(rest.length === 1 ? '/' : '.');
}
