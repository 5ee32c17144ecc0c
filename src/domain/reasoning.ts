import type { Answer } from './answer.ts';
import type { SubjectMatter } from './question.ts';
import type { Verdict, VerdictOutlook } from './verdict.ts';

/** Answers that suffice for a finding. */
export interface Reasons {
  /** Answer keys, in the order of the question bank. */
  readonly keys: readonly string[];
  /**
   * Whether no smaller set does; `false` only where the search was given up. Then, nothing can be left out of what settles
   * a finding; for an open one, these are all answers that could close it.
   */
  readonly isSmallest: boolean;
}

/** An answer that a path asks for. */
export type AnswerToGive =
  /** The first, or any other of these as long as all else that is asked for is as asked for first. */
  | { readonly kind: 'one-of'; readonly key: string; readonly answers: readonly Answer[] }
  /** A selection with at least one of each group and none of the others; what is not named makes no difference. */
  | {
      readonly kind: 'selection';
      readonly key: string;
      readonly including: readonly (readonly string[])[];
      readonly excluding: readonly string[];
    };

/** The fewest open answers after which a verdict over all is certain, whatever is answered to the rest. */
export interface PathToDecision {
  readonly verdict: Verdict;
  /** In an order in which they come to be asked; none where the verdict is certain already. */
  readonly answers: readonly AnswerToGive[];
  /** False where the search was given up: these answers settle the verdict, and fewer may. */
  readonly isExact: boolean;
}

/** What one open question can do. */
export interface DecisiveQuestion {
  readonly key: string;
  /** How many of its answers settle the verdict over all, and how many there are to choose from. */
  readonly settling: number;
  readonly answers: number;
  /** How many open findings its answers close, on average. */
  readonly closing: number;
}

/** The outlooks of a whole evaluation. */
export interface EvaluationOutlook {
  readonly overall: VerdictOutlook;
  /** Each for the case that the paper concerns the assessment. */
  readonly byQuestionnaire: readonly (VerdictOutlook & { readonly questionnaire: string })[];
}

/** The verdicts worth reaching. */
export type Goal = Extract<Verdict, 'conditional' | 'permissible'>;

/**
 * What it takes to reach a goal: nothing, only that what is open turns out well, changes by organisation and operator,
 * another product, or another use altogether. `given-up`: the search would have taken too long, and nothing is known.
 */
export type Reach = 'reached' | 'as-it-is' | 'with-changes' | 'other-product' | 'other-use' | 'given-up';

/** A given answer that would have to be another. */
export interface AnswerChange {
  /** Answer key. */
  readonly key: string;
  /** Who can change it: `product` means another product. */
  readonly about: SubjectMatter;
  readonly from: Answer;
  readonly to: AnswerToGive;
}

/** One smallest way to meet some demands: none of its changes can be left out. */
export interface Alternative {
  /** In the order of the question bank; none where it only takes luck with what is open. */
  readonly changes: readonly AnswerChange[];
  /** As few open answers as suffice, and how they must turn out once the changes are made. */
  readonly open: readonly AnswerToGive[];
  /** Requirements that are not met now and read what changes: what to do is in their measures. */
  readonly measures: readonly string[];
}

/** What hangs together, and every smallest way to meet it; any way of one part goes with any of another. */
export interface PathPart {
  /** Requirements that are not sure to be met by now. */
  readonly requirements: readonly string[];
  /** Fewest changes first. */
  readonly alternatives: readonly Alternative[];
}

/** Facts that stand against a goal as long as product, organisation and messenger stay what they are. */
export interface FactsAgainst {
  readonly requirements: readonly string[];
  /** Answer keys. */
  readonly facts: readonly string[];
}

/** How an assessment gets to a verdict that is at least the goal. */
export interface PathsToCompliance {
  readonly goal: Goal;
  readonly reach: Reach;
  /**
   * Parts in which something has to change or to turn out well. None where no answer that may be changed, not even one on
   * the product, reaches the goal; then there are only obstacles.
   */
  readonly parts: readonly PathPart[];
  /** How many smallest sets of changes there are: the product of the alternatives of the parts. */
  readonly count: number;
  /** Where the goal cannot be reached with this product: what stands against it. */
  readonly obstacles: readonly FactsAgainst[];
}

/** What can still come of an evaluation, what would settle it, and what would have to change for a better verdict. */
export interface Reasoning {
  readonly outlook: EvaluationOutlook;
  /** Shortest paths to each verdict that is possible, worst first; none where one verdict alone is. */
  readonly decisions: readonly PathToDecision[];
  readonly mostDecisive?: DecisiveQuestion;
  /** To each verdict that is better than the one there is, the nearest first. */
  readonly compliance: readonly PathsToCompliance[];
}
