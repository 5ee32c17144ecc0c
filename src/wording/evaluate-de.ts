/** Was zur Auswertung vieler Dateien gesagt wird. */
export const evaluateDe = {
  paths: 'Antwortdateien, Ordner, Muster (in Anführungszeichen), .ndjson, - für die Standardeingabe',
  format: (known: readonly string[]) =>
    `Ausgabeformat, mit :datei in eine Datei; mehrfach möglich: terminal (eine Datei), ${known.join(', ')}`,
  jobs: 'Zahl der gleichzeitigen Arbeiter (sonst so viele wie Kerne, für wenige Dateien keine)',
  shard: 'nur diesen Teil der Dateien, etwa 3/8; geteilt wird nach ihrem Inhalt',
  cache: 'unveränderte Dateien nicht noch einmal auswerten; Ergebnisse in diesem Ordner merken',
  cannotReadHint: 'Pfad und Leserechte prüfen.',
  noMatch: (pattern: string) => `Zum Muster ${pattern} gibt es keine Datei.`,
  noMatchHint: 'Muster und Ordner prüfen: * steht für alles in einem Ordner, ** für alle Ordner darunter.',
  notAFile: (file: string) => `${file} ist keine Datei, sondern eine Pipe, ein Gerät oder ein Socket.`,
  notAFileHint: 'Aus dem Ordner entfernen, oder ausdrücklich angeben, um daraus zu lesen.',
  folderNamedLikeFile: (file: string) => `${file} ist ein Ordner, heißt aber wie eine Antwortdatei.`,
  folderNamedLikeFileHint: 'Umbenennen, oder ausdrücklich angeben, um die Dateien darin auszuwerten.',
  leadsOut: (file: string) =>
    `${file} ist eine Verknüpfung, die aus dem angegebenen Ordner hinausführt; ihr wird nicht gefolgt.`,
  leadsOutHint: 'Soll das Ziel mit ausgewertet werden, die Verknüpfung oder ihr Ziel ausdrücklich angeben.',
  isResult: (file: string) => `${file} ist ein Ergebnis von messenger-check, keine Antwortdatei.`,
  isResultHint: 'In einen anderen Ordner legen; Zeilen (ndjson) fasst zusammen: messenger-check summary <datei>',
  nothingFound: (names: readonly string[]) => `Keine Antwortdateien in: ${names.join(', ')}`,
  nothingFoundHint: 'Gesucht wird nach *.yaml, *.yml und *.json, auch in Unterordnern, nicht aber in versteckten.',
  badFormat: (found: string) => `Das Format ${found} gibt es hier nicht.`,
  badFormatHint: (known: readonly string[]) =>
    `Möglich sind: terminal, ${known.join(', ')}, jeweils auch mit einer Datei: json:ergebnis.json`,
  terminalIsOne: 'Die Feststellungen im Einzelnen (terminal) gibt es nur für eine einzelne Datei und in einem Format.',
  terminalIsOneHint: 'Für viele Dateien: --format table',
  twoToOutput: 'Zwei Formate auf der Standardausgabe ergäben ein Durcheinander.',
  twoToOutputHint: 'Alle bis auf eines in Dateien schreiben: --format json:ergebnis.json',
  sameOutput: (file: string) => `Zwei Formate sollen in dieselbe Datei: ${file}`,
  sameOutputHint: 'Jedem Format eine eigene Datei geben.',
  outputIsInput: (file: string) => `${file} ist eine der auszuwertenden Dateien und wird nicht überschrieben.`,
  outputIsInputHint: 'Das Ergebnis anders nennen oder in einen anderen Ordner schreiben.',
  outputNeedsOne: '--output braucht ein einziges Format ohne eigene Datei.',
  outputNeedsOneHint: 'Mehrere Formate: --format csv:ergebnis.csv --format junit:ergebnis.xml',
  cacheHint: 'Mit --cache einen Ordner nennen, in den geschrieben werden darf.',
  badJobs: (found: string) => `--jobs erwartet eine Zahl von 1 bis 256, gefunden: ${found}`,
  badJobsHint: 'Ohne --jobs wird die Zahl der Kerne genommen.',
  badShard: (found: string) => `--shard erwartet Teil/Teile, gefunden: ${found}`,
  badShardHint: 'Beispiel: --shard 3/8 für den dritten von acht Teilen',
  progress: ({ done, total, perSecond, secondsLeft }: ProgressNumbers): string => {
    const n = (count: number) => count.toLocaleString('de-DE');
    const rate = `${n(perSecond)}/s`;
    if (total === undefined) return `${n(done)} Dateien, ${rate}`;
    const percent = Math.floor((100 * done) / total);
    return `${n(done)} von ${n(total)} Dateien (${percent} %), ${rate}, noch ${duration(secondsLeft)}`;
  },
  broken: (broken: number, rows: number): string => {
    const all = rows.toLocaleString('de-DE');
    const verb = broken === 1 ? 'ließ' : 'ließen';
    return `${broken.toLocaleString('de-DE')} von ${all} Dateien ${verb} sich nicht auswerten; Rückgabewert 2.`;
  },
  interrupted: (done: number, total: number | undefined): string =>
    total === undefined
      ? `Abgebrochen nach ${done.toLocaleString('de-DE')} Dateien. Deren Ergebnisse sind vollständig.`
      : `Abgebrochen nach ${done.toLocaleString('de-DE')} von ${total.toLocaleString('de-DE')} Dateien. Deren Ergebnisse sind vollständig.`,
};

export interface ProgressNumbers {
  readonly done: number;
  /** `undefined` while a stream may bring any number. */
  readonly total: number | undefined;
  readonly perSecond: number;
  readonly secondsLeft: number;
}

/** A rough duration, the same in both languages. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
