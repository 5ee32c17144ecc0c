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

/** The ids of the questions a condition reads itself, in order, each once. */
export function questionsIn(condition: Condition): readonly string[] {
  switch (condition.op) {
    case 'answer':
      return [condition.question];
    case 'all':
    case 'any':
      return [...new Set(condition.of.flatMap(questionsIn))];
    case 'not':
      return questionsIn(condition.of);
  }
}
