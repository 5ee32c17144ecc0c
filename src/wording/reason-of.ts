import type { Wording } from './wording.ts';

/** What the system says by a code, in words; its own words where there are none. */
export function systemReason({ code, message }: { code: string; message: string }, reasons: Reasons): string {
  return Object.entries(reasons).find(([known]) => known === code)?.[1] ?? message;
}

/** Why the file system refused, in words. Anything else is a bug and flies on. */
export function reasonOf(cause: unknown, { reasons }: { readonly reasons: Reasons }): string {
  if (!(cause instanceof Error && 'code' in cause && typeof cause.code === 'string')) throw cause;
  return systemReason({ code: cause.code, message: cause.message }, reasons);
}

type Reasons = Wording['errors']['reasons'];
