import { answerKey, isOpen, itemOfKey, questionOfKey } from '../domain/answer.ts';
import type { Condition, Leaf, Test } from '../domain/condition.ts';
import { existing, existingAt } from '../domain/existing.ts';
import type { Finding } from '../domain/finding.ts';
import { choicesOf, type Question } from '../domain/question.ts';
import type { Requirement } from '../domain/requirement.ts';
import { allOf, always, anyOf, type Formula, literal, never, newSpace, not, type Space } from './formula.ts';
import { holds } from './judge.ts';
import type { Ground } from './shortest-answers.ts';
import { type Formulation, formulateTest, variablesOf } from './variables.ts';

/**
 * When a condition is known to hold, and when it is known not to: formulas over which answers there are. Both get true,
 * never false, as answers are added. This is `judge`, turned from one set of answers to all of them.
 */
interface Known {
  readonly yes: Formula;
  readonly no: Formula;
}

/** Over which answers it is said what is known. */
export interface Knowledge extends Ground {
  readonly questions: ReadonlyMap<string, Question>;
  /** What is known of one look at an answer. */
  readonly read: (test: Test, key: string) => Known;
}

/** The given answers, each there or left out: one variable each, of the values no and yes. */
export function knowledgeOfGiven({ questions, answers }: Formulation): Knowledge {
  const space = newSpace();
  const keys = [...answers].flatMap(([key, answer]) => (isOpen(answer) ? [] : [key]));
  space.sizes.push(...keys.map(() => 2));
  const numbers = new Map(keys.map((key, number) => [key, number]));
  return {
    space,
    questions,
    keyOf: (variable) => existingAt(keys, variable),
    variablesOf: (key) => [existing(numbers, key)],
    // What is given was asked for.
    askedUnder: () => always,
    read: (test, key) => {
      const number = numbers.get(key);
      if (number === undefined) return { yes: never, no: never };
      const isThere = literal(space, number, [1]);
      const isMet = holds(test, answers.get(key)) === 'true';
      return { yes: isMet ? isThere : never, no: isMet ? never : isThere };
    },
  };
}

/** The open answers beside those given: the variables of the formulation, each of which can also be missing. */
export function knowledgeOfOpen(formulation: Formulation): Knowledge {
  const { questions, answers, variables } = formulation;
  const space = newSpace();
  const numbersOf = (key: string) => {
    const numbers = variablesOf(key, formulation);
    for (const number of numbers) space.sizes[number] = existingAt(formulation.space.sizes, number) + 1;
    return numbers;
  };
  const isThere = (key: string) => {
    const [first = -1] = numbersOf(key);
    return literal(space, first, valuesBefore(formulation.space, first));
  };
  const read = (test: Test, key: string): Known => {
    const answer = answers.get(key);
    if (!isOpen(answer)) return holds(test, answer) === 'true' ? known : knownNot;
    const there = isThere(key);
    const formula = formulateTest(test, key, formulation);
    return {
      yes: allOf(space, [there, translated(formula, space)]),
      no: allOf(space, [there, translated(not(formulation.space, formula), space)]),
    };
  };
  const base = {
    space,
    questions,
    keyOf: (number: number) => existingAt(variables, number).key,
    variablesOf: numbersOf,
    read,
  };
  const knowledge: Knowledge = { ...base, askedUnder: (key) => knownAskedUnder(key, knowledge) };
  return knowledge;
}

const known: Known = { yes: always, no: never };
const knownNot: Known = { yes: never, no: always };

function valuesBefore({ sizes }: Space, variable: number): readonly number[] {
  return Array.from({ length: existingAt(sizes, variable) }, (_, value) => value);
}

/** The same formula over variables that can be missing. */
function translated(formula: Formula, space: Space): Formula {
  switch (formula.op) {
    case 'constant':
      return formula;
    case 'literal':
      return literal(space, formula.variable, formula.values);
    case 'and':
    case 'or': {
      const parts = formula.of.map((part) => translated(part, space));
      return formula.op === 'and' ? allOf(space, parts) : anyOf(space, parts);
    }
  }
}

/** That its choice is made, where it is asked for one, every finding that reads it needs anyway. */
function knownAskedUnder(key: string, knowledge: Knowledge): Formula {
  return knowAsked(existing(knowledge.questions, questionOfKey(key)), itemOfKey(key), knowledge).yes;
}

function know(condition: Condition, item: string | undefined, knowledge: Knowledge): Known {
  const { space } = knowledge;
  switch (condition.op) {
    case 'answer':
      return knowLook(condition, item, knowledge);
    case 'not': {
      const { yes, no } = know(condition.of, item, knowledge);
      return { yes: no, no: yes };
    }
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => know(part, item, knowledge));
      const [yes, no] = [parts.map((part) => part.yes), parts.map((part) => part.no)];
      return condition.op === 'all'
        ? { yes: allOf(space, yes), no: anyOf(space, no) }
        : { yes: anyOf(space, yes), no: allOf(space, no) };
    }
  }
}

function knowLook({ question: id, test }: Leaf, item: string | undefined, knowledge: Knowledge): Known {
  const question = existing(knowledge.questions, id);
  const asked = knowAsked(question, item, knowledge);
  const read = knowledge.read(test, answerKey(id, question.each === undefined ? undefined : item));
  return {
    yes: allOf(knowledge.space, [asked.yes, read.yes]),
    no: anyOf(knowledge.space, [asked.no, read.no]),
  };
}

function knowAsked({ askWhen }: Question, item: string | undefined, knowledge: Knowledge): Known {
  return askWhen === undefined ? known : know(askWhen, item, knowledge);
}

/** Whether a choice is made in a question that others are asked or judged for. */
function knowChosen(each: string, item: string, knowledge: Knowledge): Known {
  return knowledge.read({ kind: 'includes', values: [item] }, each);
}

/** When a finding is known to be as it is, or, where it is open, to be settled whichever way. */
export function knowFinding(
  { requirement, item, judged }: Pick<Finding, 'requirement' | 'item' | 'judged'>,
  knowledge: Knowledge,
): Formula {
  const { space, questions } = knowledge;
  const { each } = requirement;
  const statusOf = (choice: string | undefined) => {
    const statuses = knowStatuses(requirement, choice, knowledge);
    return judged === 'open' ? anyOf(space, Object.values(statuses)) : statuses[judged];
  };
  const carrier = each === undefined ? undefined : questions.get(each);
  if (carrier === undefined) return statusOf(undefined);
  const asked = knowAsked(carrier, undefined, knowledge);
  const chosen = (choice: string) => knowChosen(carrier.id, choice, knowledge);
  if (item !== undefined) return allOf(space, [asked.yes, chosen(item).yes, statusOf(item)]);
  const choices = choicesOf(carrier).map(({ id }) => {
    const { yes, no } = chosen(id);
    // Without a choice it does not apply; this is also all that can have settled it.
    return judged === 'open' ? anyOf(space, [no, allOf(space, [yes, statusOf(id)])]) : no;
  });
  return anyOf(space, [asked.no, allOf(space, [asked.yes, ...choices])]);
}

/** When each status is known; see `evaluateRequirement`. */
function knowStatuses(
  { appliesWhen, fulfilledWhen, partialWhen }: Requirement,
  item: string | undefined,
  knowledge: Knowledge,
): Readonly<Record<Exclude<Finding['judged'], 'open'>, Formula>> {
  const { space } = knowledge;
  const applies = appliesWhen === undefined ? known : know(appliesWhen, item, knowledge);
  const fulfilled = know(fulfilledWhen, item, knowledge);
  const partial = partialWhen === undefined ? knownNot : know(partialWhen, item, knowledge);
  return {
    'not-applicable': applies.no,
    fulfilled: allOf(space, [applies.yes, fulfilled.yes]),
    partial: allOf(space, [applies.yes, fulfilled.no, partial.yes]),
    violated: allOf(space, [applies.yes, fulfilled.no, partial.no]),
  };
}
