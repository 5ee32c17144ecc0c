import { type Answer, questionOfKey } from '../domain/answer.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { type Condition, questionsIn } from '../domain/condition.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { type SubjectMatter, withGates } from '../domain/question.ts';
import { requirementsOf } from '../domain/questionnaire.ts';
import type { Verdict } from '../domain/verdict.ts';
import { type AnswerToGive, answersToGive } from './answers-to-give.ts';
import { type Aim, type AimPart, asGiven, conflictBeside, keeping, partsOf } from './conflicts.ts';
import { allOf, type Formula, fill, fillAll, not, solve, valuesOf, withinEffort } from './formula.ts';
import { formulateVerdicts } from './formulate-verdict.ts';
import { shortestAnswers } from './shortest-answers.ts';
import { type Formulation, newFormulation, variablesOf } from './variables.ts';
import { mostEffort, verdictFormulas } from './verdict-interval.ts';

/** The verdicts worth reaching. */
export type Target = Extract<Verdict, 'conditional' | 'permissible'>;

/** One given answer that would have to be another. */
export interface AnswerChange {
  readonly key: string;
  /** Who can change it: the organisation, the operator, or only another product. */
  readonly about: SubjectMatter;
  readonly from: Answer;
  /** All answers that do as well; of a selection, what is to be added and what to be dropped. */
  readonly to: AnswerToGive;
}

/** Changes that reach a target together, in one part of it. None of them can be left out. */
export interface WayToComply {
  readonly changes: readonly AnswerChange[];
  /** Open answers that must turn out well then, and how. */
  readonly provided: readonly AnswerToGive[];
}

/** How a verdict over all that is at least as good as the target can be reached. */
export interface PathsToCompliance {
  readonly target: Target;
  /**
   * Whether it takes changes, another product (some part has no way without, or the messenger itself stands against it),
   * or another use; `given-up` where the search took too long, and nothing is known.
   */
  readonly reach: 'as-it-is' | 'with-changes' | 'other-product' | 'other-use' | 'given-up';
  /** Parts that share no answer: any way of each, all together, reach the target. Smallest ways first. */
  readonly parts: readonly { readonly ways: readonly WayToComply[] }[];
  /** How many ways there are in all: the product of those of the parts. */
  readonly count: number;
  /** Open answers that must turn out well whatever is changed, and how. */
  readonly provided: readonly AnswerToGive[];
  /** Where it takes another product or use: the sets of answers that stand against it, whatever the others are. */
  readonly against: readonly (readonly string[])[];
}

/**
 * All inclusion-minimal sets of changes to given answers after which the verdict over all is at least the target, at
 * best: for what is open, the best is assumed, and said. Equivalent measures and exceptions stay. Never changed is what
 * is fixed: what says whose use of what is assessed, and what decides which papers bind or concern it.
 */
export function pathsToCompliance(target: Target, catalogue: Catalogue, evaluation: Evaluation): PathsToCompliance {
  const fixed = fixedQuestions(catalogue);
  const aim = aimFor(target, { catalogue, evaluation, isChangeable: (key) => !fixed.has(questionOfKey(key)) });
  const { space } = aim.formulation;
  const none = { target, parts: [], count: 0, provided: [], against: [] };
  const search = withinEffort(space, mostEffort, () => {
    const parts = partsOf(aim);
    if (parts === undefined) return { ...none, ...otherCase(target, { catalogue, evaluation, fixed }) };
    const parted = parts.map((part) => ({ ways: part.ways.map((way) => toWay(way, part, aim)) }));
    const against = parts
      .flatMap(({ conflicts }) => conflicts)
      .filter((keys) => keys.every((key) => isProduct(key, aim)));
    return {
      target,
      reach: against.length > 0 ? 'other-product' : parts.length > 0 ? 'with-changes' : 'as-it-is',
      parts: parted,
      count: parted.reduce((product, { ways }) => product * ways.length, 1),
      provided: providedBeside(parts, aim),
      against,
    } as const;
  });
  return search?.found ?? { ...none, reach: 'given-up' };
}

interface Case {
  readonly catalogue: Catalogue;
  readonly evaluation: Evaluation;
  readonly isChangeable: (key: string) => boolean;
}

function aimFor(target: Target, { catalogue, evaluation, isChangeable }: Case): Aim {
  const { answers } = evaluation;
  const isKnown = (key: string) => catalogue.questions.has(questionOfKey(key));
  const given = [...answers].flatMap(([key, { state }]) => (state === 'unknown' ? [] : [key]));
  const changeable = new Set(given.filter((key) => isKnown(key) && isChangeable(key)));
  const formulation = newFormulation(catalogue, answers, (key) => changeable.has(key));
  const { overall } = formulateVerdicts(catalogue, evaluation, formulation);
  const { space } = formulation;
  const { impermissible, undetermined, permissible } = verdictFormulas(overall, space);
  const isAcceptable = allOf(space, [not(space, undetermined), not(space, impermissible)]);
  const goal = target === 'permissible' ? permissible : isAcceptable;
  return { goal, formulation, changeable };
}

/** What says whose use of what is assessed, and what decides which papers bind or concern it, with their gates. */
function fixedQuestions({ questions, questionnaires }: Catalogue): ReadonlySet<string> {
  const onScope: readonly (Condition | undefined)[] = [...questionnaires.values()].flatMap((questionnaire) => [
    questionnaire.binds,
    questionnaire.offeredWhen,
    ...requirementsOf(questionnaire).map(({ binds }) => binds),
  ]);
  const deciding = onScope.flatMap((condition) => (condition === undefined ? [] : questionsIn(condition)));
  const marked = [...questions.values()].flatMap(({ id, fixed }) => (fixed ? [id] : []));
  return new Set([...marked, ...withGates(deciding, questions)]);
}

/** Where no change reaches the target: what of the case itself stands against it. */
function otherCase(
  target: Target,
  { catalogue, evaluation, fixed }: Omit<Case, 'isChangeable'> & { readonly fixed: ReadonlySet<string> },
): Pick<PathsToCompliance, 'reach' | 'against'> {
  const all = aimFor(target, { catalogue, evaluation, isChangeable: () => true });
  const changed = new Set([...all.changeable].filter((key) => !fixed.has(questionOfKey(key))));
  const conflict = conflictBeside(changed, all);
  return { reach: conflict.some((key) => isProduct(key, all)) ? 'other-product' : 'other-use', against: [conflict] };
}

function isProduct(key: string, { formulation }: Aim): boolean {
  return formulation.questions.get(questionOfKey(key))?.about === 'product';
}

function toWay(way: readonly string[], part: AimPart, aim: Aim): WayToComply {
  const { formulation } = aim;
  let goal = keeping(part.goal, (key) => !way.includes(key), aim);
  const values = new Map<number, number>();
  const changes: AnswerChange[] = [];
  for (const key of way) {
    const from = formulation.answers.get(key);
    const about = formulation.questions.get(questionOfKey(key))?.about;
    const { to, changed, left } = changeOf(key, goal, formulation);
    if (from !== undefined && about !== undefined) changes.push({ key, about, from, to });
    for (const [number, value] of changed) values.set(number, value);
    goal = left;
  }
  const settled = (formula: Formula) =>
    keeping(fillAll(formulation.space, formula, values), (key) => aim.changeable.has(key), aim);
  const provided = shortestAnswers(goal, formulation, settled);
  return { changes, provided: provided === undefined ? [] : answersToGive(provided, formulation) };
}

/** What an answer can change to, and what is left to reach once it has; a selection changes as little as need be. */
function changeOf(key: string, goal: Formula, formulation: Formulation) {
  const { space, variables } = formulation;
  const given = asGiven(key, formulation);
  const [changed, values] = [new Map<number, number>(), new Map<number, number>()];
  const also: Answer[] = [];
  let left = goal;
  for (const number of variablesOf(key, formulation)) {
    const before = given.get(number) ?? 0;
    const variable = variables[number];
    const isWhole = variable?.kind === 'answer';
    const reached = (value: number) => solve(space, fill(space, left, [number, value])) !== undefined;
    const others = valuesOf(space, number).filter((value) => value !== before);
    const good = (isWhole ? others : [before, ...others]).filter(reached);
    const value = good[0] ?? before;
    if (isWhole) also.push(...good.flatMap((one) => variable.options[one] ?? []));
    if (value !== before) changed.set(number, value);
    values.set(number, value);
    left = fill(space, left, [number, value]);
  }
  const [selection = { kind: 'selection', key, including: [], excluding: [] }] = answersToGive(changed, formulation);
  const to: AnswerToGive = also.length > 0 ? { kind: 'one-of', key, answers: also } : selection;
  return { to, left, changed: values };
}

/** What must turn out well in the parts that need no change. */
function providedBeside(parts: readonly AimPart[], aim: Aim): readonly AnswerToGive[] {
  const changed = new Set(parts.flatMap(({ conflicts }) => conflicts.flat()));
  const goal = keeping(aim.goal, (key) => !changed.has(key), aim);
  const inParts = new Set(parts.flatMap((part) => [...part.goal.reads]));
  const beside = (goal.op === 'and' ? goal.of : [goal]).filter(
    ({ reads }) => ![...reads].some((one) => inParts.has(one)),
  );
  const { space } = aim.formulation;
  const settled = (formula: Formula) => keeping(formula, (key) => aim.changeable.has(key), aim);
  const values = shortestAnswers(allOf(space, beside), aim.formulation, settled);
  return values === undefined ? [] : answersToGive(values, aim.formulation);
}
