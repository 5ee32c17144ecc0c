import { type Answer, questionOfKey } from '../domain/answer.ts';
import { type Assessment, messengerQuestion } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { requirementsOf } from '../domain/questionnaire.ts';
import { bestOf, type VerdictInterval, worstOf } from '../domain/verdict.ts';
import { answersThatDiffer, selectionsThatDiffer, selectionsWithEach } from './answers-that-differ.ts';
import { type Demand, demandsFor, scopeConditions } from './demands.ts';
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

/** So many steps a search may take; on the questionnaires that ship it takes a few hundred. */
const mostNodes = 50_000;

/** What it costs to evaluate everything once more, in steps. */
const nodesPerScope = 100;

const everything: VerdictInterval = { best: 'permissible', worst: 'impermissible' };

/**
 * The best and the worst verdict over all ways to answer what is open; each of the two is reached by one of them. Where
 * the search would take more than `limit` steps, the interval is `everything` and says so by `isExact`.
 */
export function verdictInterval(
  catalogue: Catalogue,
  assessed: Assessed,
  limit = mostNodes,
): VerdictInterval & { readonly isExact: boolean } {
  const budget = budgetOf(limit);
  const interval = intervalOf(catalogue, assessed, budget);
  return budget.left < 0 ? { ...everything, isExact: false } : { ...interval, isExact: true };
}

/** While it is open which papers bind or concern the assessment, every way in which that can turn out. */
function intervalOf(catalogue: Catalogue, assessed: Assessed, budget: Budget): VerdictInterval {
  const key = openScope(assessed.evaluation);
  if (key === undefined) return intervalInScope(catalogue, assessed, budget);
  let interval: VerdictInterval | undefined;
  for (const answer of answersToScope(key, catalogue)) {
    budget.left -= nodesPerScope;
    const { best, worst } = intervalOf(catalogue, answered(assessed, { key, answer }, catalogue), budget);
    interval = interval
      ? { best: bestOf([interval.best, best]), worst: worstOf([interval.worst, worst]) }
      : { best, worst };
    const isEverything = interval.best === everything.best && interval.worst === everything.worst;
    if (isEverything || budget.left < 0) break;
  }
  return interval ?? everything;
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

/** What is answered on the scope may be read by demands as well. */
function answersToScope(key: string, catalogue: Catalogue): readonly Answer[] {
  const { questions, questionnaires } = catalogue;
  const question = questions.get(questionOfKey(key));
  if (question === undefined) return [];
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

function intervalInScope(catalogue: Catalogue, assessed: Assessed, budget: Budget): VerdictInterval {
  const { evaluation } = assessed;
  const { verdict } = evaluation.overall;
  if (evaluation.byQuestionnaire.length === 0) return { best: verdict, worst: verdict };
  const read = (demands: readonly Demand[]) => demands.map((demand) => readDemand(demand, catalogue.questions));
  const [forAny, forBest] = [
    read(demandsFor('conditional', catalogue, assessed)),
    read(demandsFor('permissible', catalogue, assessed)),
  ];
  const answers = new Map([...evaluation.answers].filter(([, { state }]) => state !== 'unknown'));
  const facts = { questions: catalogue.questions, answers };
  const canMeet = (demands: readonly ReadDemand[]) => meetAll(demands, facts, budget) !== undefined;
  const canFail = (demands: readonly ReadDemand[]) => demands.some((demand) => canBeUnmet(demand, facts, budget));
  return {
    best: canMeet(forBest) ? 'permissible' : canMeet(forAny) ? 'conditional' : 'impermissible',
    worst: canFail(forAny) ? 'impermissible' : canFail(forBest) ? 'conditional' : 'permissible',
  };
}

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
