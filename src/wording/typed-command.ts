import { printable } from './printable.ts';

/** What comes after the name of a command on an answer file with its questionnaires, to be typed. */
export function argumentsOn(file: string, { questionnaires }: { readonly questionnaires: readonly string[] }): string {
  return [asOne(file), ...questionnaires.map((folder) => `--questionnaires ${asOne(folder)}`)].join(' ');
}

/** A path that a shell takes as one argument, and the program for no option. */
function asOne(path: string): string {
  const text = printable(path.startsWith('-') ? `./${path}` : path);
  // Shells expand "=" at the start (zsh) and what is between "%" (Windows).
  if (/^[\p{L}\p{N}_@+:,./-][\p{L}\p{N}_@+=:,./-]*$/u.test(text)) return text;
  // Windows knows no single quotes; elsewhere, nothing in them means anything.
  return process.platform === 'win32' ? `"${text}"` : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Not in a path, nor behind `npx`, nor the name of the program in a sentence. */
const command =
  /(?<![\w./\\-]|npx )messenger-check(?= (?:assess|compare|diff|evaluate|explain|help|init|messengers|questionnaires|report|summary|verify)\b)/g;

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether npx started the program: then the shell does not know its name. */
export function isStartedByNpx({ npm_command: npmCommand }: Environment): boolean {
  return npmCommand === 'exec';
}

/** A text with its commands as they have to be typed. */
export function asTyped(text: string, env: Environment): string {
  return isStartedByNpx(env) ? text.replaceAll(command, 'npx messenger-check') : text;
}
