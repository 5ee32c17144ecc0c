import { type Answer, type AnswerValue, answerKey, type Proof, typedReasons } from '../../src/domain/answer.ts';
import {
  type Assessment,
  type EquivalentMeasure,
  type Exception,
  type MeasurePlan,
  messengerQuestion,
  type SignOff,
  type Subject,
} from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { choiceIds, type Question } from '../../src/domain/question.ts';
import { type Questionnaire, requirementsOf } from '../../src/domain/questionnaire.ts';

/** Numbers that look random and are the same for the same seed (mulberry32). */
class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, and without, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** From `least` to `most`, both included. */
  number(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  one<T>(of: readonly T[]): T {
    const chosen = of[Math.floor(this.next() * of.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }

  some<T>(of: readonly T[], share: number): readonly T[] {
    return of.filter(() => this.chance(share));
  }
}

const places = ['Musterfeld', 'Neustadt an der Aue', 'Großenbrück', 'Altenried', 'St. Märgen', 'Königsförde'];
const bodies = ['Stadt', 'Gemeinde', 'Landkreis', 'Klinikum', 'Städtisches Gymnasium', 'Jugendhilfe', 'Stadtwerke'];
const people = [
  'Ö. Demir',
  'Dr. Anna Weiß',
  'IT-Stelle',
  'Personalrat',
  'Datenschutzbeauftragte',
  'R. Müller-Lüdenscheidt',
];
const uses = ['Terminabsprachen', 'Dienstplan', 'Elternkontakt', 'Bürgeranfragen', 'Rufbereitschaft', 'Notfälle'];
const sentences = [
  'Die Einstellung ist auf allen Diensttelefonen gesetzt und gesperrt.',
  'Der Anbieter hat auf die Anfrage vom 12.10.2026 noch nicht geantwortet.',
  'Nach Auskunft der IT-Stelle betrifft das nur die Geräte der Außenstelle „Süd“ (14 Stück).',
  'Der Vertrag nach Art. 28 Abs. 3 DSGVO liegt vor: Unterzeichnet ist er von beiden Seiten.',
  'Beschäftigte nutzen teils private Telefone; eine Dienstvereinbarung gibt es dafür nicht.',
  'Vgl. https://www.example.org/datenschutz#auftragsverarbeitung, abgerufen am 3. November 2026.',
  'Gelöscht wird nach 30 Tagen, außer in Gruppen – dort löscht niemand.',
  'Ob das auch für Sicherungskopien gilt, ist offen.',
  'Geprüft an zwei Testgeräten mit Testkonten, Ergebnis in der Akte DSB-2026/14.',
  'Der Punkt wird mit dem Personalrat noch einmal besprochen.',
];
const proofs = [
  'Vertrag zur Auftragsverarbeitung',
  'Geräteliste der IT-Stelle, Profil „Messenger“',
  'Bildschirmfotos der Einstellungen, Anlage 3',
  'Datenschutzhinweise des Anbieters: Fassung vom 04.12.2023',
  'Protokoll der Prüfung, S. 2–4',
];

/**
 * An assessment as somebody might have saved it: of one to all questionnaires, mostly answered, with notes, proofs,
 * measures, exceptions and signatures. The same catalogue and seed give the same; it loads without a warning.
 */
export function realisticAssessment(catalogue: Catalogue, seed: number): Assessment {
  const dice = new Dice(seed);
  const all = [...catalogue.questionnaires.values()];
  const count = dice.one([1, 1, 2, 2, 3, all.length]);
  const chosen = new Set(Array.from({ length: count }, () => dice.one(all)));
  // One in four names none: then all that concern it are evaluated.
  const named = dice.chance(0.75) ? all.filter((one) => chosen.has(one)) : [];
  const papers = named.length > 0 ? named : [...chosen];
  const violations = papers.flatMap(requirementsOf).map(({ id }) => id);
  return {
    subject: subjectOf(catalogue, dice),
    questionnaires: new Map(named.map(({ id, version }) => [id, version])),
    answers: answersTo(papers, catalogue, dice),
    measures: new Map(dice.some(violations, 0.05).map((id) => [id, planOf(dice)])),
    equivalents: dice.chance(0.3) ? dice.some(violations, 0.02).map((id) => equivalentOf(id, dice)) : [],
    exceptions: dice.chance(0.3) ? dice.some(violations, 0.03).map((id) => exceptionOf(id, dice)) : [],
    ...(dice.chance(0.5) && { signOff: signOffOf(dice) }),
  };
}

function subjectOf({ questions }: Catalogue, dice: Dice): Subject {
  const question = questions.get(messengerQuestion);
  return {
    organisation: `${dice.one(bodies)} ${dice.one(places)}`,
    use: `${dice.one(uses)} und ${dice.one(uses)} über den Messenger`,
    product: `Version ${dice.number(2, 26)}.${dice.number(0, 30)}`,
    reference: `DSB-2026-${String(dice.number(1, 999)).padStart(3, '0')}`,
    assessor: dice.one(people),
    ...(question && { messenger: dice.one(choiceIds(question)) }),
    date: day(dice, 2026),
  };
}

function answersTo(papers: readonly Questionnaire[], { questions, context }: Catalogue, dice: Dice) {
  const asked = new Set([...context, ...papers.flatMap(({ sections }) => sections.flatMap((one) => one.questions))]);
  asked.delete(messengerQuestion);
  const answers = new Map<string, Answer>();
  for (const id of asked) {
    const question = questions.get(id);
    if (question === undefined) continue;
    for (const key of keysOf(question, answers)) {
      if (dice.chance(0.92)) answers.set(key, answerTo(question, dice));
    }
  }
  return answers;
}

/** One key, or one for every choice that was made in the question named by `each`. */
function keysOf({ id, each }: Question, answers: ReadonlyMap<string, Answer>): readonly string[] {
  if (each === undefined) return [id];
  const answer = answers.get(each);
  const items = answer?.state === 'given' && typeof answer.value === 'object' ? answer.value : [];
  return items.map((item) => answerKey(id, item));
}

function answerTo(question: Question, dice: Dice): Answer {
  const record = {
    ...(dice.chance(0.05) && { origin: 'profile' }),
    ...(dice.chance(0.55) && { note: noteOf(dice) }),
    evidence: dice.chance(0.3) ? Array.from({ length: dice.number(1, 2) }, () => proofOf(dice)) : [],
  };
  if (question.allowsNotApplicable && dice.chance(0.05)) {
    return { state: 'not-applicable', reason: dice.one(sentences), ...record };
  }
  if (dice.chance(0.04)) return { state: 'unknown', reason: dice.one(typedReasons), ...record };
  return { state: 'given', value: valueFor(question, dice), ...record };
}

function valueFor(question: Question, dice: Dice): AnswerValue {
  switch (question.kind) {
    case 'choice':
      return dice.one(choiceIds(question));
    case 'choices':
      return dice.some(choiceIds(question), 0.4);
    case 'text':
      return dice.one(sentences);
    case 'number':
      return dice.number(0, 365);
    case 'date':
      return day(dice, 2025);
  }
}

/** One to three sentences, now and then in paragraphs. */
function noteOf(dice: Dice): string {
  const between = dice.chance(0.1) ? '\n' : ' ';
  return Array.from({ length: dice.number(1, 3) }, () => dice.one(sentences)).join(between);
}

function proofOf(dice: Dice): Proof {
  return {
    text: dice.one(proofs),
    ...(dice.chance(0.8) && { date: day(dice, 2025) }),
    ...(dice.chance(0.1) && { validUntil: day(dice, 2027) }),
  };
}

function planOf(dice: Dice): MeasurePlan {
  return {
    responsible: dice.one(people),
    due: day(dice, 2027),
    ...(dice.chance(0.5) && { note: dice.one(sentences) }),
  };
}

function equivalentOf(requirement: string, dice: Dice): EquivalentMeasure {
  return { requirement, measure: noteOf(dice), evidence: dice.one(proofs) };
}

function exceptionOf(requirement: string, dice: Dice): Exception {
  const [from, until] = [day(dice, 2026), day(dice, 2027)];
  return { requirement, reason: noteOf(dice), approvedBy: dice.one(people), from, until };
}

function signOffOf(dice: Dice): SignOff {
  return {
    opinion: { by: dice.one(people), date: day(dice, 2026), text: noteOf(dice) },
    ...(dice.chance(0.5) && { decision: { by: dice.one(people), date: day(dice, 2026), text: noteOf(dice) } }),
    nextReview: day(dice, 2027),
  };
}

function day(dice: Dice, year: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}-${two(dice.number(1, 12))}-${two(dice.number(1, 28))}`;
}
