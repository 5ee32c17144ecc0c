import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { findingsFor } from '../domain/evaluation.ts';
import type { Finding } from '../domain/finding.ts';
import { type Questionnaire, requirementsOf } from '../domain/questionnaire.ts';
import { and, type Truth } from '../domain/truth.ts';
import type { Binding, QuestionnaireVerdict } from '../domain/verdict.ts';
import { agendaOf } from './agenda.ts';
import { contradictionsInPlay } from './contradictions-in-play.ts';
import { countingAnswers } from './counting-answers.ts';
import { evaluateRequirement } from './evaluate-requirement.ts';
import { type Facts, judge } from './judge.ts';
import { toFinding } from './to-finding.ts';
import { overallVerdict, verdictOf } from './verdicts.ts';

const bindings: Readonly<Record<Truth, Binding>> = { true: 'binds', unknown: 'unclear', false: 'orients' };

/**
 * Findings and verdicts of an assessment for one day (`YYYY-MM-DD`). Reads no file, clock or terminal:
 * the same input gives the same result.
 */
export function evaluate(catalogue: Catalogue, assessment: Assessment, date: string): Evaluation {
  const answers = countingAnswers(assessment, date);
  const facts: Facts = { questions: catalogue.questions, answers };
  const questionnaires = questionnairesOf(catalogue, assessment, facts);
  const findings = questionnaires.flatMap((questionnaire) => findingsOf(questionnaire, facts, { assessment, date }));
  const byQuestionnaire = questionnaires.map((questionnaire) => {
    const verdict = verdictOfQuestionnaire(questionnaire, findings, facts);
    const { offeredWhen } = questionnaire;
    const concern = assessment.questionnaires.size === 0 && offeredWhen ? judge(offeredWhen, facts) : undefined;
    if (concern?.truth !== 'unknown') return verdict;
    return { ...verdict, mayNotConcern: true, concernHangsOn: concern.because };
  });
  return {
    date,
    answers,
    agenda: agendaOf(catalogue, { questionnaires, answers, findings }),
    findings,
    contradictions: contradictionsInPlay(catalogue, findings, facts),
    byQuestionnaire,
    overall: overallVerdict(byQuestionnaire.flatMap((one) => partsOf(one, catalogue, findings))),
  };
}

/** What comes of `binds`; a paper without it binds nobody. */
export function bindingOf(bound: Truth | undefined): Binding {
  return bound === undefined ? 'orients' : bindings[bound];
}

/**
 * The questionnaires an assessment names, in the catalogue's order; where it names none, those that concern it. What
 * one of them extends is evaluated with it.
 */
function questionnairesOf(catalogue: Catalogue, assessment: Assessment, facts: Facts): readonly Questionnaire[] {
  const all = [...catalogue.questionnaires.values()];
  const isChosen = (questionnaire: Questionnaire) =>
    assessment.questionnaires.size > 0
      ? assessment.questionnaires.has(questionnaire.id)
      : // One that may concern it is asked and shown: leaving it out would hide what is open.
        concerns(questionnaire, facts) !== 'false';
  const chosen = new Set(all.filter(isChosen).flatMap((one) => [one.id, ...(one.extends ? [one.extends.base] : [])]));
  return all.filter(({ id }) => chosen.has(id));
}

/** Whether a questionnaire concerns an assessment at all, by the answers on the use. */
export function concerns({ offeredWhen }: Questionnaire, facts: Facts): Truth {
  return offeredWhen === undefined ? 'true' : judge(offeredWhen, facts).truth;
}

function findingsOf(
  questionnaire: Questionnaire,
  facts: Facts,
  records: { assessment: Assessment; date: string },
): readonly Finding[] {
  const bound = questionnaire.binds && judge(questionnaire.binds, facts).truth;
  return requirementsOf(questionnaire).flatMap((requirement) => {
    const narrower = requirement.binds && judge(requirement.binds, facts).truth;
    const truth = bound && and(narrower ? [bound, narrower] : [bound]);
    const place = { requirement, questionnaire: questionnaire.id, binding: bindingOf(truth) };
    return evaluateRequirement(requirement, facts).map((outcome) => toFinding(place, outcome, records));
  });
}

/** A questionnaire in the parts that count apart for the verdict over all: what of it binds, may bind, and orients. */
export function partsOf(
  whole: QuestionnaireVerdict,
  { questionnaires }: Catalogue,
  findings: readonly Finding[],
): readonly QuestionnaireVerdict[] {
  const questionnaire = questionnaires.get(whole.questionnaire);
  if (questionnaire === undefined) return [whole];
  const counting = findingsFor(questionnaire, findings);
  const parts = new Map<string, { binding: Binding; findings: Finding[] }>();
  for (const finding of counting) {
    // What it takes over from the questionnaire it extends binds as it does itself.
    const isOwn = finding.questionnaire === whole.questionnaire;
    const binding = isOwn ? finding.binding : whole.binding;
    // What may bind can turn out one way for one condition, and another way for another.
    const condition = isOwn && binding === 'unclear' ? JSON.stringify(finding.requirement.binds) : '';
    const key = `${binding} ${condition}`;
    parts.set(key, { binding, findings: [...(parts.get(key)?.findings ?? []), finding] });
  }
  return [...parts.values()].map((part) => ({
    ...whole,
    binding: part.binding,
    ...verdictOf(part.findings, questionnaire.extends?.raised),
  }));
}

function verdictOfQuestionnaire(
  questionnaire: Questionnaire,
  findings: readonly Finding[],
  facts: Facts,
): QuestionnaireVerdict {
  const { id, binds } = questionnaire;
  const bound = binds && judge(binds, facts);
  return {
    questionnaire: id,
    binding: bindingOf(bound?.truth),
    bindingBecause: bound?.because ?? [],
    ...verdictOf(findingsFor(questionnaire, findings), questionnaire.extends?.raised),
  };
}
