import { answerKey } from './answer.ts';
import { messengerQuestion, signOffParts, subjectFields } from './assessment.ts';
import type { Catalogue } from './catalogue.ts';
import { choicesOf, type Question } from './question.ts';
import { requirementsOf } from './questionnaire.ts';

/** The sections of an answer file, in order. */
export const fileSections = [
  'format',
  'subject',
  'questionnaires',
  'answers',
  'measures',
  'equivalents',
  'exceptions',
  'signOff',
] as const;

/** The sections that hold values by key. */
export type KeyedSection = 'subject' | 'questionnaires' | 'answers' | 'measures' | 'signOff';

/** The keys of each section in order, so that a file does not tell in which order somebody filled it in. */
export type FileOrder = Readonly<Record<KeyedSection, readonly string[]>>;

/** The order of an answer file: that of the interview, then of the rest of the catalogue. */
export function fileOrder(catalogue: Catalogue): FileOrder {
  const { questions, context, questionnaires } = catalogue;
  const [organisation, use, ...furtherFields] = subjectFields;
  const listed = [...questionnaires.values()].flatMap(({ sections }) =>
    sections.flatMap((section) => section.questions),
  );
  const ids = new Set([...context, ...listed, ...questions.keys()]);
  ids.delete(messengerQuestion);
  return {
    subject: ['date', organisation, use, messengerQuestion, ...furtherFields],
    questionnaires: [...questionnaires.keys()],
    answers: [...ids].flatMap((id) => answerKeysOf(questions.get(id), questions)),
    measures: [...questionnaires.values()].flatMap(requirementsOf).map((requirement) => requirement.id),
    signOff: signOffParts,
  };
}

/** The answer keys of a question: its id, or one for every choice of the question it is asked for. */
export function answerKeysOf(question: Question | undefined, questions: Catalogue['questions']): readonly string[] {
  if (question === undefined) return [];
  const asking = questions.get(question.each ?? '');
  return asking === undefined ? [question.id] : choicesOf(asking).map((choice) => answerKey(question.id, choice.id));
}

/**
 * Where a new key goes among those that are there: behind the nearest one before it, else first. One that has no place
 * in the order comes last.
 */
export function placeAmong(present: readonly string[], key: string, order: readonly string[]): number {
  if (!order.includes(key)) return present.length;
  const before = order.slice(0, order.indexOf(key)).findLast((one) => present.includes(one));
  return before === undefined ? 0 : present.indexOf(before) + 1;
}
