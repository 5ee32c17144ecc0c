/** What a file in the program's own form is made of. A mapping is a map, so that its order is that of the file. */
export type PlainValue = string | number | null | readonly PlainValue[] | ReadonlyMap<string, PlainValue>;

const newline = 0x0a;
export const [space, hash, dash, colon] = [0x20, 0x23, 0x2d, 0x3a];

/** A text, and how far it is read. The text ends with a line end. */
export interface Cursor {
  readonly text: string;
  /** What is read next. Between two values: where a line that says something starts to say it. */
  at: number;
  /** Of that line, in columns; -1 at the end of the text. */
  indent: number;
}

/** Goes from the start of a line to what the next line says that is neither empty nor a comment. */
export function skipToContent(cursor: Cursor, lineStart: number): void {
  const { text } = cursor;
  let start = lineStart;
  while (start < text.length) {
    const at = skipSpaces(text, start);
    const code = text.charCodeAt(at);
    if (code !== newline && code !== hash) {
      cursor.at = at;
      cursor.indent = at - start;
      return;
    }
    start = text.indexOf('\n', at) + 1;
  }
  cursor.at = text.length;
  cursor.indent = -1;
}

/** The first place from `start` on that is no space. */
export function skipSpaces(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === space) at++;
  return at;
}

/** Whether a line says nothing more, but for a comment; goes to the start of the next one if so. */
export function endsLine(cursor: Cursor): boolean {
  const { text } = cursor;
  const at = skipSpaces(text, cursor.at);
  const code = text.charCodeAt(at);
  if (code !== newline && (code !== hash || at === cursor.at)) return false;
  cursor.at = text.indexOf('\n', at) + 1;
  return true;
}

const declined = new Error('not in the form the program writes');

/**
 * Leaves the whole file to the parser of YAML. Thrown, since it ends a reading at any depth: no part of it says more than
 * that.
 */
export function decline(): never {
  throw declined;
}

/** What a reading comes to; `undefined` where it declined. */
export function unlessDeclined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error === declined) return undefined;
    throw error;
  }
}
