import type { Catalogue, PlacedNoun } from '../domain/catalogue.ts';
import { type Condition, questionsIn } from '../domain/condition.ts';
import type { Problem } from '../domain/input-issue.ts';
import { choicesOf, type Question } from '../domain/question.ts';
import { requirementsOf } from '../domain/questionnaire.ts';
import { conditionsOf, type Requirement } from '../domain/requirement.ts';
import { alikeChoices } from '../evaluate/answers-to-try.ts';
import { lintInconsistency } from './lint-inconsistency.ts';
import { lintRequirement, trialsOf } from './lint-requirement.ts';
import { conditionsBehind, keyOf, questionsBehind } from './ways-to-answer.ts';

/** A mistake, and where it lies. */
export interface LintFinding {
  readonly at: { readonly noun: PlacedNoun; readonly id: string };
  readonly problem: Problem;
}

/**
 * What is wrong with questionnaires beyond their form: they are small programs, so every way to answer what a
 * requirement reads is tried. A catalogue that loads has valid texts, ids and references already.
 */
export function lintCatalogue(catalogue: Catalogue): readonly LintFinding[] {
  const requirements = [...catalogue.questionnaires.values()].flatMap(requirementsOf);
  const logic = requirements.flatMap((requirement) =>
    lintRequirement(requirement, catalogue.questions).map((problem) => ({
      at: { noun: 'requirement', id: requirement.id } as const,
      problem,
    })),
  );
  const inconsistencies = [...catalogue.inconsistencies.values()].flatMap((one) =>
    lintInconsistency(one, catalogue.questions).map((problem) => ({
      at: { noun: 'inconsistency', id: one.id } as const,
      problem,
    })),
  );
  return [...logic, ...lintQuestions(catalogue, requirements), ...inconsistencies];
}

function lintQuestions(catalogue: Catalogue, requirements: readonly Requirement[]): readonly LintFinding[] {
  const read = new Set(conditionsOfCatalogue(catalogue, requirements).flatMap(questionsIn));
  for (const { each } of [...requirements, ...catalogue.questions.values()]) if (each !== undefined) read.add(each);
  const asked = new Set([
    ...catalogue.context,
    ...[...catalogue.questionnaires.values()].flatMap(({ sections }) => sections.flatMap((one) => one.questions)),
  ]);
  return [...catalogue.questions.values()].flatMap((question): readonly LintFinding[] => {
    const at = { noun: 'question', id: question.id } as const;
    if (question.informational) return [];
    if (!read.has(question.id)) return [{ at, problem: { kind: 'question-unread', question: question.id } }];
    if (!asked.has(question.id)) return [{ at, problem: { kind: 'question-unlisted', question: question.id } }];
    return idleChoices(question, { catalogue, requirements }).map((choice) => ({
      at,
      problem: { kind: 'choice-without-effect', question: question.id, choice },
    }));
  });
}

function conditionsOfCatalogue(catalogue: Catalogue, requirements: readonly Requirement[]): readonly Condition[] {
  return [
    ...requirements.flatMap(conditionsOf),
    ...[...catalogue.questions.values()].flatMap(({ askWhen }) => askWhen ?? []),
    ...scopeConditions(catalogue, requirements),
  ];
}

/** The conditions by which papers and demands concern and bind. */
function scopeConditions({ questionnaires }: Catalogue, requirements: readonly Requirement[]): readonly Condition[] {
  return [
    ...[...questionnaires.values()].flatMap(({ binds, offeredWhen }) => [binds ?? [], offeredWhen ?? []].flat()),
    ...requirements.flatMap(({ binds }) => binds ?? []),
  ];
}

/** Choices that change no status, whatever else is answered, and decide neither binding nor what is asked. */
function idleChoices(
  question: Question,
  { catalogue, requirements }: { catalogue: Catalogue; requirements: readonly Requirement[] },
): readonly string[] {
  const isEach = [...requirements, ...catalogue.questions.values()].some(({ each }) => each === question.id);
  if (isEach || scopeConditions(catalogue, requirements).flatMap(questionsIn).includes(question.id)) return [];
  const moved = new Set<string>();
  for (const requirement of requirements) {
    for (const choice of movingChoices(question, requirement, catalogue)) moved.add(choice);
  }
  return choicesOf(question)
    .map(({ id }) => id)
    .filter((id) => !moved.has(id));
}

/** The choices of a question with which a requirement can come out otherwise than without them. */
function movingChoices(question: Question, requirement: Requirement, { questions }: Catalogue): readonly string[] {
  const isRead = questionsBehind(conditionsOf(requirement), questions).includes(question);
  if (!isRead || choicesOf(question).length === 0) return [];
  const key = keyOf(question);
  const byRest = new Map<string, Map<string, string>>();
  for (const { answers, judged } of trialsOf(requirement, questions) ?? []) {
    const own = answers.get(key);
    if (own?.state !== 'given') continue;
    const rest = [...answers].filter(([other]) => other !== key).map(([other, answer]) => [other, shownValue(answer)]);
    const group = JSON.stringify(rest);
    byRest.set(group, (byRest.get(group) ?? new Map()).set(JSON.stringify(own.value), judged));
  }
  const moving = new Set<string>();
  for (const statuses of byRest.values()) {
    for (const choice of choicesThatMove(statuses)) moving.add(choice);
  }
  // Only one choice of each group was tried; the others move what it moves.
  return alikeChoices(question, conditionsBehind(conditionsOf(requirement), questions))
    .filter(([tried = '']) => moving.has(tried))
    .flat();
}

/** Of a single choice, every one where the status varies; of a selection, those whose ticking changes it. */
function choicesThatMove(statuses: ReadonlyMap<string, string>): readonly string[] {
  const values = [...statuses].map(([value, status]) => ({ value: JSON.parse(value), status }));
  if (typeof values[0]?.value === 'string') {
    return new Set(statuses.values()).size > 1 ? values.map(({ value }) => value) : [];
  }
  const statusOf = (selection: readonly string[]) => statuses.get(JSON.stringify(selection));
  return values.flatMap(({ value, status }) =>
    (value as readonly string[]).filter((choice) => statusOf(value.filter((one: string) => one !== choice)) !== status),
  );
}

function shownValue(answer: { state: string; value?: unknown }): unknown {
  return answer.state === 'given' ? answer.value : answer.state;
}
