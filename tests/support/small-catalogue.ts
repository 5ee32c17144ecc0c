import type { Answer, AnswerValue, Proof } from '../../src/domain/answer.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Condition } from '../../src/domain/condition.ts';
import type { Text } from '../../src/domain/language.ts';
import type { Question } from '../../src/domain/question.ts';
import type { Questionnaire } from '../../src/domain/questionnaire.ts';
import type { Requirement } from '../../src/domain/requirement.ts';

export function text(words: string): Text {
  return { de: words, en: words };
}

const questionBase = {
  about: 'organisation',
  text: text('?'),
  help: text('help'),
  why: text('why'),
  evidence: text('evidence'),
  allowsNotApplicable: false,
  informational: false,
  fixed: false,
} as const;

export function choice(id: string, choices: readonly string[] = ['yes', 'no'], more: Partial<Question> = {}): Question {
  const base = { ...questionBase, id, ...more };
  return { ...base, kind: 'choice', choices: choices.map((one) => ({ id: one, text: text(one) })) } as Question;
}

export function choices(id: string, all: readonly string[], more: Partial<Question> = {}): Question {
  return { ...choice(id, all, more), kind: 'choices' } as Question;
}

export function free(id: string, kind: 'text' | 'number' | 'date'): Question {
  return { ...questionBase, id, kind };
}

export function is(question: string, ...values: readonly string[]): Condition {
  return { op: 'answer', question, test: { kind: 'is', values } };
}

export function requirement(id: string, fulfilledWhen: Condition, more: Partial<Requirement> = {}): Requirement {
  return {
    id,
    level: 'must',
    levelUncertain: false,
    levelProposed: false,
    ref: { de: 'S. 1', en: 'p. 1' },
    checked: 'primary',
    sources: [],
    asOf: text('2026'),
    law: [],
    basis: text('basis'),
    title: text(`title of ${id}`),
    fulfilledWhen,
    finding: text(`finding of ${id}`),
    measure: text(`measure of ${id}`),
    ...more,
  };
}

export function questionnaire(
  id: string,
  requirements: readonly Requirement[],
  more: Partial<Questionnaire> & { questions?: readonly string[] } = {},
): Questionnaire {
  const { questions = [], ...rest } = more;
  return {
    id,
    version: '1',
    source: 'paper',
    authority: text('authority'),
    title: text(id),
    summary: text('summary'),
    notice: text('notice'),
    scope: text('scope'),
    sections: [{ id: 'only', title: text('only'), questions, requirements }],
    ...rest,
  };
}

export function catalogue(
  questions: readonly Question[],
  questionnaires: readonly Questionnaire[],
  context: readonly string[] = [],
): Catalogue {
  return {
    questions: new Map(questions.map((question) => [question.id, question])),
    context,
    questionnaires: new Map(questionnaires.map((one) => [one.id, one])),
    sources: new Map(),
    evidence: new Map(),
    contradictions: new Map(),
    inconsistencies: new Map(),
    profiles: new Map(),
    places: { question: new Map(), requirement: new Map(), inconsistency: new Map() },
    files: [],
  };
}

/** An answer, with what proves it. */
export function given(value: AnswerValue, ...evidence: readonly Proof[]): Answer {
  return { state: 'given', value, evidence };
}
