import type { Answer, AnswerValue } from '../domain/answer.ts';
import { messengerQuestion } from '../domain/assessment.ts';
import type { Language, Text } from '../domain/language.ts';
import type { Change } from '../domain/with-change.ts';
import type { Wording } from '../wording/wording.ts';
import type { Prompter, Reply } from './prompter.ts';
import { type InterviewState, type QuestionStep, type ScopeStep, type Step, stepsLeft, unknownSteps } from './steps.ts';

export interface InterviewOptions {
  readonly prompter: Prompter;
  readonly language: Language;
  readonly words: Wording;
  /** Stores one change for good and gives the state after it, without what is put off. */
  readonly save: (change: Change) => Promise<Pick<InterviewState, 'assessment' | 'evaluation'>>;
}

/**
 * Asks until nothing is left to ask, or the person leaves. Every answer is saved before the next question is asked.
 * `complete` is false when the person left; otherwise `postponed` counts the questions that were put off.
 */
export async function interview(
  start: InterviewState,
  options: InterviewOptions,
): Promise<{ complete: boolean; postponed: number }> {
  const { prompter, save } = options;
  let state = await withUnknownOnes(start, options);
  if (state === undefined) return { complete: false, postponed: 0 };
  let heading: Text | undefined | null = null;
  for (;;) {
    const left = stepsLeft(state);
    const [step] = left;
    if (step === undefined) return { complete: true, postponed: countPostponed(state) };
    if (step.section !== heading) sayHeading(step, countQuestions(left), options);
    heading = step.section;
    const alike = alikeTo(step, left);
    const reply = await prompter.ask(step, alike);
    if (reply === undefined) return { complete: false, postponed: 0 };
    for (const asked of [step, ...alike.filter(({ id }) => isMeant(id, reply))]) {
      state = afterAsking(asked, reply, state);
      const change = changeOf(asked, reply, state.assessment.answers.get(asked.id));
      if (change !== undefined) state = { ...state, ...(await save(change)) };
    }
  }
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

function isMeant(id: string, reply: Reply): boolean {
  if (reply.kind === 'later') return true;
  return reply.kind !== 'note' && reply.also?.includes(id) === true;
}

/** How many questions some steps come to: what is asked for several choices is one. */
function countQuestions(steps: readonly Step[]): number {
  return new Set(steps.map((step) => (step.kind === 'question' ? step.item.question.id : step.id))).size;
}

/** Optional lines that were left out are not put off. */
function countPostponed(state: InterviewState): number {
  const steps = stepsLeft({ ...state, postponed: new Set() });
  return countQuestions(steps.filter((step) => step.kind !== 'subject' || !step.isOptional));
}

/** When only unknown answers are left, offers to ask these again. */
async function withUnknownOnes(
  state: InterviewState,
  { prompter, words }: InterviewOptions,
): Promise<InterviewState | undefined> {
  const unknown = unknownSteps(state);
  if (stepsLeft(state).length > 0 || unknown.length === 0) return state;
  const again = await prompter.confirm(words.interview.revisit(unknown.length));
  if (again === undefined) return undefined;
  return again ? { ...state, revisit: new Set(unknown.map(({ id }) => id)) } : state;
}

function sayHeading(step: Step, left: number, { prompter, words, language }: InterviewOptions): void {
  const title = step.section?.[language] ?? words.interview.contextSection;
  prompter.say(words.interview.progress(title, left));
}

/** The state once a step was asked: a note brings the question back, everything else is done with it in this session. */
function afterAsking(step: Step, reply: Reply, state: InterviewState): InterviewState {
  const revisit = new Set(state.revisit);
  revisit.delete(step.id);
  if (reply.kind === 'note') revisit.add(step.id);
  const postponed = new Set(state.postponed);
  if (reply.kind === 'later') postponed.add(step.id);
  return { ...state, revisit, postponed };
}

/** What a reply changes; nothing where it puts the step off. Note and evidence of an earlier answer stay with it. */
export function changeOf(step: Step, reply: Reply, earlier?: Answer): Change | undefined {
  if (reply.kind === 'later') return undefined;
  if (step.kind === 'scope') return reply.kind === 'value' ? chosenQuestionnaires(step, reply.value) : undefined;
  if (step.kind === 'subject' || step.id === messengerQuestion) {
    const field = step.kind === 'subject' ? step.field : messengerQuestion;
    return reply.kind === 'value' ? { kind: 'subject', field, value: String(reply.value) } : undefined;
  }
  return { kind: 'answer', key: step.id, answer: answerOf(reply, earlier) };
}

function chosenQuestionnaires({ offers }: ScopeStep, value: AnswerValue): Change {
  const chosen = offers.filter(({ questionnaire: { id } }) => typeof value === 'object' && value.includes(id));
  return {
    kind: 'questionnaires',
    versions: new Map(chosen.map(({ questionnaire: { id, version } }) => [id, version])),
  };
}

function answerOf(reply: Exclude<Reply, { kind: 'later' }>, earlier: Answer | undefined): Answer {
  const record = { evidence: earlier?.evidence ?? [], ...(earlier?.note !== undefined && { note: earlier.note }) };
  switch (reply.kind) {
    case 'value':
      return { state: 'given', value: reply.value, ...record };
    case 'unknown':
      return { state: 'unknown', reason: reply.reason, ...record };
    case 'not-applicable':
      return { state: 'not-applicable', reason: reply.reason, ...record };
    case 'note': {
      const answer = earlier ?? { state: 'unknown', reason: 'not-known-yet', evidence: [] };
      return { ...answer, note: [earlier?.note, reply.note].filter(Boolean).join('\n') };
    }
  }
}
