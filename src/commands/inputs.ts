import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { hasCode } from '../domain/has-code.ts';
import type { InputFile, InputIssue, Loaded } from '../domain/input-issue.ts';
import type { Language } from '../domain/language.ts';
import { InvalidInput, UserError } from '../errors.ts';
import type { Io } from '../io.ts';
import { type CatalogueFile, canBeAdded, roleOf } from '../load/catalogue-files.ts';
import { catalogueKey, compiledCatalogue } from '../load/compiled-catalogue.ts';
import { loadAssessmentLean } from '../load/load-assessment-lean.ts';
import { compiledFile, packageRoot } from '../package-root.ts';
import { printable } from '../wording/printable.ts';
import { reasonOf } from '../wording/reason-of.ts';
import { type Wording, wordings } from '../wording/wording.ts';

/** The flags that every command takes. */
export interface CommonOptions {
  readonly language: Language;
  /** Folders with questionnaires of the user's own. */
  readonly questionnaires: readonly string[];
  /** Day of evaluation, `YYYY-MM-DD`. */
  readonly date: string;
  readonly quiet: boolean;
}

/** The folder in the names of the files that ship, and of no others. */
const shippedFolder = 'questionnaires';

/** Whether a file of a catalogue came with the program. */
export function isShipped({ name }: { readonly name: string }): boolean {
  return name.startsWith(`${shippedFolder}/`);
}

/** The questionnaires that ship and those of the user's own folders. Throws `InvalidInput` or `UserError`. */
export async function readCatalogue({ questionnaires, language }: CommonOptions, io: Io): Promise<Catalogue> {
  const shipped = await readShippedFiles(language, io);
  const own = await Promise.all(questionnaires.map((folder) => ownFiles(folder, language, io)));
  return loadOn(shipped, own.flat(), io);
}

/** Their own files on top of those that ship, which are compiled; all of them at once where only that tells what is wrong. */
async function loadOn(shipped: readonly CatalogueFile[], own: readonly CatalogueFile[], io: Io): Promise<Catalogue> {
  if (own.length > 0 && canBeAdded(own)) {
    const { loadCatalogue } = await import('../load/load-catalogue.ts');
    const added = loadCatalogue(own, await loadOnce(shipped, io));
    if (added.ok) return added.value;
  }
  return loadOnce([...shipped, ...own], io);
}

/**
 * The questionnaires with which an older assessment was made. A folder with questions on the use
 * (`questions/context.yaml`) is a whole catalogue and takes the place of the one that ships; any other takes the place of
 * the user's own.
 */
export async function readOldCatalogue(
  folders: readonly string[],
  { questionnaires, language }: CommonOptions,
  io: Io,
): Promise<Catalogue> {
  const readAll = (some: readonly string[]) => Promise.all(some.map((folder) => ownFiles(folder, language, io)));
  const isWhole = (files: readonly CatalogueFile[]) => files.some(({ role }) => role === 'context');
  const old = await readAll(folders);
  const shipped = old.some(isWhole) ? [] : await readShippedFiles(language, io);
  const own = old.every(isWhole) ? await readAll(questionnaires) : [];
  return loadOnce([...shipped, ...old.flat(), ...own.flat()], io);
}

/** The files of the questionnaires that ship. */
export function readShippedFiles(language: Language, io: Io): Promise<readonly CatalogueFile[]> {
  return catalogueFiles(`${packageRoot}${shippedFolder}`, { as: shippedFolder, io, language });
}

function ownFiles(folder: string, language: Language, io: Io): Promise<readonly CatalogueFile[]> {
  const as = isShipped({ name: `${folder}/` }) ? `./${folder}` : folder;
  return catalogueFiles(folder, { as, io, language });
}

/** What was loaded in this process, by names and digests of the files: who runs many commands in one parses them once. */
const loadedBefore = new Map<string, Catalogue>();

async function loadOnce(files: readonly CatalogueFile[], io: Io): Promise<Catalogue> {
  const key = catalogueKey(files);
  const catalogue = loadedBefore.get(key) ?? (await compiled(files, io)) ?? (await parsed(files));
  loadedBefore.set(key, catalogue);
  return catalogue;
}

async function compiled(files: readonly CatalogueFile[], io: Io): Promise<Catalogue | undefined> {
  const file = await io.read(compiledFile).catch(() => undefined);
  return file && compiledCatalogue(file.bytes, files);
}

async function parsed(files: readonly CatalogueFile[]): Promise<Catalogue> {
  const { loadCatalogue } = await import('../load/load-catalogue.ts');
  return valid(loadCatalogue(files)).value;
}

async function catalogueFiles(
  folder: string,
  { as, io, language }: { as: string; io: Io; language: Language },
): Promise<readonly CatalogueFile[]> {
  const { errors } = wordings[language];
  const paths = await orUserError(io.list(folder), folder, wordings[language]);
  const files = paths.flatMap((path) => {
    const role = roleOf(path);
    return role === undefined ? [] : [{ path, role }];
  });
  if (files.length === 0) throw new UserError(errors.noQuestionnaires(folder), { hint: errors.noQuestionnairesHint });
  return Promise.all(
    files.map(async ({ path, role }) => {
      const file = await orUserError(io.read(`${folder}/${path}`), `${as}/${path}`, wordings[language]);
      return { ...file, name: `${as}/${path}`, role };
    }),
  );
}

export interface ReadAssessment {
  readonly file: InputFile;
  readonly assessment: Assessment;
  readonly warnings: readonly InputIssue[];
}

/** One answer file. Throws `InvalidInput` with every mistake in it, or `UserError` where it cannot be read. */
export async function readAssessment(
  name: string,
  { catalogue, language }: { catalogue: Catalogue; language: Language },
  io: Io,
): Promise<ReadAssessment> {
  const file = await readFile(name, { io, words: wordings[language] });
  return { file, ...(await assessmentIn(file, catalogue)) };
}

/** What the bytes of an answer file say. Throws `InvalidInput` with every mistake in it. */
export async function assessmentIn(file: InputFile, catalogue: Catalogue): Promise<Omit<ReadAssessment, 'file'>> {
  const { value, warnings } = valid(await loadAssessmentLean(file, catalogue));
  return { assessment: value, warnings };
}

/** The outcome of a load that succeeded. */
function valid<T>(loaded: Loaded<T>): Extract<Loaded<T>, { ok: true }> {
  if (!loaded.ok) throw new InvalidInput(loaded.issues);
  return loaded;
}

async function orUserError<T>(reading: Promise<T>, name: string, { errors, evaluate }: Wording): Promise<T> {
  try {
    return await reading;
  } catch (cause) {
    const isMissing = hasCode(cause, 'ENOENT');
    // Nobody needs a new assessment because a file is locked.
    const hint = isMissing ? errors.cannotReadHint : evaluate.cannotReadHint;
    throw new UserError(errors.cannotRead(name, reasonOf(cause, errors)), { hint, cause });
  }
}

/** Whether there is a file. Whatever else is wrong with it is said when it is read. */
export async function isThere(name: string, io: Io): Promise<boolean> {
  return io.read(name).then(
    () => true,
    (error: unknown) => !hasCode(error, 'ENOENT'),
  );
}

/** Reads a file. Throws `UserError` where it cannot be read. */
export function readFile(name: string, { io, words }: { io: Io; words: Wording }): Promise<InputFile> {
  return orUserError(io.read(name), name, words);
}

/** Writes a file. Throws `UserError` where it cannot be written. */
export async function writeFile(
  name: string,
  content: string | Uint8Array,
  { io, words }: { io: Io; words: Wording },
): Promise<void> {
  try {
    await io.write(name, content);
  } catch (cause) {
    const { errors } = words;
    throw new UserError(errors.cannotWrite(name, reasonOf(cause, errors)), { hint: errors.cannotWriteHint, cause });
  }
}

/** What the catalogue has under an id somebody typed. Throws `UserError` with the ids there are. */
export function findNamed<T>(
  id: string,
  all: ReadonlyMap<string, T>,
  { missing, hint }: { readonly missing: (id: string) => string; readonly hint: Wording['errors']['knownHint'] },
): T {
  const found = all.get(id);
  if (found === undefined) throw new UserError(missing(id), { hint: hint([...all.keys()]) });
  return found;
}

/** Where a result goes, and what is said of it there. */
interface Destination extends Pick<CommonOptions, 'language' | 'quiet'> {
  /** File to write; absent: standard output. */
  readonly output?: string;
  /** In words, where the result has one. */
  readonly verdict?: string;
}

/** What `writeResult` does, with Markdown; somebody at a terminal gets it set for reading. */
export async function writeMarkdown(markdown: string, options: Destination, io: Io): Promise<void> {
  if (options.output !== undefined || !io.isTerminal) return writeResult(markdown, options, io);
  const { markdownAtTerminal } = await import('../report/markdown-at-terminal.ts');
  io.stdout(markdownAtTerminal(markdown, io));
}

/**
 * Prints a result, or writes it to the file asked for and says so, with the verdict where there is one. Throws
 * `UserError` where it cannot be written.
 */
export async function writeResult(
  content: string | Uint8Array,
  { output, language, quiet, verdict }: Destination,
  io: Io,
): Promise<void> {
  if (output === undefined) {
    io.stdout(content);
    return;
  }
  const words = wordings[language];
  await writeFile(output, content, { io, words });
  if (!quiet) io.stderr(`${printable(words.cli.written(output))}${verdict === undefined ? '' : ` (${verdict})`}\n`);
}
