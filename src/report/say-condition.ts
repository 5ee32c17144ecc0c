import type { Condition, Leaf } from '../domain/condition.ts';
import { existing } from '../domain/existing.ts';
import { capital } from '../domain/language.ts';
import { choiceOf, type Question } from '../domain/question.ts';
import { formatDay } from '../wording/format-day.ts';
import type { ConditionLine, ConditionTelling } from './describe-condition.ts';

/** What a sentence needs; it always names a question by its whole text. */
export type Saying = Pick<ConditionTelling, 'questions' | 'language' | 'words'>;

/** What stands before each line of an outline, such as whether it holds. */
interface Marking extends Saying {
  readonly mark: (condition: Condition) => string;
}

/** A condition with the negations at its leaves, no group in a group of its kind, and no group of one. */
type Plain = PlainLeaf | PlainGroup;
type PlainLeaf = Leaf | { readonly op: 'not'; readonly of: Leaf };
interface PlainGroup {
  readonly op: 'all' | 'any';
  readonly of: readonly Plain[];
}

/**
 * A condition as one sentence that can stand in a memo. What is different under some answers is said differently.
 * Two parts are joined by a conjunction; more of them, and groups in groups, are numbered 1), a), aa).
 */
export function sayCondition(condition: Condition, saying: Saying): string {
  return sentence(sayPart(plain(condition), 0, saying));
}

/**
 * A condition as an outline of sentences, for a mark before each: the same words as `sayCondition`, and no line that
 * only says "not".
 */
export function outlineInSentences(condition: Condition, saying: Marking): ConditionLine {
  return outlineOf(plain(condition), saying);
}

function outlineOf(part: Plain, saying: Marking): ConditionLine {
  const isGroup = part.op === 'all' || part.op === 'any';
  const parts = isGroup ? part.of : [];
  const text = isGroup && parts.length > 0 ? `${capital(heading(part, saying))}:` : sentence(sayPart(part, 0, saying));
  return {
    text: `${saying.mark(part)} ${text}`,
    parts: parts.map((one) => outlineOf(one, saying)),
  };
}

/** De Morgan holds in three values as well, so the meaning stays, open answers included. */
function plain(condition: Condition, isNegated = false): Plain {
  switch (condition.op) {
    case 'answer':
      return isNegated ? { op: 'not', of: condition } : condition;
    case 'not':
      return plain(condition.of, !isNegated);
    case 'all':
    case 'any': {
      const op = (condition.op === 'all') === isNegated ? 'any' : 'all';
      return simplified(
        op,
        condition.of.map((part) => plain(part, isNegated)),
      );
    }
  }
}

function simplified(op: 'all' | 'any', parts: readonly Plain[]): Plain {
  const flat = parts.flatMap((part) => (part.op === op ? part.of : [part]));
  // A group of the other kind without parts settles this one: "any" of nothing never holds, "all" of nothing always.
  const settled = flat.find((part) => (part.op === 'all' || part.op === 'any') && part.of.length === 0);
  if (settled !== undefined) return settled;
  const distinct = [...new Map(flat.map((part) => [JSON.stringify(part), part])).values()];
  const [only] = distinct;
  return distinct.length === 1 && only !== undefined ? only : { op, of: distinct };
}

/** A clause without capital and full stop. `depth` counts the numberings around it. */
function sayPart(part: Plain, depth: number, saying: Saying): string {
  if (part.op === 'answer') return sayLeaf(part, false, saying);
  if (part.op === 'not') return sayLeaf(part.of, true, saying);
  const { reasons } = saying.words;
  const [first, second] = part.of;
  if (first === undefined || second === undefined) return part.op === 'all' ? reasons.always : reasons.never;
  if (part.of.length === 2 && isLeaf(first) && isLeaf(second)) {
    const [one, other] = [sayPart(first, depth, saying), sayPart(second, depth, saying)];
    if (part.op === 'all') return reasons.and(one, other);
    return questionOf(first) === questionOf(second) ? reasons.or(one, other) : reasons.orBoth(one, other);
  }
  const items = part.of.map((one, index) => `${numberOf(index, depth)}) ${sayPart(one, depth + 1, saying)}`);
  return `${heading(part, saying)}: ${items.join('; ')}`;
}

function heading({ op, of }: PlainGroup, { words: { reasons } }: Saying): string {
  return op === 'any' ? reasons.atLeastOneOf : reasons.allOf(of.length);
}

/** 1, 2; within these a, b; within these aa, bb: no number can be read as one of another depth. */
function numberOf(index: number, depth: number): string {
  if (depth === 0) return String(index + 1);
  const letter = String.fromCodePoint('a'.charCodeAt(0) + (index % 26));
  const round = index < 26 ? '' : String(Math.floor(index / 26) + 1);
  return letter.repeat(depth) + round;
}

function isLeaf(part: Plain): part is PlainLeaf {
  return part.op === 'answer' || part.op === 'not';
}

function questionOf(leaf: PlainLeaf): string {
  return leaf.op === 'not' ? leaf.of.question : leaf.question;
}

function sayLeaf({ question: id, test }: Leaf, isNegated: boolean, saying: Saying): string {
  const { language } = saying;
  const { tests } = saying.words.reasons;
  const question = existing(saying.questions, id);
  const name = quote(question.text[language], saying);
  // Reading a question that is not asked gives false, so its negation holds without an answer.
  const say = isNegated ? tests.isNot : tests.is;
  const about = { name, mayNotArise: isNegated && mayGoUnanswered(question) };
  switch (test.kind) {
    case 'is':
    case 'includes':
    case 'excludes':
      return say[test.kind](about, valuesOf(test.values, question, saying));
    case 'atLeast':
    case 'atMost':
      return say[test.kind](about, test.value.toLocaleString(language, { maximumFractionDigits: 20 }));
    case 'before':
    case 'after':
      return say[test.kind](about, formatDay(test.value, language));
  }
}

function mayGoUnanswered({ askWhen, allowsNotApplicable }: Question): boolean {
  return askWhen !== undefined || allowsNotApplicable;
}

function valuesOf(values: readonly string[], question: Question, saying: Saying): readonly string[] {
  return values.map((id) => {
    const choice = choiceOf(question, id);
    return choice === undefined ? saying.words.conditions.notApplicable : quote(choice.text[saying.language], saying);
  });
}

/** In quotation marks; those within become single ones, and a full stop before the closing one falls away. */
export function quote(text: string, { words }: Pick<Saying, 'words'>): string {
  return words.conditions.quoted(text.replace(/\.$/, ''));
}

function sentence(clause: string): string {
  return `${capital(clause)}.`;
}
