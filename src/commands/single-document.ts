import type { BatchInput } from '../batch/find-inputs.ts';
import { readInput } from '../batch/read-input.ts';
import type { InputProblem, Task } from '../batch/task.ts';
import { largestFile } from '../domain/input-issue.ts';
import type { Language } from '../domain/language.ts';
import { InvalidInput, UserError } from '../errors.ts';
import { systemReason } from '../wording/reason-of.ts';
import { wordings } from '../wording/wording.ts';
import type { ReportInput } from './make-report.ts';

/** Whether an input is one document: then what to read; else everything that is to be done for it. */
export type Single =
  | { readonly isSingle: true; readonly input: ReportInput }
  | { readonly isSingle: false; readonly tasks: AsyncIterable<Task> };

/**
 * Looks into a stream as far as it takes to see whether it is one document. Throws `UserError` or `InvalidInput` where
 * there is none.
 */
export async function singleDocument(
  input: BatchInput,
  tasks: AsyncGenerator<Task>,
  { language, signal }: { readonly language: Language; readonly signal: AbortSignal },
): Promise<Single> {
  if (input.kind === 'file') return { isSingle: true, input: input.name };
  const { value: first } = await tasks.next();
  // Lines are named after the stream; what bears its name is the whole of it.
  if (first === undefined || first.name !== input.name || signal.aborted)
    return { isSingle: false, tasks: joined(first, tasks) };
  const read = readInput(first);
  if (!('sha256' in read)) return complain(input.name, read, language);
  return { isSingle: true, input: read };
}

async function* joined(first: Task | undefined, others: AsyncIterable<Task>): AsyncGenerator<Task> {
  if (first !== undefined) yield first;
  yield* others;
}

function complain(name: string, problem: InputProblem, language: Language): never {
  const { evaluate: words, errors } = wordings[language];
  switch (problem.kind) {
    case 'too-large': {
      const issue = {
        place: { file: name, line: 1, column: 1 },
        path: '',
        problem: { ...problem, limit: largestFile },
      };
      throw new InvalidInput([issue]);
    }
    case 'system': {
      const reason = systemReason(problem, errors.reasons);
      throw new UserError(errors.cannotRead(name, reason), { hint: words.cannotReadHint });
    }
    case 'no-match':
      throw new UserError(words.noMatch(name), { hint: words.noMatchHint });
    case 'not-a-file':
      throw new UserError(words.notAFile(name), { hint: words.notAFileHint });
    case 'folder-named-like-file':
      throw new UserError(words.folderNamedLikeFile(name), { hint: words.folderNamedLikeFileHint });
    case 'leads-out':
      throw new UserError(words.leadsOut(name), { hint: words.leadsOutHint });
  }
}
