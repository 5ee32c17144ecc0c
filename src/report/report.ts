import type { signOffParts } from '../domain/assessment.ts';
import type { SourceFile } from '../domain/catalogue.ts';
import type { Direction } from '../domain/evidence.ts';
import type { Status } from '../domain/finding.ts';
import type { Language } from '../domain/language.ts';
import type { SubjectMatter } from '../domain/question.ts';
import type { Reach } from '../domain/reasoning.ts';
import type { Redaction } from '../domain/redaction.ts';
import type { Level } from '../domain/requirement.ts';
import type { Certainty } from '../domain/source.ts';
import type { Binding, OverallVerdict, Verdict } from '../domain/verdict.ts';
import type { ComparedColumn } from './comparison.ts';

export const reportFormat = 'messenger-check/report@1';

/** The ways to write a memo to a file. */
export const memoFormats = ['markdown', 'html', 'docx', 'pdf', 'json'] as const;
export type MemoFormat = (typeof memoFormats)[number];

/** How much a memo says: one page, the memo, or the memo with all that it rests on. */
export const depths = ['brief', 'full', 'annex'] as const;
export type Depth = (typeof depths)[number];

/** The chapters of a memo in official style. */
export type ChapterId = 'facts' | 'assessment' | 'result' | 'measures' | 'attachments' | 'co-signature';

export type AnnexId = 'settled' | 'answers' | 'sources' | 'data';

/**
 * Everything a memo says, decided, counted, sorted and worded: a renderer only places it.
 * Ids stand beside the words, so that the same object serves machines as JSON. No value is `undefined`: what may be
 * missing is `null`, so that templates can be strict.
 */
export interface Report {
  readonly format: typeof reportFormat;
  readonly language: Language;
  /** Day of evaluation, `YYYY-MM-DD`. */
  readonly date: string;
  readonly title: string;
  readonly depth: Labelled<Depth>;
  /** What it is about, what it refers to and what came of it, in short. */
  readonly head: readonly LabelledText[];
  /** In their order; none in the brief. */
  readonly chapters: readonly Labelled<ChapterId>[];
  /** What belongs to the memo, and whether it is attached. */
  readonly annexes: readonly ReportAnnex[];
  /** The memo on one page, whatever the depth. */
  readonly brief: ReportBrief;
  /** What was taken out for publication; none in the full report. */
  readonly redacted: readonly Labelled<Redaction>[];
  readonly subject: readonly LabelledText[];
  /** Who uses the messenger, how and for what: what most of the papers ask first. */
  readonly context: readonly ReportAnswer[];
  readonly verdict: ReportVerdict;
  /** Until when the result holds and what changes when; `null` where time alone changes nothing. */
  readonly validity: ReportValidity | null;
  /** What can still come of the result, and what would have to change for a better one; `null` where that was not asked for. */
  readonly outlook: ReportOutlook | null;
  readonly questionnaires: readonly ReportQuestionnaire[];
  /** All that calls for something to be done: by whether its papers bind, then by status, worst first. */
  readonly findings: readonly ReportFindingGroup[];
  /** Fulfilled and not applicable, in short. */
  readonly settled: readonly FindingGroup<SettledFinding>[];
  /** What the measures can do: none makes the use permissible, or some are the conditions under which it is. */
  readonly measuresLead: string | null;
  /** By whether the papers that demand them bind; numbered through. */
  readonly measures: readonly MeasureGroup[];
  readonly openPoints: readonly OpenPoints[];
  /** Points on which the papers disagree, where both sides are in play. */
  readonly contradictions: readonly ReportContradiction[];
  /** Rulings and statements on this messenger and sector: against, for, neither. */
  readonly evidence: readonly ReportEvidenceGroup[];
  /** The same use with other messengers; `null` where that was not asked for. */
  readonly alternatives: ReportAlternatives | null;
  readonly answers: readonly AnswerSection[];
  readonly sources: readonly ReportSource[];
  /** What to know about the answer file. */
  readonly warnings: readonly string[];
  /** Answers that cannot all be right. */
  readonly clashes: readonly ReportClash[];
  /** Opinion, decision, staff council and next review; only what is recorded. */
  readonly signOff: readonly ReportSignOff[];
  readonly data: ReportData;
  readonly disclaimer: readonly string[];
}

/** What the report was made of: with the same questionnaires, the same program makes the same report of it. */
export interface ReportData {
  /** Of messenger-check. */
  readonly version: string;
  /** The answer file, then all files with questionnaires. */
  readonly files: readonly SourceFile[];
  readonly questionnaires: readonly { readonly id: string; readonly version: string }[];
  readonly options: {
    readonly alternatives: boolean;
    readonly outlook: boolean;
    readonly redact: readonly Redaction[];
    readonly depth: Depth;
  };
  /** Of the user's own, with which the page was made; in JSON, and where only those that ship were used, none. */
  readonly templates: readonly SourceFile[];
  /** The answer file, to the letter; `null` where the report does not carry it. */
  readonly assessment: string | null;
}

/** Its label is its number, "Annex 1". */
export interface ReportAnnex extends Labelled<AnnexId> {
  readonly title: string;
  readonly isAttached: boolean;
}

/** What somebody who decides must know, short enough for one page. */
export interface ReportBrief {
  readonly question: string;
  readonly use: string;
  /** On which papers the verdict rests, and what others come to. */
  readonly grounds: readonly string[];
  /** Up to five, what cannot be remedied with this product first; without a text where there is no room for it. */
  readonly reasons: readonly (Labelled<string> & { readonly title: string; readonly text: string | null })[];
  /** Which of the reasons were not seen in the original, and what else whoever relies on them must know. */
  readonly doubts: readonly string[];
  /** How many are left out, in words; or that there are none. */
  readonly reasonsRemark: string | null;
  /** What follows from the verdict, and how far the nearest better one is. */
  readonly advice: readonly string[];
  readonly measures: readonly BriefMeasure[];
  readonly measuresRemark: string | null;
  readonly alternatives: { readonly hint: string; readonly best: readonly BriefAlternative[] };
  readonly open: { readonly hint: string; readonly questions: readonly BriefQuestion[] };
  /** When the verdict ends, where that is known. */
  readonly ends: string | null;
  /** Who is to sign, by name where that is recorded. */
  readonly signature: string;
}

export interface BriefMeasure {
  /** Its number among all measures. */
  readonly number: number;
  readonly text: string;
  readonly requirements: readonly Labelled<string>[];
  readonly responsible: string | null;
  readonly due: string | null;
}

/** Its id is that of the messenger. */
export interface BriefAlternative extends Labelled<string> {
  readonly verdict: Labelled<Verdict>;
  readonly product: string | null;
}

/** Its id is the answer key. */
export interface BriefQuestion {
  readonly id: string;
  readonly question: string;
  readonly about: Labelled<SubjectMatter>;
}

/** An id and its word in the language of the report. */
export interface Labelled<T extends string> {
  readonly id: T;
  readonly label: string;
}

export interface LabelledText {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

export interface ReportSignOff {
  readonly id: (typeof signOffParts)[number];
  readonly label: string;
  readonly by: string | null;
  /** Its id is the day, `YYYY-MM-DD`. */
  readonly date: Labelled<string> | null;
  readonly text: string | null;
}

export interface ReportVerdict extends Labelled<Verdict> {
  readonly sentence: string;
  readonly basis: Labelled<OverallVerdict['basis']>;
  /** What the competent authority itself has said, where no paper counts that is authoritative. Newest first. */
  readonly statements: readonly ReportEvidence[];
  /** The findings that decide it; without a text where they are merely open. */
  readonly reasons: readonly ReportReason[];
}

export interface ReportValidity {
  readonly sentence: string;
  /** The first day on which the overall verdict is another, `YYYY-MM-DD`. */
  readonly verdictEnds: string | null;
  readonly days: readonly ReportDay[];
}

/** What is different from a day on, each against the day before; its id is the day, `YYYY-MM-DD`. */
export interface ReportDay extends Labelled<string> {
  readonly lines: readonly string[];
  /** `null` where there is no such finding before, or after. */
  readonly findings: readonly {
    readonly id: string;
    readonly before: Status | null;
    readonly after: Status | null;
  }[];
}

/** What can still come of the verdict, what would settle it, and what would have to change for a better one. */
export interface ReportOutlook {
  readonly sentences: readonly string[];
  readonly overall: ReportRange;
  /** Those that may concern the assessment. */
  readonly questionnaires: readonly (ReportRange & Labelled<string>)[];
  /** The fewest open answers that settle each verdict that is possible, worst first; none where one alone is. */
  readonly decisions: readonly ReportDecision[];
  /** The question that is best asked next; its id is an answer key. */
  readonly mostDecisive: { readonly id: string; readonly question: string; readonly sentence: string } | null;
  /** Each better verdict, the nearest first. */
  readonly goals: readonly ReportGoal[];
  /** What is taken for granted in all goals. */
  readonly assumption: string | null;
}

/** Best and worst verdict over all ways to answer what is open. */
export interface ReportRange {
  readonly best: Labelled<Verdict>;
  readonly worst: Labelled<Verdict>;
  readonly violatedMusts: { readonly fewest: number; readonly most: number; readonly label: string };
  /** False where the search was given up: the verdicts and numbers are then bounds that may lie too far apart. */
  readonly isExact: boolean;
}

export interface ReportDecision extends Labelled<Verdict> {
  readonly sentence: string;
  /** In an order in which they come to be asked. */
  readonly answers: readonly WantedAnswer[];
  readonly isShortest: boolean;
}

/** An answer to give; its id is the answer key. */
export interface WantedAnswer {
  readonly id: string;
  readonly question: string;
  readonly wanted: string;
}

/** How a better verdict can be reached. */
export interface ReportGoal extends Labelled<Verdict> {
  readonly title: string;
  readonly reach: Labelled<Reach>;
  /** Facts that stand against it as long as product and use stay what they are; with ids of requirements. */
  readonly against: readonly {
    readonly requirements: readonly string[];
    readonly facts: readonly { readonly id: string; readonly question: string; readonly answer: string }[];
  }[];
  /** What it takes in any case. */
  readonly certain: ReportChanges;
  /** Where there are several ways; one of each is needed. */
  readonly choices: readonly {
    readonly requirements: readonly string[];
    /** The caveats of these requirements: an alternative may be good only by the grading of the catalogue. */
    readonly caveats: readonly string[];
    readonly alternatives: readonly ReportChanges[];
  }[];
}

/** Changes that belong together. */
export interface ReportChanges {
  /** By who can make them; what is in one's own hands first. */
  readonly groups: readonly {
    readonly about: Labelled<SubjectMatter>;
    readonly changes: readonly ReportChange[];
  }[];
  /** What is open and must turn out well. */
  readonly open: readonly WantedAnswer[];
}

export interface ReportChange extends WantedAnswer {
  /** The answer as it is; `null` where what is wanted says what to add to it and to leave out. */
  readonly now: string | null;
  /** What to do about it; the ids are those of the requirements that name it. */
  readonly measures: readonly Labelled<string>[];
}

export interface ReportReason extends Labelled<string> {
  readonly title: string;
  readonly status: Labelled<Status>;
  readonly text: string | null;
  /** The deciding answers in words; none where it is open. */
  readonly answers: readonly string[];
}

export interface ReportQuestionnaire {
  readonly id: string;
  readonly title: string;
  readonly authority: string;
  readonly version: string;
  /** What differs from the version that was answered. */
  readonly versionRemark: string | null;
  readonly summary: string;
  readonly scope: string;
  readonly notice: string;
  /** Why it was evaluated, where it does not concern everybody. */
  readonly offeredBecause: string | null;
  /** Title of the questionnaire whose findings count as well. */
  readonly extends: string | null;
  /** With the answers that decide it. */
  readonly binding: Labelled<Binding>;
  readonly verdict: Labelled<Verdict>;
  readonly counts: readonly StatusCount[];
  /** Its own sections in their order, those without findings left out. */
  readonly topics: readonly ReportTopic[];
}

/** How many findings have a status; only those that occur, worst first. */
export interface StatusCount extends Labelled<Status> {
  readonly count: number;
}

/** A section of a questionnaire, with how each of its requirements stands. */
export interface ReportTopic extends Labelled<string> {
  readonly counts: readonly StatusCount[];
  readonly findings: readonly (Labelled<string> & { readonly status: Labelled<Status> })[];
}

export interface FindingGroup<T> {
  readonly status: Labelled<Status>;
  readonly findings: readonly T[];
}

export interface ReportFindingGroup extends FindingGroup<ReportFinding> {
  readonly binding: Labelled<Binding>;
  /** The status and, where some papers bind, by which ones it is so. */
  readonly title: string;
  /** Its papers only offer orientation beside others that count: what stands behind the findings is left to the annexes. */
  readonly isShort: boolean;
  /** What to know of the group, said once. */
  readonly remark: string | null;
}

/** `id`: the requirement, with `@` and the choice it was judged for. */
export interface SettledFinding extends Labelled<string> {
  readonly questionnaire: string;
  readonly title: string;
  readonly answers: readonly ReportAnswer[];
}

export interface ReportFinding extends SettledFinding {
  /** With remarks where the level is uncertain, or counts for less. */
  readonly level: Labelled<Level>;
  readonly text: string;
  /** The measure, unless nothing is known to be wrong yet. */
  readonly measure: string | null;
  /** What the assessor put on record beside the finding. */
  readonly records: readonly string[];
  readonly law: readonly string[];
  /** The authority in whose text the place is; none where others report it, or nothing was seen. */
  readonly authority: string | null;
  readonly ref: string;
  readonly asOf: string;
  readonly checked: Labelled<Certainty>;
  readonly basis: string;
  /** What of the basis nobody may overlook who relies on the requirement, in one sentence. */
  readonly caveat: string | null;
  readonly addressee: string | null;
  readonly issuer: string | null;
}

export interface MeasureGroup {
  readonly binding: Labelled<Binding>;
  readonly measures: readonly ReportMeasure[];
}

export interface ReportMeasure {
  readonly number: number;
  readonly text: string;
  /** The findings that call for it. */
  readonly requirements: readonly Labelled<string>[];
  /** In words; where the plans for its requirements differ, each with its requirements. */
  readonly responsible: string | null;
  readonly due: string | null;
  readonly note: string | null;
  /** What the assessor recorded, requirement by requirement. */
  readonly plans: readonly ReportPlan[];
}

export interface ReportPlan {
  /** Id of the requirement. */
  readonly requirement: string;
  readonly responsible: string | null;
  /** Its id is the day, `YYYY-MM-DD`. */
  readonly due: Labelled<string> | null;
  readonly note: string | null;
}

/** `id`: the inconsistency, or the question of which choices exclude each other. */
export interface ReportClash extends Labelled<string> {
  readonly text: string;
}

/** Open questions by who can answer them. */
export interface OpenPoints {
  readonly about: Labelled<SubjectMatter>;
  readonly points: readonly OpenPoint[];
}

export interface OpenPoint extends ReportAnswer {
  /** The findings that wait for it. */
  readonly requirements: readonly Labelled<string>[];
  /** Ids of the questionnaires of which it decides whether they bind, or concern this use at all. */
  readonly questionnaires: readonly string[];
}

export interface AnswerSection {
  readonly title: string;
  readonly hint: string | null;
  readonly answers: readonly ReportAnswer[];
}

export interface ReportAnswer {
  /** Answer key. */
  readonly id: string;
  readonly question: string;
  /** The answer in words; also where there is none. */
  readonly answer: string;
  readonly isOpen: boolean;
  /** How the answer stands to what the profile of the messenger proposes. */
  readonly origin: string | null;
  readonly note: string | null;
  readonly evidence: readonly string[];
}

export interface ReportContradiction {
  readonly id: string;
  readonly topic: string;
  readonly positions: readonly {
    readonly who: string;
    readonly says: string;
    readonly date: string;
    readonly weight: string;
    /** Ids of requirements and evidence. */
    readonly references: readonly string[];
  }[];
  readonly treatment: string;
}

export interface ReportEvidenceGroup {
  readonly direction: Labelled<Direction>;
  readonly evidence: readonly ReportEvidence[];
}

export interface ReportEvidence {
  readonly id: string;
  readonly body: string;
  readonly reference: string | null;
  readonly date: string;
  readonly holding: string;
  readonly weight: string;
  readonly remark: string | null;
  readonly checked: Labelled<Certainty>;
  readonly urls: readonly string[];
}

export interface ReportAlternatives {
  readonly hint: string;
  /** Best verdict first. */
  readonly columns: readonly ComparedColumn[];
}

export interface ReportSource {
  readonly id: string;
  readonly authority: string;
  readonly title: string;
  readonly date: string;
  readonly url: string;
  readonly checked: Labelled<Certainty>;
  readonly seen: string;
}
