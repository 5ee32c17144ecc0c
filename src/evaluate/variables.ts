import { type Answer, type Answers, answerKey, isOpen, itemOfKey, questionOfKey } from '../domain/answer.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { type Condition, type Leaf, type Test, testsIn } from '../domain/condition.ts';
import { existing, existingAt } from '../domain/existing.ts';
import { choicesOf, type Question } from '../domain/question.ts';
import { requirementsOf } from '../domain/questionnaire.ts';
import { conditionsOf } from '../domain/requirement.ts';
import { alikeChoices, answersToTry, givenAnswers } from './answers-to-try.ts';
import { allOf, always, anyOf, type Formula, literal, never, newSpace, not, type Space } from './formula.ts';
import { holds } from './judge.ts';

/**
 * What about an answer is left to be found out. A multiple-choice question comes to one variable for each choice, as its
 * choices are read one by one: all selections together would be too many to try.
 */
export type Variable =
  /** The whole answer; the answers of one option make no difference to each other. */
  | { readonly kind: 'answer'; readonly key: string; readonly options: readonly (readonly Answer[])[] }
  /** Whether one of some choices that make no difference to each other is chosen: no, yes. */
  | { readonly kind: 'choice'; readonly key: string; readonly choices: readonly string[] }
  /** Whether a multiple-choice question does not apply: no, yes. */
  | { readonly kind: 'not-applicable'; readonly key: string };

/** Conditions turned into formulas over what is left to be found out. */
export interface Formulation {
  readonly space: Space;
  readonly questions: ReadonlyMap<string, Question>;
  readonly answers: Answers;
  /** Whether the answer under a key is left to be found out: open, or given and to be changed. */
  readonly isFree: (key: string) => boolean;
  /** By number; made when a condition first reads them. */
  readonly variables: Variable[];
  /** Numbers of variables by answer key. */
  readonly ofKey: Map<string, readonly number[]>;
  /** Every look at an answer that any condition takes, by question. */
  readonly looks: ReadonlyMap<string, readonly Leaf[]>;
  /** Questions that others are asked or judged for: each of their choices counts. */
  readonly itemized: ReadonlySet<string>;
}

export function newFormulation(
  catalogue: Catalogue,
  answers: Answers,
  isFree: Formulation['isFree'] = () => false,
): Formulation {
  const { questions } = catalogue;
  return {
    space: newSpace(),
    questions,
    answers,
    isFree: (key) => isOpen(answers.get(key)) || isFree(key),
    variables: [],
    ofKey: new Map(),
    ...readingsIn(catalogue),
  };
}

type Readings = Pick<Formulation, 'looks' | 'itemized'>;

/** What was found out about catalogues before: they do not change, and the interview looks after every answer. */
const readingsBefore = new WeakMap<Catalogue, Readings>();

function readingsIn(catalogue: Catalogue): Readings {
  const before = readingsBefore.get(catalogue);
  if (before !== undefined) return before;
  const looks = new Map<string, Leaf[]>();
  for (const leaf of conditionsIn(catalogue).flatMap(testsIn)) {
    looks.set(leaf.question, [...(looks.get(leaf.question) ?? []), leaf]);
  }
  const requirements = [...catalogue.questionnaires.values()].flatMap(requirementsOf);
  const itemized = new Set([...catalogue.questions.values(), ...requirements].flatMap(({ each }) => each ?? []));
  const readings = { looks, itemized };
  readingsBefore.set(catalogue, readings);
  return readings;
}

function conditionsIn({ questions, questionnaires }: Catalogue): readonly Condition[] {
  return [
    ...[...questions.values()].map(({ askWhen }) => askWhen),
    ...[...questionnaires.values()].flatMap((questionnaire) => [
      questionnaire.binds,
      questionnaire.offeredWhen,
      ...requirementsOf(questionnaire).flatMap((requirement) => [requirement.binds, ...conditionsOf(requirement)]),
    ]),
  ].filter((condition) => condition !== undefined);
}

/** A condition in plain yes and no; see `judge` for its meaning. */
export function formulate(condition: Condition, formulation: Formulation, item?: string): Formula {
  const { space } = formulation;
  switch (condition.op) {
    case 'answer':
      return formulateLook(condition, formulation, item);
    case 'not':
      return not(space, formulate(condition.of, formulation, item));
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => formulate(part, formulation, item));
      return condition.op === 'all' ? allOf(space, parts) : anyOf(space, parts);
    }
  }
}

function formulateLook({ question: id, test }: Leaf, formulation: Formulation, item: string | undefined): Formula {
  const question = existing(formulation.questions, id);
  const key = answerKey(id, question.each === undefined ? undefined : item);
  const asked = formulateAsked(question, formulation, item);
  return allOf(formulation.space, [asked, formulateTest(test, key, formulation)]);
}

function formulateAsked({ askWhen }: Question, formulation: Formulation, item: string | undefined): Formula {
  return askWhen === undefined ? always : formulate(askWhen, formulation, item);
}

/** Whether the question under an answer key is asked, and for this choice. */
export function askedUnder(key: string, formulation: Formulation): Formula {
  const question = existing(formulation.questions, questionOfKey(key));
  const item = itemOfKey(key);
  const isChosen =
    item === undefined || question.each === undefined ? always : chosenIn(question.each, item, formulation);
  return allOf(formulation.space, [isChosen, formulateAsked(question, formulation, item)]);
}

/** Whether a choice is made in a question that others are asked or judged for. */
export function chosenIn(each: string, item: string, formulation: Formulation): Formula {
  const test: Test = { kind: 'includes', values: [item] };
  return formulateLook({ op: 'answer', question: each, test }, formulation, undefined);
}

/** A look at one answer, wherever it stands and whether or not it is asked for. */
export function formulateTest(test: Test, key: string, formulation: Formulation): Formula {
  const { space, answers, isFree, variables } = formulation;
  if (!isFree(key)) return holds(test, answers.get(key)) === 'true' ? always : never;
  const numbers = variablesOf(key, formulation);
  const [chosen, notApplicable] = [[], []] as [Formula[], Formula[]];
  for (const number of numbers) {
    const variable = variables[number];
    if (variable?.kind === 'answer') {
      const holding = variable.options.flatMap(([answer], value) => (holds(test, answer) === 'true' ? [value] : []));
      return literal(space, number, holding);
    }
    if (variable?.kind === 'not-applicable') notApplicable.push(literal(space, number, [1]));
    if (variable?.kind === 'choice' && 'values' in test && variable.choices.some((id) => test.values.includes(id))) {
      chosen.push(literal(space, number, [1]));
    }
  }
  const some = anyOf(space, chosen);
  const isRead = not(space, anyOf(space, notApplicable));
  if (test.kind === 'excludes') return allOf(space, [isRead, not(space, some)]);
  const allowsNone = 'values' in test && test.values.includes('not-applicable');
  return anyOf(space, [allOf(space, [isRead, some]), ...(allowsNone ? notApplicable : [])]);
}

/** The variables of an answer that is left to be found out. */
export function variablesOf(key: string, formulation: Formulation): readonly number[] {
  const { space, variables, ofKey } = formulation;
  const before = ofKey.get(key);
  if (before !== undefined) return before;
  const made = newVariables(key, formulation);
  const first = variables.length;
  variables.push(...made);
  space.sizes.push(...made.map((variable) => (variable.kind === 'answer' ? variable.options.length : 2)));
  const numbers = made.map((_, index) => first + index);
  ofKey.set(key, numbers);
  return numbers;
}

function newVariables(key: string, formulation: Formulation): readonly Variable[] {
  const question = existing(formulation.questions, questionOfKey(key));
  const looks = formulation.looks.get(question.id) ?? [];
  if (question.kind !== 'choices') return [{ kind: 'answer', key, options: optionsOf(key, question, formulation) }];
  const groups = formulation.itemized.has(question.id)
    ? choicesOf(question).map(({ id }) => [id])
    : alikeChoices(question, looks);
  return [
    ...(question.allowsNotApplicable ? [{ kind: 'not-applicable', key } as const] : []),
    ...groups.map((choices): Variable => ({ kind: 'choice', key, choices })),
  ];
}

/** The answers to a question, those together that every condition reads alike; the answer that is given among them. */
function optionsOf(key: string, question: Question, formulation: Formulation): readonly (readonly Answer[])[] {
  const looks = formulation.looks.get(question.id) ?? [];
  const given = formulation.answers.get(key);
  const all = [
    ...(isOpen(given) ? [] : [given]),
    ...givenAnswers(choicesOf(question).map(({ id }) => id)),
    ...(question.kind === 'choice'
      ? answersToTry(question, looks).filter(({ state }) => state !== 'given')
      : answersToTry(question, looks)),
  ];
  const options = new Map<string, Answer[]>();
  for (const answer of all) {
    const signature = looks.map(({ test }) => holds(test, answer)).join();
    options.set(signature, [...(options.get(signature) ?? []), answer]);
  }
  return [...options.values()];
}

/** The keys of the answers a formula reads, in the order in which they were first read. */
export function keysIn(formula: Formula, { variables }: Formulation): readonly string[] {
  const numbers = [...formula.reads].sort((one, other) => one - other);
  return [...new Set(numbers.map((number) => existingAt(variables, number).key))];
}
