import { type Condition, questionsIn } from './condition.ts';
import type { Text } from './language.ts';

/** Who can answer: the provider or its documents, whoever runs the service, or the organisation itself. */
export const subjectMatters = ['product', 'operation', 'organisation'] as const;
export type SubjectMatter = (typeof subjectMatters)[number];

export const questionKinds = ['choice', 'choices', 'text', 'number', 'date'] as const;

/** Asked once, read by many requirements; `kind` decides the shape of its answer. */
export type Question = ChoiceQuestion | ChoicesQuestion | TextQuestion | NumberQuestion | DateQuestion;

export interface Choice {
  readonly id: string;
  readonly text: Text;
}

/** Exactly one choice. */
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
}
/** Any number of choices; the empty selection is an answer, too ("none of these"). */
export interface ChoicesQuestion extends QuestionBase {
  readonly kind: 'choices';
  readonly choices: readonly Choice[];
  /** One of them must hold: an empty selection says nothing, and is open. */
  readonly atLeastOne?: boolean;
  /** Groups of choices of which one at most can hold. */
  readonly exclusive?: readonly (readonly string[])[];
}
export interface TextQuestion extends QuestionBase {
  readonly kind: 'text';
}
export interface NumberQuestion extends QuestionBase {
  readonly kind: 'number';
}
/** A calendar day, `YYYY-MM-DD`. */
export interface DateQuestion extends QuestionBase {
  readonly kind: 'date';
}

interface QuestionBase {
  readonly id: string;
  readonly about: SubjectMatter;
  readonly text: Text;
  /** What the words mean and where to find the answer. */
  readonly help: Text;
  readonly why: Text;
  /** An example of what an auditor would want to see. */
  readonly evidence: Text;
  /** Asked only while this holds; absent means always. */
  readonly askWhen?: Condition;
  /** Id of a multiple-choice question: this one is asked once for every choice made there. */
  readonly each?: string;
  readonly allowsNotApplicable: boolean;
  /** It describes the use for the reader of the report; no requirement need read it, or all of its choices. */
  readonly informational: boolean;
  /** It says who uses which messenger. To comply by giving another answer would be to assess something else. */
  readonly fixed: boolean;
}

/** The choices of a question; none where the answer is free. */
export function choicesOf(question: Question): readonly Choice[] {
  return question.kind === 'choice' || question.kind === 'choices' ? question.choices : [];
}

/** Questions never change, and every answer is compared with what its question offers. */
const idsOfChoices = new WeakMap<Question, readonly string[]>();

/** The ids of the choices of a question, in order. */
export function choiceIds(question: Question): readonly string[] {
  const known = idsOfChoices.get(question) ?? choicesOf(question).map(({ id }) => id);
  idsOfChoices.set(question, known);
  return known;
}

/** The choice of that id; `undefined` where there is no such choice, or no such question. */
export function choiceOf(question: Question | undefined, id: string | null | undefined): Choice | undefined {
  return question && choicesOf(question).find((choice) => choice.id === id);
}

/** The groups of choices of which one at most can hold, each in the order of the question. */
export function groupsExcluding(question: Question): readonly (readonly Choice[])[] {
  if (question.kind !== 'choices') return [];
  const { choices, exclusive = [] } = question;
  return exclusive.map((group) => choices.filter(({ id }) => group.includes(id)));
}

/** Of the choices made, those that cannot hold together with another one of them, in the order of the question. */
export function choicesExcluding(
  { choices, exclusive = [] }: ChoicesQuestion,
  chosen: readonly string[],
): readonly Choice[] {
  const groups = exclusive.map((group) => group.filter((id) => chosen.includes(id))).filter((made) => made.length > 1);
  const excluding = new Set(groups.flat());
  return choices.filter(({ id }) => excluding.has(id));
}

/** Of the choices made, those that have to go once others are made as well. */
export function choicesReplaced(
  { choices, exclusive = [] }: ChoicesQuestion,
  { chosen, added }: Readonly<Record<'chosen' | 'added', readonly string[]>>,
): readonly Choice[] {
  const groups = exclusive.filter((group) => group.some((id) => added.includes(id) && !chosen.includes(id)));
  return choices.filter(
    ({ id }) => chosen.includes(id) && !added.includes(id) && groups.some((group) => group.includes(id)),
  );
}

/** Ids, with those of the questions that decide whether they are asked, and for what; each once, in the order found. */
export function withGates(ids: readonly string[], questions: ReadonlyMap<string, Question>): ReadonlySet<string> {
  const found = new Set(ids);
  // A set goes on to what is added on the way.
  for (const id of found) {
    const { askWhen, each } = questions.get(id) ?? {};
    for (const gate of askWhen ? questionsIn(askWhen) : []) found.add(gate);
    if (each !== undefined) found.add(each);
  }
  return found;
}
