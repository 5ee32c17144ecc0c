import { questionOfKey } from '../domain/answer.ts';
import { messengerQuestion } from '../domain/assessment.ts';
import { existing } from '../domain/existing.ts';
import { choicesOf, type Question, type SubjectMatter } from '../domain/question.ts';
import { formatDay } from '../wording/format-day.ts';
import { describeAnswer, type Telling } from './describe-answer.ts';
import { listOpenPoints } from './list-open-points.ts';
import type { Labelled, OpenPoint } from './report.ts';

/** What is still open, as a list to hand around, decided and worded: a template only places it. */
export interface OpenList {
  readonly title: string;
  readonly asOf: string;
  readonly groups: readonly OpenGroup[];
}

export interface OpenGroup {
  readonly about: Labelled<SubjectMatter>;
  readonly points: readonly OpenListPoint[];
  /** What makes a form of the questions to hand on. */
  readonly command: string;
}

export interface OpenListPoint extends Omit<OpenPoint, 'evidence' | 'requirements' | 'questionnaires'> {
  /** How the answer is given: one of so many choices, in words, … */
  readonly shape: string;
  /** What would count as evidence. */
  readonly goodEvidence: string;
  /** The requirements and questionnaires that wait for it. */
  readonly waiting: string;
}

/** The open questions by who has to find out; of one requirement, where its id is given. */
export function buildOpenList(telling: Telling, id?: string): OpenList {
  const { catalogue, evaluation, language, words } = telling;
  const messenger = describeAnswer(messengerQuestion, telling);
  const isWanted = ({ requirements }: OpenPoint) =>
    id === undefined || requirements.some((requirement) => questionOfKey(requirement.id) === id);
  const groups = listOpenPoints(telling).map(({ about, points }) => ({
    about,
    points: points.filter(isWanted).map(({ evidence: _, requirements, questionnaires, ...point }) => {
      const question = existing(catalogue.questions, questionOfKey(point.id));
      const waiting = [...questionnaires, ...requirements.map(({ label }) => label)].join(', ');
      return { ...point, waiting, shape: shapeOf(question, telling), goodEvidence: question.evidence[language] };
    }),
    command: words.openList.formCommand(about.id),
  }));
  return {
    title: words.openList.title(messenger.isOpen ? words.report.untitledMessenger : messenger.answer),
    asOf: words.facts.asOf(formatDay(evaluation.date, language)),
    groups: groups.filter(({ points }) => points.length > 0),
  };
}

function shapeOf(question: Question, { words }: Telling): string {
  return words.openList.shapes[question.kind](choicesOf(question).length);
}
