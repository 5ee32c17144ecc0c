import type { Evaluation } from '../domain/evaluation.ts';
import { subjectMatters } from '../domain/question.ts';
import { describeAnswer, type Telling } from './describe-answer.ts';
import type { OpenPoints } from './report.ts';

/** The questions that keep a finding or a binding open, by who can answer them. */
export function listOpenPoints(telling: Telling): readonly OpenPoints[] {
  const { catalogue, evaluation, words } = telling;
  const readers = openQuestions(evaluation);
  return subjectMatters
    .map((about) => ({
      about: { id: about, label: words.subjectMatters[about] },
      points: [...readers]
        .filter(([key]) => catalogue.questions.get(key.split('@', 1)[0] ?? '')?.about === about)
        .map(([key, requirements]) => ({ ...describeAnswer(key, telling), requirements: [...requirements] })),
    }))
    .filter(({ points }) => points.length > 0);
}

/** Open answer keys with the requirements they hold up, or the questionnaires whose binding hangs on them. */
function openQuestions({ findings, byQuestionnaire }: Evaluation): ReadonlyMap<string, ReadonlySet<string>> {
  const open = findings.filter(({ status }) => status === 'open');
  const held = [
    ...byQuestionnaire.map(({ questionnaire, bindingHangsOn }) => [questionnaire, bindingHangsOn] as const),
    ...open.map(({ requirement, because }) => [requirement.id, because] as const),
  ];
  const readers = new Map<string, Set<string>>();
  for (const [id, keys] of held) {
    for (const key of keys) readers.set(key, (readers.get(key) ?? new Set()).add(id));
  }
  return readers;
}
