import { printableLine } from '../wording/printable.ts';
import type { Wording } from '../wording/wording.ts';

type Words = Wording['usage'];

/** Commander gives nothing but sentences, in English. What somebody typed stands between the quotes, whatever it holds. */
const mistakes: readonly (readonly [RegExp, (words: Words, groups: readonly string[]) => string])[] = [
  [/^unknown command '(.*)'$/s, (words, [name = '']) => words.unknownCommand(name)],
  [/^unknown option '(.*)'$/s, (words, [flag = '']) => words.unknownOption(flag)],
  [/^missing required argument '(.*)'$/s, (words, [name = '']) => words.missingArgument(name)],
  [
    /^too many arguments.* Expected (\d+) arguments? but got (\d+)\.$/s,
    (words, [expected = '', found = '']) => words.excessArguments(expected, found),
  ],
  [/^option '(.*)' argument missing$/s, (words, [flags = '']) => words.optionMissingArgument(flags)],
  [
    /^option '([^']*)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/s,
    (words, [flags = '', value = '', choices = '']) =>
      `${words.invalidOption(flags, value)}\n  ${words.allowed(choices)}`,
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '([^']*)'\. Allowed choices are (.*)\.$/s,
    (words, [value = '', name = '', choices = '']) =>
      `${words.invalidArgument(name, value)}\n  ${words.allowed(choices)}`,
  ],
  [
    /^option '(.*)' cannot be used with option '(.*)'$/s,
    (words, [one = '', other = '']) => words.conflictingOptions(one, other),
  ],
];

const prefix = /^error: /;
const suggestion = /\n\(Did you mean (?:one of )?(.*)\?\)$/;

/** What Commander says of a command line, in the words of a language, with what to do. */
export function usageError(message: string, words: Words): string {
  const text = message.trimEnd().replace(prefix, '');
  const meant = suggestion.exec(text)?.[1];
  const hints = meant === undefined ? [words.help] : [words.meant(meant), words.help];
  return `${[sayMistake(text.replace(suggestion, ''), words), ...hints].join('\n  ')}\n`;
}

/** As it is where it is none of those we know. */
function sayMistake(mistake: string, words: Words): string {
  for (const [pattern, say] of mistakes) {
    const found = pattern.exec(mistake);
    if (found) return say(words, found.slice(1).map(printableLine));
  }
  return mistake;
}
