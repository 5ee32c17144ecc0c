import type { AnswerValue } from '../domain/answer.ts';
import { messengerQuestion } from '../domain/assessment.ts';
import {
  confidences,
  type Fact,
  factFields,
  isProposable,
  type MessengerProfile,
} from '../domain/messenger-profile.ts';
import { choicesOf } from '../domain/question.ts';
import { certainties } from '../domain/source.ts';
import { readValue } from './read-answers.ts';
import { readDate } from './read-evidence.ts';
import { type References, readSourceId } from './read-requirement.ts';
import type { Reader } from './reader.ts';

/** A profile whose inherited facts are still to be taken over, which can be done once all profiles are known. */
export interface ProfileDraft {
  readonly profile: MessengerProfile;
  readonly inherits?: { readonly from: string; readonly fields: readonly Reader[]; readonly reader: Reader };
}

export function readProfile(reader: Reader, references: References): ProfileDraft {
  const keys = reader.keys(['id', 'researched', 'summary', 'facts'], ['inherits']);
  const fields = new Set<string>();
  const answered = new Set<string>();
  const profile: MessengerProfile = {
    id: readMessenger(keys.id, references),
    researched: keys.researched.day(),
    summary: keys.summary.text(),
    facts: keys.facts.list((item) => {
      const fact = readFact(item, { ...references, answered });
      if (fields.has(fact.field)) item.report({ kind: 'chosen-twice', found: fact.field });
      fields.add(fact.field);
      return fact;
    }),
  };
  const inherits = keys.inherits?.keys(['from', 'fields']);
  if (inherits === undefined) return { profile };
  return {
    profile,
    inherits: { from: inherits.from.string(), fields: inherits.fields.list((item) => item), reader: inherits.from },
  };
}

function readMessenger(reader: Reader, { questions }: References): string {
  const question = questions.get(messengerQuestion);
  reader.oneOf(question === undefined ? [] : choicesOf(question).map(({ id }) => id));
  // An unknown one keeps its id: what stands in for it would be there twice.
  return reader.into([]).string();
}

/** The profile with the facts of the one it builds on; a fact of its own comes first. */
export function withInherited({ profile, inherits }: ProfileDraft, drafts: ReadonlyMap<string, ProfileDraft>) {
  if (inherits === undefined) return profile;
  const base = drafts.get(inherits.from)?.profile;
  if (base === undefined || base.id === profile.id) {
    const known = [...drafts.keys()].filter((id) => id !== profile.id);
    inherits.reader.report({ kind: 'unknown-id', noun: 'profile', id: inherits.from, known });
    return profile;
  }
  const own = new Set<string>(profile.facts.map(({ field }) => field));
  const answered = new Set(profile.facts.flatMap((fact) => [...fact.answers.keys()]));
  const taken = new Map<string, Fact>();
  for (const reader of inherits.fields) {
    const field = reader.oneOf(base.facts.map((fact) => fact.field).filter((one) => !own.has(one)));
    const fact = base.facts.find((one) => one.field === field);
    if (taken.has(field)) reader.report({ kind: 'chosen-twice', found: field });
    if (fact === undefined) continue;
    // What the profile says itself on a question goes before what it takes over.
    const answers = new Map([...fact.answers].filter(([question]) => !answered.has(question)));
    taken.set(field, { ...fact, answers, inherited: { from: base.id, researched: base.researched } });
  }
  return { ...profile, facts: [...profile.facts, ...taken.values()] };
}

function readFact(reader: Reader, references: References & { readonly answered: Set<string> }): Fact {
  const keys = reader.keys(
    ['field', 'value', 'sources', 'checked', 'confidence'],
    ['answers', 'date', 'dateNote', 'versions', 'remark'],
  );
  const checked = keys.checked.oneOf(certainties);
  const sources = keys.sources.list((source) => readSourceId(source, references));
  if (sources.length === 0 && checked !== 'recall' && keys.sources.is('list')) {
    keys.sources.report({ kind: 'source-needed' });
  }
  return {
    field: keys.field.oneOf(factFields),
    value: keys.value.text(),
    answers: keys.answers ? readProposals(keys.answers, references) : new Map(),
    sources,
    checked,
    confidence: keys.confidence.oneOf(confidences),
    ...(keys.versions && { versions: keys.versions.text() }),
    ...(keys.remark && { remark: keys.remark.text() }),
    ...readDate(reader, keys),
  };
}

/** Answers to questions on the product alone. */
function readProposals(
  reader: Reader,
  { questions, answered }: Pick<References, 'questions'> & { readonly answered: Set<string> },
): ReadonlyMap<string, AnswerValue> {
  const known = [...questions.values()].filter(isProposable).map(({ id }) => id);
  const answers = new Map<string, AnswerValue>();
  for (const [id, value, keyReader] of reader.entries()) {
    const question = questions.get(id);
    if (question === undefined || !isProposable(question)) {
      keyReader.report({ kind: 'unknown-id', noun: 'question', id, known });
    } else {
      if (answered.has(id)) keyReader.report({ kind: 'chosen-twice', found: id });
      answered.add(id);
      answers.set(id, readValue(value, question));
    }
  }
  return answers;
}
