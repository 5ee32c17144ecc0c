import { type Answer, answerKey } from '../domain/answer.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { dayAfter } from '../domain/day.ts';
import type { DayOfChange, Decay, EndingProof, FindingChange, Lapse, VerdictChange } from '../domain/decay.ts';
import type { Judged } from '../domain/evaluation.ts';
import { type Finding, latest, pairsIn } from '../domain/finding.ts';
import { judgeAssessment } from './evaluate.ts';

/**
 * On which days after `date` the evaluation becomes another because a proof or an exception runs out or an exception
 * begins, and what changes then, each against the day before. Only days that the assessment names are looked at: on no
 * other can anything change.
 */
export function decayOf(catalogue: Catalogue, assessment: Assessment, date: string): Decay {
  const days: DayOfChange[] = [];
  const coming = lapsesAfter(assessment, date);
  if (coming.length === 0) return { days };
  let before = judgeAssessment(catalogue, assessment, { date, reasons: 'all' });
  for (const [day, lapses] of coming) {
    const after = judgeAssessment(catalogue, assessment, { date: day, reasons: 'all' });
    const had = (kept: readonly LapsedProof[]) =>
      judgeAssessment(catalogue, withLasting(kept, assessment), { date: day, reasons: 'all' });
    const change = compare(before, after, { lapses, had });
    if (change !== undefined) days.push(change);
    before = after;
  }
  const verdictEnds = days.find(({ overall }) => overall !== undefined);
  return { days, ...(verdictEnds && { verdictEnds }) };
}

/** What lapses after a day, by the first day on which that counts, in order. */
export function lapsesAfter(assessment: Assessment, date: string): readonly (readonly [string, readonly Lapse[]])[] {
  const byDay = new Map<string, Lapse[]>();
  const note = (day: string | undefined, lapse: Lapse) => {
    if (day === undefined || day <= date) return;
    const lapses = byDay.get(day) ?? [];
    byDay.set(day, lapses);
    // Not spread: a file can hold thousands that lapse on one day.
    lapses.push(lapse);
  };
  for (const [key, answer] of assessment.answers) {
    // Most answers have no proof, or one that does not end.
    if (answer.evidence.length === 0) continue;
    for (const proof of firstToExpire(answer)) note(dayAfter(proof.validUntil), { kind: 'proof-expired', key, proof });
  }
  for (const exception of assessment.exceptions) {
    note(exception.from, { kind: 'exception-began', exception });
    note(dayAfter(exception.until), { kind: 'exception-ended', exception });
  }
  return [...byDay].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The proofs with which an answer falls; what runs out later changes nothing any more. */
function firstToExpire({ state, evidence }: Answer): readonly EndingProof[] {
  if (state === 'unknown') return [];
  const ending = evidence.flatMap((proof) => {
    const { validUntil } = proof;
    return validUntil === undefined ? [] : [{ ...proof, validUntil }];
  });
  const [first] = ending.map(({ validUntil }) => validUntil).sort();
  return ending.filter(({ validUntil }) => validUntil === first);
}

type LapsedProof = Extract<Lapse, { kind: 'proof-expired' }>;

/** What lapses on a day, and how the day would be, had some of the proofs lasted. */
interface Lapsing {
  readonly lapses: readonly Lapse[];
  readonly had: (kept: readonly LapsedProof[]) => Judged;
}

/** The same assessment with proofs that do not end. */
function withLasting(kept: readonly LapsedProof[], assessment: Assessment): Assessment {
  const keys = new Set(kept.map(({ key }) => key));
  const answers = [...assessment.answers].map(([key, answer]): readonly [string, Answer] => [
    key,
    keys.has(key) ? { ...answer, evidence: [] } : answer,
  ]);
  return { ...assessment, answers: new Map(answers) };
}

function compare(before: Judged, after: Judged, lapsing: Lapsing): DayOfChange | undefined {
  const { lapses } = lapsing;
  const findings = changedFindings(before, after, lapsing);
  const questionnaires = changedVerdicts(before, after);
  const [was, is] = [before.overall.verdict, after.overall.verdict];
  if (findings.length === 0 && questionnaires.length === 0 && was === is) return undefined;
  const overall = was === is ? undefined : { before: was, after: is };
  return { day: after.date, lapses, findings, questionnaires, ...(overall && { overall }) };
}

/** In the order of the later evaluation; those that go come last. */
function changedFindings(before: Judged, after: Judged, lapsing: Lapsing): readonly FindingChange[] {
  const [old, now] = [byName(before.findings), byName(after.findings)];
  return pairsIn(old, now).flatMap(([name, pair]): readonly FindingChange[] => {
    const { before: was, after: is } = pair;
    if (was?.status === is?.status) return [];
    const because =
      was?.judged === is?.judged
        ? exceptionsOn(latest(pair), lapsing.lapses)
        : proofsBehind(name, { was, after, lapsing });
    return [{ ...pair, because }];
  });
}

function byName(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  return new Map(
    findings.map((finding) => [`${finding.questionnaire} ${answerKey(finding.requirement.id, finding.item)}`, finding]),
  );
}

function exceptionsOn(finding: Finding, lapses: readonly Lapse[]): readonly Lapse[] {
  return lapses.filter((one) => one.kind !== 'proof-expired' && one.exception.requirement === finding.requirement.id);
}

/**
 * The proofs without whose end a finding would be judged as before. What keeps it open first hides what would keep it
 * open next, so they are taken back step by step. All of them, where it comes or goes with its paper.
 */
function proofsBehind(
  name: string,
  { was, after, lapsing }: { was: Finding | undefined; after: Judged; lapsing: Lapsing },
): readonly Lapse[] {
  const proofs = lapsing.lapses.filter((lapse) => lapse.kind === 'proof-expired');
  const behind = new Set<LapsedProof>();
  for (let findings = after.findings; ; findings = lapsing.had([...behind]).findings) {
    const is = byName(findings).get(name);
    if (is?.judged === was?.judged) return [...behind];
    // In the place of findings for each choice there is one for the requirement, as long as the choices are open.
    const shown = is ?? findings.find(({ requirement }) => requirement.id === was?.requirement.id);
    const more = proofs.filter((proof) => !behind.has(proof) && shown?.because.includes(proof.key));
    if (more.length === 0) return proofs;
    for (const proof of more) behind.add(proof);
  }
}

function changedVerdicts(before: Judged, after: Judged): DayOfChange['questionnaires'] {
  const verdictsIn = ({ byQuestionnaire }: Judged) =>
    new Map(byQuestionnaire.map(({ questionnaire, verdict }) => [questionnaire, verdict]));
  const [old, now] = [verdictsIn(before), verdictsIn(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((questionnaire) => {
    const change: VerdictChange = { before: old.get(questionnaire), after: now.get(questionnaire) };
    return change.before === change.after ? [] : [{ questionnaire, ...change }];
  });
}
