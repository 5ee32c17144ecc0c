/** How often a property that costs much is tried: so often in every run, `FUZZ_FACTOR` times as often where that is set. */
export function runs(few: number): number {
  return Math.round(few * Number(process.env.FUZZ_FACTOR ?? 1));
}
