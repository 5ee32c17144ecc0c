import { type Answer, isOpen, itemOfKey, questionOfKey } from '../domain/answer.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { type Cause, isByDateOnly } from '../domain/difference.ts';
import { existing } from '../domain/existing.ts';
import type { Language } from '../domain/language.ts';
import { choicesOf } from '../domain/question.ts';
import { messengerName } from '../wording/describe-fact.ts';
import { formatDay } from '../wording/format-day.ts';
import type { Wording } from '../wording/wording.ts';
import { answerText, questionText } from './describe-answer.ts';

/** What is needed to put a cause into words. */
export interface CauseTelling {
  readonly old: Catalogue;
  readonly now: Catalogue;
  readonly language: Language;
  readonly words: Wording;
}

/** A cause as a clause that can follow “because”. */
export function describeCause(cause: Cause, telling: CauseTelling): string {
  const { language, words } = telling;
  const { causes } = words.diff;
  switch (cause.kind) {
    case 'answer':
      return describeChangedAnswer(cause, telling);
    case 'evidence':
      return describeEvidence(cause, telling);
    case 'exception':
      return describeException(cause, telling);
    case 'equivalent':
      return cause.to === undefined
        ? causes.equivalentRemoved(cause.requirement, words.conditions.quoted(cause.from.measure))
        : causes.equivalentAdded(cause.requirement, words.conditions.quoted(cause.to.measure));
    case 'choice':
      return causes.choice(titlesOf(cause.from, telling), titlesOf(cause.to, telling));
    case 'messenger':
      return causes.messenger(
        messengerIn(telling.old, cause.from, telling),
        messengerIn(telling.now, cause.to, telling),
      );
    case 'questionnaire':
      return describeQuestionnaire(cause, telling);
    case 'question':
      return causes.question(words.conditions.quoted(existing(telling.now.questions, cause.question).text[language]));
  }
}

/** The same without what it was before and is now; `undefined` where the clause is as short as that already. */
export function nameCause(cause: Cause, telling: CauseTelling): string | undefined {
  const { causes } = telling.words.diff;
  if (cause.kind === 'choice') return causes.choiceShort;
  if (cause.kind !== 'answer') return undefined;
  const name = nameOfKey(cause.key, telling);
  if (cause.to === undefined) return causes.goneShort(name);
  if (isOpen(cause.from)) return isOpen(cause.to) ? undefined : causes.answeredShort(name);
  return isOpen(cause.to) ? causes.notKnownShort(name) : causes.answerShort(name);
}

function describeChangedAnswer(cause: Extract<Cause, { kind: 'answer' }>, telling: CauseTelling): string {
  const { key, from, to } = cause;
  const { causes } = telling.words.diff;
  const name = nameOfKey(key, telling);
  const [one, other] = [from?.state === 'given' && from.value, to?.state === 'given' && to.value];
  if (typeof one === 'object' && typeof other === 'object') {
    const [added, removed] = [except(other, one), except(one, other)];
    return causes.choices(name, textsIn(telling.now, key, added, telling), textsIn(telling.old, key, removed, telling));
  }
  const [before, after] = [answerIn(telling.old, key, from, telling), answerIn(telling.now, key, to, telling)];
  if (isOpen(from)) {
    return isOpen(to) ? causes.stillOpen(name, before, after) : causes.answered(name, after, causes.before(before));
  }
  if (to === undefined) return causes.gone(name, before);
  return to.state === 'unknown' ? causes.notKnown(name, before, after) : causes.answer(name, before, after);
}

function except(ids: readonly string[], others: readonly string[]): readonly string[] {
  return ids.filter((id) => !others.includes(id));
}

/** Choices as their own side has them: the other may not know them. */
function textsIn(
  { questions }: Catalogue,
  key: string,
  ids: readonly string[],
  { language, words }: CauseTelling,
): readonly string[] {
  return choicesOf(existing(questions, questionOfKey(key)))
    .filter(({ id }) => ids.includes(id))
    .map((choice) => words.conditions.quoted(choice.text[language]));
}

/** An answer as its own side has it, in quotes where somebody gave it. */
function answerIn(
  { questions }: Catalogue,
  key: string,
  answer: Answer | undefined,
  { language, words }: CauseTelling,
): string {
  if (answer === undefined) return words.diff.absent;
  const text = answerText(answer, { question: existing(questions, questionOfKey(key)) }, { language, words });
  return answer.state === 'unknown' ? text : words.conditions.quoted(text);
}

function describeEvidence(cause: Extract<Cause, { kind: 'evidence' }>, telling: CauseTelling): string {
  const { causes } = telling.words.diff;
  const { key, to } = cause;
  const name = nameOfKey(key, telling);
  if (!to.hasExpired) return isByDateOnly(cause) ? causes.stillValid(name) : causes.renewed(name);
  const { language, words } = telling;
  const dated = to.proofs.flatMap(({ text, validUntil: day }) => (day === undefined ? [] : [{ text, day }]));
  const first = dated.reduce((one, other) => (other.day < one.day ? other : one));
  const describe = isByDateOnly(cause) ? causes.expired : causes.expiredNew;
  return describe(name, words.conditions.quoted(first.text), formatDay(first.day, language));
}

function describeException(
  { requirement, from, to }: Extract<Cause, { kind: 'exception' }>,
  { language, words }: CauseTelling,
): string {
  const { causes } = words.diff;
  const active = to.find(({ state }) => state === 'active');
  const day = (text: string) => formatDay(text, language);
  if (active !== undefined) {
    return causes.exceptionBegan(requirement, active.approvedBy, day(active.from), day(active.until));
  }
  const expired = (all: typeof from) => all.filter(({ state }) => state === 'expired').map(({ until }) => until);
  // One that had ended before is not the one that was in force.
  const last = [...except(expired(to), expired(from))].sort().at(-1);
  if (last !== undefined) return causes.exceptionEnded(requirement, day(last));
  const later = to.find(({ state }) => state === 'not-yet');
  if (later !== undefined) return causes.exceptionStarts(requirement, day(later.from));
  return causes.exceptionRemoved(requirement);
}

function describeQuestionnaire(
  { questionnaire: id, from, to }: Extract<Cause, { kind: 'questionnaire' }>,
  telling: CauseTelling,
): string {
  const { causes } = telling.words.diff;
  const title = titleOf(id, telling);
  if (to === undefined) return causes.questionnaireRemoved(title);
  if (from === undefined) return causes.questionnaireAdded(title, to);
  return from === to ? causes.questionnaireRevised(title, to) : causes.questionnaire(title, from, to);
}

function nameOfKey(key: string, { language, words, old, now }: CauseTelling): string {
  const catalogue = now.questions.has(questionOfKey(key)) ? now : old;
  const question = existing(catalogue.questions, questionOfKey(key));
  return words.conditions.quoted(questionText(question, itemOfKey(key), { catalogue, language }));
}

/** The title of a questionnaire in quotes, also of one that is gone. */
export function titleOf(id: string, { old, now, language, words }: CauseTelling): string {
  return words.conditions.quoted((now.questionnaires.get(id) ?? existing(old.questionnaires, id)).title[language]);
}

function titlesOf(ids: readonly string[], telling: CauseTelling): string {
  if (ids.length === 0) return telling.words.diff.allConcerning;
  return ids.map((id) => titleOf(id, telling)).join('; ');
}

function messengerIn(catalogue: Catalogue, id: string | undefined, { language, words }: CauseTelling): string {
  return id === undefined
    ? words.diff.noMessenger
    : words.conditions.quoted(messengerName({ id }, catalogue, language));
}
