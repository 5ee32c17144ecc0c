import type { SubjectMatter } from '../domain/question.ts';
import type { Level } from '../domain/requirement.ts';
import type { Certainty } from '../domain/source.ts';
import type { ConditionLine } from './describe-condition.ts';
import type { Labelled, LabelledText, ReportSource } from './report.ts';

/** A questionnaire as a paper form, decided and worded: a template only places it. What may be missing is `null`. */
export interface Form {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly authority: string;
  readonly summary: string;
  readonly notice: string;
  readonly scope: string;
  /** Title of the questionnaire whose findings count as well. */
  readonly extends: string | null;
  readonly binds: ConditionLine | null;
  /** The subject block, to be filled in by hand. */
  readonly subject: readonly LabelledText[];
  readonly sections: readonly FormSection[];
  readonly requirements: readonly FormRequirement[];
  readonly sources: readonly ReportSource[];
}

export interface FormSection {
  readonly title: string;
  readonly questions: readonly FormQuestion[];
}

export interface FormQuestion {
  /** Under which conditions refer to it. */
  readonly number: number;
  readonly id: string;
  readonly about: Labelled<SubjectMatter>;
  readonly text: string;
  readonly help: string;
  readonly why: string;
  readonly evidence: string;
  readonly askWhen: ConditionLine | null;
  /** What it is to be answered for one by one. */
  readonly each: string | null;
  readonly hint: string;
  readonly choices: readonly Labelled<string>[];
  /** Which of them exclude each other, group by group. */
  readonly exclusive: readonly string[];
  readonly allowsNotApplicable: boolean;
  /** Ids of the requirements that read it. */
  readonly readers: readonly string[];
}

export interface FormRequirement {
  readonly id: string;
  readonly title: string;
  readonly level: Labelled<Level>;
  readonly appliesWhen: ConditionLine | null;
  readonly fulfilledWhen: ConditionLine;
  readonly partialWhen: ConditionLine | null;
  readonly finding: string;
  readonly partialFinding: string | null;
  readonly measure: string;
  readonly ref: string;
  readonly asOf: string;
  readonly law: readonly string[];
  /** Whom it binds, where that is narrower than whom the questionnaire binds. */
  readonly binds: ConditionLine | null;
  readonly addressee: string | null;
  readonly issuer: string | null;
  readonly checked: Labelled<Certainty>;
  readonly basis: string;
  /** Ids of the sources. */
  readonly sources: readonly string[];
}
