/** What is wrong with a template of the user's own. */
export type TemplateProblem =
  | { readonly kind: 'syntax' | 'endless' | 'decorator' | 'misplaced' }
  | { readonly kind: 'unfit'; readonly message: string }
  | { readonly kind: 'unknown-name' | 'forbidden-name' | 'raw-output'; readonly name: string }
  | {
      readonly kind: 'unknown-partial' | 'unknown-helper' | 'unused-partial';
      readonly name: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'out-of-place'; readonly name: string; readonly partial: string };
