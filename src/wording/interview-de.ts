import type { TypedReason, UnknownReason } from '../domain/answer.ts';
import type { SubjectField } from '../domain/assessment.ts';
import type { Standing } from '../domain/messenger-profile.ts';
import { inBrackets } from './in-short.ts';

/** Everything that can be done at a question, by the name that the code has for it: a letter, and what it does. */
type Key = { readonly key: string; readonly label: string };

/** What the interview says in German. */
export const interviewDe = {
  intro: (file: string) => [
    'messenger-check fragt, was die Aufsichtsbehörden zu Messengern wissen wollen.',
    `Jede Antwort wird sofort gesichert in ${file}.`,
    'Aufhören geht jederzeit (q oder Strg+C); ein neuer Aufruf macht dort weiter.',
    'Was niemand weiß, bleibt offen: Das ist weder ein Mangel noch ein Freibrief.',
  ],
  resumed: (file: string, answered: number) =>
    `Weiter mit ${file}: ${answered === 1 ? 'Eine Antwort ist' : `${answered} Antworten sind`} schon da.`,
  newVersions: (titles: readonly string[]) =>
    `Seit dieser Prüfung haben sich Fragebögen geändert: ${titles.join('; ')}. Gefragt wird nur, was neu ist oder nicht mehr passt.`,
  takenOver: (file: string, count: number) =>
    `${file}: ${count === 1 ? 'eine Angabe' : `${count} Angaben`} übernommen.`,
  takeOverConflict: (key: string, here: string, there: string) =>
    `Nicht übernommen, weil hier schon anders beantwortet: ${key} (hier ${here}, dort ${there}).`,
  revisit: (count: number) =>
    count === 1
      ? 'Alle Fragen sind gestellt, eine Antwort ist noch unbekannt. Jetzt noch einmal fragen?'
      : `Alle Fragen sind gestellt, ${count} Antworten sind noch unbekannt. Jetzt noch einmal fragen?`,
  contextSection: 'Der Einsatz',
  progress: (section: string, left: number) => `${section} · noch ${left} ${left === 1 ? 'Frage' : 'Fragen'}`,
  isOpen: 'Ergebnis noch offen',
  isBetween: (worst: string, best: string) => `Ergebnis zwischen „${worst}“ und „${best}“`,
  isSettled: (verdict: string, reasons: string) => `schon entschieden: ${verdict}${inBrackets(reasons)}`,
  settled: (verdict: string, reasons: string, left: number) =>
    `Das Ergebnis steht schon fest: ${verdict}${inBrackets(reasons)}. ${left === 1 ? 'Eine Frage kann' : `${left} Fragen können`} nur noch Gründe hinzufügen. Weiterfragen?`,
  moot: (questions: readonly string[]) =>
    `${questions.length === 1 ? 'Mit dieser Antwort stellt sich eine Frage nicht mehr, die schon beantwortet ist' : `Mit dieser Antwort stellen sich ${questions.length} Fragen nicht mehr, die schon beantwortet sind`}:\n${questions.map((text) => `– ${text}`).join('\n')}\nNichts geht verloren: Was beantwortet ist, bleibt in der Datei und zählt wieder, sobald sich die Frage wieder stellt. So antworten?`,
  actions: {
    accept: { key: 'p', label: 'Vorschlag übernehmen' },
    unknown: { key: 'w', label: 'weiß ich nicht' },
    'not-applicable': { key: 't', label: 'trifft nicht zu' },
    later: { key: 's', label: 'später' },
    back: { key: 'z', label: 'zurück' },
    note: { key: 'n', label: 'Notiz' },
    evidence: { key: 'b', label: 'Beleg' },
    help: { key: 'h', label: 'Hilfe' },
    go: { key: 'g', label: 'gehe zu Abschnitt' },
    overview: { key: 'u', label: 'Übersicht' },
    editor: { key: 'v', label: 'im eigenen Editor schreiben' },
    quit: { key: 'q', label: 'aufhören' },
  } satisfies Record<string, Key>,
  actionsQuestion: 'Was stattdessen?',
  goQuestion: 'Zu welchem Abschnitt?',
  section: (title: string, left: number) => `${title} (${left === 0 ? 'beantwortet' : `${left} offen`})`,
  overviewQuestion: 'Alle Fragen mit ihren Antworten. Zu welcher?',
  answered: { yes: 'beantwortet', no: 'offen' },
  askedBecause: {
    new: 'Neu: Diese Frage stellt die jetzige Fassung des Fragebogens, oder sie war noch nicht beantwortet.',
    'evidence-expired': 'Noch einmal gefragt, weil ein Beleg abgelaufen ist. Die Antwort gilt deshalb als offen.',
    'no-longer-fits':
      'Noch einmal gefragt, weil die frühere Antwort nicht mehr zur jetzigen Fassung der Frage passt. Notiz und Belege bleiben.',
  } satisfies Record<'new' | Exclude<UnknownReason, TypedReason>, string>,
  pastEvidence: ({ text, validUntil }: { readonly text: string; readonly validUntil?: string }) =>
    `Früherer Beleg, gültig bis ${validUntil ?? ''}: ${text}`,
  stepHelp: {
    subject: 'Die Angabe steht im Kopf des Vermerks. Was freiwillig ist, darf leer bleiben.',
    scope:
      'Vorgeschlagen sind die Papiere, die nach den Angaben zum Einsatz in Betracht kommen. Über das Gesamtergebnis entscheiden nur die, die für diese Stelle maßgeblich sind; die übrigen geben Orientierung. Ist keines maßgeblich, dienen sie als Maßstab; das Ergebnis hat dann nicht die zuständige Aufsicht vorgegeben.',
    proposals:
      'Die Vorschläge stammen aus dem Produktprofil, mit Quelle und Stand. Was Sie übernehmen, ist als übernommen gekennzeichnet und gilt nur bis zum Tag, an dem die Angabe neu zu prüfen ist.',
  },
  subjectQuestions: {
    organisation: 'Welche Stelle wird geprüft?',
    use: 'Wofür soll der Messenger eingesetzt werden?',
    product: 'Produkt und Version genauer?',
    reference: 'Aktenzeichen?',
    assessor: 'Wer führt diese Prüfung durch?',
  } satisfies Record<SubjectField, string>,
  subjectExamples: {
    organisation: 'Stadt Musterhausen',
    use: 'Anfragen von Bürgerinnen und Bürgern an das Bürgerbüro',
    product: 'WhatsApp für Android 2.26, Diensthandy des Bürgerbüros',
    reference: 'DSB-2026-014',
    assessor: 'Behördliche Datenschutzbeauftragte',
  } satisfies Record<SubjectField, string>,
  example: (text: string, isOptional: boolean) =>
    `z. B. ${text}${isOptional ? '; freiwillig, die Eingabetaste überspringt' : ''}`,
  scopeQuestion: 'Welche Papiere sollen ausgewertet werden?',
  otherMessenger: (count: number) =>
    count === 1
      ? 'Eine Antwort zum Produkt galt dem bisherigen Messenger. Bitte neu prüfen; die Übersicht führt zu ihr.'
      : `${count} Antworten zum Produkt galten dem bisherigen Messenger. Bitte neu prüfen; die Übersicht führt zu ihnen.`,
  moreConcern: (titles: string) =>
    `Durch diese Antwort kommt weiteres in Betracht: ${titles}. Die Auswahl der Papiere wird deshalb noch einmal gefragt.`,
  scopeAccept: 'Die genannten',
  scopeChange: 'Auswahl ändern …',
  proposalTitle: (messenger: string) => `Aus dem Produktprofil ${messenger}`,
  proposalNotTaken: {
    proposed: '',
    hint: 'nur als Hinweis, nicht als Vorschlag: dafür ist die Angabe zu unsicher oder ändert sich zu schnell',
    stale: 'veraltet, wird nicht mehr vorgeschlagen: die Angabe ist neu zu prüfen',
  } satisfies Record<Standing, string>,
  proposalAccept: (answer: string) => `Vorschlag übernehmen: ${answer}`,
  proposalEvidence: (messenger: string, fact: string, sources: string) =>
    `Produktprofil ${messenger}, übernommen und nicht eigens geprüft: ${fact}${sources === '' ? '' : ` Quellen: ${sources}`}`,
  proposalsQuestion: (count: number, messenger: string) =>
    `Zu ${count} Fragen dieses Abschnitts macht das Produktprofil ${messenger} Vorschläge. Übernehmen?`,
  proposalsAll: 'Alle übernehmen',
  proposalsSome: 'Auswählen …',
  proposalsNone: 'Einzeln fragen',
  factSource: 'Quelle',
  dontKnow: 'Weiß ich nicht …',
  notApplicable: 'Trifft nicht zu …',
  earlier: 'Bisherige Antwort',
  alsoQuestion: 'Für welche davon gilt dieselbe Antwort? (keine ankreuzen: nur für diese eine)',
  reasonQuestion: 'Warum ist die Antwort nicht bekannt?',
  reasonChoices: {
    'not-known-yet': 'Sie ist noch nicht bekannt',
    'asked-provider': 'Der Anbieter ist gefragt',
    'provider-silent': 'Der Anbieter gibt dazu keine Auskunft',
    'asked-colleagues': 'Eine andere Stelle im Haus ist gefragt',
    'to-be-checked': 'Sie ist noch zu prüfen',
  } satisfies Record<TypedReason, string>,
  notApplicableQuestion: 'Warum trifft die Frage nicht zu?',
  noteQuestion: 'Notiz',
  evidenceTitle: 'Beleg',
  evidenceQuestion: 'Welcher Beleg?',
  evidenceAdd: 'Einen weiteren Beleg eintragen',
  evidenceChange: (proof: string) => `Ändern: ${proof}`,
  evidenceRemove: (proof: string) => `Entfernen: ${proof}`,
  evidenceText: 'Was belegt die Antwort? (Dokument, Fundstelle, Adresse)',
  evidenceDate: 'Von welchem Tag ist der Beleg? (freiwillig, JJJJ-MM-TT oder TT.MM.JJJJ)',
  evidenceValidUntil: 'Bis zu welchem Tag gilt er? Danach ist die Antwort wieder offen. (freiwillig)',
  needsText: 'Bitte etwas eingeben.',
  needsMoreThanLetter:
    'Ein Buchstabe allein sagt zu wenig. Für einen Befehl: Esc, mit --accessible ein Schrägstrich davor (/h).',
  needsDay: 'Bitte als Tag eingeben, zum Beispiel 2026-11-23 oder 23.11.2026.',
  needsLaterDay: (day: string) => `Der Tag darf nicht vor dem ${day} liegen.`,
  needsNumber: 'Bitte eine Zahl eingeben, zum Beispiel 30.',
  noEditor: 'Der Editor ließ sich nicht starten. Welcher es sein soll, sagt die Umgebungsvariable VISUAL oder EDITOR.',
  helpTitle: 'Erklärung',
  whyTitle: 'Warum gefragt wird',
  evidenceHint: 'Guter Nachweis',
  readBy: 'Diese Anforderungen lesen die Antwort',
  requirements: (count: number) => `${count} Anforderungen`,
  keysPick: '↑↓ oder Nummer bewegt · Eingabetaste wählt · Strg+C sichert und beendet',
  keysTick: '↑↓ oder Nummer bewegt · Leertaste kreuzt an · Eingabetaste bestätigt · Strg+C sichert und beendet',
  nothingTicked:
    'Nichts ist angekreuzt; das tut die Leertaste. Trifft wirklich nichts davon zu, noch einmal die Eingabetaste drücken.',
  tickSomething: (unknownKey: string) =>
    `Nichts ist angekreuzt; das tut die Leertaste. Mindestens eines trifft zu; ist das nicht bekannt, ${unknownKey} drücken.`,
  excludeEachOther: (choices: readonly string[]) =>
    `Das kann nicht alles zutreffen: ${choices.map((one) => `„${one}“`).join('; ')}. Bitte weglassen, was nicht zutrifft.`,
  keysType: 'Eingabetaste bestätigt · Strg+O öffnet den Editor',
  keysMore: 'Esc zeigt, was sonst möglich ist',
  keysOut: 'Esc bricht ab',
  leftOut: 'ausgelassen',
  plainPick: (initial: number | undefined) =>
    `Nummer eingeben${initial === undefined ? '' : `; die leere Eingabe lässt es bei ${initial}`}.`,
  plainAgain: 'Ein ? nennt die Möglichkeiten noch einmal.',
  plainTick: (hasTicked: boolean, canBeNone: boolean) =>
    `Nummern mit Komma eingeben${canBeNone ? ', 0 für keine' : ''}${hasTicked ? '; die leere Eingabe lässt es, wie es ist' : ''}.`,
  plainTicked: 'angekreuzt',
  plainType: (hasInitial: boolean) =>
    `Text eingeben${hasInitial ? '; die leere Eingabe lässt es, wie es ist, ein Bindestrich allein (-) löscht es' : ''}. Ein Schrägstrich allein zeigt, was sonst möglich ist, /v öffnet den Editor.`,
  plainCommands: (commands: string) =>
    `Oder einen Befehl, bei Texten mit Schrägstrich davor (/h statt h): ${commands}.`,
  plainNeedsNumber: (count: number, hasLetters: boolean) =>
    `Bitte eine Nummer von 1 bis ${count} eingeben${hasLetters ? ', oder einen der Buchstaben' : ''}.`,
  plainNeedsNumbers: (count: number, canBeNone: boolean) =>
    `Bitte Nummern von 1 bis ${count} eingeben, durch Komma getrennt${canBeNone ? ', oder 0 für keine' : ''}.`,
  plainDone: (question: string, answer: string) => `Gesichert: ${question} Antwort: ${answer}`,
  yes: 'Ja',
  no: 'Nein',
  added: 'Gesichert.',
  reviewQuestion: 'Noch etwas eintragen?',
  reviewDone: 'Nein, fertig',
  reviewOpen: (count: number) => `Offene Punkte ansehen: wer was herausfinden muss (${count})`,
  reviewMeasures: (count: number, planned: number) =>
    `Maßnahmen: Zuständige und Frist eintragen (${planned} von ${count} eingetragen)`,
  reviewEquivalent: 'Ersatzmaßnahme eintragen: was stattdessen getan wird',
  reviewException: 'Abweichung eintragen, die jemand befristet genehmigt hat',
  reviewWhich: 'Zu welcher Anforderung?',
  measureTitle: 'Maßnahme',
  responsible: 'Wer ist zuständig? (freiwillig)',
  due: 'Bis wann? (freiwillig, JJJJ-MM-TT oder TT.MM.JJJJ)',
  measureNote: 'Notiz zur Maßnahme? (freiwillig)',
  equivalentMeasure: 'Was wird stattdessen getan?',
  equivalentEvidence: 'Womit ist belegt, dass das ebenso viel leistet?',
  exceptionReason: 'Warum wird die Abweichung hingenommen?',
  exceptionBy: 'Wer hat sie genehmigt?',
  exceptionFrom: 'Ab welchem Tag gilt sie?',
  exceptionUntil: 'Bis zu welchem Tag, einschließlich?',
  interrupted: (file: string, again: string) =>
    `Unterbrochen. Alle Antworten sind gesichert in ${file}.\nWeiter mit: messenger-check assess ${again}`,
  interruptedEmpty: 'Unterbrochen, bevor etwas beantwortet war. Es wurde keine Datei angelegt.',
  stopped: ({ file, left, again }: { readonly file: string; readonly left: number; readonly again: string }) =>
    `Gesichert in ${file}. ${left === 1 ? 'Eine Frage ist' : `${left} Fragen sind`} noch offen.\nWeiter mit: messenger-check assess ${again}`,
  isFirst: 'Das ist die erste Frage; davor kommt keine.',
  finished: 'Alle Fragen sind gestellt.',
  postponed: (count: number) =>
    count === 1 ? 'Eine Frage ist zurückgestellt.' : `${count} Fragen sind zurückgestellt.`,
  next: (again: string) =>
    `Warum, und was sich ändern müsste:\n  messenger-check explain ${again}\nDerselbe Einsatz mit anderen Messengern:\n  messenger-check compare ${again} --profiles\nVermerk erzeugen:\n  messenger-check report ${again} --format html --output vermerk.html`,
  fileHeading: [
    'Prüfung eines Messengers mit messenger-check. Diese Datei gehört Ihnen: Sie darf von Hand bearbeitet,',
    'versioniert und weitergegeben werden. Kommentare und Reihenfolge bleiben erhalten.',
  ],
};
