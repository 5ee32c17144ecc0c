/** What a lane is given to do: plain data, as it travels to workers. */
export type Task =
  | { readonly kind: 'file'; readonly name: string }
  /** A document out of a stream. */
  | { readonly kind: 'document'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'broken'; readonly name: string; readonly problem: InputProblem };

/** Why there is nothing to evaluate under a name. */
export type InputProblem =
  /** An error of the file system, by its code. */
  | { readonly kind: 'system'; readonly code: string; readonly message: string }
  | { readonly kind: 'no-match' }
  /** A pipe, a device or a socket. */
  | { readonly kind: 'not-a-file' }
  /** A folder that is named like an answer file. */
  | { readonly kind: 'folder-named-like-file' }
  /** A link that leads out of everything that was named. */
  | { readonly kind: 'leads-out' }
  | { readonly kind: 'too-large'; readonly bytes: number };

/** What the file system refused, as data. Anything else is a bug and flies on. */
export function systemProblem(error: unknown): InputProblem {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
  return { kind: 'system', code: error.code, message: error.message };
}
