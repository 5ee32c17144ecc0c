import { type Answers, knownAnswers } from '../domain/answer.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { demandsFor } from './demands.ts';
import { answersAgainst, type ReadDemand, readDemand, stateOf } from './meet-demands.ts';

/** Whoever has to answer more questions than this for a single violation is better off with the ordinary order. */
const mostQuestions = 4;

/**
 * The open questions in the order in which they can rule a use out soonest: first those of the smallest set of answers
 * that can violate a requirement on which the verdict hangs; among equally small sets, those first whose questions
 * stand in most of them. Empty once nothing can be ruled out by so few answers any more.
 */
export function decisiveQuestions(
  catalogue: Catalogue,
  assessed: { readonly assessment: Assessment; readonly evaluation: Evaluation },
): readonly string[] {
  const { questions } = catalogue;
  const known = knownAnswers(assessed.evaluation.answers);
  const knockOuts = demandsFor('conditional', catalogue, assessed)
    .map((demand) => readDemand(demand, questions))
    .flatMap((demand) => smallestViolation(demand, { questions, answers: known }) ?? []);
  const count = (key: string) => knockOuts.filter((keys) => keys.includes(key)).length;
  const sum = (keys: readonly string[]) => keys.reduce((total, key) => total + count(key), 0);
  const ordered = knockOuts.toSorted((one, other) => one.length - other.length || sum(other) - sum(one));
  return [...new Set(ordered.flat())];
}

interface Facts {
  readonly questions: Catalogue['questions'];
  readonly answers: Answers;
}

/** A smallest set of open answer keys with answers that leave a demand unmet; `undefined`: there is none so small. */
function smallestViolation(demand: ReadDemand, facts: Facts): [readonly string[]] | undefined {
  for (let size = 1; size <= mostQuestions; size += 1) {
    const keys = violationOf(demand, facts, size);
    if (keys !== undefined) return [keys];
  }
  return undefined;
}

/** What is open can only be settled by answers on which it hangs, so these are tried, and then those it hangs on next. */
function violationOf(demand: ReadDemand, facts: Facts, size: number): readonly string[] | undefined {
  const { is, hangsOn } = stateOf(demand, facts);
  if (is !== 'open') return is === 'unmet' ? [] : undefined;
  if (size === 0) return undefined;
  for (const key of new Set(hangsOn)) {
    for (const answer of answersAgainst(key, demand, facts.questions)) {
      const answers = new Map(facts.answers).set(key, answer);
      const keys = violationOf(demand, { questions: facts.questions, answers }, size - 1);
      if (keys !== undefined) return [key, ...keys];
    }
  }
  return undefined;
}
