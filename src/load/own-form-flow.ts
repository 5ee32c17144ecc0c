import { type Cursor, decline, type PlainValue, skipSpaces } from './own-form-cursor.ts';
import { plainValue, readPlain, readQuoted } from './own-form-scalars.ts';

/** The program writes three levels at most. */
const deepest = 5;

const key = /([A-Za-z][\w@.-]{0,99}): /y;
const untilIndicator = /[^,[\]{}\n]*/y;

/** A list in brackets or a record in braces, all on one line; the cursor goes on to what stands after it. */
export function readFlow(cursor: Cursor, depth = 0): PlainValue {
  switch (cursor.text[cursor.at]) {
    case '[':
      return depth === deepest ? decline() : readFlowList(cursor, depth + 1);
    case '{':
      return depth === deepest ? decline() : readFlowMapping(cursor, depth + 1);
    case '"':
    case "'":
      return readQuoted(cursor);
    default:
      return readFlowPlain(cursor);
  }
}

function readFlowPlain(cursor: Cursor): PlainValue {
  untilIndicator.lastIndex = cursor.at;
  untilIndicator.test(cursor.text);
  return readPlain(cursor, untilIndicator.lastIndex);
}

function readFlowList(cursor: Cursor, depth: number): readonly PlainValue[] {
  const items: PlainValue[] = [];
  readItems(cursor, ']', () => items.push(readFlow(cursor, depth)));
  return items;
}

function readFlowMapping(cursor: Cursor, depth: number): ReadonlyMap<string, PlainValue> {
  const entries = new Map<string, PlainValue>();
  readItems(cursor, '}', () => {
    const name = readFlowKey(cursor);
    if (entries.has(name)) decline();
    entries.set(name, readFlow(cursor, depth));
  });
  return entries;
}

function readFlowKey(cursor: Cursor): string {
  key.lastIndex = cursor.at;
  const name = key.exec(cursor.text)?.[1];
  if (name === undefined || plainValue(name) !== name) return decline();
  cursor.at = skipSpaces(cursor.text, key.lastIndex);
  return name;
}

/** Items up to `close`, with commas between them; the cursor stands at the opening bracket. */
function readItems(cursor: Cursor, close: string, readItem: () => void): void {
  const { text } = cursor;
  cursor.at = skipSpaces(text, cursor.at + 1);
  if (text[cursor.at] !== close) {
    for (;;) {
      readItem();
      cursor.at = skipSpaces(text, cursor.at);
      if (text[cursor.at] !== ',') break;
      cursor.at = skipSpaces(text, cursor.at + 1);
    }
  }
  if (text[cursor.at] !== close) decline();
  cursor.at++;
}
