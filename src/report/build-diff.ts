import {
  type Attribution,
  type Cause,
  type ChangedFinding,
  type ChangedVerdict,
  type Difference,
  interacts,
  isByDateOnly,
  type Situation,
} from '../domain/difference.ts';
import type { Status } from '../domain/finding.ts';
import type { Language } from '../domain/language.ts';
import type { Verdict } from '../domain/verdict.ts';
import { formatDay } from '../wording/format-day.ts';
import type { Wording } from '../wording/wording.ts';
import { type CauseTelling, describeCause, titleOf } from './describe-cause.ts';
import { referTo } from './describe-finding.ts';
import type { DiffReport, ReportCause, ReportChange } from './diff-report.ts';

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
  const { verdicts, findings } = difference;
  const effective = new Set([...verdicts, ...findings].flatMap(({ attribution }) => causesIn(attribution)));
  const idle = difference.causes.filter((cause) => !effective.has(cause));
  return {
    format: 'messenger-check/diff@1',
    version,
    language,
    title: words.diff.title,
    old: { file: old.file, date: old.date },
    new: { file: now.file, date: now.date },
    compared: words.diff.compared(old.file, formatDay(old.date, language), now.file, formatDay(now.date, language)),
    notes: [words.diff.oldDates[input.oldDate], ...notReplayed(old, telling)],
    summary: summaryOf(difference, words),
    verdicts: verdicts.map((change) => describeVerdict(change, telling)),
    findings: findings.map((change) => describeChangedFinding(change, telling)),
    withoutEffect: idle.map((cause) => toReport(cause, telling)),
  };
}

function causesIn({ minimal, astray }: Attribution<unknown>): readonly Cause[] {
  return [...minimal.flat(), ...astray.map(({ cause }) => cause)];
}

/** Questionnaires that the old file was answered with in another version than the one at hand. */
function notReplayed({ assessment, catalogue }: Situation, telling: CauseTelling): readonly string[] {
  return [...assessment.questionnaires].flatMap(([id, recorded]) => {
    const current = catalogue.questionnaires.get(id)?.version;
    if (current === undefined || recorded === '' || recorded === current) return [];
    return [telling.words.diff.cannotReplay(titleOf(id, telling), recorded, current)];
  });
}

function summaryOf({ verdicts, findings, causes, after }: Difference, words: Wording): readonly string[] {
  if (verdicts.length === 0 && findings.length === 0) return [words.diff.nothing];
  const isSame = verdicts.every(({ questionnaire }) => questionnaire !== undefined);
  return [
    ...(isSame ? [words.diff.unchangedOverall(words.verdicts[after.overall.verdict])] : []),
    ...(findings.length > 0 ? [words.diff.count(findings.length)] : []),
    ...(causes.every(isByDateOnly) ? [words.diff.byDateOnly] : []),
  ];
}

function describeVerdict(change: ChangedVerdict, telling: CauseTelling): ReportChange<Verdict> {
  const { questionnaire } = change;
  const label = questionnaire === undefined ? telling.words.diff.overall : titleOf(questionnaire, telling);
  const place = { id: questionnaire ?? '', label, title: '' };
  return describeChange(change, { ...telling, place, labels: telling.words.verdicts });
}

function describeChangedFinding(
  { before, after, attribution }: ChangedFinding,
  telling: CauseTelling,
): ReportChange<Status> {
  const finding = after ?? before;
  if (finding === undefined) throw new Error('a finding changed that is in neither assessment');
  const catalogue = after === undefined ? telling.old : telling.now;
  const place = { ...referTo(finding, { ...telling, catalogue }), title: finding.requirement.title[telling.language] };
  const change = { before: before?.status, after: after?.status, attribution };
  return describeChange(change, { ...telling, place, labels: telling.words.statuses });
}

interface ChangeTelling<T extends string> extends CauseTelling {
  readonly place: { readonly id: string; readonly label: string; readonly title: string };
  readonly labels: Readonly<Record<T, string>>;
}

function describeChange<T extends string>(
  change: { readonly before: T | undefined; readonly after: T | undefined; readonly attribution: Attribution<T> },
  telling: ChangeTelling<T>,
): ReportChange<T> {
  const { attribution } = change;
  const { labels, place, words } = telling;
  const labelled = (id: T | undefined) => (id === undefined ? null : { id, label: labels[id] });
  const [before, after] = [labelled(change.before), labelled(change.after)];
  const minimal = attribution.minimal.map((set) => set.map((cause) => toReport(cause, telling)));
  const astray = attribution.astray.map(({ cause, becomes }) => ({
    cause: toReport(cause, telling),
    becomes: labelled(becomes),
  }));
  return {
    ...place,
    before,
    after,
    interacts: interacts(attribution),
    isComplete: attribution.isComplete,
    minimal,
    astray,
    ...sentenceFor(minimal, { what: whatChanged(before?.label, after?.label, words), attribution, words }),
    remarks: [
      ...astray.map(({ cause, becomes }) =>
        becomes ? words.diff.astray(cause.text, becomes.label) : words.diff.astrayGone(cause.text),
      ),
      ...(attribution.isComplete || minimal.length === 0 ? [] : [words.diff.incomplete(attribution.considered)]),
    ],
  };
}

function whatChanged(before: string | undefined, after: string | undefined, { diff }: Wording): string {
  if (before === undefined) return diff.appeared(after ?? '');
  return after === undefined ? diff.vanished(before) : diff.changed(before, after);
}

/** The change with its one cause, or the beginning of a sentence that a list goes on with. */
function sentenceFor(
  minimal: readonly (readonly ReportCause[])[],
  { what, attribution, words: { diff } }: { what: string; attribution: Attribution<unknown>; words: Wording },
): { readonly sentence: string; readonly items: readonly string[] } {
  const [first, ...others] = minimal;
  if (first === undefined) return { sentence: diff.noneFound(what, attribution.considered), items: [] };
  if (others.length > 0) {
    const ways = minimal.map((set) => set.map(({ text }) => text).join(diff.and));
    return { sentence: diff.eachAlone(what), items: asList(ways, diff.or) };
  }
  const [cause, ...more] = first.map(({ text }) => text);
  if (more.length === 0) return { sentence: diff.because(what, cause ?? ''), items: [] };
  return { sentence: diff.together(what), items: asList([cause ?? '', ...more], diff.alsoThat) };
}

/** Parts of one sentence: "a," "oder dass b." */
function asList(parts: readonly string[], joint: string): readonly string[] {
  return parts.map((part, at) => `${at === 0 ? '' : `${joint} `}${part}${at === parts.length - 1 ? '.' : ','}`);
}

function toReport(cause: Cause, telling: CauseTelling): ReportCause {
  return { text: describeCause(cause, telling), cause };
}
