import { questionOfKey } from '../domain/answer.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { subjectMatters } from '../domain/question.ts';
import { describeAnswer, type Telling } from './describe-answer.ts';
import { referTo } from './describe-finding.ts';
import type { OpenPoints } from './report.ts';

/** The questions that keep a finding or a binding open, by who can answer them. */
export function listOpenPoints(telling: Telling): readonly OpenPoints[] {
  const { catalogue, evaluation, words } = telling;
  const open = evaluation.findings.filter(({ status }) => status === 'open');
  const hanging = evaluation.byQuestionnaire.map(({ questionnaire, binding, bindingBecause, concernHangsOn }) => ({
    questionnaire,
    on: [
      ...(binding === 'unclear' ? bindingBecause : []),
      ...(concernHangsOn ?? []),
      ...addresseesOf(questionnaire, evaluation),
    ],
  }));
  const keys = new Set([...hanging.flatMap(({ on }) => on), ...open.flatMap((one) => one.because)]);
  const points = [...keys].map((key) => ({
    ...describeAnswer(key, telling),
    about: catalogue.questions.get(questionOfKey(key))?.about,
    requirements: open.filter(({ because }) => because.includes(key)).map((one) => referTo(one, telling)),
    questionnaires: hanging.filter(({ on }) => on.includes(key)).map(({ questionnaire }) => questionnaire),
  }));
  return subjectMatters
    .map((id) => ({
      about: { id, label: words.subjectMatters[id] },
      points: points.filter(({ about }) => about === id).map(({ about: _, ...point }) => point),
    }))
    .filter((group) => group.points.length > 0);
}

/** The answers that are missing to say whom single demands of a questionnaire bind. */
function addresseesOf(id: string, { findings }: Evaluation): readonly string[] {
  return findings
    .filter(({ questionnaire, binding }) => questionnaire === id && binding === 'unclear')
    .flatMap(({ addressed }) => (addressed?.truth === 'unknown' ? addressed.because : []));
}
