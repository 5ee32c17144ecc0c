import type { AgendaItem } from '../domain/agenda.ts';
import { describeAnswer, type Telling } from './describe-answer.ts';
import type { AnswerSection, ReportAnswer } from './report.ts';

/**
 * Every question of the interview with its answer, section by section; last, answers that are stored but not used:
 * their question does not arise, their choice is not made any more, or no questionnaire that was evaluated asks it.
 */
export function listAnswers(telling: Telling): readonly AnswerSection[] {
  const { evaluation, language, words } = telling;
  const isStored = ({ key }: AgendaItem) => evaluation.answers.has(key);
  const isUsed = ({ asked, isNeeded }: AgendaItem) => asked !== 'false' && isNeeded;
  const describe = (items: readonly AgendaItem[]) => items.map(({ key }) => describeAnswer(key, telling));
  const used = new Set(evaluation.agenda.flatMap(({ items }) => items.filter(isUsed).map(({ key }) => key)));
  const sections = evaluation.agenda.map(({ title, items }) => ({
    title: title?.[language] ?? words.report.contextSection,
    hint: null,
    answers: describe(items.filter((item) => isUsed(item) && (item.asked === 'true' || isStored(item)))),
  }));
  const unused = {
    title: words.report.unusedAnswers,
    hint: words.report.unusedHint,
    answers: [...evaluation.answers.keys()].filter((key) => !used.has(key)).map((key) => describeAnswer(key, telling)),
  };
  return [...sections, unused].filter(({ answers }) => answers.length > 0);
}

/** What is given of those answers that say who uses which messenger, how and for what. */
export function listContext(telling: Telling): readonly ReportAnswer[] {
  const { agenda } = telling.evaluation;
  const items = agenda.filter(({ title }) => title === undefined).flatMap((section) => section.items);
  const used = items.filter(({ asked, isNeeded }) => asked !== 'false' && isNeeded);
  return used.map(({ key }) => describeAnswer(key, telling)).filter(({ isOpen }) => !isOpen);
}
