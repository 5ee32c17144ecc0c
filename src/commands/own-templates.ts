import { UserError } from '../errors.ts';
import type { Io } from '../io.ts';
import { type OwnTemplate, TemplateMistake } from '../report/own-templates.ts';
import { describeTemplateProblem } from '../wording/describe-template-problem.ts';
import { reasonOf } from '../wording/reason-of.ts';
import type { Wording } from '../wording/wording.ts';
import { readFile } from './inputs.ts';

const inPlace = /^(report\.(html|md)\.hbs|report\.css|partials\/[^/]+\.(html|md)\.hbs)$/;
const looksLikeTemplate = /\.(hbs|css)$/;

/** The templates in a folder of the user's own, for one format. Throws `UserError`. */
export async function readTemplates(
  folder: string,
  { format, io, words }: { readonly format: 'html' | 'markdown'; readonly io: Io; readonly words: Wording },
): Promise<readonly OwnTemplate[]> {
  const { errors, memo } = words;
  const all = await io.list(folder).catch((cause: unknown) => {
    throw new UserError(errors.cannotRead(folder, reasonOf(cause, errors)), { hint: memo.template.folderHint, cause });
  });
  const templates = all.filter((name) => looksLikeTemplate.test(name));
  const nameOf = (name: string) => `${folder.replace(/[\\/]+$/, '')}/${name}`;
  const misplaced = templates.find((name) => !inPlace.test(name));
  return withMistakesSaid(words, async () => {
    if (misplaced !== undefined) {
      throw new TemplateMistake({ file: nameOf(misplaced), line: null }, { kind: 'misplaced' });
    }
    if (templates.length === 0) throw new UserError(memo.template.none(folder), { hint: memo.template.folderHint });
    const ending = format === 'html' ? /\.html\.hbs$|\.css$/ : /\.md\.hbs$/;
    const wanted = templates.filter((name) => ending.test(name));
    return Promise.all(
      wanted.map(async (name) => {
        const { bytes, sha256 } = await readFile(nameOf(name), { io, words });
        return { name, file: nameOf(name), text: new TextDecoder().decode(bytes), sha256 };
      }),
    );
  });
}

/** What `make` makes; a mistake in a template becomes what the user is told. Throws `UserError`. */
export async function withMistakesSaid<T>(words: Wording, make: () => T | Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof TemplateMistake)) throw error;
    const { message, hint } = describeTemplateProblem(error.problem, words);
    const place = error.line === null ? error.file : `${error.file}:${error.line}`;
    throw new UserError(`${place} ${message}`, { hint, cause: error });
  }
}
