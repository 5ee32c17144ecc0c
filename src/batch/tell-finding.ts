import { answerKey, type BareAnswer, questionOfKey } from '../domain/answer.ts';
import { type BatchFinding, type EvaluatedFile, findingName } from '../domain/batch.ts';
import { choiceOf } from '../domain/question.ts';
import { levelRemarks, type Requirement } from '../domain/requirement.ts';
import { answerText, questionText } from '../report/describe-answer.ts';
import { choicesRead } from '../report/describe-finding.ts';
import { formatDay } from '../wording/format-day.ts';
import type { BatchContext } from './batch-format.ts';
import { levelIn, requirementOf } from './requirements.ts';

/** A finding of a file, in words. */
export interface ToldFinding {
  /** As rows name it. */
  readonly name: string;
  /** What people read: the requirement, with the choice it was judged for. */
  readonly label: string;
  readonly requirement: Requirement;
  readonly title: string;
  /** Its status in words. */
  readonly status: string;
  /** What is demanded, with its level. */
  readonly demand: string;
  /** What is wrong, or not known, or recorded; nothing where all is well. */
  readonly what: readonly string[];
  /** The questions and answers that make it so or, where it is open, are missing. */
  readonly why: readonly string[];
  /** What to do about it; nothing where there is nothing to do. */
  readonly toDo: readonly string[];
  /** What stands beside a `substituted` or `accepted` finding; else nothing. */
  readonly record: string | null;
}

/** Says what is demanded, what is so, by which answers, and what to do. */
export function tellFinding(finding: BatchFinding, file: EvaluatedFile, context: BatchContext): ToldFinding {
  const { catalogue, language, words } = context;
  const requirement = requirementOf(finding, catalogue);
  const title = requirement.title[language];
  const item = itemText(finding, requirement, context);
  const record = recordOf(finding, context);
  const level = [
    words.levels[levelIn(file, finding, catalogue)],
    ...levelRemarks(requirement).map((one) => words[one]),
  ];
  return {
    name: findingName(finding),
    label: item === undefined ? requirement.id : `${requirement.id} (${item})`,
    requirement,
    title,
    status: words.statuses[finding.status],
    demand: words.batch.demanded(level.join(', '), item === undefined ? title : `${title} (${item})`),
    what: whatOf(finding, { requirement, record }, context),
    why: whyOf(finding, { requirement, answers: file.answers ?? {} }, context),
    toDo: hasToBeDone.has(finding.status) ? [words.batch.measure(requirement.measure[language])] : [],
    record,
  };
}

function itemText(
  { item }: BatchFinding,
  { each }: Requirement,
  { catalogue, language }: BatchContext,
): string | undefined {
  return choiceOf(catalogue.questions.get(each ?? ''), item)?.text[language] ?? item;
}

/** The measure that takes the place, or the approval with its last day. */
function recordOf({ equivalent, exception }: BatchFinding, { language, words }: BatchContext): string | null {
  if (equivalent) return words.batch.equivalent(equivalent.measure, equivalent.evidence);
  if (exception === undefined) return null;
  const { approvedBy, until, from, reason } = exception;
  const approved = words.report.exception.active(approvedBy, formatDay(until, language), formatDay(from, language));
  return `${approved}: ${reason}`;
}

const hasToBeDone: ReadonlySet<BatchFinding['status']> = new Set(['violated', 'partial', 'accepted']);

function whatOf(
  { status, judged }: Pick<BatchFinding, 'status' | 'judged'>,
  { requirement, record }: { readonly requirement: Requirement; readonly record: string | null },
  context: BatchContext,
): readonly string[] {
  const { language, words } = context;
  switch (status) {
    case 'violated':
      return [requirement.finding[language]];
    case 'partial':
      return [(requirement.partialFinding ?? requirement.finding)[language]];
    case 'open':
      return [words.report.openText];
    case 'accepted':
    case 'substituted': {
      const records = record === null ? [] : [record];
      if (judged === undefined) return records;
      const before = whatOf({ status: judged }, { requirement, record }, context);
      return [...records, words.batch.byAnswers(words.statuses[judged], before.join(' '))];
    }
    case 'fulfilled':
    case 'not-applicable':
      return [];
  }
}

interface Grounds {
  readonly requirement: Requirement;
  readonly answers: Readonly<Record<string, BareAnswer>>;
}

function whyOf({ status, because }: BatchFinding, grounds: Grounds, context: BatchContext): readonly string[] {
  if (because.length === 0) return [];
  const { batch } = context.words;
  const say = status === 'open' ? batch.missing : batch.because;
  return [say(because.map((key) => askedAndAnswered(key, grounds, context)))];
}

/** What was asked and what was answered, as far as anything was. */
function askedAndAnswered(key: string, { requirement, answers }: Grounds, context: BatchContext): string {
  const asked = questionOf(key, context);
  const question = context.catalogue.questions.get(questionOfKey(key));
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
  if (question === undefined || answer === undefined) return asked;
  return context.words.batch.answered(
    asked,
    answerText(answer, { question, read: choicesRead(requirement, key) }, context),
  );
}

/** The question of an answer key, with the key that finds it in the file. */
function questionOf(key: string, { catalogue, language, words }: BatchContext): string {
  const id = questionOfKey(key);
  const question = catalogue.questions.get(id);
  if (question === undefined) return key;
  const item = key === answerKey(id) ? undefined : key.slice(id.length + 1);
  return `${words.conditions.quoted(questionText(question, item, { catalogue, language }))} (${key})`;
}

/** The choice of a question in words; the id where there is no such choice, nothing where it is open. */
export function choiceText(
  question: string,
  id: string | null | undefined,
  { catalogue, language }: Pick<BatchContext, 'catalogue' | 'language'>,
): string {
  if (id === null || id === undefined) return '';
  return choiceOf(catalogue.questions.get(question), id)?.text[language] ?? id;
}
