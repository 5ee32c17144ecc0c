import { type Answer, type BareAnswer, isOpen, itemOfKey, questionOfKey } from '../domain/answer.ts';
import { messengerQuestion } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { existing } from '../domain/existing.ts';
import type { Language } from '../domain/language.ts';
import { profileOrigin, proposalOn } from '../domain/messenger-profile.ts';
import { choiceOf, type Question } from '../domain/question.ts';
import { describeProof } from '../wording/describe-proof.ts';
import { describeValue } from '../wording/describe-value.ts';
import type { Wording } from '../wording/wording.ts';
import type { ReportAnswer } from './report.ts';

/** What is needed to put something of an evaluation into words. */
export interface Telling {
  readonly catalogue: Catalogue;
  readonly evaluation: Evaluation;
  readonly language: Language;
  readonly words: Wording;
}

/**
 * The answer of a key in words, also where there is none. The key must belong to a question of the catalogue. `read`:
 * the choices that matter where it is shown; of a multiple choice, the others are left out.
 */
export function describeAnswer(key: string, telling: Telling, read?: readonly string[]): ReportAnswer {
  const item = itemOfKey(key);
  const question = existing(telling.catalogue.questions, questionOfKey(key));
  const answer = telling.evaluation.answers.get(key);
  return {
    id: key,
    question: questionText(question, item, telling),
    answer: answerText(answer, { question, read }, telling),
    isOpen: isOpen(answer),
    origin: describeOrigin(key, { question, answer }, telling),
    note: answer?.note ?? null,
    evidence: (answer?.evidence ?? []).map((proof) =>
      describeProof(proof, { ...telling, day: telling.evaluation.date }),
    ),
  };
}

/** Accepted as proposed, answered otherwise, or left open though there is a proposal; nothing where there is none. */
function describeOrigin(
  key: string,
  { question, answer }: { question: Question; answer: Answer | undefined },
  telling: Telling,
): string | null {
  const { catalogue, evaluation, words } = telling;
  const messenger = evaluation.answers.get(messengerQuestion);
  const profile = messenger?.state === 'given' ? catalogue.profiles.get(String(messenger.value)) : undefined;
  const proposal = profile && proposalOn(key, profile, evaluation.date);
  const isSame = answer?.state === 'given' && JSON.stringify(answer.value) === JSON.stringify(proposal?.value);
  if (answer?.origin === profileOrigin && answer.state === 'given') {
    return isSame ? words.origins.accepted : words.origins.marked;
  }
  if (proposal?.standing !== 'proposed' || isSame || answer?.state === 'not-applicable') return null;
  const text = describeValue(proposal.value, question, telling);
  return answer?.state === 'given' ? words.origins.changed(text) : words.origins.open(text);
}

/** The text of a question, with the choice it is asked for. */
export function questionText(
  question: Question,
  item: string | undefined,
  { catalogue, language }: Pick<Telling, 'catalogue' | 'language'>,
): string {
  const choice = choiceOf(catalogue.questions.get(question.each ?? ''), item);
  return choice === undefined ? question.text[language] : `${choice.text[language]}: ${question.text[language]}`;
}

/** An answer in words, also where there is none. */
export function answerText(
  answer: BareAnswer | undefined,
  { question, read }: { question: Question; read?: readonly string[] | undefined },
  { language, words }: Pick<Telling, 'language' | 'words'>,
): string {
  switch (answer?.state) {
    case undefined:
      return words.absent;
    case 'unknown':
      return words.unknownReasons[answer.reason];
    case 'not-applicable':
      return words.notApplicable(answer.reason);
    case 'given':
      return describeValue(answer.value, question, { language, words, ...(read && { read }) });
  }
}
