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
      return describe(cause.requirement, words.conditions.quoted((cause.to ?? cause.from)?.measure ?? ''));
    }
    case 'choice':
      return causes.choice(titlesOf(cause.from, telling), titlesOf(cause.to, telling));
    case 'messenger':
      return causes.messenger(messengerName(cause.from, telling), messengerName(cause.to, telling));
    case 'questionnaire':
      return describeQuestionnaire(cause, telling);
    case 'question': {
      const text = telling.now.questions.get(cause.question)?.text[language] ?? cause.question;
      return causes.question(words.conditions.quoted(text));
    }
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
  const question = questionIn(key, telling);
  if (question === undefined) throw new Error(`the answer ${key} belongs to no question`);
  const name = nameOfKey(key, telling);
  const [one, other] = [from?.state === 'given' && from.value, to?.state === 'given' && to.value];
  if (typeof one === 'object' && typeof other === 'object') {
    const fresh = textsOf(other, { question, without: one }, telling);
    return causes.choices(name, fresh, textsOf(one, { question, without: other }, telling));
  }
  const [before, after] = [
    answerIn(telling.old, from, question, telling),
    answerIn(telling.now, to, question, telling),
  ];
  if (isOpen(from)) {
    return isOpen(to) ? causes.stillOpen(name, before, after) : causes.answered(name, after, causes.before(before));
  }
  if (to === undefined) return causes.gone(name, before);
  return to.state === 'unknown' ? causes.notKnown(name, before, after) : causes.answer(name, before, after);
}

/** What was ticked on one side only. */
function textsOf(
  ids: readonly string[],
  { question, without }: { question: Question; without: readonly string[] },
  { language, words }: CauseTelling,
): readonly string[] {
  return choicesOf(question)
    .filter(({ id }) => ids.includes(id) && !without.includes(id))
    .map((choice) => words.conditions.quoted(choice.text[language]));
}

/** An answer as its own side has it, in quotes where somebody gave it. */
function answerIn(
  { questions }: Catalogue,
  answer: Answer | undefined,
  question: Question,
  { language, words }: CauseTelling,
): string {
  if (answer === undefined) return words.diff.absent;
  const text = answerText(answer, { question: questions.get(question.id) ?? question }, { language, words });
  return answer.state === 'unknown' ? text : words.conditions.quoted(text);
}

function isOpen(answer: Answer | undefined): boolean {
  return answer === undefined || answer.state === 'unknown';
}

function describeEvidence(cause: Extract<Cause, { kind: 'evidence' }>, telling: CauseTelling): string {
  const { causes } = telling.words.diff;
  const { key, to } = cause;
  const name = nameOfKey(key, telling);
  if (!to.hasExpired) return isByDateOnly(cause) ? causes.stillValid(name) : causes.renewed(name);
  const { language, words } = telling;
  const dated = to.proofs.flatMap(({ text, validUntil: day }) => (day === undefined ? [] : [{ text, day }]));
  const [first] = [...dated].sort((one, other) => (one.day < other.day ? -1 : 1));
  const proof = words.conditions.quoted(first?.text ?? '');
  const describe = isByDateOnly(cause) ? causes.expired : causes.expiredNew;
  return describe(name, proof, formatDay(first?.day ?? '', language));
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
  const { language, words, old, now } = telling;
  const catalogue = now.questions.has(questionOfKey(key)) ? now : old;
  return question === undefined ? key : words.conditions.quoted(questionText(question, item, { catalogue, language }));
}

/** The title of a questionnaire in quotes, also of one that is gone. */
export function titleOf(id: string, { old, now, language, words }: CauseTelling): string {
  return words.conditions.quoted((now.questionnaires.get(id) ?? old.questionnaires.get(id))?.title[language] ?? id);
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
  return words.conditions.quoted(choices.find((choice) => choice.id === id)?.text[language] ?? id);
}
