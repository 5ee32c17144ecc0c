import { type Contradiction, directions, type Evidence, evidenceKinds, type Position } from '../domain/evidence.ts';
import { choicesOf, type Question } from '../domain/question.ts';
import { certainties } from '../domain/source.ts';
import { authorities } from '../domain/supervision.ts';
import { type Readable, readCondition } from './read-condition.ts';
import type { Reader } from './reader.ts';

const required = ['id', 'kind', 'body', 'holding', 'direction', 'weight', 'checked', 'messengers', 'sectors'] as const;
const optional = ['authority', 'date', 'dateNote', 'reference', 'url', 'urls', 'remark'] as const;

export function readEvidence(reader: Reader, questions: ReadonlyMap<string, Question>): Evidence {
  const keys = reader.keys(required, optional);
  const choicesIn = (id: string) => {
    const question = questions.get(id);
    return question === undefined ? [] : choicesOf(question).map((choice) => choice.id);
  };
  return {
    id: keys.id.string(),
    kind: keys.kind.oneOf(evidenceKinds),
    body: keys.body.text(),
    holding: keys.holding.text(),
    direction: keys.direction.oneOf(directions),
    weight: keys.weight.text(),
    checked: keys.checked.oneOf(certainties),
    urls: [...(keys.url ? [keys.url.address()] : []), ...(keys.urls?.list((url) => url.address()) ?? [])],
    messengers: keys.messengers.list((item) => item.oneOf(choicesIn('messenger'))),
    sectors: keys.sectors.list((item) => item.oneOf(choicesIn('sector'))),
    ...(keys.authority && { authority: keys.authority.oneOf(authorities) }),
    ...(keys.reference && { reference: keys.reference.string() }),
    ...(keys.remark && { remark: keys.remark.text() }),
    ...readDate(reader, keys),
  };
}

/** What a contradiction may name. */
export interface Referable extends Readable {
  readonly requirements: ReadonlyMap<string, unknown>;
  readonly evidence: ReadonlyMap<string, unknown>;
}

export function readContradiction(reader: Reader, referable: Referable): Contradiction {
  const keys = reader.keys(['id', 'topic', 'positions', 'treatment'], ['when']);
  return {
    id: keys.id.string(),
    topic: keys.topic.text(),
    positions: keys.positions.list((position) => readPosition(position, referable)),
    treatment: keys.treatment.text(),
    ...(keys.when && { when: readCondition(keys.when, referable) }),
  };
}

function readPosition(reader: Reader, { requirements, evidence }: Referable): Position {
  const keys = reader.keys(['who', 'says', 'weight', 'requirements', 'evidence'], ['date', 'dateNote']);
  const idIn = (known: ReadonlyMap<string, unknown>, noun: 'requirement' | 'evidence') => (item: Reader) => {
    const id = item.string();
    if (id !== '' && !known.has(id)) item.report({ kind: 'unknown-id', noun, id, known: [...known.keys()] });
    return id;
  };
  return {
    who: keys.who.text(),
    says: keys.says.text(),
    weight: keys.weight.text(),
    requirements: keys.requirements.list(idIn(requirements, 'requirement')),
    evidence: keys.evidence.list(idIn(evidence, 'evidence')),
    ...readDate(reader, keys),
  };
}

type DateKeys = Partial<Record<'date' | 'dateNote', Reader>>;

/** A date, a note on the date, or both. */
export function readDate(reader: Reader, { date, dateNote }: DateKeys) {
  if (date === undefined && dateNote === undefined) reader.report({ kind: 'missing-key', key: 'date' });
  return { ...(date && { date: date.partialDay() }), ...(dateNote && { dateNote: dateNote.text() }) };
}
