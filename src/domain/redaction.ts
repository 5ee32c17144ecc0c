import type { Answer } from './answer.ts';
import { questionOfKey } from './answer.ts';
import type { Assessment, SignOff, Statement } from './assessment.ts';
import type { Catalogue } from './catalogue.ts';
import { profileOrigin } from './messenger-profile.ts';

/**
 * What can be kept out of a report that is published: what people wrote in words of their own (notes, reasons, answers
 * in words, statements), what they name as evidence, and their names. Days, choices and the subject stay.
 */
export const redactions = ['notes', 'evidence', 'names'] as const;
export type Redaction = (typeof redactions)[number];

export interface RedactionOptions {
  readonly what: readonly Redaction[];
  /** What stands in place of what was taken out. */
  readonly mark: string;
  readonly questions: Catalogue['questions'];
}

type Blacken = (text: string) => string;
/** What becomes of a text of each kind. */
type Blackening = Readonly<Record<Redaction, Blacken>>;

/**
 * The assessment without what is to be kept out. It decides the same: no rule reads what people write. Done twice, it
 * is the same as once.
 */
export function withRedactions(assessment: Assessment, { what, mark, questions }: RedactionOptions): Assessment {
  const hide = (kind: Redaction): Blacken => (what.includes(kind) ? () => mark : (text) => text);
  const black: Blackening = { notes: hide('notes'), evidence: hide('evidence'), names: hide('names') };
  const { subject, questionnaires, answers, measures, equivalents, exceptions, signOff } = assessment;
  return {
    ...assessment,
    subject: { ...subject, ...hidden(subject, 'assessor', black.names) },
    // What does not look like a version was typed.
    questionnaires: new Map([...questionnaires].map(([id, version]) => [id, isVersion(version) ? version : mark])),
    answers: new Map(
      [...answers].map(([key, answer]) => {
        const isText = questions.get(questionOfKey(key))?.kind === 'text';
        return [key, redactAnswer(answer, isText, black)];
      }),
    ),
    measures: new Map(
      [...measures].map(([id, plan]) => [
        id,
        { ...plan, ...hidden(plan, 'responsible', black.names), ...hidden(plan, 'note', black.notes) },
      ]),
    ),
    equivalents: equivalents.map((one) => ({
      ...one,
      measure: black.notes(one.measure),
      evidence: black.evidence(one.evidence),
    })),
    exceptions: exceptions.map((one) => ({
      ...one,
      reason: black.notes(one.reason),
      approvedBy: black.names(one.approvedBy),
    })),
    ...(signOff && { signOff: redactSignOff(signOff, black) }),
  };
}

/** As papers of questionnaires have them, or none. */
function isVersion(text: string): boolean {
  return /^(?:\d[\w.+-]{0,39})?$/.test(text);
}

/** The field of a record, blackened, where it has it. */
function hidden<K extends string>(
  record: Readonly<Partial<Record<K, string>>>,
  field: K,
  blacken: Blacken,
): Partial<Record<K, string>> {
  const text: string | undefined = record[field];
  return text === undefined ? {} : ({ [field]: blacken(text) } as Record<K, string>);
}

function redactAnswer(answer: Answer, isText: boolean, black: Blackening): Answer {
  const { origin } = answer;
  const record = {
    ...hidden(answer, 'note', black.notes),
    // Only the program writes this one; any other was typed.
    ...(origin !== undefined && origin !== profileOrigin && { origin: black.notes(origin) }),
    evidence: answer.evidence.map((proof) => ({ ...proof, text: black.evidence(proof.text) })),
  };
  switch (answer.state) {
    case 'given': {
      const { value } = answer;
      return { ...answer, ...record, value: isText && typeof value === 'string' ? black.notes(value) : value };
    }
    case 'unknown':
      return { ...answer, ...record };
    case 'not-applicable':
      return { ...answer, ...record, reason: black.notes(answer.reason) };
  }
}

function redactSignOff(signOff: SignOff, black: Blackening): SignOff {
  const { opinion, decision, staffCouncil } = signOff;
  const statement = (one: Statement): Statement => ({
    ...one,
    ...hidden(one, 'by', black.names),
    ...hidden(one, 'text', black.notes),
  });
  return {
    ...signOff,
    ...(opinion && { opinion: statement(opinion) }),
    ...(decision && { decision: statement(decision) }),
    ...(staffCouncil && { staffCouncil: statement(staffCouncil) }),
  };
}
