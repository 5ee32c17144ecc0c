import type { Noun, Place } from '../domain/input-issue.ts';
import type { Reader } from './reader.ts';

/** Things by id, in the order in which they were read; an id used twice is an issue that names the first place. */
export class Registry<T> {
  readonly byId = new Map<string, T>();
  readonly places = new Map<string, Place>();
  readonly #noun: Noun;

  constructor(noun: Noun) {
    this.#noun = noun;
  }

  add(id: string, thing: T, reader: Reader): void {
    const first = this.places.get(id);
    if (first !== undefined) reader.report({ kind: 'duplicate-id', noun: this.#noun, id, first });
    if (id === '' || first !== undefined) return;
    this.places.set(id, reader.place);
    this.byId.set(id, thing);
  }
}
