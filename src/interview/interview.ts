import { type Answer, type AnswerValue, type GivenAnswer, hasExpired, type Proof } from '../domain/answer.ts';
import { messengerQuestion, type SubjectField } from '../domain/assessment.ts';
import type { Language, Text } from '../domain/language.ts';
import { type Proposal, profileOrigin, recheckDay } from '../domain/messenger-profile.ts';
import type { Change } from '../domain/with-change.ts';
import { verdictInterval } from '../evaluate/verdict-interval.ts';
import { describeFactSources, messengerName } from '../wording/describe-fact.ts';
import type { Wording } from '../wording/wording.ts';
import type { Prompter, Reply } from './prompter.ts';
import {
  type InterviewState,
  type QuestionStep,
  type ScopeStep,
  type Step,
  stepBefore,
  stepsLeft,
  unknownSteps,
} from './steps.ts';

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
  let settled = isSettled(state);
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
      for (const change of changesOf(asked, reply, { ...options, state })) {
        state = { ...state, ...(await save(change)) };
      }
    }
    settled = sayOnceSettled(settled, state, options);
  }
}

function isSettled({ catalogue, evaluation }: InterviewState): boolean {
  const { best, worst } = verdictInterval(catalogue, evaluation);
  return best === worst;
}

/** Says, once, that no further answer can change the verdict; gives whether it is settled. */
function sayOnceSettled(before: boolean, state: InterviewState, { prompter, words }: InterviewOptions): boolean {
  const now = isSettled(state);
  if (before || !now) return now;
  const left = countQuestions(stepsLeft(state));
  const { verdict, decidedBy } = state.evaluation.overall;
  const ids = [...new Set(decidedBy.map(({ requirement }) => requirement.id))];
  if (left > 0) prompter.say(words.interview.settled(words.verdicts[verdict], ids.slice(0, 3), left));
  return now;
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
  return 'also' in reply && reply.also?.includes(id) === true;
}

/** How many questions some steps come to: what is asked for several choices is one. */
function countQuestions(all: readonly Step[]): number {
  const steps = all.filter(({ kind }) => kind !== 'proposals');
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
  if (reply.kind === 'back') return backFrom(step, state);
  const revisit = new Set(state.revisit);
  revisit.delete(step.id);
  if (reply.kind === 'note') revisit.add(step.id);
  const postponed = new Set(state.postponed);
  // What was offered together is asked one by one after that.
  if (reply.kind === 'later' || step.kind === 'proposals') postponed.add(step.id);
  return { ...state, revisit, postponed };
}

/** The step before is asked again, and this one after it; at the beginning there is nowhere to go. */
function backFrom(step: Step, state: InterviewState): InterviewState {
  const before = stepBefore(step, state);
  if (before === undefined) return state;
  return {
    ...state,
    revisit: new Set(state.revisit).add(before.id).add(step.id),
    postponed: new Set([...state.postponed].filter((id) => id !== before.id && id !== step.id)),
  };
}

/** What is needed to turn a reply into changes. */
interface Replying extends Pick<InterviewOptions, 'language' | 'words'> {
  readonly state: Pick<InterviewState, 'assessment' | 'catalogue' | 'evaluation'>;
}

/** What a reply changes; nothing where it puts the step off. Note and evidence of an earlier answer stay with it. */
export function changesOf(step: Step, reply: Reply, replying: Replying): readonly Change[] {
  if (reply.kind === 'later' || reply.kind === 'back') return [];
  switch (step.kind) {
    case 'subject':
      return reply.kind === 'value' ? [subjectChange(step.field, reply.value)] : [];
    case 'scope':
      return reply.kind === 'value' ? [chosenQuestionnaires(step, reply.value)] : [];
    case 'proposals':
      return step.proposed
        .filter(({ id }) => reply.kind === 'value' && typeof reply.value === 'object' && reply.value.includes(id))
        .flatMap((one) => changesOf(one, { kind: 'proposal' }, replying));
    case 'question': {
      if (step.id === messengerQuestion) return reply.kind === 'value' ? [subjectChange(step.id, reply.value)] : [];
      const answer = answerOf(step, reply, replying);
      return answer === undefined ? [] : [{ kind: 'answer', key: step.id, answer }];
    }
  }
}

function subjectChange(field: SubjectField | typeof messengerQuestion, value: AnswerValue): Change {
  return { kind: 'subject', field, value: String(value) };
}

function chosenQuestionnaires({ offers }: ScopeStep, value: AnswerValue): Change {
  const chosen = offers.filter(({ questionnaire: { id } }) => typeof value === 'object' && value.includes(id));
  return {
    kind: 'questionnaires',
    versions: new Map(chosen.map(({ questionnaire: { id, version } }) => [id, version])),
  };
}

function answerOf(
  { id, proposal }: QuestionStep,
  reply: Exclude<Reply, { kind: 'later' | 'back' }>,
  { state, ...manner }: Replying,
): Answer | undefined {
  const earlier = state.assessment.answers.get(id);
  const record = { evidence: earlier?.evidence ?? [], ...(earlier?.note !== undefined && { note: earlier.note }) };
  switch (reply.kind) {
    case 'value':
      return { state: 'given', value: reply.value, ...record };
    case 'unknown':
      return { state: 'unknown', reason: reply.reason, ...record };
    case 'not-applicable':
      return { state: 'not-applicable', reason: reply.reason, ...record };
    case 'proposal':
      return proposal && acceptedAnswer(proposal, { ...manner, state, record });
    case 'note': {
      const answer = earlier ?? { state: 'unknown', reason: 'not-known-yet', evidence: [] };
      return { ...answer, note: [earlier?.note, reply.note].filter(Boolean).join('\n') };
    }
  }
}

/** The proposed answer with where it comes from; it counts until the facts are to be checked again. */
function acceptedAnswer(
  { profile, fact, value }: Proposal,
  {
    state: { catalogue, evaluation },
    language,
    words,
    record,
  }: Replying & {
    readonly record: Pick<GivenAnswer, 'note' | 'evidence'>;
  },
): Answer {
  const proof: Proof = {
    text: words.interview.proposalEvidence(
      messengerName(profile, catalogue, language),
      fact.value[language],
      describeFactSources(fact, { catalogue, language }),
    ),
    date: profile.researched,
    validUntil: recheckDay(fact, profile),
  };
  // An expired proof would void the answer again.
  const valid = record.evidence.filter((one) => !hasExpired(one, evaluation.date));
  return { state: 'given', value, origin: profileOrigin, ...record, evidence: [...valid, proof] };
}
