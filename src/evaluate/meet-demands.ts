import { type Answer, type Answers, questionOfKey } from '../domain/answer.ts';
import type { Condition } from '../domain/condition.ts';
import { choicesOf, type Question, withGates } from '../domain/question.ts';
import { questionsReadBy } from '../domain/requirement.ts';
import { answersThatDiffer, selectionsThatDiffer, selectionsWithEach } from './answers-that-differ.ts';
import type { Demand } from './demands.ts';
import { evaluateRequirement } from './evaluate-requirement.ts';
import { independentGroups } from './independent-groups.ts';
import { conditionsWithGates, keysOf } from './keys-behind.ts';

/** A demand with what it reads, looked up once. */
export interface ReadDemand extends Demand {
  /** Questions it reads itself or through gates. */
  readonly questions: ReadonlySet<string>;
  /** Every answer key it can depend on, in the order of the question bank. */
  readonly keys: readonly string[];
  readonly conditions: readonly Condition[];
}

/** What a search keeps from one try to the next. */
export interface Budget {
  /** How much may still be tried; below zero, the search has given up. */
  left: number;
  /** Answers that stand for all there are, by the key and the demands that read it. */
  readonly options: Map<string, readonly Answer[]>;
  /** The answer to each key that did last; it often does again, and is tried first. */
  readonly lastGood: Map<string, Answer>;
  /** The demands that ended the branches of the last search: those alone cannot be met, either, where it found nothing. */
  readonly blamed: Set<ReadDemand>;
}

export function budgetOf(left: number): Budget {
  return { left, options: new Map(), lastGood: new Map(), blamed: new Set() };
}

type Questions = ReadonlyMap<string, Question>;

export function readDemand(demand: Demand, questions: Questions): ReadDemand {
  const { requirement } = demand;
  const read = withGates(questionsReadBy(requirement), questions);
  const carriers = [...read].flatMap((id) => questions.get(id)?.each ?? []);
  const items = [...new Set(carriers)].flatMap((id) => {
    const carrier = questions.get(id);
    return carrier === undefined ? [] : choicesOf(carrier).map((choice) => choice.id);
  });
  return {
    ...demand,
    questions: read,
    keys: keysOf(read, questions, items),
    conditions: conditionsWithGates(requirement, questions),
  };
}

/** Whether a demand is met under some answers; while it is open, the keys on which that hangs. */
export function stateOf(
  { requirement, isMetBy }: Demand,
  facts: { readonly questions: Questions; readonly answers: Answers },
): { readonly is: 'met' | 'unmet' | 'open'; readonly hangsOn: readonly string[] } {
  const outcomes = evaluateRequirement(requirement, facts);
  if (outcomes.some(({ judged }) => judged !== 'open' && !isMetBy[judged])) return { is: 'unmet', hangsOn: [] };
  const open = isMetBy.open ? [] : outcomes.filter(({ judged }) => judged === 'open');
  return { is: open.length > 0 ? 'open' : 'met', hangsOn: open.flatMap(({ because }) => because) };
}

/**
 * Answers to what is missing with which every demand is met, added to those given; `undefined` if there are none, or if
 * the budget ran out. Settled demands stay settled as answers are added, so a demand that is not met ends a branch.
 */
export function meetAll(
  demands: readonly ReadDemand[],
  facts: { readonly questions: Questions; readonly answers: Answers },
  budget: Budget,
): Answers | undefined {
  const search: Search = { questions: facts.questions, answers: new Map(facts.answers), all: demands, budget };
  budget.blamed.clear();
  return settleAll(demands, search) ? search.answers : undefined;
}

interface Search {
  readonly questions: Questions;
  /** Grows on the way down, and shrinks again where a branch fails. */
  readonly answers: Map<string, Answer>;
  readonly all: readonly ReadDemand[];
  readonly budget: Budget;
}

/** Adds answers until these demands are met; where that fails, the answers are left as they were. */
function settleAll(demands: readonly ReadDemand[], search: Search): boolean {
  const { answers, budget } = search;
  budget.left -= 1;
  if (budget.left < 0) return false;
  const states = demands.map((demand) => ({ demand, ...stateOf(demand, search) }));
  const unmet = states.find(({ is }) => is === 'unmet');
  if (unmet !== undefined) {
    budget.blamed.add(unmet.demand);
    return false;
  }
  const open = states.filter(({ is }) => is === 'open');
  if (open.length === 0) return true;
  const toSettle = open.map(({ demand }) => demand);
  // What shares no open answer cannot get in each other's way: where one part cannot be met, no other is tried again.
  const parts = independentGroups(toSettle, ({ keys }) => keys.filter((key) => !answers.has(key)));
  if (parts.length === 1) return branch(mostFrequent(open.flatMap(({ hangsOn }) => hangsOn)), toSettle, search);
  const before = new Set(answers.keys());
  if (parts.every((part) => settleAll(part, search))) return true;
  for (const key of [...answers.keys()].filter((one) => !before.has(one))) answers.delete(key);
  return false;
}

/** Tries every answer to one question. */
function branch(key: string, demands: readonly ReadDemand[], search: Search): boolean {
  const { answers, all, budget } = search;
  const question = questionOfKey(key);
  let touched = demands.filter((demand) => demand.questions.has(question));
  for (const answer of answersFor(key, all, search)) {
    answers.set(key, answer);
    const unmet = touched.find((demand) => stateOf(demand, search).is === 'unmet');
    if (unmet !== undefined) budget.blamed.add(unmet);
    // What ruled out one answer often rules out the next.
    if (unmet !== undefined && unmet !== touched[0]) touched = [unmet, ...touched.filter((one) => one !== unmet)];
    if (unmet === undefined && settleAll(demands, search)) {
      budget.lastGood.set(key, answer);
      return true;
    }
    if (budget.left < 0) break;
  }
  answers.delete(key);
  return false;
}

/** Answers that stand for all there are. Where demands are judged per choice, it also matters which choices are made. */
function answersFor(
  key: string,
  demands: readonly ReadDemand[],
  { questions, budget }: { readonly questions: Questions; readonly budget: Budget },
): readonly Answer[] {
  const question = questions.get(questionOfKey(key));
  if (question === undefined) return [];
  const reading = demands.filter((demand) => demand.questions.has(question.id));
  const name = `${key} ${reading.map(({ requirement }) => requirement.id).join()}`;
  const conditions = () => reading.flatMap((demand) => demand.conditions);
  const isCarrier = reading.some(({ requirement }) => requirement.each === question.id);
  const all =
    budget.options.get(name) ??
    (isCarrier
      ? selectionsThatDiffer(question, conditions())
      : fullestFirst(answersThatDiffer(question, conditions())));
  budget.options.set(name, all);
  const good = budget.lastGood.get(key);
  return good === undefined ? all : [good, ...all];
}

/** Of the measures a question lists, most are wanted most often. */
function fullestFirst(answers: readonly Answer[]): readonly Answer[] {
  const sizeOf = (answer: Answer) =>
    answer.state === 'given' && typeof answer.value === 'object' ? answer.value.length : 0;
  return answers.toSorted((one, other) => sizeOf(other) - sizeOf(one));
}

/** The same for one demand where it is looked for a way to leave it unmet. */
export function answersAgainst(key: string, demand: ReadDemand, questions: Questions): readonly Answer[] {
  const question = questions.get(questionOfKey(key));
  if (question === undefined) return [];
  const selections = demand.requirement.each === question.id ? selectionsWithEach : answersThatDiffer;
  return selections(question, demand.conditions);
}

/** The first of those that occur most often. */
function mostFrequent(keys: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return keys.find((key) => counts.get(key) === most) ?? '';
}
