import type { EquivalentMeasure, Exception, MeasurePlan } from '../domain/assessment.ts';
import type { Finding } from '../domain/finding.ts';
import { type SubjectMatter, subjectMatters } from '../domain/question.ts';
import type { Change } from '../domain/with-change.ts';
import { type InterviewState, isAnswered, pathOf, type QuestionStep } from './steps.ts';

/** What an interview has come to, as far as somebody can add to it. */
export interface Review {
  /** The questions still without a known answer, by who has to find it out. */
  readonly open: ReadonlyMap<SubjectMatter, readonly QuestionStep[]>;
  /** The requirements that are not met, each with what was planned. */
  readonly unmet: readonly UnmetRequirement[];
}

export interface UnmetRequirement {
  readonly finding: Finding;
  readonly plan?: MeasurePlan;
}

/** What somebody adds to an assessment that is asked through. */
export type ReviewReply =
  | { readonly kind: 'measure'; readonly requirement: string; readonly plan: MeasurePlan }
  | { readonly kind: 'equivalent'; readonly equivalent: EquivalentMeasure }
  | { readonly kind: 'exception'; readonly exception: Exception }
  | { readonly kind: 'done' };

/** What there is to review. */
export function reviewOf(state: InterviewState): Review {
  const { assessment, evaluation } = state;
  const open = pathOf(state).filter(
    (step): step is QuestionStep =>
      step.kind === 'question' && (!isAnswered(step, state) || evaluation.answers.get(step.id)?.state === 'unknown'),
  );
  const unmet = evaluation.findings.filter(({ judged }) => judged === 'violated' || judged === 'partial');
  const distinct = new Map(unmet.map((finding) => [finding.requirement.id, finding]));
  return {
    open: new Map(
      subjectMatters.map((about) => [about, open.filter(({ item: { question } }) => question.about === about)]),
    ),
    unmet: [...distinct].map(([id, finding]) => {
      const plan = assessment.measures.get(id);
      return { finding, ...(plan && { plan }) };
    }),
  };
}

/** What a reply adds. An equivalent measure takes the place of an earlier one; exceptions may follow each other. */
export function additionsOf(reply: ReviewReply, { assessment }: InterviewState): readonly Change[] {
  switch (reply.kind) {
    case 'measure':
      return [reply];
    case 'equivalent': {
      const others = assessment.equivalents.filter(({ requirement }) => requirement !== reply.equivalent.requirement);
      return [{ kind: 'equivalents', equivalents: [...others, reply.equivalent] }];
    }
    case 'exception':
      return [{ kind: 'exceptions', exceptions: [...assessment.exceptions, reply.exception] }];
    case 'done':
      return [];
  }
}
