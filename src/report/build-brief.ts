import { alternativeQuestion, messengerQuestion } from '../domain/assessment.ts';
import { capital } from '../domain/language.ts';
import type { Certainty } from '../domain/source.ts';
import { supervisionQuestions } from '../domain/supervision.ts';
import { type Binding, type Verdict, verdicts, worstOf } from '../domain/verdict.ts';
import type { Wording } from '../wording/wording.ts';
import type { ComparedColumn } from './comparison.ts';
import { decidingEverywhere } from './describe-comparison.ts';
import { whyInVain } from './measures-lead.ts';
import type {
  BriefMeasure,
  Report,
  ReportBrief,
  ReportFinding,
  ReportMeasure,
  ReportQuestionnaire,
  ReportReason,
} from './report.ts';
import { firstSentenceWithin, lengthOf, sentencesWithin, shortened } from './shorten.ts';

/** The report without its brief, which is made of it. */
export type ReportContent = Omit<Report, 'brief'>;

type Words = Wording['memo']['brief'];

const mostReasons = 5;
const mostMeasures = 3;
const mostAlternatives = 3;
const mostQuestions = 3;
const mostBeside = 2;
const mostStatements = 1;

/** What fits on a page; what people typed may be a book. */
const longest = { organisation: 120, use: 300, question: 140, name: 80, caveat: 160, statement: 300, note: 120 };

/**
 * How much grounds, reasons, doubts and the signature, and the measures, may say together; what is left at least to
 * explain the first reason; what one measure says where it has several sentences; a line, which every alternative takes.
 */
const room = { reasons: 1520, firstReason: 240, measures: 510, measure: 170, line: 95 };

/** The memo on one page: nothing in it that the report does not say, and the number of what it leaves out. */
export function buildBrief(report: ReportContent, words: Wording): ReportBrief {
  const all = inOrderOfWeight(report);
  const reasons = all.slice(0, mostReasons);
  const { brief } = words.memo;
  const grounds = describeGrounds(report, words);
  const doubts = describeDoubts(report, reasons, brief);
  const steps = describeMeasures(report, all, brief);
  const alternatives = describeAlternatives(report, brief);
  const signature = describeSignature(report, words);
  const reservation = report.clashes.length === 0 ? '' : words.clash.reservation(report.clashes.length);
  const said =
    lengthOf([...grounds, ...doubts, signature, reservation].join(' ')) + alternatives.best.length * room.line;
  const left = room.reasons + (steps.measures.length === 0 ? room.measures : 0) - said;
  return {
    ...describeQuestion(report, words),
    grounds,
    reasons: describeReasons(reasons, { report, words, room: left }),
    doubts,
    reasonsRemark: all.length === 0 ? noReasons(report, brief) : remarkOn(all.length - reasons.length, report, brief),
    advice: describeAdvice(report, brief),
    ...steps,
    alternatives,
    open: describeOpen(report, brief),
    ends: report.validity?.verdictEnds == null ? null : report.validity.sentence,
    signature,
  };
}

/** Each by its title; those that weigh most are explained as well, as far as there is room. */
function describeReasons(
  reasons: readonly ReportReason[],
  { report, words, room: length }: { report: ReportContent; words: Wording; room: number },
): ReportBrief['reasons'] {
  const titled = reasons.map((reason) => ({
    reason,
    // A title says what is demanded: alone, it would read as if it were so.
    title: `${capital(reason.status.label)}${levelOf(reason, report)}: ${reason.title}`,
  }));
  let left = Math.max(length - lengthOf(titled.map(({ title }) => title).join('')), room.firstReason);
  return titled.map(({ reason, title }, index) => {
    const whole = reason.text ?? missingIn(reason, { report, words: words.memo.brief });
    const text = sentencesWithin(left, whole) ?? (index === 0 ? shortened(whole, left) : null);
    left -= text === null ? 0 : lengthOf(text);
    return { id: reason.id, label: reason.label, title, text };
  });
}

/** What the result rests on; what papers that do not count here make of it, where that is worse. */
function describeGrounds(report: ReportContent, words: Wording): readonly string[] {
  const { verdict } = report;
  const { brief } = words.memo;
  const orienting = papersThat('orients', report);
  const worst = worstOf(orienting.map((one) => one.verdict.id));
  const stricter = isBetter(verdict.id, worst) ? orienting.filter((one) => one.verdict.id === worst) : [];
  return [
    // Not as the memo says it, which need not refer to itself.
    words.report.basis[verdict.basis.id],
    ...(verdict.basis.id === 'binding' ? [brief.binding(titlesOf(papersThat('binds', report)))] : []),
    ...verdict.statements
      .slice(0, mostStatements)
      .map(({ id, date, holding, checked }) =>
        brief.statement(shortened(holding, longest.statement), [id, date, checked.label]),
      ),
    ...(stricter[0] ? [brief.stricter(stricter[0].verdict.label, titlesOf(stricter))] : []),
  ];
}

/** Which reasons rest on what was not seen, or is merely remembered; what else whoever relies on them must know. */
function describeDoubts(report: ReportContent, reasons: readonly ReportReason[], words: Words): readonly string[] {
  const restingOn = (certainty: Certainty) =>
    reasons.filter(({ id }) => findingOf(id, report)?.checked.id === certainty).map(({ label }) => label);
  const [reported, recalled] = [restingOn('secondary'), restingOn('recall')];
  return [
    ...(reported.length + recalled.length > 0 ? [words.unseen(reported, recalled)] : []),
    ...caveatsOf(reasons, report, words),
  ];
}

function papersThat(wanted: Binding, { questionnaires }: ReportContent): readonly ReportQuestionnaire[] {
  return questionnaires.filter(({ binding }) => binding.id === wanted);
}

function titlesOf(questionnaires: readonly ReportQuestionnaire[]): readonly string[] {
  return questionnaires.map(({ title }) => title);
}

/** The caveats of reasons; once where several share it. */
function caveatsOf(reasons: readonly ReportReason[], report: ReportContent, words: Words): readonly string[] {
  const all = reasons.map(({ id, label }) => ({ label, caveat: findingOf(id, report)?.caveat ?? null }));
  const caveats = [...new Set(all.map(({ caveat }) => caveat))].filter((caveat) => caveat !== null);
  return caveats.map((caveat) =>
    words.caveat(
      all.filter((one) => one.caveat === caveat).map(({ label }) => label),
      shortened(caveat, longest.caveat),
    ),
  );
}

function isBetter(one: Verdict, other: Verdict): boolean {
  return verdicts.indexOf(one) > verdicts.indexOf(other);
}

/** How binding the demand is: from a SHOULD one may depart with reasons. */
function levelOf({ id }: ReportReason, report: ReportContent): string {
  const finding = findingOf(id, report);
  return finding === undefined ? '' : ` (${finding.level.label})`;
}

/** How many reasons are left out; where the use may be, also what else the papers that count find amiss. */
function remarkOn(left: number, report: ReportContent, words: Words): string | null {
  const beside = isBetter(report.verdict.id, 'undetermined') ? violatedBeside(report) : [];
  const named = beside.slice(0, mostBeside).map(({ title, label }) => `${title} (${label})`);
  const remarks = [
    ...(left > 0 ? [words.moreReasons(left)] : []),
    ...(named.length > 0 ? [words.violatedBeside(named)] : []),
  ];
  return remarks.length === 0 ? null : remarks.join(' ');
}

/** What is violated of papers that bind, and decides nothing. */
function violatedBeside(report: ReportContent): readonly ReportFinding[] {
  const binding = new Set(papersThat('binds', report).map(({ id }) => id));
  const deciding = new Set(report.verdict.reasons.map(({ id }) => id));
  return report.findings
    .filter(({ status }) => status.id === 'violated')
    .flatMap((group) => group.findings)
    .filter(({ id, questionnaire }) => binding.has(questionnaire) && !deciding.has(id));
}

/** Where nothing decides, either all is well, or it is not even settled which papers count. */
function noReasons({ verdict }: ReportContent, words: Words): string | null {
  return verdict.id === 'permissible' ? words.noReasons : null;
}

function describeQuestion(report: ReportContent, words: Wording) {
  const { brief } = words.memo;
  const organisation = inSubject('organisation', report, words);
  const use = shortened(inSubject('use', report, words) ?? brief.noUse, longest.use);
  const messenger = shortened(inSubject(messengerQuestion, report, words) ?? brief.unnamed, longest.name);
  return {
    question: brief.isUsePermissible(messenger),
    use: organisation === null ? use : `${shortened(organisation, longest.organisation)}: ${use}`,
  };
}

function describeSignature(report: ReportContent, words: Wording): string {
  const { brief } = words.memo;
  const assessor = inSubject('assessor', report, words);
  return assessor === null ? brief.signature : brief.signatureOf(shortened(assessor, longest.name));
}

function inSubject(wanted: string, { subject }: ReportContent, { absent }: Wording): string | null {
  const value = subject.find(({ id }) => id === wanted)?.value;
  return value === undefined || value === absent ? null : value;
}

/** First what stands against a better verdict as long as the product stays, then what was seen in the original. */
function inOrderOfWeight(report: ReportContent): readonly ReportReason[] {
  const { verdict, outlook } = report;
  const against = new Set(outlook?.goals[0]?.against.flatMap(({ requirements }) => requirements));
  const rank = ({ id }: ReportReason) => {
    const isSeen = findingOf(id, report)?.checked.id === 'primary';
    return (against.has(id) ? 0 : 2) + (isSeen ? 0 : 1);
  };
  return [...verdict.reasons].sort((one, other) => rank(one) - rank(other));
}

function findingOf(id: string, { findings }: ReportContent): ReportFinding | undefined {
  return findings.flatMap((group) => group.findings).find((finding) => finding.id === id);
}

function missingIn({ id }: ReportReason, { report, words }: { report: ReportContent; words: Words }): string {
  const finding = findingOf(id, report);
  const open = finding?.answers.find(({ isOpen }) => isOpen);
  return open === undefined ? (finding?.text ?? '') : words.missing(open.question);
}

/** Whether the result hangs on which papers count. */
function isScopeOpen({ id, basis }: ReportContent['verdict']): boolean {
  return id === 'undetermined' && basis.id === 'unclear-binding';
}

function isOnScope({ id }: { readonly id: string }): boolean {
  return supervisionQuestions.some((question) => question === id);
}

/** What follows from the verdict, and whether a better one can be had. */
function describeAdvice({ verdict, outlook }: ReportContent, words: Words): readonly string[] {
  if (isScopeOpen(verdict)) return [words.advice.unclear];
  const goal = outlook?.goals[0];
  const nearest = goal === undefined ? '' : words.nearest[goal.reach.id](goal.label);
  const takesOther = goal?.reach.id === 'other-product';
  // No other form of the use helps, and conditions that are met are still conditions.
  if (takesOther && verdict.id === 'impermissible') return [words.otherProduct.impermissible, nearest];
  if (takesOther && verdict.id === 'conditional') return [words.advice.conditional, words.otherProduct.conditional];
  return [words.advice[verdict.id], nearest].filter((sentence) => sentence !== '');
}

/**
 * The first of the measures; none where the use is impermissible and no measure can change that. Conditions have to be
 * met in any case.
 */
function describeMeasures(report: ReportContent, reasons: readonly ReportReason[], words: Words) {
  const { measures, moreCalled, moreOthers } = chooseMeasures(report, reasons);
  const vain = whyInVain(report);
  const more = moreCalled + moreOthers;
  const count = measures.length + more;
  if (count > 0 && isScopeOpen(report.verdict)) return { measures: [], measuresRemark: words.measuresOfAll(count) };
  if (count > 0 && vain !== undefined) return { measures: [], measuresRemark: words.measuresInVain[vain](count) };
  if (more === 0) return { measures, measuresRemark: null };
  const isConditional = report.verdict.id === 'conditional';
  return {
    measures,
    measuresRemark: isConditional ? words.moreThanConditions(moreCalled, moreOthers) : words.moreMeasures(more),
  };
}

/** Those that the reasons call for, in their order; then the others, in that of the memo. */
function chooseMeasures(
  { measures }: ReportContent,
  reasons: readonly ReportReason[],
): Readonly<{ measures: readonly BriefMeasure[]; moreCalled: number; moreOthers: number }> {
  const all = measures.flatMap((group) => group.measures);
  const called = reasons.flatMap(({ id }) =>
    all.filter(({ requirements }) => requirements.some((requirement) => requirement.id === id)),
  );
  const chosen = measuresWithin(room.measures, [...new Set([...called, ...all])]);
  const left = all.filter((measure) => !chosen.some(({ number }) => number === measure.number));
  const leftCalled = left.filter((measure) => called.includes(measure));
  return {
    measures: chosen,
    moreCalled: leftCalled.length,
    moreOthers: left.length - leftCalled.length,
  };
}

/** The first of them, each in whole sentences, as many as there is room for; one in any case. */
function measuresWithin(length: number, measures: readonly ReportMeasure[]): readonly BriefMeasure[] {
  const chosen: BriefMeasure[] = [];
  let left = length;
  for (const { number, text: whole, requirements, responsible, due } of measures) {
    const text = sentencesWithin(Math.min(left, room.measure), whole) ?? firstSentenceWithin(left, whole);
    if (text === undefined && chosen.length > 0) break;
    const said = text ?? shortened(whole, left);
    const who = responsible === null ? null : shortened(responsible, longest.name);
    chosen.push({ number, text: said, requirements, responsible: who, due });
    left -= lengthOf(said);
    if (chosen.length === mostMeasures) break;
  }
  return chosen;
}

function describeAlternatives(report: ReportContent, words: Words): ReportBrief['alternatives'] {
  const { hint, best } = compareAlternatives(report, words);
  return { hint: [...existingAlternative(report, words), hint].join(' '), best };
}

/** Whether there is another messenger already, as answered: where this one is not to be used, the first thing to ask. */
function existingAlternative({ answers, verdict }: ReportContent, words: Words): readonly string[] {
  const answer = answers.flatMap((section) => section.answers).find(({ id }) => id === alternativeQuestion);
  if (verdict.id !== 'impermissible' || answer === undefined || answer.isOpen) return [];
  const note = answer.note === null ? null : shortened(answer.note, longest.note);
  return [words.existingAlternative(answer.question, answer.answer, note)];
}

function compareAlternatives({ alternatives, verdict }: ReportContent, words: Words): ReportBrief['alternatives'] {
  if (alternatives === null) return { hint: words.alternativesNotAsked, best: [] };
  const better = alternatives.columns
    .filter((column) => isBetter(column.verdict.id, verdict.id))
    .slice(0, mostAlternatives);
  return {
    hint: better.length === 0 ? noBetter(alternatives.columns, words) : words.alternativesHint,
    best: better.map(({ id, label, verdict: own, product }) => ({
      id,
      label,
      verdict: own,
      product: product?.label ?? null,
    })),
  };
}

/** Why no messenger is better: because much is open of some, or what stands against all of them. */
function noBetter(columns: readonly ComparedColumn[], words: Words): string {
  const undetermined = columns.filter((column) => column.verdict.id === 'undetermined').length;
  const everywhere = decidingEverywhere(columns).map(({ label }) => label);
  return words.noBetter(undetermined, everywhere.slice(0, mostBeside));
}

function describeOpen({ openPoints, outlook }: ReportContent, words: Words): ReportBrief['open'] {
  const points = openPoints.flatMap(({ about, points }) => points.map(({ id, question }) => ({ id, question, about })));
  // Nothing else matters while it is not known which papers count.
  const [first, others] = [points.filter(isOnScope), points.filter((point) => !isOnScope(point))];
  const all = [...first, ...others];
  if (all.length === 0) return { hint: words.nothingOpen, questions: [] };
  const range = outlook?.overall;
  if (range !== undefined && range.best.id === range.worst.id) {
    return { hint: words.openInVain(all.length), questions: [] };
  }
  const questions = all
    .slice(0, mostQuestions)
    .map((one) => ({ ...one, question: shortened(one.question, longest.question) }));
  const count = (all.length > questions.length ? words.openCount : words.openFew)(all.length);
  // Bounds that may lie too far apart say nothing.
  const effect = range?.isExact ? `${words.openRange(range.worst.label, range.best.label)} ` : '';
  return { hint: `${effect}${count}`, questions };
}
