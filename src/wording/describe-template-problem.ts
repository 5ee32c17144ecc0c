import type { TemplateProblem } from '../domain/template-problem.ts';
import { suggest } from './describe-issue.ts';
import type { Wording } from './wording.ts';

/** What is wrong with a template, and what to do about it. */
export function describeTemplateProblem(
  problem: TemplateProblem,
  { memo }: Wording,
): { readonly message: string; readonly hint: string } {
  const { problems, didYouMean, possible } = memo.template;
  switch (problem.kind) {
    case 'unknown-partial':
    case 'unknown-helper':
    case 'unused-partial': {
      const { name, known } = problem;
      return {
        message: problems[problem.kind].what(name),
        hint: suggest(name, [...known].sort(), didYouMean, possible),
      };
    }
    case 'unknown-name':
    case 'forbidden-name':
    case 'raw-output':
      return { message: problems[problem.kind].what(problem.name), hint: problems[problem.kind].hint };
    case 'out-of-place':
      return { message: problems[problem.kind].what(problem), hint: problems[problem.kind].hint };
    case 'unfit':
      return { message: problems.unfit.what(problem.message), hint: problems.unfit.hint };
    case 'syntax':
    case 'endless':
    case 'decorator':
    case 'misplaced':
      return { message: problems[problem.kind].what, hint: problems[problem.kind].hint };
  }
}
