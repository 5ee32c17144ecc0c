import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { Finding } from '../domain/finding.ts';
import { type Questionnaire, requirementsOf } from '../domain/questionnaire.ts';
import type { Truth } from '../domain/truth.ts';
import type { Binding, QuestionnaireVerdict } from '../domain/verdict.ts';
import { agendaOf } from './agenda.ts';
import { countingAnswers } from './counting-answers.ts';
import { evaluateRequirement } from './evaluate-requirement.ts';
import { type Facts, type Judgement, judge } from './judge.ts';
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
  const judged = questionnaires.map((questionnaire) => {
    const findings = findingsOf(questionnaire, facts, { assessment, date });
    const verdict = verdictOfQuestionnaire(questionnaire, findings, facts);
    const { offeredWhen } = questionnaire;
    const concern = assessment.questionnaires.size === 0 && offeredWhen ? judge(offeredWhen, facts) : undefined;
    if (concern?.truth !== 'unknown') return { findings, verdict };
    return { findings, verdict: { ...verdict, mayNotConcern: true, concernHangsOn: concern.because } };
  });
  const findings = judged.flatMap((one) => one.findings);
  const byQuestionnaire = judged.map((one) => one.verdict);
  return {
    date,
    answers,
    agenda: agendaOf(catalogue, { questionnaires, answers, findings }),
    findings,
    byQuestionnaire,
    overall: overallVerdict(byQuestionnaire),
  };
}

/** What comes of `binds`; a paper without it binds nobody. */
export function bindingOf(bound: Pick<Judgement, 'truth'> | undefined): Binding {
  return bound === undefined ? 'orients' : bindings[bound.truth];
}

/** The questionnaires an assessment names, in the catalogue's order; where it names none, those that concern it. */
function questionnairesOf(catalogue: Catalogue, assessment: Assessment, facts: Facts): readonly Questionnaire[] {
  const all = [...catalogue.questionnaires.values()];
  if (assessment.questionnaires.size > 0) return all.filter(({ id }) => assessment.questionnaires.has(id));
  // One that may concern it is asked and shown: leaving it out would hide what is open.
  return all.filter((questionnaire) => concerns(questionnaire, facts) !== 'false');
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
  return requirementsOf(questionnaire).flatMap((requirement) =>
    evaluateRequirement(requirement, facts).map((outcome) =>
      toFinding({ requirement, questionnaire: questionnaire.id }, outcome, records),
    ),
  );
}

function verdictOfQuestionnaire(
  { id, binds }: Questionnaire,
  findings: readonly Finding[],
  facts: Facts,
): QuestionnaireVerdict {
  const bound = binds && judge(binds, facts);
  return { questionnaire: id, binding: bindingOf(bound), bindingBecause: bound?.because ?? [], ...verdictOf(findings) };
}
