import { type Answers, questionOfKey } from '../domain/answer.ts';
import type { Condition } from '../domain/condition.ts';
import type { JudgedStatus } from '../domain/finding.ts';
import type { Problem } from '../domain/input-issue.ts';
import type { Question } from '../domain/question.ts';
import { conditionsOf, type Requirement } from '../domain/requirement.ts';
import { mostCombinations } from '../evaluate/answers-to-try.ts';
import { evaluateRequirement } from '../evaluate/evaluate-requirement.ts';
import { type Facts, isAsked, truthOf } from '../evaluate/judge.ts';
import { anyItem, waysToAnswer } from './ways-to-answer.ts';

/** One way to answer every question a requirement depends on, and what comes of it. */
export interface Trial {
  readonly answers: Answers;
  readonly judged: JudgedStatus;
}

/** Every way to answer what a requirement reads, directly or through `askWhen`; `undefined` where there are too many. */
export function trialsOf(
  requirement: Requirement,
  questions: ReadonlyMap<string, Question>,
): readonly Trial[] | undefined {
  return waysToAnswer(conditionsOf(requirement), questions)?.map((answers) => ({
    answers,
    judged: statusOf(requirement, { questions, answers }),
  }));
}

/** Mistakes in the logic of one requirement, each with an example. */
export function lintRequirement(
  requirement: Requirement,
  questions: ReadonlyMap<string, Question>,
): readonly Problem[] {
  const { id } = requirement;
  const trials = trialsOf(requirement, questions);
  if (trials === undefined) return [{ kind: 'too-many-combinations', requirement: id, limit: mostCombinations }];
  const reaches = (...statuses: readonly JudgedStatus[]) => trials.some(({ judged }) => statuses.includes(judged));
  const overlap = trials.find(({ answers }) =>
    overlaps(requirement, { questions, answers: asked(answers, questions) }),
  );
  const always = new Map([...questions].map(([key, { askWhen: _, ...question }]) => [key, question as Question]));
  const unasked = trials.find((trial) => isDecidedByUnasked(requirement, trial, { questions, always }));
  return [
    ...(reaches('fulfilled') ? [] : [{ kind: 'never-fulfilled', requirement: id } as const]),
    ...(reaches('violated', 'partial') ? [] : [{ kind: 'never-violated', requirement: id } as const]),
    ...(overlap ? [{ kind: 'statuses-overlap', requirement: id, example: exampleOf(overlap.answers) } as const] : []),
    ...(unasked ? [{ kind: 'decided-by-unasked', requirement: id, example: exampleOf(unasked.answers) } as const] : []),
  ];
}

function statusOf(requirement: Requirement, facts: Facts): JudgedStatus {
  const { each: _, ...once } = requirement;
  const [outcome] = evaluateRequirement(once, { ...facts, item: anyItem });
  return outcome?.judged ?? 'open';
}

/** Fulfilled comes first, so an overlap hides what was meant to be partial. */
function overlaps({ appliesWhen, fulfilledWhen, partialWhen }: Requirement, facts: Facts): boolean {
  const at = { ...facts, item: anyItem };
  const holds = (condition: Condition | undefined) => condition !== undefined && truthOf(condition, at) === 'true';
  return (appliesWhen === undefined || holds(appliesWhen)) && holds(fulfilledWhen) && holds(partialWhen);
}

/** Whether the status would be open if a question that is not asked were unknown instead of false. */
function isDecidedByUnasked(
  requirement: Requirement,
  { answers, judged }: Trial,
  { questions, always }: Readonly<Record<'questions' | 'always', ReadonlyMap<string, Question>>>,
): boolean {
  return statusOf(requirement, { questions: always, answers: asked(answers, questions) }) !== judged;
}

/** Without the answers to questions that are not asked under the others. */
function asked(answers: Answers, questions: ReadonlyMap<string, Question>): Answers {
  const facts: Facts = { questions, answers, item: anyItem };
  return new Map(
    [...answers].filter(([key]) => {
      const question = questions.get(questionOfKey(key));
      return question !== undefined && isAsked(question, facts) === 'true';
    }),
  );
}

function exampleOf(answers: Answers): string {
  const shown = [...answers].map(([key, answer]) => {
    const value = answer.state === 'given' ? answer.value : answer.state;
    return `${key}: ${typeof value === 'object' ? `[${value.join(', ')}]` : value}`;
  });
  return shown.join(', ');
}
