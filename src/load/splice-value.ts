import { type CST, type Document, isCollection, isMap, isPair, isScalar, type ParsedNode, type YAMLMap } from 'yaml';
import { type Entry, type Quotes, renderInBlock, renderInBraces, renderKey } from './render-value.ts';

type ParsedMap = YAMLMap.Parsed;
type ParsedPair = ParsedMap['items'][number];

/** A file and its document, parsed with `keepSourceTokens`, and what to set where in it. */
export interface Splice {
  readonly text: string;
  readonly document: Document.Parsed<ParsedNode>;
  readonly section: string;
  readonly key: string;
  readonly value: unknown;
}

/**
 * Cuts a value into the text of a file, in the layout that is there already. Rare layouts come out wrong: compare what
 * the result means.
 */
export function spliceValue({ text, document, section, key, value }: Splice, quotes: Quotes): string {
  const entry: Entry = { key, value, quotes };
  const whole: Entry = { key: section, value: { [key]: value }, quotes };
  const root = document.contents;
  if (!isMap(root)) return withSection(text, whole, entry);
  const sectionPair = pairAt(root, section);
  if (sectionPair === undefined) return root.flow ? addInBraces(text, root, whole) : withSection(text, whole, entry);
  const map = sectionPair.value;
  if (!isMap(map)) {
    if (root.flow) return replaceInBraces(text, sectionPair, whole);
    return replaceInBlock(text, sectionPair, linesOfSection(entry));
  }
  const pair = pairAt(map, key);
  if (pair === undefined) return map.flow ? addInBraces(text, map, entry) : addInBlock(text, map, entry);
  return map.flow ? replaceInBraces(text, pair, entry) : replaceInBlock(text, pair, renderInBlock(entry));
}

function pairAt(map: ParsedMap, key: string): ParsedPair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function linesOfSection(entry: Entry): string {
  return indented(`\n${renderKey(entry)}${renderInBlock(entry)}`, '  ');
}

function withSection(text: string, section: Entry, entry: Entry): string {
  const lines = `${renderKey(section)}${linesOfSection(entry)}`;
  // Three dots at the margin end the document, wherever they stand.
  const at = /(?<![^\n])\.{3}(?!\S)/.exec(text)?.index ?? text.length;
  const isEndless = at > 0 && text[at - 1] !== '\n';
  return `${text.slice(0, at)}${inLineEndsOf(text, isEndless ? `\n${lines}` : `${lines}\n`)}${text.slice(at)}`;
}

function addInBlock(text: string, map: ParsedMap, entry: Entry): string {
  const [first] = map.items;
  const indent = indentAt(text, first?.key.range[0] ?? 0);
  // Comments further in than the keys are about the last value.
  const itsComments = new RegExp(`(?:\\s*\\n${indent}[ \\t]+#[^\\r\\n]*)*`, 'y');
  itsComments.lastIndex = lineEndAt(text, endOf(map));
  itsComments.test(text);
  const at = itsComments.lastIndex;
  const lines = indented(`\n${renderKey(entry)}${renderInBlock(entry)}`, indent);
  return `${text.slice(0, at)}${inLineEndsOf(text, lines)}${text.slice(at)}`;
}

function addInBraces(text: string, map: ParsedMap, entry: Entry): string {
  const added = `${renderKey(entry)}${renderInBraces(entry)}`;
  const last = map.items.at(-1);
  if (last === undefined) {
    const at = map.range[0] + 1;
    return `${text.slice(0, at)} ${added}${text[at] === '}' ? ' ' : ''}${text.slice(at)}`;
  }
  const end = spaceBefore(text, endOf(last.value ?? last.key), whiteSpace);
  const comma = commaAtEnd(map);
  const at = lineEndAt(text, comma === undefined ? end : comma + 1);
  if (at >= map.range[1]) return `${text.slice(0, end)}, ${added}${text.slice(end)}`;
  const line = inLineEndsOf(text, `\n${indentAt(text, last.key.range[0])}${added}`);
  if (comma !== undefined) return `${text.slice(0, at)}${line},${text.slice(at)}`;
  return `${text.slice(0, end)},${text.slice(end, at)}${line}${text.slice(at)}`;
}

/** Where the comma behind the last entry is, if there is one. */
function commaAtEnd({ srcToken }: ParsedMap): number | undefined {
  const rest = srcToken?.items.at(-1);
  if (rest === undefined || rest.key || rest.value) return undefined;
  return rest.start.find(({ type }) => type === 'comma')?.offset;
}

/** Comments inside the old value move to lines of their own above the key, except the one that can stay on its line. */
function replaceInBlock(text: string, pair: ParsedPair, by: string): string {
  const { start, end } = rangeOfValue(text, pair);
  const lineEnd = lineEndAt(text, end);
  const atLineEnd = text.slice(end, lineEnd).trimEnd();
  const inside = commentsIn(pair, end);
  const staying = inside.find(({ offset }) => offset < lineEndAt(text, start));
  const above = inside.filter((comment) => comment !== staying).map(({ source }) => source);
  if (staying !== undefined && atLineEnd !== '') above.push(atLineEnd.trimStart());
  const comment =
    staying === undefined
      ? atLineEnd
      : text.slice(spaceBefore(text, staying.offset, ' \t'), staying.offset) + staying.source;
  const [first, ...more] = indented(by, indentAt(text, pair.key.range[0])).split('\n');
  const lines = inLineEndsOf(text, [`${first}${comment}`, ...more].join('\n'));
  return `${withCommentsAbove(text.slice(0, start), pair, above)}${lines}${text.slice(lineEnd)}`;
}

function replaceInBraces(text: string, pair: ParsedPair, entry: Entry): string {
  const { start, end } = rangeOfValue(text, pair);
  const above = commentsIn(pair, end).map(({ source }) => source);
  return `${withCommentsAbove(text.slice(0, start), pair, above)}${renderInBraces(entry)}${text.slice(end)}`;
}

function withCommentsAbove(text: string, pair: ParsedPair, comments: readonly string[]): string {
  if (comments.length === 0) return text;
  const at = pair.key.range[0];
  const gap = spaceBefore(text, at, whiteSpace) < at ? '' : ' ';
  const lines = comments.map((comment) => `${comment}\n${indentAt(text, at)}`).join('');
  return `${text.slice(0, at)}${gap}${inLineEndsOf(text, lines)}${text.slice(at)}`;
}

/** From behind the colon to the last character that belongs to the value, blank lines and comments after it aside. */
function rangeOfValue(text: string, { key, value, srcToken }: ParsedPair): { start: number; end: number } {
  const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  const start = colon === undefined ? key.range[1] : colon.offset + 1;
  return { start, end: Math.max(start, spaceBefore(text, endOf(value ?? key), whiteSpace)) };
}

/** The end of what a node says: its own range goes on over the comments below it. */
function endOf(node: ParsedNode): number {
  const last = isCollection(node) && !node.flow ? node.items.at(-1) : undefined;
  if (last === undefined) return node.range[1];
  return endOf(isPair(last) ? (last.value ?? last.key) : last);
}

function commentsIn({ srcToken }: ParsedPair, end: number): readonly CST.SourceToken[] {
  return commentsOf([srcToken?.sep, srcToken?.value]).filter(({ offset }) => offset < end);
}

function commentsOf(tokens: unknown): readonly CST.SourceToken[] {
  if (typeof tokens !== 'object' || tokens === null) return [];
  if ('type' in tokens && tokens.type === 'comment') return [tokens as CST.SourceToken];
  return Object.values(tokens).flatMap(commentsOf);
}

const whiteSpace = ' \t\r\n';

function spaceBefore(text: string, offset: number, space: string): number {
  let start = offset;
  while (start > 0 && space.includes(text.charAt(start - 1))) start--;
  return start;
}

/** The end of the line on which something ends; block text ends with a line end of its own. */
function lineEndAt(text: string, offset: number): number {
  const found = text.indexOf('\n', text[offset - 1] === '\n' ? offset - 1 : offset);
  if (found === -1) return text.length;
  return text[found - 1] === '\r' ? found - 1 : found;
}

/** How far in a line starts that stands under the key at `offset`. */
function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
  return start + indent.length === offset ? indent : `${indent}  `;
}

function indented(lines: string, indent: string): string {
  return lines.replaceAll(/\n(?!\n|$)/g, `\n${indent}`);
}

function inLineEndsOf(text: string, lines: string): string {
  return lines.replaceAll('\n', /\r?\n/.exec(text)?.[0] ?? '\n');
}
