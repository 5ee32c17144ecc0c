import { type Cursor, colon, decline, hash, skipSpaces, space } from './own-form-cursor.ts';

/** What plain text may not start with, as that starts something else, or might. */
const notAtStart = new Set(Array.from(' ,[]{}#&*!|>\'"%@`?:', (letter) => letter.charCodeAt(0)));
/** What starts every number, `null` and boolean. */
const startOfTyped = new Set(Array.from('-+.~0123456789nNtTfF', (letter) => letter.charCodeAt(0)));
const decimal = /^-?\d{1,15}(?:\.\d{1,15})?$/;
/** Every number, `null` and boolean of the core schema, and some that are none. */
const typed = /^(?:~|null|true|false|0[ox][\da-f]+|[-+]?\.?\d+\.?\d*(?:e[-+]?\d+)?|[-+]?\.(?:inf|nan))$/i;

/** A scalar without quotes on one line, up to `limit` or a comment; the cursor goes behind its last letter. */
export function readPlain(cursor: Cursor, limit: number): string | number {
  const { text, at: start } = cursor;
  let [end, before] = [start, 0];
  // A loop: every text goes through it.
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === hash && before === space) break;
    if (code === space && before === colon) return decline();
    if (code !== space) end = at + 1;
    before = code;
  }
  if (text.charCodeAt(end - 1) === colon) return decline();
  cursor.at = end;
  return plainValue(text.slice(start, end));
}

/** What a scalar without quotes means: text, or the number that YAML makes of it. */
export function plainValue(text: string): string | number {
  const first = text.charCodeAt(0);
  if (text === '' || notAtStart.has(first)) return decline();
  if (!startOfTyped.has(first)) return text;
  if (text === '-' || text.startsWith('- ')) return decline();
  if (decimal.test(text)) return Number(text);
  return typed.test(text) ? decline() : text;
}

/** Double quotes with the escapes that JSON has as well: these mean the same in both. */
const likeJson = /"(?:[^"\\\n]|\\["\\/bfnrt]|\\u[\dA-Fa-f]{4})*"/y;
const singleQuoted = /'(?:[^'\n]|'')*'/y;
/** What `parseYaml` refuses in a value; where it stands without an escape, the file was declined before. */
const forbidden = /(?![\t\n\r])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** A scalar in quotes, all on one line; the cursor goes on to what stands after it. */
export function readQuoted(cursor: Cursor): string {
  const { text, at } = cursor;
  const isDouble = text[at] === '"';
  const pattern = isDouble ? likeJson : singleQuoted;
  pattern.lastIndex = at;
  if (!pattern.test(text)) return decline();
  cursor.at = pattern.lastIndex;
  const inside = text.slice(at + 1, cursor.at - 1);
  if (!isDouble) return inside.replaceAll("''", "'");
  if (!inside.includes('\\')) return inside;
  const value: string = JSON.parse(text.slice(at, cursor.at));
  return forbidden.test(value) ? decline() : value;
}

const blockHeader = /([|>])([1-9]?)([-+]?) *(?: #.*)?\n/y;

/**
 * The lines of `|` and `>` below a key or dash in the given column; the cursor goes to the line after them. Lines that
 * stand further in are not folded by `>`, which is left to others.
 */
export function readBlockText(cursor: Cursor, column: number): string {
  const { text } = cursor;
  blockHeader.lastIndex = cursor.at;
  const [, style, digit, chomping] = blockHeader.exec(text) ?? decline();
  const lines: string[] = [];
  let indent = column + Number(digit);
  let [start, filled] = [blockHeader.lastIndex, 0];
  while (start < text.length) {
    const at = skipSpaces(text, start);
    const end = text.indexOf('\n', at);
    if (end === at) {
      // Spaces alone may be text, or not, by how many they are.
      if (at > start) return decline();
    } else {
      if (indent === column) indent = at - start;
      if (at - start < indent || indent <= column) break;
      if (style === '>' && at - start > indent) return decline();
      filled = lines.length + 1;
    }
    lines.push(end === at ? '' : text.slice(start + indent, end));
    start = end + 1;
  }
  if (filled === 0) return decline();
  cursor.at = start;
  const body = style === '>' ? folded(lines, filled) : lines.slice(0, filled).join('\n');
  if (chomping === '-') return body;
  return chomping === '+' ? `${body}${'\n'.repeat(1 + lines.length - filled)}` : `${body}\n`;
}

/** The lines of one paragraph go on one line; empty lines end it, and the first of them is its line end. */
function folded(lines: readonly string[], filled: number): string {
  const first = lines.findIndex((line) => line !== '');
  let value = '\n'.repeat(first) + lines[first];
  let isAfterText = true;
  for (const line of lines.slice(first + 1, filled)) {
    if (line === '') value += '\n';
    else value += isAfterText ? ` ${line}` : line;
    isAfterText = line !== '';
  }
  return value;
}
