import { subjectFields } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { type Condition, questionsIn } from '../domain/condition.ts';
import { existing } from '../domain/existing.ts';
import type { Language } from '../domain/language.ts';
import { choicesOf, groupsExcluding, type Question, withGates } from '../domain/question.ts';
import { type Questionnaire, requirementsOf } from '../domain/questionnaire.ts';
import { levelRemarks, questionsReadBy, type Requirement } from '../domain/requirement.ts';
import type { Wording } from '../wording/wording.ts';
import { type ConditionLine, describeCondition } from './describe-condition.ts';
import type { Form, FormQuestion, FormRequirement } from './form.ts';
import { describeSources, sourcesOf } from './list-sources.ts';

export interface FormInput {
  readonly catalogue: Catalogue;
  readonly questionnaire: Questionnaire;
  readonly language: Language;
  readonly words: Wording;
}

/** A questionnaire to hand to somebody on paper: every question it needs, numbered, and what is made of the answers. */
export function buildForm(input: FormInput): Form {
  const { catalogue, questionnaire, language, words } = input;
  const sections = questionSections(input);
  const numbers = new Map(sections.flatMap(({ ids }) => ids).map((id, index) => [id, index + 1]));
  const nameOf = ({ id }: Question) => words.form.question(existing(numbers, id));
  const outline = (condition: Condition) =>
    describeCondition(condition, { questions: catalogue.questions, language, words, nameOf });
  const { id, version, title, authority, summary, notice, scope } = questionnaire;
  return {
    id,
    version,
    title: title[language],
    authority: authority[language],
    summary: summary[language],
    notice: notice[language],
    scope: scope[language],
    extends: catalogue.questionnaires.get(questionnaire.extends?.base ?? '')?.title[language] ?? null,
    binds: questionnaire.binds ? outline(questionnaire.binds) : null,
    subject: [...subjectFields, 'date' as const].map((field) => ({
      id: field,
      label: words.subject[field],
      value: '',
    })),
    sections: sections.map(({ title: heading, ids }) => ({
      title: heading,
      questions: ids.map((one) => formQuestion(one, numbers, { ...input, outline })),
    })),
    requirements: requirementsOf(questionnaire).map((requirement) =>
      formRequirement(requirement, { ...input, outline }),
    ),
    sources: describeSources(sourcesOf(questionnaire), input),
  };
}

interface Outlining extends FormInput {
  readonly outline: (condition: Condition) => ConditionLine;
}

/** The questions on the use, those of each section, and those of others that decide here; each once. */
function questionSections({ catalogue, questionnaire, language, words }: FormInput) {
  const listed = new Set<string>();
  const isNew = (id: string) => !listed.has(id) && Boolean(listed.add(id));
  const needed = neededBy(questionnaire, catalogue);
  const onTheUse = catalogue.context.filter((id) => needed.has(id) && isNew(id));
  const sections = questionnaire.sections.map((section) => ({
    title: section.title[language],
    ids: section.questions.filter(isNew),
  }));
  const others = [...needed].filter(isNew);
  return [
    { title: words.report.contextSection, ids: onTheUse },
    ...sections,
    { title: words.form.otherQuestions, ids: others },
  ].filter(({ ids }) => ids.length > 0);
}

/** Ids of the questions that decide a requirement or the binding, also through `askWhen` and `each` of others. */
function neededBy(questionnaire: Questionnaire, { questions }: Catalogue): ReadonlySet<string> {
  const read = [
    ...(questionnaire.binds ? questionsIn(questionnaire.binds) : []),
    ...questionnaire.sections.flatMap((section) => section.questions),
    ...requirementsOf(questionnaire).flatMap((one) => [
      ...questionsReadBy(one),
      ...(one.binds ? questionsIn(one.binds) : []),
    ]),
  ];
  return withGates(read, questions);
}

function formQuestion(id: string, numbers: ReadonlyMap<string, number>, input: Outlining): FormQuestion {
  const { catalogue, questionnaire, language, words, outline } = input;
  const question = existing(catalogue.questions, id);
  const each = catalogue.questions.get(question.each ?? '');
  return {
    number: existing(numbers, id),
    id,
    about: { id: question.about, label: words.subjectMatters[question.about] },
    text: question.text[language],
    help: question.help[language],
    why: question.why[language],
    evidence: question.evidence[language],
    askWhen: question.askWhen ? outline(question.askWhen) : null,
    each: each === undefined ? null : words.form.forEach(existing(numbers, each.id)),
    hint: words.form.hints[question.kind],
    choices: choicesOf(question).map((choice) => ({ id: choice.id, label: choice.text[language] })),
    exclusive: groupsExcluding(question).map((group) =>
      words.form.atMostOneOf(group.map(({ text }) => words.conditions.quoted(text[language]))),
    ),
    allowsNotApplicable: question.allowsNotApplicable,
    readers: requirementsOf(questionnaire)
      .filter((requirement) => questionsReadBy(requirement).includes(id))
      .map((requirement) => requirement.id),
  };
}

function formRequirement(requirement: Requirement, { language, words, outline }: Outlining): FormRequirement {
  const remarks = levelRemarks(requirement).map((remark) => words[remark]);
  return {
    id: requirement.id,
    title: requirement.title[language],
    level: { id: requirement.level, label: [words.levels[requirement.level], ...remarks].join(', ') },
    appliesWhen: requirement.appliesWhen ? outline(requirement.appliesWhen) : null,
    fulfilledWhen: outline(requirement.fulfilledWhen),
    partialWhen: requirement.partialWhen
      ? outline(otherwise(requirement.partialWhen, requirement.fulfilledWhen))
      : null,
    finding: requirement.finding[language],
    partialFinding: requirement.partialFinding?.[language] ?? null,
    measure: requirement.measure[language],
    ref: requirement.ref[language],
    asOf: requirement.asOf[language],
    law: requirement.law.map((one) => one[language]),
    binds: requirement.binds ? outline(requirement.binds) : null,
    addressee: requirement.addressee?.[language] ?? null,
    issuer: requirement.issuer?.[language] ?? null,
    checked: { id: requirement.checked, label: words.certainties[requirement.checked] },
    basis: requirement.basis[language],
    sources: requirement.sources,
  };
}

/** A condition that is read only where another one does not hold: that it does not hold need not be said again. */
function otherwise(condition: Condition, other: Condition): Condition {
  if (condition.op !== 'all') return condition;
  const repeated = JSON.stringify({ op: 'not', of: other });
  const of = condition.of.filter((part) => JSON.stringify(part) !== repeated);
  const [only] = of;
  return only !== undefined && of.length === 1 ? only : { op: 'all', of };
}
