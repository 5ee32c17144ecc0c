import wrapAnsi from 'wrap-ansi';
import type { Assessment } from '../domain/assessment.ts';
import { UserError } from '../errors.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { type ExitCode, type ExitPolicy, exitCodeFor, exitCodes } from '../exit-code.ts';
import { interview } from '../interview/interview.ts';
import type { Io } from '../io.ts';
import { wordings } from '../wording/wording.ts';
import { openAnswerStore } from './answer-store.ts';
import { type CommonOptions, readCatalogue } from './inputs.ts';

export interface AssessOptions extends CommonOptions, ExitPolicy {
  readonly file: string;
}

/** The interview: creates the answer file, or goes on where it stopped. Each answer is saved before the next question. */
export async function assess(options: AssessOptions, io: Io): Promise<ExitCode> {
  const { file, language, date, quiet } = options;
  const words = wordings[language];
  if (!io.isInteractive) throw new UserError(words.errors.noTerminal, { hint: words.errors.noTerminalHint });
  const catalogue = await readCatalogue(options, io);
  const store = await openAnswerStore(options, { catalogue, io });
  const say = (lines: readonly string[]) => io.stderr(`${wrapAnsi(lines.join('\n'), Math.max(40, io.columns))}\n`);
  const stateOf = (assessment: Assessment) => ({
    catalogue,
    assessment,
    evaluation: evaluate(catalogue, assessment, date),
  });
  const answered = store.assessment().answers.size;
  if (!quiet) say(store.exists() ? [words.interview.resumed(file, answered)] : words.interview.intro(file));
  if (store.remarks.length > 0) say(store.remarks);

  const prompter = await io.createPrompter({ language, words, catalogue });
  const { complete, postponed } = await interview(
    { ...stateOf(store.assessment()), postponed: new Set(), revisit: new Set() },
    { prompter, language, words, save: async (change) => stateOf(await store.save(change)) },
  );
  if (!complete) {
    const { interrupted, interruptedEmpty } = words.interview;
    say(['', store.exists() ? interrupted(file) : interruptedEmpty]);
    return exitCodes.interrupted;
  }
  const { verdict } = stateOf(store.assessment()).evaluation.overall;
  const { finished, next } = words.interview;
  say(['', postponed > 0 ? words.interview.postponed(postponed) : finished]);
  say([`${words.terminal.result}: ${words.verdicts[verdict]}`, next(file)]);
  return exitCodeFor(verdict, options);
}
