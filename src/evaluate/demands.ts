import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { questionsIn } from '../domain/condition.ts';
import { type Evaluation, findingsFor } from '../domain/evaluation.ts';
import { type Finding, type JudgedStatus, judgedStatuses } from '../domain/finding.ts';
import { withGates } from '../domain/question.ts';
import { type Questionnaire, requirementsOf } from '../domain/questionnaire.ts';
import type { Level, Requirement } from '../domain/requirement.ts';
import { type QuestionnaireVerdict, type Verdict, verdicts, worstOf } from '../domain/verdict.ts';
import { toFinding } from './to-finding.ts';
import { verdictOf } from './verdicts.ts';

/** A verdict somebody wants to reach. */
export type Goal = Extract<Verdict, 'conditional' | 'permissible'>;

/** A requirement that counts for the verdict over all, and with which statuses it does not stand in the way of a goal. */
export interface Demand {
  readonly requirement: Requirement;
  readonly isMetBy: Readonly<Record<JudgedStatus, boolean>>;
}

export function isAtLeast(verdict: Verdict, goal: Verdict): boolean {
  return verdicts.indexOf(verdict) >= verdicts.indexOf(goal);
}

/**
 * What must be met for the verdict over all to be at least the goal: by the papers that bind or, where none does, by all.
 * While it is open which do, by every paper that may count, so that the goal is reached whichever way that turns out.
 */
export function demandsFor(
  goal: Goal,
  catalogue: Catalogue,
  { evaluation, assessment }: { readonly evaluation: Evaluation; readonly assessment: Assessment },
): readonly Demand[] {
  const counting = new Map<string, { finding: Finding; raised: (ReadonlyMap<string, Level> | undefined)[] }>();
  for (const { finding, raised } of countingFindings(catalogue, evaluation)) {
    const { id } = finding.requirement;
    counting.set(id, { finding, raised: [...(counting.get(id)?.raised ?? []), raised] });
  }
  const records = { assessment, date: evaluation.date };
  const demands = [...counting.values()].map(({ finding, raised }): Demand => {
    const isMet = (judged: JudgedStatus) => {
      const as = toFinding(finding, { judged, because: [] }, records);
      return isAtLeast(worstOf(raised.map((levels) => verdictOf([as], levels).verdict)), goal);
    };
    const isMetBy = Object.fromEntries(judgedStatuses.map((judged) => [judged, isMet(judged)]));
    return { requirement: finding.requirement, isMetBy: isMetBy as Demand['isMetBy'] };
  });
  return demands.filter(({ isMetBy }) => Object.values(isMetBy).includes(false));
}

/** The findings that count, each with the levels as the paper it counts for has raised them. */
function countingFindings(
  { questionnaires }: Catalogue,
  { byQuestionnaire, findings }: Evaluation,
): readonly { readonly finding: Finding; readonly raised: ReadonlyMap<string, Level> | undefined }[] {
  const surelyBound = byQuestionnaire.some(
    ({ binding, mayNotConcern, parts }) =>
      binding === 'binds' && !mayNotConcern && (parts?.some((part) => part.binding === 'binds') ?? true),
  );
  return byQuestionnaire.flatMap((one) => {
    const questionnaire = questionnaires.get(one.questionnaire);
    if (questionnaire === undefined) return [];
    const raised = questionnaire.extends?.raised;
    return findingsFor(questionnaire, findings)
      .filter((finding) => !surelyBound || mayBind(one, finding))
      .map((finding) => ({ finding, raised }));
  });
}

function mayBind({ binding, questionnaire }: QuestionnaireVerdict, finding: Finding): boolean {
  if (binding === 'orients') return false;
  return finding.questionnaire !== questionnaire || finding.addressed?.truth !== 'false';
}

/**
 * The questions that say whom the papers bind and concern. To comply by answering them otherwise would be to assess
 * another organisation.
 */
export function scopeQuestions(
  catalogue: Catalogue,
  assessment: Assessment,
  evaluation: Evaluation,
): ReadonlySet<string> {
  const isChosen = assessment.questionnaires.size > 0;
  const evaluated = new Set(evaluation.byQuestionnaire.map(({ questionnaire }) => questionnaire));
  const read = [...catalogue.questionnaires.values()].flatMap((one: Questionnaire) => {
    const scope = [one.binds, ...requirementsOf(one).map(({ binds }) => binds)];
    if (isChosen) return evaluated.has(one.id) ? scope : [];
    return [...scope, one.offeredWhen];
  });
  return withGates(
    read.flatMap((condition) => (condition === undefined ? [] : questionsIn(condition))),
    catalogue.questions,
  );
}
