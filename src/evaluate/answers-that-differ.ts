import type { Answer } from '../domain/answer.ts';
import { type Condition, testsIn } from '../domain/condition.ts';
import { choicesOf, type Question } from '../domain/question.ts';
import { alikeChoices, answersToTry, asAnswers, givenAnswers } from './answers-to-try.ts';

/**
 * As few answers as stand for all that a question accepts, as far as the given conditions can tell them apart. Like
 * `answersToTry`, but of the selections that come to the same only the first and smallest, so that questions with many
 * choices stay few.
 */
export function answersThatDiffer(question: Question, conditions: readonly Condition[]): readonly Answer[] {
  if (question.kind !== 'choices') return answersToTry(question, conditions);
  return asAnswers(smallestSelections(question, conditions), question);
}

/**
 * Like `answersThatDiffer` for a question whose choices demands are judged for, where one choice for which a demand is
 * not met is looked for: for each choice, the selections with it that come to something else.
 */
export function selectionsWithEach(question: Question, conditions: readonly Condition[]): readonly Answer[] {
  const selections = choicesOf(question).flatMap(({ id }) => smallestSelections(question, conditions, [id]));
  return [...answersThatDiffer(question, conditions), ...givenAnswers(selections)];
}

/** One selection for every set of tests that some selection meets, the smallest first; `start`: what all begin with. */
function smallestSelections(
  question: Question,
  conditions: readonly Condition[],
  start: readonly string[] = [],
): readonly (readonly string[])[] {
  const met = metBy(question, conditions);
  const choices = alikeChoices(question, conditions).flatMap(([first]) => first ?? []);
  const found = new Map<string, readonly string[]>([[met(start), start]]);
  // A map goes on to what is added on the way, so every selection found is tried with each choice more.
  for (const [, chosen] of found) {
    for (const choice of choices.filter((one) => !chosen.includes(one))) {
      const more = [...chosen, choice];
      if (!found.has(met(more))) found.set(met(more), more);
    }
  }
  return [...found.values()];
}

/**
 * Like `answersThatDiffer` for a question whose choices demands are judged for: every selection that meets some set of
 * tests and from which nothing can be left out. A larger one that comes to the same only adds what has to be met.
 */
export function selectionsThatDiffer(question: Question, conditions: readonly Condition[]): readonly Answer[] {
  const met = metBy(question, conditions);
  const choices = choicesOf(question).map(({ id }) => id);
  const found = new Map<string, readonly string[]>([['', []]]);
  for (const [, chosen] of found) {
    const last = choices.indexOf(chosen.at(-1) ?? '');
    for (const choice of choices.slice(last + 1)) {
      const more = [...chosen, choice];
      const isTight = more.every((one) => met(more.filter((other) => other !== one)) !== met(more));
      if (isTight) found.set(more.join(), more);
    }
  }
  return asAnswers([...found.values()], question);
}

/** Which tests a selection meets, as a text to compare. */
function metBy(question: Question, conditions: readonly Condition[]): (chosen: readonly string[]) => string {
  const tests = conditions.flatMap(testsIn).filter((leaf) => leaf.question === question.id);
  return (chosen) =>
    tests.map(({ test }) => Number('values' in test && test.values.some((id) => chosen.includes(id)))).join('');
}
