import { levels, type Requirement } from '../domain/requirement.ts';
import { certainties, evidenceClasses, type Source } from '../domain/source.ts';
import { checkEach } from './check-each.ts';
import { type Readable, readCondition } from './read-condition.ts';
import type { Reader } from './reader.ts';

const required = [
  'id',
  'level',
  'ref',
  'checked',
  'sources',
  'asOf',
  'law',
  'basis',
  'title',
  'fulfilledWhen',
  'finding',
  'measure',
] as const;
const optional = [
  'levelUncertain',
  'levelProposed',
  'evidenceClass',
  'caveat',
  'addressee',
  'binds',
  'issuer',
  'each',
  'appliesWhen',
  'partialWhen',
  'partialFinding',
] as const;

/** What a requirement may refer to. */
export interface References extends Readable {
  readonly sources: ReadonlyMap<string, Source>;
}

export function readRequirement(reader: Reader, references: References): Requirement {
  const keys = reader.keys(required, optional);
  const each = keys.each?.id();
  const readable = { questions: references.questions, each };
  if (keys.each && each !== undefined) checkEach(keys.each, each, references);
  if ((keys.partialWhen === undefined) !== (keys.partialFinding === undefined)) {
    reader.report({ kind: 'only-together', keys: ['partialWhen', 'partialFinding'] });
  }
  return {
    id: keys.id.string(),
    level: keys.level.oneOf(levels),
    levelUncertain: keys.levelUncertain?.boolean() ?? false,
    levelProposed: keys.levelProposed?.boolean() ?? false,
    ref: keys.ref.textOrName(),
    checked: keys.checked.oneOf(certainties),
    sources: keys.sources.list((source) => readSourceId(source, references)),
    asOf: keys.asOf.text(),
    law: keys.law.list((item) => item.textOrName()),
    basis: keys.basis.text(),
    title: keys.title.text(),
    fulfilledWhen: readCondition(keys.fulfilledWhen, readable),
    finding: keys.finding.text(),
    measure: keys.measure.text(),
    ...(keys.evidenceClass && { evidenceClass: keys.evidenceClass.oneOf(evidenceClasses) }),
    ...(keys.caveat && { caveat: keys.caveat.text() }),
    ...(keys.addressee && { addressee: keys.addressee.text() }),
    ...(keys.binds && { binds: readCondition(keys.binds, { questions: references.questions }) }),
    ...(keys.issuer && { issuer: keys.issuer.text() }),
    ...(each !== undefined && { each }),
    ...(keys.appliesWhen && { appliesWhen: readCondition(keys.appliesWhen, readable) }),
    ...(keys.partialWhen && { partialWhen: readCondition(keys.partialWhen, readable) }),
    ...(keys.partialFinding && { partialFinding: keys.partialFinding.text() }),
  };
}

/** The id of a source in the catalogue. */
export function readSourceId(reader: Reader, { sources }: Pick<References, 'sources'>): string {
  const id = reader.string();
  if (id !== '' && !sources.has(id)) {
    reader.report({ kind: 'unknown-id', noun: 'source', id, known: [...sources.keys()] });
  }
  return id;
}
