/** The value under a key that is sure to be there: where it is not, the program is wrong, and not its input. */
export function existing<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`there is no ${key}`);
  return value;
}

/** The same for a place in a list. */
export function existingAt<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`there is no item ${index} among ${list.length}`);
  return item;
}
