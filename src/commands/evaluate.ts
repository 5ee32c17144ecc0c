import { tasksOf } from '../batch/documents.ts';
import { type BatchInput, type FoundInputs, findInputs } from '../batch/find-inputs.ts';
import { keepHeapLean } from '../batch/lean-heap.ts';
import type { Shard } from '../batch/shard.ts';
import { UserError } from '../errors.ts';
import { type ExitCode, type ExitPolicy, exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { wordings } from '../wording/wording.ts';
import { filesOf, type OutputWanted, outputsIn } from './batch-outputs.ts';
import type { ManyOptions } from './evaluate-many.ts';
import type { CommonOptions } from './inputs.ts';
import { singleDocument } from './single-document.ts';

export interface EvaluateOptions extends CommonOptions, ExitPolicy {
  /** Files, folders, patterns, `-`. */
  readonly paths: readonly string[];
  /** As given: a format, or a format, a colon and a file. */
  readonly formats: readonly string[];
  readonly output?: string;
  readonly jobs?: number;
  readonly shard?: Shard;
  /** Folder of the cache. */
  readonly cache?: string;
}

/** Prints findings and verdict of one answer file, or a row for each of many. */
export function evaluate(options: EvaluateOptions, io: Io): Promise<ExitCode> {
  const { evaluate: words } = wordings[options.language];
  const wanted = outputsIn(options, wordings[options.language]);
  keepHeapLean();
  return io.untilInterrupted(async (signal) => {
    const outputs = new Set(await Promise.all(filesOf(wanted).map(io.realPath)));
    const found = await findInputs(options.paths, { signal, outputs });
    if (found.inputs.length === 0 && !signal.aborted) {
      throw new UserError(words.nothingFound(options.paths), { hint: words.nothingFoundHint });
    }
    const tasks = (until: AbortSignal) => tasksOf(found.inputs, { stdin: io.stdin, signal: until });
    const rows = async (outputs: readonly OutputWanted[], all: ManyOptions['tasks'] = tasks) => {
      // Loaded only here, as is the other below: neither has need of what the other needs.
      const { evaluateMany } = await import('./evaluate-many.ts');
      return evaluateMany({ ...options, ...found, outputs, tasks: all, signal }, io);
    };
    if (wanted.kind === 'rows') return rows(wanted.outputs);
    const table = [{ format: 'table' as const, ...(options.output !== undefined && { file: options.output }) }];
    const only = onlyInput(found, options);
    if (only !== undefined) {
      const single = await singleDocument(only, tasks(signal), { language: options.language, signal });
      if (signal.aborted) return exitCodes.interrupted;
      if (single.isSingle) {
        const { evaluateOne } = await import('./evaluate-one.ts');
        return evaluateOne(single.input, { ...options, ...wanted }, io);
      }
      if (wanted.kind === 'whatever-fits') return rows(table, () => single.tasks);
    }
    if (wanted.kind === 'findings') throw new UserError(words.terminalIsOne, { hint: words.terminalIsOneHint });
    return rows(table);
  });
}

/** What is to be evaluated, where that is a single thing that was named as such: no folder and no pattern. */
function onlyInput({ inputs }: FoundInputs, { paths, shard }: EvaluateOptions): BatchInput | undefined {
  const [only, ...others] = inputs;
  return others.length === 0 && only?.name === paths[0] && paths.length === 1 && !shard ? only : undefined;
}
