import {
  type Attribution,
  type ChangedFinding,
  type ChangedVerdict,
  type Difference,
  interacts,
  isByDateOnly,
  type Situation,
} from '../domain/difference.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { existing } from '../domain/existing.ts';
import { latest, type Status } from '../domain/finding.ts';
import type { Language } from '../domain/language.ts';
import { type Verdict, verdicts as worstFirst } from '../domain/verdict.ts';
import { formatDay } from '../wording/format-day.ts';
import type { Wording } from '../wording/wording.ts';
import { type CauseTelling, describeCause, titleOf } from './describe-cause.ts';
import { referTo } from './describe-finding.ts';
import type { ComparedSide, DiffReport, ReportCause, ReportChange } from './diff-report.ts';
import { groupChanges } from './group-changes.ts';

export interface DiffInput {
  readonly difference: Difference;
  readonly old: Situation & { readonly file: string };
  readonly now: Situation & { readonly file: string };
  /** Where the day of the old evaluation comes from. */
  readonly oldDate: keyof Wording['diff']['oldDates'];
  readonly language: Language;
  readonly words: Wording;
  readonly version: string;
}

/** A difference in words. */
export function buildDiff(input: DiffInput): DiffReport {
  const { difference, old, now, language, words, version } = input;
  const telling: CauseTelling = { old: old.catalogue, now: now.catalogue, language, words };
  const causes = difference.causes.map((cause, at) => ({ number: at + 1, text: describeCause(cause, telling), cause }));
  const described: Described = { ...telling, causes };
  const verdicts = difference.verdicts.map((change) => describeVerdict(change, described));
  const findings = difference.findings.map((change) => describeChangedFinding(change, described));
  const { groups, details } = groupChanges([...verdicts, ...findings], described);
  return {
    format: 'messenger-check/diff@1',
    version,
    language,
    title: words.diff.title,
    old: sideOf(old, difference.before, words),
    new: sideOf(now, difference.after, words),
    compared: words.diff.compared(old.file, formatDay(old.date, language), now.file, formatDay(now.date, language)),
    summary: summaryOf(difference, words),
    notes: [
      words.diff.oldDates[input.oldDate],
      ...changedBasis(difference, words),
      ...notReplayed(old, telling),
      ...undoingUntried([...verdicts, ...findings], words),
    ],
    causes,
    verdicts,
    findings,
    groups,
    details,
    offset: causes.filter(({ cause }) => difference.offset.includes(cause)),
    withoutEffect: causes.filter(({ cause }) => difference.idle.includes(cause)),
  };
}

/** What changes are put into words with: causes have their numbers. */
export interface Described extends CauseTelling {
  readonly causes: readonly ReportCause[];
}

function sideOf(
  { file, date }: { readonly file: string; readonly date: string },
  { overall: { verdict } }: Evaluation,
  words: Wording,
): ComparedSide {
  return { file, date, verdict: { id: verdict, label: words.verdicts[verdict] } };
}

/** On what the overall result rests, in short: whether a paper binds, and how many requirements decide. */
function changedBasis({ before, after }: Difference, words: Wording): readonly string[] {
  const [from, to] = [before, after].map(({ overall: { basis, decidedBy } }) => {
    const deciding = new Set(decidedBy.map(({ requirement }) => requirement.id));
    return { basis, text: `${words.comparison.bases[basis]} (${words.diff.deciding(deciding.size)})` };
  });
  return from && to && from.basis !== to.basis ? [words.diff.basisChanged(from.text, to.text)] : [];
}

/** Questionnaires that the old file was answered with in another version than the one at hand. */
function notReplayed({ assessment, catalogue }: Situation, telling: CauseTelling): readonly string[] {
  return [...assessment.questionnaires].flatMap(([id, recorded]) => {
    const current = catalogue.questionnaires.get(id)?.version;
    if (current === undefined || recorded === '' || recorded === current) return [];
    return [telling.words.diff.cannotReplay(titleOf(id, telling), recorded, current)];
  });
}

/** Where that is not said beside the change itself. */
function undoingUntried(changes: readonly ReportChange<string>[], { diff }: Wording): readonly string[] {
  const labels = changes.filter((one) => one.isComplete && !one.isUndoingComplete).map(({ label }) => label);
  return labels.length === 0 ? [] : [diff.undoingUntried(labels.join('; '))];
}

function summaryOf({ verdicts, findings, causes, before, after }: Difference, words: Wording): readonly string[] {
  if (verdicts.length === 0 && findings.length === 0) return [words.diff.nothing];
  return [
    overallChange(before.overall.verdict, after.overall.verdict, words),
    ...(findings.length > 0 ? [words.diff.count(findings.length)] : []),
    ...(causes.every(isByDateOnly) ? [words.diff.byDateOnly] : []),
  ];
}

function overallChange(from: Verdict, to: Verdict, { diff, verdicts }: Wording): string {
  const { worse, better, opened, settled, same } = diff.overallChanged;
  if (from === to) return same(verdicts[to]);
  if (to === 'undetermined') return opened(verdicts[from], verdicts[to]);
  if (from === 'undetermined') return settled(verdicts[from], verdicts[to]);
  const isWorse = worstFirst.indexOf(to) < worstFirst.indexOf(from);
  return (isWorse ? worse : better)(verdicts[from], verdicts[to]);
}

function describeVerdict(change: ChangedVerdict, described: Described): ReportChange<Verdict> {
  const { questionnaire } = change;
  const { diff, verdicts: labels } = described.words;
  const label = questionnaire === undefined ? diff.overall : diff.resultOn(titleOf(questionnaire, described));
  return describeChange(change, { ...described, place: { id: questionnaire ?? '', label, title: '' }, labels });
}

function describeChangedFinding(changed: ChangedFinding, described: Described): ReportChange<Status> {
  const { before, after, attribution } = changed;
  const finding = latest(changed);
  const { language, words, old, now } = described;
  const { title, level } = finding.requirement;
  const { id, label } = referTo(finding, { language, catalogue: after === undefined ? old : now });
  const place = { id, label: `${label} (${words.levels[level]})`, title: title[language] };
  const change = { before: before?.status, after: after?.status, attribution };
  return describeChange(change, { ...described, place, labels: words.statuses });
}

function describeChange<T extends string>(
  change: { readonly before: T | undefined; readonly after: T | undefined; readonly attribution: Attribution<T> },
  {
    causes,
    labels,
    place,
  }: Pick<Described, 'causes'> & {
    readonly place: Pick<ReportChange<T>, 'id' | 'label' | 'title'>;
    readonly labels: Readonly<Record<T, string>>;
  },
): ReportChange<T> {
  const { minimal, astray, undoing, ...extent } = change.attribution;
  const labelled = (id: T | undefined) => (id === undefined ? null : { id, label: labels[id] });
  const numbers = new Map(causes.map(({ number, cause }) => [cause, number]));
  const numbersOf = (set: Attribution<T>['minimal'][number]) => set.map((cause) => existing(numbers, cause));
  return {
    ...place,
    before: labelled(change.before),
    after: labelled(change.after),
    interacts: interacts(change.attribution),
    ...extent,
    minimal: minimal.map(numbersOf),
    astray: astray.flatMap(({ cause, becomes }) =>
      numbersOf([cause]).map((number) => ({ cause: number, becomes: labelled(becomes) })),
    ),
    undoing: undoing.map(numbersOf),
  };
}
