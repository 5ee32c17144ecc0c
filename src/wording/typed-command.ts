import { printable } from './printable.ts';

/** What comes after the name of a command on an answer file with its questionnaires, to be typed. */
export function argumentsOn(file: string, { questionnaires }: { readonly questionnaires: readonly string[] }): string {
  const quoted = (text: string) => printable(/\s/.test(text) ? `"${text}"` : text);
  return [quoted(file), ...questionnaires.map((folder) => `--questionnaires ${quoted(folder)}`)].join(' ');
}

/** Not in a path, nor behind `npx`, nor the name of the program in a sentence. */
const command =
  /(?<![\w./\\-]|npx )messenger-check(?= (?:assess|compare|diff|evaluate|explain|init|messengers|questionnaires|report|summary|verify)\b)/g;

/** A text with its commands as they have to be typed: where npx started the program, the shell does not know its name. */
export function asTyped(text: string, env: Readonly<Record<string, string | undefined>>): string {
  return env.npm_command === 'exec' ? text.replaceAll(command, 'npx messenger-check') : text;
}
