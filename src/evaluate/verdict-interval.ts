import { type Answer, questionOfKey } from '../domain/answer.ts';
import { type Assessment, messengerQuestion } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { requirementsOf } from '../domain/questionnaire.ts';
import { bestOf, type Verdict, type VerdictInterval, worstOf } from '../domain/verdict.ts';
import { answersThatDiffer, selectionsThatDiffer, selectionsWithEach } from './answers-that-differ.ts';
import { demandsFor, type Goal, scopeConditions } from './demands.ts';
import { evaluate } from './evaluate.ts';
import { conditionsWithGates } from './keys-behind.ts';
import {
  answersAgainst,
  type Budget,
  budgetOf,
  meetAll,
  type ReadDemand,
  readDemand,
  stateOf,
} from './meet-demands.ts';

/** An assessment and what follows from it. */
export interface Assessed {
  readonly assessment: Assessment;
  readonly evaluation: Evaluation;
}

/** So many steps a search may take; once it is settled which papers count, it takes a few hundred. */
const mostNodes = 20_000;

/** What it costs to evaluate everything once more, in steps. */
const nodesPerScope = 200;

const everything: VerdictInterval = { best: 'permissible', worst: 'impermissible' };
const nothing: VerdictInterval = { best: 'impermissible', worst: 'permissible' };

/**
 * The best and the worst verdict over all ways to answer what is open; each of the two is reached by one of them. Where
 * the search would take more than `limit` steps, the interval is everything and says so by `isExact`.
 */
export function verdictInterval(
  catalogue: Catalogue,
  assessed: Assessed,
  limit = mostNodes,
): VerdictInterval & { readonly isExact: boolean } {
  const { verdict, basis } = assessed.evaluation.overall;
  // More answers never change what is settled.
  if (verdict === 'impermissible' && basis !== 'unclear-binding')
    return { best: verdict, worst: verdict, isExact: true };
  const budget = budgetOf(limit);
  const interval = widened(nothing, catalogue, assessed, budget);
  return budget.left < 0 ? { ...everything, isExact: false } : { ...interval, isExact: true };
}

/** An interval with all that can come of an assessment; while it is open which papers count, of every way that can go. */
function widened(sofar: VerdictInterval, catalogue: Catalogue, assessed: Assessed, budget: Budget): VerdictInterval {
  const key = openScope(assessed.evaluation);
  if (key === undefined) return widenedInScope(sofar, catalogue, assessed, budget);
  const answers = answersToScope(key, catalogue);
  // Every selection counts apart where many demands read it: these are too many to try each with all that follows.
  if (answers === undefined) budget.left = -1;
  let interval = sofar;
  for (const answer of answers ?? []) {
    const isEverything = interval.best === everything.best && interval.worst === everything.worst;
    if (isEverything || budget.left < 0) return interval;
    budget.left -= nodesPerScope;
    interval = widened(interval, catalogue, answered(assessed, { key, answer }, catalogue), budget);
  }
  return interval;
}

/** An answer key on which it hangs whom a paper binds, or whether it concerns the assessment. */
function openScope({ byQuestionnaire, findings }: Evaluation): string | undefined {
  const ofPapers = byQuestionnaire.flatMap(({ binding, bindingBecause, concernHangsOn = [] }) => [
    ...concernHangsOn,
    ...(binding === 'unclear' ? bindingBecause : []),
  ]);
  const ofDemands = findings.flatMap(({ addressed }) => (addressed?.truth === 'unknown' ? addressed.because : []));
  return [...ofPapers, ...ofDemands][0];
}

/** So many choices have too many selections; a question with fewer has at most 64. */
const mostChoices = 6;

/** What is answered on the scope may be read by demands as well; `undefined`: there are too many answers. */
function answersToScope(key: string, catalogue: Catalogue): readonly Answer[] | undefined {
  const { questions, questionnaires } = catalogue;
  const question = questions.get(questionOfKey(key));
  if (question === undefined || (question.kind === 'choices' && question.choices.length > mostChoices))
    return undefined;
  const requirements = [...questionnaires.values()].flatMap(requirementsOf);
  const conditions = [
    ...scopeConditions(catalogue),
    ...requirements.flatMap((requirement) => conditionsWithGates(requirement, questions)),
  ];
  const isCarrier = requirements.some(({ each }) => each === question.id);
  return isCarrier
    ? [...selectionsThatDiffer(question, conditions), ...selectionsWithEach(question, conditions)]
    : answersThatDiffer(question, conditions);
}

function answered(
  { assessment, evaluation }: Assessed,
  { key, answer }: { readonly key: string; readonly answer: Answer },
  catalogue: Catalogue,
): Assessed {
  const isMessenger = key === messengerQuestion && answer.state === 'given';
  const after: Assessment = isMessenger
    ? { ...assessment, subject: { ...assessment.subject, messenger: String(answer.value) } }
    : { ...assessment, answers: new Map(assessment.answers).set(key, answer) };
  return { assessment: after, evaluation: evaluate(catalogue, after, evaluation.date) };
}

/** The same where it is settled which papers count. What is in the interval already is not searched for again. */
function widenedInScope(
  sofar: VerdictInterval,
  catalogue: Catalogue,
  assessed: Assessed,
  budget: Budget,
): VerdictInterval {
  const { evaluation } = assessed;
  const { verdict } = evaluation.overall;
  if (evaluation.byQuestionnaire.length === 0) {
    return { best: bestOf([sofar.best, verdict]), worst: worstOf([sofar.worst, verdict]) };
  }
  const read = (goal: Goal) =>
    demandsFor(goal, catalogue, assessed).map((demand) => readDemand(demand, catalogue.questions));
  const answers = new Map([...evaluation.answers].filter(([, { state }]) => state !== 'unknown'));
  const facts = { questions: catalogue.questions, answers };
  const canMeet = (goal: Goal) => meetAll(read(goal), facts, budget) !== undefined;
  const canFail = (goal: Goal) => read(goal).some((demand) => canBeUnmet(demand, facts, budget));
  const isBetter = (one: Verdict) => bestOf([one, sofar.best]) !== sofar.best;
  const isWorse = (one: Verdict) => worstOf([one, sofar.worst]) !== sofar.worst;
  const best = (['permissible', 'conditional'] as const).find((goal) => isBetter(goal) && canMeet(goal));
  // Whoever misses a goal ends with the verdict below it.
  const missed = (['conditional', 'permissible'] as const).find((goal) => isWorse(below[goal]) && canFail(goal));
  return { best: best ?? sofar.best, worst: missed === undefined ? sofar.worst : below[missed] };
}

const below = { conditional: 'impermissible', permissible: 'conditional' } as const satisfies Record<Goal, Verdict>;

/** Whether some way to answer what is missing leaves a demand unmet. */
function canBeUnmet(demand: ReadDemand, facts: Parameters<typeof meetAll>[1], budget: Budget): boolean {
  budget.left -= 1;
  const { is, hangsOn } = stateOf(demand, facts);
  const [key] = hangsOn;
  if (is !== 'open' || key === undefined || budget.left < 0) return is === 'unmet';
  const { questions, answers } = facts;
  return answersAgainst(key, demand, questions).some((answer) =>
    canBeUnmet(demand, { questions, answers: new Map(answers).set(key, answer) }, budget),
  );
}
