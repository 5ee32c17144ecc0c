import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { Goal, Reasoning } from '../domain/reasoning.ts';
import { mostDecisive } from './most-decisive.ts';
import { pathsToCompliance } from './paths-to-compliance.ts';
import { pathsToDecision } from './paths-to-decision.ts';
import { verdictOutlooks } from './verdict-interval.ts';

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
