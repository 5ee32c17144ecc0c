/** What is said about a command line that cannot be understood. */
export const usageDe = {
  unknownCommand: (name: string) => `Den Befehl „${name}“ gibt es hier nicht.`,
  unknownOption: (flag: string) => `Die Option „${flag}“ gibt es hier nicht.`,
  missingArgument: (name: string) => `Die Angabe <${name}> fehlt.`,
  excessArguments: (expected: string, found: string) => `Zu viele Angaben: ${found} statt höchstens ${expected}.`,
  optionMissingArgument: (flags: string) => `Zur Option ${flags} fehlt der Wert.`,
  invalidOption: (flags: string, value: string) => `Die Option ${flags} kennt den Wert „${value}“ nicht.`,
  invalidArgument: (name: string, value: string) => `Die Angabe <${name}> kann nicht „${value}“ sein.`,
  conflictingOptions: (one: string, other: string) => `Die Optionen ${one} und ${other} schließen einander aus.`,
  meant: (names: string) => `Gemeint ist vielleicht: ${names}`,
  allowed: (values: string) => `Möglich sind: ${values}`,
  help: 'Alle Befehle: messenger-check help. Die Optionen eines Befehls, zum Beispiel: messenger-check help report.',
};
