import { isDay } from '../domain/day.ts';
import type { Wording } from '../wording/wording.ts';
import type { Screen } from './screen.ts';

/** A text that somebody may write. */
export interface Field {
  readonly message: string;
  /** What it is so far. */
  readonly initial?: string | undefined;
  /** What is wrong with a text, or `undefined`. `before`: the texts of the fields before this one. */
  readonly mistakeIn?: (text: string, before: readonly string[]) => string | undefined;
}

/** One text after the other; `undefined` as soon as somebody wants out. */
export async function askFields(screen: Screen, fields: readonly Field[]): Promise<readonly string[] | undefined> {
  const texts: string[] = [];
  for (const { message, initial, mistakeIn } of fields) {
    const taken = await screen.type({
      message,
      actions: [],
      ...(initial !== undefined && { initial }),
      mistakeIn: (text) => mistakeIn?.(text, texts),
    });
    if (taken.kind !== 'taken') return undefined;
    texts.push(taken.value);
  }
  return texts;
}

/** A single text. */
export async function askField(screen: Screen, field: Field): Promise<string | undefined> {
  return (await askFields(screen, [field]))?.[0];
}

/** A day as people write it, `2026-11-23` or `23.11.2026`, in the form of the files; `undefined` where it is none. */
export function isoDay(text: string): string | undefined {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
  const [, day = '', month = '', year = ''] = german ?? [];
  const iso = german ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.trim();
  return isDay(iso) ? iso : undefined;
}

/** What is wrong with a day somebody wrote; `from`: it must not be before that day. */
export function dayMistake({ needsDay, needsLaterDay }: Wording['interview'], from?: string) {
  return (text: string): string | undefined => {
    const day = isoDay(text);
    if (day === undefined) return needsDay;
    return from !== undefined && day < from ? needsLaterDay(from) : undefined;
  };
}

/** The same for a day that may be left out. */
export function optionalDayMistake(words: Wording['interview'], from?: string) {
  const mistakeIn = dayMistake(words, from);
  return (text: string) => (text === '' ? undefined : mistakeIn(text));
}

/** What is wrong with a number somebody wrote. */
export function numberMistake({ needsNumber }: Wording['interview']) {
  return (text: string) => (/^-?\d+([.,]\d+)?$/.test(text) ? undefined : needsNumber);
}

/** What is wrong with a text that must not be empty. */
export function textMistake(words: Wording['interview']) {
  return (text: string) => (text === '' ? words.needsText : optionalTextMistake(words)(text));
}

/** The same for a text that may be left out: whoever types a letter means the command that it is elsewhere. */
export function optionalTextMistake({ needsMoreThanLetter }: Wording['interview']) {
  return (text: string) => (/^\p{L}$/u.test(text) ? needsMoreThanLetter : undefined);
}
