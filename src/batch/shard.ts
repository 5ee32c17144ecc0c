/** One of so many parts of a batch, counted from one. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** The shard that `3/8` names, if it names one. */
export function shardOf(text: string): Shard | undefined {
  const [, part, of] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  return shard.part <= shard.of ? shard : undefined;
}

/** Whether a file belongs to a shard, by the hex digest of what it holds: wherever it lies and whatever it is called. */
export function isInShard(sha256: string, { part, of }: Shard): boolean {
  return Number.parseInt(sha256.slice(0, 12), 16) % of === part - 1;
}
