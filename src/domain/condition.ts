/** What a condition asks of one answer. Lists are an *or*: `includes: [a, b]` holds when a or b was chosen. */
export type Test =
  | { readonly kind: 'is'; readonly values: readonly string[] }
  | { readonly kind: 'includes'; readonly values: readonly string[] }
  | { readonly kind: 'excludes'; readonly values: readonly string[] }
  | { readonly kind: 'atLeast' | 'atMost'; readonly value: number }
  | { readonly kind: 'before' | 'after'; readonly value: string };

/** A condition on answers. Three-valued when judged, see `evaluate/judge.ts`. */
export type Condition =
  | { readonly op: 'answer'; readonly question: string; readonly test: Test }
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition };

/** One look at one answer. */
export type Leaf = Extract<Condition, { op: 'answer' }>;

/** Every look a condition takes at an answer, in order. */
export function testsIn(condition: Condition): readonly Leaf[] {
  switch (condition.op) {
    case 'answer':
      return [condition];
    case 'all':
    case 'any':
      return condition.of.flatMap(testsIn);
    case 'not':
      return testsIn(condition.of);
  }
}

/** Conditions never change, and every evaluation asks what each of them reads. */
const questions = new WeakMap<Condition, readonly string[]>();

/** The ids of the questions a condition reads itself, in order, each once. */
export function questionsIn(condition: Condition): readonly string[] {
  const known = questions.get(condition) ?? [...new Set(testsIn(condition).map(({ question }) => question))];
  questions.set(condition, known);
  return known;
}
