import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Finding, type JudgedStatus, type Status, statuses } from '../../src/domain/finding.ts';
import { type Level, levelInVerdict, levels } from '../../src/domain/requirement.ts';
import { type Certainty, certainties, evidenceClasses } from '../../src/domain/source.ts';
import {
  type Binding,
  type OverallVerdict,
  type QuestionnaireVerdict,
  type Verdict,
  verdicts,
  worstOf,
} from '../../src/domain/verdict.ts';
import { overallVerdict, possibleVerdicts, verdictOf } from '../../src/evaluate/verdicts.ts';
import { runs } from '../support/runs.ts';
import { is, requirement } from '../support/small-catalogue.ts';

const judgedAs: Readonly<Record<Status, JudgedStatus>> = {
  violated: 'violated',
  accepted: 'violated',
  partial: 'partial',
  substituted: 'partial',
  open: 'open',
  fulfilled: 'fulfilled',
  'not-applicable': 'not-applicable',
};

function finding(level: Level, status: Status, { id = 'R', checked = 'primary' as Certainty } = {}): Finding {
  return {
    requirement: requirement(id, is('a', 'yes'), { level, checked }),
    questionnaire: 'paper',
    binding: 'binds',
    status,
    judged: judgedAs[status],
    because: ['a'],
    exceptions: [],
  };
}

/** The table of the design, section 3, spelled out for a single finding. */
const verdictOfOne: Readonly<Record<Level, Readonly<Record<Status, Verdict>>>> = {
  must: {
    violated: 'impermissible',
    accepted: 'conditional',
    partial: 'conditional',
    substituted: 'conditional',
    open: 'undetermined',
    fulfilled: 'permissible',
    'not-applicable': 'permissible',
  },
  should: {
    violated: 'conditional',
    accepted: 'permissible',
    partial: 'conditional',
    substituted: 'permissible',
    open: 'conditional',
    fulfilled: 'permissible',
    'not-applicable': 'permissible',
  },
  may: {
    violated: 'permissible',
    accepted: 'permissible',
    partial: 'permissible',
    substituted: 'permissible',
    open: 'permissible',
    fulfilled: 'permissible',
    'not-applicable': 'permissible',
  },
};
const rows = levels.flatMap((level) =>
  statuses.map((status) => ({ level, status, expected: verdictOfOne[level][status] })),
);

describe('one finding', () => {
  test.each(rows)('a $level that is $status: $expected', ({ level, status, expected }) => {
    const one = finding(level, status);
    const decidedBy = expected === 'permissible' ? [] : [one];
    expect(verdictOf([one])).toEqual({ verdict: expected, decidedBy });
  });

  test.each(rows)(
    'that rests on memory alone never decides more than a should: a $level that is $status',
    ({ level, status }) => {
      const counted = level === 'must' ? 'should' : level;
      expect(verdictOf([finding(level, status, { checked: 'recall' })]).verdict).toBe(verdictOfOne[counted][status]);
    },
  );

  test('that third parties report counts like one that was seen', () => {
    expect(verdictOf([finding('must', 'violated', { checked: 'secondary' })]).verdict).toBe('impermissible');
  });
});

describe('the level with which a requirement enters a verdict', () => {
  const classes = [undefined, ...evidenceClasses];
  const combinations = levels.flatMap((level) =>
    certainties.flatMap((checked) => classes.map((evidenceClass) => ({ level, checked, evidenceClass }))),
  );
  const named = combinations.map((one) => {
    const isThin = one.checked === 'recall' || one.evidenceClass === 'C' || one.evidenceClass === 'D';
    const expected = one.level === 'must' && isThin ? 'should' : one.level;
    const name = `${one.level}, ${one.checked}, ${one.evidenceClass ?? 'no'} class: enters as ${expected}`;
    return { ...one, expected, name };
  });

  test.each(named)('$name', ({ level, checked, evidenceClass, expected }) => {
    const more = { level, checked, ...(evidenceClass && { evidenceClass }) };
    expect(levelInVerdict(requirement('R', is('a', 'yes'), more))).toBe(expected);
  });
});

describe('several findings', () => {
  const one = (level: Level, status: Status, id: string) => finding(level, status, { id });

  test.each<{ name: string; findings: readonly Finding[]; verdict: Verdict; decidedBy: readonly string[] }>([
    { name: 'none at all are no obstacle', findings: [], verdict: 'permissible', decidedBy: [] },
    {
      name: 'a violated must outweighs everything, and all of its kind are named',
      findings: [
        one('must', 'open', 'A'),
        one('must', 'violated', 'B'),
        one('should', 'violated', 'C'),
        one('must', 'violated', 'D'),
      ],
      verdict: 'impermissible',
      decidedBy: ['B', 'D'],
    },
    {
      name: 'an open must outweighs what is merely conditional',
      findings: [one('must', 'partial', 'A'), one('must', 'open', 'B'), one('should', 'violated', 'C')],
      verdict: 'undetermined',
      decidedBy: ['B'],
    },
    {
      name: 'a must that falls short and a should that is open are conditions alike',
      findings: [
        one('must', 'accepted', 'A'),
        one('should', 'open', 'B'),
        one('must', 'fulfilled', 'C'),
        one('should', 'substituted', 'D'),
        one('may', 'violated', 'E'),
      ],
      verdict: 'conditional',
      decidedBy: ['A', 'B'],
    },
    {
      name: 'what is fulfilled, not applicable or merely a may decides nothing',
      findings: [one('must', 'fulfilled', 'A'), one('should', 'not-applicable', 'B'), one('may', 'violated', 'C')],
      verdict: 'permissible',
      decidedBy: [],
    },
  ])('$name', ({ findings, verdict, decidedBy }) => {
    const result = verdictOf(findings);
    expect(result.verdict).toBe(verdict);
    expect(result.decidedBy.map(({ requirement: { id } }) => id)).toEqual(decidedBy);
  });

  test('come to the worst of what each comes to alone, in any order', () => {
    const any = fc.record({ level: fc.constantFrom(...levels), status: fc.constantFrom(...statuses) });
    fc.assert(
      fc.property(fc.array(any), (all) => {
        const expected = worst(all.map(({ level, status }) => verdictOfOne[level][status]));
        expect(verdictOf(all.map(({ level, status }) => finding(level, status))).verdict).toBe(expected);
      }),
    );
  });
});

/** Worst of some by an order written down here, not taken from the program. */
function worst(some: readonly Verdict[]): Verdict {
  const order: readonly Verdict[] = ['permissible', 'conditional', 'undetermined', 'impermissible'];
  return order[Math.max(0, ...some.map((one) => order.indexOf(one)))] ?? 'permissible';
}

describe('the worst of some verdicts', () => {
  test('is permissible for none', () => {
    expect(worstOf([])).toBe('permissible');
  });

  test.each(verdicts.flatMap((one) => verdicts.map((two) => ({ one, two, expected: worst([one, two]) }))))(
    'of $one and $two is $expected',
    ({ one, two, expected }) => {
      expect(worstOf([one, two])).toBe(expected);
    },
  );
});

function paper(binding: Binding, verdict: Verdict, id = `${binding}-${verdict}`): QuestionnaireVerdict {
  const status = ({ impermissible: 'violated', undetermined: 'open', conditional: 'partial' } as const)[
    verdict as 'conditional'
  ];
  return {
    questionnaire: id,
    binding,
    bindingBecause: binding === 'unclear' ? ['sector'] : [],
    verdict,
    decidedBy: status === undefined ? [] : [finding('must', status, { id })],
  };
}

describe('the verdict over all papers', () => {
  test.each<{
    name: string;
    papers: readonly QuestionnaireVerdict[];
    verdict: Verdict;
    basis: OverallVerdict['basis'];
    decidedBy: readonly string[];
  }>([
    {
      name: 'is the worst of those that bind',
      papers: [
        paper('binds', 'conditional', 'A'),
        paper('binds', 'undetermined', 'B'),
        paper('binds', 'permissible', 'C'),
      ],
      verdict: 'undetermined',
      basis: 'binding',
      decidedBy: ['B'],
    },
    {
      name: 'leaves out those that only orient, however bad',
      papers: [paper('orients', 'impermissible', 'A'), paper('binds', 'conditional', 'B')],
      verdict: 'conditional',
      basis: 'binding',
      decidedBy: ['B'],
    },
    {
      name: 'leaves out those that only orient, however good',
      papers: [paper('orients', 'permissible', 'A'), paper('binds', 'impermissible', 'B')],
      verdict: 'impermissible',
      basis: 'binding',
      decidedBy: ['B'],
    },
    {
      name: 'names the findings of every binding paper that is as bad',
      papers: [
        paper('binds', 'impermissible', 'A'),
        paper('binds', 'conditional', 'B'),
        paper('binds', 'impermissible', 'C'),
      ],
      verdict: 'impermissible',
      basis: 'binding',
      decidedBy: ['A', 'C'],
    },
    {
      name: 'comes from those that orient where none binds, and says so',
      papers: [paper('orients', 'conditional', 'A'), paper('orients', 'impermissible', 'B')],
      verdict: 'impermissible',
      basis: 'orientation',
      decidedBy: ['B'],
    },
    {
      name: 'is undetermined while it is unclear whether a worse paper binds',
      papers: [paper('binds', 'conditional', 'A'), paper('unclear', 'impermissible', 'B')],
      verdict: 'undetermined',
      basis: 'unclear-binding',
      decidedBy: [],
    },
    {
      name: 'is the same either way where the unclear paper is no worse than those that bind',
      papers: [paper('binds', 'impermissible', 'A'), paper('unclear', 'conditional', 'B')],
      verdict: 'impermissible',
      basis: 'unclear-binding',
      decidedBy: ['A'],
    },
    {
      name: 'is undetermined where a single paper of several may bind and they differ',
      papers: [paper('unclear', 'conditional', 'A'), paper('unclear', 'permissible', 'B')],
      verdict: 'undetermined',
      basis: 'unclear-binding',
      decidedBy: [],
    },
    {
      name: 'is settled where every paper that may bind comes to the same',
      papers: [paper('unclear', 'impermissible', 'A'), paper('unclear', 'impermissible', 'B')],
      verdict: 'impermissible',
      basis: 'unclear-binding',
      decidedBy: ['A', 'B'],
    },
    {
      name: 'weighs what merely orients where the unclear paper may turn out to bind nobody',
      papers: [paper('unclear', 'conditional', 'A'), paper('orients', 'impermissible', 'B')],
      verdict: 'undetermined',
      basis: 'unclear-binding',
      decidedBy: [],
    },
    {
      name: 'does not weigh what merely orients where another paper binds anyway',
      papers: [
        paper('binds', 'conditional', 'A'),
        paper('unclear', 'permissible', 'B'),
        paper('orients', 'impermissible', 'C'),
      ],
      verdict: 'conditional',
      basis: 'unclear-binding',
      decidedBy: ['A'],
    },
  ])('$name', ({ papers, verdict, basis, decidedBy }) => {
    const overall = overallVerdict(papers);
    expect({ verdict: overall.verdict, basis: overall.basis }).toEqual({ verdict, basis });
    expect(overall.decidedBy.map(({ requirement: { id } }) => id)).toEqual(decidedBy);
  });

  test('is undetermined where there is no paper at all: nothing evaluated is no pass', () => {
    expect(overallVerdict([])).toMatchObject({ verdict: 'undetermined', decidedBy: [] });
  });

  test('is what every way to settle the unclear bindings, and whom a paper concerns, comes to, or undetermined where they differ', () => {
    fc.assert(
      fc.property(papersOf(), (papers) => {
        const outcomes = new Set(waysToCount(papers).map(verdictOfCounting));
        const [only] = outcomes;
        const expected = outcomes.size === 1 ? only : 'undetermined';
        expect(overallVerdict(papers).verdict).toBe(expected);
      }),
      { numRuns: runs(2000) },
    );
  });

  test('rests on findings of papers that may count, and only on those as bad as the verdict', () => {
    fc.assert(
      fc.property(papersOf(), (papers) => {
        const { verdict, decidedBy } = overallVerdict(papers);
        const ways = waysToCount(papers);
        // Where it would differ with the binding, the binding decides, and no finding does.
        const differs = new Set(ways.map(verdictOfCounting)).size > 1;
        const mayCount = differs ? [] : ways.flat();
        const expected = new Set(mayCount.filter((one) => one.verdict === verdict).flatMap((one) => one.decidedBy));
        expect(new Set(decidedBy)).toEqual(expected);
        expect(decidedBy.length).toBe(expected.size);
      }),
    );
  });

  test('says that the binding is unclear wherever that keeps it from being determined', () => {
    fc.assert(
      fc.property(papersOf(), (papers) => {
        fc.pre(new Set(waysToCount(papers).map(verdictOfCounting)).size > 1);
        expect(overallVerdict(papers).basis).toBe('unclear-binding');
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('a paper of which not all binds alike', () => {
  const part = (binding: 'binds' | 'unclear', verdict: Verdict) => ({ binding, verdict, decidedBy: [] });
  const orienting = paper('orients', 'impermissible');

  test('an unclear demand that is met changes nothing', () => {
    const parts = [part('binds', 'conditional'), part('unclear', 'permissible')];
    const mixed = { ...paper('binds', 'conditional'), parts };
    expect(overallVerdict([mixed, orienting])).toMatchObject({ verdict: 'conditional', basis: 'binding' });
  });

  test('where all of its demands may bind nobody, it may be the others that count', () => {
    const mixed = { ...paper('binds', 'permissible'), parts: [part('unclear', 'permissible')] };
    expect(overallVerdict([mixed, orienting])).toMatchObject({ verdict: 'undetermined', basis: 'unclear-binding' });
  });

  test('an unclear demand that is violated leaves the verdict open', () => {
    const parts = [part('binds', 'conditional'), part('unclear', 'impermissible')];
    expect(overallVerdict([{ ...paper('binds', 'impermissible'), parts }])).toMatchObject({ verdict: 'undetermined' });
  });

  test('what is sure decides, whatever is unclear beside it', () => {
    const parts = [part('binds', 'impermissible'), part('unclear', 'conditional')];
    const mixed = { ...paper('binds', 'impermissible'), parts };
    expect(overallVerdict([mixed])).toMatchObject({ verdict: 'impermissible', basis: 'binding' });
  });
});

describe('what decides the verdict over all papers', () => {
  const decidingOf = (papers: readonly QuestionnaireVerdict[]) =>
    overallVerdict(papers).decidedBy.map(({ requirement: { id } }) => id);

  test('is in those that bind alone, where one surely does', () => {
    expect(decidingOf([paper('binds', 'impermissible', 'A'), paper('orients', 'impermissible', 'B')])).toEqual(['A']);
  });

  test('is in those that orient as well, where it is unclear whether any binds', () => {
    expect(decidingOf([paper('unclear', 'impermissible', 'A'), paper('orients', 'impermissible', 'B')])).toEqual([
      'A',
      'B',
    ]);
  });
});

test('a paper that may not concern the assessment leaves the basis open only if it would bind', () => {
  const mayNotConcern = (one: QuestionnaireVerdict) => ({ ...one, mayNotConcern: true });
  const sure = paper('orients', 'conditional', 'A');
  expect(overallVerdict([sure, mayNotConcern(paper('orients', 'permissible', 'B'))]).basis).toBe('orientation');
  expect(overallVerdict([sure, mayNotConcern(paper('binds', 'conditional', 'B'))]).basis).toBe('unclear-binding');
});

test('the possible verdicts are those of every way in which binding can turn out, each once', () => {
  expect(possibleVerdicts([paper('binds', 'conditional')])).toEqual(['conditional']);
  expect(possibleVerdicts([])).toEqual(['undetermined']);
  const unclear = [paper('unclear', 'impermissible', 'A'), paper('orients', 'permissible', 'B')];
  expect(possibleVerdicts(unclear)).toEqual(['impermissible']);
  expect(possibleVerdicts([paper('unclear', 'permissible', 'A'), paper('orients', 'conditional', 'B')])).toEqual([
    'conditional',
    'permissible',
  ]);
});

function papersOf(): fc.Arbitrary<readonly QuestionnaireVerdict[]> {
  const one = fc.record({
    binding: fc.constantFrom<Binding>('binds', 'orients', 'unclear'),
    verdict: fc.constantFrom(...verdicts),
    mayNotConcern: fc.boolean(),
  });
  return fc.array(one, { minLength: 1, maxLength: 5 }).map((all) =>
    all.map(({ binding, verdict, mayNotConcern }, index) => ({
      ...paper(binding, verdict, `paper ${index}`),
      ...(mayNotConcern && { mayNotConcern }),
    })),
  );
}

/** The papers that count, for every way in which a paper can turn out not to concern this one, to bind or to orient. */
function waysToCount(papers: readonly QuestionnaireVerdict[]): readonly (readonly QuestionnaireVerdict[])[] {
  let ways: readonly (readonly { paper: QuestionnaireVerdict; binds: boolean }[])[] = [[]];
  for (const one of papers) {
    const fates = [
      ...(one.binding === 'orients' ? [] : [[{ paper: one, binds: true }]]),
      ...(one.binding === 'binds' ? [] : [[{ paper: one, binds: false }]]),
      ...(one.mayNotConcern ? [[]] : []),
    ];
    ways = ways.flatMap((way) => fates.map((fate) => [...way, ...fate]));
  }
  return ways.map((way) => {
    const binding = way.filter(({ binds }) => binds);
    return (binding.length > 0 ? binding : way).map((one) => one.paper);
  });
}

function verdictOfCounting(counting: readonly QuestionnaireVerdict[]): Verdict {
  return counting.length === 0 ? 'undetermined' : worst(counting.map(({ verdict }) => verdict));
}
