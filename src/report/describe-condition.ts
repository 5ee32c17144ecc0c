import type { Condition, Test } from '../domain/condition.ts';
import { existing } from '../domain/existing.ts';
import type { Language } from '../domain/language.ts';
import { choiceOf, type Question } from '../domain/question.ts';
import { formatDay } from '../wording/format-day.ts';
import type { Wording } from '../wording/wording.ts';

/** A condition in words, as an outline: a line, and the lines it is made of. */
export interface ConditionLine {
  readonly text: string;
  readonly parts: readonly ConditionLine[];
}

export interface ConditionTelling {
  readonly questions: ReadonlyMap<string, Question>;
  readonly language: Language;
  readonly words: Wording;
  /** How a question is named. */
  readonly nameOf: (question: Question) => string;
}

/** A condition as a person would say it: "question 12: A or B". Conditions in conditions become parts. */
export function describeCondition(condition: Condition, telling: ConditionTelling): ConditionLine {
  const { questions, words } = telling;
  switch (condition.op) {
    case 'answer': {
      const question = existing(questions, condition.question);
      return { text: `${telling.nameOf(question)}: ${describeTest(condition.test, question, telling)}`, parts: [] };
    }
    case 'all':
    case 'any':
      return {
        text: words.conditions[condition.op],
        parts: condition.of.map((part) => describeCondition(part, telling)),
      };
    case 'not':
      return { text: words.conditions.not, parts: [describeCondition(condition.of, telling)] };
  }
}

function describeTest(test: Test, question: Question, { language, words }: ConditionTelling): string {
  const { conditions } = words;
  switch (test.kind) {
    case 'is':
    case 'includes':
    case 'excludes': {
      const texts = test.values.map((id) => {
        const choice = choiceOf(question, id);
        return choice === undefined ? conditions.notApplicable : conditions.quoted(choice.text[language]);
      });
      return conditions[test.kind](texts);
    }
    case 'atLeast':
    case 'atMost':
      return conditions[test.kind](test.value.toLocaleString(language));
    case 'before':
    case 'after':
      return conditions[test.kind](formatDay(test.value, language));
  }
}
