/** Every minimal set that passes, smallest first, as far as it was looked for. */
export interface MinimalSets<T> {
  readonly sets: readonly (readonly T[])[];
  /** Whether all sets were tried that could be minimal. */
  readonly isComplete: boolean;
  /** Up to which size all of them were tried. */
  readonly triedUpTo: number;
  /** How many sets were looked at. */
  readonly tries: number;
}

/**
 * Every inclusion-minimal set of some things that passes a test; the empty set is not tried. Passing need not be
 * monotone, so sets are tried by size; what contains one that passes is left out. Stops when `limit`
 * sets have been looked at.
 */
export function minimalSets<T>(
  things: readonly T[],
  { passes, limit }: { readonly passes: (set: readonly T[]) => boolean; readonly limit: number },
): MinimalSets<T> {
  const found: (readonly T[])[] = [];
  const contains = (set: readonly T[]) => found.some((minimal) => minimal.every((one) => set.includes(one)));
  let tries = 0;
  for (let size = 1; size <= things.length; size += 1) {
    // What passes alone is in no larger minimal set.
    const possible = things.filter((one) => !contains([one]));
    for (const set of setsOf(possible, size)) {
      if (tries >= limit) return { sets: found, isComplete: false, triedUpTo: size - 1, tries };
      tries += 1;
      if (!contains(set) && passes(set)) found.push(set);
    }
  }
  return { sets: found, isComplete: true, triedUpTo: things.length, tries };
}

/** A set that passes and from which no single thing can be spared, out of all things, which pass; there may be others. */
export function irreducibleSet<T>(things: readonly T[], passes: (set: readonly T[]) => boolean): readonly T[] {
  let kept = things;
  for (let before = kept.length + 1; kept.length < before; ) {
    before = kept.length;
    for (const one of kept) {
      const fewer = kept.filter((other) => other !== one);
      if (fewer.length > 0 && passes(fewer)) kept = fewer;
    }
  }
  return kept;
}

/** Every set of a size, in the order of the things. */
function* setsOf<T>(things: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = 0; at + size <= things.length; at += 1) {
    for (const rest of setsOf(things.slice(at + 1), size - 1)) yield [things[at] as T, ...rest];
  }
}
