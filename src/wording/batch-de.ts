import type { BatchCounts } from '../domain/batch.ts';
import { type Verdict, verdicts } from '../domain/verdict.ts';

/** Ergebnisse, wie sie hinter einer Zahl stehen. */
const counted: Readonly<Record<Verdict, string>> = {
  impermissible: 'nicht vertretbar',
  undetermined: 'noch nicht beurteilbar',
  conditional: 'vertretbar mit Auflagen',
  permissible: 'ohne durchgreifende Bedenken',
};

/** Was zu vielen Dateien auf einmal gesagt wird. */
export const batchDe = {
  inconsistent: (names: string) => `Unstimmige Antworten: ${names}`,
  broken: 'fehlerhaft',
  table: {
    verdict: 'Ergebnis',
    violated: 'MUSS verletzt',
    open: 'offen',
    organisation: 'Stelle',
    messenger: 'Messenger',
    ends: 'ändert sich am',
    file: 'Datei',
  },
  totals: ({ evaluated, broken }: BatchCounts) => {
    const count = verdicts.reduce((sum, verdict) => sum + evaluated[verdict], broken);
    if (count === 0) return 'Keine Datei.';
    const parts = verdicts.flatMap((verdict) =>
      evaluated[verdict] > 0 ? [`${evaluated[verdict]} ${counted[verdict]}`] : [],
    );
    const files = count === 1 ? '1 Datei' : `${count} Dateien`;
    return `${files}: ${[...parts, ...(broken > 0 ? [`${broken} fehlerhaft`] : [])].join(', ')}.`;
  },
  csv: {
    file: 'Datei',
    organisation: 'Stelle',
    use: 'Einsatz',
    product: 'Produkt und Version',
    reference: 'Aktenzeichen',
    messenger: 'Messenger',
    messengerId: 'Messenger (Kennung)',
    sector: 'Art der Stelle',
    state: 'Bundesland',
    verdict: 'Ergebnis',
    verdictId: 'Ergebnis (Kennung)',
    basis: 'Grundlage',
    violatedMusts: 'Verletzte MUSS-Anforderungen',
    decidedBy: 'Ausschlaggebend',
    binding: 'Maßgebliche Papiere mit Ergebnis',
    open: 'Offene Fragen',
    inconsistent: 'Unstimmige Antworten',
    ends: 'Ergebnis ändert sich von selbst am',
    problem: 'Fehler in der Datei',
  },
  demanded: (level: string, title: string) => `Verlangt (${level}): ${title}.`,
  measure: (text: string) => `Maßnahme: ${text}`,
  because: (questions: readonly string[]) => `Es kommt an auf: ${questions.join('; ')}.`,
  missing: (questions: readonly string[]) => `Es fehlt die Antwort auf: ${questions.join('; ')}.`,
  answered: (question: string, answer: string) => `${question} – beantwortet mit: ${answer}`,
  byAnswers: (status: string, text: string) => `Nach den Antworten allein ${status}: ${text}`,
  equivalent: (measure: string, evidence: string) => `Ersatzmaßnahme: ${measure} (Nachweis: ${evidence})`,
  readFile: 'Datei lesen',
  unreadable: {
    title: 'Die Datei lässt sich nicht auswerten',
    what: 'Die Datei ist nicht lesbar oder keine gültige Antwortdatei. Über den Einsatz sagt das nichts.',
    measure: 'Die genannten Fehler beheben und erneut auswerten.',
  },
  nothingEvaluated: {
    title: 'Keine Anforderung ausgewertet',
    what: 'Zu dieser Datei gibt es keine Feststellung, weil kein Fragebogen auszuwerten war.',
    measure: 'In der Antwortdatei unter questionnaires mindestens einen Fragebogen nennen.',
  },
  oscal: {
    title: 'Auswertung von Antwortdateien mit messenger-check',
    plan: 'Prüfplan: die Fragebögen von messenger-check',
    planText:
      'Ausgewertet wird jede Antwortdatei nach den Anforderungen der Fragebögen, die sie nennt oder die ihren Einsatz betreffen. Als OSCAL-Katalog: messenger-check questionnaires show --format oscal',
    nothingReviewed: 'Keine Anforderung wurde ausgewertet.',
    noFiles: 'Keine Datei wurde ausgewertet.',
    verdict: (label: string, basis: string) => `Ergebnis: ${label} (Grundlage: ${basis}).`,
    catalogue: 'Anforderungen an Messenger (messenger-check)',
    option: 'Ausgabeformat: markdown oder, auch für alle Fragebögen zusammen, oscal (NIST OSCAL, Katalog)',
  },
};
