import type { Noun, Place } from '../domain/input-issue.ts';
import type { Reader } from './reader.ts';

/** Things by id, in the order in which they were read; an id used twice is an issue that names the first place. */
export class Registry<T> {
  readonly byId: Map<string, T>;
  readonly places = new Map<string, Place>();
  readonly #noun: Noun;

  /** `before`: what is there already; an id of it cannot be used again. */
  constructor(noun: Noun, before: ReadonlyMap<string, T> = new Map()) {
    this.#noun = noun;
    this.byId = new Map(before);
  }

  add(id: string, thing: T, reader: Reader): void {
    const isTaken = this.byId.has(id);
    if (isTaken)
      reader.report({ kind: 'duplicate-id', noun: this.#noun, id, first: this.places.get(id) ?? reader.place });
    if (id === '' || isTaken) return;
    this.places.set(id, reader.place);
    this.byId.set(id, thing);
  }
}
