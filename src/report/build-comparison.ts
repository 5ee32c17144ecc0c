import { arises } from '../domain/agenda.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { existingAt } from '../domain/existing.ts';
import type { Finding } from '../domain/finding.ts';
import type { Language } from '../domain/language.ts';
import { isOnProduct } from '../domain/messenger-profile.ts';
import { type VerdictInterval, verdicts } from '../domain/verdict.ts';
import type { Wording } from '../wording/wording.ts';
import {
  type ComparedCell,
  type ComparedColumn,
  type ComparedGroup,
  type ComparedRow,
  type Comparison,
  comparisonFormat,
  type ProductSays,
} from './comparison.ts';
import { referTo } from './describe-finding.ts';
import { statusSigns } from './signs.ts';

/** What is compared: one assessment, evaluated. */
export interface Compared {
  readonly id: string;
  readonly label: string;
  readonly evaluation: Evaluation;
  readonly interval: VerdictInterval;
  /** For a messenger in the use of another: its evaluation by the product alone. */
  readonly productOnly?: Evaluation;
}

export interface ComparisonInput {
  readonly catalogue: Catalogue;
  readonly compared: readonly Compared[];
  readonly title: string;
  readonly hint: string;
  readonly date: string;
  readonly language: Language;
  readonly words: Wording;
  /** Version of messenger-check. */
  readonly version: string;
}

/** Assessments side by side. The same input gives the same comparison. */
export function buildComparison(input: ComparisonInput): Comparison {
  const { compared, title, hint, date, language } = input;
  return {
    format: comparisonFormat,
    language,
    date,
    title,
    hint: isMixed(compared) ? `${hint} ${input.words.comparison.mixedHint}` : hint,
    columns: compared.map((one) => describeColumn(one, input)),
    groups: groupRows(listRows(input), input.words),
    version: input.version,
  };
}

/** Whether the verdicts rest on papers of different weight, so that one is no better than another for that alone. */
function isMixed(compared: readonly Compared[]): boolean {
  return new Set(compared.map(({ evaluation }) => evaluation.overall.basis)).size > 1;
}

/** Best verdict first; among equals, what the product does not rule out, then by what forbids it, what is open, and by name. */
export function bestFirst(all: readonly Compared[]): readonly Compared[] {
  const keys = ({ evaluation, productOnly }: Compared) => [
    verdicts.length - verdicts.indexOf(evaluation.overall.verdict),
    blockersIn(productOnly).length > 0 ? 1 : 0,
    // What is violated weighs more than what nobody knows yet.
    blockersIn(evaluation).length,
    openKeys(evaluation).size,
  ];
  return [...all].sort((one, other) => {
    const [mine, theirs] = [keys(one), keys(other)];
    const at = mine.findIndex((key, index) => key !== theirs[index]);
    return at === -1 ? one.label.localeCompare(other.label, 'de') : existingAt(mine, at) - existingAt(theirs, at);
  });
}

type ColumnTelling = Pick<ComparisonInput, 'catalogue' | 'language' | 'words'>;

/** What one assessment comes to, in words. */
export function describeColumn(one: Compared, input: ColumnTelling): ComparedColumn {
  const { id, label, evaluation, interval, productOnly } = one;
  const { words, catalogue, language } = input;
  const { overall, findings } = evaluation;
  const labelled = (verdict: keyof typeof words.verdicts) => ({ id: verdict, label: words.verdicts[verdict] });
  return {
    id,
    label,
    verdict: labelled(overall.verdict),
    basis: { id: overall.basis, label: words.comparison.bases[overall.basis] },
    best: labelled(interval.best),
    worst: labelled(interval.worst),
    isSettled: interval.best === interval.worst,
    product: productOnly === undefined ? null : describeProduct(productOnly, input),
    openQuestions: openKeys(evaluation).size,
    openFindings: findings.filter(({ status }) => status === 'open').length,
    decidedBy: overall.decidedBy.map((finding) => referTo(finding, { catalogue, language })),
  };
}

function describeProduct(evaluation: Evaluation, { words: { comparison }, ...telling }: ColumnTelling): ProductSays {
  const blockedBy = blockersIn(evaluation).map((finding) => referTo(finding, telling));
  const asked = evaluation.agenda
    .flatMap(({ items }) => items)
    .filter((item) => arises(item) && isOnProduct(item.question));
  const open = asked.filter(({ key }) => evaluation.answers.get(key)?.state !== 'given').length;
  const notRuledOut = open > 0 ? comparison.productOpen(open, asked.length) : comparison.productClear;
  return { label: blockedBy.length > 0 ? comparison.ruledOut : notRuledOut, blockedBy, questions: asked.length, open };
}

/** The findings by which the product alone makes the use impermissible. */
function blockersIn(evaluation: Evaluation | undefined): readonly Finding[] {
  return evaluation?.overall.verdict === 'impermissible' ? evaluation.overall.decidedBy : [];
}

/** The answers that are missing and on which a finding hangs. */
function openKeys({ findings }: Evaluation): ReadonlySet<string> {
  return new Set(findings.filter(({ status }) => status === 'open').flatMap(({ because }) => because));
}

function listRows({ compared, catalogue, language, words }: ComparisonInput): readonly ComparedRow[] {
  const all = compared.map(({ evaluation }) => ({
    deciding: new Set(evaluation.overall.decidedBy),
    findings: new Map(
      evaluation.findings.map((finding) => [referTo(finding, { catalogue, language }).id, finding] as const),
    ),
  }));
  const firsts = new Map(all.flatMap(({ findings }) => [...findings]));
  const order = [...catalogue.questionnaires.keys()];
  const rows = [...firsts].map(([id, first]) => ({
    ...referTo(first, { catalogue, language }),
    title: first.requirement.title[language],
    questionnaire: first.questionnaire,
    level: { id: first.requirement.level, label: words.levels[first.requirement.level] },
    cells: all.map(({ findings, deciding }) => describeCell(findings.get(id), deciding, words)),
  }));
  return rows.sort((one, other) => order.indexOf(one.questionnaire) - order.indexOf(other.questionnaire));
}

function describeCell(
  finding: Finding | undefined,
  deciding: ReadonlySet<Finding>,
  words: Wording,
): ComparedCell | null {
  if (finding === undefined) return null;
  const { status } = finding;
  return { id: status, label: words.statuses[status], sign: statusSigns[status], decides: deciding.has(finding) };
}

function groupRows(rows: readonly ComparedRow[], { comparison }: Wording): readonly ComparedGroup[] {
  // The same status can decide in one column and, where the paper does not bind, not in the other.
  const differs = ({ cells }: ComparedRow) => new Set(cells.map((cell) => `${cell?.id} ${cell?.decides}`)).size > 1;
  const decides = ({ cells }: ComparedRow) => cells.some((cell) => cell?.decides);
  const groupOf = (row: ComparedRow) => (differs(row) ? (decides(row) ? 'deciding' : 'differing') : 'same');
  return (['deciding', 'differing', 'same'] as const)
    .map((id) => ({ id, label: comparison.groups[id], rows: rows.filter((row) => groupOf(row) === id) }))
    .filter((group) => group.rows.length > 0);
}
