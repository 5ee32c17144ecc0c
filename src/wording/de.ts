import type { UnknownReason } from '../domain/answer.ts';
import type { Subject, SubjectField } from '../domain/assessment.ts';
import type { DatedException, Status } from '../domain/finding.ts';
import type { SubjectMatter } from '../domain/question.ts';
import type { Level } from '../domain/requirement.ts';
import type { Certainty } from '../domain/source.ts';
import type { Binding, OverallVerdict, Verdict } from '../domain/verdict.ts';

/** Every German word of the program; its shape is that of every other language, see `wording.ts`. */
export const de = {
  verdicts: {
    impermissible: 'Einsatz nicht vertretbar',
    undetermined: 'noch nicht beurteilbar',
    conditional: 'vertretbar mit Auflagen',
    permissible: 'keine durchgreifenden Bedenken',
  } satisfies Record<Verdict, string>,
  statuses: {
    violated: 'nicht erfüllt',
    accepted: 'Abweichung genehmigt',
    partial: 'teilweise erfüllt',
    substituted: 'Ersatzmaßnahme',
    open: 'offen',
    fulfilled: 'erfüllt',
    'not-applicable': 'nicht anwendbar',
  } satisfies Record<Status, string>,
  levels: { must: 'MUSS', should: 'SOLL', may: 'KANN' } satisfies Record<Level, string>,
  levelUncertain: 'Stufe in der Quelle unklar',
  countsAsShould: 'zählt im Ergebnis wie SOLL, weil die Aussage nicht belegt ist',
  certainties: {
    primary: 'im Original gesehen',
    secondary: 'nur über Dritte belegt',
    recall: 'nicht belegt',
  } satisfies Record<Certainty, string>,
  bindings: { binds: 'bindend', orients: 'Orientierung', unclear: 'Bindung ungeklärt' } satisfies Record<
    Binding,
    string
  >,
  subjectMatters: {
    product: 'Zum Produkt (Anbieter, Hersteller, Unterlagen)',
    operation: 'Zum Betrieb (IT-Stelle, Dienstleister)',
    organisation: 'Zur eigenen Organisation',
  } satisfies Record<SubjectMatter, string>,
  unknownReasons: {
    'not-known-yet': 'noch nicht bekannt',
    'asked-provider': 'beim Anbieter angefragt',
    'to-be-checked': 'wird noch geprüft',
    'evidence-expired': 'Nachweis abgelaufen',
  } satisfies Record<UnknownReason, string>,
  subject: {
    messenger: 'Messenger',
    organisation: 'Stelle',
    use: 'Einsatz',
    product: 'Produkt und Version',
    reference: 'Aktenzeichen',
    assessor: 'Geprüft von',
    date: 'Prüfung vom',
  } satisfies Record<keyof Subject, string>,
  absent: 'noch nicht beantwortet',
  noneChosen: 'nichts davon',
  notApplicable: (reason: string) => `nicht anwendbar: ${reason}`,
  validUntil: (day: string) => `gültig bis ${day}`,
  report: {
    title: (messenger: string) => `Prüfung des Einsatzes eines Messengers: ${messenger}`,
    untitledMessenger: 'Messenger noch nicht benannt',
    kind: 'Vermerk',
    evaluatedOn: 'Ausgewertet zum',
    result: 'Ergebnis',
    verdictSentence: {
      impermissible: (count: number) =>
        count === 1
          ? 'Eine zwingende Anforderung ist nicht erfüllt. So, wie der Einsatz beschrieben ist, ist er nicht vertretbar.'
          : `${count} zwingende Anforderungen sind nicht erfüllt. So, wie der Einsatz beschrieben ist, ist er nicht vertretbar.`,
      undetermined: (count: number) =>
        count === 1
          ? 'Verletzt ist nach den bisherigen Antworten keine zwingende Anforderung, eine ist aber noch offen. Eine fehlende Antwort gilt weder als erfüllt noch als Verstoß.'
          : `Verletzt ist nach den bisherigen Antworten keine zwingende Anforderung, ${count} sind aber noch offen. Eine fehlende Antwort gilt weder als erfüllt noch als Verstoß.`,
      conditional: (count: number) =>
        count === 1
          ? 'Keine zwingende Anforderung ist verletzt oder offen. Der Einsatz ist vertretbar, wenn der folgende Punkt erledigt oder seine Hinnahme begründet wird.'
          : `Keine zwingende Anforderung ist verletzt oder offen. Der Einsatz ist vertretbar, wenn die folgenden ${count} Punkte erledigt oder ihre Hinnahme begründet wird.`,
      permissible: (_count: number) =>
        'Nach den Antworten dieser Prüfung stehen dem Einsatz in der beschriebenen Form keine durchgreifenden Bedenken entgegen.',
    } satisfies Record<Verdict, (count: number) => string>,
    unclearSentence:
      'Solange nicht feststeht, welche Papiere diese Stelle binden, lässt sich kein Gesamtergebnis bilden: Je nach Bindung fiele es verschieden aus.',
    basis: {
      binding: 'Das Gesamtergebnis folgt allein aus den Papieren, die für diese Stelle bindend sind.',
      orientation:
        'Keines der ausgewerteten Papiere bindet diese Stelle. Das Gesamtergebnis stützt sich deshalb auf Papiere, die ihr nur Orientierung geben; maßgeblich ist die für sie zuständige Aufsicht.',
      'unclear-binding':
        'Art der Stelle oder Bundesland sind noch nicht angegeben. Deshalb steht nicht fest, welche Papiere diese Stelle binden.',
    } satisfies Record<OverallVerdict['basis'], string>,
    decidedBy: 'Ausschlaggebend',
    byQuestionnaire: 'Ergebnis je Papier',
    columns: {
      paper: 'Papier',
      bindingForYou: 'Geltung',
      verdict: 'Ergebnis',
      findings: 'Feststellungen',
      number: 'Nr.',
      measure: 'Maßnahme',
      requirements: 'Anforderung',
      responsible: 'Zuständig',
      due: 'Bis',
      question: 'Frage',
      state: 'Stand',
      answer: 'Antwort',
      source: 'Quelle',
      date: 'Stand der Quelle',
      certainty: 'Beleg',
      file: 'Datei',
      sha256: 'SHA-256',
    },
    findings: 'Feststellungen',
    noFindings: 'Keine Anforderung ist verletzt, teilweise erfüllt oder offen.',
    answers: 'Antwort',
    openQuestions: 'Es fehlt die Antwort auf',
    measure: 'Maßnahme',
    law: 'Rechtsgrundlage',
    place: 'Fundstelle',
    asOf: 'Stand',
    basisOfRequirement: 'Beleglage',
    addressee: 'Adressat',
    issuer: 'Stammt von',
    note: 'Notiz',
    evidence: 'Nachweis',
    equivalent: 'Ersatzmaßnahme',
    exception: {
      active: (by: string, until: string, _from: string) => `Abweichung genehmigt von ${by}, gültig bis ${until}`,
      expired: (by: string, until: string, _from: string) =>
        `Abweichung war genehmigt von ${by}, am ${until} abgelaufen, zählt nicht mehr`,
      'not-yet': (by: string, _until: string, from: string) => `Abweichung genehmigt von ${by}, gilt erst ab ${from}`,
    } satisfies Record<DatedException['state'], (by: string, until: string, from: string) => string>,
    openText: 'Diese Anforderung lässt sich noch nicht beurteilen.',
    measures: 'Maßnahmen',
    noMeasures: 'Aus den Feststellungen folgt keine Maßnahme.',
    openPoints: 'Offene Punkte',
    noOpenPoints: 'Keine Frage ist offen.',
    holdsUp: 'nötig für',
    settled: 'Erfüllte und nicht anwendbare Anforderungen',
    allAnswers: 'Alle Antworten',
    contextSection: 'Angaben zum Einsatz',
    unusedAnswers: 'Gespeichert, aber nicht verwendet',
    unusedHint:
      'Diese Antworten stehen in der Datei, zählen aber nicht: Ihre Frage stellt sich nach den übrigen Antworten nicht.',
    sources: 'Quellen',
    sourcesHint:
      '„Im Original gesehen“ heißt: Der Text oder der genannte Teil lag in einer gespeicherten Kopie vor. „Nur über Dritte belegt“ heißt: Ein benannter Artikel oder eine andere Stelle berichtet darüber. „Nicht belegt“ heißt: fachlich üblicher Prüfpunkt ohne gesehenen Text; er entscheidet nie allein über das Ergebnis.',
    undated: 'undatiert',
    data: 'Prüfdaten',
    producedWith: (version: string) => `Erstellt mit messenger-check ${version}.`,
    fileNote: 'Antwortdatei und Fragebögen, die ausgewertet wurden:',
    versionDiffers: (recorded: string) => `beantwortet wurde Version ${recorded}`,
    warnings: 'Hinweise zur Antwortdatei',
    disclaimer: 'Hinweis',
    disclaimerText: [
      'Dieser Bericht ist keine Rechtsberatung. Er hält fest, was die prüfende Person geantwortet hat und was die ausgewerteten Papiere dazu sagen; ihr Alter und ihre Beleglage sind jeweils angegeben.',
      'Er ist weder eine Zertifizierung noch eine Empfehlung einer Aufsichtsbehörde. Die BfDI empfiehlt bewusst keinen einzelnen Messenger.',
      'Kein Produkt ist für sich genommen zulässig oder unzulässig. Beurteilt wird ein Messenger in diesem Einsatz: welche Funktion, zu welchem Zweck, auf welcher Rechtsgrundlage. Was nicht gebraucht wird, ist abzuschalten.',
    ],
    page: 'Seite',
  },
  terminal: {
    result: 'Ergebnis',
    findings: 'Feststellungen',
    openQuestions: 'Offene Fragen',
    settledCount: (fulfilled: number, notApplicable: number) =>
      `${fulfilled} erfüllt, ${notApplicable} nicht anwendbar`,
    more: (file: string) => `Der ganze Vermerk: messenger-check report ${file}`,
  },
  interview: {
    intro: (file: string) => [
      'messenger-check fragt, was die Aufsichtsbehörden zu Messengern wissen wollen.',
      `Jede Antwort wird sofort gesichert in ${file}.`,
      'Abbrechen mit Strg+C; ein neuer Aufruf macht dort weiter.',
      'Was niemand weiß, bleibt offen: Das ist weder ein Mangel noch ein Freibrief.',
    ],
    resumed: (file: string, answered: number) => `Weiter mit ${file}: ${answered} Antworten sind schon da.`,
    revisit: (count: number) =>
      count === 1
        ? 'Alle Fragen sind gestellt, eine Antwort ist noch unbekannt. Jetzt noch einmal fragen?'
        : `Alle Fragen sind gestellt, ${count} Antworten sind noch unbekannt. Jetzt noch einmal fragen?`,
    contextSection: 'Der Einsatz',
    progress: (section: string, left: number) => `${section} · noch ${left} ${left === 1 ? 'Frage' : 'Fragen'}`,
    subjectQuestions: {
      organisation: 'Welche Stelle wird geprüft?',
      use: 'Wofür soll der Messenger eingesetzt werden?',
      product: 'Produkt und Version genauer? (freiwillig, Eingabetaste überspringt)',
      reference: 'Aktenzeichen? (freiwillig, Eingabetaste überspringt)',
      assessor: 'Wer führt diese Prüfung durch? (freiwillig, Eingabetaste überspringt)',
    } satisfies Record<SubjectField, string>,
    subjectExamples: {
      organisation: 'Stadt Musterhausen',
      use: 'Anfragen von Bürgerinnen und Bürgern an das Bürgerbüro',
      product: 'WhatsApp für Android 2.26, Diensthandy des Bürgerbüros',
      reference: 'DSB-2026-014',
      assessor: 'Behördliche Datenschutzbeauftragte',
    } satisfies Record<SubjectField, string>,
    example: (text: string) => `z. B. ${text}`,
    dontKnow: 'Weiß ich nicht …',
    later: 'Später beantworten',
    help: 'Erklärung anzeigen',
    addNote: 'Notiz dazu schreiben',
    notApplicable: 'Trifft nicht zu …',
    chooseAnswer: 'Mit Leertaste ankreuzen, Eingabetaste bestätigt …',
    reasonQuestion: 'Warum ist die Antwort nicht bekannt?',
    reasonChoices: {
      'not-known-yet': 'Wir wissen es noch nicht',
      'asked-provider': 'Wir haben den Anbieter gefragt',
      'to-be-checked': 'Das muss noch geprüft werden',
    },
    notApplicableQuestion: 'Warum trifft die Frage nicht zu?',
    noteQuestion: 'Notiz',
    answerQuestion: 'Antwort',
    needsText: 'Bitte etwas eingeben.',
    needsDay: 'Bitte als Tag im Format JJJJ-MM-TT eingeben, zum Beispiel 2026-11-23.',
    needsNumber: 'Bitte eine Zahl eingeben, zum Beispiel 30.',
    helpTitle: 'Erklärung',
    whyTitle: 'Warum gefragt wird',
    evidenceTitle: 'Guter Nachweis',
    readBy: 'Gelesen von',
    keysSelect: '↑↓ bewegen · Eingabetaste wählt · Strg+C sichert und beendet',
    keysCheckbox: 'Leertaste kreuzt an · Eingabetaste bestätigt · Strg+C sichert und beendet',
    yes: 'Ja',
    no: 'Nein',
    interrupted: (file: string) =>
      `Unterbrochen. Alle Antworten sind gesichert in ${file}.\nWeiter mit: messenger-check assess ${file}`,
    interruptedEmpty: 'Unterbrochen, bevor etwas beantwortet war. Es wurde keine Datei angelegt.',
    finished: 'Alle Fragen sind gestellt.',
    postponed: (count: number) =>
      count === 1 ? 'Eine Frage ist zurückgestellt.' : `${count} Fragen sind zurückgestellt.`,
    next: (file: string) => `Vermerk erzeugen: messenger-check report ${file} --format html --output vermerk.html`,
    fileHeading: [
      'Prüfung eines Messengers mit messenger-check. Diese Datei gehört Ihnen: Sie darf von Hand bearbeitet,',
      'versioniert und weitergegeben werden. Kommentare und Reihenfolge bleiben erhalten.',
    ],
  },
  cli: {
    description: 'Prüft den Einsatz eines Messengers gegen das, was Aufsichtsbehörden dazu verlangen.',
    assess: 'Befragung: legt die Datei an oder macht dort weiter, wo sie endete',
    evaluate: 'Feststellungen und Ergebnis einer gespeicherten Prüfung',
    report: 'Vermerk mit Ergebnis, Gründen, Maßnahmen und Quellen',
    file: 'Antwortdatei (YAML)',
    fileOrStdin: 'Antwortdatei (YAML), - für die Standardeingabe',
    lang: 'Sprache: de oder en (sonst aus der Umgebung, sonst Deutsch)',
    questionnaires: 'Ordner mit eigenen Fragebögen, zusätzlich zu den mitgelieferten (mehrfach möglich)',
    date: 'Stichtag der Auswertung, JJJJ-MM-TT (sonst SOURCE_DATE_EPOCH, sonst heute)',
    output: 'in diese Datei schreiben statt auf die Standardausgabe',
    format: 'Ausgabeformat',
    failOn: 'ab diesem Ergebnis mit 1 enden: impermissible oder conditional',
    exitZero: 'mit 0 enden, auch wenn der Einsatz nicht vertretbar oder nicht beurteilbar ist',
    quiet: 'keine Hinweise auf der Standardfehlerausgabe',
    noColor: 'ohne Farben (auch NO_COLOR)',
    version: 'Version ausgeben',
    help: 'Hilfe ausgeben',
    helpCommand: 'Hilfe zu einem Befehl ausgeben',
    titles: { 'Usage:': 'Aufruf:', 'Options:': 'Optionen:', 'Commands:': 'Befehle:', 'Arguments:': 'Argumente:' },
    exitCodes: [
      'Rückgabewerte:',
      '  0    schlechtestes Ergebnis: keine durchgreifenden Bedenken oder vertretbar mit Auflagen',
      '  1    Einsatz nicht vertretbar',
      '  2    nicht ausführbar: falsche Option, fehlerhafte Datei, kein Terminal',
      '  3    Fehler in messenger-check',
      '  4    noch nicht beurteilbar',
      '  130  abgebrochen; alle Antworten sind gesichert',
    ],
    written: (file: string) => `Geschrieben: ${file}`,
  },
  errors: {
    bug: 'Das ist ein Fehler in messenger-check, nicht in Ihrer Datei. Bitte melden Sie ihn mit der folgenden Ausgabe, aber ohne vertrauliche Inhalte:',
    noTerminal: 'Die Befragung braucht ein Terminal, die Ein- oder Ausgabe ist aber umgeleitet.',
    noTerminalHint: 'Eine vorhandene Antwortdatei wertet aus: messenger-check evaluate <datei>',
    cannotRead: (file: string, reason: string) => `${file} lässt sich nicht lesen: ${reason}`,
    cannotReadHint: 'Pfad und Leserechte prüfen. Eine neue Prüfung beginnt mit: messenger-check assess',
    cannotWrite: (file: string, reason: string) => `${file} lässt sich nicht schreiben: ${reason}`,
    cannotWriteHint: 'Prüfen, ob der Ordner existiert und beschreibbar ist, oder mit --output einen anderen wählen.',
    reasons: {
      ENOENT: 'Datei oder Ordner gibt es nicht',
      EACCES: 'keine Berechtigung',
      EPERM: 'keine Berechtigung',
      EISDIR: 'das ist ein Ordner',
      ENOTDIR: 'ein Teil des Pfads ist kein Ordner',
      EROFS: 'das Dateisystem ist schreibgeschützt',
      ENOSPC: 'kein Speicherplatz mehr',
      ENAMETOOLONG: 'der Name ist zu lang',
      ELOOP: 'zu viele symbolische Verknüpfungen',
    },
    badDate: (found: string) => `--date erwartet einen Tag im Format JJJJ-MM-TT, gefunden: ${found}`,
    badDateHint: 'Beispiel: --date 2026-11-23',
    badEpoch: (found: string) => `SOURCE_DATE_EPOCH erwartet Sekunden seit 1970, gefunden: ${found}`,
    badEpochHint: 'Die Variable löschen oder --date angeben.',
    noQuestionnaires: (folder: string) => `${folder} enthält keine Fragebögen.`,
    noQuestionnairesHint: 'Erwartet werden *.yaml, questions/*.yaml oder sources.yaml in diesem Ordner.',
    issueCount: (count: number) => (count === 1 ? '1 Fehler.' : `${count} Fehler.`),
    nothingChanged: 'Es wurde nichts verändert.',
    changedMeanwhile: (file: string) =>
      `${file} wurde während der Befragung von außen geändert und lässt sich nicht mehr lesen. Die letzte Antwort ist nicht gesichert.`,
  },
};
