import { questionOfKey } from '../domain/answer.ts';
import type { Assessment } from '../domain/assessment.ts';
import { type MessengerProfile, profileOrigin, proposalsOf } from '../domain/messenger-profile.ts';
import type { Question } from '../domain/question.ts';

/**
 * The same organisation and operation with another messenger: its profile's proposals in place of the answers on the
 * product. What the profile does not say for sure, or not any more, is open. Planned measures, equivalent ones and exceptions were
 * meant for the messenger before, and stay with it.
 */
export function withProfile(
  assessment: Assessment,
  profile: MessengerProfile,
  { questions, day }: { readonly questions: ReadonlyMap<string, Question>; readonly day: string },
): Assessment {
  const kept = [...assessment.answers].filter(([key]) => questions.get(questionOfKey(key))?.about !== 'product');
  const proposed = [...proposalsOf(profile, day)].flatMap(([question, { value, standing }]) =>
    standing === 'proposed'
      ? [[question, { state: 'given', value, evidence: [], origin: profileOrigin }] as const]
      : [],
  );
  const { product: _, ...subject } = assessment.subject;
  return {
    ...assessment,
    subject: { ...subject, messenger: profile.id },
    answers: new Map([...kept, ...proposed]),
    measures: new Map(),
    equivalents: [],
    exceptions: [],
  };
}

/** The assessment with what is said on the use and the product alone; what organisation and operation do is open. */
export function productOnly(
  assessment: Assessment,
  { questions, context }: { readonly questions: ReadonlyMap<string, Question>; readonly context: readonly string[] },
): Assessment {
  const answers = [...assessment.answers].filter(([key]) => {
    const id = questionOfKey(key);
    return context.includes(id) || questions.get(id)?.about === 'product';
  });
  return { ...assessment, answers: new Map(answers) };
}
