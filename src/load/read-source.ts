import { certainties, type Source } from '../domain/source.ts';
import type { Reader } from './reader.ts';

export function readSource(reader: Reader): Source {
  const keys = reader.keys(['id', 'authority', 'title', 'url', 'checked', 'seen'], ['date', 'dateNote']);
  if (keys.date === undefined && keys.dateNote === undefined) reader.report({ kind: 'missing-key', key: 'date' });
  return {
    id: keys.id.id(),
    authority: keys.authority.text(),
    title: keys.title.string(),
    url: keys.url.address(),
    checked: keys.checked.oneOf(certainties),
    seen: keys.seen.text(),
    ...(keys.date && { date: keys.date.partialDay() }),
    ...(keys.dateNote && { dateNote: keys.dateNote.text() }),
  };
}
