import type { AgendaItem } from '../domain/agenda.ts';
import { describeAnswer, type Telling } from './describe-answer.ts';
import type { AnswerSection } from './report.ts';

/** Every question of the interview with its answer, section by section; last, answers that are stored but not used. */
export function listAnswers(telling: Telling): readonly AnswerSection[] {
  const { evaluation, language, words } = telling;
  const isStored = ({ key }: AgendaItem) => evaluation.answers.has(key);
  const isUsed = ({ asked, isNeeded }: AgendaItem) => asked !== 'false' && isNeeded;
  const describe = (items: readonly AgendaItem[]) => items.map(({ key }) => describeAnswer(key, telling));
  const sections = evaluation.agenda.map(({ title, items }) => ({
    title: title?.[language] ?? words.report.contextSection,
    hint: null,
    answers: describe(items.filter((item) => isUsed(item) && (item.asked === 'true' || isStored(item)))),
  }));
  const unused = {
    title: words.report.unusedAnswers,
    hint: words.report.unusedHint,
    answers: describe(
      evaluation.agenda.flatMap(({ items }) => items.filter((item) => !isUsed(item) && isStored(item))),
    ),
  };
  return [...sections, unused].filter(({ answers }) => answers.length > 0);
}
