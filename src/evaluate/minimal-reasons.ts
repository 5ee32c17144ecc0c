import { type Answer, type Answers, isOpen, questionOfKey } from '../domain/answer.ts';
import type { Finding } from '../domain/finding.ts';
import { answersThatDiffer } from './answers-that-differ.ts';
import { evaluateRequirement } from './evaluate-requirement.ts';
import type { Facts } from './judge.ts';
import { conditionsWithGates, keysBehind } from './keys-behind.ts';

/** How many sets or answers are tried before the search gives up on the smallest set. */
const mostTries = 100_000;

/** Answers that suffice for a finding. */
export interface Reasons {
  /** Answer keys, in the order of the question bank. */
  readonly keys: readonly string[];
  /** Whether no smaller set does; `false` only where trying them all would have taken too long. */
  readonly isSmallest: boolean;
}

type Judged = Pick<Finding, 'requirement' | 'item' | 'judged'>;

/**
 * Why a finding is as it is. Settled: a smallest set of answers which alone, all others missing, give the same judged
 * status. Open: a smallest set of missing answers that can settle it. Among equally small sets, the one that comes
 * first in the order of the question bank.
 * `facts` are those it was judged on, with the answers as they count on the day.
 */
export function minimalReasons(finding: Judged, facts: Facts, limit = mostTries): Reasons {
  return finding.judged === 'open' ? whatCloses(finding, facts, limit) : whatSettles(finding, facts, limit);
}

function whatSettles(finding: Judged, facts: Facts, limit: number): Reasons {
  const { questions, answers } = facts;
  const known = keysFor(finding, facts).filter((key) => !isOpen(answers.get(key)));
  const suffices = (keys: ReadonlySet<string>) => {
    const alone = new Map([...answers].filter(([key]) => keys.has(key)));
    return judgedAs(finding, { questions, answers: alone }) === finding.judged;
  };
  // More answers never change what is settled, so what cannot be missing from all of them is in every set that suffices.
  const needed = known.filter((key) => !suffices(without(known, key)));
  const rest = known.filter((key) => !needed.includes(key));
  let tries = 0;
  for (let size = 0; size <= rest.length; size += 1) {
    for (const some of combinationsOf(rest, size)) {
      tries += 1;
      if (tries > limit) return { keys: shrunk(known, suffices), isSmallest: false };
      const keys = new Set([...needed, ...some]);
      if (suffices(keys)) return { keys: known.filter((key) => keys.has(key)), isSmallest: true };
    }
  }
  return { keys: known, isSmallest: true };
}

function whatCloses(finding: Judged, facts: Facts, limit: number): Reasons {
  const { questions, answers } = facts;
  const conditions = conditionsWithGates(finding.requirement, questions);
  const open = keysFor(finding, facts).filter((key) => isOpen(answers.get(key)));
  const options = new Map(
    open.map((key) => {
      const question = questions.get(questionOfKey(key));
      return [key, question === undefined ? [] : answersThatDiffer(question, conditions)];
    }),
  );
  let tries = 0;
  for (let size = 1; size <= open.length; size += 1) {
    for (const keys of combinationsOf(open, size)) {
      for (const given of waysToAnswer(keys, options, answers)) {
        tries += 1;
        if (tries > limit) return { keys: open, isSmallest: false };
        if (judgedAs(finding, { questions, answers: given }) !== 'open') return { keys, isSmallest: true };
      }
    }
  }
  // No answer closes it: a free text that nothing can be read from, say.
  return { keys: open, isSmallest: true };
}

/**
 * The keys behind the finding. While it is open for which choices it is judged, those of the choices are left out:
 * choosing none closes it before any of them could.
 */
function keysFor({ requirement, item }: Judged, { questions }: Facts): readonly string[] {
  return keysBehind(requirement, questions, item === undefined ? [] : [item]);
}

/** What becomes of the finding under other answers; open where the choice it is judged for is not known to be made. */
function judgedAs({ requirement, item }: Judged, facts: Facts): Finding['judged'] {
  const outcomes = evaluateRequirement(requirement, facts);
  if (item !== undefined) return outcomes.find((outcome) => outcome.item === item)?.judged ?? 'open';
  return outcomes.find(({ judged }) => judged === 'open')?.judged ?? outcomes[0]?.judged ?? 'open';
}

function without(keys: readonly string[], key: string): ReadonlySet<string> {
  return new Set(keys.filter((one) => one !== key));
}

/** A set that suffices and none of whose members can be left out; a smaller one may exist. */
function shrunk(keys: readonly string[], suffices: (keys: ReadonlySet<string>) => boolean): readonly string[] {
  return keys.reduceRight<readonly string[]>((kept, key) => {
    const less = without(kept, key);
    return suffices(less) ? [...less] : kept;
  }, keys);
}

/** Every way to pick so many, in order. */
function* combinationsOf<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) yield [];
  else {
    for (const [at, first] of all.entries()) {
      for (const rest of combinationsOf(all.slice(at + 1), size - 1)) yield [first, ...rest];
    }
  }
}

function* waysToAnswer(
  keys: readonly string[],
  options: ReadonlyMap<string, readonly Answer[]>,
  answers: Answers,
): Generator<Answers> {
  const [key, ...rest] = keys;
  if (key === undefined) yield answers;
  else {
    for (const answer of options.get(key) ?? []) yield* waysToAnswer(rest, options, new Map(answers).set(key, answer));
  }
}
