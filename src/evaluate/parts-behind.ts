import { questionOfKey } from '../domain/answer.ts';
import { messengerQuestion } from '../domain/assessment.ts';
import { questionsIn } from '../domain/condition.ts';
import type { Cause, Situation } from '../domain/difference.ts';
import type { Finding } from '../domain/finding.ts';
import { withGates } from '../domain/question.ts';
import { type Questionnaire, requirementsOf } from '../domain/questionnaire.ts';
import { questionsReadBy } from '../domain/requirement.ts';

/** The two situations that are compared. */
export interface Sides {
  readonly old: Situation;
  readonly now: Situation;
}

/** What a finding or verdict is made from, in the old catalogue or the new. */
export interface Parts {
  readonly questions: ReadonlySet<string>;
  readonly questionnaires: ReadonlySet<string>;
  readonly requirements: ReadonlySet<string>;
  /** The choice a finding is about. */
  readonly item?: string;
}

/** Whether a cause can matter to what is made from these parts. */
export function touches({ questions, questionnaires, requirements, item }: Parts): (cause: Cause) => boolean {
  return (cause) => {
    switch (cause.kind) {
      case 'answer':
      case 'evidence': {
        const isOfOther = item !== undefined && cause.key.includes('@') && !cause.key.endsWith(`@${item}`);
        return questions.has(questionOfKey(cause.key)) && !isOfOther;
      }
      case 'messenger':
        return questions.has(messengerQuestion);
      case 'question':
        return questions.has(cause.question);
      case 'questionnaire':
        return questionnaires.has(cause.questionnaire);
      case 'exception':
      case 'equivalent':
        return requirements.has(cause.requirement);
      case 'choice':
        return true;
    }
  };
}

/** What one finding is made from. A requirement is judged where its questionnaire is evaluated, or one that extends it. */
export function partsOfFinding({ questionnaire, requirement, item }: Finding, { old, now }: Sides): Parts {
  const { id } = requirement;
  const papers = inBoth(old, now).filter((one) => one.id === questionnaire || one.extends?.base === questionnaire);
  const rules = papers.flatMap(requirementsOf).filter((rule) => rule.id === id);
  return {
    questions: gatesInBoth([...rules.flatMap(questionsReadBy), ...papers.flatMap(offeredBy)], old, now),
    questionnaires: new Set(papers.map((paper) => paper.id)),
    requirements: new Set([id]),
    ...(item !== undefined && { item }),
  };
}

/** All findings on a requirement, with whether they bind. */
export function partsOfFindings(questionnaire: string, id: string, { old, now }: Sides): Parts {
  const papers = inBoth(old, now).filter((one) => one.id === questionnaire);
  const rules = papers.flatMap(requirementsOf).filter((rule) => rule.id === id);
  const binds = [...papers, ...rules].flatMap((one) => (one.binds === undefined ? [] : questionsIn(one.binds)));
  return {
    questions: gatesInBoth([...rules.flatMap(questionsReadBy), ...binds], old, now),
    questionnaires: new Set([questionnaire]),
    requirements: new Set([id]),
  };
}

/** A verdict counts the findings of its questionnaire and of the one it extends. */
export function partsOfQuestionnaire(id: string, { old, now }: Sides): Parts {
  const all = inBoth(old, now);
  const bases = all.filter((one) => one.id === id).flatMap((one) => (one.extends ? [one.extends.base] : []));
  const counted = all.filter((one) => one.id === id || bases.includes(one.id));
  const papers = all.filter((one) => counted.includes(one) || counted.some((base) => base.id === one.extends?.base));
  const rules = counted.flatMap(requirementsOf);
  return {
    questions: gatesInBoth([...rules.flatMap(questionsReadBy), ...papers.flatMap(offeredBy)], old, now),
    questionnaires: new Set(papers.map((paper) => paper.id)),
    requirements: new Set(rules.map((rule) => rule.id)),
  };
}

function inBoth(old: Situation, now: Situation): readonly Questionnaire[] {
  return [old, now].flatMap(({ catalogue }) => [...catalogue.questionnaires.values()]);
}

function offeredBy({ offeredWhen }: Questionnaire): readonly string[] {
  return offeredWhen === undefined ? [] : questionsIn(offeredWhen);
}

/** Gates of one catalogue may be asked on questions of the other while causes are mixed. */
function gatesInBoth(ids: readonly string[], old: Situation, now: Situation): ReadonlySet<string> {
  let found: ReadonlySet<string> = new Set(ids);
  for (let size = -1; size < found.size; ) {
    size = found.size;
    found = withGates([...withGates([...found], old.catalogue.questions)], now.catalogue.questions);
  }
  return found;
}
