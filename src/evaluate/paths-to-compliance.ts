import { type Answer, type Answers, knownAnswers, questionOfKey } from '../domain/answer.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { choicesOf, type Question, type SubjectMatter } from '../domain/question.ts';
import { answersThatDiffer } from './answers-that-differ.ts';
import { givenAnswers } from './answers-to-try.ts';
import { type Demand, demandsFor, type Goal, isAtLeast, scopeQuestions } from './demands.ts';
import { evaluate } from './evaluate.ts';
import { budgetOf, meetAll, type ReadDemand, readDemand, stateOf } from './meet-demands.ts';
import { conflictAfter, type RepairGroup, type RepairTask, repairGroups } from './repairs.ts';

/** How many partial answers are looked at before the search gives up. */
const mostNodes = 200_000;

/** An answer to give instead of the one that was given. */
export interface AnswerChange {
  /** Answer key. */
  readonly key: string;
  /** Who can change it: `product` means another product. */
  readonly about: SubjectMatter;
  readonly from: Answer;
  /** Each does, as long as the others become the first of theirs. Of selections, one as near as can be to what was chosen. */
  readonly to: readonly Answer[];
}

/** What is still to be answered and must turn out well. */
export interface HopedAnswer {
  readonly key: string;
  /** Each does, as long as the others become the first of theirs. */
  readonly to: readonly Answer[];
}

/** One smallest way to meet some demands. */
export interface Alternative {
  /** In the order of the question bank; none where it only takes luck with what is open. */
  readonly changes: readonly AnswerChange[];
  readonly open: readonly HopedAnswer[];
  /** Requirements that are not met now and read what changes: what to do is in their measures. */
  readonly measures: readonly string[];
}

/** Requirements that hang together, and every smallest way to meet them; any way of one part goes with any of another. */
export interface PathPart {
  readonly requirements: readonly string[];
  /** Fewest changes first. None where nothing that may be changed helps. */
  readonly alternatives: readonly Alternative[];
}

/** Facts that stand against a goal as long as product, organisation and messenger stay what they are. */
export interface Obstacle {
  readonly requirements: readonly string[];
  /** Answer keys. */
  readonly facts: readonly string[];
}

/** How an assessment gets to a verdict. */
export interface PathsToCompliance {
  readonly goal: Goal;
  /** Whether the verdict is at least that already. */
  readonly isReached: boolean;
  /** Whether it can be reached without another product; `undefined` where the search gave up before it knew. */
  readonly isReachable: boolean | undefined;
  /** Parts in which something has to change or to turn out well. */
  readonly parts: readonly PathPart[];
  /** In how many ways the alternatives of the parts combine: the number of smallest sets of changes. */
  readonly count: number;
  /** What stands against it where it cannot be reached with this product. */
  readonly obstacles: readonly Obstacle[];
  /** `false` where the search gave up: there may be further parts and alternatives. */
  readonly isComplete: boolean;
}

interface Search {
  readonly task: RepairTask;
  readonly catalogue: Catalogue;
}

/**
 * Every inclusion-minimal set of answer changes after which the verdict over all is at least the goal, if what is open
 * turns out well. Answers to `fixed` questions and to those that say whom a paper binds are never changed.
 */
export function pathsToCompliance(
  catalogue: Catalogue,
  { assessment, date, goal }: { readonly assessment: Assessment; readonly date: string; readonly goal: Goal },
  limit = mostNodes,
): PathsToCompliance {
  const evaluation = evaluate(catalogue, assessment, date);
  const { questions } = catalogue;
  const isReached = isAtLeast(evaluation.overall.verdict, goal);
  const demands = demandsFor(goal, catalogue, { evaluation, assessment }).map((demand: Demand) =>
    readDemand(demand, questions),
  );
  const answers = knownAnswers(evaluation.answers);
  const scope = scopeQuestions(catalogue, assessment, evaluation);
  const changeable = [...answers.keys()].filter((key) => {
    const question = questions.get(questionOfKey(key));
    return question !== undefined && !question.fixed && !scope.has(question.id);
  });
  const budget = budgetOf(limit);
  const task: RepairTask = { questions, answers, demands, changeable: new Set(changeable), budget };
  const groups = repairGroups(task);
  const isComplete = budget.left >= 0;
  // What was found is still to be spelled out, whatever the search has used up.
  const spelling: Search = { task: { ...task, budget: { ...budget, left: Number.POSITIVE_INFINITY } }, catalogue };
  const all = groups.map((group) => partOf(group, spelling));
  const parts = all.filter((part) => part.alternatives.length !== 1 || saysSomething(part.alternatives[0]));
  const isEvaluated = evaluation.findings.length > 0;
  const isReachable = isEvaluated && parts.every(({ alternatives }) => alternatives.some(needsNoOtherProduct));
  return {
    goal,
    isReached,
    isReachable: isComplete || isReachable ? isReachable : undefined,
    parts,
    count: isEvaluated ? parts.reduce((product, { alternatives }) => product * alternatives.length, 1) : 0,
    obstacles: isReachable || !isComplete ? [] : groups.flatMap((group) => obstaclesIn(group, spelling.task)),
    isComplete,
  };
}

function saysSomething(alternative: Alternative | undefined): boolean {
  return alternative !== undefined && alternative.changes.length + alternative.open.length > 0;
}

function needsNoOtherProduct({ changes }: Alternative): boolean {
  return changes.every(({ about }) => about !== 'product');
}

/** The demands of a group that cannot be met as long as the product stays, each with the facts that stand against it. */
function obstaclesIn({ demands }: RepairGroup, task: RepairTask): readonly Obstacle[] {
  const isProduct = (key: string) => task.questions.get(questionOfKey(key))?.about === 'product';
  const released = [...task.changeable].filter((key) => !isProduct(key));
  const facts: RepairTask = { ...task, changeable: new Set([...task.answers.keys()]) };
  const each = demands.flatMap((demand) => conflictAfter(facts, [demand], released) ?? []);
  const found = each.length > 0 ? each : [conflictAfter(facts, demands, released)].filter((one) => one !== undefined);
  return found.map((conflict) => ({
    requirements: conflict.demands.map(({ requirement }) => requirement.id),
    facts: conflict.keys,
  }));
}

function partOf(group: RepairGroup, search: Search): PathPart {
  const { demands, repairs } = group;
  const bySize = repairs.toSorted((one, other) => one.length - other.length);
  return {
    requirements: demands
      .filter((demand) => stateOf(demand, search.task).is !== 'met')
      .map(({ requirement }) => requirement.id),
    alternatives: bySize.map((repair) => alternativeOf(repair, demands, search)),
  };
}

function alternativeOf(repair: readonly string[], demands: readonly ReadDemand[], search: Search): Alternative {
  const { task } = search;
  const keys = inOrder(repair, demands);
  const settled = settle(keys, demands, task);
  const hoped = [...settled.keys()].filter((key) => !task.answers.has(key));
  const alternativesTo = (key: string) => goodAnswers(key, settled, { demands, task });
  return {
    changes: keys.flatMap((key) => {
      const from = task.answers.get(key);
      const about = task.questions.get(questionOfKey(key))?.about;
      return from === undefined || about === undefined ? [] : [{ key, about, from, to: alternativesTo(key) }];
    }),
    open: inOrder(hoped, demands).map((key) => ({ key, to: alternativesTo(key) })),
    measures: demands
      .filter((demand) => demand.keys.some((key) => repair.includes(key)) && stateOf(demand, task).is === 'unmet')
      .map(({ requirement }) => requirement.id),
  };
}

function inOrder(keys: readonly string[], demands: readonly ReadDemand[]): readonly string[] {
  const order = [...new Set(demands.flatMap((demand) => demand.keys))];
  return keys.toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
}

/** One way to answer what changes and what is open, with no more of what is open than it takes. */
function settle(keys: readonly string[], demands: readonly ReadDemand[], task: RepairTask): Answers {
  const meet = (answers: Answers) => meetAll(demands, { questions: task.questions, answers }, task.budget);
  let fixed: Answers = new Map([...task.answers].filter(([key]) => !keys.includes(key)));
  for (const key of keys) {
    const free = meet(fixed)?.get(key);
    const before = task.answers.get(key);
    if (free === undefined || before === undefined) continue;
    const best = nearest(free, before, (answer) => meet(new Map(fixed).set(key, answer)) !== undefined);
    fixed = new Map(fixed).set(key, best);
  }
  let kept: Answers = meet(fixed) ?? fixed;
  for (const key of [...kept.keys()].filter((one) => !fixed.has(one))) {
    const less = new Map([...kept].filter(([one]) => one !== key));
    if (isMet(demands, less, task)) kept = less;
  }
  return kept;
}

/** The selection that does and from which as little of what was chosen is missing as can be; other answers stay. */
function nearest(answer: Answer, before: Answer, does: (answer: Answer) => boolean): Answer {
  if (!isSelection(answer) || !isSelection(before)) return answer;
  const toggled = (one: SelectionAnswer, choice: string): SelectionAnswer => ({
    ...one,
    value: one.value.includes(choice) ? one.value.filter((other) => other !== choice) : [...one.value, choice],
  });
  const surplus = answer.value.filter((choice) => !before.value.includes(choice));
  const missing = before.value.filter((choice) => !answer.value.includes(choice));
  return [...missing, ...surplus].reduce<SelectionAnswer>((best, choice) => {
    const nearer = toggled(best, choice);
    return does(nearer) ? nearer : best;
  }, answer);
}

type SelectionAnswer = Extract<Answer, { state: 'given' }> & { readonly value: readonly string[] };

function isSelection(answer: Answer): answer is SelectionAnswer {
  return answer.state === 'given' && typeof answer.value === 'object';
}

/** Every answer to one question that does as well as the settled one, which comes first. */
function goodAnswers(
  key: string,
  settled: Answers,
  { demands, task }: { readonly demands: readonly ReadDemand[]; readonly task: RepairTask },
): readonly Answer[] {
  const question = task.questions.get(questionOfKey(key));
  const chosen = settled.get(key);
  if (question === undefined || chosen === undefined) return [];
  if (isSelection(chosen)) return [chosen];
  const conditions = demands.flatMap((demand) => (demand.questions.has(question.id) ? demand.conditions : []));
  const others = [...everyChoice(question), ...answersThatDiffer(question, conditions)].filter(
    (answer) => textOf(answer) !== textOf(chosen) && isMet(demands, new Map(settled).set(key, answer), task),
  );
  return [chosen, ...new Map(others.map((answer) => [textOf(answer), answer])).values()];
}

function everyChoice(question: Question): readonly Answer[] {
  if (question.kind !== 'choice') return [];
  return givenAnswers(choicesOf(question).map(({ id }) => id));
}

function textOf(answer: Answer): string {
  return JSON.stringify([answer.state, answer.state === 'given' ? answer.value : '']);
}

function isMet(demands: readonly ReadDemand[], answers: Answers, { questions }: RepairTask): boolean {
  return demands.every((demand) => stateOf(demand, { questions, answers }).is === 'met');
}
