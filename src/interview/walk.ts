import { questionOfKey } from '../domain/answer.ts';
import { questionsIn } from '../domain/condition.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { type Clash, nameOf } from '../domain/inconsistency.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import { conditionsOf } from '../domain/requirement.ts';
import { type Change, withChange } from '../domain/with-change.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { verdictBounds } from '../evaluate/verdict-bounds.ts';
import type { Progress, Reply, Surroundings } from './prompter.ts';
import {
  type InterviewState,
  isAnswered,
  pathOf,
  type QuestionStep,
  type Step,
  scopeStep,
  stepBefore,
  stepsLeft,
} from './steps.ts';

/** The state once somebody replied at a step, before what the reply changes is saved. */
export function afterReply(step: Step, reply: Reply, state: InterviewState): InterviewState {
  switch (reply.kind) {
    case 'back':
      return backFrom(step, state);
    case 'go':
      return { ...toStep(reply.to, state), trail: trailWith(step, state), at: reply.to };
    // Both belong to a question that is still to be answered, or was asked to be answered again.
    case 'note':
    case 'evidence':
      return { ...state, revisit: withId(state.revisit, step.id) };
    default: {
      const isDone = reply.kind === 'later' || step.kind === 'proposals';
      return {
        ...state,
        revisit: withoutId(state.revisit, step.id),
        // What was offered together is asked one by one after that.
        postponed: isDone ? withId(state.postponed, step.id) : state.postponed,
        trail: trailWith(step, state),
        ...(state.at !== undefined && step.kind !== 'proposals' && { at: step.id }),
      };
    }
  }
}

function trailWith(step: Step, { trail }: InterviewState): readonly string[] {
  return step.kind === 'proposals' ? trail : [...trail.filter((id) => id !== step.id), step.id];
}

/** The step before is asked again, and this one after it; at the beginning there is nowhere to go. */
function backFrom(step: Step, state: InterviewState): InterviewState {
  const before = stepBefore(step, state);
  if (before === undefined) return state;
  const back = toStep(before.id, toStep(step.id, state));
  const trail = state.trail.slice(0, Math.max(0, state.trail.lastIndexOf(before.id)));
  return { ...back, trail, ...(state.at !== undefined && { at: before.id }) };
}

function toStep(id: string, state: InterviewState): InterviewState {
  return { ...state, revisit: withId(state.revisit, id), postponed: withoutId(state.postponed, id) };
}

function withId(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set(ids).add(id);
}

function withoutId(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((one) => one !== id));
}

/** The questions with an answer that no longer arise once some changes are made. */
export function mootAfter(changes: readonly Change[], state: InterviewState): readonly QuestionStep[] {
  const { catalogue, evaluation } = state;
  const assessment = changes.reduce(withChange, state.assessment);
  const after = { ...state, assessment, evaluation: evaluate(catalogue, assessment, evaluation.date) };
  const arising = new Set(pathOf(after).map(({ id }) => id));
  return pathOf(state).filter(
    (step): step is QuestionStep =>
      step.kind === 'question' && state.assessment.answers.has(step.id) && !arising.has(step.id),
  );
}

/** How many answers on the product were given for another messenger than the one that is named now. */
export function answersOfOtherMessenger(before: InterviewState, after: InterviewState): number {
  const { messenger } = before.assessment.subject;
  if (messenger === undefined || messenger === after.assessment.subject.messenger) return 0;
  const { questions } = after.catalogue;
  const given = [...after.assessment.answers].filter(([, { state }]) => state === 'given');
  return given.filter(([key]) => questions.get(questionOfKey(key))?.about === 'product').length;
}

/** The questionnaires that come into play by an answer, once it has been chosen which ones are to be evaluated. */
export function newlyOffered(before: InterviewState, after: InterviewState): readonly Questionnaire[] {
  const { questionnaires: chosen } = after.assessment;
  if (chosen.size === 0 || after.evaluation === before.evaluation) return [];
  const offered = new Set(offeredIn(before));
  return offeredIn(after).filter((one) => !(offered.has(one) || chosen.has(one.id)));
}

function offeredIn(state: InterviewState): readonly Questionnaire[] {
  const { offers } = scopeStep(state);
  return offers.flatMap(({ questionnaire, isOffered }) => (isOffered ? [questionnaire] : []));
}

/** What does not fit together only since an answer was given. */
export function newClashes(before: InterviewState, after: InterviewState): readonly Clash[] {
  const known = new Set(before.evaluation.clashes.map(partsOf));
  return after.evaluation.clashes.filter((clash) => !known.has(partsOf(clash)));
}

/** All that tells a clash from others. */
function partsOf(clash: Clash): string {
  const choices = clash.kind === 'choices' ? clash.choices : [];
  return JSON.stringify([clash.kind, nameOf(clash), ...[choices, clash.items].map((some) => some.map(({ id }) => id))]);
}

/** What is to be known around a step. */
export function surroundingsOf(step: Step, state: InterviewState): Surroundings {
  const left = stepsLeft(state);
  return {
    alike: alikeTo(step, left),
    readers: readersOf(step, state.evaluation),
    progress: progressOf(step, left, state),
    path: pathOf(state)
      .filter(({ kind }) => kind !== 'proposals')
      .map((one) => {
        const line = one.kind === 'subject' ? state.assessment.subject[one.field] : undefined;
        return { step: one, isAnswered: isAnswered(one, state), ...(line !== undefined && { line }) };
      }),
  };
}

/** The requirements that read the answer to a question, each once. */
function readersOf(step: Step, { findings }: Evaluation): Surroundings['readers'] {
  if (step.kind !== 'question') return [];
  const distinct = new Map(findings.map((finding) => [finding.requirement.id, finding]));
  return [...distinct.values()].filter(({ requirement }) =>
    conditionsOf(requirement).flatMap(questionsIn).includes(step.item.question.id),
  );
}

/** How far an interview is, seen from a step. */
function progressOf(step: Step, left: readonly Step[], state: InterviewState): Progress {
  return {
    section: step.section,
    left: countQuestions(left),
    interval: verdictBounds(state.catalogue, state.evaluation),
    decidedBy: [...new Set(state.evaluation.overall.decidedBy.map(({ requirement }) => requirement.id))],
  };
}

/** The steps that ask the same question for other choices. */
function alikeTo(step: Step, left: readonly Step[]): readonly QuestionStep[] {
  return left.filter(
    (other): other is QuestionStep =>
      step.kind === 'question' &&
      other.kind === 'question' &&
      other.id !== step.id &&
      other.item.question.id === step.item.question.id,
  );
}

/** How many questions some steps come to: what is asked for several choices is one. */
export function countQuestions(all: readonly Step[]): number {
  const steps = all.filter(({ kind }) => kind !== 'proposals');
  return new Set(steps.map((step) => (step.kind === 'question' ? step.item.question.id : step.id))).size;
}
