import type { Assessment, MeasurePlan } from '../domain/assessment.ts';
import type { Finding } from '../domain/finding.ts';
import type { Language } from '../domain/language.ts';
import { formatDay } from '../wording/format-day.ts';
import type { ReportMeasure } from './report.ts';

type Plans = readonly (MeasurePlan & { readonly requirement: string })[];

/** What is planned for a measure, as one answer where all plans agree, else with the requirements of each. */
export function describePlans(
  findings: readonly Finding[],
  { assessment, language }: { readonly assessment: Assessment; readonly language: Language },
): Pick<ReportMeasure, 'responsible' | 'due' | 'note' | 'plans'> {
  // A requirement judged for several choices is planned for once.
  const ids = [...new Set(findings.map(({ requirement }) => requirement.id))];
  const plans: Plans = ids.flatMap((requirement) => {
    const plan = assessment.measures.get(requirement);
    return plan === undefined ? [] : [{ requirement, ...plan }];
  });
  return {
    responsible: together(plans, ({ responsible }) => responsible),
    due: together(plans, ({ due }) => due && formatDay(due, language)),
    note: together(plans, ({ note }) => note),
    plans: plans.map(({ requirement, responsible = null, due, note = null }) => ({
      requirement,
      responsible,
      due: due === undefined ? null : { id: due, label: formatDay(due, language) },
      note,
    })),
  };
}

function together(plans: Plans, textOf: (plan: MeasurePlan) => string | undefined): string | null {
  const idsByText = new Map<string, string[]>();
  for (const plan of plans) {
    const text = textOf(plan);
    if (text) idsByText.set(text, [...(idsByText.get(text) ?? []), plan.requirement]);
  }
  if (idsByText.size === 0) return null;
  const told = [...idsByText].map(([text, ids]) => (idsByText.size === 1 ? text : `${text} (${ids.join(', ')})`));
  return told.join('; ');
}
