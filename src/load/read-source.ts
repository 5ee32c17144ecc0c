import { certainties, type Source } from '../domain/source.ts';
import { readDate } from './read-evidence.ts';
import type { Reader } from './reader.ts';

export function readSource(reader: Reader): Source {
  const keys = reader.keys(['id', 'authority', 'title', 'url', 'checked', 'seen'], ['date', 'dateNote']);
  return {
    id: keys.id.id(),
    authority: keys.authority.text(),
    title: keys.title.string(),
    url: keys.url.address(),
    checked: keys.checked.oneOf(certainties),
    seen: keys.seen.text(),
    ...readDate(reader, keys),
  };
}
