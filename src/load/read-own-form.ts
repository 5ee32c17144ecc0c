import {
  type Cursor,
  dash,
  decline,
  endsLine,
  type PlainValue,
  skipSpaces,
  skipToContent,
  space,
  unlessDeclined,
} from './own-form-cursor.ts';
import { readFlow } from './own-form-flow.ts';
import { readBlockText, readPlain, readQuoted } from './own-form-scalars.ts';
import { hasMoreMarksThan, mostMarks } from './yaml-marks.ts';

/** Control characters but the line feed, marks of byte order and text direction, and what some take for a line end. */
const outOfForm = /[^\n -~\u00a0-\u2027\u202f-\u2065\u206a-\ufefe\uff00-\uffff]/;

/** Every level is further in, so that this bounds the depth as well: below what `parseYaml` reads. */
const furthestIn = 40;

/**
 * The value of a YAML file in the form in which this program writes answer files, and which most people keep when they
 * edit them, be it with comments behind values, the line ends of Windows, a mark of the byte order or no line end at the
 * end; many times as fast as a parser of all of YAML. Declines, with `undefined`, whatever is not surely of that form, be
 * it YAML or not: it never gives another value than `parseYaml`, nor one where that refuses the file.
 */
export function readOwnForm(file: string): ReadonlyMap<string, PlainValue> | undefined {
  const text = withUsualLineEnds(file);
  if (hasMoreMarksThan(mostMarks, file) || outOfForm.test(text)) return undefined;
  return unlessDeclined(() => {
    const cursor: Cursor = { text, at: 0, indent: -1 };
    skipToContent(cursor, 0);
    if (cursor.indent !== 0) return decline();
    return readMapping(cursor, 0);
  });
}

/** What editors change in a file as a whole. */
function withUsualLineEnds(file: string): string {
  const text = file.includes('\r') ? file.replaceAll('\r\n', '\n') : file;
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return `${text.slice(start)}${text.endsWith('\n') ? '' : '\n'}`;
}

function readMapping(cursor: Cursor, column: number): ReadonlyMap<string, PlainValue> {
  if (column > furthestIn) return decline();
  const entries = new Map<string, PlainValue>();
  while (cursor.indent === column) {
    const key = readKey(cursor);
    if (entries.has(key)) return decline();
    entries.set(key, endsLine(cursor) ? readBelow(cursor, column) : readOnLine(cursor, column));
  }
  return cursor.indent > column ? decline() : entries;
}

/** Not the words that are no text to YAML. */
const keyPattern = /(?!(?:null|true|false):)[a-z][\w@.-]{0,99}:(?=[ \n])/iy;

/** A key and its colon. */
function readKey(cursor: Cursor): string {
  const { text, at } = cursor;
  keyPattern.lastIndex = at;
  if (!keyPattern.test(text)) return decline();
  cursor.at = keyPattern.lastIndex;
  return text.slice(at, cursor.at - 1);
}

/** What stands under a key; nothing at all where the next line is no further in, unless it is an item of a list. */
function readBelow(cursor: Cursor, column: number): PlainValue {
  skipToContent(cursor, cursor.at);
  if (cursor.indent === column && isItem(cursor)) return readList(cursor, column);
  if (cursor.indent <= column) return null;
  return isItem(cursor) ? readList(cursor, cursor.indent) : readMapping(cursor, cursor.indent);
}

function isItem({ text, at }: Cursor): boolean {
  return text.charCodeAt(at) === dash && text.charCodeAt(at + 1) === space;
}

function readList(cursor: Cursor, column: number): readonly PlainValue[] {
  if (column > furthestIn) return decline();
  const items: PlainValue[] = [];
  while (cursor.indent === column && isItem(cursor)) {
    cursor.at += 2;
    keyPattern.lastIndex = cursor.at;
    if (keyPattern.test(cursor.text)) {
      cursor.indent += 2;
      items.push(readMapping(cursor, column + 2));
    } else {
      items.push(readOnLine(cursor, column));
    }
  }
  return cursor.indent > column ? decline() : items;
}

/** A value that starts on the line of its key or dash. */
function readOnLine(cursor: Cursor, column: number): PlainValue {
  cursor.at = skipSpaces(cursor.text, cursor.at);
  const value = readInline(cursor, column);
  skipToContent(cursor, cursor.at);
  return value;
}

function readInline(cursor: Cursor, column: number): PlainValue {
  const { text, at } = cursor;
  switch (text[at]) {
    case '|':
    case '>':
      return readBlockText(cursor, column);
    case '"':
    case "'":
      return alone(readQuoted(cursor), cursor);
    case '[':
    case '{':
      return alone(readFlow(cursor), cursor);
    default:
      return alone(readPlain(cursor, text.indexOf('\n', at)), cursor);
  }
}

/** A value after which nothing stands on its line but a comment. */
function alone<T>(value: T, cursor: Cursor): T {
  return endsLine(cursor) ? value : decline();
}
