import { type Clash, nameOf } from '../domain/inconsistency.ts';
import type { Language } from '../domain/language.ts';
import type { Wording } from './wording.ts';

/** Which answers do not fit together, and what is to be done about it. */
export function describeClash(clash: Clash, { language, words }: { language: Language; words: Wording }): string {
  const { clash: say } = words;
  const text =
    clash.kind === 'answers'
      ? clash.inconsistency.text[language]
      : say.exclusion(
          clash.question.text[language],
          clash.choices.map((choice) => choice.text[language]),
        );
  return say.sentence([nameOf(clash), ...clash.items.map((item) => item.text[language])].join(', '), text);
}
