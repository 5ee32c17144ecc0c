import fc from '../../node_modules/fast-check/lib/fast-check.js';

/** Few runs, always the same: against thousands of mutants, what a property says has to be quick and repeatable. */
const mostRuns = 25;

function assert<T>(property: fc.IRawProperty<T>, params: fc.Parameters<T> = {}): void {
  const numRuns = Math.min(params.numRuns ?? mostRuns, mostRuns);
  fc.assert(property as fc.IProperty<T>, { ...params, seed: 1, numRuns });
}

// biome-ignore lint/style/noDefaultExport: it stands in for a package that has one.
export default { ...fc, assert };
