import { type Answer, type AnswerValue, answerKey, type Proof, typedReasons } from '../domain/answer.ts';
import { messengerQuestion } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { InputIssue } from '../domain/input-issue.ts';
import { choiceIds, type Question } from '../domain/question.ts';
import type { Reader } from './reader.ts';

/**
 * The answers that fit their questions. What fits none, because a question or choice is not known, goes to `misfits`:
 * the issues of the file, or its warnings where the file is older than the questionnaire. A value that its question does
 * not offer any more is unknown; note and evidence stay with it.
 */
export function readAnswers(
  reader: Reader,
  { questions }: Catalogue,
  misfits: InputIssue[],
): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const [key, value, keyReader] of reader.isFilled() ? reader.entries() : []) {
    const before = misfits.length;
    const question = questionOf(key, keyReader.into(misfits), questions);
    // An empty value is an answer that somebody has yet to write: absent.
    if (question === undefined || misfits.length > before || !value.isFilled()) continue;
    const read = readAnswer(value, question, misfits);
    const isEmpty = misfits.length === before && isEmptySelection(read, question);
    const answer = isEmpty ? whatIsLeft(read) : read;
    if (answer === undefined) continue;
    // The very string of the catalogue is found faster, when conditions read it, than another of the same letters.
    answers.set(
      key === question.id ? question.id : key,
      misfits.length === before ? answer : { ...answer, state: 'unknown', reason: 'no-longer-fits' },
    );
  }
  return answers;
}

/** Nothing ticked where something must hold. Nobody has answered that. */
function isEmptySelection(answer: Answer, question: Question): boolean {
  if (question.kind !== 'choices' || !question.atLeastOne || answer.state !== 'given') return false;
  return typeof answer.value === 'object' && answer.value.length === 0;
}

/** What stands beside an answer that says nothing. */
function whatIsLeft({ evidence, note, origin }: Answer): Answer | undefined {
  if (evidence.length === 0 && note === undefined) return undefined;
  const record = { evidence, ...(note !== undefined && { note }), ...(origin !== undefined && { origin }) };
  return { state: 'unknown', reason: 'not-known-yet', ...record };
}

function questionOf(key: string, reader: Reader, questions: Catalogue['questions']): Question | undefined {
  const [id = '', item] = key.includes('@') ? key.split('@', 2) : [key];
  const question = id === messengerQuestion ? undefined : questions.get(id);
  if (question === undefined) {
    const known = [...questions.keys()].filter((known) => known !== messengerQuestion);
    reader.report({ kind: 'unknown-id', noun: 'question', id: key, known });
    return undefined;
  }
  const each = question.each === undefined ? undefined : questions.get(question.each);
  if (each === undefined) {
    if (key !== id) reader.report({ kind: 'item-not-expected', question: id });
  } else if (item === undefined) {
    reader.report({ kind: 'item-needed', question: id, each: each.id });
  } else if (!choiceIds(each).includes(item)) {
    const known = choiceIds(each).map((choice) => answerKey(id, choice));
    reader.report({ kind: 'not-one-of', expected: known, found: key });
  }
  return question;
}

function readAnswer(reader: Reader, question: Question, misfits: InputIssue[]): Answer {
  if (!reader.is('mapping')) {
    return { state: 'given', value: readValue(reader.into(misfits), question), evidence: [] };
  }
  const states = ['value', 'unknown', 'notApplicable'] as const;
  const keys = reader.keys([], [...states, 'note', 'evidence', 'origin']);
  if (states.filter((state) => keys[state] !== undefined).length !== 1) {
    reader.report({ kind: 'exactly-one-of', keys: states });
  }
  const record = {
    evidence: keys.evidence?.list(readProof) ?? [],
    ...(keys.note && { note: keys.note.string() }),
    ...(keys.origin && { origin: keys.origin.string() }),
  };
  if (keys.unknown) return { state: 'unknown', reason: keys.unknown.oneOf(typedReasons), ...record };
  if (keys.notApplicable) {
    const problem = { kind: 'not-applicable-not-allowed', question: question.id } as const;
    if (!question.allowsNotApplicable) keys.notApplicable.report(problem);
    return { state: 'not-applicable', reason: keys.notApplicable.string(), ...record };
  }
  return { state: 'given', value: keys.value ? readValue(keys.value.into(misfits), question) : '', ...record };
}

/** The value of an answer, as its question wants it. */
export function readValue(reader: Reader, question: Question): AnswerValue {
  switch (question.kind) {
    case 'choice':
      return reader.oneOf(choiceIds(question));
    case 'choices':
      return readSelection(reader, choiceIds(question));
    case 'text':
      return reader.string();
    case 'number':
      return reader.number();
    case 'date':
      return reader.day();
  }
}

function readSelection(reader: Reader, choices: readonly string[]): readonly string[] {
  const chosen = new Set<string>();
  reader.list((item) => {
    const known = item.isOneOf(choices);
    const id = item.oneOf(choices);
    // What stands in for an unknown one is not there a second time.
    if (known && chosen.has(id)) item.report({ kind: 'chosen-twice', found: id });
    if (known) chosen.add(id);
  });
  // In the order of the question, so that the order of ticking changes nothing.
  return choices.filter((choice) => chosen.has(choice));
}

function readProof(reader: Reader): Proof {
  const keys = reader.keys(['text'], ['date', 'validUntil']);
  return {
    text: keys.text.string(),
    ...(keys.date && { date: keys.date.day() }),
    ...(keys.validUntil && { validUntil: keys.validUntil.day() }),
  };
}
