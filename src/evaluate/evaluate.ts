import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation, Judged } from '../domain/evaluation.ts';
import type { Finding } from '../domain/finding.ts';
import { type Questionnaire, requirementsOf } from '../domain/questionnaire.ts';
import { and, type Truth } from '../domain/truth.ts';
import type { Binding } from '../domain/verdict.ts';
import { agendaOf } from './agenda.ts';
import { clashesIn } from './clashes.ts';
import { contradictionsInPlay } from './contradictions-in-play.ts';
import { countingAnswers } from './counting-answers.ts';
import { evaluateRequirement, type Reasons, reasonsOf } from './evaluate-requirement.ts';
import { type Facts, judge, truthOf } from './judge.ts';
import { type FindingPlace, toFinding } from './to-finding.ts';
import { type QuestionnaireScope, verdictOfQuestionnaire } from './verdict-of-questionnaire.ts';
import { overallVerdict } from './verdicts.ts';

const bindings: Readonly<Record<Truth, Binding>> = { true: 'binds', unknown: 'unclear', false: 'orients' };

/**
 * Findings and verdicts of an assessment for one day (`YYYY-MM-DD`), what to ask and where the sources disagree. Reads no
 * file, clock or terminal: the same input gives the same result.
 */
export function evaluate(catalogue: Catalogue, assessment: Assessment, date: string): Evaluation {
  const { facts, questionnaires, ...judged } = judgeAll(catalogue, assessment, date);
  const { answers, findings } = judged;
  return {
    ...judged,
    agenda: agendaOf(catalogue, { questionnaires, answers, findings }),
    contradictions: contradictionsInPlay(catalogue, findings, facts),
    clashes: clashesIn(catalogue, answers),
  };
}

/** Findings and verdicts alone; findings that are not open say why only where `reasons` is `all`. */
export function judgeAssessment(
  catalogue: Catalogue,
  assessment: Assessment,
  { date, reasons }: { readonly date: string; readonly reasons: Reasons },
): Judged {
  const { answers, findings, byQuestionnaire, overall } = judgeAll(catalogue, assessment, date, reasons);
  return { date, answers, findings, byQuestionnaire, overall };
}

function judgeAll(catalogue: Catalogue, assessment: Assessment, date: string, reasons: Reasons = 'all') {
  const answers = countingAnswers(assessment, date);
  const facts: Facts = { questions: catalogue.questions, answers };
  const questionnaires = questionnairesOf(catalogue, assessment, facts);
  const findings = questionnaires.flatMap((questionnaire) =>
    findingsOf(questionnaire, facts, { assessment, date, reasons }),
  );
  const isChosen = assessment.questionnaires.size > 0;
  const byQuestionnaire = questionnaires.map((questionnaire) =>
    verdictOfQuestionnaire(scopeOf(questionnaire, catalogue, { facts, isChosen }), questionnaire, findings),
  );
  const overall = overallVerdict(byQuestionnaire);
  return { date, answers, findings, byQuestionnaire, overall, questionnaires, facts };
}

/** What comes of `binds`; a paper without it binds nobody. */
export function bindingOf(bound: Truth | undefined): Binding {
  return bound === undefined ? 'orients' : bindings[bound];
}

/**
 * The questionnaires an assessment names, in the catalogue's order; where it names none, those that concern it. What
 * one of them extends is evaluated with it.
 */
export function questionnairesOf(catalogue: Catalogue, assessment: Assessment, facts: Facts): readonly Questionnaire[] {
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
  return offeredWhen === undefined ? 'true' : truthOf(offeredWhen, facts);
}

/** What the records of the assessor come to on a day. */
interface Records {
  readonly assessment: Assessment;
  readonly date: string;
  readonly reasons?: Reasons;
}

/** The findings of one questionnaire. */
export function findingsOf(questionnaire: Questionnaire, facts: Facts, records: Records): readonly Finding[] {
  const bound = questionnaire.binds && truthOf(questionnaire.binds, facts);
  const findings: Finding[] = [];
  for (const requirement of requirementsOf(questionnaire)) {
    const addressed = requirement.binds && judge(requirement.binds, facts);
    const truth = bound && addressed ? and([bound, addressed.truth]) : bound;
    const place = { requirement, questionnaire: questionnaire.id, binding: bindingOf(truth) };
    findings.push(...findingsOn(addressed ? { ...place, addressed } : place, facts, records));
  }
  return findings;
}

/** The findings of one requirement in its place: one, or one for every choice it is judged for. */
export function findingsOn(place: FindingPlace, facts: Facts, records: Records): readonly Finding[] {
  return evaluateRequirement(place.requirement, facts, records.reasons).map((outcome) =>
    toFinding(place, outcome, records),
  );
}

/**
 * Whether a questionnaire binds and concerns the assessment, before its findings count. One that others extend is there
 * as soon as one of them concerns it.
 */
export function scopeOf(
  questionnaire: Questionnaire,
  { questionnaires }: Catalogue,
  { facts, isChosen }: { readonly facts: Facts; readonly isChosen: boolean },
): QuestionnaireScope {
  const { id, binds } = questionnaire;
  const bound = binds && judge(binds, facts);
  const scope = { questionnaire: id, binding: bindingOf(bound?.truth), bindingBecause: bound?.because ?? [] };
  if (isChosen || concerns(questionnaire, facts) === 'true') return scope;
  const extending = [...questionnaires.values()].filter((one) => one.extends?.base === id);
  if (extending.some((one) => concerns(one, facts) === 'true')) return scope;
  const unclear = [questionnaire, ...extending].filter((one) => concerns(one, facts) === 'unknown');
  const conditions = unclear.map(({ offeredWhen }) => offeredWhen);
  return { ...scope, mayNotConcern: true, concernHangsOn: reasonsOf(conditions, facts) };
}
