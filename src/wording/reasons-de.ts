import type { SubjectMatter } from '../domain/question.ts';
import type { Reach } from '../domain/reasoning.ts';

/** How many at least, and at most. */
interface Range {
  readonly fewest: number;
  readonly most: number;
}

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
  oneOf,
  including: (groups: readonly string[]) => `zusätzlich mindestens ${groups.join(' sowie ')}`,
  excluding: (choices: readonly string[]) => `ohne ${choices.join(', ohne ')}`,
  forExample: (value: string) => `zum Beispiel ${value}`,
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
  advice: {
    title: (messenger: string) => `Auskunft zum Einsatz von ${messenger}`,
    asOf: (day: string) => `Stand ${day}`,
    result: 'Ergebnis',
    why: 'Warum',
    given: 'Zugrunde gelegt:',
    missing: 'Es fehlt die Antwort auf',
    nextTitle: 'Wie es weitergeht',
    next: (file: string, requirement: string | undefined) => [
      { what: 'Derselbe Einsatz mit anderen Messengern', command: `messenger-check compare ${file} --profiles` },
      { what: 'Was noch zu klären ist, und bei wem', command: `messenger-check explain ${file} --open` },
      ...(requirement === undefined
        ? []
        : [
            {
              what: 'Eine Feststellung mit ihren Bedingungen',
              command: `messenger-check explain ${file} ${requirement}`,
            },
          ]),
      {
        what: 'Der Vermerk für die Akte',
        command: `messenger-check report ${file} --format html --output vermerk.html`,
      },
    ],
  },
  outlook: {
    title: 'Was noch offen ist und was sich ändern müsste',
    settled: (verdict: string) =>
      `Das Ergebnis „${verdict}“ steht fest: Was noch offen ist, kann es nicht mehr ändern.`,
    complete: (verdict: string) => `Alle Fragen sind beantwortet; damit steht das Ergebnis „${verdict}“ fest.`,
    between: (best: string, worst: string) =>
      `Je nachdem, wie die offenen Fragen beantwortet werden, lautet das Ergebnis bestenfalls „${best}“ und schlimmstenfalls „${worst}“.`,
    musts: ({ fewest, most }: Range) => {
      if (most === 0)
        return 'Dass eine zwingende Anforderung verletzt ist, auf die es für das Ergebnis ankommt, ist ausgeschlossen.';
      if (fewest === most) {
        return fewest === 1
          ? 'Verletzt ist in jedem Fall eine zwingende Anforderung, mehr können es nicht werden.'
          : `Verletzt sind in jedem Fall ${fewest} zwingende Anforderungen, mehr können es nicht werden.`;
      }
      return fewest === 0
        ? `Verletzt sein können bis zu ${most} zwingende Anforderungen.`
        : `Verletzt sind mindestens ${fewest} und höchstens ${most} zwingende Anforderungen.`;
    },
    notExact:
      'Die genauen Grenzen ließen sich in angemessener Zeit nicht berechnen; angegeben sind Grenzen, die eher zu weit als zu eng sind.',
    count: ({ fewest, most }: Range) => (fewest === most ? String(fewest) : `${fewest} bis ${most}`),
    columns: {
      paper: 'Papier',
      best: 'bestenfalls',
      worst: 'schlimmstenfalls',
      musts: 'verletzte zwingende Anforderungen',
    },
    decisions: 'Der kürzeste Weg zu einem Ergebnis',
    decision: (verdict: string, count: number) =>
      count === 1
        ? `Eine Antwort genügt, damit das Ergebnis „${verdict}“ feststeht:`
        : `${count} Antworten genügen, damit das Ergebnis „${verdict}“ feststeht:`,
    notShortest: '(Ein kürzerer Weg ist möglich; die Suche danach wurde abgebrochen.)',
    decisive: ({ settling, answers }: { readonly settling: number; readonly answers: number }) =>
      settling === 0
        ? 'Am meisten klärt zuerst diese Frage; allein entscheidet sie das Ergebnis nicht:'
        : `Am meisten klärt zuerst diese Frage; ${settling} von ${answers} möglichen Antworten entscheiden das Ergebnis:`,
    goalTitle: (verdict: string) => `Damit das Ergebnis „${verdict}“ lautet`,
    reaches: {
      reached: '',
      'as-it-is': 'Dafür muss sich nichts ändern, was schon feststeht; es genügt, wenn offene Fragen günstig ausgehen.',
      'with-changes': 'Mit diesem Produkt erreichbar, wenn sich das Folgende ändert.',
      'other-product': 'Mit diesem Produkt nicht erreichbar.',
      'other-use':
        'Weder mit einem anderen Produkt noch durch Änderungen in Betrieb und Organisation erreichbar, solange der Messenger für diesen Zweck von dieser Stelle eingesetzt wird.',
      'given-up':
        'Was sich dafür ändern müsste, ließ sich in angemessener Zeit nicht berechnen. Je mehr Fragen beantwortet sind, desto eher gelingt es.',
    } satisfies Record<Reach, string>,
    ways: (count: number) => `Es gibt ${count.toLocaleString('de')} kürzeste Wege dorthin.`,
    against: 'Jede dieser Zeilen schließt es schon für sich aus; stehen darin mehrere Antworten, dann gemeinsam',
    forRequirements: 'für',
    changes: {
      organisation: 'Was die eigene Organisation ändern müsste',
      operation: 'Was im Betrieb geändert werden müsste (IT-Stelle, Dienstleister)',
      product: 'Was ein anderes Produkt bieten müsste',
    } satisfies Record<SubjectMatter, string>,
    now: 'bisher',
    wanted: 'nötig',
    measure: 'Maßnahme',
    above: 'siehe oben',
    open: 'Was noch offen ist und günstig ausgehen muss',
    oneOfThese: 'Nötig ist eines davon',
    alternative: (number: number) => `Möglichkeit ${number}`,
    assumption:
      'Unterstellt ist, dass offene Fragen so ausgehen wie angegeben; eine nicht beantwortete Frage gilt nie als bestanden. Stelle, Land, Messenger und Einsatzzweck bleiben, wie sie sind. Gleichwertige Maßnahmen und genehmigte Abweichungen gelten fort.',
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
