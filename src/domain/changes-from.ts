import type { Answer, Answers } from './answer.ts';
import {
  type Assessment,
  type Exception,
  messengerQuestion,
  type SignOff,
  type Subject,
  signOffParts,
  subjectFields,
} from './assessment.ts';
import type { Change } from './with-change.ts';

/** Two answers to one question, of which only one can stand. */
export interface Conflict {
  /** Answer key. */
  readonly key: string;
  readonly here: Answer;
  readonly there: Answer;
}

/** What there is to take over from another assessment. */
export interface TakeOver {
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
}

/**
 * What a form that somebody filled in adds to an assessment: all that is not in it yet. Where both have an answer, or
 * name a messenger, what is there already stays and the difference is a conflict; an answer that was not known gives
 * way to one that is, and leaves its note. Papers are taken only where none were chosen: others would change the
 * verdict.
 */
export function changesFrom(form: Assessment, into: Assessment): TakeOver {
  const isChosen = into.questionnaires.size > 0 || form.questionnaires.size === 0;
  const filled = [...form.answers].filter(([key, there]) => givesWay(into.answers.get(key), there));
  return {
    changes: [
      ...subjectChanges(form.subject, into.subject),
      ...(isChosen ? [] : [{ kind: 'questionnaires', versions: form.questionnaires } as const]),
      ...filled.map(
        ([key, there]) => ({ kind: 'answer', key, answer: withNote(there, into.answers.get(key)) }) as const,
      ),
      ...[...form.measures]
        .filter(([requirement]) => !into.measures.has(requirement))
        .map(([requirement, plan]) => ({ kind: 'measure', requirement, plan }) as const),
      ...recordChanges(form, into),
      ...signOffChanges(form.signOff ?? {}, into.signOff ?? {}),
    ],
    conflicts: conflictsBetween(withMessenger(form), withMessenger(into)),
  };
}

function subjectChanges(form: Subject, into: Subject): readonly Change[] {
  return (['date', messengerQuestion, ...subjectFields] as const).flatMap((field) => {
    const value = form[field];
    return value === undefined || into[field] !== undefined ? [] : [{ kind: 'subject', field, value } as const];
  });
}

function recordChanges(form: Assessment, into: Assessment): readonly Change[] {
  // One equivalent measure counts for a requirement, but any number of exceptions, one after the other.
  const hasOne = new Set(into.equivalents.map(({ requirement }) => requirement));
  const equivalents = form.equivalents.filter(({ requirement }) => !hasOne.has(requirement));
  const known = new Set(into.exceptions.map(identify));
  const exceptions = form.exceptions.filter((exception) => !known.has(identify(exception)));
  return [
    ...(equivalents.length === 0
      ? []
      : [{ kind: 'equivalents', equivalents: [...into.equivalents, ...equivalents] } as const]),
    ...(exceptions.length === 0
      ? []
      : [{ kind: 'exceptions', exceptions: [...into.exceptions, ...exceptions] } as const]),
  ];
}

function signOffChanges(form: SignOff, into: SignOff): readonly Change[] {
  const added = signOffParts.filter((part) => form[part] !== undefined && into[part] === undefined);
  const signOff = Object.fromEntries(added.map((part) => [part, form[part]]));
  return added.length === 0 ? [] : [{ kind: 'sign-off', signOff }];
}

function identify({ requirement, reason, approvedBy, from, until }: Exception): string {
  return JSON.stringify([requirement, reason, approvedBy, from, until]);
}

/** Whether an answer is as good as none beside another one. With evidence, somebody has to look at both. */
function givesWay(here: Answer | undefined, there: Answer): boolean {
  if (here === undefined) return true;
  return here.state === 'unknown' && here.evidence.length === 0 && there.state !== 'unknown';
}

function withNote(there: Answer, here: Answer | undefined): Answer {
  const notes = new Set([here?.note, there.note].filter((note) => note !== undefined));
  return notes.size === 0 ? there : { ...there, note: [...notes].join('\n') };
}

/** The messenger is a question like others, only that its answer names what is assessed. */
function withMessenger({ subject: { messenger }, answers }: Assessment): Answers {
  if (messenger === undefined) return answers;
  return new Map([[messengerQuestion, { state: 'given', value: messenger, evidence: [] }], ...answers]);
}

function conflictsBetween(form: Answers, into: Answers): readonly Conflict[] {
  return [...form].flatMap(([key, there]) => {
    const here = into.get(key);
    return here === undefined || givesWay(here, there) || isSame(here, there) ? [] : [{ key, here, there }];
  });
}

function isSame(one: Answer, other: Answer): boolean {
  const [here, there] = [one, other].map((answer) =>
    JSON.stringify([
      answer.state,
      answer.state === 'given' ? answer.value : answer.reason,
      answer.note,
      answer.origin,
      answer.evidence.map(({ text, date, validUntil }) => [text, date, validUntil]),
    ]),
  );
  return here === there;
}
