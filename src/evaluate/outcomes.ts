import type { Cause } from '../domain/difference.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { Finding, Status } from '../domain/finding.ts';
import { type Questionnaire, requirementsOf } from '../domain/questionnaire.ts';
import type { Requirement } from '../domain/requirement.ts';
import type { Verdict } from '../domain/verdict.ts';
import { countingAnswers } from './counting-answers.ts';
import { findingsOf, questionnairesOf, scopeOf } from './evaluate.ts';
import { partsOfFindings, type Sides, touches } from './parts-behind.ts';
import { replayOf } from './replay.ts';
import { verdictOfQuestionnaire } from './verdict-of-questionnaire.ts';
import { overallVerdict } from './verdicts.ts';

/** What can change: statuses by name of the finding, verdicts by questionnaire, and the one over all. */
export interface Outcome {
  readonly statuses: ReadonlyMap<string, Status>;
  readonly verdicts: ReadonlyMap<string | undefined, Verdict>;
}

/** What the old situation comes to with some of the causes. */
export interface Outcomes {
  readonly all: (causes: readonly Cause[]) => Outcome;
  /** Each computed once. */
  readonly verdicts: (causes: readonly Cause[]) => Outcome['verdicts'];
  /** Of one finding only; `undefined` where it is not judged. */
  readonly statusOf: (finding: Finding, causes: readonly Cause[]) => Status | undefined;
}

/** What a finding is known by in both situations. */
export function nameOf({ questionnaire, requirement, item }: Finding): string {
  return JSON.stringify([questionnaire, requirement.id, item ?? null]);
}

export function outcomeOf({
  findings,
  byQuestionnaire,
  overall,
}: Pick<Evaluation, 'findings' | 'byQuestionnaire' | 'overall'>): Outcome {
  return {
    statuses: new Map(findings.map((finding) => [nameOf(finding), finding.status])),
    verdicts: verdictsIn({ byQuestionnaire, overall }),
  };
}

function verdictsIn({
  byQuestionnaire,
  overall,
}: Pick<Evaluation, 'byQuestionnaire' | 'overall'>): Outcome['verdicts'] {
  return new Map([
    [undefined, overall.verdict],
    ...byQuestionnaire.map(({ questionnaire, verdict }) => [questionnaire, verdict] as const),
  ]);
}

/** Like `evaluate` on what was replayed, without what no comparison needs. */
export function outcomesFrom(sides: Sides, causes: readonly Cause[]): Outcomes {
  const replay = replayOf(sides.old, sides.now);
  const numbers = new Map(causes.map((cause, at) => [cause, at]));
  const keyOf = (some: readonly Cause[]) => some.map((cause) => numbers.get(cause)).join(' ');
  const known = new Map<string, Outcome['verdicts']>();
  const remembered = rememberFindings(sides, causes, keyOf);

  const situationWith = (some: readonly Cause[]) => {
    const { catalogue, assessment, date } = replay(some);
    const facts = { questions: catalogue.questions, answers: countingAnswers(assessment, date) };
    const findingsOn = (requirement: Requirement, questionnaire: Questionnaire) =>
      remembered({ questionnaire: questionnaire.id, requirement: requirement.id }, some, () =>
        findingsOf(withOnly(requirement, questionnaire), facts, { assessment, date }),
      );
    const isChosen = assessment.questionnaires.size > 0;
    return { catalogue, facts, isChosen, findingsOn, questionnaires: questionnairesOf(catalogue, assessment, facts) };
  };
  const evaluationWith = (some: readonly Cause[]) => {
    const { catalogue, facts, isChosen, findingsOn, questionnaires } = situationWith(some);
    const findings = questionnaires.flatMap((one) => requirementsOf(one).flatMap((rule) => findingsOn(rule, one)));
    const byQuestionnaire = questionnaires.map((questionnaire) =>
      verdictOfQuestionnaire(scopeOf(questionnaire, catalogue, { facts, isChosen }), questionnaire, findings),
    );
    return { findings, byQuestionnaire, overall: overallVerdict(byQuestionnaire) };
  };
  return {
    all: (some) => outcomeOf(evaluationWith(some)),
    verdicts: (some) => {
      const key = keyOf(some);
      const verdicts = known.get(key) ?? verdictsIn(evaluationWith(some));
      known.set(key, verdicts);
      return verdicts;
    },
    statusOf: (finding, some) => {
      const { findingsOn, questionnaires } = situationWith(some);
      const questionnaire = questionnaires.find(({ id }) => id === finding.questionnaire);
      const rules = questionnaire === undefined ? [] : requirementsOf(questionnaire);
      const rule = rules.find(({ id }) => id === finding.requirement.id);
      if (rule === undefined || questionnaire === undefined) return undefined;
      return findingsOn(rule, questionnaire).find((one) => nameOf(one) === nameOf(finding))?.status;
    },
  };
}

/** The findings on one requirement, by set of the causes that touch them. */
interface Memory {
  readonly touching: ReadonlySet<Cause>;
  readonly findings: Map<string, readonly Finding[]>;
}

interface RuleName {
  readonly questionnaire: string;
  readonly requirement: string;
}

/** A function that has the findings on a requirement judged once for every set of the causes that touch them. */
function rememberFindings(sides: Sides, causes: readonly Cause[], keyOf: (causes: readonly Cause[]) => string) {
  const memories = new Map<string, Memory>();
  return (name: RuleName, some: readonly Cause[], judged: () => readonly Finding[]): readonly Finding[] => {
    const id = JSON.stringify(name);
    const memory = memories.get(id) ?? newMemory(name, sides, causes);
    memories.set(id, memory);
    const key = keyOf(some.filter((cause) => memory.touching.has(cause)));
    const findings = memory.findings.get(key) ?? judged();
    memory.findings.set(key, findings);
    return findings;
  };
}

function newMemory({ questionnaire, requirement }: RuleName, sides: Sides, causes: readonly Cause[]): Memory {
  const isTouching = touches(partsOfFindings(questionnaire, requirement, sides));
  return { touching: new Set(causes.filter(isTouching)), findings: new Map() };
}

function withOnly(requirement: Requirement, questionnaire: Questionnaire): Questionnaire {
  return {
    ...questionnaire,
    sections: questionnaire.sections.slice(0, 1).map((one) => ({ ...one, requirements: [requirement] })),
  };
}
