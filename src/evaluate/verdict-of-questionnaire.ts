import { findingsFor } from '../domain/evaluation.ts';
import type { Finding } from '../domain/finding.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import type { Requirement } from '../domain/requirement.ts';
import type { Truth } from '../domain/truth.ts';
import type { BindingPart, QuestionnaireVerdict } from '../domain/verdict.ts';
import { verdictOf } from './verdicts.ts';

/** What is known of a questionnaire before its findings count. */
export type QuestionnaireScope = Omit<QuestionnaireVerdict, 'verdict' | 'decidedBy' | 'parts'>;

/** What the findings of a questionnaire come to, and those of the one it extends. */
export function verdictOfQuestionnaire(
  scope: QuestionnaireScope,
  questionnaire: Questionnaire,
  findings: readonly Finding[],
): QuestionnaireVerdict {
  const counting = findingsFor(questionnaire, findings);
  const raised = questionnaire.extends?.raised;
  const verdict = { ...scope, ...verdictOf(counting, raised) };
  if (!counting.some((finding) => addressedBy(questionnaire, finding) !== undefined)) return verdict;
  const parts = [...groupByAddressee(questionnaire, counting).values()].flatMap((part): readonly BindingPart[] => {
    const addressed = addressedBy(questionnaire, part[0]);
    if (addressed === 'false') return [];
    const binding = addressed === 'unknown' ? 'unclear' : 'binds';
    return [{ binding, ...verdictOf(part, raised) }];
  });
  return { ...verdict, parts };
}

/** The findings of demands that address everybody, and of each kind of those that address fewer. */
function groupByAddressee(
  questionnaire: Questionnaire,
  findings: readonly Finding[],
): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const isNarrower = addressedBy(questionnaire, finding) !== undefined;
    const key = isNarrower ? addresseesOf(finding.requirement) : '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return groups;
}

const addressees = new WeakMap<Requirement, string>();

/** Whom a requirement addresses, the same text for the same condition. Requirements never change. */
function addresseesOf(requirement: Requirement): string {
  const known = addressees.get(requirement) ?? JSON.stringify(requirement.binds);
  addressees.set(requirement, known);
  return known;
}

/** What a questionnaire takes over from the one it extends binds as it does itself. */
function addressedBy({ id }: Questionnaire, finding: Finding | undefined): Truth | undefined {
  return finding?.questionnaire === id ? finding.addressed?.truth : undefined;
}
