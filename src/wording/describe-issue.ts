import leven, { closestMatch } from 'leven';
import type { ExpectedType, InputIssue, Noun, Problem } from '../domain/input-issue.ts';
import type { Language } from '../domain/language.ts';
import { printable } from './printable.ts';
import { wordings } from './wording.ts';

/** A mistake in words: where, what, and what to do about it. */
export function describeIssue({ place, path, problem }: InputIssue, language: Language): string {
  const { message, remedy } = describers[language](problem);
  const where = `${printable(place.file)}:${place.line}:${place.column}`;
  // Ids and messages may come from anybody's file: no line break or escape in them reaches the terminal.
  return `${where} ${printable(`${path === '' ? '' : `${short(path)}: `}${message}`)}\n  ${printable(remedy)}`;
}

const mostIssues = 100;
const fewIssues = 10;

/** Mistakes of one file in words. A file of another kind, given by mistake, has hundreds: of these the first say it. */
export function describeIssues(issues: readonly InputIssue[], language: Language): readonly string[] {
  const shown = issues.length > mostIssues ? issues.slice(0, fewIssues) : issues;
  const rest = issues.length - shown.length;
  return [
    ...shown.map((issue) => describeIssue(issue, language)),
    ...(rest > 0 ? [wordings[language].errors.moreIssues(rest)] : []),
  ];
}

interface Description {
  readonly message: string;
  readonly remedy: string;
}

const describers: Readonly<Record<Language, (problem: Problem) => Description>> = { de: german, en: english };

const germanTypes: Readonly<Record<ExpectedType, string>> = {
  mapping: 'Schlüssel mit Werten (schlüssel: wert)',
  list: 'eine Liste ([a, b] oder Zeilen mit -)',
  text: 'Text',
  'filled-text': 'Text, der nicht leer ist',
  number: 'eine Zahl',
  condition: 'mindestens eine Bedingung (frage: antwort)',
  choices: 'eine Auswahl',
};
const englishTypes: Readonly<Record<ExpectedType, string>> = {
  mapping: 'keys with values (key: value)',
  list: 'a list ([a, b] or lines with -)',
  text: 'text',
  'filled-text': 'text that is not empty',
  number: 'a number',
  condition: 'at least one condition (question: answer)',
  choices: 'a choice',
};
const germanNouns: Readonly<Record<Noun, string>> = {
  question: 'Frage',
  questionnaire: 'Fragebogen',
  requirement: 'Anforderung',
  source: 'Quelle',
  evidence: 'Beleg',
  contradiction: 'Widerspruch',
  inconsistency: 'Unstimmigkeit',
  profile: 'Produktprofil',
};

function german(problem: Problem): Description {
  const found = 'found' in problem ? foundText(germanShapes.get(problem.found) ?? problem.found, 'nichts') : '';
  switch (problem.kind) {
    case 'too-large':
      return say(
        `Die Datei ist ${megabytes(problem.bytes, 'de-DE')} MB groß, erlaubt sind ${megabytes(problem.limit, 'de-DE')} MB.`,
        'Prüfen, ob es die richtige Datei ist; lange Unterlagen nicht einfügen, sondern nennen.',
      );
    case 'not-utf8':
      return say('Diese Zeile enthält Bytes, die kein UTF-8 sind.', 'Die Datei im Editor als UTF-8 speichern.');
    case 'empty-file':
      return say(
        'Die Datei ist leer.',
        'Eine neue Prüfung beginnt mit: messenger-check assess <neue-datei>; sonst die richtige Datei angeben.',
      );
    case 'only-comments':
      return say(
        'In der Datei stehen nur Kommentare.',
        'Bei den Zeilen, die gelten sollen, das # am Anfang entfernen; sonst die richtige Datei angeben.',
      );
    case 'yaml':
      return say(
        `Das ist kein gültiges YAML: ${short(problem.message)}`,
        'Einrückung, Anführungszeichen und Klammern prüfen.',
      );
    case 'duplicate-key':
      return say(`Der Schlüssel ${short(problem.key)} steht zweimal da.`, 'Einen der beiden Einträge löschen.');
    case 'alias':
      return say('YAML-Verweise (*name) sind hier nicht erlaubt.', 'Den Wert an dieser Stelle ausschreiben.');
    case 'too-deep':
      return say('Die Datei ist zu tief verschachtelt.', 'Klammern und Einrückung prüfen; sechs Ebenen genügen.');
    case 'too-dense':
      return say(
        `Die Datei enthält mehr als ${problem.limit.toLocaleString('de-DE')} Zeilen, Klammern und andere Satzzeichen.`,
        'Prüfen, ob es die richtige Datei ist und ob etwas darin sich endlos wiederholt.',
      );
    case 'several-documents':
      return say('Hier beginnt ein zweites YAML-Dokument (---).', 'Je Datei ein Dokument: den zweiten Teil auslagern.');
    case 'control-character':
      return say(
        `Der Text enthält das Steuerzeichen ${problem.code}.`,
        'Das Zeichen löschen und den Text neu eintippen.',
      );
    case 'missing-key':
      return say(`Der Schlüssel ${problem.key} fehlt.`, `${problem.key}: mit einem Wert ergänzen.`);
    case 'unknown-key':
      return say(
        `Den Schlüssel ${short(problem.key)} gibt es hier nicht.`,
        suggest(problem.key, problem.known, 'Gemeint war vielleicht', 'Möglich sind'),
      );
    case 'wrong-type':
      return say(
        `Erwartet wird ${germanTypes[problem.expected]}, gefunden: ${found}.`,
        'Den Wert entsprechend schreiben.',
      );
    case 'needs-quotes':
      return say(
        `Erwartet wird Text, YAML liest ${found} als Zahl oder Wahrheitswert.`,
        `In Anführungszeichen setzen: "${found}"`,
      );
    case 'not-one-of':
      return say(
        `Unbekannter Wert: ${found}.`,
        suggest(problem.found, problem.expected, 'Gemeint war vielleicht', 'Möglich sind'),
      );
    case 'chosen-twice':
      return say(`${found} steht zweimal da.`, 'Einen der beiden Einträge löschen.');
    case 'not-an-id':
      return say(
        `${found} ist keine gültige Kennung.`,
        'Kennungen bestehen aus Kleinbuchstaben, Ziffern und Bindestrichen und beginnen mit einem Buchstaben; all, any und not sind vergeben.',
      );
    case 'not-a-day':
      return say(`${found} ist kein Tag im Kalender.`, 'Als JJJJ-MM-TT schreiben, zum Beispiel 2026-11-23.');
    case 'not-an-address':
      return say(`${found} ist keine Adresse.`, 'Vollständig schreiben, beginnend mit https://');
    case 'wrong-format':
      return say(
        `Das Format ist ${found}, gelesen wird ${problem.expected}.`,
        'Ist die Datei neuer als das Programm, messenger-check aktualisieren; sonst die erste Zeile berichtigen.',
      );
    case 'unknown-id':
      return say(
        `${germanNouns[problem.noun]} ${short(problem.id)} gibt es nicht.`,
        `${problem.noun === 'questionnaire' ? 'Ist es ein eigener, seinen Ordner mit --questionnaires <Ordner> angeben. ' : ''}${suggest(problem.id, problem.known, 'Gemeint war vielleicht', 'Bekannt sind')}`,
      );
    case 'duplicate-id':
      return say(
        `${germanNouns[problem.noun]} ${short(problem.id)} gibt es schon: ${printable(problem.first.file)}:${problem.first.line}.`,
        'Einer von beiden eine andere Kennung geben.',
      );
    case 'test-does-not-fit':
      return say(
        `So lässt sich die Frage ${problem.question} nicht lesen.`,
        problem.expected.length > 0
          ? `Möglich: ${problem.expected.join(', ')}, genau einer davon.`
          : 'Freitext kann keine Bedingung entscheiden.',
      );
    case 'item-needed':
      return say(
        `Die Frage ${problem.question} wird für jede Auswahl von ${problem.each} gestellt.`,
        `Als ${problem.question}@<auswahl> schreiben, in Anforderungen each: ${problem.each} ergänzen.`,
      );
    case 'item-not-expected':
      return say(
        `Die Frage ${problem.question} wird nur einmal gestellt.`,
        `Als ${problem.question} ohne @ schreiben.`,
      );
    case 'not-applicable-not-allowed':
      return say(
        `Die Frage ${problem.question} lässt „nicht anwendbar“ nicht zu.`,
        'Eine Antwort wählen oder unknown mit einem Grund angeben.',
      );
    case 'ask-cycle':
      return say(
        `askWhen führt im Kreis: ${problem.questions.join(' → ')}.`,
        'Eine der Bedingungen so ändern, dass sie keine spätere Frage liest.',
      );
    case 'only-together':
      return say(
        `${problem.keys.join(' und ')} gehören zusammen.`,
        'Den fehlenden Schlüssel ergänzen oder beide weglassen.',
      );
    case 'exactly-one-of':
      return say(`Genau einer dieser Schlüssel muss stehen: ${problem.keys.join(', ')}.`, 'Die übrigen löschen.');
    case 'days-reversed':
      return say(
        `Das Ende (${problem.until}) liegt vor dem Beginn (${problem.from}).`,
        'Die beiden Tage berichtigen oder vertauschen.',
      );
    case 'source-needed':
      return say(
        'Eine Angabe, die nicht aus dem Gedächtnis stammt, braucht eine Quelle.',
        'Mindestens eine Kennung aus sources.yaml eintragen, oder checked: recall.',
      );
    case 'not-raised':
      return say(
        `Die Anforderung ${problem.requirement} hat schon die Stufe ${problem.level}; Hausregeln können eine Stufe nur anheben.`,
        'Die Zeile löschen. Wer weniger verlangen will, hält das in der Prüfung als befristete Ausnahme fest (exceptions).',
      );
    case 'extends-extension':
      return say(
        `Der Fragebogen ${problem.questionnaire} erweitert selbst einen anderen.`,
        `Stattdessen diesen erweitern: ${problem.base}.`,
      );
    case 'excludes-nothing':
      return say(
        'Hier steht höchstens eine Auswahl; sie schließt keine andere aus.',
        'Mindestens zwei nennen, von denen nur eine zutreffen kann.',
      );
    case 'never-fulfilled':
      return say(
        `Die Anforderung ${problem.requirement} lässt sich mit keiner Antwort erfüllen.`,
        'fulfilledWhen so ändern, dass eine Antwort sie erfüllt.',
      );
    case 'never-violated':
      return say(
        `Die Anforderung ${problem.requirement} lässt sich mit keiner Antwort verletzen.`,
        'fulfilledWhen enger fassen oder der Frage eine Auswahl geben, die sie verletzt.',
      );
    case 'never-inconsistent':
      return say(
        `Die Unstimmigkeit ${problem.inconsistency} tritt bei keiner Antwort ein.`,
        'when so ändern, dass es bei Antworten gilt, die zusammen gegeben werden können.',
      );
    case 'statuses-overlap':
      return say(
        `Die Anforderung ${problem.requirement} ist zugleich erfüllt und teilweise erfüllt: ${problem.example}.`,
        'partialWhen so fassen, dass es diesen Fall nicht einschließt.',
      );
    case 'decided-by-unasked':
      return say(
        `Die Anforderung ${problem.requirement} wird durch eine Frage entschieden, die nicht gestellt wird: ${problem.example}.`,
        'Die Bedingung aus askWhen in appliesWhen oder fulfilledWhen wiederholen.',
      );
    case 'too-many-combinations':
      return say(
        `Die Anforderung ${problem.requirement} hat mehr als ${problem.limit} Antwortmöglichkeiten und wurde nicht durchprobiert.`,
        'In mehrere Anforderungen teilen.',
      );
    case 'question-unread':
      return say(
        `Keine Anforderung liest die Frage ${problem.question}.`,
        'Eine Anforderung daraus ableiten, informational: true ergänzen oder die Frage streichen.',
      );
    case 'question-unlisted':
      return say(`Kein Abschnitt stellt die Frage ${problem.question}.`, 'In questions: eines Abschnitts aufnehmen.');
    case 'choice-without-effect':
      return say(
        `Die Auswahl ${problem.choice} der Frage ${problem.question} ändert an keiner Anforderung etwas.`,
        'In eine Bedingung aufnehmen, streichen oder die Frage als informational: true kennzeichnen.',
      );
    case 'version-differs':
      return say(
        `Beantwortet wurde Version ${short(problem.recorded)}, ausgewertet wird ${problem.current}.`,
        'Antworten, die nicht mehr passen, bleiben in der Datei, zählen aber nicht; assess fragt sie neu.',
      );
  }
}

function english(problem: Problem): Description {
  const found = 'found' in problem ? foundText(problem.found, 'nothing') : '';
  switch (problem.kind) {
    case 'too-large':
      return say(
        `The file has ${megabytes(problem.bytes, 'en-GB')} MB, ${megabytes(problem.limit, 'en-GB')} MB are allowed.`,
        'Check that it is the right file; refer to long documents instead of pasting them.',
      );
    case 'not-utf8':
      return say('This line holds bytes that are not UTF-8.', 'Save the file as UTF-8 in your editor.');
    case 'empty-file':
      return say(
        'The file is empty.',
        'A new assessment starts with: messenger-check assess <new-file>; otherwise name the right file.',
      );
    case 'only-comments':
      return say(
        'The file holds nothing but comments.',
        'Remove the # from the start of the lines that are to count; otherwise name the right file.',
      );
    case 'yaml':
      return say(`This is not valid YAML: ${short(problem.message)}`, 'Check indentation, quotes and brackets.');
    case 'duplicate-key':
      return say(`The key ${short(problem.key)} is there twice.`, 'Delete one of the two entries.');
    case 'alias':
      return say('YAML aliases (*name) are not allowed here.', 'Write the value out in this place.');
    case 'too-deep':
      return say('The file is nested too deeply.', 'Check brackets and indentation; six levels suffice.');
    case 'too-dense':
      return say(
        `The file holds more than ${problem.limit.toLocaleString('en-GB')} lines, brackets and other marks of punctuation.`,
        'Check that it is the right file, and whether something in it is repeated without end.',
      );
    case 'several-documents':
      return say('A second YAML document (---) begins here.', 'One document a file: move the second part elsewhere.');
    case 'control-character':
      return say(`The text holds the control character ${problem.code}.`, 'Delete it and type the text anew.');
    case 'missing-key':
      return say(`The key ${problem.key} is missing.`, `Add ${problem.key}: with a value.`);
    case 'unknown-key':
      return say(
        `There is no key ${short(problem.key)} here.`,
        suggest(problem.key, problem.known, 'Did you mean', 'Possible are'),
      );
    case 'wrong-type':
      return say(`Expected ${englishTypes[problem.expected]}, found: ${found}.`, 'Write the value accordingly.');
    case 'needs-quotes':
      return say(`Expected text, but YAML reads ${found} as a number or truth value.`, `Put it in quotes: "${found}"`);
    case 'not-one-of':
      return say(`Unknown value: ${found}.`, suggest(problem.found, problem.expected, 'Did you mean', 'Possible are'));
    case 'chosen-twice':
      return say(`${found} is there twice.`, 'Delete one of the two entries.');
    case 'not-an-id':
      return say(
        `${found} is not a valid id.`,
        'Ids consist of lower-case letters, digits and hyphens and start with a letter; all, any and not are taken.',
      );
    case 'not-a-day':
      return say(`${found} is not a day of the calendar.`, 'Write it as YYYY-MM-DD, for example 2026-11-23.');
    case 'not-an-address':
      return say(`${found} is not an address.`, 'Write it in full, beginning with https://');
    case 'wrong-format':
      return say(
        `The format is ${found}, what can be read is ${problem.expected}.`,
        'If the file is newer than the program, update messenger-check; otherwise correct the first line.',
      );
    case 'unknown-id':
      return say(
        `There is no ${problem.noun} ${short(problem.id)}.`,
        `${problem.noun === 'questionnaire' ? 'If it is one of your own, name its folder with --questionnaires <folder>. ' : ''}${suggest(problem.id, problem.known, 'Did you mean', 'Known are')}`,
      );
    case 'duplicate-id':
      return say(
        `The ${problem.noun} ${short(problem.id)} exists already: ${printable(problem.first.file)}:${problem.first.line}.`,
        'Give one of the two another id.',
      );
    case 'test-does-not-fit':
      return say(
        `The question ${problem.question} cannot be read this way.`,
        problem.expected.length > 0
          ? `Possible: ${problem.expected.join(', ')}, exactly one of them.`
          : 'Free text cannot decide a condition.',
      );
    case 'item-needed':
      return say(
        `The question ${problem.question} is asked for every choice of ${problem.each}.`,
        `Write it as ${problem.question}@<choice>; in requirements add each: ${problem.each}.`,
      );
    case 'item-not-expected':
      return say(`The question ${problem.question} is asked only once.`, `Write it as ${problem.question} without @.`);
    case 'not-applicable-not-allowed':
      return say(
        `The question ${problem.question} does not allow “not applicable”.`,
        'Choose an answer, or give unknown with a reason.',
      );
    case 'ask-cycle':
      return say(
        `askWhen goes round in circles: ${problem.questions.join(' → ')}.`,
        'Change one of the conditions so that it reads no later question.',
      );
    case 'only-together':
      return say(`${problem.keys.join(' and ')} belong together.`, 'Add the missing key or leave out both.');
    case 'exactly-one-of':
      return say(`Exactly one of these keys must be there: ${problem.keys.join(', ')}.`, 'Delete the others.');
    case 'days-reversed':
      return say(
        `The end (${problem.until}) lies before the beginning (${problem.from}).`,
        'Correct the two days or swap them.',
      );
    case 'source-needed':
      return say(
        'A fact that does not rest on memory needs a source.',
        'Name at least one id of sources.yaml, or checked: recall.',
      );
    case 'not-raised':
      return say(
        `The requirement ${problem.requirement} has the level ${problem.level} already; house rules can only raise a level.`,
        'Delete the line. Whoever wants to demand less records a temporary exception in the assessment (exceptions).',
      );
    case 'extends-extension':
      return say(
        `The questionnaire ${problem.questionnaire} extends another one itself.`,
        `Extend that one instead: ${problem.base}.`,
      );
    case 'excludes-nothing':
      return say(
        'There is one choice at most here; it excludes no other.',
        'Name at least two of which only one can hold.',
      );
    case 'never-fulfilled':
      return say(
        `No answer fulfils the requirement ${problem.requirement}.`,
        'Change fulfilledWhen so that an answer fulfils it.',
      );
    case 'never-violated':
      return say(
        `No answer violates the requirement ${problem.requirement}.`,
        'Narrow fulfilledWhen, or give the question a choice that violates it.',
      );
    case 'never-inconsistent':
      return say(
        `No answers make the inconsistency ${problem.inconsistency}.`,
        'Change when so that it holds for answers that can be given together.',
      );
    case 'statuses-overlap':
      return say(
        `The requirement ${problem.requirement} is fulfilled and partial at once: ${problem.example}.`,
        'Word partialWhen so that it leaves this case out.',
      );
    case 'decided-by-unasked':
      return say(
        `The requirement ${problem.requirement} is decided by a question that is not asked: ${problem.example}.`,
        'Repeat the condition of askWhen in appliesWhen or fulfilledWhen.',
      );
    case 'too-many-combinations':
      return say(
        `The requirement ${problem.requirement} has more than ${problem.limit} ways to be answered and was not tried.`,
        'Split it into several requirements.',
      );
    case 'question-unread':
      return say(
        `No requirement reads the question ${problem.question}.`,
        'Derive a requirement from it, add informational: true, or delete the question.',
      );
    case 'question-unlisted':
      return say(`No section asks the question ${problem.question}.`, 'List it in questions: of a section.');
    case 'choice-without-effect':
      return say(
        `The choice ${problem.choice} of the question ${problem.question} changes no requirement.`,
        'Name it in a condition, delete it, or mark the question informational: true.',
      );
    case 'version-differs':
      return say(
        `Version ${short(problem.recorded)} was answered, ${problem.current} is evaluated.`,
        'Answers that no longer fit stay in the file but do not count; assess asks them anew.',
      );
  }
}

function say(message: string, remedy: string): Description {
  return { message, remedy };
}

/** What was meant, where something known is close to it; else what is known. */
export function suggest(word: string, known: readonly string[], didYouMean: string, possible: string): string {
  const sameButForCase = known.find((one) => one.toLowerCase() === word.toLowerCase());
  // Among short words everything is close to everything.
  const maxDistance = word.length < 4 ? Math.min(1, word.length - 1) : Math.max(2, Math.floor(word.length / 3));
  const closest = sameButForCase ?? closestMatch(word, known);
  const isClose = closest !== undefined && (closest === sameButForCase || leven(word, closest) <= maxDistance);
  if (isClose) return `${didYouMean}: ${closest}?`;
  if (known.length === 0) return `${possible}: –`;
  const listed = known.slice(0, longestList).join(', ');
  return `${possible}: ${listed}${known.length > longestList ? ', …' : ''}`;
}

const longestList = 12;

/** What a reader found, where it is a shape and not a text. A map: the text may be `__proto__`. */
const germanShapes: ReadonlyMap<string, string> = new Map([
  ['mapping', 'Schlüssel mit Werten'],
  ['list', 'eine Liste'],
]);

function foundText(found: string, nothing: string): string {
  return found === '' ? nothing : short(found);
}

function megabytes(bytes: number, locale: string): string {
  return (bytes / 1_000_000).toLocaleString(locale, { maximumFractionDigits: 1 });
}

function short(text: string): string {
  const clean = printable(text);
  return clean.length > 60 ? `${clean.slice(0, 59)}…` : clean;
}
