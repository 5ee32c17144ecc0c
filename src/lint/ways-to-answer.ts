import { type Answer, type Answers, selectionIn } from '../domain/answer.ts';
import { type Condition, questionsIn } from '../domain/condition.ts';
import { choicesExcluding, type Question } from '../domain/question.ts';
import { answersToTry, mostCombinations } from '../evaluate/answers-to-try.ts';

/** Questions with `each` are tried for one item; all items are judged alike. */
export const anyItem = 'any';

export function keyOf({ id, each }: Question): string {
  return each === undefined ? id : `${id}@${anyItem}`;
}

/** Every way to answer what conditions read, directly or through `askWhen`; `undefined` where there are too many. */
export function waysToAnswer(
  conditions: readonly Condition[],
  questions: ReadonlyMap<string, Question>,
): readonly Answers[] | undefined {
  const all = conditionsBehind(conditions, questions);
  const read = questionsBehind(conditions, questions);
  const options = read.map((question) => ({ question, answers: possible(answersToTry(question, all), question) }));
  const count = options.reduce((product, { answers }) => product * Math.max(answers.length, 1), 1);
  return count > mostCombinations ? undefined : combinations(options);
}

/** Conditions, and those by which the questions they read are asked. */
export function conditionsBehind(
  conditions: readonly Condition[],
  questions: ReadonlyMap<string, Question>,
): readonly Condition[] {
  return [...conditions, ...questionsBehind(conditions, questions).flatMap(({ askWhen }) => askWhen ?? [])];
}

/** The questions conditions read, and those that decide whether these are asked; each once, gates first. */
export function questionsBehind(
  conditions: readonly Condition[],
  questions: ReadonlyMap<string, Question>,
): readonly Question[] {
  const found = new Map<string, Question>();
  const visit = (id: string) => {
    const question = questions.get(id);
    if (question === undefined || found.has(id)) return;
    if (question.askWhen !== undefined) questionsIn(question.askWhen).forEach(visit);
    found.set(id, question);
  };
  conditions.flatMap(questionsIn).forEach(visit);
  return [...found.values()];
}

interface Option {
  readonly question: Question;
  readonly answers: readonly Answer[];
}

function combinations(options: readonly Option[]): readonly Answers[] {
  return options.reduce<readonly Answers[]>(
    (all, { question, answers }) =>
      all.flatMap((one) => answers.map((answer) => new Map(one).set(keyOf(question), answer))),
    [new Map()],
  );
}

/** Answers without those that name what excludes each other. */
function possible(answers: readonly Answer[], question: Question): readonly Answer[] {
  if (question.kind !== 'choices') return answers;
  return answers.filter((answer) => choicesExcluding(question, selectionIn(answer)).length === 0);
}
