/** Few runs, always the same: against thousands of mutants, what a property says has to be quick and repeatable. */
const mostBriefRuns = 25;

const isBrief = process.env.BRIEF_RUNS !== undefined;

/** How often a property is tried: so often in every run, `FUZZ_FACTOR` times as often where that is set. */
export function runs(usual: number): number {
  return isBrief ? Math.min(usual, mostBriefRuns) : Math.round(usual * Number(process.env.FUZZ_FACTOR ?? 1));
}

/** How many cases of a kind a property must have met at least; none where mutants are tried with few runs. */
export function enough(cases: number): number {
  return isBrief ? -1 : cases;
}
