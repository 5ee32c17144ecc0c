import { type FileOrder, fileOrder } from '../domain/answer-order.ts';
import { type Assessment, emptyAssessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Change } from '../domain/with-change.ts';
import { UserError } from '../errors.ts';
import { inputFile } from '../files/input-file.ts';
import type { Io } from '../io.ts';
import { describeIssues } from '../wording/describe-issue.ts';
import { wordings } from '../wording/wording.ts';
import { type CommonOptions, isThere, readAssessment, readFile, writeFile } from './inputs.ts';

/** The answer file while an interview writes it. */
export interface AnswerStore {
  /** Whether there is a file yet; it is created with the first answer. */
  readonly exists: () => boolean;
  readonly assessment: () => Assessment;
  /** Remarks on the file as it was found, in words. */
  readonly remarks: readonly string[];
  /**
   * Stores one change, atomically, in the file as it is on the disk by then: an edit made beside the interview survives.
   * Throws `UserError` where that edit broke the file, or the file cannot be written.
   */
  readonly save: (change: Change) => Promise<Assessment>;
  /** Loads what saving takes. Saving does that as well, but by then the program may have been replaced by another version. */
  readonly prepare: () => Promise<unknown>;
}

interface StoreOptions extends CommonOptions {
  readonly file: string;
}

/** Opens an answer file, or one that is yet to be created. Throws `InvalidInput` or `UserError` for a bad one. */
export async function openAnswerStore(
  options: StoreOptions,
  { catalogue, io }: { catalogue: Catalogue; io: Io },
): Promise<AnswerStore> {
  const { file, language } = options;
  const words = wordings[language];
  const order = fileOrder(catalogue);
  const found = (await isThere(file, io)) ? await readAssessment(file, { catalogue, language }, io) : undefined;
  let exists = found !== undefined;
  let assessment = found?.assessment ?? emptyAssessment;
  let written: string | undefined;
  const load = async (bytes: Uint8Array, whyNot: (file: string) => string) => {
    const { loadAssessment } = await codeThatSaves();
    const loaded = loadAssessment(inputFile(file, bytes), catalogue);
    if (loaded.ok) return loaded.value;
    const hint = describeIssues(loaded.issues, language).join('\n');
    throw new UserError(whyNot(file), { hint });
  };
  return {
    exists: () => exists,
    assessment: () => assessment,
    remarks: describeIssues(found?.warnings ?? [], language),
    save: async (change) => {
      const encoder = new TextEncoder();
      const bytes = exists
        ? (await readFile(file, { io, words })).bytes
        : encoder.encode(await newText(options, order));
      const stored = new TextDecoder().decode(bytes);
      const { withChangeWritten } = await codeThatSaves();
      // Only what somebody else has written since is yet to be understood.
      const before = stored === written ? assessment : await load(bytes, words.errors.changedMeanwhile);
      const text = withChangeWritten(stored, change, { before, order });
      const after = await load(encoder.encode(text), words.errors.wouldNotLoad);
      await writeFile(file, text, { io, words });
      [exists, written, assessment] = [true, text, after];
      return assessment;
    },
    prepare: codeThatSaves,
  };
}

/** Not loaded with this file: the first question does not wait for it. */
async function codeThatSaves() {
  const [editing, changing, loading] = await Promise.all([
    import('../load/edit-assessment.ts'),
    import('../load/write-change.ts'),
    import('../load/load-assessment.ts'),
  ]);
  return { ...editing, ...changing, ...loading };
}

async function newText({ language, date }: StoreOptions, order: FileOrder): Promise<string> {
  const { newAssessmentText, withValue } = await codeThatSaves();
  const heading = newAssessmentText(wordings[language].interview.fileHeading.join('\n'));
  return withValue(heading, ['subject', 'date'], { value: date, order });
}
