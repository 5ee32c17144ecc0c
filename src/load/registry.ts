import type { Noun, Place } from '../domain/input-issue.ts';
import type { Reader } from './reader.ts';

/** Things by id, in the order in which they were read; an id used twice is an issue that names the first place. */
export class Registry<T> {
  readonly byId: Map<string, T>;
  readonly places: Map<string, Place>;
  readonly #noun: Noun;

  /** `before` and `places`: what is there already, and where, as far as that is known; its ids cannot be used again. */
  constructor(noun: Noun, before: ReadonlyMap<string, T> = new Map(), places: ReadonlyMap<string, Place> = new Map()) {
    this.#noun = noun;
    this.byId = new Map(before);
    this.places = new Map(places);
  }

  add(id: string, thing: T, reader: Reader): void {
    const first = this.places.get(id) ?? (this.byId.has(id) ? reader.place : undefined);
    if (first !== undefined) reader.report({ kind: 'duplicate-id', noun: this.#noun, id, first });
    if (id === '' || first !== undefined) return;
    this.places.set(id, reader.place);
    this.byId.set(id, thing);
  }
}
