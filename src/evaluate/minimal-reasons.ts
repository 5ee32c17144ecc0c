import { type Answer, type Answers, answerKey, questionOfKey } from '../domain/answer.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { Finding } from '../domain/finding.ts';
import { type Question, withGates } from '../domain/question.ts';
import { conditionsOf, questionsReadBy } from '../domain/requirement.ts';
import { answersToTry } from './answers-to-try.ts';
import { evaluateRequirement, type Outcome } from './evaluate-requirement.ts';

/** Why a finding is what it is, in as few answers as possible. */
export interface MinimalReasons {
  /**
   * All smallest sets of answer keys. Where the finding is settled, each alone gives the same status, all other answers
   * absent; where it is open, the answers to each can close it, one after the other, as they come to be asked.
   */
  readonly sets: readonly (readonly string[])[];
  /** False where the search was given up: the one set then suffices, and a smaller one may exist. */
  readonly isExact: boolean;
}

/** Sets of answers tried for one finding. Requirements read few questions, so that no shipped one comes near. */
const mostTrials = 5_000;

type Facts = Pick<Evaluation, 'answers'> & { readonly questions: ReadonlyMap<string, Question> };

export function minimalReasons(finding: Finding, facts: Facts): MinimalReasons {
  return finding.judged === 'open' ? waysToClose(finding, facts) : reasonsFor(finding, facts);
}

/** More answers never change what is settled: what cannot be left out alone is in every reason, and the rest is tried. */
function reasonsFor(finding: Finding, { answers, questions }: Facts): MinimalReasons {
  const known = [...keysBehind(finding, questions)].filter(
    (key) => (answers.get(key)?.state ?? 'unknown') !== 'unknown',
  );
  const suffices = (keys: readonly string[]) => {
    const alone = new Map(keys.flatMap((key) => [[key, answers.get(key)] as const]).flatMap(isGiven));
    return outcomesFor(finding, { answers: alone, questions }).some(({ judged }) => judged === finding.judged);
  };
  const needed = known.filter((key) => !suffices(known.filter((other) => other !== key)));
  const others = known.filter((key) => !needed.includes(key));
  let trials = 0;
  for (let size = 0; size <= others.length; size += 1) {
    const sets: (readonly string[])[] = [];
    for (const some of choose(others, size)) {
      trials += 1;
      if (trials > mostTrials) return { sets: [sparing(known, suffices)], isExact: false };
      const keys = known.filter((key) => needed.includes(key) || some.includes(key));
      if (suffices(keys)) sets.push(keys);
    }
    if (sets.length > 0) return { sets, isExact: true };
  }
  return { sets: [known], isExact: true };
}

function isGiven([key, answer]: readonly [string, Answer | undefined]): readonly (readonly [string, Answer])[] {
  return answer === undefined ? [] : [[key, answer]];
}

/** A set from which nothing can be left out. */
function sparing(keys: readonly string[], suffices: (keys: readonly string[]) => boolean): readonly string[] {
  return keys.reduce((kept, key) => {
    const without = kept.filter((other) => other !== key);
    return suffices(without) ? without : kept;
  }, keys);
}

/** Every selection of so many, in order. */
function* choose<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [index, first] of all.entries()) {
    for (const others of choose(all.slice(index + 1), size - 1)) yield [first, ...others];
  }
}

/** What has to be tried to close an open finding, and what was found. */
interface Closing {
  readonly finding: Finding;
  readonly questions: ReadonlyMap<string, Question>;
  readonly sets: Map<string, readonly string[]>;
  trials: number;
}

function waysToClose(finding: Finding, { answers, questions }: Facts): MinimalReasons {
  const closing: Closing = { finding, questions, sets: new Map(), trials: 0 };
  const most = keysBehind(finding, questions).size;
  for (let size = 0; size <= most; size += 1) {
    close({ answers, taken: [], left: size, barred: new Set() }, closing);
    if (closing.trials > mostTrials) return { sets: [finding.because], isExact: false };
    if (closing.sets.size > 0) break;
  }
  return { sets: [...closing.sets.values()], isExact: true };
}

/** Tries one more answer. What is open stays so until one of the answers it hangs on is given: only these are tried. */
function close(
  state: { answers: Answers; taken: readonly string[]; left: number; barred: ReadonlySet<string> },
  closing: Closing,
): void {
  closing.trials += 1;
  if (closing.trials > mostTrials) return;
  const { finding, questions, sets } = closing;
  const { answers, taken, left } = state;
  const open = outcomesFor(finding, { answers, questions }).find(({ judged }) => judged === 'open');
  if (open === undefined) {
    const keys = [...taken].sort();
    sets.set(keys.join(' '), taken);
    return;
  }
  if (left === 0) return;
  const barred = new Set(state.barred);
  for (const key of open.because.filter((one) => !barred.has(one))) {
    for (const answer of possibleAnswers(key, closing)) {
      close({ answers: new Map(answers).set(key, answer), taken: [...taken, key], left: left - 1, barred }, closing);
    }
    // Sets with this key have been tried.
    barred.add(key);
  }
}

function possibleAnswers(key: string, { finding: { requirement }, questions }: Closing): readonly Answer[] {
  const question = questions.get(questionOfKey(key));
  const gates = [...withGates(questionsReadBy(requirement), questions)];
  const conditions = [...conditionsOf(requirement), ...gates.flatMap((id) => questions.get(id)?.askWhen ?? [])];
  return question === undefined ? [] : answersToTry(question, conditions);
}

/** The outcomes of the requirement that concern the finding: those of its item, or all while it is not known which. */
function outcomesFor({ requirement, item }: Finding, facts: Facts): readonly Outcome[] {
  const outcomes = evaluateRequirement(requirement, facts);
  return item === undefined
    ? outcomes
    : outcomes.filter((outcome) => outcome.item === undefined || outcome.item === item);
}

/** The keys of all answers that a finding can hang on. */
function keysBehind(
  { requirement, item }: Pick<Finding, 'requirement' | 'item'>,
  questions: ReadonlyMap<string, Question>,
): ReadonlySet<string> {
  const ids = [...withGates(questionsReadBy(requirement), questions)];
  return new Set(ids.map((id) => answerKey(id, questions.get(id)?.each === undefined ? undefined : item)));
}
