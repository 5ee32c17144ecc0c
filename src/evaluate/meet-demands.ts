import { type Answer, type Answers, questionOfKey } from '../domain/answer.ts';
import type { Condition } from '../domain/condition.ts';
import { choicesOf, type Question, withGates } from '../domain/question.ts';
import { questionsReadBy } from '../domain/requirement.ts';
import { answersThatDiffer, selectionsThatDiffer } from './answers-that-differ.ts';
import type { Demand } from './demands.ts';
import { evaluateRequirement } from './evaluate-requirement.ts';
import { conditionsWithGates, keysOf } from './keys-behind.ts';

/** A demand with what it reads, looked up once. */
export interface ReadDemand extends Demand {
  /** Questions it reads itself or through gates. */
  readonly questions: ReadonlySet<string>;
  /** Every answer key it can depend on, in the order of the question bank. */
  readonly keys: readonly string[];
  readonly conditions: readonly Condition[];
}

/** How much may still be tried. It is counted down: the search says when it gave up. */
export interface Budget {
  left: number;
}

type Questions = ReadonlyMap<string, Question>;

export function readDemand(demand: Demand, questions: Questions): ReadDemand {
  const { requirement } = demand;
  const read = withGates(questionsReadBy(requirement), questions);
  const carriers = [...read].flatMap((id) => questions.get(id)?.each ?? []);
  const items = [...new Set(carriers)].flatMap((id) => {
    const carrier = questions.get(id);
    return carrier === undefined ? [] : choicesOf(carrier).map((choice) => choice.id);
  });
  return {
    ...demand,
    questions: read,
    keys: keysOf(read, questions, items),
    conditions: conditionsWithGates(requirement, questions),
  };
}

/** Whether a demand is met under some answers; while it is open, the keys on which that hangs. */
export function stateOf(
  { requirement, isMetBy }: Demand,
  facts: { readonly questions: Questions; readonly answers: Answers },
): { readonly is: 'met' | 'unmet' | 'open'; readonly hangsOn: readonly string[] } {
  const outcomes = evaluateRequirement(requirement, facts);
  if (outcomes.some(({ judged }) => judged !== 'open' && !isMetBy[judged])) return { is: 'unmet', hangsOn: [] };
  const open = isMetBy.open ? [] : outcomes.filter(({ judged }) => judged === 'open');
  return { is: open.length > 0 ? 'open' : 'met', hangsOn: open.flatMap(({ because }) => because) };
}

/**
 * Answers to what is missing with which every demand is met, added to those given; `undefined` if there are none, or if
 * the budget ran out. Settled demands stay settled as answers are added, so a demand that is not met ends a branch.
 */
export function meetAll(
  demands: readonly ReadDemand[],
  facts: { readonly questions: Questions; readonly answers: Answers },
  budget: Budget,
): Answers | undefined {
  const { questions } = facts;
  const options = new Map<string, readonly Answer[]>();
  const optionsOf = (key: string) => {
    const found = options.get(key) ?? answersFor(key, demands, questions);
    options.set(key, found);
    return found;
  };
  const search = (answers: Answers, toSettle: readonly ReadDemand[]): Answers | undefined => {
    budget.left -= 1;
    if (budget.left < 0) return undefined;
    const states = toSettle.map((demand) => ({ demand, ...stateOf(demand, { questions, answers }) }));
    if (states.some(({ is }) => is === 'unmet')) return undefined;
    const open = states.filter(({ is }) => is === 'open');
    if (open.length === 0) return answers;
    const apart = groupByOpenKeys(open.map(({ demand }) => demand), answers);
    // What shares no open answer cannot get in each other's way: where one part cannot be met, no other is tried again.
    if (apart.length > 1) {
      return apart.reduce<Answers | undefined>((sofar, part) => sofar && search(sofar, part), answers);
    }
    const key = mostFrequent(open.flatMap(({ hangsOn }) => [...new Set(hangsOn)]));
    for (const answer of optionsOf(key)) {
      const found = search(new Map(answers).set(key, answer), open.map(({ demand }) => demand));
      if (found !== undefined || budget.left < 0) return found;
    }
    return undefined;
  };
  return search(facts.answers, demands);
}

/** Answers that stand for all there are. Where demands are judged per choice, it also matters which choices are made. */
function answersFor(key: string, demands: readonly ReadDemand[], questions: Questions): readonly Answer[] {
  const question = questions.get(questionOfKey(key));
  if (question === undefined) return [];
  const conditions = demands.flatMap((demand) => (demand.questions.has(question.id) ? demand.conditions : []));
  const isCarrier = demands.some(({ requirement }) => requirement.each === question.id);
  return isCarrier ? selectionsThatDiffer(question, conditions) : answersThatDiffer(question, conditions);
}

/** Demands in groups that share no answer that is open. */
function groupByOpenKeys(demands: readonly ReadDemand[], answers: Answers): readonly (readonly ReadDemand[])[] {
  return groupLinked(demands.map((demand) => ({ of: [demand], by: demand.keys.filter((key) => !answers.has(key)) })));
}

/** Things in groups: those that are linked by a common name, directly or through others, come together. */
export function groupLinked<T>(
  links: readonly { readonly of: readonly T[]; readonly by: readonly string[] }[],
): readonly (readonly T[])[] {
  let groups: { readonly of: readonly T[]; readonly by: ReadonlySet<string> }[] = [];
  for (const link of links) {
    const joined = groups.filter(({ by }) => link.by.some((name) => by.has(name)));
    const group = {
      of: [...joined.flatMap(({ of }) => of), ...link.of],
      by: new Set([...joined.flatMap(({ by }) => [...by]), ...link.by]),
    };
    groups = [...groups.filter((one) => !joined.includes(one)), group];
  }
  return groups.map(({ of }) => of);
}

/** The first of those that occur most often. */
function mostFrequent(keys: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return keys.find((key) => counts.get(key) === most) ?? '';
}
