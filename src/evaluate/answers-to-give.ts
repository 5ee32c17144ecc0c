import { type Answer, selectionIn } from '../domain/answer.ts';
import { existingAt } from '../domain/existing.ts';
import type { AnswerToGive } from '../domain/reasoning.ts';
import type { Solution } from './formula.ts';
import type { Formulation } from './variables.ts';

/** What some values of variables mean, answer by answer. */
export function answersToGive(values: Solution, { variables }: Formulation): readonly AnswerToGive[] {
  const found = new Map<string, AnswerToGive>();
  for (const [number, value] of values) {
    const variable = existingAt(variables, number);
    const { key } = variable;
    const before = found.get(key);
    const selection = before?.kind === 'selection' ? before : { including: [], excluding: [] };
    if (variable.kind === 'answer') {
      found.set(key, { kind: 'one-of', key, answers: existingAt(variable.options, value) });
    } else if (variable.kind === 'not-applicable') {
      if (value === 1) found.set(key, { kind: 'one-of', key, answers: [notApplicable] });
      else found.set(key, { kind: 'selection', key, ...selection });
    } else if (before?.kind !== 'one-of') {
      const including = value === 1 ? [...selection.including, variable.choices] : selection.including;
      const excluding = value === 1 ? selection.excluding : [...selection.excluding, ...variable.choices];
      found.set(key, { kind: 'selection', key, including, excluding });
    }
  }
  return [...found.values()];
}

const notApplicable: Answer = { state: 'not-applicable', reason: '', evidence: [] };

/** One answer that does what is asked for; of a selection, the one there was, with no more changed than need be. */
export function exampleOf(toGive: AnswerToGive, before?: Answer): Answer {
  if (toGive.kind === 'one-of') return existingAt(toGive.answers, 0);
  const chosen = selectionIn(before);
  const added = toGive.including.flatMap((group) => (group.some((id) => chosen.includes(id)) ? [] : group.slice(0, 1)));
  const value = [...chosen, ...added].filter((id) => !toGive.excluding.includes(id));
  return { state: 'given', value, evidence: [] };
}
