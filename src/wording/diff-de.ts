/** What `diff` says in German. */
export const diffDe = {
  title: 'Was sich geändert hat, und warum',
  compared: (old: string, oldDay: string, now: string, day: string) =>
    `Verglichen wird ${old} zum Stichtag ${oldDay} mit ${now} zum Stichtag ${day}.`,
  nothing: 'Kein Ergebnis und keine Feststellung hat sich geändert.',
  overall: 'Gesamtergebnis',
  verdicts: 'Ergebnisse',
  findings: 'Feststellungen',
  unchangedOverall: (verdict: string) => `Das Gesamtergebnis bleibt: ${verdict}.`,
  count: (count: number) =>
    count === 1 ? 'Eine Feststellung hat sich geändert.' : `${count} Feststellungen haben sich geändert.`,
  byDateOnly: 'Geändert hat niemand etwas; es ist allein Zeit vergangen.',
  changed: (from: string, to: string) => `Von „${from}“ zu „${to}“`,
  appeared: (to: string) => `Neu, „${to}“`,
  vanished: (from: string) => `Entfallen, zuvor „${from}“`,
  because: (change: string, cause: string) => `${change}, weil ${cause}.`,
  together: (change: string) => `${change}; erst mehrere Änderungen zusammen bewirken es, nämlich dass`,
  eachAlone: (change: string) => `${change}; mehrere Änderungen wirken zusammen. Genügt hätte schon, dass`,
  astray: (cause: string, status: string) => `Dass ${cause}, hätte für sich allein zu „${status}“ geführt.`,
  astrayGone: (cause: string) => `Dass ${cause}, hätte für sich allein den Wegfall bewirkt.`,
  and: ' und dass ',
  or: 'oder dass',
  alsoThat: 'und dass',
  incomplete: (considered: number) =>
    `Hier treffen ${considered} Änderungen zusammen; das sind zu viele, um jede Verbindung zu prüfen. Weitere Wege sind möglich.`,
  noneFound: (change: string, considered: number) =>
    `${change}. Hier treffen ${considered} Änderungen zusammen; das sind zu viele, um jede Verbindung zu prüfen. Die Gründe stehen bei den Feststellungen.`,
  cannotReplay: (title: string, recorded: string, current: string) =>
    `„${title}“ wurde in der alten Prüfung nach Fassung ${recorded} beantwortet; ausgewertet wird beides nach Fassung ${current}. Was die geänderte Fassung bewirkt, lässt sich so nicht nachvollziehen. Bei eigenen Fragebögen nennt --questionnaires-old den Ordner mit der alten Fassung.`,
  oldDates: {
    flag: 'Den alten Stichtag gibt --date-old vor.',
    recorded: 'Der alte Stichtag ist der Tag der alten Prüfung.',
    same: 'Die alte Datei nennt keinen Tag; sie wird zum selben Stichtag ausgewertet.',
  },
  withoutEffect: 'Änderungen ohne Folge',
  withoutEffectHint: 'Für keine Feststellung und kein Ergebnis macht es einen Unterschied, dass',
  absent: 'noch nicht beantwortet',
  noMessenger: 'noch nicht benannt',
  allConcerning: 'alle, die den Einsatz betreffen',
  causes: {
    answer: (question: string, from: string, to: string) =>
      `die Antwort auf „${question}“ jetzt „${to}“ lautet statt „${from}“`,
    answered: (question: string, to: string, before: string) =>
      `„${question}“ jetzt mit „${to}“ beantwortet ist (zuvor ${before})`,
    gone: (question: string, from: string) => `die Antwort auf „${question}“ jetzt fehlt (zuvor „${from}“)`,
    notKnown: (question: string, from: string, reason: string) =>
      `die Antwort auf „${question}“ jetzt als unbekannt gilt: ${reason} (zuvor „${from}“)`,
    stillOpen: (question: string, before: string, after: string) =>
      `„${question}“ weiterhin ohne Antwort ist (${after}; zuvor ${before})`,
    choices: (question: string, added: readonly string[], removed: readonly string[]) =>
      `bei „${question}“ jetzt ${[...(added.length > 0 ? [`${added.map((one) => `„${one}“`).join(', ')} hinzugekommen`] : []), ...(removed.length > 0 ? [`${removed.map((one) => `„${one}“`).join(', ')} weggefallen`] : [])].join(' und ')} ist`,
    expired: (question: string, day: string) => `der Nachweis zur Antwort auf „${question}“ am ${day} abgelaufen ist`,
    expiredNew: (question: string, day: string) =>
      `zur Antwort auf „${question}“ jetzt ein Nachweis gehört, der am ${day} abgelaufen ist`,
    renewed: (question: string) => `zur Antwort auf „${question}“ kein abgelaufener Nachweis mehr gehört`,
    stillValid: (question: string) => `der Nachweis zur Antwort auf „${question}“ am neuen Stichtag noch gilt`,
    exceptionEnded: (requirement: string, day: string) =>
      `die genehmigte Abweichung von ${requirement} am ${day} geendet hat`,
    exceptionStarts: (requirement: string, day: string) =>
      `die genehmigte Abweichung von ${requirement} erst am ${day} beginnt`,
    exceptionRemoved: (requirement: string) =>
      `die genehmigte Abweichung von ${requirement} nicht mehr in der Prüfung steht`,
    exceptionBegan: (requirement: string, by: string, from: string, until: string) =>
      `für ${requirement} eine Abweichung gilt, genehmigt von ${by}, vom ${from} bis ${until}`,
    equivalentAdded: (requirement: string, measure: string) =>
      `für ${requirement} eine Ersatzmaßnahme eingetragen ist („${measure}“)`,
    equivalentRemoved: (requirement: string, measure: string) =>
      `die Ersatzmaßnahme für ${requirement} nicht mehr eingetragen ist („${measure}“)`,
    choice: (from: string, to: string) => `jetzt andere Fragebögen gewählt sind (${to}; zuvor ${from})`,
    messenger: (from: string, to: string) => `der Messenger jetzt „${to}“ ist statt „${from}“`,
    questionnaire: (title: string, from: string, to: string) =>
      `der Fragebogen „${title}“ jetzt in Fassung ${to} gilt statt ${from}`,
    questionnaireRevised: (title: string, version: string) =>
      `der Fragebogen „${title}“ geändert ist, auch wenn die Fassung ${version} dieselbe blieb`,
    questionnaireAdded: (title: string, version: string) =>
      `der Fragebogen „${title}“ (Fassung ${version}) hinzugekommen ist`,
    questionnaireRemoved: (title: string) => `es den Fragebogen „${title}“ nicht mehr gibt`,
    question: (question: string) => `die Frage „${question}“ jetzt unter anderen Bedingungen gestellt wird`,
  },
  standardInputOnce: 'Die Standardeingabe (-) kann nur einmal gelesen werden.',
  standardInputHint: 'Eine der beiden Prüfungen als Datei angeben.',
};
