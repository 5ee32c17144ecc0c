import { type Choice, type Question, questionKinds, subjectMatters } from '../domain/question.ts';
import { operators } from './read-condition.ts';
import type { Reader } from './reader.ts';

/** A question without its `askWhen`, which can be read only once all questions are known. */
export interface QuestionDraft {
  readonly question: Question;
  readonly askWhen?: Reader;
  readonly each?: Reader;
  readonly reader: Reader;
}

const required = ['id', 'about', 'kind', 'text', 'help', 'why', 'evidence'] as const;
const ofSelection = ['atLeastOne', 'exclusive'] as const;
const optional = [
  'choices',
  ...ofSelection,
  'askWhen',
  'each',
  'allowsNotApplicable',
  'informational',
  'fixed',
] as const;

export function readQuestion(reader: Reader): QuestionDraft {
  const keys = reader.keys(required, optional);
  const id = keys.id.id();
  if (operators.includes(id)) keys.id.report({ kind: 'not-an-id', found: id });
  const base = {
    id,
    about: keys.about.oneOf(subjectMatters),
    text: keys.text.text(),
    help: keys.help.text(),
    why: keys.why.text(),
    evidence: keys.evidence.text(),
    allowsNotApplicable: keys.allowsNotApplicable?.boolean() ?? false,
    informational: keys.informational?.boolean() ?? false,
    fixed: keys.fixed?.boolean() ?? false,
    ...(keys.each && { each: keys.each.id() }),
  };
  const kind = keys.kind.oneOf(questionKinds);
  const question = withKind(kind, base, { ...keys, reader });
  const { askWhen, each } = keys;
  return { question, reader, ...(askWhen && { askWhen }), ...(each && { each }) };
}

interface KindKeys extends Partial<Record<'choices' | (typeof ofSelection)[number], Reader>> {
  readonly reader: Reader;
}

/** The question with the keys of its kind. */
function withKind(
  kind: Question['kind'],
  base: Omit<Question, 'kind'>,
  { choices, atLeastOne, exclusive, reader }: KindKeys,
): Question {
  if (kind === 'choices') {
    const read = readChoices(choices, reader);
    return {
      ...base,
      kind,
      choices: read,
      ...(atLeastOne && { atLeastOne: atLeastOne.boolean() }),
      ...(exclusive && { exclusive: exclusive.list((group) => readGroup(group, read)) }),
    };
  }
  for (const key of ofSelection) reportKey(key, reader);
  if (kind === 'choice') return { ...base, kind, choices: readChoices(choices, reader) };
  reportKey('choices', reader);
  return { ...base, kind };
}

/** A key that another kind of question has: somebody who writes it meant that kind. */
function reportKey(foreign: (typeof optional)[number], reader: Reader): void {
  const known = [...required, ...optional].filter((key) => key !== foreign);
  const found = reader.is('mapping') ? reader.entries().find(([key]) => key === foreign) : undefined;
  found?.[2].report({ kind: 'unknown-key', key: foreign, known });
}

function readChoices(choices: Reader | undefined, question: Reader): readonly Choice[] {
  if (choices === undefined) {
    question.report({ kind: 'missing-key', key: 'choices' });
    return [];
  }
  const seen = new Set<string>();
  return choices.list((reader) => {
    const keys = reader.keys(['id', 'text']);
    const id = keys.id.id();
    if (seen.has(id)) keys.id.report({ kind: 'chosen-twice', found: id });
    seen.add(id);
    return { id, text: keys.text.text() };
  });
}

/** Choices that exclude each other. */
function readGroup(reader: Reader, choices: readonly Choice[]): readonly string[] {
  const ids = choices.map(({ id }) => id);
  const group = reader.list((item) => ({ id: item.oneOf(ids), isKnown: item.isOneOf(ids) }));
  const distinct = [...new Set(group.map(({ id }) => id))];
  // One excludes nothing: whoever writes it forgot the other, or wrote it twice.
  const isAlone = distinct.length < 2 && group.every(({ isKnown }) => isKnown);
  if (reader.is('list') && isAlone) reader.report({ kind: 'excludes-nothing' });
  return distinct;
}
