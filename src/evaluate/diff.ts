import { questionOfKey } from '../domain/answer.ts';
import { messengerQuestion } from '../domain/assessment.ts';
import { questionsIn } from '../domain/condition.ts';
import type {
  Attribution,
  Cause,
  ChangedFinding,
  ChangedVerdict,
  Difference,
  Situation,
} from '../domain/difference.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { Finding, Status } from '../domain/finding.ts';
import { withGates } from '../domain/question.ts';
import { type Questionnaire, requirementsOf } from '../domain/questionnaire.ts';
import { questionsReadBy, type Requirement } from '../domain/requirement.ts';
import type { Verdict } from '../domain/verdict.ts';
import { causesBetween } from './causes.ts';
import { countingAnswers } from './counting-answers.ts';
import { evaluate, findingsOf, questionnairesOf, scopeOf } from './evaluate.ts';
import { minimalSets } from './minimal-sets.ts';
import { replay } from './replay.ts';
import { verdictOfQuestionnaire } from './verdict-of-questionnaire.ts';
import { overallVerdict } from './verdicts.ts';

/** How many sets of causes are tried for one change: all sets of ten. Each takes a millisecond or two. */
const mostSets = 2 ** 10;

/**
 * What changed from the old situation to the new one: every finding whose status differs and every verdict that does,
 * each with the sets of causes that bring it about. Exact: a set counts only if evaluating the old situation with these
 * causes alone gives what is new, and all causes together give the new situation; otherwise it throws, as a bug.
 */
export function diff(old: Situation, now: Situation, limit = mostSets): Difference {
  const before = evaluate(old.catalogue, old.assessment, old.date);
  const after = evaluate(now.catalogue, now.assessment, now.date);
  const causes = causesBetween(old, now);
  const context: Context = { old, now, causes, limit, outcomes: new Map(), memories: new Map() };
  assertReplayed(context, [], before);
  assertReplayed(context, causes, after);
  return {
    before,
    after,
    causes,
    verdicts: changedVerdicts(before, after, context),
    findings: changedFindings(before, after, context),
  };
}

interface Context {
  readonly old: Situation;
  readonly now: Situation;
  readonly causes: readonly Cause[];
  readonly limit: number;
  /** What was evaluated already, by set of causes. */
  readonly outcomes: Map<string, Outcome>;
  /** By questionnaire and requirement. */
  readonly memories: Map<string, Memory>;
}

/** The findings on one requirement, by set of the causes that touch them. */
interface Memory {
  readonly touching: ReadonlyMap<Cause, number>;
  readonly findings: Map<string, readonly Finding[]>;
}

/** What can change: statuses by name of the finding, verdicts by questionnaire, and the one over all. */
interface Outcome {
  readonly statuses: ReadonlyMap<string, Status>;
  readonly verdicts: ReadonlyMap<string | undefined, Verdict>;
}

/** What a finding is known by in both situations. */
function nameOf({ questionnaire, requirement, item }: Finding): string {
  return JSON.stringify([questionnaire, requirement.id, item ?? null]);
}

function outcomeOf({
  findings,
  byQuestionnaire,
  overall,
}: Pick<Evaluation, 'findings' | 'byQuestionnaire' | 'overall'>): Outcome {
  return {
    statuses: new Map(findings.map((finding) => [nameOf(finding), finding.status])),
    verdicts: new Map([
      [undefined, overall.verdict],
      ...byQuestionnaire.map(({ questionnaire, verdict }) => [questionnaire, verdict] as const),
    ]),
  };
}

/** What the old situation comes to with some causes; like `evaluate`, without what no comparison needs. */
function outcomeWith(causes: readonly Cause[], context: Context): Outcome {
  const { old, now, causes: all, outcomes } = context;
  const key = causes.map((cause) => all.indexOf(cause)).join(' ');
  const known = outcomes.get(key);
  if (known !== undefined) return known;
  const { catalogue, assessment, date } = replay(old, now, causes);
  const facts = { questions: catalogue.questions, answers: countingAnswers(assessment, date) };
  const questionnaires = questionnairesOf(catalogue, assessment, facts);
  const findings = questionnaires.flatMap((questionnaire) =>
    requirementsOf(questionnaire).flatMap((requirement) =>
      remembered(requirement, { questionnaire, causes }, context, () =>
        findingsOf(withOnly(requirement, questionnaire), facts, { assessment, date }),
      ),
    ),
  );
  const isChosen = assessment.questionnaires.size > 0;
  const byQuestionnaire = questionnaires.map((questionnaire) =>
    verdictOfQuestionnaire(scopeOf(questionnaire, facts, isChosen), questionnaire, findings),
  );
  const outcome = outcomeOf({ findings, byQuestionnaire, overall: overallVerdict(byQuestionnaire) });
  outcomes.set(key, outcome);
  return outcome;
}

/** The findings on a requirement, judged once for every set of the causes that touch them. */
function remembered(
  requirement: Requirement,
  { questionnaire, causes }: { questionnaire: Questionnaire; causes: readonly Cause[] },
  context: Context,
  judged: () => readonly Finding[],
): readonly Finding[] {
  const name = JSON.stringify([questionnaire.id, requirement.id]);
  const memory =
    context.memories.get(name) ?? newMemory(partsOfFindings(questionnaire.id, requirement.id, context), context);
  context.memories.set(name, memory);
  const key = causes.flatMap((cause) => memory.touching.get(cause) ?? []).join(' ');
  const findings = memory.findings.get(key) ?? judged();
  memory.findings.set(key, findings);
  return findings;
}

function newMemory(parts: Parts, { causes }: Context): Memory {
  const isTouching = touches(parts);
  const touching = [...causes.entries()].flatMap(([at, cause]) => (isTouching(cause) ? [[cause, at] as const] : []));
  return { touching: new Map(touching), findings: new Map() };
}

function withOnly(requirement: Requirement, questionnaire: Questionnaire): Questionnaire {
  return {
    ...questionnaire,
    sections: questionnaire.sections.slice(0, 1).map((one) => ({ ...one, requirements: [requirement] })),
  };
}

function assertReplayed(context: Context, causes: readonly Cause[], evaluation: Evaluation): void {
  const sorted = ({ statuses, verdicts }: Outcome) => JSON.stringify([[...statuses].sort(), [...verdicts].sort()]);
  if (sorted(outcomeWith(causes, context)) === sorted(outcomeOf(evaluation))) return;
  throw new Error(`replaying ${causes.length} causes does not give the evaluation of the file`);
}

function changedFindings(before: Evaluation, after: Evaluation, context: Context): readonly ChangedFinding[] {
  const byName = ({ findings }: Evaluation) => new Map(findings.map((finding) => [nameOf(finding), finding]));
  const [old, now] = [byName(before), byName(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((name) => {
    const [from, to] = [old.get(name), now.get(name)];
    const finding = to ?? from;
    if (from?.status === to?.status || finding === undefined) return [];
    const touching = context.causes.filter(touches(partsOfFinding(finding, context)));
    const attribution = attribute<Status>(touching, context, {
      pick: ({ statuses }) => statuses.get(name),
      from: from?.status,
      to: to?.status,
    });
    return [{ before: from, after: to, attribution }];
  });
}

function changedVerdicts(before: Evaluation, after: Evaluation, context: Context): readonly ChangedVerdict[] {
  const [old, now] = [outcomeOf(before).verdicts, outcomeOf(after).verdicts];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((questionnaire) => {
    const [from, to] = [old.get(questionnaire), now.get(questionnaire)];
    if (from === to) return [];
    const touching =
      questionnaire === undefined
        ? context.causes
        : context.causes.filter(touches(partsOfQuestionnaire(questionnaire, context)));
    const attribution = attribute<Verdict>(touching, context, {
      pick: ({ verdicts }) => verdicts.get(questionnaire),
      from,
      to,
    });
    return [{ questionnaire, before: from, after: to, attribution }];
  });
}

/** The sets of causes that alone bring a change, and the single ones that bring something else. */
function attribute<T>(
  touching: readonly Cause[],
  context: Context,
  { pick, from, to }: { pick: (outcome: Outcome) => T | undefined; from: T | undefined; to: T | undefined },
): Attribution<T> {
  const valueWith = (causes: readonly Cause[]) => pick(outcomeWith(causes, context));
  const { sets, isComplete } = minimalSets(touching, {
    passes: (set) => valueWith(set) === to,
    limit: context.limit,
  });
  const alone = touching.map((cause) => ({ cause, becomes: valueWith([cause]) }));
  const astray = alone.filter(({ becomes }) => becomes !== from && becomes !== to);
  return { minimal: sets, astray, isComplete, considered: touching.length };
}

/** What a finding or verdict is made from, in the old catalogue or the new. */
interface Parts {
  readonly questions: ReadonlySet<string>;
  readonly questionnaires: ReadonlySet<string>;
  readonly requirements: ReadonlySet<string>;
  /** The choice a finding is about. */
  readonly item?: string;
}

function touches({ questions, questionnaires, requirements, item }: Parts): (cause: Cause) => boolean {
  return (cause) => {
    switch (cause.kind) {
      case 'answer':
      case 'evidence': {
        const isOfOther = item !== undefined && cause.key.includes('@') && !cause.key.endsWith(`@${item}`);
        return questions.has(questionOfKey(cause.key)) && !isOfOther;
      }
      case 'messenger':
        return questions.has(messengerQuestion);
      case 'question':
        return questions.has(cause.question);
      case 'questionnaire':
        return questionnaires.has(cause.questionnaire);
      case 'exception':
      case 'equivalent':
        return requirements.has(cause.requirement);
      case 'choice':
        return true;
    }
  };
}

/** A requirement is judged where its questionnaire is evaluated, or one that extends it. */
function partsOfFinding({ questionnaire, requirement, item }: Finding, { old, now }: Context): Parts {
  const { id } = requirement;
  const papers = inBoth(old, now).filter((one) => one.id === questionnaire || one.extends?.base === questionnaire);
  const rules = papers.flatMap(requirementsOf).filter((rule) => rule.id === id);
  return {
    questions: gatesInBoth([...rules.flatMap(questionsReadBy), ...papers.flatMap(offeredBy)], old, now),
    questionnaires: new Set(papers.map((paper) => paper.id)),
    requirements: new Set([id]),
    ...(item !== undefined && { item }),
  };
}

/** All findings on a requirement, with whether they bind. */
function partsOfFindings(questionnaire: string, id: string, { old, now }: Context): Parts {
  const papers = inBoth(old, now).filter((one) => one.id === questionnaire);
  const rules = papers.flatMap(requirementsOf).filter((rule) => rule.id === id);
  const binds = [...papers, ...rules].flatMap((one) => (one.binds === undefined ? [] : questionsIn(one.binds)));
  return {
    questions: gatesInBoth([...rules.flatMap(questionsReadBy), ...binds], old, now),
    questionnaires: new Set([questionnaire]),
    requirements: new Set([id]),
  };
}

/** A verdict counts the findings of its questionnaire and of the one it extends. */
function partsOfQuestionnaire(id: string, { old, now }: Context): Parts {
  const all = inBoth(old, now);
  const bases = all.filter((one) => one.id === id).flatMap((one) => (one.extends ? [one.extends.base] : []));
  const counted = all.filter((one) => one.id === id || bases.includes(one.id));
  const papers = all.filter((one) => counted.includes(one) || counted.some((base) => base.id === one.extends?.base));
  const rules = counted.flatMap(requirementsOf);
  return {
    questions: gatesInBoth([...rules.flatMap(questionsReadBy), ...papers.flatMap(offeredBy)], old, now),
    questionnaires: new Set(papers.map((paper) => paper.id)),
    requirements: new Set(rules.map((rule) => rule.id)),
  };
}

function inBoth(old: Situation, now: Situation): readonly Questionnaire[] {
  return [old, now].flatMap(({ catalogue }) => [...catalogue.questionnaires.values()]);
}

function offeredBy({ offeredWhen }: Questionnaire): readonly string[] {
  return offeredWhen === undefined ? [] : questionsIn(offeredWhen);
}

/** Gates of one catalogue may be asked on questions of the other while causes are mixed. */
function gatesInBoth(ids: readonly string[], old: Situation, now: Situation): ReadonlySet<string> {
  let found: ReadonlySet<string> = new Set(ids);
  for (let size = -1; size < found.size; ) {
    size = found.size;
    found = withGates([...withGates([...found], old.catalogue.questions)], now.catalogue.questions);
  }
  return found;
}
