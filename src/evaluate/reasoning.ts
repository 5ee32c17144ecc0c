import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { Goal } from './demands.ts';
import { type DecisiveQuestion, mostDecisive } from './most-decisive.ts';
import { type PathsToCompliance, pathsToCompliance } from './paths-to-compliance.ts';
import { type PathToDecision, pathsToDecision } from './paths-to-decision.ts';
import { type EvaluationOutlook, verdictOutlooks } from './verdict-interval.ts';

/** What can still come of an evaluation, what would settle it, and what would have to change for a better verdict. */
export interface Reasoning {
  readonly outlook: EvaluationOutlook;
  /** Shortest paths to each verdict that is possible, worst first; none where one verdict alone is. */
  readonly decisions: readonly PathToDecision[];
  readonly mostDecisive?: DecisiveQuestion;
  /** To each verdict that is better than the one there is, the nearest first. */
  readonly compliance: readonly PathsToCompliance[];
}

const goals: readonly Goal[] = ['conditional', 'permissible'];

/** The whole reasoning on an evaluation. Each search in it ends by itself, and says where it gave up. */
export function reasoningOn(catalogue: Catalogue, assessment: Assessment, evaluation: Evaluation): Reasoning {
  const outlook = verdictOutlooks(catalogue, evaluation);
  const isOpen = outlook.overall.possible.length > 1;
  const decisive = isOpen ? mostDecisive(catalogue, evaluation) : undefined;
  return {
    outlook,
    decisions: isOpen ? pathsToDecision(catalogue, evaluation) : [],
    ...(decisive && { mostDecisive: decisive }),
    compliance: goals
      .map((goal) => pathsToCompliance(catalogue, { assessment, evaluation, goal }))
      .filter(({ reach }) => reach !== 'reached'),
  };
}
