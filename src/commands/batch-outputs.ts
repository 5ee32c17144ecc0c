import { type BatchFormatId, batchFormats } from '../batch/formats.ts';
import type { Write } from '../batch/run-batch.ts';
import { UserError } from '../errors.ts';
import type { Io } from '../io.ts';
import { reasonOf } from '../wording/reason-of.ts';
import type { Wording } from '../wording/wording.ts';

/** A format of an evaluation, and where it goes. */
export interface OutputWanted<Format extends string = BatchFormatId> {
  readonly format: Format;
  /** Standard output, where absent. */
  readonly file?: string;
}

/** What an evaluation is to write: the findings of a single file one by one, or rows for all of them. */
export type Wanted =
  | { readonly kind: 'whatever-fits'; readonly file?: string }
  | { readonly kind: 'findings'; readonly file?: string }
  | { readonly kind: 'rows'; readonly outputs: readonly OutputWanted[] };

/** What `--format` and `--output` ask for. Throws `UserError` where they contradict each other. */
export function outputsIn(
  { formats, output }: { readonly formats: readonly string[]; readonly output?: string },
  { evaluate: words }: Wording,
): Wanted {
  const named = formats.map((text) => outputIn(text, words));
  const [first, ...others] = named;
  if (output !== undefined && (others.length > 0 || first?.file !== undefined)) {
    throw new UserError(words.outputNeedsOne, { hint: words.outputNeedsOneHint });
  }
  const target = output === undefined ? {} : { file: output };
  if (first === undefined) return { kind: 'whatever-fits', ...target };
  const outputs = named.map((one) => ({ ...one, ...target }));
  const rows = outputs.filter(isForRows);
  if (rows.length === 0 && others.length === 0) return { kind: 'findings', ...first, ...target };
  if (rows.length < outputs.length) throw new UserError(words.terminalIsOne, { hint: words.terminalIsOneHint });
  if (rows.filter(({ file }) => file === undefined).length > 1) {
    throw new UserError(words.twoToOutput, { hint: words.twoToOutputHint });
  }
  return { kind: 'rows', outputs: rows };
}

/** The files that are to be written. */
export function filesOf(wanted: Wanted): readonly string[] {
  const outputs = wanted.kind === 'rows' ? wanted.outputs : [wanted];
  return outputs.flatMap(({ file }) => file ?? []);
}

function outputIn(text: string, words: Wording['evaluate']): OutputWanted<BatchFormatId | 'terminal'> {
  const [, id = '', file] = /^([^:]*)(?::(.+))?$/.exec(text) ?? [];
  const format = (['terminal', ...batchFormats] as const).find((known) => known === id);
  if (format === undefined) throw new UserError(words.badFormat(text), { hint: words.badFormatHint(batchFormats) });
  return { format, ...(file !== undefined && { file }) };
}

function isForRows(output: OutputWanted<BatchFormatId | 'terminal'>): output is OutputWanted {
  return output.format !== 'terminal';
}

/** Where the text of a format goes. */
export interface Target {
  readonly write: Write;
  /** Everything is written. */
  readonly commit: () => Promise<void>;
  /** Something went wrong: nothing of it is to stay. */
  readonly discard: () => Promise<void>;
}

/**
 * Opens where each output goes. Throws `UserError` for one that cannot be written, is wanted twice, or is among the
 * `inputs` (their real paths).
 */
export async function openTargets(
  outputs: readonly OutputWanted[],
  { inputs, words, beforePrint }: TargetOptions,
  io: Io,
): Promise<readonly Target[]> {
  const taken = new Set<string>();
  for (const { file } of outputs) {
    if (file === undefined) continue;
    const real = await realOutput(file, { inputs, words }, io);
    const { evaluate } = words;
    if (taken.has(real)) throw new UserError(evaluate.sameOutput(file), { hint: evaluate.sameOutputHint });
    taken.add(real);
  }
  const targets: Target[] = [];
  try {
    for (const { file } of outputs) {
      targets.push(file === undefined ? printer(beforePrint, io) : await openFile(file, { words, io }));
    }
  } catch (error) {
    await Promise.all(targets.map(({ discard }) => discard()));
    throw error;
  }
  return targets;
}

/** The real path of an output. Throws `UserError` where it would take the place of one of the `inputs` (real paths). */
export async function realOutput(
  file: string,
  { inputs, words: { evaluate } }: Pick<TargetOptions, 'inputs' | 'words'>,
  io: Io,
): Promise<string> {
  const real = await io.realPath(file);
  if (inputs.has(real)) throw new UserError(evaluate.outputIsInput(file), { hint: evaluate.outputIsInputHint });
  return real;
}

export interface TargetOptions {
  readonly inputs: ReadonlySet<string>;
  readonly words: Wording;
  /** Called before standard output is written to. */
  readonly beforePrint: () => void;
}

function printer(beforePrint: () => void, io: Io): Target {
  return {
    write: (text) => {
      beforePrint();
      return io.print(text);
    },
    commit: async () => undefined,
    discard: async () => undefined,
  };
}

async function openFile(file: string, { words, io }: { words: Wording; io: Io }): Promise<Target> {
  const told = async <T>(writing: Promise<T>): Promise<T> => {
    try {
      return await writing;
    } catch (cause) {
      const { errors } = words;
      throw new UserError(errors.cannotWrite(file, reasonOf(cause, errors)), { hint: errors.cannotWriteHint, cause });
    }
  };
  const output = await told(io.openOutput(file));
  return {
    write: async (text) => {
      await told(output.write(text));
      return true;
    },
    commit: () => told(output.commit()),
    discard: output.discard,
  };
}
