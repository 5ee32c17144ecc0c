import { type Answers, answerOn } from '../domain/answer.ts';
import { type Assessment, messengerQuestion } from '../domain/assessment.ts';

/** The answers as they count on a day: with the messenger of the subject block, and without what has expired. */
export function countingAnswers(assessment: Assessment, day: string): Answers {
  const answers = new Map(assessment.answers);
  for (const [key, answer] of assessment.answers) {
    const counting = answerOn(day, answer);
    if (counting !== answer) answers.set(key, counting);
  }
  const { messenger } = assessment.subject;
  if (messenger !== undefined) answers.set(messengerQuestion, { state: 'given', value: messenger, evidence: [] });
  return answers;
}
