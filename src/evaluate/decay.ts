import { type Answer, answerKey, type Proof } from '../domain/answer.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { dayAfter } from '../domain/day.ts';
import type { DayOfChange, Decay, FindingChange, Lapse, VerdictChange } from '../domain/decay.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { Finding } from '../domain/finding.ts';
import { evaluate } from './evaluate.ts';

/**
 * On which days after `date` the evaluation becomes another because a proof or an exception runs out or an exception
 * begins, and what changes then, each against the day before. Only days that the assessment names are looked at: on no
 * other can anything change.
 */
export function decayOf(catalogue: Catalogue, assessment: Assessment, date: string): Decay {
  const days: DayOfChange[] = [];
  let before = evaluate(catalogue, assessment, date);
  for (const [day, lapses] of lapsesAfter(assessment, date)) {
    const after = evaluate(catalogue, assessment, day);
    const change = compare(before, after, lapses);
    if (change !== undefined) days.push(change);
    before = after;
  }
  const verdictEnds = days.find(({ overall }) => overall !== undefined);
  return { days, ...(verdictEnds && { verdictEnds }) };
}

/** What lapses after a day, by the first day on which that counts, in order. */
function lapsesAfter(assessment: Assessment, date: string): readonly (readonly [string, readonly Lapse[]])[] {
  const byDay = new Map<string, Lapse[]>();
  const note = (day: string | undefined, lapse: Lapse) => {
    if (day !== undefined && day > date) byDay.set(day, [...(byDay.get(day) ?? []), lapse]);
  };
  for (const [key, answer] of assessment.answers) {
    for (const proof of firstToExpire(answer)) note(dayAfter(proof.validUntil), { kind: 'proof-expired', key, proof });
  }
  for (const exception of assessment.exceptions) {
    note(exception.from, { kind: 'exception-began', exception });
    note(dayAfter(exception.until), { kind: 'exception-ended', exception });
  }
  return [...byDay].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The proofs with which an answer falls; what runs out later changes nothing any more. */
function firstToExpire({ state, evidence }: Answer): readonly (Proof & { readonly validUntil: string })[] {
  if (state === 'unknown') return [];
  const ending = evidence.flatMap((proof) => {
    const { validUntil } = proof;
    return validUntil === undefined ? [] : [{ ...proof, validUntil }];
  });
  return ending.filter(({ validUntil }) => ending.every((other) => validUntil <= other.validUntil));
}

function compare(before: Evaluation, after: Evaluation, lapses: readonly Lapse[]): DayOfChange | undefined {
  const findings = changedFindings(before, after, lapses);
  const questionnaires = changedVerdicts(before, after);
  const [was, is] = [before.overall.verdict, after.overall.verdict];
  if (findings.length === 0 && questionnaires.length === 0 && was === is) return undefined;
  const overall = was === is ? undefined : { before: was, after: is };
  return { day: after.date, lapses, findings, questionnaires, ...(overall && { overall }) };
}

/** In the order of the later evaluation; those that go come last. */
function changedFindings(before: Evaluation, after: Evaluation, lapses: readonly Lapse[]): readonly FindingChange[] {
  const old = byName(before.findings);
  const now = byName(after.findings);
  const changed = [...now].flatMap(([name, finding]): readonly FindingChange[] => {
    const was = old.get(name);
    if (was?.status === finding.status) return [];
    return [{ ...(was && { before: was }), after: finding, because: lapsesBehind(finding, lapses, was) }];
  });
  const gone = [...old].flatMap(([name, finding]): readonly FindingChange[] => {
    if (now.has(name)) return [];
    // In the place of findings for each choice there is one for the requirement as long as the choices are open.
    const instead = after.findings.find(({ requirement }) => requirement.id === finding.requirement.id);
    return [{ before: finding, because: lapsesBehind(instead ?? finding, lapses) }];
  });
  return [...changed, ...gone];
}

function byName(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  return new Map(
    findings.map((finding) => [`${finding.questionnaire} ${answerKey(finding.requirement.id, finding.item)}`, finding]),
  );
}

/**
 * Where the answers come to the same as before, the exceptions from the requirement are behind it; otherwise the proofs
 * of the answers it hangs on, or of any, where it comes or goes with its paper.
 */
function lapsesBehind(finding: Finding, lapses: readonly Lapse[], before?: Finding): readonly Lapse[] {
  if (before?.judged === finding.judged) {
    return lapses.filter((one) => one.kind !== 'proof-expired' && one.exception.requirement === finding.requirement.id);
  }
  const proofs = lapses.filter((one) => one.kind === 'proof-expired');
  const own = proofs.filter(({ key }) => finding.because.includes(key));
  return own.length > 0 ? own : proofs;
}

function changedVerdicts(before: Evaluation, after: Evaluation): DayOfChange['questionnaires'] {
  const verdictsIn = ({ byQuestionnaire }: Evaluation) =>
    new Map(byQuestionnaire.map(({ questionnaire, verdict }) => [questionnaire, verdict]));
  const [old, now] = [verdictsIn(before), verdictsIn(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((questionnaire) => {
    const change: VerdictChange = { before: old.get(questionnaire), after: now.get(questionnaire) };
    return change.before === change.after ? [] : [{ questionnaire, ...change }];
  });
}
