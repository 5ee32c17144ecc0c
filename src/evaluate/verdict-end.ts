import { questionOfKey } from '../domain/answer.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { questionsIn } from '../domain/condition.ts';
import type { Lapse } from '../domain/decay.ts';
import type { Judged } from '../domain/evaluation.ts';
import type { Finding } from '../domain/finding.ts';
import { withGates } from '../domain/question.ts';
import { requirementsOf } from '../domain/questionnaire.ts';
import { questionsReadBy, type Requirement } from '../domain/requirement.ts';
import type { Verdict } from '../domain/verdict.ts';
import { countingAnswers } from './counting-answers.ts';
import { lapsesAfter } from './decay.ts';
import { findingsOn, judgeAssessment } from './evaluate.ts';
import { verdictOfQuestionnaire } from './verdict-of-questionnaire.ts';
import { overallVerdict } from './verdicts.ts';

/**
 * The first day after that of `judged` on which the overall verdict is another, with nobody doing anything: the day of
 * `verdictEnds` of `decayOf`, without all that changes before and why. `undefined`: it holds without end.
 */
export function verdictEnd(catalogue: Catalogue, assessment: Assessment, judged: Judged): string | undefined {
  const lapsed: Lapse[] = [];
  for (const [day, lapses] of lapsesAfter(assessment, judged.date)) {
    lapsed.push(...lapses);
    if (verdictOn(day, lapsed, { catalogue, assessment, judged }) !== judged.overall.verdict) return day;
  }
  return undefined;
}

interface Start {
  readonly catalogue: Catalogue;
  readonly assessment: Assessment;
  readonly judged: Judged;
}

/** The overall verdict on a day: only what can have changed since the start is judged again. */
function verdictOn(day: string, lapsed: readonly Lapse[], { catalogue, assessment, judged }: Start): Verdict {
  const { scope, byQuestion, byId } = readersIn(catalogue);
  const touched = new Set<Requirement | undefined>();
  for (const lapse of lapsed) {
    if (lapse.kind !== 'proof-expired') {
      touched.add(byId.get(lapse.exception.requirement));
      continue;
    }
    const question = questionOfKey(lapse.key);
    if (scope.has(question)) return judgeAssessment(catalogue, assessment, day).overall.verdict;
    for (const reader of byQuestion.get(question) ?? []) touched.add(reader);
  }
  const facts = { questions: catalogue.questions, answers: countingAnswers(assessment, day) };
  const again = (finding: Finding) => findingsOn(finding, facts, { assessment, date: day });
  const done = new Set<Requirement>();
  const findings = judged.findings.flatMap((finding) => {
    const { requirement } = finding;
    if (!touched.has(requirement)) return finding;
    if (done.has(requirement)) return [];
    done.add(requirement);
    return again(finding);
  });
  const byQuestionnaire = judged.byQuestionnaire.map((before) => {
    const questionnaire = catalogue.questionnaires.get(before.questionnaire);
    return questionnaire === undefined ? before : verdictOfQuestionnaire(before, questionnaire, findings);
  });
  return overallVerdict(byQuestionnaire).verdict;
}

/** What reads which questions, also through what decides whether they are asked. */
interface Readers {
  /** Questions that say whom papers, and single requirements of them, bind and concern. */
  readonly scope: ReadonlySet<string>;
  readonly byQuestion: ReadonlyMap<string, ReadonlySet<Requirement>>;
  readonly byId: ReadonlyMap<string, Requirement>;
}

/** A catalogue never changes, and every assessment asks. */
const readers = new WeakMap<Catalogue, Readers>();

function readersIn(catalogue: Catalogue): Readers {
  const known = readers.get(catalogue) ?? findReaders(catalogue);
  readers.set(catalogue, known);
  return known;
}

function findReaders({ questions, questionnaires }: Catalogue): Readers {
  const papers = [...questionnaires.values()];
  const requirements = papers.flatMap(requirementsOf);
  const scopes = [
    ...papers.flatMap(({ binds, offeredWhen }) => [binds, offeredWhen]),
    ...requirements.map((one) => one.binds),
  ];
  const inScope = scopes.flatMap((condition) => (condition === undefined ? [] : questionsIn(condition)));
  const byQuestion = new Map<string, Set<Requirement>>();
  for (const requirement of requirements) {
    for (const question of withGates(questionsReadBy(requirement), questions)) {
      const reading = byQuestion.get(question) ?? new Set();
      byQuestion.set(question, reading.add(requirement));
    }
  }
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  return { scope: withGates(inScope, questions), byQuestion, byId };
}
