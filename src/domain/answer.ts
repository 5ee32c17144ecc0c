/** Why an answer is not known, as somebody says it. */
export const typedReasons = [
  'not-known-yet',
  'asked-provider',
  'provider-silent',
  'asked-colleagues',
  'to-be-checked',
] as const;
export type TypedReason = (typeof typedReasons)[number];

/** Also what is never typed: what expired evidence leaves behind, and a question that has changed since. */
export type UnknownReason = TypedReason | 'evidence-expired' | 'no-longer-fits';

/** Whether a person says it, other than what follows of itself. */
export function isTypedReason(reason: UnknownReason): reason is TypedReason {
  return typedReasons.some((one) => one === reason);
}

export type AnswerValue = string | number | readonly string[];

/** A proof behind an answer. Dates are calendar days, `YYYY-MM-DD`. */
export interface Proof {
  readonly text: string;
  readonly date?: string;
  /** Last day on which the proof counts. */
  readonly validUntil?: string;
}

/** A question without an entry is absent: not reached yet. */
export type Answer = GivenAnswer | UnknownAnswer | NotApplicableAnswer;

export interface GivenAnswer extends AnswerRecord {
  readonly state: 'given';
  readonly value: AnswerValue;
}
/** Asked, and not known: open, like an absent answer. */
export interface UnknownAnswer extends AnswerRecord {
  readonly state: 'unknown';
  readonly reason: UnknownReason;
}
export interface NotApplicableAnswer extends AnswerRecord {
  readonly state: 'not-applicable';
  readonly reason: string;
}

/** What an answer says, whatever is noted beside it. */
export type BareAnswer =
  | Pick<GivenAnswer, 'state' | 'value'>
  | Pick<UnknownAnswer, 'state' | 'reason'>
  | Pick<NotApplicableAnswer, 'state' | 'reason'>;

interface AnswerRecord {
  readonly note?: string;
  readonly evidence: readonly Proof[];
  /** Where the value came from, when a person did not type it: a product profile. */
  readonly origin?: string;
}

/** Whether a proof has passed its last day. */
export function hasExpired({ validUntil }: Proof, day: string): boolean {
  return validUntil !== undefined && validUntil < day;
}

/** Answers by answer key, see `answerKey`. */
export type Answers = ReadonlyMap<string, Answer>;

/** The key of an answer: the question's id, and for a question asked once per choice `question@choice`. */
export function answerKey(question: string, item?: string): string {
  return item === undefined ? question : `${question}@${item}`;
}

/** Whether an answer is still to be found out: absent, or not known. */
export function isOpen(answer: Answer | undefined): answer is UnknownAnswer | undefined {
  return answer === undefined || answer.state === 'unknown';
}

/** The choices made in an answer that can hold several; none where it is open, or of another kind. */
export function selectionIn(answer: Answer | undefined): readonly string[] {
  return answer?.state === 'given' && typeof answer.value === 'object' ? answer.value : [];
}

/** The id of the question an answer key belongs to. */
export function questionOfKey(key: string): string {
  return key.split('@', 1)[0] ?? '';
}

/** The choice for which that question is asked; `undefined` where it is asked once. */
export function itemOfKey(key: string): string | undefined {
  return key.split('@', 2)[1];
}

/**
 * The answer as it counts on a day: past the last day of a proof it is unknown again. Every proof counts, as each may
 * carry a part of the answer; whoever renews one replaces it.
 */
export function answerOn(day: string, answer: Answer): Answer {
  if (answer.state === 'unknown' || answer.evidence.length === 0) return answer;
  if (!answer.evidence.some((proof) => hasExpired(proof, day))) return answer;
  return { ...answer, state: 'unknown', reason: 'evidence-expired' };
}
