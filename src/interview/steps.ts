import { type AgendaItem, arises } from '../domain/agenda.ts';
import { type Answer, type Answers, isTypedReason } from '../domain/answer.ts';
import { type Assessment, messengerQuestion, type SubjectField } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { Text } from '../domain/language.ts';
import { type Proposal, proposalsOf } from '../domain/messenger-profile.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import type { Binding } from '../domain/verdict.ts';
import { bindingOf, concerns } from '../evaluate/evaluate.ts';
import { truthOf } from '../evaluate/judge.ts';
import { nextDecisive } from '../evaluate/paths-to-decision.ts';

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
  /** Whether somebody has chosen it before, be it that it concerns the assessment or not. */
  readonly isChosen: boolean;
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
  /** The messenger itself cannot be unknown: what is assessed has a name, or is asked for later. */
  readonly allowsUnknown: boolean;
  /** What the profile of the messenger says on it. */
  readonly proposal?: Proposal;
  /** What was answered so far, as it counts today, where it is asked again. */
  readonly earlier?: Answer;
  /** Whether it has no answer as the assessment was made with another version of a questionnaire that asks it. */
  readonly isNew: boolean;
}

/** Where an interview stands. */
export interface InterviewState {
  readonly catalogue: Catalogue;
  readonly assessment: Assessment;
  readonly evaluation: Evaluation;
  /** Ids of steps that were put off in this session. */
  readonly postponed: ReadonlySet<string>;
  /** Ids of steps to be asked although they have an answer: somebody went there, or wants to go through them again. */
  readonly revisit: ReadonlySet<string>;
  /** Id of the step where somebody is who has left the order of the path; what comes before it waits for the end. */
  readonly at?: string;
  /** Ids of the steps asked in this session, in order: the way back. */
  readonly trail: readonly string[];
  /** Whether questions that can decide come first, instead of those of a section together. */
  readonly isQuick?: boolean;
}

/** An interview that has not asked anything yet. */
export function startOf(state: Pick<InterviewState, 'catalogue' | 'assessment' | 'evaluation' | 'isQuick'>) {
  return { ...state, postponed: new Set<string>(), revisit: new Set<string>(), trail: [] } satisfies InterviewState;
}

/**
 * What is left to ask under these answers: no answer yet, asked for sure, able to matter, not put off. In the order of
 * the path, from where somebody went to; the first is the next step.
 */
export function stepsLeft(state: InterviewState): readonly Step[] {
  const path = pathOf(state);
  const furthest = path.findLastIndex((step) => isAnswered(step, state));
  // Optional lines are offered once: whoever has gone past one has chosen to leave it out.
  const isPassed = (step: Step, index: number) => step.kind === 'subject' && step.isOptional && index < furthest;
  const isLeft = (step: Step, index: number) =>
    state.revisit.has(step.id) || !(isAnswered(step, state) || state.postponed.has(step.id) || isPassed(step, index));
  const at = Math.max(
    0,
    path.findIndex(({ id }) => id === state.at),
  );
  const left = path.map((step, index) => (isLeft(step, index) ? [step] : []));
  return inOrder([...left.slice(at), ...left.slice(0, at)].flat(), state);
}

/** In a quick interview, once the use is described, the questions that lead to a decision soonest come first. */
function inOrder(left: readonly Step[], state: InterviewState): readonly Step[] {
  const { isQuick, revisit, catalogue } = state;
  if (!isQuick || left[0]?.section === undefined) return left;
  const again = left.filter(({ id }) => revisit.has(id));
  const decisive = again.length > 0 ? [] : nextDecisive(catalogue, state.evaluation);
  const first = [...again, ...decisive.flatMap((key) => left.filter(({ id }) => id === key))];
  return [...first, ...left.filter((step) => !first.includes(step))];
}

/** The step asked before another one, else the one before it on the path; `undefined` at the beginning. */
export function stepBefore(step: Step, state: InterviewState): Step | undefined {
  const path = pathOf(state).filter(({ kind, id }) => kind !== 'proposals' || id === step.id);
  const asked = state.trail.findLast((id) => id !== step.id && path.some((other) => other.id === id));
  return path.find(({ id }) => id === asked) ?? path[path.findIndex(({ id }) => id === step.id) - 1];
}

/** Whether a step has its answer: what ran out, or no longer fits the question, is asked again. */
export function isAnswered(step: Step, { assessment, evaluation }: InterviewState): boolean {
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

/** Whether there is an answer that does not count: it is unknown for a reason that nobody has typed. */
function hasLapsed(answer: Answer | undefined): boolean {
  return answer?.state === 'unknown' && !isTypedReason(answer.reason);
}

/** The steps whose answer is recorded as unknown: what a person may want to go through again. */
export function unknownSteps(state: InterviewState): readonly Step[] {
  // Not the effective answers: what is unknown as its evidence expired needs new evidence, not the same answer again.
  const { answers } = state.assessment;
  return pathOf(state).filter(({ kind, id }) => kind === 'question' && answers.get(id)?.state === 'unknown');
}

/** Every step that arises under these answers, answered or not, in the order of the interview. */
export function pathOf(state: InterviewState): readonly Step[] {
  const { evaluation } = state;
  const subject: readonly Step[] = [
    subjectStep('organisation'),
    subjectStep('use'),
    subjectStep('reference'),
    subjectStep('assessor'),
  ];
  const { answers } = evaluation;
  const about: About = {
    answers,
    proposals: proposalsFor(state),
    changed: changedQuestions(state),
  };
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
export function scopeStep({ catalogue, assessment, evaluation: { answers } }: InterviewState): ScopeStep {
  const facts = { questions: catalogue.questions, answers };
  const offers = [...catalogue.questionnaires.values()].map((questionnaire) => {
    const { binds } = questionnaire;
    const isOffered = concerns(questionnaire, facts) !== 'false';
    const isChosen = assessment.questionnaires.has(questionnaire.id);
    return { questionnaire, isOffered, isChosen, binding: bindingOf(binds && truthOf(binds, facts)) };
  });
  return { kind: 'scope', id: 'questionnaires', section: undefined, offers };
}

/** What there is to say about questions, by their id. */
interface About {
  readonly answers: Answers;
  readonly proposals: ReadonlyMap<string, Proposal>;
  /** Ids of those that a questionnaire asks whose version is another one than when it was answered. */
  readonly changed: ReadonlySet<string>;
}

function changedQuestions({ catalogue, assessment }: InterviewState): ReadonlySet<string> {
  const changed = [...assessment.questionnaires].flatMap(([id, version]) => {
    const questionnaire = catalogue.questionnaires.get(id);
    return questionnaire === undefined || questionnaire.version === version ? [] : [questionnaire];
  });
  return new Set(changed.flatMap(({ sections }) => sections.flatMap(({ questions }) => questions)));
}

function questionSteps(item: AgendaItem, section: Text | undefined, about: About): readonly Step[] {
  const proposal = about.proposals.get(item.key);
  const earlier = about.answers.get(item.key);
  const step: Step = {
    kind: 'question',
    id: item.key,
    item,
    section,
    allowsUnknown: item.key !== messengerQuestion,
    isNew: earlier === undefined && about.changed.has(item.question.id),
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
