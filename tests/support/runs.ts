/** How often a property that costs much is tried: so often in every run, `FUZZ_FACTOR` times as often where that is set. */
export function runs(few: number): number {
  return Math.round(few * Number(process.env.FUZZ_FACTOR ?? 1));
}

/** How many cases of a kind a property must have met at least; none where mutants are tried with few runs. */
export function enough(cases: number): number {
  return process.env.BRIEF_RUNS === undefined ? cases : -1;
}
