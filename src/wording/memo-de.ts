import { capital } from '../domain/language.ts';
import type { Reach } from '../domain/reasoning.ts';
import type { SupervisionQuestion } from '../domain/supervision.ts';
import type { Verdict } from '../domain/verdict.ts';
import { listed } from './listed.ts';

/** What cannot wait where a use that should not be is there already. Art. 33(1) GDPR names the 72 hours. */
const atOnce =
  'zugleich ist ein Ersatzweg zu nennen und zu prüfen, ob Verletzungen des Schutzes personenbezogener Daten zu melden sind (der Aufsicht in der Regel binnen 72 Stunden, Betroffenen bei hohem Risiko; Art. 33, 34 DSGVO).';

/** Was den Aufbau des Vermerks ausmacht: Kopf, Abschnitte, Anlagen und die Kurzfassung auf einer Seite. */
export const memoDe = {
  depths: { brief: 'Kurzfassung', full: 'Vermerk', annex: 'Vermerk mit Anlagen' },
  kinds: { brief: 'Kurzvermerk', full: 'Vermerk', annex: 'Vermerk mit Anlagen' },
  chapters: {
    facts: 'Sachverhalt',
    assessment: 'Bewertung',
    result: 'Ergebnis',
    measures: 'Maßnahmen',
    attachments: 'Anlagen',
    'co-signature': 'Mitzeichnung',
  },
  annexNumber: (number: number) => `Anlage ${number}`,
  head: {
    subject: 'Betreff',
    reference: 'Bezug',
    supervision: 'Zuständige Aufsicht',
    result: 'Ergebnis',
    reason: 'Grund',
    moreReasons: (count: number) => (count === 1 ? 'und ein weiterer' : `und ${count} weitere`),
    date: 'Stand',
  },
  supervision: {
    byOwnership: (ofPublic: string, ofPrivate: string) =>
      `in öffentlicher Trägerschaft: ${ofPublic}; in privater Trägerschaft: ${ofPrivate}`,
    usuallyPrivate: (ofPublic: string, ofPrivate: string) => `${ofPrivate}; nur bei öffentlichen Stellen ${ofPublic}`,
    church:
      'Datenschutzaufsicht der Kirche, soweit diese eigene Datenschutzregeln anwendet (Art. 91 DSGVO); welche das ist, ist nach Kirche und Gebiet zu klären. Ohne solche Regeln ist die staatliche Aufsicht zuständig',
    exemptions:
      'ausgenommen Gerichte, soweit sie Recht sprechen (Art. 55 Abs. 3 DSGVO); für Rundfunkanstalten gelten eigene Regeln',
    recall: 'nach allgemeiner Kenntnis, nicht nachgelesen',
    open: (dependsOn: readonly SupervisionQuestion[]) => {
      const what = {
        sector: 'um welche Art von Organisation es sich handelt',
        state: `in welchem Land ${dependsOn.includes('sector') ? 'sie' : 'die Organisation'} ihren Sitz hat`,
      };
      return `noch offen; hängt davon ab, ${listed(
        dependsOn.map((one) => what[one]),
        'de',
      )}`;
    },
  },
  useOf: (messenger: string) => `Einsatz von ${messenger}`,
  useOfUnnamed: 'Einsatz eines noch nicht benannten Messengers',
  fileNumber: (reference: string) => `Aktenzeichen ${reference}`,
  assessedOn: (day: string) => `Prüfung vom ${day}`,
  evaluatedOn: (day: string) => `ausgewertet zum ${day}`,
  factsIntro:
    'Zu beurteilen ist der Einsatz, wie er im Folgenden beschrieben ist. Die Angaben hat die prüfende Person gemacht; Nachweise sind genannt, soweit sie vorliegen.',
  context: 'Der Einsatz im Einzelnen',
  unclear: (count: number) =>
    count === 0
      ? 'Alle Fragen, auf die es für die Bewertung ankommt, sind beantwortet.'
      : count === 1
        ? 'Nicht aufgeklärt ist ein Punkt, auf den es ankommt; er ist unter „Maßnahmen“ aufgeführt.'
        : `Nicht aufgeklärt sind ${count} Punkte, auf die es ankommt; sie sind unter „Maßnahmen“ aufgeführt.`,
  assessmentIntro:
    'Der Einsatz wurde an den folgenden Papieren gemessen. Zu jeder Anforderung, die nicht erfüllt ist oder sich noch nicht beurteilen lässt, sind Feststellung, Fundstelle und Beleglage angegeben. „Fragenkatalog“ heißt die Zusammenstellung des Programms messenger-check; was von ihm stammt und nicht aus der Quelle, ist als seine Annahme, seine Folgerung oder sein Vorschlag bezeichnet.',
  toClarify: 'Was noch zu klären ist',
  attachmentsIntro: 'Beigefügt sind:',
  notAttached: (names: readonly string[]) =>
    `Nicht beigefügt sind die Anlagen ${names.map((name) => `„${name}“`).join(', ')}. Sie stehen in der Fassung mit Anlagen, die sich aus derselben Antwortdatei erstellen lässt.`,
  basedOn: (file: string, sha256: string) =>
    `Diesem Vermerk liegt die Antwortdatei ${file} zugrunde (Prüfsumme SHA-256 ${sha256}).`,
  brief: {
    question: 'Frage',
    answer: 'Antwort',
    isUsePermissible: (messenger: string) => `Ist der Einsatz von ${messenger} für den folgenden Zweck vertretbar?`,
    unnamed: 'eines noch nicht benannten Messengers',
    noUse: 'Der Zweck ist noch nicht angegeben.',
    reasons: 'Gründe',
    binding: (titles: readonly string[]) => `Maßgeblich: ${titles.join('; ')}.`,
    stricter: (verdict: string, titles: readonly string[]) =>
      titles.length === 1
        ? `Ein Papier, das hier nur Orientierung gibt, kommt zu einem strengeren Ergebnis („${verdict}“): ${titles.join('')}.`
        : `${titles.length} Papiere, die hier nur Orientierung geben, kommen zu einem strengeren Ergebnis („${verdict}“): ${titles.join('; ')}.`,
    statement: (holding: string, details: readonly string[]) =>
      `Die zuständige Aufsicht selbst hat sich zu Messengern geäußert; für das Ergebnis zählt das nicht, wer entscheidet, muss es selbst würdigen: ${holding} (${details.join('; ')})`,
    doubts: 'Wie gut die Gründe belegt sind',
    unseen: (reported: readonly string[], recalled: readonly string[]) => {
      const wanted = (labels: readonly string[]) =>
        `was ${listed(labels, 'de')} ${labels.length === 1 ? 'verlangt' : 'verlangen'}`;
      const parts = [
        ...(reported.length > 0 ? [`nicht am Original geprüft ist, ${wanted(reported)}`] : []),
        ...(recalled.length > 0 ? [`nicht belegt ist, ${wanted(recalled)}`] : []),
      ];
      return `${capital(parts.join('; '))}.`;
    },
    caveat: (labels: readonly string[], text: string) => `Zu ${listed(labels, 'de')}: ${text}`,
    noReasons:
      'Keine Anforderung, auf die es für das Ergebnis ankommt, ist verletzt, nur teilweise erfüllt oder offen.',
    missing: (question: string) => `Es fehlt die Antwort auf: ${question}`,
    moreReasons: (count: number) =>
      count === 1
        ? 'Ein weiterer ausschlaggebender Punkt steht im Vermerk.'
        : `${count} weitere ausschlaggebende Punkte stehen im Vermerk.`,
    violatedBeside: (titles: readonly string[]) =>
      `Nicht erfüllt ${titles.length === 1 ? 'ist' : 'sind'} auch, ohne dass das Ergebnis davon abhängt: ${titles.join('; ')}.`,
    steps: 'Was zu tun ist',
    advice: {
      impermissible: `In dieser Form ist der Messenger nach dieser Prüfung nicht einzuführen. Läuft der Einsatz schon, ist er zu beenden oder umzustellen; ${atOnce}`,
      undetermined: 'Vor einer Entscheidung sind die offenen Punkte zu klären.',
      conditional:
        'Die Auflagen sind vor der Einführung zu erfüllen. Läuft der Einsatz schon, ist festzulegen, bis wann das geschieht und ob er bis dahin ruht.',
      unclear:
        'Zuerst ist anzugeben, welcher Art die Stelle ist und in welchem Land sie ihren Sitz hat: Davon hängt ab, welche Papiere maßgeblich sind und was zu tun ist.',
      permissible: 'Auflagen ergeben sich nicht. Ändert sich der Einsatz, ist er erneut zu prüfen.',
    } satisfies Record<Verdict | 'unclear', string>,
    otherProduct: {
      impermissible: `Der Messenger ist nach dieser Prüfung für diesen Zweck nicht einzuführen. Läuft der Einsatz schon, ist er zu beenden; ${atOnce}`,
      conditional: 'Ganz ausräumen lassen sich die Bedenken mit diesem Produkt nicht.',
    },
    nearest: {
      reached: () => '',
      'as-it-is': (verdict: string) =>
        `Das Ergebnis „${verdict}“ wird erreicht, wenn die offenen Fragen günstig ausgehen.`,
      'with-changes': (verdict: string) =>
        `Das Ergebnis „${verdict}“ ist mit diesem Produkt erreichbar; was sich dafür ändern muss, steht im Vermerk unter „Maßnahmen“.`,
      'other-product': (verdict: string) =>
        `Das Ergebnis „${verdict}“ ist mit diesem Produkt nicht erreichbar, auch nicht, wenn alle Maßnahmen umgesetzt werden.`,
      'other-use': (verdict: string) =>
        `Das Ergebnis „${verdict}“ ist für diesen Zweck und diese Stelle weder durch Änderungen noch mit einem anderen Produkt erreichbar.`,
      'given-up': () => '',
    } satisfies Record<Reach, (verdict: string) => string>,
    moreMeasures: (count: number) =>
      count === 1 ? 'Eine weitere Maßnahme steht im Vermerk.' : `${count} weitere Maßnahmen stehen im Vermerk.`,
    moreThanConditions: (called: number, others: number) => {
      if (called === 0)
        return others === 1
          ? 'Eine weitere Maßnahme steht im Vermerk; das Gesamtergebnis hängt nicht von ihr ab.'
          : `${others} weitere Maßnahmen stehen im Vermerk; das Gesamtergebnis hängt nicht von ihnen ab.`;
      const conditions = called === 1 ? 'eine weitere Maßnahme' : `${called} weitere Maßnahmen`;
      if (others === 0) return `Zu den Auflagen nennt der Vermerk ${conditions}.`;
      return `Der Vermerk nennt ${conditions} zu den Auflagen und ${others === 1 ? 'eine' : others} ohne Einfluss aufs Ergebnis.`;
    },
    measuresOfAll: (count: number) =>
      count === 1
        ? 'Im Vermerk steht eine Maßnahme; ob sie nötig wird, hängt davon ab, welche Papiere maßgeblich sind.'
        : `Im Vermerk stehen ${count} Maßnahmen nach allen Papieren, die infrage kommen; welche davon nötig werden, hängt davon ab, welche Papiere maßgeblich sind.`,
    measuresInVain: {
      'other-product': (count: number) =>
        count === 1
          ? 'Die Maßnahme im Vermerk ändert daran nichts. Ob sie bei einem anderen Messenger noch nötig ist, ist für diesen neu zu prüfen.'
          : `Die ${count} Maßnahmen im Vermerk ändern daran nichts und sind hier nicht aufgeführt. Welche davon bei einem anderen Messenger noch nötig sind, ist für diesen neu zu prüfen.`,
      'other-use': (count: number) =>
        count === 1
          ? 'Die eine Maßnahme im Vermerk reicht dafür nicht aus.'
          : `Die ${count} Maßnahmen im Vermerk reichen dafür nicht aus.`,
    },
    responsible: 'Zuständig',
    due: 'bis',
    alternatives: 'Alternative',
    alternativesHint:
      'Nicht ausgeschlossen sind nach den ungeprüften Angaben der Produktprofile unter anderem (Vorauswahl, weder Prüfergebnis noch Empfehlung):',
    noBetter: (undetermined: number, everywhere: readonly string[]) =>
      undetermined === 0
        ? `Bei unveränderten Angaben zu Organisation und Betrieb führt kein Messenger mit Produktprofil zu einem besseren Ergebnis${everywhere.length === 0 ? '' : `; überall ausschlaggebend: ${everywhere.join(', ')}`}.`
        : `Ob ein anderer Messenger zu einem besseren Ergebnis führt, ist offen: ${undetermined === 1 ? 'Einer ist' : `${undetermined} sind`} mangels Angaben noch nicht beurteilbar; die übrigen mit Produktprofil führen bei unveränderter Organisation zu keinem besseren.`,
    existingAlternative: (question: string, answer: string, note: string | null) =>
      `${question} Angegeben ist: „${answer}“${note === null ? '' : ` (Notiz: „${note}“)`}.`,
    alternativesNotAsked:
      'Ob ein anderer Messenger den Zweck besser erfüllt, ist hier nicht untersucht. Denselben Einsatz mit allen Produktprofilen vergleicht „messenger-check compare <datei> --profiles“.',
    open: 'Was offen ist',
    nothingOpen: 'Keine Frage ist offen.',
    openInVain: (count: number) =>
      count === 1
        ? 'Eine Frage ist offen; wie sie ausgeht, ändert am Gesamtergebnis nichts. Sie steht im Vermerk.'
        : `${count} Fragen sind offen; wie sie ausgehen, ändert am Gesamtergebnis nichts. Sie stehen im Vermerk.`,
    openRange: (worst: string, best: string) =>
      `Je nachdem, wie die offenen Fragen ausgehen, lautet das Gesamtergebnis im ungünstigsten Fall „${worst}“, im günstigsten „${best}“.`,
    openCount: (count: number) => (count === 1 ? 'Offen ist eine Frage:' : `Offen sind ${count} Fragen, darunter:`),
    openFew: (count: number) => (count === 1 ? 'Offen ist eine Frage:' : `Offen sind ${count} Fragen:`),
    signature: 'Bearbeitet von (Name, Datum, Unterschrift)',
    signatureOf: (assessor: string) => `Bearbeitet von: ${assessor} (Datum, Unterschrift)`,
    disclaimer: 'Keine Rechtsberatung. Fundstellen, Beleglage und alle Feststellungen enthält der Vermerk.',
  },
  template: {
    textOnly: (format: string) => `--template gilt nur für Markdown und HTML, nicht für ${format}.`,
    textOnlyHint: 'Mit --format html oder --format markdown aufrufen, oder --template weglassen.',
    folderHint:
      'Erwartet wird ein Ordner mit report.html.hbs, report.md.hbs, report.css oder partials/<name>.html.hbs und .md.hbs.',
    none: (folder: string) => `${folder} enthält keine Vorlagen.`,
    didYouMean: 'Gemeint war vielleicht',
    possible: 'Möglich sind',
    problems: {
      syntax: {
        what: 'Die Vorlage ist nicht richtig aufgebaut: Erwartet wird Handlebars, in dem jede Klammer {{…}} und jeder Block {{#…}} geschlossen ist.',
        hint: 'Diese Zeile und den Block, in dem sie steht, prüfen.',
      },
      endless: {
        what: 'Die Vorlage ruft sich selbst ohne Ende auf.',
        hint: 'Den Aufruf {{> …}} entfernen, der wieder zu dieser Vorlage führt.',
      },
      decorator: {
        what: 'Dekoratoren {{* …}} sind in Vorlagen nicht vorgesehen.',
        hint: 'Was mehrfach gebraucht wird, als eigene Datei unter partials ablegen und mit {{> name}} aufrufen.',
      },
      misplaced: {
        what: 'Eine Vorlage dieses Namens gibt es hier nicht.',
        hint: 'Erwartet werden report.html.hbs, report.md.hbs, report.css oder partials/<name>.html.hbs und .md.hbs.',
      },
      unfit: {
        what: (message: string) => `Die Vorlage lässt sich nicht ausfüllen: ${message}`,
        hint: 'Prüfen, ob Listen mit {{#each}} durchlaufen werden und ein Baustein den Wert bekommt, den er erwartet.',
      },
      'unknown-name': {
        what: (name: string) => `Einen Wert „${name}“ gibt es an dieser Stelle nicht.`,
        hint: 'Die Namen stehen in questionnaires/schema/report.schema.json; in einem Block führt @root an den Anfang, zum Beispiel {{@root.title}}.',
      },
      'forbidden-name': {
        what: (name: string) => `„${name}“ ist in Vorlagen nicht zugänglich.`,
        hint: 'Zugänglich sind nur die Werte des Berichts: questionnaires/schema/report.schema.json.',
      },
      'raw-output': {
        what: (name: string) =>
          `„${name}“ lässt sich nicht ungeprüft ausgeben: Was Menschen eingegeben haben, bleibt Text.`,
        hint: 'Zwei statt drei geschweiften Klammern verwenden, und kein &.',
      },
      'unknown-partial': { what: (name: string) => `Einen Baustein „${name}“ gibt es nicht.` },
      'unknown-helper': { what: (name: string) => `Eine Funktion „${name}“ gibt es nicht.` },
      'unused-partial': {
        what: (name: string) =>
          `Der Baustein „${name}“ ersetzt keinen mitgelieferten und wird von keiner eigenen Vorlage aufgerufen.`,
      },
      'out-of-place': {
        what: ({ partial, name }: { readonly partial: string; readonly name: string }) =>
          `Der Baustein „${partial}“ findet hier den Wert „${name}“ nicht, den er braucht.`,
        hint: 'Ihn dort aufrufen, wo ihn die mitgelieferte Vorlage aufruft, oder ihm mit {{> name @root}} den ganzen Bericht geben.',
      },
    },
    option: 'Ordner mit eigenen Vorlagen (Briefkopf, Unterschriften, Reihenfolge), die einzelne mitgelieferte ersetzen',
    depth: 'Umfang: brief (eine Seite), full (der Vermerk) oder annex (mit allen Antworten, Quellen und Prüfsummen)',
  },
};
