/** The languages in which everything that ships is written. The first is the fallback. */
export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];

/** One text in every language. */
export type Text = Readonly<Record<Language, string>>;

/**
 * The language for messages and reports.
 * A locale of the environment (`LC_ALL`, `LC_MESSAGES`, `LANG`) that names neither language gives German.
 */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return languages.find((language) => locale.toLowerCase().startsWith(language)) ?? languages[0];
}

/** With its first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
