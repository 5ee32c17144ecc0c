/** The question a test is about. `mayNotArise`: what is said holds as well where it needs no answer. */
interface About {
  readonly name: string;
  readonly mayNotArise: boolean;
}

/** „A“, „B“ oder „C“ */
function oneOf(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} oder ${values.at(-1)}`;
}

/** weder „A“ noch „B“; nicht „A“ */
function noneOf(values: readonly string[], preposition = ''): string {
  const named = values.map((value) => preposition + value);
  return named.length < 2 ? `nicht ${named.join('')}` : `weder ${named.join(' noch ')}`;
}

function where({ mayNotArise }: About): string {
  return mayNotArise ? ', sofern sie zu beantworten ist,' : '';
}

/** What is said of conditions and of how long a result holds, in German. */
export const reasonsDe = {
  always: 'die Bedingung ist immer erfüllt',
  never: 'die Bedingung ist nie erfüllt',
  and: (one: string, other: string) => `${one}, und ${other}`,
  or: (one: string, other: string) => `${one}, oder ${other}`,
  orBoth: (one: string, other: string) => `${one}, oder ${other}, oder beides trifft zu`,
  allOf: (count: number): string =>
    count === 2 ? 'beide folgenden Bedingungen sind erfüllt' : 'alle folgenden Bedingungen sind erfüllt',
  atLeastOneOf: 'mindestens eine der folgenden Bedingungen ist erfüllt',
  quotedWithin: (text: string) => text.replaceAll('„', '‚').replaceAll('“', '‘'),
  validity: {
    title: 'Gültigkeit',
    verdictEnds: (verdict: string, day: string, next: string) =>
      `Bleiben die Angaben, wie sie sind, lautet das Gesamtergebnis ab dem ${day} nicht mehr „${verdict}“, sondern „${next}“.`,
    verdictStays: (verdict: string) =>
      `Das Gesamtergebnis „${verdict}“ ändert sich durch Zeitablauf allein nicht, wohl aber einzelne Feststellungen.`,
    from: (day: string) => `Ab dem ${day}`,
    line: (status: string, findings: string, causes: string) => `${status}: ${findings} (${causes})`,
    openAgain: 'wieder offen',
    gone: 'nicht mehr beurteilt',
    notEvaluated: 'nicht ausgewertet',
    questionnaire: (title: string, before: string, after: string) =>
      `Ergebnis nach „${title}“: bisher ${before}, dann ${after}`,
    overall: (before: string, after: string) => `Gesamtergebnis: bisher ${before}, dann ${after}`,
    lapses: {
      'proof-expired': (day: string, proof: string) => `Nachweis gültig bis ${day}: ${proof}`,
      'exception-ended': (day: string) => `genehmigte Abweichung gültig bis ${day}`,
      'exception-began': (day: string) => `genehmigte Abweichung gilt ab ${day}`,
    },
  },
  tests: {
    is: {
      is: ({ name }: About, values: readonly string[]) => `die Frage ${name} ist mit ${oneOf(values)} beantwortet`,
      includes: ({ name }: About, values: readonly string[]) =>
        `zu den Antworten auf die Frage ${name} gehört ${oneOf(values)}`,
      excludes: ({ name }: About, values: readonly string[]) =>
        `zu den Antworten auf die Frage ${name} gehört ${noneOf(values)}`,
      atLeast: ({ name }: About, value: string) => `die Zahl zur Frage ${name} beträgt mindestens ${value}`,
      atMost: ({ name }: About, value: string) => `die Zahl zur Frage ${name} beträgt höchstens ${value}`,
      before: ({ name }: About, day: string) => `der Tag zur Frage ${name} liegt vor dem ${day}`,
      after: ({ name }: About, day: string) => `der Tag zur Frage ${name} liegt nach dem ${day}`,
    },
    isNot: {
      is: (about: About, values: readonly string[]) =>
        `die Frage ${about.name} ist${where(about)} ${noneOf(values, 'mit ')} beantwortet`,
      includes: (about: About, values: readonly string[]) =>
        `zu den Antworten auf die Frage ${about.name} gehört${where(about)} ${noneOf(values)}`,
      excludes: (about: About, values: readonly string[]) =>
        `zu den Antworten auf die Frage ${about.name} gehört${where(about)} ${oneOf(values)}`,
      atLeast: (about: About, value: string) =>
        `die Zahl zur Frage ${about.name} beträgt${where(about)} nicht mindestens ${value}`,
      atMost: (about: About, value: string) =>
        `die Zahl zur Frage ${about.name} beträgt${where(about)} nicht höchstens ${value}`,
      before: (about: About, day: string) =>
        `der Tag zur Frage ${about.name} liegt${where(about)} nicht vor dem ${day}`,
      after: (about: About, day: string) =>
        `der Tag zur Frage ${about.name} liegt${where(about)} nicht nach dem ${day}`,
    },
  },
};
