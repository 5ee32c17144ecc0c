import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BatchContext, BatchFormat } from '../../src/batch/batch-format.ts';
import { evaluateFile } from '../../src/batch/evaluate-file.ts';
import { type BatchFormatId, loadBatchFormat } from '../../src/batch/formats.ts';
import { type CommonOptions, readCatalogue } from '../../src/commands/inputs.ts';
import type { BatchCounts, BatchFinding, BatchResult, EvaluatedFile } from '../../src/domain/batch.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import { verdicts } from '../../src/domain/verdict.ts';
import { inputFile } from '../../src/files/input-file.ts';
import { processIo } from '../../src/io.ts';
import { wordings } from '../../src/wording/wording.ts';

const root = path.join(import.meta.dirname, '../..');
const examples = 'questionnaires/examples';
const date = '2026-11-23';
const options: CommonOptions = {
  language: 'de',
  // With the house rules of an example: they extend a paper and raise its levels.
  questionnaires: [path.join(root, examples, 'hausregeln-klinikum')],
  date,
  quiet: false,
};
const catalogue = await readCatalogue(options, processIo);

export function contextIn(language: Language): BatchContext {
  return { catalogue, language, words: wordings[language], date, version: '0.1.0', hasColor: false };
}

/** What breaks out of quotes, cells, elements and lines wherever it is not made harmless. */
const hostile = [
  `"quotes" 'single' ; , \\ \` `,
  `</testcase></testsuite>]]><!--&amp;&#0;`,
  '\u202Eright to left\u202C \u2066isolate\u2069',
  '\u{1F9D1}\u200D\u{1F4BB} emoji',
  '[link](javascript:alert(1)) {0} {{ insert: param, x }} *bold* <b>',
  'bell \u0007, escape \u001B[2J, half \uD800, none \uFFFF, separator \u2028',
  'new\nline',
].join(' ');
const formulas = ["=cmd|' /C calc'!A0", '+1+1', '-1', '@SUM(A1)'];
const hostileNames = [
  '=cmd|calc!A0.yaml',
  'a\nb\r\nc\t"d".yaml',
  '\u001B[31mred\u0000\u0007.yaml',
  '\uD800 half & <x>.yaml',
  '/abs/ö ä?#%/x.yaml',
  'stream.yaml#3',
];

/**
 * An example in which every text is hostile, and every status occurs. The loader lets no control character through; the
 * formats must not rely on it.
 */
async function hostileExample(file: string, language: Language): Promise<EvaluatedFile> {
  const plain = await evaluateExample(`${examples}/kommune-whatsapp.yaml`, language);
  const [first, second, third] = plain.findings.filter(({ status }) => status === 'violated');
  const findings = plain.findings.map((finding): BatchFinding => {
    const { requirement } = finding;
    if (finding === first) {
      return {
        ...finding,
        status: 'substituted',
        judged: 'violated',
        equivalent: { requirement, measure: hostile, evidence: hostile },
      };
    }
    if (finding === second) {
      const days = { from: '2026-01-01', until: '2026-12-31' };
      return {
        ...finding,
        status: 'accepted',
        judged: 'violated',
        exception: { requirement, reason: hostile, approvedBy: hostile, ...days },
      };
    }
    return finding === third ? { ...finding, status: 'partial' } : finding;
  });
  const [organisation = '', product = '', reference = ''] = formulas;
  return { ...plain, file, findings, subject: { ...plain.subject, organisation, product, reference, use: hostile } };
}

async function evaluateExample(file: string, language: Language): Promise<EvaluatedFile> {
  const result = await evaluateFile(inputFile(file, readFileSync(path.join(root, file))), {
    catalogue,
    language,
    date,
  });
  if (result.kind === 'broken') throw new Error(result.problems.join('\n'));
  return result;
}

/** The worked examples, hostile ones, one without findings, one that is no assessment and one that could not be read. */
async function resultsIn(language: Language): Promise<readonly BatchResult[]> {
  const files = readdirSync(path.join(root, examples)).filter((file) => file.endsWith('.yaml'));
  const evaluated = await Promise.all(files.map((file) => evaluateExample(`${examples}/${file}`, language)));
  const empty: EvaluatedFile = {
    ...(evaluated[0] as EvaluatedFile),
    file: 'empty.yaml',
    findings: [],
    questionnaires: [],
    decidedBy: [],
  };
  const wrong = inputFile('broken <b>.yaml', Buffer.from('format: messenger-check/assessment@1\nsubjct: 1\n'));
  return [
    ...evaluated,
    ...(await Promise.all(hostileNames.map((name) => hostileExample(name, language)))),
    empty,
    await evaluateFile(wrong, { catalogue, language, date }),
    { kind: 'broken', file: '=broken\n\u001B[2J.yaml', problems: [`${hostile}\n  \u001B[2J`, formulas[0] ?? ''] },
  ];
}

const batches: Readonly<Record<Language, readonly BatchResult[]>> = {
  de: await resultsIn('de'),
  en: await resultsIn('en'),
};

export const inBothLanguages = languages.map((language) => ({ language, results: batches[language] }));

export function isEvaluated(result: BatchResult): result is EvaluatedFile {
  return result.kind === 'evaluated';
}

export function countsOf(results: readonly BatchResult[]): BatchCounts {
  const count = (verdict: string) => results.filter((one) => isEvaluated(one) && one.verdict === verdict).length;
  return {
    evaluated: Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])) as BatchCounts['evaluated'],
    broken: results.filter(({ kind }) => kind === 'broken').length,
  };
}

/** The whole of a batch, as the command puts it together. */
export async function printed(
  id: BatchFormatId,
  results: readonly BatchResult[],
  context: BatchContext,
): Promise<string> {
  const format: BatchFormat = await loadBatchFormat(id);
  const rows = results.map((result) => format.row(result, context)).join(format.between);
  return format.head(context) + rows + format.tail(countsOf(results), context);
}
