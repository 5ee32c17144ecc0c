/** Was `summary` über viele Prüfungen sagt. */
export const summaryDe = {
  command: 'Fasst zusammen, was viele Prüfungen ergeben haben: aus den Zeilen von evaluate --format ndjson',
  argument: 'Dateien mit Zeilen von evaluate --format ndjson; - für die Standardeingabe',
  minCountOption:
    'nur Zahlen zur Veröffentlichung: lässt weg, was weniger als so viele Dateien betrifft oder durch Abziehen verriete, und alle Dateinamen',
  badMinCount: (typed: string) => `Keine ganze Zahl ab 2: ${typed}`,
  badMinCountHint: 'Üblich sind 5 oder 10: --min-count 5',
  badLine: (file: string, line: number) => `${file}:${line}: keine Zeile von evaluate --format ndjson`,
  badLines: (count: number) =>
    count === 1 ? 'Eine Zeile wurde nicht mitgezählt.' : `${count} Zeilen wurden nicht mitgezählt.`,
  badLinesHint: 'So entstehen die Zeilen: messenger-check evaluate <Ordner> --format ndjson',
  title: 'Prüfungen im Überblick',
  counted: (files: number, first: string, last: string) => {
    const days = first === last ? `zum Stichtag ${first}` : `zu Stichtagen vom ${first} bis zum ${last}`;
    return files === 1 ? `Gezählt ist eine Prüfung ${days}.` : `Gezählt sind ${files} Prüfungen ${days}.`;
  },
  none: 'Gezählt ist keine Prüfung.',
  broken: (count: number) =>
    count === 1
      ? 'Eine weitere Datei ließ sich nicht auswerten; sie ist in keiner Zahl enthalten.'
      : `${count} weitere Dateien ließen sich nicht auswerten; sie sind in keiner Zahl enthalten.`,
  inconsistent: (count: number) =>
    count === 1
      ? 'In einer Prüfung passen Antworten nicht zusammen; ihre Zeile nennt sie.'
      : `In ${count} Prüfungen passen Antworten nicht zusammen; ihre Zeilen nennen sie.`,
  doubles: (count: number) =>
    count === 1
      ? 'Eine Zeile kam doppelt vor und ist einmal gezählt.'
      : `${count} Zeilen kamen doppelt vor und sind einmal gezählt.`,
  minCount: (least: number) =>
    `Zur Veröffentlichung: Was weniger als ${least} Prüfungen beträfe, ist weggelassen, ebenso alle Dateinamen und Zahlen, aus denen es sich errechnen ließe: durch Abziehen innerhalb einer Tabelle, zwischen Papieren und Gruppen und zwischen einer Anforderung und ihrem Papier. Zwischen mehreren Veröffentlichungen ist nichts geschützt. Das ersetzt keine Prüfung, ob sich Einzelne mit anderem Wissen erkennen lassen.`,
  all: 'Alle Prüfungen',
  verdicts: 'Ergebnisse',
  groups: {
    messenger: 'Nach Messenger',
    sector: 'Nach Art der Organisation',
    state: 'Nach Land',
    questionnaire: 'Nach Papier und Aufsichtsbehörde',
  },
  groupHints: 'Eine Prüfung zählt bei jedem Papier, nach dem sie ausgewertet wurde.',
  open: 'offen oder nicht gefragt',
  others: (count: number) => (count === 1 ? 'eine weitere' : `${count} weitere zusammen`),
  leftOut: '·',
  leftOutHint: '„·“ steht für eine weggelassene Zahl.',
  files: 'Prüfungen',
  group: 'Gruppe',
  requirement: 'Anforderung',
  of: 'von',
  requirements: 'Woran es am häufigsten fehlt',
  requirementsHint: (shown: number) =>
    `In wie vielen Prüfungen eine Anforderung nicht, teilweise oder noch nicht erkennbar erfüllt ist; „von“ zählt die Prüfungen, in denen sie anwendbar ist. Gezeigt sind höchstens ${shown}.`,
  openQuestions: 'Was am häufigsten offen ist',
  question: 'Frage',
  ends: 'Ergebnisse, die sich von selbst ändern, nach Monat',
  endsHint: 'Ein Nachweis oder eine genehmigte Abweichung läuft ab, und das Gesamtergebnis wird ein anderes.',
  month: 'Monat',
  endingNext: 'Was sich als Nächstes ändert',
  day: 'Tag',
  file: 'Datei',
  brokenFiles: 'Nicht auswertbar (die ersten nach Namen)',
};
