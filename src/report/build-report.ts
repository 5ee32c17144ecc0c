import { arises } from '../domain/agenda.ts';
import { type Assessment, messengerQuestion, type Subject } from '../domain/assessment.ts';
import type { SourceFile } from '../domain/catalogue.ts';
import type { Decay } from '../domain/decay.ts';
import { findingsFor } from '../domain/evaluation.ts';
import { existing } from '../domain/existing.ts';
import { type Finding, type Status, statuses } from '../domain/finding.ts';
import { nameOf } from '../domain/inconsistency.ts';
import { capital } from '../domain/language.ts';
import { profileOrigin } from '../domain/messenger-profile.ts';
import type { Reasoning } from '../domain/reasoning.ts';
import type { Redaction } from '../domain/redaction.ts';
import { levels } from '../domain/requirement.ts';
import type { Binding, QuestionnaireVerdict } from '../domain/verdict.ts';
import { clashLabel, clashText } from '../wording/describe-clash.ts';
import { formatDay } from '../wording/format-day.ts';
import { buildBrief, type ReportContent } from './build-brief.ts';
import { type Compared, describeColumn } from './build-comparison.ts';
import { describeAnswer, type Telling } from './describe-answer.ts';
import { describeDecay } from './describe-decay.ts';
import { describeFinding, describeSettled, referTo } from './describe-finding.ts';
import { describeHead } from './describe-head.ts';
import { describeOutlook } from './describe-outlook.ts';
import { describePlans } from './describe-plans.ts';
import { describeVerdictInMemo } from './describe-verdict.ts';
import { listAnswers, listContext } from './list-answers.ts';
import { listContradictions, listEvidence } from './list-evidence.ts';
import { listOpenPoints } from './list-open-points.ts';
import { listSignOff } from './list-sign-off.ts';
import { listSources } from './list-sources.ts';
import { countStatuses, listTopics } from './list-topics.ts';
import { measuresLead } from './measures-lead.ts';
import { partsOfMemo } from './parts-of-memo.ts';
import {
  type Depth,
  type FindingGroup,
  type LabelledText,
  type MeasureGroup,
  type Report,
  type ReportAlternatives,
  type ReportData,
  type ReportFindingGroup,
  type ReportQuestionnaire,
  reportFormat,
} from './report.ts';

export interface ReportInput extends Telling {
  readonly assessment: Assessment;
  /** The answer file itself. */
  readonly file: SourceFile;
  /** Its text, where the report is to carry it. */
  readonly text?: string;
  /** What was taken out of it for publication. */
  readonly redact?: readonly Redaction[];
  readonly depth: Depth;
  /** Templates of the user's own. */
  readonly templates?: readonly SourceFile[];
  /** Version of messenger-check. */
  readonly version: string;
  /** Remarks on the answer file, in words. */
  readonly warnings: readonly string[];
  /** What would change it, and how. */
  readonly reasoning?: Reasoning;
  /** How the evaluation changes with time. */
  readonly decay?: Decay;
  /** The same use with other messengers, best first. */
  readonly alternatives?: readonly Compared[];
}

const settledStatuses: readonly Status[] = ['fulfilled', 'not-applicable'];

/** The memo on an evaluation, in one language. The same input gives the same report, with all of it at any depth. */
export function buildReport(input: ReportInput): Report {
  const content = buildContent(input);
  const brief = buildBrief(content, input.words);
  // The brief says below what its reader has to do; whoever opens the whole memo finds it at its head.
  const steps = { id: 'steps', label: input.words.memo.brief.steps, value: brief.advice.join(' ') };
  return { ...content, head: input.depth === 'brief' ? content.head : [...content.head, steps], brief };
}

function buildContent(input: ReportInput): ReportContent {
  const { evaluation, language, words } = input;
  const messenger = describeAnswer(messengerQuestion, input);
  const verdict = describeVerdictInMemo(input);
  const outlook = input.reasoning === undefined ? null : describeOutlook(input.reasoning, input);
  const measures = listMeasures(input);
  return {
    format: reportFormat,
    language,
    date: evaluation.date,
    title: words.report.title(messenger.isOpen ? words.report.untitledMessenger : messenger.answer),
    depth: { id: input.depth, label: words.memo.kinds[input.depth] },
    head: describeHead(input, verdict),
    ...partsOfMemo(input),
    redacted: (input.redact ?? []).map((id) => ({ id, label: words.verify.redactions[id] })),
    subject: describeSubject(input),
    context: listContext(input),
    verdict,
    validity: input.decay === undefined ? null : describeDecay(input.decay, input),
    outlook,
    questionnaires: evaluation.byQuestionnaire.map((judged) => describeQuestionnaire(judged, input)),
    findings: listFindings(input),
    settled: groupFindings(input, evaluation.findings, settledStatuses, describeSettled),
    measuresLead: measuresLead(measures, { verdict, outlook }, words),
    measures,
    openPoints: listOpenPoints(input),
    contradictions: listContradictions(input),
    evidence: listEvidence(input),
    alternatives: input.alternatives === undefined ? null : describeAlternatives(input.alternatives, input),
    answers: listAnswers(input),
    sources: listSources(input),
    warnings: input.warnings,
    clashes: evaluation.clashes.map((clash) => ({
      id: nameOf(clash),
      label: clashLabel(clash, input),
      text: clashText(clash, input),
    })),
    signOff: listSignOff(input.assessment.signOff ?? {}, input),
    data: describeData(input),
    disclaimer: words.report.disclaimerText,
  };
}

function describeData({
  version,
  file,
  catalogue,
  alternatives,
  reasoning,
  redact = [],
  depth,
  templates = [],
  text,
}: ReportInput): ReportData {
  return {
    version,
    files: [file, ...catalogue.files],
    questionnaires: [...catalogue.questionnaires.values()].map(({ id, version }) => ({ id, version })),
    options: { alternatives: alternatives !== undefined, outlook: reasoning !== undefined, redact, depth },
    templates: templates.map(({ name, sha256 }) => ({ name, sha256 })),
    assessment: text ?? null,
  };
}

function describeAlternatives(alternatives: readonly Compared[], input: ReportInput): ReportAlternatives {
  const columns = alternatives.map((one) => describeColumn(one, input));
  return { hint: input.words.comparison.profilesHint, columns };
}

const alwaysShown = ['organisation', 'use', 'messenger'];

function describeSubject(input: ReportInput): readonly LabelledText[] {
  const { evaluation, language, words } = input;
  const { subject } = input.assessment;
  const messenger = describeAnswer(messengerQuestion, input);
  const values: Readonly<Record<keyof Subject, string | undefined>> = {
    organisation: subject.organisation,
    use: subject.use,
    messenger: messenger.isOpen ? undefined : messenger.answer,
    product: subject.product,
    reference: subject.reference,
    assessor: subject.assessor,
    date: subject.date && formatDay(subject.date, language),
  };
  const rows = Object.entries(values)
    .filter(([id, value]) => value !== undefined || alwaysShown.includes(id))
    .map(([id, value]) => ({ id, label: words.subject[id as keyof Subject], value: value ?? words.absent }));
  const asOf = { id: 'evaluated-on', label: words.report.evaluatedOn, value: formatDay(evaluation.date, language) };
  return [...rows, asOf, ...describeInterview(input)];
}

/** How many questions arise under these answers: what is asked for several functions is one, with an answer for each. */
function describeInterview({ evaluation, words }: ReportInput): readonly LabelledText[] {
  const asked = evaluation.agenda.flatMap(({ items }) => items).filter(arises);
  const answers = asked.map(({ key }) => evaluation.answers.get(key));
  const value = words.report.interviewCounts({
    questions: new Set(asked.map(({ question }) => question.id)).size,
    answers: asked.length,
    unknown: answers.filter((answer) => answer?.state === 'unknown').length,
    missing: answers.filter((answer) => answer === undefined).length,
    proposed: answers.filter((answer) => answer?.origin === profileOrigin).length,
  });
  return asked.length === 0 ? [] : [{ id: 'interview', label: words.report.interview, value }];
}

function describeQuestionnaire(judged: QuestionnaireVerdict, telling: ReportInput): ReportQuestionnaire {
  const { catalogue, evaluation, assessment, language, words } = telling;
  const { questionnaire: id } = judged;
  const questionnaire = existing(catalogue.questionnaires, id);
  const recorded = assessment.questionnaires.get(id);
  const findings = findingsFor(questionnaire, evaluation.findings);
  return {
    id,
    title: questionnaire.title[language],
    authority: questionnaire.authority[language],
    version: questionnaire.version,
    versionRemark:
      recorded === undefined || recorded === questionnaire.version ? null : words.report.versionDiffers(recorded),
    summary: questionnaire.summary[language],
    scope: questionnaire.scope[language],
    notice: questionnaire.notice[language],
    offeredBecause: questionnaire.offeredBecause?.[language] ?? null,
    extends: catalogue.questionnaires.get(questionnaire.extends?.base ?? '')?.title[language] ?? null,
    binding: { id: judged.binding, label: describeBinding(judged, telling) },
    verdict: { id: judged.verdict, label: words.verdicts[judged.verdict] },
    counts: countStatuses(findings, telling),
    topics: listTopics(questionnaire, telling),
  };
}

/** Whether a paper binds, with the answers that decide it: "Orientierung (Hessen)". */
function describeBinding({ binding, bindingBecause }: QuestionnaireVerdict, input: ReportInput): string {
  const label = input.words.bindings[binding];
  if (binding === 'unclear' || bindingBecause.length === 0) return label;
  return `${label} (${bindingBecause.map((key) => describeAnswer(key, input).answer).join(', ')})`;
}

/** What papers that count demand comes first, and at length. */
function listFindings(input: ReportInput): readonly ReportFindingGroup[] {
  const { evaluation, depth, words } = input;
  const told = statuses.filter((status) => !settledStatuses.includes(status));
  const isAllOrientation = evaluation.overall.basis === 'orientation';
  const groups = strongestFirst.flatMap((id) => {
    const findings = evaluation.findings.filter((finding) => strongestBinding(finding, input) === id);
    return groupFindings(input, findings, told, describeFinding).map((group) => ({
      ...group,
      binding: { id, label: words.bindings[id] },
      title: capital(isAllOrientation ? group.status.label : words.report.findingsBy[id](group.status.label)),
      isShort: id === 'orients' && !isAllOrientation && depth !== 'annex',
    }));
  });
  const firstShort = groups.find(({ isShort }) => isShort);
  return groups.map((group) => ({ ...group, remark: group === firstShort ? words.report.shortFindings : null }));
}

function groupFindings<T>(
  input: ReportInput,
  findings: readonly Finding[],
  wanted: readonly Status[],
  describe: (finding: Finding, telling: Telling) => T,
): readonly FindingGroup<T>[] {
  return wanted
    .map((status) => ({
      status: { id: status, label: input.words.statuses[status] },
      findings: bySeverity(findings.filter((finding) => finding.status === status)).map((one) => describe(one, input)),
    }))
    .filter((group) => group.findings.length > 0);
}

/** Stronger levels first; within a level the order of the questionnaires stays. */
function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return levels.flatMap((level) => findings.filter((finding) => finding.requirement.level === level));
}

const strongestFirst: readonly Binding[] = ['binds', 'unclear', 'orients'];
const statusesWithMeasure: readonly Status[] = ['violated', 'partial', 'accepted'];

/** One task for each distinct measure, with the findings that call for it; first what papers demand that bind. */
function listMeasures(input: ReportInput): readonly MeasureGroup[] {
  const { evaluation, language, words } = input;
  const wanted = statusesWithMeasure.flatMap((status) =>
    bySeverity(evaluation.findings.filter((one) => one.status === status)),
  );
  const byText = new Map<string, Finding[]>();
  const bindingIn = (finding: Finding) => strongestBinding(finding, input);
  for (const finding of strongestFirst.flatMap((binding) => wanted.filter((one) => bindingIn(one) === binding))) {
    const text = finding.requirement.measure[language];
    byText.set(text, [...(byText.get(text) ?? []), finding]);
  }
  const measures = [...byText].map(([text, findings], index) => ({
    // Its first finding is of the strongest binding.
    binding: findings[0] && bindingIn(findings[0]),
    measure: {
      number: index + 1,
      text,
      requirements: findings.map((finding) => referTo(finding, input)),
      ...describePlans(findings, input),
    },
  }));
  return strongestFirst
    .map((id) => ({
      binding: { id, label: words.report.measuresBy[id] },
      measures: measures.filter(({ binding }) => binding === id).map(({ measure }) => measure),
    }))
    .filter((group) => group.measures.length > 0);
}

/** What a finding binds by: its own paper, or one that extends it and so takes it over. */
function strongestBinding(finding: Finding, { catalogue, evaluation }: ReportInput): Binding {
  const extending = evaluation.byQuestionnaire.filter(
    ({ questionnaire }) => catalogue.questionnaires.get(questionnaire)?.extends?.base === finding.questionnaire,
  );
  const all = [finding.binding, ...extending.map(({ binding }) => binding)];
  return strongestFirst.find((binding) => all.includes(binding)) ?? 'orients';
}
