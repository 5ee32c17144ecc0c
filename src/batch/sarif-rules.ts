import type { Catalogue } from '../domain/catalogue.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import { requirementsOf } from '../domain/questionnaire.ts';
import type { Level, Requirement } from '../domain/requirement.ts';
import type { BatchContext } from './batch-format.ts';

export type SarifLevel = 'none' | 'note' | 'warning' | 'error';

/** How grave it is to violate a requirement of a level. */
export const sarifLevels: Readonly<Record<Level, SarifLevel>> = { must: 'error', should: 'warning', may: 'note' };

/** Rules beside the requirements: what can be said of a file as a whole. */
const fileRules = ['unreadable-file', 'nothing-evaluated'] as const;
export type FileRule = (typeof fileRules)[number];

/** Every requirement of the catalogue as a rule, then the rules on files. */
export function sarifRules(context: BatchContext): readonly object[] {
  const papers = [...context.catalogue.questionnaires.values()];
  return [
    ...papers.flatMap((paper) => requirementsOf(paper).map((requirement) => ruleOf(requirement, paper, context))),
    ...fileRules.map((id) => fileRule(id, context)),
  ];
}

const indexes = new WeakMap<Catalogue, ReadonlyMap<string, number>>();

/** Where a rule stands in the list. */
export function ruleIndex(id: string, catalogue: Catalogue): number {
  const known = indexes.get(catalogue) ?? indexOf(catalogue);
  indexes.set(catalogue, known);
  return known.get(id) ?? -1;
}

function indexOf({ questionnaires }: Catalogue): ReadonlyMap<string, number> {
  const requirements = [...questionnaires.values()].flatMap(requirementsOf).map(({ id }) => id);
  return new Map([...requirements, ...fileRules].map((id, at) => [id, at]));
}

function ruleOf(requirement: Requirement, paper: Questionnaire, { catalogue, language }: BatchContext): object {
  const { id, title, finding, measure, basis, level, checked, sources, law, ref } = requirement;
  const source = catalogue.sources.get(sources[0] ?? '') ?? catalogue.sources.get(paper.source);
  return {
    id,
    name: title[language],
    shortDescription: { text: sarifText(title[language]) },
    fullDescription: { text: sarifText(`${finding[language]} ${basis[language]}`) },
    help: { text: sarifText(measure[language]) },
    ...(source && URL.canParse(source.url) && { helpUri: new URL(source.url).href }),
    defaultConfiguration: { level: sarifLevels[level] },
    properties: {
      questionnaire: paper.id,
      level,
      checked,
      ref: ref[language],
      law: law.map((one) => one[language]),
      tags: [paper.id],
    },
  };
}

function fileRule(id: FileRule, { words }: BatchContext): object {
  const { unreadable, nothingEvaluated } = words.batch;
  const { title, what, measure } = id === 'unreadable-file' ? unreadable : nothingEvaluated;
  return {
    id,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: what },
    help: { text: measure },
    defaultConfiguration: { level: id === 'unreadable-file' ? 'error' : 'none' },
  };
}

/** As SARIF wants plain text: braces are placeholders, and `[text](target)` is a link. */
export function sarifText(text: string): string {
  return text.replaceAll(/[{}]/g, '$&$&').replaceAll('](', '] (');
}
