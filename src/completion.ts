import type { Command, Option } from 'commander';
import { batchFormats } from './batch/formats.ts';
import type { Shell } from './cli/completion.ts';
import { type CommonOptions, readCatalogue } from './commands/inputs.ts';
import { redactions } from './domain/redaction.ts';
import { InvalidInput, UserError } from './errors.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import type { Io } from './io.ts';

export interface CompletionOptions {
  readonly shell: Shell;
  /** What stands after the name of the program, up to the cursor; without any, the script for the shell is wanted. */
  readonly words: readonly string[];
  readonly program: Command;
  /** What reading the catalogue needs, with the folders that the line names. */
  readonly common: (folders: readonly string[]) => CommonOptions;
}

/** Prints the script that makes a shell ask this command, or answers what can stand where the cursor is, one a line. */
export async function completion(options: CompletionOptions, io: Io): Promise<ExitCode> {
  const { shell, words } = options;
  if (words.length === 0) {
    io.stdout(scripts[shell]);
    return exitCodes.good;
  }
  const found = await candidates(options, io);
  io.stdout(found.map((one) => `${line(one, shell)}\n`).join(''));
  return exitCodes.good;
}

interface Candidate {
  readonly value: string;
  readonly description?: string;
}

/** Fish alone shows what a candidate means. */
function line({ value, description }: Candidate, shell: Shell): string {
  const firstLine = description?.split('\n')[0];
  return shell === 'fish' && firstLine ? `${value}\t${firstLine}` : value;
}

async function candidates({ words, program, common }: CompletionOptions, io: Io): Promise<readonly Candidate[]> {
  // Bash tears `--format=json` apart at the `=`, and gives that as a word of its own.
  const whole = words.filter((word) => word !== '=').flatMap(partsOf);
  const last = words.at(-1) ?? '';
  const before = last === '=' ? whole : whole.slice(0, -1);
  const typed = last === '=' ? '' : (whole.at(-1) ?? '');
  const place = placeAfter(before, program);
  const prefix = last.startsWith('--') && last.includes('=') ? `${before.at(-1)}=` : '';
  const folders = before.filter((_, index) => before[index - 1] === '--questionnaires');
  const ids = () => idsOf(common(folders), io);
  if (typed.startsWith('-')) return beginningWith(typed, flagsOf(place.command));
  const all = place.awaited ? await valuesOf(place.awaited, ids) : await operandsOf(place, ids);
  // Of a list with commas, the last one is typed.
  const listed = place.awaited !== undefined && isList(place.awaited) ? typed.slice(0, typed.lastIndexOf(',') + 1) : '';
  const given = [...before, ...listed.split(',')];
  const left = all.filter(({ value }) => !given.includes(value));
  return beginningWith(typed.slice(listed.length), left).map(({ value, ...more }) => {
    return { ...more, value: `${prefix}${listed}${value}` };
  });
}

function beginningWith(typed: string, all: readonly Candidate[]): readonly Candidate[] {
  return all.filter(({ value }) => value.startsWith(typed));
}

/** Whether its values can be given in one word, with commas. */
function isList({ long }: Option): boolean {
  return long === '--only' || long === '--redact';
}

function partsOf(word: string): readonly string[] {
  const at = word.indexOf('=');
  return word.startsWith('--') && at > 0 ? [word.slice(0, at), word.slice(at + 1)] : [word];
}

interface Place {
  readonly command: Command;
  /** The option whose value comes next. */
  readonly awaited: Option | undefined;
  readonly operands: number;
}

function placeAfter(before: readonly string[], program: Command): Place {
  let place: Place = { command: program, awaited: undefined, operands: 0 };
  for (const word of before) {
    const { command, awaited, operands } = place;
    const option = word.startsWith('-')
      ? command.options.find((one) => one.long === word || one.short === word)
      : undefined;
    const next = command.commands.find((one) => one.name() === word);
    if (option) place = { ...place, awaited: option.required || option.optional ? option : undefined };
    else if (awaited) place = { ...place, awaited: awaited.variadic ? awaited : undefined };
    // Of its own to commander, and about the commands beside it.
    else if (word === 'help' && operands === 0) place = { command, awaited: undefined, operands };
    else if (next) place = { command: next, awaited: undefined, operands: 0 };
    else place = { command, awaited: undefined, operands: operands + 1 };
  }
  return place;
}

interface Ids {
  readonly questionnaires: readonly Candidate[];
  readonly messengers: readonly Candidate[];
}

type ReadIds = () => Promise<Ids>;

async function valuesOf(option: Option, ids: ReadIds): Promise<readonly Candidate[]> {
  if (option.argChoices) return option.argChoices.map((value) => ({ value }));
  if (option.long === '--redact') return redactions.map((value) => ({ value }));
  // Of `evaluate`, where a file may follow.
  if (option.long === '--format') return batchFormats.map((value) => ({ value }));
  if (option.long === '--only') return (await ids()).questionnaires;
  return option.long === '--profiles' ? (await ids()).messengers : [];
}

function flagsOf(command: Command): readonly Candidate[] {
  const options = command.createHelp().visibleOptions(command);
  return options.flatMap(({ long, description }) => (long ? [{ value: long, description }] : []));
}

async function operandsOf({ command, operands }: Place, ids: ReadIds): Promise<readonly Candidate[]> {
  const visible = command.createHelp().visibleCommands(command);
  if (visible.length > 0 && operands === 0) {
    return visible.map((one) => ({ value: one.name(), description: one.description() }));
  }
  const choices = command.registeredArguments[operands]?.argChoices;
  if (choices) return choices.map((value) => ({ value }));
  if (command.name() !== 'show' || operands > 0) return [];
  return command.parent?.name() === 'messengers' ? (await ids()).messengers : (await ids()).questionnaires;
}

/** A catalogue that cannot be read gives none: in the middle of a line is no place to complain. */
async function idsOf(options: CommonOptions, io: Io): Promise<Ids> {
  try {
    const { questionnaires, profiles } = await readCatalogue(options, io);
    return {
      questionnaires: [...questionnaires.values()].map(({ id, title }) => ({
        value: id,
        description: title[options.language],
      })),
      messengers: [...profiles.values()].map(({ id }) => ({ value: id })),
    };
  } catch (error) {
    if (!(error instanceof UserError || error instanceof InvalidInput)) throw error;
    return { questionnaires: [], messengers: [] };
  }
}

/** Where there is nothing to offer, the shell offers files. */
const scripts: Readonly<Record<Shell, string>> = {
  bash: `# messenger-check completion bash
_messenger_check() {
  local IFS=$'\\n'
  COMPREPLY=($(messenger-check completion bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -o bashdefault -F _messenger_check messenger-check
`,
  zsh: `#compdef messenger-check
_messenger-check() {
  local -a found
  found=(\${(f)"$(messenger-check completion zsh -- "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  if (( \${#found} )); then compadd -a found; else _files; fi
}
if [ "\${funcstack[1]}" = "_messenger-check" ]; then _messenger-check "$@"; else compdef _messenger-check messenger-check; fi
`,
  fish: `# messenger-check completion fish
function __messenger_check_candidates
  set -l before (commandline -opc)
  set -l typed (commandline -ct)
  messenger-check completion fish -- $before[2..-1] "$typed" 2>/dev/null
end
complete -c messenger-check -n 'count (__messenger_check_candidates) >/dev/null' -f -a '(__messenger_check_candidates)'
`,
};
