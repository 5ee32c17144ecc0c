import type { Language, Text } from '../domain/language.ts';
import type { Change } from '../domain/with-change.ts';
import { verdictBounds } from '../evaluate/verdict-bounds.ts';
import { describeClash } from '../wording/describe-clash.ts';
import { inShort } from '../wording/in-short.ts';
import type { Wording } from '../wording/wording.ts';
import { changesOf } from './changes-of.ts';
import type { Prompter, Reply, Surroundings } from './prompter.ts';
import { additionsOf, reviewOf } from './review.ts';
import { type InterviewState, type Step, scopeStep, stepsLeft, unknownSteps } from './steps.ts';
import {
  afterReply,
  answersOfOtherMessenger,
  countQuestions,
  mootAfter,
  newClashes,
  newlyOffered,
  surroundingsOf,
} from './walk.ts';

export interface InterviewOptions {
  readonly prompter: Prompter;
  readonly language: Language;
  readonly words: Wording;
  /** Stores one change for good and gives what is new in the state. */
  readonly save: (change: Change) => Promise<Pick<InterviewState, 'assessment' | 'evaluation'>>;
}

/** How an interview ended: nothing is left to ask; somebody chose to stop; somebody left without a word. */
export type Ending = 'complete' | 'stopped' | 'left';

export interface Interviewed {
  readonly ending: Ending;
  /** How many questions are still without an answer. */
  readonly left: number;
}

/**
 * Asks until nothing is left to ask, or the person stops or leaves. Every answer is saved before the next question is
 * asked. At the end, what was found can be added to.
 */
export async function interview(start: InterviewState, options: InterviewOptions): Promise<Interviewed> {
  let state: InterviewState | undefined = await withUnknownOnes(start, options);
  let section: Text | undefined | null = null;
  while (state !== undefined) {
    const [step] = stepsLeft(state);
    if (step === undefined) return finish('complete', await withCurrentVersions(state, options), options);
    const surroundings = surroundingsOf(step, state);
    if (step.section !== section) options.prompter.say(titleOf(step, options));
    section = step.section;
    const reply = await options.prompter.ask(step, surroundings);
    if (reply?.kind === 'quit') return { ending: 'stopped', left: countLeft(state) };
    const next: Turn | undefined = reply && (await take(reply, { step, surroundings, state }, options));
    if (next?.isStopped) return finish('stopped', next.state, options);
    state = next?.state;
  }
  return { ending: 'left', left: 0 };
}

/** What comes of a reply. */
interface Turn {
  readonly state: InterviewState;
  readonly isStopped: boolean;
}

/** Saves what a reply changes, unless that makes answers moot and the person thinks better of it; `undefined`: they left. */
async function take(
  reply: Reply,
  { step, surroundings, state }: { step: Step; surroundings: Surroundings; state: InterviewState },
  options: InterviewOptions,
): Promise<Turn | undefined> {
  const { prompter, save, words, language } = options;
  const meant = [step, ...surroundings.alike.filter(({ id }) => isMeant(id, reply))];
  const changes = meant.flatMap((one) => changesOf(one, reply, { language, words, state }));
  const moot = changes.length === 0 ? [] : mootAfter(changes, state);
  if (moot.length > 0) {
    const isAgreed = await prompter.confirm(words.interview.moot(moot.map(({ item }) => item.question.text[language])));
    if (!isAgreed) return isAgreed === undefined ? undefined : { state: again(step, state), isStopped: false };
  }
  let after = meant.reduce((current, one) => afterReply(one, reply, current), state);
  for (const change of changes) after = { ...after, ...(await save(change)) };
  const more = newlyOffered(state, after);
  if (more.length > 0) after = again(scopeStep(after), after);
  const isFirst = reply.kind === 'back' && after === state;
  // Silence would look like a key that does not work.
  if (isFirst) prompter.say(words.interview.isFirst);
  else for (const one of meant) prompter.done(one, reply);
  const toCheck = answersOfOtherMessenger(state, after);
  if (toCheck > 0) prompter.say(words.interview.otherMessenger(toCheck));
  for (const clash of newClashes(state, after)) prompter.say(describeClash(clash, { language, words }));
  if (more.length > 0) prompter.say(words.interview.moreConcern(more.map(({ title }) => title[language]).join('; ')));
  return isSettledBy(surroundings, { before: state, after })
    ? offerToStop(step, after, options)
    : { state: after, isStopped: false };
}

function again({ id }: Step, state: InterviewState): InterviewState {
  return { ...state, revisit: new Set(state.revisit).add(id) };
}

function isMeant(id: string, reply: Reply): boolean {
  if (reply.kind === 'later') return true;
  return 'also' in reply && reply.also?.includes(id) === true;
}

/**
 * Whether after a reply the verdict can no longer change while questions are left, other than before it. What is said on
 * the use, and which papers count, can still change everything: nothing is settled until that is asked.
 */
function isSettledBy(
  { progress: { interval } }: Surroundings,
  { before, after }: Readonly<Record<'before' | 'after', InterviewState>>,
): boolean {
  const isUseAsked = (left: readonly Step[]) => left.every(({ section }) => section !== undefined);
  if (interval.best === interval.worst && isUseAsked(stepsLeft(before))) return false;
  const { best, worst } = verdictBounds(after.catalogue, after.evaluation);
  const left = stepsLeft(after);
  return best === worst && left.length > 0 && isUseAsked(left);
}

/** Says, once, that no further answer can change the verdict, and what it could still do. */
async function offerToStop(
  step: Step,
  state: InterviewState,
  { prompter, words }: InterviewOptions,
): Promise<Turn | undefined> {
  const { decidedBy, left } = surroundingsOf(step, state).progress;
  const verdict = words.verdicts[state.evaluation.overall.verdict];
  const goesOn = await prompter.confirm(
    words.interview.settled(verdict, inShort(decidedBy, words.comparison.more), left),
  );
  return goesOn === undefined ? undefined : { state, isStopped: !goesOn };
}

function titleOf({ section }: Step, { words, language }: InterviewOptions): string {
  return section?.[language] ?? words.interview.contextSection;
}

/** When only unknown answers are left, offers to ask these again; `undefined`: they left. */
async function withUnknownOnes(
  state: InterviewState,
  { prompter, words }: InterviewOptions,
): Promise<InterviewState | undefined> {
  const unknown = unknownSteps(state);
  if (stepsLeft(state).length > 0 || unknown.length === 0) return state;
  const isWanted = await prompter.confirm(words.interview.revisit(unknown.length));
  if (isWanted === undefined) return undefined;
  return isWanted ? { ...state, revisit: new Set(unknown.map(({ id }) => id)) } : state;
}

/** Once everything is asked, the answers are those to the questionnaires as they are now. */
async function withCurrentVersions(state: InterviewState, { save }: InterviewOptions): Promise<InterviewState> {
  const { catalogue, assessment } = state;
  const isOld = ([id, version]: readonly [string, string]) =>
    (catalogue.questionnaires.get(id)?.version ?? version) !== version;
  if (countLeft(state) > 0 || ![...assessment.questionnaires].some(isOld)) return state;
  const versions = [...assessment.questionnaires].map(
    ([id, version]) => [id, catalogue.questionnaires.get(id)?.version ?? version] as const,
  );
  return { ...state, ...(await save({ kind: 'questionnaires', versions: new Map(versions) })) };
}

/** Shows what the interview has come to, and saves what somebody adds, until they are done. */
async function finish(
  ending: Ending,
  start: InterviewState,
  { prompter, save, words, language }: InterviewOptions,
): Promise<Interviewed> {
  const left = countLeft(start);
  for (const clash of start.evaluation.clashes) prompter.say(describeClash(clash, { language, words }));
  for (let state = start; ; ) {
    const reply = await prompter.review(reviewOf(state));
    if (reply === undefined) return { ending: 'left', left };
    if (reply.kind === 'done') return { ending, left };
    for (const change of additionsOf(reply, state)) state = { ...state, ...(await save(change)) };
    prompter.say(words.interview.added);
  }
}

/** Optional lines that were left out are not put off. */
function countLeft(state: InterviewState): number {
  const steps = stepsLeft({ ...state, postponed: new Set(), revisit: new Set() });
  return countQuestions(steps.filter((step) => step.kind !== 'subject' || !step.isOptional));
}
