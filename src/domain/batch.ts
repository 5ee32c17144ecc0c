import { answerKey, type BareAnswer } from './answer.ts';
import type { EquivalentMeasure, Exception, Subject } from './assessment.ts';
import { isDay } from './day.ts';
import { type JudgedStatus, type Status, statuses } from './finding.ts';
import { type Binding, type OverallVerdict, type Verdict, verdicts } from './verdict.ts';

/** What one file of a batch comes to. Plain data: it travels between threads and into a cache. */
export type BatchResult = EvaluatedFile | BrokenFile;

/** A file that could not be read, or is no assessment. */
export interface BrokenFile {
  readonly kind: 'broken';
  /** As it was found; a document of a stream with `#` and its number. */
  readonly file: string;
  /** In words, with line and column and with what to do. */
  readonly problems: readonly string[];
}

export interface EvaluatedFile {
  readonly kind: 'evaluated';
  readonly file: string;
  /** Hex digest of its bytes. */
  readonly sha256: string;
  /** Day of evaluation, `YYYY-MM-DD`. */
  readonly date: string;
  readonly subject: Subject;
  /** Answers to the questions of that name; `null` while they are open. */
  readonly sector: string | null;
  readonly state: string | null;
  readonly verdict: Verdict;
  readonly basis: OverallVerdict['basis'];
  /** Names of the findings that decide the verdict. */
  readonly decidedBy: readonly string[];
  /** The first day on which the verdict is another, with nobody doing anything; `null`: it holds without end. */
  readonly ends: string | null;
  /** The first day after `date` on which anything in it can be another; absent: none. Until then a cache may keep it. */
  readonly changes?: string;
  readonly questionnaires: readonly BatchQuestionnaire[];
  readonly findings: readonly BatchFinding[];
  /** Names of what does not fit together among the answers; absent: nothing. */
  readonly inconsistent?: readonly string[];
  /** What was answered to the keys in `because`, where that was asked for. */
  readonly answers?: Readonly<Record<string, BareAnswer>>;
}

export interface BatchQuestionnaire {
  readonly id: string;
  /** As evaluated, not as recorded. */
  readonly version: string;
  readonly binding: Binding;
  readonly verdict: Verdict;
}

export interface BatchFinding {
  readonly questionnaire: string;
  /** Id of the requirement. */
  readonly requirement: string;
  /** The choice a requirement with `each` was judged for. */
  readonly item?: string;
  readonly status: Status;
  readonly binding: Binding;
  /** Answer keys: those that could settle the status while it is open; otherwise those that do, where that was asked for. */
  readonly because: readonly string[];
  /** What it is by the answers alone, where it is `substituted` or `accepted`. */
  readonly judged?: JudgedStatus;
  /** What makes it `substituted`. */
  readonly equivalent?: EquivalentMeasure;
  /** What makes it `accepted`. */
  readonly exception?: Exception;
}

/** The name of a finding in rows: the requirement, with `@` and the choice it was judged for. */
export function findingName({ requirement, item }: Pick<BatchFinding, 'requirement' | 'item'>): string {
  return answerKey(requirement, item);
}

export const rowFormat = 'messenger-check/row@1';

/** A line of NDJSON: what `summary` and other programs read. */
export type BatchRow = EvaluatedRow | BrokenRow;

export interface BrokenRow extends Omit<BrokenFile, 'kind'> {
  readonly format: typeof rowFormat;
}

export interface EvaluatedRow {
  readonly format: typeof rowFormat;
  readonly file: string;
  readonly sha256: string;
  readonly date: string;
  readonly organisation: string | null;
  readonly use: string | null;
  readonly product: string | null;
  readonly reference: string | null;
  /** Choice of the question of that name; `null` while it is open. */
  readonly messenger: string | null;
  readonly sector: string | null;
  readonly state: string | null;
  readonly verdict: Verdict;
  readonly basis: OverallVerdict['basis'];
  readonly decidedBy: readonly string[];
  readonly ends: string | null;
  readonly questionnaires: readonly BatchQuestionnaire[];
  /** Names of findings by status; only those that occur. */
  readonly findings: Readonly<Partial<Record<Status, readonly string[]>>>;
  /** Answer keys for which open findings wait. */
  readonly open: readonly string[];
  /** Inconsistencies and questions by id, where answers do not fit together. */
  readonly inconsistent?: readonly string[];
}

/** The answer keys for which open findings wait, each once. */
export function openKeys(findings: readonly BatchFinding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ status, because }) => (status === 'open' ? because : [])))];
}

/** Whether something read from a line is a row as `rowOf` makes them. */
export function isRow(value: unknown): value is BatchRow {
  if (!isRecord(value) || value.format !== rowFormat || !isText(value.file)) return false;
  if (value.problems !== undefined) return isTexts(value.problems);
  const { findings, questionnaires, open, decidedBy, inconsistent = [] } = value;
  const optional = ['organisation', 'use', 'product', 'reference', 'messenger', 'sector', 'state'];
  return (
    isText(value.sha256) &&
    isText(value.date) &&
    isDay(value.date) &&
    isVerdict(value.verdict) &&
    (value.ends === null || (isText(value.ends) && isDay(value.ends))) &&
    optional.every((name) => value[name] === null || isText(value[name])) &&
    [open, decidedBy, inconsistent].every(isTexts) &&
    isRecord(findings) &&
    Object.entries(findings).every(([status, names]) => statuses.some((one) => one === status) && isTexts(names)) &&
    Array.isArray(questionnaires) &&
    questionnaires.every((one) => isRecord(one) && isText(one.id) && isVerdict(one.verdict))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isVerdict(value: unknown): boolean {
  return verdicts.some((one) => one === value);
}

/** The line for a file. */
export function rowOf(result: BatchResult): BatchRow {
  if (result.kind === 'broken') return { format: rowFormat, file: result.file, problems: result.problems };
  const { file, sha256, date, subject, sector, state, verdict, basis, decidedBy, ends, questionnaires } = result;
  const { inconsistent } = result;
  const findings: Partial<Record<Status, string[]>> = {};
  for (const finding of result.findings) {
    findings[finding.status] ??= [];
    findings[finding.status]?.push(findingName(finding));
  }
  return {
    format: rowFormat,
    file,
    sha256,
    date,
    organisation: subject.organisation ?? null,
    use: subject.use ?? null,
    product: subject.product ?? null,
    reference: subject.reference ?? null,
    messenger: subject.messenger ?? null,
    sector,
    state,
    verdict,
    basis,
    decidedBy,
    ends,
    questionnaires,
    findings,
    open: openKeys(result.findings),
    ...(inconsistent && { inconsistent }),
  };
}

/** How many files came to what. */
export interface BatchCounts {
  readonly evaluated: Readonly<Record<Verdict, number>>;
  readonly broken: number;
}

/** Of nothing. */
export const noCounts: BatchCounts = {
  evaluated: { impermissible: 0, undetermined: 0, conditional: 0, permissible: 0 },
  broken: 0,
};

/** Counts with one file more. */
export function withResult({ evaluated, broken }: BatchCounts, result: BatchResult): BatchCounts {
  if (result.kind === 'broken') return { evaluated, broken: broken + 1 };
  return { evaluated: { ...evaluated, [result.verdict]: evaluated[result.verdict] + 1 }, broken };
}

/** The counts of two parts of a batch together. */
export function sumOfCounts(one: BatchCounts, other: BatchCounts): BatchCounts {
  const sum = (verdict: Verdict) => one.evaluated[verdict] + other.evaluated[verdict];
  return {
    evaluated: {
      impermissible: sum('impermissible'),
      undetermined: sum('undetermined'),
      conditional: sum('conditional'),
      permissible: sum('permissible'),
    },
    broken: one.broken + other.broken,
  };
}

/** How many rows they stand for. */
export function rowsIn({ evaluated, broken }: BatchCounts): number {
  return Object.values(evaluated).reduce((sum, count) => sum + count, broken);
}
