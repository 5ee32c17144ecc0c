import type { AgendaItem, AgendaSection } from '../domain/agenda.ts';
import { type Answers, answerKey, questionOfKey } from '../domain/answer.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { questionsIn } from '../domain/condition.ts';
import { existing } from '../domain/existing.ts';
import type { Finding } from '../domain/finding.ts';
import { choicesOf, type Question, withGates } from '../domain/question.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import { questionsReadBy } from '../domain/requirement.ts';
import { type Facts, isAsked, itemsOf } from './judge.ts';

/** Every question of the given questionnaires once, with whether it is asked and can matter under these answers. */
export function agendaOf(
  catalogue: Catalogue,
  {
    questionnaires,
    answers,
    findings,
  }: {
    questionnaires: readonly Questionnaire[];
    answers: Answers;
    findings: readonly Finding[];
  },
): readonly AgendaSection[] {
  const { questions } = catalogue;
  const needed = new Set([...catalogue.context, ...readBy(findings, questions)]);
  const listed = new Set<string>();
  const firstTime = (id: string) => !listed.has(id) && Boolean(listed.add(id));
  const sections = [
    { title: undefined, questions: catalogue.context },
    ...questionnaires.flatMap((questionnaire) => questionnaire.sections),
  ];
  return sections.map((section) => ({
    title: section.title,
    items: section.questions
      .filter(firstTime)
      .flatMap((id) => entriesOf(existing(questions, id), { questions, answers }))
      .map((item) => ({ ...item, isNeeded: needed.has(item.question.id) || item.question.informational })),
  }));
}

/** One item, or one for every choice made in the question named by `each`. */
function entriesOf(question: Question, facts: Facts): readonly Omit<AgendaItem, 'isNeeded'>[] {
  const { id, each } = question;
  if (each === undefined) return [{ key: id, question, asked: isAsked(question, facts) }];
  const chosen = itemsOf(each, facts).items ?? [];
  const items = choicesOf(existing(facts.questions, each)).filter((choice) => chosen.includes(choice.id));
  return items.map((item) => ({
    key: answerKey(id, item.id),
    question,
    item,
    asked: isAsked(question, { ...facts, item: item.id }),
  }));
}

/**
 * The questions that requirements read, also through the `askWhen` of others. Where a requirement does not apply, only
 * the answers that say so still matter.
 */
function readBy(findings: readonly Finding[], questions: ReadonlyMap<string, Question>): ReadonlySet<string> {
  const read = findings.flatMap(({ judged, because, requirement }) => {
    if (judged === 'not-applicable') return because.map(questionOfKey);
    return [...questionsReadBy(requirement), ...(requirement.binds ? questionsIn(requirement.binds) : [])];
  });
  return withGates(read, questions);
}
