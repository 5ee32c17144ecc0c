import type { Catalogue } from '../domain/catalogue.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { existing } from '../domain/existing.ts';
import { choicesOf } from '../domain/question.ts';
import { type Questionnaire, requirementsOf } from '../domain/questionnaire.ts';
import { type Level, levelInVerdict, type Requirement } from '../domain/requirement.ts';
import { allOf, always, anyOf, type Formula, never, not } from './formula.ts';
import { chosenIn, type Formulation, formulate } from './variables.ts';

/** Some findings that a verdict counts, as formulas over what is left to be found out. */
export interface Scope {
  /** Whether there is a verdict at all: the paper concerns the assessment. */
  readonly present: Formula;
  readonly obstacles: readonly Obstacle[];
}

/** What one requirement, or one item of it, does to a verdict. */
export interface Obstacle {
  /** Id of the requirement. */
  readonly requirement: string;
  /** It makes the verdict impermissible: a violated must. */
  readonly impermissible: Formula;
  /** It keeps the verdict from being permissible. */
  readonly conditional: Formula;
}

export interface ScopeOfQuestionnaire extends Scope {
  readonly questionnaire: string;
}

/** The verdicts of an evaluation as formulas. */
export interface Scopes {
  readonly overall: Scope;
  readonly byQuestionnaire: () => readonly ScopeOfQuestionnaire[];
}

/** One requirement, or one item of it. */
interface Unit {
  readonly requirement: Requirement;
  readonly questionnaire: string;
  /** Found out when needed: most papers only orient, and do not count over all. */
  readonly failing: () => Failing;
  /** Whether it addresses the organisation, where it binds fewer than its paper. */
  readonly addressed: Formula;
  /** An equivalent measure or an exception stands beside it. */
  readonly isCovered: boolean;
}

/** Whether a requirement is violated, and whether it is partly fulfilled. */
interface Failing {
  readonly violated: Formula;
  readonly partial: Formula;
}

interface Paper {
  readonly questionnaire: Questionnaire;
  readonly present: Formula;
  /** Whether it, or a part of it, binds. */
  readonly binding: Formula;
  readonly counted: ReadonlyMap<Unit, { readonly level: Level; readonly binding: Formula }>;
}

/** The verdicts of the questionnaires of an evaluation, and over all, as formulas; see `verdicts.ts` for their meaning. */
export function formulateVerdicts(catalogue: Catalogue, evaluation: Evaluation, formulation: Formulation): Scopes {
  const { space } = formulation;
  const questionnaires = evaluation.byQuestionnaire.map((one) => existing(catalogue.questionnaires, one.questionnaire));
  const covered = new Set(
    evaluation.findings
      .filter(({ equivalent, exceptions }) => equivalent || exceptions.some(({ state }) => state === 'active'))
      .map(({ requirement }) => requirement.id),
  );
  const units = questionnaires.flatMap((questionnaire) => unitsOf(questionnaire, covered, formulation));
  const isFixed = !evaluation.byQuestionnaire.some(({ mayNotConcern }) => mayNotConcern);
  const papers = questionnaires.map((questionnaire) => {
    const present = isFixed ? always : presenceOf(questionnaire, questionnaires, formulation);
    return formulatePaper(questionnaire, { present, units, formulation });
  });
  const binds = anyOf(
    space,
    papers.map(({ present, binding }) => allOf(space, [present, binding])),
  );
  return {
    overall: {
      present: anyOf(
        space,
        papers.map(({ present }) => present),
      ),
      obstacles: units.map((unit) => overallObstacle(unit, { papers, binds, formulation })),
    },
    byQuestionnaire: () =>
      papers.map(({ questionnaire, present, counted }) => ({
        questionnaire: questionnaire.id,
        present,
        obstacles: [...counted].map(([unit, { level }]) => obstacleOf(unit, level, formulation)),
      })),
  };
}

/** A paper is evaluated where it concerns the assessment, or one that extends it does. */
function presenceOf(paper: Questionnaire, all: readonly Questionnaire[], formulation: Formulation): Formula {
  const concerned = [paper, ...all.filter((one) => one.extends?.base === paper.id)];
  return anyOf(
    formulation.space,
    concerned.map(({ offeredWhen }) => (offeredWhen === undefined ? always : formulate(offeredWhen, formulation))),
  );
}

function unitsOf(
  questionnaire: Questionnaire,
  covered: ReadonlySet<string>,
  formulation: Formulation,
): readonly Unit[] {
  return requirementsOf(questionnaire).flatMap((requirement) => {
    const { each, binds } = requirement;
    const asking = each === undefined ? undefined : formulation.questions.get(each);
    const items = asking === undefined ? [undefined] : choicesOf(asking).map(({ id }) => id);
    return items.map(
      (item): Unit => ({
        requirement,
        questionnaire: questionnaire.id,
        failing: once(() => formulateFailing(requirement, item, formulation)),
        addressed: binds === undefined ? always : formulate(binds, formulation),
        isCovered: covered.has(requirement.id),
      }),
    );
  });
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

function formulateFailing(requirement: Requirement, item: string | undefined, formulation: Formulation): Failing {
  const { space } = formulation;
  const { each, appliesWhen, fulfilledWhen, partialWhen } = requirement;
  const chosen = each === undefined || item === undefined ? always : chosenIn(each, item, formulation);
  const applies = appliesWhen === undefined ? always : formulate(appliesWhen, formulation, item);
  const counts = allOf(space, [chosen, applies]);
  if (counts === never) return { violated: never, partial: never };
  const failing = allOf(space, [counts, not(space, formulate(fulfilledWhen, formulation, item))]);
  const partly = partialWhen === undefined ? never : formulate(partialWhen, formulation, item);
  return { violated: allOf(space, [failing, not(space, partly)]), partial: allOf(space, [failing, partly]) };
}

function formulatePaper(
  questionnaire: Questionnaire,
  { present, units, formulation }: { present: Formula; units: readonly Unit[]; formulation: Formulation },
): Paper {
  const { space } = formulation;
  const { id, binds, extends: extension } = questionnaire;
  const counting = units.filter((unit) => unit.questionnaire === id || unit.questionnaire === extension?.base);
  // What a questionnaire takes over from the one it extends binds as it does itself.
  const addressedBy = (unit: Unit) => (unit.questionnaire === id ? unit.addressed : always);
  const isBound = binds === undefined ? never : formulate(binds, formulation);
  const bindsAtAll = counting.length === 0 ? always : anyOf(space, counting.map(addressedBy));
  const counted = counting.map((unit) => {
    const level = extension?.raised.get(unit.requirement.id) ?? levelInVerdict(unit.requirement);
    return [unit, { level, binding: allOf(space, [isBound, addressedBy(unit)]) }] as const;
  });
  return { questionnaire, present, binding: allOf(space, [isBound, bindsAtAll]), counted: new Map(counted) };
}

function obstacleOf(unit: Unit, level: Level, { space }: Formulation): Obstacle {
  const requirement = unit.requirement.id;
  const isNone = level === 'may' || (level === 'should' && unit.isCovered);
  if (isNone) return { requirement, impermissible: never, conditional: never };
  const { violated, partial } = unit.failing();
  const isKnockOut = level === 'must' && !unit.isCovered;
  return { requirement, impermissible: isKnockOut ? violated : never, conditional: anyOf(space, [violated, partial]) };
}

/** What a finding does to the verdict over all: as in the papers that bind or, where none does, as in all of them. */
function overallObstacle(
  unit: Unit,
  { papers, binds, formulation }: { papers: readonly Paper[]; binds: Formula; formulation: Formulation },
): Obstacle {
  const { space } = formulation;
  const ways = papers.flatMap(({ present, counted }) => {
    const as = counted.get(unit);
    if (as === undefined) return [];
    const counts = allOf(space, [present, anyOf(space, [as.binding, not(space, binds)])]);
    return counts === never ? [] : [{ counts, obstacle: obstacleOf(unit, as.level, formulation) }];
  });
  const inOneOf = (effect: 'impermissible' | 'conditional') =>
    anyOf(
      space,
      ways.map(({ counts, obstacle }) => allOf(space, [counts, obstacle[effect]])),
    );
  return {
    requirement: unit.requirement.id,
    impermissible: inOneOf('impermissible'),
    conditional: inOneOf('conditional'),
  };
}
