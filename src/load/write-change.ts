import type { FileOrder } from '../domain/answer-order.ts';
import {
  type Assessment,
  type EquivalentMeasure,
  type Exception,
  type MeasurePlan,
  type SignOff,
  type Statement,
  saysNothing,
  signOffParts,
} from '../domain/assessment.ts';
import type { Change } from '../domain/with-change.ts';
import { type Spot, toFileValue, withoutValue, withValue } from './edit-assessment.ts';

/**
 * The text of an answer file with one change made. Given the same last word on everything, changes in any order give
 * the same text. `before`: what the file says without it.
 */
export function withChangeWritten(
  text: string,
  change: Change,
  { before, order }: { readonly before: Assessment; readonly order: FileOrder },
): string {
  const set = (current: string, spot: Spot, value: unknown) => withValue(current, spot, { value, order });
  switch (change.kind) {
    case 'subject': {
      const spot = ['subject', change.field] as const;
      return change.value === '' ? withoutValue(text, spot) : set(text, spot, change.value);
    }
    case 'answer':
      return set(text, ['answers', change.key], toFileValue(change.answer));
    case 'questionnaires': {
      const added = [...change.versions].reduce(
        (now, [id, version]) => set(now, ['questionnaires', id], version),
        text,
      );
      const dropped = [...before.questionnaires.keys()].filter((id) => !change.versions.has(id));
      return dropped.reduce((now, id) => withoutValue(now, ['questionnaires', id]), added);
    }
    case 'measure': {
      const spot = ['measures', change.requirement] as const;
      return saysNothing(change.plan) ? withoutValue(text, spot) : set(text, spot, filePlan(change.plan));
    }
    case 'equivalents':
      return withList(text, change.kind, { value: inOrder(change.equivalents, order).map(fileEquivalent), order });
    case 'exceptions':
      return withList(text, change.kind, { value: inOrder(change.exceptions, order).map(fileException), order });
    case 'sign-off':
      return signOffParts.reduce((now, part) => {
        const value = fileSignOff(change.signOff)[part];
        return value === undefined ? now : set(now, ['signOff', part], value);
      }, text);
  }
}

function withList(
  text: string,
  section: 'equivalents' | 'exceptions',
  list: { readonly value: readonly unknown[]; readonly order: FileOrder },
): string {
  return list.value.length === 0 ? withoutValue(text, [section]) : withValue(text, [section], list);
}

/** Records in the order of their requirements, those of one requirement by the day they start. */
function inOrder<T extends { readonly requirement: string; readonly from?: string }>(
  records: readonly T[],
  { measures }: FileOrder,
): readonly T[] {
  return records.toSorted(
    (one, other) =>
      measures.indexOf(one.requirement) - measures.indexOf(other.requirement) ||
      (one.from ?? '').localeCompare(other.from ?? ''),
  );
}

// Key by key, so that the order in the file is not that of whoever made the object.

function filePlan({ responsible, due, note }: MeasurePlan): MeasurePlan {
  return { ...(responsible && { responsible }), ...(due && { due }), ...(note && { note }) };
}

function fileEquivalent({ requirement, measure, evidence }: EquivalentMeasure): EquivalentMeasure {
  return { requirement, measure, evidence };
}

function fileException({ requirement, reason, approvedBy, from, until }: Exception): Exception {
  return { requirement, reason, approvedBy, from, until };
}

function fileSignOff({ opinion, decision, staffCouncil, nextReview }: SignOff): SignOff {
  return {
    ...(opinion && { opinion: fileStatement(opinion) }),
    ...(decision && { decision: fileStatement(decision) }),
    ...(staffCouncil && { staffCouncil: fileStatement(staffCouncil) }),
    ...(nextReview && { nextReview }),
  };
}

function fileStatement({ by, date, text }: Statement): Statement {
  return { ...(by && { by }), ...(date && { date }), ...(text && { text }) };
}
