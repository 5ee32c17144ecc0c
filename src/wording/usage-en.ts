import type { Wording } from './wording.ts';

export const usageEn: Wording['usage'] = {
  unknownCommand: (name) => `There is no command “${name}” here.`,
  unknownOption: (flag) => `There is no option “${flag}” here.`,
  missingArgument: (name) => `The argument <${name}> is missing.`,
  excessArguments: (expected, found) => `Too many arguments: ${found} instead of ${expected} at most.`,
  optionMissingArgument: (flags) => `The option ${flags} needs a value.`,
  invalidOption: (flags, value) => `The option ${flags} has no value “${value}”.`,
  invalidArgument: (name, value) => `The argument <${name}> cannot be “${value}”.`,
  conflictingOptions: (one, other) => `The options ${one} and ${other} exclude each other.`,
  meant: (names) => `Perhaps you mean: ${names}`,
  allowed: (values) => `Possible are: ${values}`,
  help: 'All commands: messenger-check help. The options of one of them, for example: messenger-check help report.',
};
