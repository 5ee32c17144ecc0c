import { hasCode } from '../domain/has-code.ts';
import type { Wording } from './wording.ts';

/** What the system says by a code, in words; its own words where there are none. */
export function systemReason({ code, message }: { code: string; message: string }, reasons: Reasons): string {
  return Object.entries(reasons).find(([known]) => known === code)?.[1] ?? message;
}

/** Why the file system refused, in words. Anything else flies on: a bug, or a part of the program that is missing. */
export function reasonOf(cause: unknown, { reasons }: { readonly reasons: Reasons }): string {
  if (hasCode(cause, 'MODULE_NOT_FOUND')) throw cause;
  if (!(cause instanceof Error && 'code' in cause && typeof cause.code === 'string')) throw cause;
  return systemReason({ code: cause.code, message: cause.message }, reasons);
}

type Reasons = Wording['errors']['reasons'];
