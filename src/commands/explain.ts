import type { Finding } from '../domain/finding.ts';
import { UserError } from '../errors.ts';
import { decayOf } from '../evaluate/decay.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { judge } from '../evaluate/judge.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { packageRoot } from '../package-root.ts';
import { buildExplanation } from '../report/build-explanation.ts';
import { buildOpenList } from '../report/build-open-list.ts';
import { describeDecay } from '../report/describe-decay.ts';
import { loadTemplate } from '../report/templates.ts';
import { wordings } from '../wording/wording.ts';
import { type CommonOptions, readAssessment, readCatalogue } from './inputs.ts';

export interface ExplainOptions extends CommonOptions {
  readonly file: string;
  /** Id of a requirement; absent: everything that is neither fulfilled nor not applicable. */
  readonly id?: string;
  /** Instead: the open questions, by who has to find out. */
  readonly isOpenOnly: boolean;
}

/** Prints why findings are what they are: conditions with what came of them, answers, contradictions between sources. */
export async function explain({ file, id, isOpenOnly, ...options }: ExplainOptions, io: Io): Promise<ExitCode> {
  const { language, date } = options;
  const words = wordings[language];
  const catalogue = await readCatalogue(options, io);
  const { assessment } = await readAssessment(file, { catalogue, language }, io);
  const evaluation = evaluate(catalogue, assessment, date);
  const { questions } = catalogue;
  const { answers, findings } = evaluation;
  const isWanted = ({ requirement, status }: Finding) =>
    id === undefined ? status !== 'fulfilled' && status !== 'not-applicable' : requirement.id === id;
  const wanted = findings.filter(isWanted);
  if (id !== undefined && wanted.length === 0) {
    const known = [...new Set(findings.map(({ requirement }) => requirement.id))];
    throw new UserError(words.errors.noFinding(id), { hint: words.errors.knownHint(known) });
  }
  const telling = { catalogue, evaluation, language, words };
  if (isOpenOnly) {
    io.stdout(loadTemplate(packageRoot, 'open-list.md')({ ...buildOpenList(telling, id), words }));
    return exitCodes.good;
  }
  const explanations = wanted.map((finding) =>
    buildExplanation(finding, {
      ...telling,
      truthOf: (condition, item) => judge(condition, { questions, answers, ...(item !== undefined && { item }) }).truth,
    }),
  );
  // Of a single requirement it is asked why it is so, not how long.
  const validity = id === undefined ? describeDecay(decayOf(catalogue, assessment, date), telling) : null;
  io.stdout(
    loadTemplate(
      packageRoot,
      'explanation.md',
    )({ validity, explanations, explanation: words.explanation, reasons: words.reasons, words: words.report }),
  );
  return exitCodes.good;
}
