import type { AnswerValue } from '../domain/answer.ts';
import type { Language } from '../domain/language.ts';
import { choicesOf, type Question } from '../domain/question.ts';
import { formatDay } from './format-day.ts';
import type { Wording } from './wording.ts';

/** The value of an answer in words. `read`: the choices that matter; of a multiple choice, the others are left out. */
export function describeValue(
  value: AnswerValue,
  question: Question,
  { language, words, read }: { language: Language; words: Wording; read?: readonly string[] },
): string {
  if (question.kind === 'date') return formatDay(String(value), language);
  if (typeof value !== 'object' && question.kind !== 'choice') return String(value);
  const chosen = typeof value === 'object' ? value : [String(value)];
  const shown = typeof value === 'object' && read ? chosen.filter((id) => read.includes(id)) : chosen;
  const texts = choicesOf(question).filter(({ id }) => shown.includes(id));
  const missing = choicesOf(question).filter(({ id }) => read?.includes(id));
  const none = missing.length > 0 ? words.notAmongThem(missing.map(({ text }) => text[language])) : words.noneChosen;
  return texts.map(({ text }) => text[language]).join('; ') || none;
}
