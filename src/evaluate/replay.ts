import { type Answer, answerOn, isOpen, type Proof } from '../domain/answer.ts';
import type { Assessment, Exception } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Cause, Situation } from '../domain/difference.ts';
import { existing } from '../domain/existing.ts';
import { bothKeys, isActive } from './causes.ts';
import { dated } from './to-finding.ts';

/** Has expired on any day. */
const expired: Proof = { text: '', validUntil: '0000-01-01' };

/**
 * The old situation with some of the causes that lead to the new one, as a function of these. Only for evaluating: proofs
 * and exceptions in it stand for whether they count, so that each can be of the old day or of the new one.
 */
export function replayOf(old: Situation, now: Situation): (causes: readonly Cause[]) => Situation {
  const start = frozen(old);
  const catalogues = new Map<string, Catalogue>();
  return (causes) => {
    const key = causes.flatMap((cause) => nameInCatalogue(cause) ?? []).join(' ');
    const catalogue = catalogues.get(key) ?? mixedCatalogue(old.catalogue, now.catalogue, causes);
    catalogues.set(key, catalogue);
    return {
      catalogue,
      assessment: causes.reduce((soFar, cause) => withCause(soFar, cause, now), start),
      date: now.date,
    };
  };
}

/** What a cause changes in the catalogue, if anything. */
function nameInCatalogue(cause: Cause): string | undefined {
  switch (cause.kind) {
    case 'questionnaire':
      return `questionnaire:${cause.questionnaire}`;
    case 'question':
      return `question:${cause.question}`;
    default:
      return undefined;
  }
}

/** The assessment with proofs and exceptions that count, or not, on any day as they do on the day of the situation. */
function frozen({ assessment, date }: Situation): Assessment {
  const { answers, exceptions } = assessment;
  const active = exceptions.filter((exception) => isActive(dated(exception, date)));
  return {
    ...assessment,
    answers: new Map([...answers].map(([key, answer]) => [key, withProofs(answer, isExpired(answer, date))])),
    exceptions: active.map(always),
  };
}

function isExpired(answer: Answer, day: string): boolean {
  return answer.state !== 'unknown' && answerOn(day, answer).state === 'unknown';
}

function withProofs(answer: Answer, hasExpired: boolean): Answer {
  return { ...answer, evidence: hasExpired ? [expired] : [] };
}

function always(exception: Exception): Exception {
  return { ...exception, from: '0000-01-01', until: '9999-12-31' };
}

/** Causes commute: each touches something else, and the order changes nothing. */
function withCause(assessment: Assessment, cause: Cause, now: Situation): Assessment {
  const { answers, equivalents, exceptions } = assessment;
  switch (cause.kind) {
    case 'messenger': {
      const { messenger: _, ...subject } = assessment.subject;
      return { ...assessment, subject: { ...subject, ...(cause.to !== undefined && { messenger: cause.to }) } };
    }
    case 'choice':
      return { ...assessment, questionnaires: now.assessment.questionnaires };
    case 'answer':
      return { ...assessment, answers: withAnswer(answers, cause) };
    case 'evidence': {
      const answer = withProofs(existing(answers, cause.key), cause.to.hasExpired);
      return { ...assessment, answers: new Map(answers).set(cause.key, answer) };
    }
    case 'equivalent': {
      const others = equivalents.filter(({ requirement }) => requirement !== cause.requirement);
      return { ...assessment, equivalents: cause.to === undefined ? others : [...others, cause.to] };
    }
    case 'exception': {
      const others = exceptions.filter(({ requirement }) => requirement !== cause.requirement);
      return { ...assessment, exceptions: [...others, ...cause.to.filter(isActive).map(always)] };
    }
    case 'questionnaire':
    case 'question':
      return assessment;
  }
}

/** What is open on one side stands there without proofs; otherwise those of the old answer stay, see `evidence`. */
function withAnswer(
  answers: Assessment['answers'],
  { key, from, to }: Extract<Cause, { kind: 'answer' }>,
): Assessment['answers'] {
  const result = new Map(answers);
  if (to === undefined) result.delete(key);
  else if (isOpen(from) || isOpen(to)) result.set(key, withProofs(to, false));
  else result.set(key, { ...to, evidence: existing(answers, key).evidence });
  return result;
}

/** Questions of both, so that every questionnaire finds those it reads. */
function mixedCatalogue(old: Catalogue, now: Catalogue, causes: readonly Cause[]): Catalogue {
  const questions = new Map([...now.questions, ...old.questions]);
  const replaced = new Set<string>();
  for (const cause of causes) {
    const question = cause.kind === 'question' ? now.questions.get(cause.question) : undefined;
    if (question !== undefined) questions.set(question.id, question);
    if (cause.kind === 'questionnaire') replaced.add(cause.questionnaire);
  }
  const questionnaires = new Map(
    bothKeys(now.questionnaires, old.questionnaires).flatMap((id) => {
      const questionnaire = (replaced.has(id) ? now : old).questionnaires.get(id);
      return questionnaire === undefined ? [] : [[id, questionnaire] as const];
    }),
  );
  return { ...now, questions, questionnaires };
}
