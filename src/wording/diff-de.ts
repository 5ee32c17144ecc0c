import { listed } from './listed.ts';

/** What `diff` says in German. Causes are clauses that can follow „weil“ or „dass“; what is quoted comes in quotes. */
export const diffDe = {
  title: 'Was sich geändert hat, und warum',
  compared: (old: string, oldDay: string, now: string, day: string) =>
    `Verglichen wird ${old} zum Stichtag ${oldDay} mit ${now} zum Stichtag ${day}.`,
  nothing: 'Kein Ergebnis und keine Feststellung hat sich geändert.',
  overall: 'Gesamtergebnis',
  resultOn: (title: string) => `Ergebnis nach ${title}`,
  overallChanged: {
    worse: (from: string, to: string) => `Das Gesamtergebnis ist schlechter als zuvor: „${to}“ statt „${from}“.`,
    better: (from: string, to: string) => `Das Gesamtergebnis ist besser als zuvor: „${to}“ statt „${from}“.`,
    opened: (from: string, to: string) => `Das Gesamtergebnis „${from}“ gilt nicht mehr; es lautet jetzt „${to}“.`,
    settled: (from: string, to: string) => `Das Gesamtergebnis lautet jetzt „${to}“; zuvor war es „${from}“.`,
    same: (verdict: string) => `Das Gesamtergebnis bleibt „${verdict}“.`,
  },
  count: (count: number) =>
    count === 1 ? 'Eine Feststellung hat sich geändert.' : `${count} Feststellungen haben sich geändert.`,
  byDateOnly: 'Geändert hat niemand etwas; es ist allein Zeit vergangen.',
  changed: (label: string, from: string, to: string) => `${label}: von „${from}“ zu „${to}“`,
  appeared: (label: string, to: string) => `${label}: neu, „${to}“`,
  vanished: (label: string, from: string) => `${label}: entfällt, zuvor „${from}“`,
  because: (cause: string) => `Weil ${cause}, ändert sich:`,
  together: 'Das bewirken erst mehrere Änderungen zusammen, keine davon für sich allein, nämlich dass',
  // Said where smaller sets were not all tried.
  indispensable:
    'Das bewirken mehrere Änderungen zusammen; fehlte eine davon, genügten die übrigen nicht. Gemeint ist, dass',
  eachAlone: 'Das hätte schon weniger bewirkt, als sich geändert hat; genügt hätte, dass',
  astray: (cause: string, status: string) => `Dass ${cause}, hätte für sich allein zu „${status}“ geführt.`,
  astrayGone: (cause: string) => `Dass ${cause}, hätte für sich allein den Wegfall bewirkt.`,
  undoing: (causes: string) => `Dass ${causes}, hätte das wieder aufgehoben; eine andere Änderung gleicht es aus.`,
  and: ' und dass ',
  or: 'oder dass',
  alsoThat: 'und dass',
  numbered: (clause: string, number: number) => `${clause} (${number})`,
  numberedFirst: (clause: string, number: number) => `(${number}) dass ${clause}`,
  incomplete: (considered: number, triedUpTo: number) =>
    triedUpTo === 0
      ? `Hier kommen ${considered} Änderungen in Betracht, zu viele, um sie in jeder Zusammenstellung durchzurechnen. Genannt ist eine Zusammenstellung, die nachweislich genügt; es kann weitere geben, und andere Änderungen können ihr entgegenwirken.`
      : `Hier kommen ${considered} Änderungen in Betracht, zu viele, um sie in jeder Zusammenstellung durchzurechnen. ${triedUpTo === 1 ? 'Vollständig durchgerechnet ist nur jede für sich' : `Vollständig durchgerechnet sind nur Zusammenstellungen von bis zu ${triedUpTo}`}; es kann weitere geben, die genügen, und andere Änderungen können ihnen entgegenwirken.`,
  undoingUntried: (labels: string) =>
    `Nicht vollständig durchgerechnet ist, ob andere Änderungen dem Genannten entgegenwirken, bei: ${labels}.`,
  cannotReplay: (title: string, recorded: string, current: string) =>
    `${title} wurde in der alten Prüfung nach Fassung ${recorded} beantwortet; ausgewertet wird beides nach Fassung ${current}. Was die geänderte Fassung bewirkt, lässt sich so nicht nachvollziehen; mit --questionnaires-old und dem Ordner der früheren Fragebögen geht es.`,
  deciding: (count: number) =>
    count === 1 ? 'eine Anforderung gibt den Ausschlag' : `${count} Anforderungen geben den Ausschlag`,
  basisChanged: (before: string, after: string) =>
    `Das Gesamtergebnis stützt sich auf anderes als zuvor; früher: ${before}, jetzt: ${after}.`,
  oldDates: {
    flag: 'Den alten Stichtag gibt --date-old vor.',
    recorded: 'Der alte Stichtag ist der Tag der alten Prüfung.',
    same: 'Die alte Datei nennt keinen Tag; sie wird zum selben Stichtag ausgewertet.',
    capped: 'Der Tag der alten Prüfung liegt nach dem neuen Stichtag; sie wird zum selben Stichtag ausgewertet.',
  },
  details: 'Die nummerierten Änderungen im Einzelnen',
  offset: 'Änderungen, die andere ausgleichen',
  offsetHint:
    'Diese Änderungen haben keine der genannten Folgen. Allein oder ohne sie wäre aber manches anders, nämlich dadurch, dass',
  withoutEffect: 'Änderungen ohne Folge',
  withoutEffectHint: 'Nichts ändert sich dadurch allein, und nichts wäre anders, wenn man es zurücknähme, nämlich dass',
  absent: 'noch nicht beantwortet',
  noMessenger: 'noch nicht benannt',
  allConcerning: 'alle, die den Einsatz betreffen',
  causes: {
    answer: (question: string, from: string, to: string) =>
      `die Antwort auf ${question} jetzt ${to} lautet statt ${from}`,
    answerShort: (question: string) => `die Antwort auf ${question} anders lautet als zuvor`,
    answered: (question: string, to: string, before: string) =>
      `${question} jetzt mit ${to} beantwortet ist (${before})`,
    answeredShort: (question: string) => `${question} jetzt beantwortet ist`,
    gone: (question: string, from: string) => `die Antwort auf ${question} jetzt fehlt (zuvor ${from})`,
    goneShort: (question: string) => `die Antwort auf ${question} jetzt fehlt`,
    notKnown: (question: string, from: string, reason: string) =>
      `${question} jetzt unbeantwortet ist (${reason}; zuvor ${from})`,
    notKnownShort: (question: string) => `${question} jetzt unbeantwortet ist`,
    stillOpen: (question: string, before: string, after: string) =>
      `${question} weiterhin ohne Antwort ist (${after}; zuvor ${before})`,
    before: (text: string) => `zuvor ${text}`,
    choices: (question: string, added: readonly string[], removed: readonly string[]) =>
      `bei ${question} jetzt ${[
        ...(added.length > 0 ? [`${listed(added, 'de')} hinzugekommen ${isOrAre(added)}`] : []),
        ...(removed.length > 0 ? [`${listed(removed, 'de')} weggefallen ${isOrAre(removed)}`] : []),
      ].join(' und ')}`,
    expired: (question: string, proof: string, day: string) =>
      `der Nachweis ${proof} zur Antwort auf ${question} nur bis ${day} galt und abgelaufen ist`,
    expiredNew: (question: string, proof: string, day: string) =>
      `zur Antwort auf ${question} jetzt der Nachweis ${proof} gehört, der nur bis ${day} galt und abgelaufen ist`,
    renewed: (question: string) => `zur Antwort auf ${question} kein abgelaufener Nachweis mehr gehört`,
    stillValid: (question: string) => `der Nachweis zur Antwort auf ${question} am neuen Stichtag noch gilt`,
    exceptionEnded: (requirement: string, day: string) =>
      `die genehmigte Abweichung von ${requirement} am ${day} geendet hat`,
    exceptionStarts: (requirement: string, day: string) =>
      `die genehmigte Abweichung von ${requirement} erst am ${day} beginnt`,
    exceptionRemoved: (requirement: string) =>
      `die genehmigte Abweichung von ${requirement} nicht mehr in der Prüfung steht`,
    exceptionBegan: (requirement: string, by: string, from: string, until: string) =>
      `für ${requirement} eine Abweichung gilt, genehmigt von ${by}, vom ${from} bis ${until}`,
    equivalentAdded: (requirement: string, measure: string) =>
      `für ${requirement} eine Ersatzmaßnahme eingetragen ist (${measure})`,
    equivalentRemoved: (requirement: string, measure: string) =>
      `die Ersatzmaßnahme für ${requirement} nicht mehr eingetragen ist (${measure})`,
    choice: (from: string, to: string) => `jetzt andere Fragebögen gewählt sind (${to}; zuvor ${from})`,
    choiceShort: 'jetzt andere Fragebögen gewählt sind',
    messenger: (from: string, to: string) => `der Messenger jetzt ${to} ist (zuvor ${from})`,
    questionnaire: (title: string, from: string, to: string) =>
      `der Fragebogen ${title} jetzt in Fassung ${to} gilt statt ${from}`,
    questionnaireRevised: (title: string, version: string) =>
      `der Fragebogen ${title} geändert ist, auch wenn die Fassung ${version} dieselbe blieb`,
    questionnaireAdded: (title: string, version: string) =>
      `der Fragebogen ${title} (Fassung ${version}) hinzugekommen ist`,
    questionnaireRemoved: (title: string) => `es den Fragebogen ${title} nicht mehr gibt`,
    question: (question: string) => `die Frage ${question} jetzt unter anderen Bedingungen gestellt wird`,
  },
  reversed: (old: string, day: string) => `--date-old (${old}) liegt nach dem Stichtag der neuen Prüfung (${day}).`,
  reversedHint: 'Zuerst die ältere, dann die neuere Prüfung nennen.',
  standardInputHint: 'Eine der beiden Prüfungen als Datei angeben.',
};

function isOrAre({ length }: readonly string[]): string {
  return length === 1 ? 'ist' : 'sind';
}
