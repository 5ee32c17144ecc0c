import { answerKeysOf } from '../domain/answer-order.ts';
import { assessmentFormat, messengerQuestion, type Subject, subjectFields } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { existing } from '../domain/existing.ts';
import type { Language } from '../domain/language.ts';
import { choicesOf, groupsExcluding, type Question, type SubjectMatter } from '../domain/question.ts';
import type { Questionnaire } from '../domain/questionnaire.ts';
import type { Wording } from '../wording/wording.ts';
import { type ConditionLine, describeCondition } from './describe-condition.ts';
import type { Labelled } from './report.ts';

/** An answer file that waits for its answers, decided and worded: a renderer only places it. */
export interface AnswerForm {
  readonly format: string;
  /** Who is to answer, where the form is a part; `null` where it is the whole. */
  readonly about: string | null;
  readonly subject: readonly SubjectLine[];
  readonly questionnaires: readonly { readonly id: string; readonly version: string; readonly title: string }[];
  /** Whether these are chosen; else they are only offered, and those that concern the use are evaluated. */
  readonly isChosen: boolean;
  readonly sections: readonly { readonly title: string; readonly questions: readonly AnswerFormQuestion[] }[];
}

export interface SubjectLine {
  readonly field: keyof Subject;
  readonly label: string;
  readonly choices: readonly Labelled<string>[];
  readonly value: string;
}

export interface AnswerFormQuestion {
  readonly text: string;
  readonly help: string;
  readonly evidence: string;
  readonly askWhen: ConditionLine | null;
  /** What it is to be answered for one by one. */
  readonly each: string | null;
  readonly hint: string;
  readonly choices: readonly Labelled<string>[];
  /** Ids of choices of which one at most can hold. */
  readonly exclusive: readonly (readonly string[])[];
  readonly allowsNotApplicable: boolean;
  /** The answer keys; the label says for what, where there are several. */
  readonly keys: readonly Labelled<string>[];
}

export interface AnswerFormInput {
  readonly catalogue: Catalogue;
  /** The papers to answer; none: all. */
  readonly only: readonly Questionnaire[];
  /** Only the questions that somebody can answer: for a colleague, or the provider. */
  readonly about?: SubjectMatter;
  /** Day of the assessment. */
  readonly date: string;
  readonly language: Language;
  readonly words: Wording;
}

/** The questions of an interview as a form in the format of an answer file, in the same order. */
export function buildAnswerForm(input: AnswerFormInput): AnswerForm {
  const { only, about, language, words } = input;
  const chosen = papersIn(input);
  const sections = sectionsIn(chosen, input);
  const listed = new Set([messengerQuestion, ...sections.flatMap(({ questions }) => questions.map(({ id }) => id))]);
  return {
    format: assessmentFormat,
    about: about === undefined ? null : words.subjectMatters[about],
    subject: subjectLines(input),
    questionnaires: (only.length > 0 ? only : chosen).map(({ id, version, title }) => ({
      id,
      version,
      title: title[language],
    })),
    isChosen: only.length > 0,
    sections: sections.map(({ title, questions }) => ({
      title,
      questions: questions.map((question) => formQuestion(question, listed, input)),
    })),
  };
}

/** The papers whose questions are asked, with those that they extend. */
function papersIn({ catalogue, only }: AnswerFormInput): readonly Questionnaire[] {
  const all = [...catalogue.questionnaires.values()];
  if (only.length === 0) return all;
  const ids = new Set(only.flatMap(({ id, extends: extension }) => [id, ...(extension ? [extension.base] : [])]));
  return all.filter(({ id }) => ids.has(id));
}

/** Every question once, in the order of the interview; the messenger stands in the subject block. */
function sectionsIn(papers: readonly Questionnaire[], { catalogue, about, language, words }: AnswerFormInput) {
  const listed = new Set<string>([messengerQuestion]);
  const isNew = (id: string) => !listed.has(id) && Boolean(listed.add(id));
  const isWanted = (question: Question) =>
    about === undefined || (question.about === about && !catalogue.context.includes(question.id));
  const sections = papers.flatMap((paper) => paper.sections);
  return [
    { title: words.report.contextSection, ids: catalogue.context },
    ...sections.map(({ title, questions }) => ({ title: title[language], ids: questions })),
  ]
    .map(({ title, ids }) => ({
      title,
      questions: ids
        .filter(isNew)
        .map((id) => existing(catalogue.questions, id))
        .filter(isWanted),
    }))
    .filter(({ questions }) => questions.length > 0);
}

function subjectLines({ catalogue, date, language, words }: AnswerFormInput): readonly SubjectLine[] {
  const [organisation, use, ...others] = subjectFields;
  const messenger = catalogue.questions.get(messengerQuestion);
  return (['date', organisation, use, messengerQuestion, ...others] as const).map((field) => ({
    field,
    label: words.subject[field],
    choices: field === messengerQuestion && messenger ? choicesIn(messenger, language) : [],
    value: field === 'date' ? date : '',
  }));
}

function formQuestion(question: Question, listed: ReadonlySet<string>, input: AnswerFormInput): AnswerFormQuestion {
  const { catalogue, language, words } = input;
  const { questions } = catalogue;
  // What is not in this form is named by its text: whoever fills it in does not know the id.
  const nameOf = ({ id, text }: Question) => (listed.has(id) ? id : words.conditions.quoted(text[language]));
  const asking = questions.get(question.each ?? '');
  const items = asking ? choicesIn(asking, language) : [];
  return {
    text: question.text[language],
    help: question.help[language],
    evidence: question.evidence[language],
    askWhen: question.askWhen ? describeCondition(question.askWhen, { questions, language, words, nameOf }) : null,
    each: asking === undefined ? null : words.answerForm.forEach(nameOf(asking)),
    hint: words.answerForm.hints[question.kind],
    choices: choicesIn(question, language),
    exclusive: groupsExcluding(question).map((group) => group.map(({ id }) => id)),
    allowsNotApplicable: question.allowsNotApplicable,
    keys: answerKeysOf(question, questions).map((id, index) => ({ id, label: items[index]?.label ?? '' })),
  };
}

function choicesIn(question: Question, language: Language): readonly Labelled<string>[] {
  return choicesOf(question).map(({ id, text }) => ({ id, label: text[language] }));
}
