import { fileSections } from '../domain/answer-order.ts';
import type {
  Assessment,
  EquivalentMeasure,
  Exception,
  MeasurePlan,
  SignOff,
  Statement,
  Subject,
} from '../domain/assessment.ts';
import { assessmentFormat, messengerQuestion, saysNothing, signOffParts, subjectFields } from '../domain/assessment.ts';
import { type Catalogue, requirementsIn } from '../domain/catalogue.ts';
import type { InputIssue, Loaded } from '../domain/input-issue.ts';
import { choiceIds } from '../domain/question.ts';
import { readAnswers } from './read-answers.ts';
import type { Reader } from './reader.ts';

const [, ...sections] = fileSections;

/** What an answer file says. `issues` are those of the reader. */
export function readAssessment(root: Reader, catalogue: Catalogue, issues: InputIssue[]): Loaded<Assessment> {
  const warnings: InputIssue[] = [];
  const keys = root.keys(['format'], sections);
  const format = keys.format.string();
  if (format !== '' && format !== assessmentFormat) {
    keys.format.report({ kind: 'wrong-format', expected: assessmentFormat, found: format });
    return { ok: false, issues: issues.filter(({ problem }) => problem.kind === 'wrong-format') };
  }
  const { versions, outdated } = readVersions(keys.questionnaires, catalogue, warnings);
  const value: Assessment = {
    subject: keys.subject ? readSubject(keys.subject, catalogue) : {},
    questionnaires: versions,
    answers: keys.answers ? readAnswers(keys.answers, catalogue, outdated ? warnings : issues) : new Map(),
    measures: keys.measures ? readMeasures(keys.measures, catalogue, outdated ? warnings : issues) : new Map(),
    equivalents: keys.equivalents?.list((item) => readEquivalent(item, catalogue)) ?? [],
    exceptions: keys.exceptions?.list((item) => readException(item, catalogue)) ?? [],
    ...(keys.signOff && readSignOff(keys.signOff)),
  };
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value, warnings };
}

function readVersions(reader: Reader | undefined, { questionnaires }: Catalogue, warnings: InputIssue[]) {
  const versions = new Map<string, string>();
  let outdated = false;
  for (const [id, value, keyReader] of reader?.isFilled() ? reader.entries() : []) {
    const recorded = value.string();
    const current = questionnaires.get(id)?.version;
    if (current === undefined) {
      keyReader.report({ kind: 'unknown-id', noun: 'questionnaire', id, known: [...questionnaires.keys()] });
    } else if (recorded !== '' && recorded !== current) {
      outdated = true;
      value.into(warnings).report({ kind: 'version-differs', recorded, current });
    }
    versions.set(id, recorded);
  }
  return { versions, outdated };
}

function readSubject(reader: Reader, { questions }: Catalogue): Subject {
  if (!reader.isFilled()) return {};
  const keys = reader.keys([], [messengerQuestion, 'date', ...subjectFields]);
  const question = questions.get(messengerQuestion);
  const messengers = question ? choiceIds(question) : [];
  const texts = subjectFields.flatMap((field) => {
    const text = keys[field];
    return text?.isFilled() ? [[field, text.string()] as const] : [];
  });
  return {
    ...Object.fromEntries(texts),
    ...(keys.messenger?.isFilled() && { messenger: keys.messenger.oneOf(messengers) }),
    ...(keys.date?.isFilled() && { date: keys.date.day() }),
  };
}

/** What is planned, by requirement; what is yet to be written is left out. */
function readMeasures(reader: Reader, catalogue: Catalogue, misfits: InputIssue[]): ReadonlyMap<string, MeasurePlan> {
  const measures = new Map<string, MeasurePlan>();
  for (const [, value, keyReader] of reader.isFilled() ? reader.entries() : []) {
    const before = misfits.length;
    const requirement = readRequirementId(keyReader.into(misfits), catalogue);
    if (misfits.length > before || !value.isFilled()) continue;
    const { responsible, due, note } = value.keys([], ['responsible', 'due', 'note']);
    const plan: MeasurePlan = {
      ...(responsible?.isFilled() && { responsible: responsible.string() }),
      ...(due?.isFilled() && { due: due.day() }),
      ...(note?.isFilled() && { note: note.string() }),
    };
    if (!saysNothing(plan)) measures.set(requirement, plan);
  }
  return measures;
}

function readEquivalent(reader: Reader, catalogue: Catalogue): EquivalentMeasure {
  const keys = reader.keys(['requirement', 'measure', 'evidence']);
  return {
    requirement: readRequirementId(keys.requirement, catalogue),
    measure: keys.measure.string(),
    evidence: keys.evidence.string(),
  };
}

function readException(reader: Reader, catalogue: Catalogue): Exception {
  const keys = reader.keys(['requirement', 'reason', 'approvedBy', 'from', 'until']);
  const [from, until] = [keys.from.day(), keys.until.day()];
  if (until !== '' && until < from) keys.until.report({ kind: 'days-reversed', from, until });
  return {
    requirement: readRequirementId(keys.requirement, catalogue),
    reason: keys.reason.string(),
    approvedBy: keys.approvedBy.string(),
    from,
    until,
  };
}

/** Who signed off; what is yet to be written is left out, so that a form can offer it. */
function readSignOff(reader: Reader): Pick<Assessment, 'signOff'> {
  if (!reader.isFilled()) return {};
  const { opinion, decision, staffCouncil, nextReview } = reader.keys([], signOffParts);
  const signOff: SignOff = {
    ...named('opinion', opinion && readStatement(opinion, ['by', 'date', 'text'])),
    ...named('decision', decision && readStatement(decision, ['by', 'date', 'text'])),
    ...named('staffCouncil', staffCouncil && readStatement(staffCouncil, ['date', 'text'])),
    ...(nextReview?.isFilled() && { nextReview: nextReview.day() }),
  };
  return Object.keys(signOff).length === 0 ? {} : { signOff };
}

function named<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, T>);
}

function readStatement(reader: Reader, known: readonly (keyof Statement)[]): Statement | undefined {
  if (!reader.isFilled()) return undefined;
  const { by, date, text } = reader.keys([], known);
  const statement: Statement = {
    ...(by?.isFilled() && { by: by.string() }),
    ...(date?.isFilled() && { date: date.day() }),
    ...(text?.isFilled() && { text: text.string() }),
  };
  return Object.keys(statement).length === 0 ? undefined : statement;
}

function readRequirementId(reader: Reader, catalogue: Catalogue): string {
  const known = requirementsIn(catalogue);
  const id = reader.string();
  if (id !== '' && !known.has(id))
    reader.report({ kind: 'unknown-id', noun: 'requirement', id, known: [...known.keys()] });
  return id;
}
