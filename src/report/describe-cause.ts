import { type Answer, questionOfKey } from '../domain/answer.ts';
import { messengerQuestion } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { type Cause, isByDateOnly } from '../domain/difference.ts';
import type { Language } from '../domain/language.ts';
import { choicesOf, type Question } from '../domain/question.ts';
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
    case 'equivalent': {
      const describe = cause.to === undefined ? causes.equivalentRemoved : causes.equivalentAdded;
      return describe(cause.requirement, (cause.to ?? cause.from)?.measure ?? '');
    }
    case 'choice':
      return causes.choice(titlesOf(cause.from, telling), titlesOf(cause.to, telling));
    case 'messenger':
      return causes.messenger(messengerName(cause.from, telling), messengerName(cause.to, telling));
    case 'questionnaire':
      return describeQuestionnaire(cause, telling);
    case 'question':
      return causes.question(telling.now.questions.get(cause.question)?.text[language] ?? cause.question);
  }
}

function describeChangedAnswer({ key, from, to }: Extract<Cause, { kind: 'answer' }>, telling: CauseTelling): string {
  const { language, words, old, now } = telling;
  const question = questionIn(key, telling);
  const text = nameOfKey(key, telling);
  if (question === undefined) throw new Error(`the answer ${key} belongs to no question`);
  const [one, other] = [from?.state === 'given' && from.value, to?.state === 'given' && to.value];
  if (typeof one === 'object' && typeof other === 'object') {
    const texts = (ids: readonly string[], without: readonly string[]) =>
      choicesOf(question)
        .filter(({ id }) => ids.includes(id) && !without.includes(id))
        .map((choice) => choice.text[language]);
    return words.diff.causes.choices(text, texts(other, one), texts(one, other));
  }
  const before = answerText(from, { question: old.questions.get(question.id) ?? question }, telling);
  const after = answerText(to, { question: now.questions.get(question.id) ?? question }, telling);
  const { causes } = words.diff;
  if (isOpen(from)) return isOpen(to) ? causes.stillOpen(text, before, after) : causes.answered(text, after, before);
  if (to === undefined) return causes.gone(text, before);
  return to.state === 'unknown' ? causes.notKnown(text, before, after) : causes.answer(text, before, after);
}

function isOpen(answer: Answer | undefined): boolean {
  return answer === undefined || answer.state === 'unknown';
}

function describeEvidence(cause: Extract<Cause, { kind: 'evidence' }>, telling: CauseTelling): string {
  const { causes } = telling.words.diff;
  const { key, to } = cause;
  const name = nameOfKey(key, telling);
  if (!to.hasExpired) return isByDateOnly(cause) ? causes.stillValid(name) : causes.renewed(name);
  const [first = ''] = to.proofs.flatMap(({ validUntil }) => validUntil ?? []).sort();
  const describe = isByDateOnly(cause) ? causes.expired : causes.expiredNew;
  return describe(name, formatDay(first, telling.language));
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
  const was = from.find(({ state }) => state === 'active');
  const ended = to.filter(({ state }) => state === 'expired').map(({ until }) => until);
  const last = ended.sort().at(-1);
  if (last !== undefined) return causes.exceptionEnded(requirement, day(last));
  const later = to.find(({ state }) => state === 'not-yet');
  if (was !== undefined && later !== undefined) return causes.exceptionStarts(requirement, day(later.from));
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

function questionIn(key: string, { old, now }: CauseTelling): Question | undefined {
  const id = questionOfKey(key);
  return now.questions.get(id) ?? old.questions.get(id);
}

function nameOfKey(key: string, telling: CauseTelling): string {
  const question = questionIn(key, telling);
  const [, item] = key.split('@', 2);
  const catalogue = telling.now.questions.has(questionOfKey(key)) ? telling.now : telling.old;
  return question === undefined ? key : questionText(question, item, { catalogue, language: telling.language });
}

/** The title of a questionnaire, also of one that is gone. */
export function titleOf(id: string, { old, now, language }: CauseTelling): string {
  return (now.questionnaires.get(id) ?? old.questionnaires.get(id))?.title[language] ?? id;
}

function titlesOf(ids: readonly string[], telling: CauseTelling): string {
  if (ids.length === 0) return telling.words.diff.allConcerning;
  return ids.map((id) => titleOf(id, telling)).join('; ');
}

function messengerName(id: string | undefined, { old, now, language, words }: CauseTelling): string {
  if (id === undefined) return words.diff.noMessenger;
  const choices = [now, old].flatMap(({ questions }) => {
    const question = questions.get(messengerQuestion);
    return question === undefined ? [] : choicesOf(question);
  });
  return choices.find((choice) => choice.id === id)?.text[language] ?? id;
}
