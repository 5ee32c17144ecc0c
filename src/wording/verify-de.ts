/** Was zu Mitzeichnung, Schwärzung und Nachprüfung eines Berichts gesagt wird. */
export const verifyDe = {
  signOffTitle: 'Stellungnahme und Entscheidung',
  signOff: {
    opinion: 'Stellungnahme der/des Datenschutzbeauftragten',
    decision: 'Entscheidung der/des Verantwortlichen',
    staffCouncil: 'Beteiligung des Personal- oder Betriebsrats',
    nextReview: 'Nächste Überprüfung',
  },
  signOffForm: [
    'Stellungnahme der/des Datenschutzbeauftragten, Entscheidung der/des Verantwortlichen (wo sie abweicht, mit Begründung), Beteiligung des Personal- oder Betriebsrats, Tag der nächsten Überprüfung. Alles freiwillig; zum Ausfüllen das # davor entfernen.',
  ],
  mark: '[geschwärzt]',
  redactedFile: 'geschwaerzt.yaml',
  redactions: { notes: 'Notizen und Begründungen', evidence: 'Nachweise', names: 'Namen' },
  redactedTitle: 'Geschwärzte Fassung zur Veröffentlichung.',
  redactedHint: 'Unkenntlich gemacht sind:',
  command: 'einen Bericht (HTML, JSON) aus seinen eigenen Daten nachrechnen und vergleichen',
  file: 'Bericht: HTML oder JSON, - für die Standardeingabe',
  exitCodes: [
    'Rückgabewerte: 0 identisch, 1 weicht ab, 2 nicht nachprüfbar.',
    'Eigene Fragebögen, mit denen der Bericht gemacht wurde, sind mit --questionnaires wieder anzugeben.',
  ],
  redact: 'zur Veröffentlichung schwärzen: notes, evidence, names, mit Komma getrennt',
  badRedaction: (found: string) => `Schwärzen lässt sich nicht: ${found}`,
  badRedactionHint: (known: readonly string[]) => `Möglich sind: ${known.join(', ')}`,
  identical: (file: string) =>
    `${file} ist unverändert: Aus den enthaltenen Antworten ergibt sich mit diesen Fragebögen Byte für Byte derselbe Bericht.`,
  identicalRedacted: (what: readonly string[]) =>
    `Es ist eine geschwärzte Fassung (${what.join(', ')}); nachgerechnet wurde aus den geschwärzten Antworten.`,
  sameWithOtherVersion: (made: string | null, here: string | null) =>
    `Erstellt mit messenger-check ${made}; Version ${here} kommt zum selben Ergebnis.`,
  taken: (names: readonly string[]) =>
    `Übernommen und nicht nachgeprüft ist nur, wie Dateien heißen: ${names.map((name) => `„${name}“`).join(', ')}.`,
  digest: (sha256: string) =>
    `SHA-256 der enthaltenen Antwortdatei: ${sha256}. Von wem sie stammt, kann das nicht belegen.`,
  differs: (file: string) => `${file} weicht ab von dem, was sich aus den enthaltenen Daten ergibt.`,
  answersChanged: 'Die enthaltenen Antworten wurden geändert: Sie passen nicht zur angegebenen Prüfsumme.',
  otherQuestionnaires: 'Der Bericht wurde mit anderen Fragebögen erstellt:',
  files: {
    changed: (name: string) => `${name} hat einen anderen Inhalt`,
    missing: (name: string) => `${name} fehlt hier (eigene Fragebögen: --questionnaires)`,
    added: (name: string) => `${name} gehörte nicht dazu`,
  },
  otherVersion: (id: string, made: string, here: string) => `Fragebogen ${id}: damals Version ${made}, hier ${here}`,
  otherTemplates: 'Der Bericht wurde mit anderen Vorlagen erstellt:',
  templates: {
    changed: (name: string) => `${name} hat einen anderen Inhalt`,
    missing: (name: string) => `${name} fehlt hier (eigene Vorlagen: --template)`,
    added: (name: string) => `${name} gehörte nicht dazu`,
  },
  ownTemplates: (names: readonly string[]) =>
    `Er wurde mit eigenen Vorlagen erstellt (${names.join(', ')}); was sie hinzufügen oder weglassen, ergibt sich nicht aus den Antworten.`,
  none: 'keine',
  otherProgram: (made: string | null, here: string | null) =>
    `Der Bericht wurde mit messenger-check ${made} erstellt, dies ist ${here}. Sicher nachprüfen kann ihn jene Version.`,
  notReadable: 'Die enthaltenen Antworten lassen sich mit diesen Fragebögen nicht auswerten.',
  otherwiseSame: 'Mit den Fragebögen von hier lautet der Bericht im Übrigen genauso.',
  perhapsEdited: 'Ob er außerdem von Hand geändert wurde, lässt sich so nicht feststellen.',
  edited: {
    text: 'Der Bericht wurde von Hand geändert.',
    data: 'Die enthaltenen Daten wurden von Hand geändert.',
    markup:
      'Der Text ist derselbe, die Seite aber anders aufgebaut: Vielleicht hat ein Browser oder ein Editor sie neu gespeichert. Was sie zeigt und verbirgt, ist damit nicht geprüft.',
    bytes: 'Nur Zeilenenden oder Zeichenkodierung sind anders: Der Bericht wurde neu gespeichert oder übertragen.',
  },
  difference: (line: number, section: string) => `Erste Abweichung in Zeile ${line}, Abschnitt „${section}“:`,
  places: { head: 'Kopf', data: 'enthaltene Daten' },
  found: 'steht da',
  expected: 'erwartet',
  impossible: {
    'word-document': {
      what: (file: string) =>
        `${file} ist ein Word-Dokument. Es ist zum Bearbeiten gedacht und enthält keine Daten, aus denen es sich nachrechnen ließe.`,
      hint: 'Zum Nachprüfen denselben Vermerk als HTML oder JSON beilegen: messenger-check report <datei> --format html',
    },
    pdf: {
      what: (file: string) =>
        `${file} ist ein PDF. Es ist zum Lesen und Veröffentlichen gedacht und enthält keine Daten, aus denen es sich nachrechnen ließe.`,
      hint: 'Zum Nachprüfen denselben Vermerk als HTML oder JSON beilegen: messenger-check report <datei> --format html',
    },
    'no-data': {
      what: (file: string) => `${file} enthält keine Daten, aus denen sich der Bericht nachrechnen ließe.`,
      hint: 'Nachprüfbar sind HTML- und JSON-Berichte: messenger-check report <datei> --format html',
    },
    several: {
      what: (file: string) => `${file} enthält mehrmals Daten; welche gelten, ist nicht festzustellen.`,
      hint: 'Der Bericht wurde verändert. Das Original beschaffen.',
    },
    broken: {
      what: (file: string) => `Die in ${file} enthaltenen Daten sind beschädigt.`,
      hint: 'Der Bericht wurde verändert oder unvollständig gespeichert. Das Original beschaffen.',
    },
    'other-format': {
      what: (file: string) => `${file} hat ein Format, das diese Version nicht liest.`,
      hint: 'messenger-check aktualisieren.',
    },
    'too-large': {
      what: (file: string) => `${file} ist zu groß für einen Bericht.`,
      hint: 'Prüfen, ob es die richtige Datei ist.',
    },
    'unreadable-answers': {
      what: (file: string) => `Die in ${file} enthaltenen Antworten sind keine gültige Antwortdatei.`,
      hint: 'Der Bericht wurde verändert. Das Original beschaffen.',
    },
  },
};
