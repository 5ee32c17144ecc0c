import { itemOfKey, questionOfKey } from '../domain/answer.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { existingAt } from '../domain/existing.ts';
import type { Language } from '../domain/language.ts';
import { choiceOf } from '../domain/question.ts';
import { requirementsOf } from '../domain/questionnaire.ts';
import { withoutSmallCounts } from '../domain/small-counts.ts';
import { type Counts, dimensions, type Groups, type Tally } from '../domain/tally.ts';
import { type Verdict, verdicts } from '../domain/verdict.ts';
import { formatDay } from '../wording/format-day.ts';
import { printable } from '../wording/printable.ts';
import type { Wording } from '../wording/wording.ts';
import {
  failing,
  type OpenCount,
  type RequirementCount,
  type Summary,
  type SummaryGroup,
  type SummaryRow,
  summaryFormat,
  type VerdictCount,
} from './summary.ts';

export interface SummaryInput {
  readonly tally: Tally;
  /** What ids are named after; an id that is not in it stands for itself. */
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly words: Wording;
  readonly version: string;
  /** Leaves out all that tells about fewer files than this, and every file name. */
  readonly minCount?: number;
}

/** What a tally says, in words. */
export function buildSummary(input: SummaryInput): Summary {
  const { tally, words, language, version, minCount } = input;
  const { files, broken, days, doubles, inconsistent } = tally;
  const hasNames = minCount === undefined;
  const groups = groupsOf(input);
  const overall = existingAt(protectedRows([['all', tally.verdicts]], input, { sumUp: false }), 0);
  return {
    format: summaryFormat,
    language,
    version,
    title: words.summary.title,
    sentences: [
      ...(days ? [words.summary.counted(files, formatDay(days.first, language), formatDay(days.last, language))] : []),
      ...(files === 0 ? [words.summary.none] : []),
      ...(broken > 0 ? [words.summary.broken(broken)] : []),
      ...(inconsistent > 0 && hasNames ? [words.summary.inconsistent(inconsistent)] : []),
      ...(doubles > 0 && hasNames ? [words.summary.doubles(doubles)] : []),
      ...(minCount === undefined ? [] : [words.summary.minCount(minCount)]),
    ],
    files,
    broken,
    days,
    minCount: minCount ?? null,
    verdicts: overall.verdicts,
    groups,
    requirements: requirementCounts(input, groups),
    open: openCounts(input),
    ends: endsOf(input),
    endingNext: hasNames
      ? tally.endingNext.map(({ day, file, verdict }) => ({
          day: { id: day, label: formatDay(day, language) },
          file: printable(file),
          verdict: { id: verdict, label: words.verdicts[verdict] },
        }))
      : [],
    brokenFiles: hasNames ? tally.brokenFiles.map(printable) : [],
    disclaimer: words.report.disclaimerText,
  };
}

function groupsOf(input: SummaryInput): readonly SummaryGroup[] {
  const { tally, catalogue, language, words } = input;
  const byDimension = dimensions.map((id) => ({ id, rows: rowsOf(tally.by[id], id, input) }));
  // A file counts for several papers, so that no sum gives away what is left out.
  const papers = [...tally.questionnaires].map(([id, counts]) => ({
    id,
    label: catalogue.questionnaires.get(id)?.title[language] ?? printable(id),
    counts,
  }));
  const told = toldPapers(
    input,
    byDimension.flatMap(({ rows }) => rows.map(({ files }) => files)),
  );
  const questionnaires = papers
    .filter(({ id }) => told.has(id))
    .flatMap(({ id, label, counts }) =>
      protectedRows([[id, counts]], input, { sumUp: false }).map((row) => ({ ...row, label })),
    );
  return [...byDimension, { id: 'questionnaire' as const, rows: questionnaires.toSorted(byFiles) }]
    .filter(({ rows }) => rows.length > 0)
    .map((group) => ({ ...group, label: words.summary.groups[group.id] }));
}

/**
 * The papers of which numbers are told. A paper is for one state, kind of organisation or messenger, or builds on
 * another: where their numbers of files differ by few, the difference tells about these few, so it is left out.
 */
function toldPapers(input: SummaryInput, ofGroups: readonly number[]): ReadonlySet<string> {
  const { files, questionnaires } = input.tally;
  const numbers = [files, ...ofGroups];
  const told = new Set<string>();
  const sized = [...questionnaires].map(([id, counts]) => ({ id, size: sumOf(counts) }));
  for (const { id, size } of sized.toSorted((one, other) => other.size - one.size || (one.id < other.id ? -1 : 1))) {
    if (!isEnough(size, input) || !numbers.every((other) => isEnoughOrNone(Math.abs(other - size), input))) continue;
    numbers.push(size);
    told.add(id);
  }
  return told;
}

/** The groups by size, those too small to be named as one; none where nothing can be told apart. */
function rowsOf(groups: Groups, dimension: (typeof dimensions)[number], input: SummaryInput): readonly SummaryRow[] {
  const { catalogue, language, words } = input;
  const question = catalogue.questions.get(dimension);
  const labelOf = (id: string | null) =>
    id === null ? words.summary.open : (choiceOf(question, id)?.text[language] ?? id);
  const sorted = [...groups].toSorted(([, one], [, other]) => sumOf(other) - sumOf(one));
  const named = sorted.filter(([, counts]) => isEnough(sumOf(counts), input));
  const others = sorted.slice(named.length);
  while (others.length > 0 && named.length > 0 && !isEnough(sumOf(merged(others)), input)) {
    others.unshift(...named.splice(-1));
  }
  if (named.length === 0) return [];
  const rest = others.length > 0 ? [['others', merged(others)] as const] : [];
  // By their place: rows of anybody's may be called like the groups that have no id.
  const labels = [...named.map(([id]) => labelOf(id)), words.summary.others(others.length)];
  const rows = [...named.map(([id, counts]) => [id ?? 'open', counts] as const), ...rest];
  return protectedRows(rows, input, { sumUp: true }).map((row, at) => ({
    ...row,
    label: printable(existingAt(labels, at)),
  }));
}

/** Rows without what tells about too few. `sumUp`: whether each file is in one of them. */
function protectedRows(
  groups: readonly (readonly [string, Counts<Verdict>])[],
  { tally, words, minCount = 0 }: SummaryInput,
  { sumUp }: { readonly sumUp: boolean },
): readonly SummaryRow[] {
  const table = groups.map(([, counts]) => verdicts.map((id) => counts.get(id) ?? 0));
  const all = verdicts.map((id) => tally.verdicts.get(id) ?? 0);
  const shown = minCount === 0 ? table : withoutSmallCounts(table, minCount, sumUp ? all : undefined);
  return groups.map(([id, counts], at) => ({
    id,
    label: id,
    files: sumOf(counts),
    verdicts: verdicts.map(
      (verdict, column): VerdictCount => ({
        id: verdict,
        label: words.verdicts[verdict],
        count: existingAt(shown, at)[column] ?? null,
      }),
    ),
  }));
}

function merged(groups: readonly (readonly [unknown, Counts<Verdict>])[]): Counts<Verdict> {
  return new Map(verdicts.map((id) => [id, groups.reduce((sum, [, counts]) => sum + (counts.get(id) ?? 0), 0)]));
}

function sumOf(counts: Counts<unknown>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function isEnough(count: number, { minCount = 0 }: SummaryInput): boolean {
  return count >= minCount;
}

/** Counts without what tells about too few, to somebody who knows that `rest` is what is missing to a known sum. */
function protectedCounts(
  counts: readonly number[],
  rest: number,
  { minCount = 0 }: SummaryInput,
): readonly (number | null)[] {
  return minCount === 0 ? counts : existingAt(withoutSmallCounts([[...counts, rest]], minCount), 0);
}

function byFiles(one: { readonly files: number }, other: { readonly files: number }): number {
  return other.files - one.files;
}

/** What was violated most often first, then what was partly so, then what was open. */
function requirementCounts(input: SummaryInput, groups: readonly SummaryGroup[]): readonly RequirementCount[] {
  const { tally, catalogue, language, words, minCount = 0 } = input;
  const known = new Map(
    [...catalogue.questionnaires.values()].flatMap((paper) =>
      requirementsOf(paper).map((requirement) => [requirement.id, { requirement, paper }] as const),
    ),
  );
  const papers = groups.find(({ id }) => id === 'questionnaire')?.rows ?? [];
  // Of a paper that is left out, how many files it was for; of the others, in how few of them a demand does not apply.
  const tellsNoFew = ({ id, files }: { readonly id: string; readonly files: number }) => {
    const paper = known.get(id)?.paper.id;
    const row = papers.find((one) => one.id === paper);
    return minCount === 0 || paper === undefined || (row !== undefined && isEnoughOrNone(row.files - files, input));
  };
  const counted = [...tally.requirements].map(([id, counts]) => {
    const files = sumOf(counts) - (counts.get('not-applicable') ?? 0);
    const numbers = failing.map((status) => counts.get(status) ?? 0);
    // What is neither of these is the rest: it must not tell about few either.
    const rest = files - numbers.reduce((sum, count) => sum + count, 0);
    const shown = protectedCounts(numbers, rest, input);
    const found = known.get(id);
    return {
      id,
      label: printable(id),
      title: found?.requirement.title[language] ?? '',
      questionnaire: found?.paper.title[language] ?? '',
      level: found ? { id: found.requirement.level, label: words.levels[found.requirement.level] } : null,
      files,
      numbers,
      counts: failing.map((status, at) => ({ id: status, label: words.statuses[status], count: shown[at] ?? null })),
    };
  });
  return (
    counted
      .filter(({ files, numbers }) => isEnough(files, input) && numbers.some((count) => count > 0))
      // Who knows how many were counted must not learn in how few it does not apply, or was not looked at.
      .filter(({ files }) => isEnoughOrNone(tally.files - files, input))
      .filter(tellsNoFew)
      .toSorted((one, other) => {
        const at = one.numbers.findIndex((count, index) => count !== other.numbers[index]);
        return at === -1 ? (one.id < other.id ? -1 : 1) : existingAt(other.numbers, at) - existingAt(one.numbers, at);
      })
      .map(({ numbers: _, ...rest }) => rest)
  );
}

function openCounts(input: SummaryInput): readonly OpenCount[] {
  const { tally, catalogue, language, words } = input;
  return [...tally.open]
    .filter(([, count]) => isEnough(count, input) && isEnoughOrNone(tally.files - count, input))
    .toSorted(([one, a], [other, b]) => (a === b ? (one < other ? -1 : 1) : b - a))
    .map(([key, count]) => {
      const question = catalogue.questions.get(questionOfKey(key));
      const choice = choiceOf(catalogue.questions.get(question?.each ?? ''), itemOfKey(key));
      const label = question?.text[language] ?? printable(key);
      return {
        id: key,
        label: choice === undefined ? label : `${label} (${choice.text[language]})`,
        about: question ? { id: question.about, label: words.subjectMatters[question.about] } : null,
        count,
      };
    });
}

function isEnoughOrNone(count: number, input: SummaryInput): boolean {
  return count === 0 || isEnough(count, input);
}

/** By month, in order. */
function endsOf(input: SummaryInput): Summary['ends'] {
  const byMonth = new Map<string, number>();
  for (const [day, count] of input.tally.ends) {
    const month = day.slice(0, 7);
    byMonth.set(month, (byMonth.get(month) ?? 0) + count);
  }
  const months = [...byMonth].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const counts = months.map(([, count]) => count);
  const never = input.tally.files - counts.reduce((sum, count) => sum + count, 0);
  const shown = protectedCounts(counts, never, input);
  return months.flatMap(([month], at) => {
    const count = shown[at];
    if (count == null || !isEnoughOrNone(input.tally.files - count, input)) return [];
    return [{ id: month, label: `${month.slice(5)}/${month.slice(0, 4)}`, count }];
  });
}
