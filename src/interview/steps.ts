import { type AgendaItem, arises } from '../domain/agenda.ts';
import type { Answer, Answers } from '../domain/answer.ts';
import { type Assessment, messengerQuestion, type SubjectField } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { questionsIn } from '../domain/condition.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { Text } from '../domain/language.ts';
import { type Proposal, profileOrigin, proposalsOf } from '../domain/messenger-profile.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import { conditionsOf } from '../domain/requirement.ts';
import type { Binding } from '../domain/verdict.ts';
import { bindingOf, concerns } from '../evaluate/evaluate.ts';
import { judge } from '../evaluate/judge.ts';

/** One thing to ask: a line of the subject block, which papers, what a profile proposes, or a question. */
export type Step = SubjectStep | ScopeStep | ProposalsStep | QuestionStep;

export interface SubjectStep {
  readonly kind: 'subject';
  /** Unique among all steps. */
  readonly id: string;
  readonly field: SubjectField;
  readonly isOptional: boolean;
  readonly section: Text | undefined;
}

/** Which questionnaires to answer, asked once what they depend on is known. */
export interface ScopeStep {
  readonly kind: 'scope';
  readonly id: 'questionnaires';
  readonly section: undefined;
  readonly offers: readonly Offer[];
}

/** One questionnaire that can be answered. */
export interface Offer {
  readonly questionnaire: Questionnaire;
  /** Whether it concerns this assessment, by the answers on the use. */
  readonly isOffered: boolean;
  readonly binding: Binding;
}

/** What the profile of the messenger proposes for a section, to be accepted together or asked one by one. */
export interface ProposalsStep {
  readonly kind: 'proposals';
  readonly id: string;
  readonly section: Text | undefined;
  /** The questions without an answer that have a proposal; at least two. */
  readonly proposed: readonly QuestionStep[];
}

export interface QuestionStep {
  readonly kind: 'question';
  readonly id: string;
  readonly item: AgendaItem;
  /** `undefined` for the questions on the use itself. */
  readonly section: Text | undefined;
  /** Ids of the requirements that read the answer. */
  readonly readers: readonly string[];
  /** The messenger itself cannot be unknown: what is assessed has a name, or is asked for later. */
  readonly allowsUnknown: boolean;
  /** What the profile of the messenger says on it. */
  readonly proposal?: Proposal;
  /** What was answered so far, where it is asked again. */
  readonly earlier?: Answer;
}

/** Where an interview stands. */
export interface InterviewState {
  readonly catalogue: Catalogue;
  readonly assessment: Assessment;
  readonly evaluation: Evaluation;
  /** Ids of steps that were put off in this session. */
  readonly postponed: ReadonlySet<string>;
  /** Ids of steps to be asked although they have an answer, because it is not known. */
  readonly revisit: ReadonlySet<string>;
}

/**
 * What is left to ask under these answers, in order: no answer yet, asked for sure, able to matter, not put off.
 * The first is the next step.
 */
export function stepsLeft(state: InterviewState): readonly Step[] {
  const steps = stepsOf(state);
  const furthest = steps.findLastIndex((step) => isAnswered(step, state));
  // Optional lines are offered once: whoever has gone past one has chosen to leave it out.
  const isPassed = (step: Step, index: number) => step.kind === 'subject' && step.isOptional && index < furthest;
  return steps.filter(
    (step, index) =>
      state.revisit.has(step.id) || !(isAnswered(step, state) || state.postponed.has(step.id) || isPassed(step, index)),
  );
}

/** The step before another one on this path, answered or not; `undefined` at the beginning. */
export function stepBefore(step: Step, state: InterviewState): Step | undefined {
  const path = stepsOf(state).filter(({ kind, id }) => kind !== 'proposals' || id === step.id);
  return path[path.findIndex(({ id }) => id === step.id) - 1];
}

function isAnswered(step: Step, { assessment, evaluation }: InterviewState): boolean {
  switch (step.kind) {
    case 'subject':
      return assessment.subject[step.field] !== undefined;
    case 'scope':
      return assessment.questionnaires.size > 0;
    case 'proposals':
      return false;
    case 'question':
      return evaluation.answers.has(step.id) && !hasLapsed(evaluation.answers.get(step.id));
  }
}

/** A proposal that was accepted and is past its day of re-check: the profile may say more by now. */
function hasLapsed(answer: Answer | undefined): boolean {
  return answer?.state === 'unknown' && answer.reason === 'evidence-expired' && answer.origin === profileOrigin;
}

/** The steps whose answer is recorded as unknown: what a person may want to go through again. */
export function unknownSteps(state: InterviewState): readonly Step[] {
  // Not the effective answers: what is unknown as its evidence expired needs new evidence, not the same answer again.
  const { answers } = state.assessment;
  return stepsOf(state).filter(({ kind, id }) => kind === 'question' && answers.get(id)?.state === 'unknown');
}

function stepsOf(state: InterviewState): readonly Step[] {
  const { evaluation } = state;
  const subject: readonly Step[] = [
    subjectStep('organisation'),
    subjectStep('use'),
    subjectStep('reference'),
    subjectStep('assessor'),
  ];
  const { answers } = evaluation;
  const about: About = { answers, proposals: proposalsFor(state), readers: readersIn(evaluation) };
  const [onTheUse = [], ...sections] = evaluation.agenda.map(({ title, items }) =>
    items.filter(arises).flatMap((item) => questionSteps(item, title, about)),
  );
  return [
    ...subject,
    ...onTheUse,
    scopeStep(state),
    ...sections.flatMap((steps, index) => withProposals(steps, `proposals.${index}`, state)),
  ];
}

/** What the profile of the messenger says, by question; nothing where it has none, or none is named yet. */
function proposalsFor({ catalogue, assessment, evaluation }: InterviewState): ReadonlyMap<string, Proposal> {
  const profile = catalogue.profiles.get(assessment.subject.messenger ?? '');
  return profile === undefined ? new Map() : proposalsOf(profile, evaluation.date);
}

/** The steps of a section; where several have a proposal that is not taken yet, these are offered together first. */
function withProposals(steps: readonly Step[], id: string, state: InterviewState): readonly Step[] {
  const proposed = steps.filter(
    (step): step is QuestionStep =>
      step.kind === 'question' && step.proposal?.standing === 'proposed' && !isAnswered(step, state),
  );
  const [first] = proposed;
  if (first === undefined || proposed.length < 2) return steps;
  return [{ kind: 'proposals', id, section: first.section, proposed }, ...steps];
}

/** Every questionnaire, with whether it concerns this assessment; the person may add some and drop others. */
function scopeStep({ catalogue, evaluation: { answers } }: InterviewState): ScopeStep {
  const facts = { questions: catalogue.questions, answers };
  const offers = [...catalogue.questionnaires.values()].map((questionnaire) => {
    const { binds } = questionnaire;
    const isOffered = concerns(questionnaire, facts) !== 'false';
    return { questionnaire, isOffered, binding: bindingOf(binds && judge(binds, facts).truth) };
  });
  return { kind: 'scope', id: 'questionnaires', section: undefined, offers };
}

/** What there is to say about questions, by their id. */
interface About {
  readonly answers: Answers;
  readonly proposals: ReadonlyMap<string, Proposal>;
  /** Ids of the requirements that read them. */
  readonly readers: ReadonlyMap<string, ReadonlySet<string>>;
}

function readersIn({ findings }: Evaluation): About['readers'] {
  const readers = new Map<string, Set<string>>();
  for (const requirement of new Set(findings.map((finding) => finding.requirement))) {
    for (const question of conditionsOf(requirement).flatMap(questionsIn)) {
      readers.set(question, (readers.get(question) ?? new Set()).add(requirement.id));
    }
  }
  return readers;
}

function questionSteps(item: AgendaItem, section: Text | undefined, about: About): readonly Step[] {
  const proposal = about.proposals.get(item.key);
  const earlier = about.answers.get(item.key);
  const step: Step = {
    kind: 'question',
    id: item.key,
    item,
    section,
    readers: [...(about.readers.get(item.question.id) ?? [])],
    allowsUnknown: item.key !== messengerQuestion,
    ...(proposal && { proposal }),
    ...(earlier && { earlier }),
  };
  // Which version of the messenger can be said once the messenger is.
  return item.key === messengerQuestion ? [step, subjectStep('product')] : [step];
}

function subjectStep(field: SubjectField): SubjectStep {
  const isOptional = field !== 'organisation' && field !== 'use';
  return { kind: 'subject', id: `subject.${field}`, field, isOptional, section: undefined };
}
