/** Parts in groups of which no two share a mark, in the order of their first parts. */
export function independentGroups<T, Mark>(
  parts: readonly T[],
  marksOf: (part: T) => Iterable<Mark>,
): readonly (readonly T[])[] {
  const leaders = new Map<Mark, Mark>();
  const leaderOf = (mark: Mark): Mark => {
    const leader = leaders.get(mark) ?? mark;
    if (leader === mark) return mark;
    const top = leaderOf(leader);
    leaders.set(mark, top);
    return top;
  };
  const marks = parts.map((part) => [...marksOf(part)]);
  for (const [first, ...others] of marks) {
    if (first === undefined) continue;
    for (const mark of others) leaders.set(leaderOf(mark), leaderOf(first));
  }
  const groups = new Map<Mark | T, T[]>();
  for (const [index, part] of parts.entries()) {
    const first = marks[index]?.[0];
    // What has no mark is a group of its own.
    const leader = first === undefined ? part : leaderOf(first);
    const group = groups.get(leader);
    if (group === undefined) groups.set(leader, [part]);
    else group.push(part);
  }
  return [...groups.values()];
}
