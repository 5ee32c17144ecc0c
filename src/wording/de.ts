import { typedReasons, type UnknownReason } from '../domain/answer.ts';
import type { Subject } from '../domain/assessment.ts';
import type { Direction } from '../domain/evidence.ts';
import type { DatedException, Status } from '../domain/finding.ts';
import type { Confidence, FactField, Standing } from '../domain/messenger-profile.ts';
import type { Question, SubjectMatter } from '../domain/question.ts';
import type { Level } from '../domain/requirement.ts';
import type { Certainty, EvidenceClass } from '../domain/source.ts';
import type { Binding, OverallVerdict, Verdict } from '../domain/verdict.ts';
import { batchDe } from './batch-de.ts';
import { diffDe } from './diff-de.ts';
import { evaluateDe } from './evaluate-de.ts';
import { interviewDe } from './interview-de.ts';
import { listed } from './listed.ts';
import { memoDe } from './memo-de.ts';
import { pdfDe } from './pdf-de.ts';
import { picturesDe } from './pictures-de.ts';
import { reasonsDe } from './reasons-de.ts';
import { summaryDe } from './summary-de.ts';
import { usageDe } from './usage-de.ts';
import { verifyDe } from './verify-de.ts';

const bindingBasis =
  'Das Gesamtergebnis folgt allein aus den Papieren, die für diese Stelle maßgeblich sind: Äußerungen der zuständigen Aufsicht oder Regeln der Stelle selbst. Die Anforderungen daraus hat der Fragenkatalog messenger-check in eigenen Worten zusammengestellt und zum Teil selbst eingestuft; Gesetze sind sie nicht.';

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
  levelProposed: 'Stufe vorgeschlagen',
  countsAsShould: 'zählt wie SOLL, weil zu schwach belegt',
  bindsOthers: 'richtet sich nur an andere Stellen, hier Orientierung',
  raised: (level: string, questionnaire: string) => `${level} nach „${questionnaire}“`,
  certainties: {
    primary: 'ganz oder teilweise im Original gesehen',
    secondary: 'nur über Dritte belegt',
    recall: 'nicht belegt',
  } satisfies Record<Certainty, string>,
  confidences: { high: 'hoch', medium: 'mittel', low: 'gering' } satisfies Record<Confidence, string>,
  factFields: {
    operator: 'Betreiber und Sitz',
    owner: 'Eigentümer, Finanzierung',
    jurisdiction: 'Rechtsordnung, Drittland',
    'server-location': 'Serverstandort, Hosting',
    'self-hosting': 'Eigenbetrieb',
    licence: 'Lizenz, Quelltext',
    audits: 'Unabhängige Prüfungen',
    'e2ee-1to1': 'Ende-zu-Ende-Verschlüsselung: Einzelchat',
    'e2ee-groups': 'Ende-zu-Ende-Verschlüsselung: Gruppe',
    'e2ee-calls': 'Ende-zu-Ende-Verschlüsselung: Anruf',
    'e2ee-files': 'Ende-zu-Ende-Verschlüsselung: Datei',
    protocol: 'Protokoll',
    verification: 'Prüfung der Gegenstelle',
    transport: 'Transportverschlüsselung',
    metadata: 'Metadaten',
    identifier: 'Kennung',
    'address-book': 'Adressbuch',
    avv: 'Vertrag zur Auftragsverarbeitung',
    'admin-mdm': 'Verwaltung, Geräteverwaltung',
    'multi-device': 'Mehrere Geräte',
    'app-lock': 'App-Sperre, lokale Verschlüsselung',
    'media-storage': 'Medien außerhalb der App',
    backup: 'Sicherung',
    deletion: 'Löschen, Ablauf',
    'own-use': 'Eigene Zwecke, Werbung, Konzern',
    'trackers-push': 'Tracker, Push-Dienste',
    'privacy-notice': 'Datenschutzhinweis',
    interop: 'Verbindung zu anderen Netzen',
    archiving: 'Archivierung, Aktenführung',
    platforms: 'Plattformen',
    accessibility: 'Barrierefreiheit',
    cost: 'Kosten',
    certifications: 'Zertifikate, Zulassungen',
    'public-sector-limits': 'Bekannte Grenzen für Behörden',
  } satisfies Record<FactField, string>,
  standings: { proposed: 'wird vorgeschlagen', hint: 'nur Hinweis', stale: 'neu zu prüfen' } satisfies Record<
    Standing,
    string
  >,
  messengers: {
    facts: 'Angaben',
    field: 'Merkmal',
    value: 'Angabe',
    proposals: 'Vorschläge',
    researched: 'Recherchiert am',
    stale: 'Neu zu prüfen',
    recheck: 'Neu zu prüfen nach dem',
    nothingStale: (day: string) => `Am ${day} ist keine Angabe neu zu prüfen.`,
    versions: 'Gilt für',
    inherited: 'Übernommen von',
    proposes: 'Schlägt vor',
    listTitle: 'Produktprofile',
    staleTitle: 'Angaben, die neu zu prüfen sind',
    notice:
      'Die Angaben beschreiben das Produkt, nicht den Einsatz: Kein Messenger ist für sich genommen zulässig. Was vom Betreiber oder von der Organisation abhängt, steht hier nicht. Fehlt ein Merkmal, wurde nichts Belastbares gefunden; das heißt nicht „nein“.',
  },
  facts: {
    asOf: (day: string) => `Stand: ${day}`,
    versions: (versions: string) => `gilt für: ${versions}`,
    confidence: (confidence: string) => `Verlässlichkeit ${confidence}`,
  },
  directions: { contra: 'Gegen den Einsatz', pro: 'Für den Einsatz', neutral: 'Ohne klare Richtung' } satisfies Record<
    Direction,
    string
  >,
  evidenceClasses: {
    A: 'Belegklasse A: mindestens zwei voneinander unabhängige Quellen berichten es.',
    B: 'Belegklasse B: eine Sekundärquelle berichtet es.',
    C: 'Belegklasse C: nur über die Zusammenfassung einer anderen Stelle bekannt; entscheidet das Ergebnis nicht allein.',
    D: 'Belegklasse D: in keiner gesehenen Quelle diesem Papier zugeschrieben; entscheidet das Ergebnis nicht allein.',
  } satisfies Record<EvidenceClass, string>,
  bindings: { binds: 'maßgeblich', orients: 'Orientierung', unclear: 'noch ungeklärt' } satisfies Record<
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
    'provider-silent': 'der Anbieter gibt dazu keine Auskunft',
    'asked-colleagues': 'bei einer anderen Stelle im Haus angefragt',
    'to-be-checked': 'wird noch geprüft',
    'evidence-expired': 'Nachweis abgelaufen',
    'no-longer-fits': 'die frühere Antwort passt nicht mehr zur Frage',
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
  origins: {
    accepted: 'aus dem Produktprofil übernommen, nicht eigens geprüft',
    marked: 'als aus einem Produktprofil übernommen gekennzeichnet; das heutige Profil sagt es nicht',
    changed: (proposed: string) => `anders als im Produktprofil; dort: ${proposed}`,
    open: (proposed: string) => `das Produktprofil schlägt vor: ${proposed}; nicht übernommen`,
  },
  noneChosen: 'nichts davon',
  notAmongThem: (choices: readonly string[]) => `nicht dabei: ${choices.join('; ')}`,
  notApplicable: (reason: string) => `nicht anwendbar: ${reason}`,
  /** Antworten, die nicht zusammenpassen. */
  clash: {
    sentence: (name: string, text: string) => `Unstimmige Antworten, ${name}: ${text}`,
    reservation: (count: number) =>
      `Das gilt unter Vorbehalt: An ${count === 1 ? 'einer Stelle' : `${count} Stellen`} passen Antworten nicht zusammen; ob das Ergebnis Bestand hat, steht erst fest, wenn das geklärt ist.`,
    exclusion: (question: string, choices: readonly string[]) =>
      `Die Antwort auf „${question}“ nennt, was nicht alles zutreffen kann: ${choices.map((one) => `„${one}“`).join('; ')}.`,
  },
  validUntil: (day: string) => `gültig bis ${day}`,
  expired: (day: string) => `abgelaufen am ${day}`,
  report: {
    title: (messenger: string) => `Prüfung des Einsatzes eines Messengers: ${messenger}`,
    untitledMessenger: 'Messenger noch nicht benannt',
    kind: 'Vermerk',
    evaluatedOn: 'Ausgewertet zum',
    interview: 'Befragung',
    interviewCounts: ({
      questions,
      answers,
      unknown,
      missing,
      proposed,
    }: Readonly<Record<'questions' | 'answers' | 'unknown' | 'missing' | 'proposed', number>>) => {
      const parts = [
        `${questions} Fragen mit ${answers} Antworten${unknown > 0 ? `, davon ${unknown} unbekannt` : ''}`,
        ...(missing > 0 ? [`${missing} noch nicht gegeben`] : []),
        ...(proposed > 0 ? [`${proposed} ungeprüft aus dem Produktprofil übernommen`] : []),
      ];
      return parts.join('; ');
    },
    origin: 'Herkunft',
    result: 'Ergebnis',
    verdictSentence: {
      impermissible: (count: number) =>
        count === 1
          ? 'Eine Anforderung der Stufe MUSS (zwingend) ist nicht erfüllt. So, wie der Einsatz beschrieben ist, ist er nicht vertretbar.'
          : `${count} Anforderungen der Stufe MUSS (zwingend) sind nicht erfüllt. So, wie der Einsatz beschrieben ist, ist er nicht vertretbar.`,
      undetermined: (count: number) =>
        count === 1
          ? 'Verletzt ist nach den bisherigen Antworten keine zwingende Anforderung, eine ist aber noch offen. Eine fehlende Antwort gilt weder als erfüllt noch als Verstoß.'
          : `Verletzt ist nach den bisherigen Antworten keine zwingende Anforderung, ${count} sind aber noch offen. Eine fehlende Antwort gilt weder als erfüllt noch als Verstoß.`,
      conditional: (count: number) =>
        count === 1
          ? 'Von den zwingenden Anforderungen, auf die es für das Gesamtergebnis ankommt, ist keine verletzt oder offen. Der Einsatz ist vertretbar, sobald der folgende Punkt erledigt ist. Statt einer MUSS-Anforderung genügt nur eine gleichwertige Maßnahme oder eine befristet genehmigte Abweichung, statt einer SOLL-Anforderung eine aktenkundige Begründung.'
          : `Von den zwingenden Anforderungen, auf die es für das Gesamtergebnis ankommt, ist keine verletzt oder offen. Der Einsatz ist vertretbar, sobald die folgenden ${count} Punkte erledigt sind. Statt einer MUSS-Anforderung genügt nur eine gleichwertige Maßnahme oder eine befristet genehmigte Abweichung, statt einer SOLL-Anforderung eine aktenkundige Begründung.`,
      permissible: (_count: number) =>
        'Nach den Antworten dieser Prüfung stehen dem Einsatz in der beschriebenen Form keine durchgreifenden Bedenken entgegen.',
    } satisfies Record<Verdict, (count: number) => string>,
    /** Of requirements that are mandatory for others. */
    orientingSentence: (count: number) =>
      count === 1
        ? 'Gemessen an Papieren, die für andere Stellen gelten, ist eine dort zwingende Anforderung (MUSS) nicht erfüllt. So, wie der Einsatz beschrieben ist, ist er danach nicht vertretbar.'
        : `Gemessen an Papieren, die für andere Stellen gelten, sind ${count} dort zwingende Anforderungen (MUSS) nicht erfüllt. So, wie der Einsatz beschrieben ist, ist er danach nicht vertretbar.`,
    unclearSentence:
      'Solange nicht feststeht, welche Papiere für diese Stelle maßgeblich sind, lässt sich kein Gesamtergebnis bilden: Je nachdem fiele es verschieden aus.',
    basis: {
      binding: `${bindingBasis} Wie gut jede Anforderung belegt ist, steht im Vermerk.`,
      orientation:
        'Keines der ausgewerteten Papiere ist für diese Stelle maßgeblich. Das Gesamtergebnis stützt sich deshalb auf Papiere, die ihr nur Orientierung geben; es kommt auf die für sie zuständige Aufsicht an.',
      'unclear-binding':
        'Art der Stelle oder Bundesland sind noch nicht angegeben. Deshalb steht nicht fest, welche Papiere für diese Stelle maßgeblich sind.',
    } satisfies Record<OverallVerdict['basis'], string>,
    /** Wo der Vermerk selbst es sagt, der auf sich nicht verweisen kann. */
    bindingInMemo: `${bindingBasis} Wie gut eine Anforderung belegt ist, steht bei jeder Feststellung.`,
    leftOut: (title: string) =>
      `Nicht ausgewertet, obwohl für diese Stelle maßgeblich: ${title}. Die Prüfung nennt nur andere Papiere; in der Befragung lässt sich die Auswahl ändern.`,
    statements:
      'Die zuständige Aufsicht selbst hat sich zu Messengern geäußert. Als Anforderung ist das hier nicht ausgewertet, und für das Gesamtergebnis zählt es nicht; wer entscheidet, muss es selbst würdigen:',
    decidedBy: 'Ausschlaggebend',
    byQuestionnaire: 'Ergebnis je Papier',
    offeredBecause: 'ausgewertet,',
    extends: 'zählt die Feststellungen mit von:',
    columns: {
      messenger: 'Messenger',
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
    findingsBy: {
      binds: (status: string) => `${status}: maßgeblich`,
      unclear: (status: string) => `${status}: Geltung noch ungeklärt`,
      orients: (status: string) => `${status}: gibt nur Orientierung`,
    } satisfies Record<Binding, (status: string) => string>,
    shortFindings:
      'Diese Anforderungen binden die Stelle nicht: Sie stammen aus Papieren, die für sie nicht maßgeblich sind, oder richten sich in einem maßgeblichen Papier nur an andere Stellen. Die genannten Vorschriften gelten davon unabhängig, soweit sie die Stelle betreffen. Gefasst sind die Feststellungen hier kürzer: Maßnahmen stehen im Kapitel „Maßnahmen“, Notizen, Nachweise und die ganze Beleglage im Vermerk mit Anlagen.',
    measuresBy: {
      binds: 'Aus Papieren, die für diese Stelle maßgeblich sind',
      unclear: 'Aus Papieren, bei denen das noch ungeklärt ist',
      orients: 'Aus Papieren, die nur Orientierung geben',
    } satisfies Record<Binding, string>,
    measuresInVain: {
      'other-product':
        'Keine dieser Maßnahmen macht den Einsatz mit diesem Produkt vertretbar; was stattdessen zu tun ist, steht am Anfang des Vermerks. Die Liste hält fest, woran es fehlt. Welche Maßnahme bei einem anderen Messenger noch nötig ist, ist für diesen neu zu prüfen.',
      'other-use':
        'Diese Maßnahmen machen den Einsatz, wie er beschrieben ist, nicht vertretbar; was stattdessen zu tun ist, steht am Anfang des Vermerks. Die Liste hält fest, woran es fehlt.',
    },
    conditionsAmongMeasures: (numbers: readonly string[]) => {
      const [are, them] =
        numbers.length === 1 ? ['Auflage ist', 'Maßnahme Nr.'] : ['Auflagen sind', 'die Maßnahmen Nr.'];
      return `${are} ${them} ${listed(numbers, 'de')}. Von den übrigen hängt das Ergebnis nicht ab.`;
    },
    noMeasures: 'Aus den Feststellungen folgt keine Maßnahme.',
    openPoints: 'Offene Punkte',
    noOpenPoints: 'Keine Frage ist offen.',
    holdsUp: 'nötig für',
    contradictions: 'Wo die Quellen einander widersprechen',
    noContradictions: 'Zu den Anforderungen, die hier gelten, ist kein Widerspruch zwischen den Quellen verzeichnet.',
    treatment: 'Umgang damit',
    evidenceForAndAgainst: 'Belege für und wider',
    evidenceHint:
      'Entscheidungen und Stellungnahmen, die diesen Messenger, seinen Konzern oder dienstliche Messenger allgemein betreffen, die jüngsten zuerst. Sie ändern das Ergebnis nicht; sie zeigen, worauf sich Befürworter und Gegner stützen können.',
    noEvidence: 'Zu diesem Messenger und dieser Art von Stelle ist kein Beleg verzeichnet.',
    weight: 'Gewicht',
    settled: 'Erfüllte und nicht anwendbare Anforderungen',
    allAnswers: 'Alle Antworten',
    contextSection: 'Angaben zum Einsatz',
    unusedAnswers: 'Gespeichert, aber nicht verwendet',
    unusedHint:
      'Diese Antworten stehen in der Datei, zählen aber nicht: Ihre Frage stellt sich nach den übrigen Antworten nicht, oder kein ausgewerteter Fragebogen stellt sie.',
    sources: 'Quellen',
    aboutPapers: 'Zu den ausgewerteten Papieren',
    cited: 'Angeführte Quellen',
    version: 'Fassung des Fragebogens:',
    sourcesHint:
      '„Im Original gesehen“ heißt: Der Text oder der genannte Teil lag in einer gespeicherten Kopie vor. „Nur über Dritte belegt“ heißt: Ein benannter Artikel oder eine andere Stelle berichtet darüber. „Nicht belegt“ heißt: fachlich üblicher Prüfpunkt ohne gesehenen Text; er entscheidet nie allein über das Ergebnis.',
    undated: 'undatiert',
    data: 'Prüfdaten',
    producedWith: (version: string) => `Erstellt mit messenger-check ${version}.`,
    fileNote: 'Antwortdatei und Fragebögen, die ausgewertet wurden:',
    versionDiffers: (recorded: string) => `beantwortet wurde Version ${recorded}`,
    clashes: {
      title: 'Antworten, die nicht zusammenpassen',
      intro:
        'Die folgenden Antworten können nicht alle zutreffen. Ausgewertet sind sie, wie sie dastehen; welche zutrifft, ist vor der Entscheidung zu klären.',
    },
    warnings: 'Hinweise zur Antwortdatei',
    disclaimer: 'Hinweis',
    disclaimerText: [
      'Dieser Bericht ist keine Rechtsberatung. Er hält fest, was die prüfende Person geantwortet hat und was die ausgewerteten Papiere dazu sagen; ihr Alter und ihre Beleglage sind jeweils angegeben.',
      'Er ist weder eine Zertifizierung noch eine Empfehlung einer Aufsichtsbehörde. Die BfDI empfiehlt bewusst keinen einzelnen Messenger.',
      'Kein Produkt ist für sich genommen zulässig oder unzulässig. Beurteilt wird ein Messenger in diesem Einsatz: welche Funktion, zu welchem Zweck, auf welcher Rechtsgrundlage. Was nicht gebraucht wird, ist abzuschalten.',
    ],
    page: 'Seite',
  },
  document: {
    of: 'von',
    table: 'Tabelle',
    subject: 'Gegenstand der Prüfung',
    signOff: 'Mitzeichnung',
    role: 'Funktion',
    name: 'Name',
    day: 'Datum',
    signature: 'Unterschrift',
    signatories: {
      opinion: 'Datenschutzbeauftragte/r',
      decision: 'Leitung, für den Verantwortlichen',
      staffCouncil: 'Personal- oder Betriebsrat',
    },
    needsOutput: 'Ein Word-Dokument lässt sich nicht im Terminal anzeigen.',
    needsOutputHint: 'Eine Datei nennen, zum Beispiel: --output vermerk.docx',
  },
  comparison: {
    title: 'Prüfungen im Vergleich',
    hint: 'Verglichen wird, was die Antworten jeder Prüfung ergeben. Zuerst stehen die Unterschiede, die ein Ergebnis entscheiden.',
    profilesTitle: (use: string) => `Derselbe Einsatz mit anderen Messengern: ${use}`,
    profilesHint:
      'Die Antworten zu Organisation und Betrieb sind aus dieser Prüfung unverändert übernommen, auch wo sie für einen anderen Messenger neu zu prüfen wären. Die Antworten zum Produkt stammen ungeprüft aus den Produktprofilen; was dort nicht belegt ist, gilt als offen. „Produkt allein“ sagt, ob schon das Produkt diesen Einsatz mit seinen Beteiligten, Inhalten, Geräten und Funktionen ausschließt, gleich was die Organisation sonst regelt. Die Reihenfolge ist eine Vorauswahl, weder Prüfergebnis noch Empfehlung: Bevor ein Messenger gewählt wird, ist er eigens zu prüfen (messenger-check assess).',
    asAssessed: (messenger: string) => `${messenger}, wie geprüft`,
    asAssessedHint:
      'Die Zeile mit dem Vermerk „wie geprüft“ gibt zum Vergleich die Prüfung selbst wieder, mit ihren eigenen Antworten zum Produkt.',
    everywhere: 'Überall ausschlaggebend',
    everywhereHint:
      'Kein Wechsel zwischen diesen Messengern ändert daran etwas; was nur für den geprüften gilt, etwa ein Vertrag, ist für einen anderen neu zu beantworten.',
    groups: {
      deciding: 'Unterschiede, die ein Ergebnis entscheiden',
      differing: 'Weitere Unterschiede',
      same: 'Überall gleich',
    },
    assessment: 'Prüfung',
    interval: 'Spanne',
    settled: 'steht fest',
    between: (best: string, worst: string) => `von „${worst}“ bis „${best}“`,
    bases: {
      binding: 'maßgebliche Papiere',
      orientation: 'Papiere zur Orientierung',
      'unclear-binding': 'noch ungeklärt',
    } satisfies Record<OverallVerdict['basis'], string>,
    basis: 'Grundlage',
    mixedHint:
      'Achtung: Die Ergebnisse beruhen auf verschiedenen Papieren. Papiere der eigenen Aufsicht gelten hier nur für einen Teil der Messenger; die übrigen werden nach Papieren beurteilt, die zur Orientierung dienen und oft mehr fragen. Die Reihenfolge allein besagt deshalb nichts.',
    product: 'Produkt allein',
    ruledOut: 'ausgeschlossen',
    productOpen: (open: number, of: number) => `${open} von ${of} Produktfragen offen`,
    productClear: 'nichts spricht dagegen',
    blockedBy: 'Am Produkt scheitert',
    nothingBlocks: 'nichts',
    openQuestions: 'Offene Fragen',
    deciding: 'Ausschlaggebend',
    requirement: 'Anforderung',
    notEvaluated: 'nicht ausgewertet',
    legend: 'Zeichen',
    decides: 'fett: entscheidet das Ergebnis dieser Spalte',
    mapTitle: 'Feststellungen im Überblick',
    more: (count: number) => `und ${count} weitere`,
    atLeastTwo: 'Ein Vergleich braucht mindestens zwei Prüfungen.',
    atLeastTwoHint: 'Weitere Dateien nennen, oder mit --profiles denselben Einsatz mit anderen Messengern vergleichen.',
    standardInputOnce: 'Die Standardeingabe (-) kann nur einmal gelesen werden.',
    oneFileOnly: '--profiles vergleicht den Einsatz einer einzigen Prüfung.',
    alternatives: 'Derselbe Einsatz mit anderen Messengern',
  },
  explanation: {
    title: 'Warum die Feststellungen so sind',
    legend: '✓ trifft zu, ✗ trifft nicht zu, ? offen',
    why: 'Bedingungen',
    answers: 'Es kommt an auf',
  },
  conditions: {
    all: 'alles davon:',
    any: 'mindestens eines davon:',
    not: 'nicht:',
    notApplicable: '„trifft nicht zu“',
    quoted: (text: string) => `„${reasonsDe.quotedWithin(text)}“`,
    is: (choices: readonly string[]) => choices.join(' oder '),
    includes: (choices: readonly string[]) => `dabei ist ${choices.join(' oder ')}`,
    excludes: (choices: readonly string[]) => `nicht dabei ist ${choices.join(', auch nicht ')}`,
    atLeast: (value: string) => `mindestens ${value}`,
    atMost: (value: string) => `höchstens ${value}`,
    before: (day: string) => `vor dem ${day}`,
    after: (day: string) => `nach dem ${day}`,
  },
  form: {
    version: 'Fassung',
    scope: 'Für wen',
    notice: 'Zur Beleglage',
    binds: 'Maßgeblich ist das Papier unter dieser Bedingung, sonst dient es zur Orientierung',
    howTo:
      'Zum Ausfüllen von Hand oder am Rechner. Eine Frage ohne Antwort bleibt offen: Das ist weder ein Mangel noch ein Freibrief. Wer eine Antwort nicht kennt, kreuzt „Weiß ich nicht“ an und nennt den Grund.',
    questions: 'Fragen',
    otherQuestions: 'Weitere Fragen, die hier mitentscheiden',
    question: (number: number) => `Frage ${number}`,
    forEach: (number: number) => `Für jede bei Frage ${number} angekreuzte Angabe einzeln beantworten.`,
    hints: {
      choice: 'Eine Antwort ankreuzen.',
      choices: 'Alles Zutreffende ankreuzen; trifft nichts zu, „nichts davon“ dazuschreiben.',
      text: 'In Worten.',
      number: 'Eine Zahl.',
      date: 'Ein Tag.',
    } satisfies Record<Question['kind'], string>,
    atMostOneOf: (choices: readonly string[]) => `Höchstens eines davon ankreuzen: ${choices.join('; ')}.`,
    askWhen: 'Nur beantworten, wenn gilt',
    notApplicable: 'Trifft nicht zu, weil: ……………………',
    unknown: 'Weiß ich nicht (noch nicht bekannt · Anbieter gefragt · muss geprüft werden)',
    asks: 'Wer es weiß',
    requirements: 'Was aus den Antworten folgt',
    appliesWhen: 'Gilt nur, wenn',
    fulfilledWhen: 'Erfüllt, wenn',
    partialWhen: 'Sonst teilweise erfüllt, wenn',
    violatedOtherwise: 'Sonst nicht erfüllt',
    disclaimer:
      'Keine Rechtsberatung, keine Zertifizierung, keine Empfehlung einer Aufsichtsbehörde. Maßgeblich sind die Papiere selbst und die zuständige Aufsicht.',
    matrixTitle: 'Welche Anforderung welche Frage liest',
    matrixHint:
      'Jede Frage wird einmal gestellt und von jeder Behörde mit ihrem eigenen Maßstab gelesen. Zuerst stehen die Fragen, von denen am meisten abhängt.',
    matrixCount: 'Anforderungen',
  },
  openList: {
    title: (messenger: string) => `Was noch zu klären ist: ${messenger}`,
    hint: 'Nach denen geordnet, die es wissen oder herausfinden können. Was offen bleibt, ist weder ein Mangel noch ein Freibrief.',
    state: 'Bisher',
    answer: 'Antwort',
    shapes: {
      choice: (count: number) => `eine von ${count} Möglichkeiten`,
      choices: (count: number) => `keine, eine oder mehrere von ${count} Möglichkeiten`,
      text: () => 'in Worten',
      number: () => 'eine Zahl',
      date: () => 'ein Tag',
    } satisfies Record<Question['kind'], (count: number) => string>,
    form: 'Formular mit allen Möglichkeiten zum Weitergeben:',
    formCommand: (about: string) => `messenger-check init --about ${about}`,
  },
  answerForm: {
    heading: [
      'Prüfung eines Messengers mit messenger-check: Formular zum Ausfüllen',
      '',
      'Die Antwort kommt unter der Frage hinter den Doppelpunkt. Was leer bleibt, ist offen: Das ist weder ein Mangel noch ein Freibrief. Zeilen mit # sind Erläuterungen.',
      '',
      'Auswahl: eine der Kennungen, die links vom Gleichheitszeichen stehen',
      '  frage: kennung',
      'Mehrfachauswahl: Kennungen in eckigen Klammern; [] heißt „nichts davon“',
      '  frage: [kennung, kennung]',
      'Text in Anführungszeichen; Zahl und Tag ohne',
      '  frage: "Amtliche Auskünfte"',
      '  frage: 2026-11-23',
      'Mit Notiz und Nachweis; nach dem Tag in validUntil gilt die Antwort wieder als unbekannt',
      '  frage:',
      '    value: kennung',
      '    note: "Stand Oktober"',
      '    evidence: [ { text: "Vertrag", date: 2026-10-12, validUntil: 2027-10-11 } ]',
      'Trifft nicht zu, mit Grund; nur wo die Frage es vorsieht',
      '  frage: { notApplicable: "Es gibt keine Diensttelefone" }',
      'Nicht bekannt, mit Grund',
      '  frage: { unknown: asked-provider, note: "Anfrage vom 12.10.2026" }',
      `  Gründe: ${typedReasons.join(', ')}`,
    ],
    ending: [
      'Auswerten mit „messenger-check evaluate <datei>“, weiterbearbeiten auch mit „messenger-check assess <datei>“.',
    ],
    about: (who: string) => `Dieses Formular enthält nur die Fragen: ${who}.`,
    chosen: 'Die Papiere, nach denen ausgewertet wird, mit ihrer Fassung',
    offered:
      'Ausgewertet wird nach allen Papieren, die den Einsatz betreffen. Wer selbst auswählen will, streicht vor den gewünschten das #.',
    askWhen: 'Nur beantworten, wenn gilt',
    forEach: (name: string) => `Einzeln für alles, was bei ${name} ausgewählt ist; das Übrige bleibt leer.`,
    evidence: 'Guter Nachweis',
    hints: {
      choice: 'Eine Kennung:',
      choices: 'Alle zutreffenden Kennungen in eckigen Klammern:',
      text: 'Antwort in Worten.',
      number: 'Antwort als Zahl.',
      date: 'Antwort als Tag, JJJJ-MM-TT.',
    } satisfies Record<Question['kind'], string>,
    atMostOneOf: (ids: string) => `Höchstens eine von: ${ids}`,
    notApplicable: '(notApplicable ist möglich)',
    next: (file: string) => `In einem Editor ausfüllen; auswerten mit: messenger-check evaluate ${file}`,
  },
  terminal: {
    result: 'Ergebnis',
    findings: 'Feststellungen',
    openQuestions: 'Offene Fragen',
    settledCount: (fulfilled: number, notApplicable: number) =>
      `${fulfilled} erfüllt, ${notApplicable} nicht anwendbar`,
  },
  batch: batchDe,
  summary: summaryDe,
  diff: diffDe,
  interview: interviewDe,
  pdf: pdfDe,
  usage: usageDe,
  reasons: reasonsDe,
  pictures: picturesDe,
  verify: verifyDe,
  evaluate: evaluateDe,
  memo: memoDe,
  cli: {
    description: 'Prüft den Einsatz eines Messengers gegen das, was Aufsichtsbehörden dazu verlangen.',
    assess: 'Befragung: legt die Datei an oder macht dort weiter, wo sie endete',
    quick: 'zuerst fragen, was das Ergebnis entscheiden kann',
    accessible: 'in einfachen Zeilen fragen, für Vorleseprogramme und Braillezeilen (auch ACCESSIBLE=1)',
    from: 'ein ausgefülltes Formular oder eine andere Antwortdatei übernehmen (mehrfach möglich)',
    init: 'dieselben Fragen als kommentiertes YAML-Formular, für den Editor oder zum Weitergeben',
    formFile: 'Formular, das geschrieben wird; - für die Standardausgabe',
    formDate: 'Tag der Prüfung, JJJJ-MM-TT (sonst SOURCE_DATE_EPOCH, sonst heute)',
    only: 'nur diese Fragebögen: Kennungen, durch Komma getrennt (mehrfach möglich)',
    about: 'nur was der Anbieter (product), der Betrieb (operation) oder die eigene Stelle (organisation) beantwortet',
    evaluate: 'Feststellungen und Ergebnis einer gespeicherten Prüfung, oder eine Zeile für jede von vielen',
    report: 'Vermerk mit Ergebnis, Gründen, Maßnahmen und Quellen',
    questionnairesCommand: 'Fragebögen auflisten und prüfen',
    questionnairesList: 'Kennung, Fassung, Zahl der Anforderungen und Titel jedes Fragebogens',
    questionnairesShow: 'Fragebogen als Formular (Markdown), mit Quellen; mit --matrix die Tabelle Frage × Anforderung',
    questionnaireId: 'Kennung eines Fragebogens; mit --matrix oder --format oscal auch ohne',
    matrix: 'Tabelle: welche Anforderung welche Frage liest',
    questionnairesSchemas: 'JSON-Schemas für Editoren schreiben, auch mit eigenen Fragen',
    schemaFolder: 'vorhandener Ordner',
    questionnairesValidate: 'Fragebögen prüfen: Form, Verweise und Logik, mit jeder möglichen Antwort',
    compare: 'Prüfungen nebeneinander, oder denselben Einsatz mit anderen Messengern (--profiles)',
    alternatives: 'im Vermerk auch zeigen, wie derselbe Einsatz mit anderen Messengern aussähe',
    diff: 'was sich von einer Prüfung zur nächsten geändert hat, und welche Änderung es bewirkt',
    oldFile: 'frühere Antwortdatei (YAML)',
    dateOld: 'Stichtag der früheren Prüfung, JJJJ-MM-TT (sonst der Tag, den sie nennt, höchstens der der neuen)',
    questionnairesOld:
      'Ordner mit früheren Fragebögen für die frühere Prüfung: ein ganzer Ordner „questionnaires“ statt des mitgelieferten, ein anderer statt --questionnaires (mehrfach möglich)',
    explain: 'Auskunft zu einer Prüfung: warum, was noch offen ist, was sich ändern müsste; oder zu einer Feststellung',
    open: 'nur was noch zu klären ist, geordnet danach, wer es weiß; zum Weitergeben',
    findings: 'statt der Auskunft jede Feststellung, die nicht erfüllt oder offen ist, mit ihren Bedingungen',
    requirementId: 'Kennung einer Anforderung; ohne sie alle, die nicht erfüllt oder offen sind',
    filesToCompare: 'Antwortdateien (YAML)',
    profiles: 'statt anderer Dateien: Messenger mit Produktprofil, ohne Kennungen alle',
    messengersCommand: 'Produktprofile: was über einzelne Messenger belegt ist',
    messengersList: 'alle Produktprofile; mit --stale die Angaben, die neu zu prüfen sind',
    messengersShow: 'alle Angaben zu einem Messenger, mit Stand, Beleglage und Quellen',
    messengerId: 'Kennung eines Messengers',
    stale: 'nur Angaben, die neu zu prüfen sind',
    folders: 'Ordner mit eigenen Fragebögen',
    nothingFound: 'Keine Fehler gefunden.',
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
    completion: 'das Skript ausgeben, mit dem eine Shell Befehle, Optionen und Kennungen ergänzt',
    shell: 'Shell, für die es gilt',
    completionWords: 'was vor dem Cursor steht; so fragt das Skript',
    helpCommand: 'Hilfe zu einem Befehl ausgeben',
    unlessGiven: (value: string) => `ohne Angabe: ${value}`,
    titles: { 'Usage:': 'Aufruf:', 'Options:': 'Optionen:', 'Commands:': 'Befehle:', 'Arguments:': 'Argumente:' },
    exitCodes: [
      'Rückgabewerte:',
      '  0    schlechtestes Ergebnis aller Dateien: keine durchgreifenden Bedenken oder vertretbar mit Auflagen',
      '  1    Einsatz nicht vertretbar, in mindestens einer Datei',
      '  2    nicht ausführbar: falsche Option, fehlerhafte Datei (bei mehreren: mindestens eine, die übrigen sind ausgewertet), kein Terminal',
      '  3    Fehler in messenger-check',
      '  4    keine nicht vertretbar, mindestens eine noch nicht beurteilbar',
      '  130  abgebrochen; alle Antworten sind gesichert',
    ],
    written: (file: string) => `Geschrieben: ${file}`,
  },
  errors: {
    bug: 'Das ist ein Fehler in messenger-check, nicht in Ihrer Datei. Bitte melden Sie ihn mit der folgenden Ausgabe, aber ohne vertrauliche Inhalte:',
    incomplete: 'Ein Teil von messenger-check fehlt.',
    incompleteHint:
      'Vielleicht wurde es aktualisiert oder entfernt, während es lief. Bitte neu installieren und noch einmal aufrufen; gesicherte Antworten bleiben erhalten.',
    otherMessenger: (file: string) => `${file} betrifft einen anderen Messenger. Übernommen wurde daraus nichts.`,
    otherMessengerHint:
      'Für jeden Messenger eine eigene Antwortdatei anlegen; gegenüberstellen lassen sie sich mit: messenger-check compare',
    noTerminal: 'Die Befragung braucht ein Terminal, die Ein- oder Ausgabe ist aber umgeleitet.',
    noTerminalHint: 'Eine vorhandene Antwortdatei wertet aus: messenger-check evaluate <datei>',
    cannotRead: (file: string, reason: string) => `${file || '""'} lässt sich nicht lesen: ${reason}`,
    cannotReadHint: 'Pfad und Leserechte prüfen. Eine neue Prüfung beginnt mit: messenger-check assess',
    cannotWrite: (file: string, reason: string) => `${file} lässt sich nicht schreiben: ${reason}`,
    cannotWriteHint: 'Prüfen, ob der Ordner existiert und beschreibbar ist, oder mit --output einen anderen wählen.',
    reasons: {
      ENOENT: 'Datei oder Ordner gibt es nicht',
      EEXIST: 'eine Datei dieses Namens gibt es schon',
      EACCES: 'keine Berechtigung',
      EPERM: 'keine Berechtigung',
      EISDIR: 'das ist ein Ordner',
      ENOTDIR: 'ein Teil des Pfads ist kein Ordner',
      EROFS: 'das Dateisystem ist schreibgeschützt',
      ENOSPC: 'kein Speicherplatz mehr',
      ENAMETOOLONG: 'der Name ist zu lang',
      ELOOP: 'zu viele symbolische Verknüpfungen',
      EMFILE: 'zu viele Dateien sind offen',
      EFBIG: 'mehr als 50 MB',
      ENODATA: 'niemand schreibt in diese Pipe',
    },
    fileExists: (file: string) => `${file} gibt es schon; es wurde nichts geschrieben.`,
    fileExistsHint: (file: string) =>
      `Einen anderen Namen angeben, oder dort weitermachen: messenger-check assess ${file}`,
    badDate: (flag: string, found: string) => `${flag} erwartet einen Tag im Format JJJJ-MM-TT, gefunden: ${found}`,
    badDateHint: 'Beispiel: --date 2026-11-23',
    badEpoch: (found: string) => `SOURCE_DATE_EPOCH erwartet Sekunden seit 1970, gefunden: ${found}`,
    badEpochHint: 'Die Variable löschen oder --date angeben.',
    noProfile: (id: string) => `Ein Produktprofil ${id} gibt es nicht.`,
    noFinding: (id: string) => `Zu ${id} gibt es in dieser Prüfung keine Feststellung.`,
    noQuestionnaire: (id: string) => `Den Fragebogen ${id} gibt es nicht.`,
    questionnaireNeeded: 'Welcher Fragebogen?',
    knownHint: (known: readonly string[]) => `Bekannt sind: ${known.join(', ')}`,
    noQuestionnaires: (folder: string) => `${folder} enthält keine Fragebögen.`,
    noQuestionnairesHint: 'Erwartet werden *.yaml, questions/*.yaml oder sources.yaml in diesem Ordner.',
    moreIssues: (count: number) => `… und ${count} weitere. Ist das die richtige Datei?`,
    issueCount: (count: number) => (count === 1 ? '1 Fehler.' : `${count} Fehler.`),
    nothingChanged: 'Es wurde nichts verändert.',
    standardOutput: 'Die Standardausgabe',
    standardOutputHint:
      'Das Ergebnis ist unvollständig. Mit --output in eine Datei auf einem anderen Datenträger schreiben.',
    taken: (file: string, holder: string) =>
      `${file} wird gerade in einer anderen Befragung bearbeitet (Prozess ${holder}).`,
    takenHint: (note: string) => `Jene zuerst beenden. Läuft dort keine mehr: ${note} löschen.`,
    wouldNotLoad: (file: string) =>
      `Mit dieser Eingabe ließe sich ${file} nicht mehr lesen. Sie ist nicht gesichert; alles davor ist es.`,
    changedMeanwhile: (file: string) =>
      `${file} wurde während der Befragung von außen geändert und lässt sich nicht mehr lesen. Die letzte Antwort ist nicht gesichert.`,
  },
};
