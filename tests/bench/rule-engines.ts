import { LogicEngine } from 'json-logic-engine';
import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import type { Answers } from '../../src/domain/answer.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Condition, Test } from '../../src/domain/condition.ts';
import { requirementsOf } from '../../src/domain/questionnaire.ts';
import type { Requirement } from '../../src/domain/requirement.ts';

/** A condition on answers as plain facts, with what decides whether its questions are asked written out. */
type Plain =
  | { readonly op: 'test'; readonly key: string; readonly test: Test }
  | { readonly op: 'all' | 'any'; readonly of: readonly Plain[] }
  | { readonly op: 'not'; readonly of: Plain };

/** What a requirement comes to, as three rules; those that are judged for each choice of a question are left out. */
export interface PlainRequirement {
  readonly id: string;
  readonly applies: Plain | undefined;
  readonly fulfilled: Plain;
  readonly partial: Plain | undefined;
}

export function plainRequirements(catalogue: Catalogue): readonly PlainRequirement[] {
  const all = [...catalogue.questionnaires.values()].flatMap(requirementsOf);
  return all
    .filter((requirement) => isExpressible(requirement, catalogue))
    .map(({ id, appliesWhen, fulfilledWhen, partialWhen }) => ({
      id,
      applies: appliesWhen && plain(appliesWhen, catalogue),
      fulfilled: plain(fulfilledWhen, catalogue),
      partial: partialWhen && plain(partialWhen, catalogue),
    }));
}

function isExpressible({ each, appliesWhen, fulfilledWhen, partialWhen }: Requirement, catalogue: Catalogue): boolean {
  const conditions = [appliesWhen, fulfilledWhen, partialWhen].filter((one) => one !== undefined);
  return each === undefined && conditions.every((one) => !JSON.stringify(plain(one, catalogue)).includes('"@each"'));
}

function plain(condition: Condition, catalogue: Catalogue): Plain {
  switch (condition.op) {
    case 'answer': {
      const question = catalogue.questions.get(condition.question);
      const key = question?.each === undefined ? condition.question : '@each';
      const test: Plain = { op: 'test', key, test: condition.test };
      return question?.askWhen ? { op: 'all', of: [plain(question.askWhen, catalogue), test] } : test;
    }
    case 'not':
      return { op: 'not', of: plain(condition.of, catalogue) };
    default:
      return { op: condition.op, of: condition.of.map((one) => plain(one, catalogue)) };
  }
}

/** Values by answer key; what does not apply is a value of its own. */
export function factsOf(answers: Answers): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...answers].map(([key, answer]) => [key, answer.state === 'given' ? answer.value : answer.state]),
  );
}

/** Whether a value passes a test, as both engines are taught it. */
function passes(value: unknown, test: Test): boolean {
  if (value === undefined || value === null) return false;
  const chosen = Array.isArray(value) ? value : [String(value)];
  switch (test.kind) {
    case 'is':
    case 'includes':
      return test.values.some((one) => chosen.includes(one));
    case 'excludes':
      return value !== 'not-applicable' && !test.values.some((one) => chosen.includes(one));
    case 'atLeast':
      return Number(value) >= test.value;
    case 'atMost':
      return Number(value) <= test.value;
    case 'before':
      return String(value) < test.value;
    case 'after':
      return String(value) > test.value;
  }
}

export type Status = 'not-applicable' | 'fulfilled' | 'partial' | 'violated';

function statusOf(applies: boolean, fulfilled: boolean, partial: boolean): Status {
  if (!applies) return 'not-applicable';
  if (fulfilled) return 'fulfilled';
  return partial ? 'partial' : 'violated';
}

/** All requirements in json-logic-engine, compiled. */
export function jsonLogic(requirements: readonly PlainRequirement[]) {
  const engine = new LogicEngine();
  engine.addMethod('passes', ([value, test]: [unknown, Test]) => passes(value, test), {
    deterministic: true,
  });
  const built = requirements.map(({ id, applies, fulfilled, partial }) => ({
    id,
    applies: applies && engine.build(logicOf(applies)),
    fulfilled: engine.build(logicOf(fulfilled)),
    partial: partial && engine.build(logicOf(partial)),
  }));
  return (facts: object): readonly (readonly [string, Status])[] =>
    built.map(({ id, applies, fulfilled, partial }) => [
      id,
      statusOf(!applies || Boolean(applies(facts)), Boolean(fulfilled(facts)), Boolean(partial?.(facts))),
    ]);
}

function logicOf(one: Plain): object {
  switch (one.op) {
    case 'test':
      return nativeLogic(one.key, one.test) ?? { passes: [{ var: one.key }, { preserve: one.test }] };
    case 'not':
      return { '!': [logicOf(one.of)] };
    default:
      return { [one.op === 'all' ? 'and' : 'or']: one.of.map(logicOf) };
  }
}

/** In its own operators, where it has them: that is fairest to it. */
function nativeLogic(key: string, test: Test): object | undefined {
  if (test.kind === 'is') return { in: [{ var: key }, { preserve: test.values }] };
  return undefined;
}

/** All requirements in json-rules-engine, three rules each. */
export function jsonRules(requirements: readonly PlainRequirement[]) {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator('passes', (value: unknown, test: Test) => passes(value, test));
  for (const { id, ...parts } of requirements) {
    for (const [part, condition] of Object.entries(parts)) {
      if (condition === undefined) continue;
      const conditions = { all: [rulesOf(condition)] } as TopLevelCondition;
      engine.addRule({ name: `${id} ${part}`, conditions, event: { type: `${id} ${part}` } });
    }
  }
  return async (facts: Readonly<Record<string, unknown>>): Promise<readonly (readonly [string, Status])[]> => {
    const { events } = await engine.run({ ...facts });
    const fired = new Set(events.map(({ type }) => type));
    return requirements.map(({ id, applies }) => [
      id,
      statusOf(
        applies === undefined || fired.has(`${id} applies`),
        fired.has(`${id} fulfilled`),
        fired.has(`${id} partial`),
      ),
    ]);
  };
}

function rulesOf(one: Plain): NestedCondition {
  switch (one.op) {
    case 'test':
      return { fact: one.key, operator: 'passes', value: one.test };
    case 'not':
      return { not: rulesOf(one.of) } as NestedCondition;
    default:
      return { [one.op]: one.of.map(rulesOf) } as unknown as NestedCondition;
  }
}
