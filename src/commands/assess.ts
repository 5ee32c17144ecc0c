import { wrapAnsi } from 'fast-wrap-ansi';
import type { Answer } from '../domain/answer.ts';
import { type Assessment, messengerQuestion } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { changesFrom } from '../domain/changes-from.ts';
import { UserError } from '../errors.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { type ExitCode, type ExitPolicy, exitCodeFor, exitCodes } from '../exit-code.ts';
import { FileTaken } from '../files/lock.ts';
import { interview } from '../interview/interview.ts';
import { type InterviewState, startOf } from '../interview/steps.ts';
import type { Io } from '../io.ts';
import { describeIssues } from '../wording/describe-issue.ts';
import { printableLines } from '../wording/printable.ts';
import { reasonOf } from '../wording/reason-of.ts';
import { argumentsOn } from '../wording/typed-command.ts';
import { type Wording, wordings } from '../wording/wording.ts';
import { type AnswerStore, openAnswerStore } from './answer-store.ts';
import { type CommonOptions, readAssessment, readCatalogue } from './inputs.ts';

export interface AssessOptions extends CommonOptions, ExitPolicy {
  readonly file: string;
  /** Forms and other answer files to take over first. */
  readonly from: readonly string[];
  /** What can decide is asked first. */
  readonly isQuick: boolean;
  /** In plain lines, for screen readers and pipes. */
  readonly isAccessible: boolean;
}

/** The interview: creates the answer file, or goes on where it stopped. Each answer is saved before the next question. */
export async function assess(options: AssessOptions, io: Io): Promise<ExitCode> {
  const { file, language, isAccessible } = options;
  const words = wordings[language];
  if (!io.isInteractive && !isAccessible) {
    throw new UserError(words.errors.noTerminal, { hint: words.errors.noTerminalHint });
  }
  const catalogue = await readCatalogue(options, io);
  const letGo = await take(file, { io, words }).catch(async (error: UserError) => {
    // A file that cannot even be read is told as that.
    if (!(error.cause instanceof FileTaken)) await openAnswerStore(options, { catalogue, io });
    throw error;
  });
  try {
    const store = await openAnswerStore(options, { catalogue, io });
    return await converse(options, { catalogue, store, io });
  } finally {
    await letGo();
  }
}

/** Takes the file for this interview: two at once would ask the same, and overwrite what the other was told. */
function take(file: string, { io, words: { errors } }: { io: Io; words: Wording }): Promise<() => Promise<void>> {
  return io.lock(file).catch((cause: unknown) => {
    if (cause instanceof FileTaken) {
      throw new UserError(errors.taken(file, cause.holder), { hint: errors.takenHint(cause.note), cause });
    }
    throw new UserError(errors.cannotWrite(file, reasonOf(cause, errors)), { hint: errors.cannotWriteHint, cause });
  });
}

async function converse(
  options: AssessOptions,
  { catalogue, store, io }: { readonly catalogue: Catalogue; readonly store: AnswerStore; readonly io: Io },
): Promise<ExitCode> {
  const { file, language, date, quiet, isQuick, isAccessible } = options;
  const words = wordings[language];
  const stateOf = (assessment: Assessment) => ({
    catalogue,
    assessment,
    evaluation: evaluate(catalogue, assessment, date),
  });
  const printed = (lines: readonly string[]) => lines.map(printableLines).join('\n');
  const say = (lines: readonly string[]) => io.stderr(`${wrapAnsi(printed(lines), Math.max(40, io.columns))}\n`);
  // A command that is broken into lines cannot be copied.
  const sayUnbroken = (lines: readonly string[]) => io.stderr(`${printed(lines)}\n`);
  const taken = await takeOver(options.from, store, { catalogue, options, io });
  const start = startOf({ ...stateOf(store.assessment()), isQuick });
  if (!quiet) say(greeting(start, { file, store, options, words: words.interview }));
  if (store.remarks.length > 0) say(store.remarks);
  if (taken.length > 0) say(taken);

  const prompter = await io.createPrompter({ language, words, catalogue, day: date, isAccessible });
  const save = async (change: Parameters<AnswerStore['save']>[0]) => stateOf(await store.save(change));
  const conversation = interview(start, { prompter, language, words, save });
  // While somebody reads the first question, for which it would be in the way.
  const preparing = setTimeout(() => store.prepare().catch(() => undefined), 100);
  const { ending, left } = await conversation.finally(() => {
    clearTimeout(preparing);
    prompter.close();
  });
  const again = argumentsOn(file, options);
  const { interrupted, interruptedEmpty, stopped, postponed, finished, next } = words.interview;
  if (ending === 'left' || !store.exists()) {
    sayUnbroken(['', store.exists() ? interrupted(file, again) : interruptedEmpty]);
    return exitCodes.interrupted;
  }
  const { verdict } = stateOf(store.assessment()).evaluation.overall;
  if (ending === 'stopped') sayUnbroken(['', stopped({ file, left, again })]);
  else say(['', left > 0 ? postponed(left) : finished]);
  sayUnbroken([`${words.terminal.result}: ${words.verdicts[verdict]}`, next(again)]);
  return exitCodeFor(verdict, options);
}

/** Stores what other files say and this one does not; gives what is to be said on it. Throws where one is on another messenger. */
async function takeOver(
  files: readonly string[],
  store: AnswerStore,
  { catalogue, options: { language }, io }: { catalogue: Catalogue; options: CommonOptions; io: Io },
): Promise<readonly string[]> {
  const words = wordings[language];
  const said: string[] = [];
  for (const file of files) {
    const { assessment, warnings } = await readAssessment(file, { catalogue, language }, io);
    const { changes, conflicts } = changesFrom(assessment, store.assessment());
    // What was said of one product does not hold for another.
    if (conflicts.some(({ key }) => key === messengerQuestion)) {
      throw new UserError(words.errors.otherMessenger(file), { hint: words.errors.otherMessengerHint });
    }
    for (const change of changes) await store.save(change);
    said.push(...describeIssues(warnings, language));
    said.push(words.interview.takenOver(file, changes.length));
    said.push(
      ...conflicts.map(({ key, here, there }) =>
        words.interview.takeOverConflict(key, inShort(here, words), inShort(there, words)),
      ),
    );
  }
  return said;
}

function inShort(answer: Answer, words: Wording): string {
  switch (answer.state) {
    case 'given':
      return typeof answer.value === 'object' ? answer.value.join(', ') : String(answer.value);
    case 'unknown':
      return words.unknownReasons[answer.reason];
    case 'not-applicable':
      return words.notApplicable(answer.reason);
  }
}

/** What is said before the first question: what this is, or where it goes on. */
function greeting(
  { catalogue, assessment }: InterviewState,
  {
    file,
    store,
    options,
    words,
  }: { file: string; store: AnswerStore; options: CommonOptions; words: Wording['interview'] },
): readonly string[] {
  if (!store.exists()) return words.intro(file);
  const changed = [...assessment.questionnaires].flatMap(([id, version]) => {
    const current = catalogue.questionnaires.get(id);
    return current === undefined || current.version === version
      ? []
      : [`${current.title[options.language]} (${version} → ${current.version})`];
  });
  const resumed = words.resumed(file, assessment.answers.size);
  return changed.length === 0 ? [resumed] : [resumed, words.newVersions(changed)];
}
