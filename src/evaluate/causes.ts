import { type Answer, answerOn, hasExpired } from '../domain/answer.ts';
import type { Exception } from '../domain/assessment.ts';
import type { Cause, ProofsOnDay, Situation } from '../domain/difference.ts';
import type { DatedException } from '../domain/finding.ts';
import type { Question } from '../domain/question.ts';
import { type Questionnaire, requirementsOf } from '../domain/questionnaire.ts';
import { levelInVerdict } from '../domain/requirement.ts';
import { dated } from './to-finding.ts';

/**
 * Everything that differs between two situations and that an evaluation can read, each as one cause. Notes, plans, texts
 * and the versions that a file records change no finding and are none.
 */
export function causesBetween(old: Situation, now: Situation): readonly Cause[] {
  return [
    ...messengerCause(old, now),
    ...choiceCause(old, now),
    ...questionnaireCauses(old, now),
    ...questionCauses(old, now),
    ...bothKeys(now.assessment.answers, old.assessment.answers).flatMap((key) => answerCauses(key, old, now)),
    ...recordCauses(old, now),
  ];
}

function messengerCause(old: Situation, now: Situation): readonly Cause[] {
  const [from, to] = [old.assessment.subject.messenger, now.assessment.subject.messenger];
  return from === to ? [] : [{ kind: 'messenger', from, to }];
}

function choiceCause(old: Situation, now: Situation): readonly Cause[] {
  const [from, to] = [[...old.assessment.questionnaires.keys()], [...now.assessment.questionnaires.keys()]];
  return isSame([...from].sort(), [...to].sort()) ? [] : [{ kind: 'choice', from, to }];
}

function questionnaireCauses(old: Situation, now: Situation): readonly Cause[] {
  const [before, after] = [old.catalogue.questionnaires, now.catalogue.questionnaires];
  return bothKeys(after, before).flatMap((id) => {
    const [from, to] = [before.get(id), after.get(id)];
    if (isSame(from && judgedBy(from), to && judgedBy(to))) return [];
    return [{ kind: 'questionnaire', questionnaire: id, from: from?.version, to: to?.version }];
  });
}

/** What an evaluation reads of a questionnaire. */
function judgedBy(questionnaire: Questionnaire): unknown {
  const { binds, offeredWhen, extends: extension } = questionnaire;
  const rules = requirementsOf(questionnaire).map((requirement) => {
    const { id, each, appliesWhen, fulfilledWhen, partialWhen } = requirement;
    return {
      id,
      level: levelInVerdict(requirement),
      each,
      appliesWhen,
      fulfilledWhen,
      partialWhen,
      to: requirement.binds,
    };
  });
  return { binds, offeredWhen, base: extension?.base, raised: [...(extension?.raised ?? [])], rules };
}

/** One that is in one catalogue only is read by nobody in the other. */
function questionCauses(old: Situation, now: Situation): readonly Cause[] {
  const gatesOf = ({ askWhen, each }: Question) => ({ askWhen, each });
  return [...now.catalogue.questions.values()].flatMap((question) => {
    const before = old.catalogue.questions.get(question.id);
    if (before === undefined || isSame(gatesOf(before), gatesOf(question))) return [];
    return [{ kind: 'question', question: question.id }];
  });
}

function answerCauses(key: string, old: Situation, now: Situation): readonly Cause[] {
  const [from, to] = [old.assessment.answers.get(key), now.assessment.answers.get(key)];
  if (!isKnown(from) || !isKnown(to))
    return wholeAnswer(key, from && answerOn(old.date, from), to && answerOn(now.date, to));
  const [before, after] = [proofsOn(old.date, from), proofsOn(now.date, to)];
  return [
    ...(isSame(contentOf(from), contentOf(to)) ? [] : [{ kind: 'answer', key, from, to } as const]),
    ...(before.hasExpired === after.hasExpired ? [] : [{ kind: 'evidence', key, from: before, to: after } as const]),
  ];
}

/** An answer that is open on one side comes or goes with its evidence. */
function wholeAnswer(key: string, from: Answer | undefined, to: Answer | undefined): readonly Cause[] {
  return isSame(from && contentOf(from), to && contentOf(to)) ? [] : [{ kind: 'answer', key, from, to }];
}

function isKnown(answer: Answer | undefined): answer is Exclude<Answer, { state: 'unknown' }> {
  return answer !== undefined && answer.state !== 'unknown';
}

/** What an evaluation reads of an answer. */
function contentOf(answer: Answer): unknown {
  return answer.state === 'given' ? [answer.state, answer.value] : [answer.state];
}

function proofsOn(day: string, { evidence }: Answer): ProofsOnDay {
  return { proofs: evidence, hasExpired: evidence.some((proof) => hasExpired(proof, day)) };
}

function recordCauses(old: Situation, now: Situation): readonly Cause[] {
  const [before, after] = [recordsIn(old), recordsIn(now)];
  return [...new Set([...after.ids, ...before.ids])].flatMap((requirement): readonly Cause[] => {
    const [from, to] = [before.exceptionsFor(requirement), after.exceptionsFor(requirement)];
    const [had, has] = [before.equivalentFor(requirement), after.equivalentFor(requirement)];
    return [
      ...(from.some(isActive) === to.some(isActive) ? [] : [{ kind: 'exception', requirement, from, to } as const]),
      ...(had && !has ? [{ kind: 'equivalent', requirement, from: had, to: has } as const] : []),
      ...(has && !had ? [{ kind: 'equivalent', requirement, from: had, to: has } as const] : []),
    ];
  });
}

function recordsIn({ assessment: { exceptions, equivalents }, date }: Situation) {
  const isFor = (id: string) => (record: { readonly requirement: string }) => record.requirement === id;
  return {
    ids: [...exceptions, ...equivalents].map(({ requirement }) => requirement),
    exceptionsFor: (id: string) => exceptions.filter(isFor(id)).map((one: Exception) => dated(one, date)),
    equivalentFor: (id: string) => equivalents.find(isFor(id)),
  };
}

/** Whether an exception is in force. */
export function isActive({ state }: DatedException): boolean {
  return state === 'active';
}

/** The keys of two maps, each once; those of the first come first. */
export function bothKeys(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
