import {
  type CST,
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { placeAmong } from '../domain/answer-order.ts';
import {
  indentAt,
  indented,
  inLineEndsOf,
  lineEndAt,
  lineStartAt,
  spaceBefore,
  startWithComments,
  whiteSpace,
} from './lines-of-text.ts';
import { type Entry, type Quotes, renderInBlock, renderInBraces, renderKey } from './render-value.ts';

type ParsedMap = YAMLMap.Parsed;
type ParsedPair = ParsedMap['items'][number];

/** A file and its document, parsed with `keepSourceTokens`, and what to set where in it. */
export interface Splice {
  readonly text: string;
  readonly document: Document.Parsed<ParsedNode>;
  /** A section, or a section and a key in it. */
  readonly path: readonly string[];
  readonly value: unknown;
  /** The order of the sections, and of the keys in this one. */
  readonly order: readonly (readonly string[])[];
}

/**
 * Cuts a value into the text of a file, in the layout that is there already. Rare layouts come out wrong: compare what
 * the result means.
 */
export function spliceValue({ text, document, path, value, order }: Splice, quotes: Quotes): string {
  const root = document.contents;
  return isMap(root) ? spliceInto(root, { text, path, value, order, quotes }) : text;
}

function spliceInto(map: ParsedMap, splice: Omit<Splice, 'document'> & { readonly quotes: Quotes }): string {
  const { text, path, value, order, quotes } = splice;
  const [key = '', ...rest] = path;
  const entry: Entry = { key, value: rest.reduceRight((inner, one) => ({ [one]: inner }), value), quotes };
  const pair = pairAt(map, key);
  // A section stands in lines of its own, however short it is.
  const inLines = () => (rest[0] === undefined ? renderInBlock(entry) : linesOf({ key: rest[0], value, quotes }, '  '));
  if (pair === undefined) {
    const index = placeAmong(map.items.map(keyOf), key, order[0] ?? []);
    if (map.flow) return addInBraces(text, map, { entry, index });
    return addInBlock(text, map, { lines: `${renderKey(entry)}${inLines()}`, index });
  }
  if (rest.length > 0 && isMap(pair.value))
    return spliceInto(pair.value, { ...splice, path: rest, order: order.slice(1) });
  return map.flow ? replaceInBraces(text, pair, entry) : replaceInBlock(text, pair, inLines());
}

/** The text without the lines of a value, and what is said on these. */
export function cutValue({ text, document, path }: Pick<Splice, 'text' | 'document' | 'path'>): string {
  let pair: ParsedPair | undefined;
  for (const key of path) {
    const map = pair === undefined ? document.contents : pair.value;
    pair = isMap(map) && !map.flow ? pairAt(map, key) : undefined;
    if (pair === undefined) return text;
  }
  if (pair === undefined) return text;
  const end = text.indexOf('\n', lineEndAt(text, rangeOfValue(text, pair).end));
  return `${text.slice(0, lineStartAt(text, pair.key.range[0]))}${end === -1 ? '' : text.slice(end + 1)}`;
}

function pairAt(map: ParsedMap, key: string): ParsedPair | undefined {
  return map.items.find((pair) => keyOf(pair) === key);
}

function keyOf({ key }: ParsedPair): string {
  return isScalar(key) ? String(key.value) : '';
}

function linesOf(entry: Entry, indent: string): string {
  return indented(`\n${renderKey(entry)}${renderInBlock(entry)}`, indent);
}

/** What is new, and the index it gets among the keys. */
interface Addition {
  readonly index: number;
}

function addInBlock(text: string, map: ParsedMap, { lines, index }: Addition & { readonly lines: string }): string {
  const [first] = map.items;
  const before = map.items[index - 1];
  const indent = indentAt(text, first?.key.range[0] ?? 0);
  const added = indented(`\n${lines}`, indent);
  if (before === undefined) {
    const start = startWithComments(text, first?.key.range[0] ?? 0);
    return `${text.slice(0, start)}${inLineEndsOf(text, `${added.slice(1)}\n`)}${text.slice(start)}`;
  }
  // Comments further in than the keys are about the last value.
  const itsComments = new RegExp(`(?:\\s*\\n${indent}[ \\t]+#[^\\r\\n]*)*`, 'y');
  itsComments.lastIndex = lineEndAt(text, endOf(before.value ?? before.key));
  itsComments.test(text);
  const at = itsComments.lastIndex;
  return `${text.slice(0, at)}${inLineEndsOf(text, added)}${text.slice(at)}`;
}

function addInBraces(text: string, map: ParsedMap, { entry, index }: Addition & { readonly entry: Entry }): string {
  const added = `${renderKey(entry)}${renderInBraces(entry)}`;
  const [before, next] = [map.items[index - 1], map.items[index]];
  if (before === undefined) return next === undefined ? fillBraces(text, map, added) : addFirst(text, next, added);
  const end = spaceBefore(text, endOf(before.value ?? before.key), whiteSpace);
  const comma = commaBehind(map, index - 1);
  const at = lineEndAt(text, comma === undefined ? end : comma + 1);
  if (at >= (next?.key ?? map).range[next === undefined ? 1 : 0])
    return `${text.slice(0, end)}, ${added}${text.slice(end)}`;
  const line = inLineEndsOf(text, `\n${indentAt(text, before.key.range[0])}${added}`);
  if (comma !== undefined) return `${text.slice(0, at)}${line},${text.slice(at)}`;
  return `${text.slice(0, end)},${text.slice(end, at)}${line}${text.slice(at)}`;
}

function fillBraces(text: string, map: ParsedMap, added: string): string {
  const at = map.range[0] + 1;
  return `${text.slice(0, at)} ${added}${text[at] === '}' ? ' ' : ''}${text.slice(at)}`;
}

function addFirst(text: string, { key }: ParsedPair, added: string): string {
  const [offset] = key.range;
  const indent = text.slice(lineStartAt(text, offset), offset);
  if (indent.trim() !== '') return `${text.slice(0, offset)}${added}, ${text.slice(offset)}`;
  const at = startWithComments(text, offset);
  return `${text.slice(0, at)}${inLineEndsOf(text, `${indent}${added},\n`)}${text.slice(at)}`;
}

/** Where the comma behind an entry is, if there is one. */
function commaBehind({ srcToken }: ParsedMap, index: number): number | undefined {
  return srcToken?.items[index + 1]?.start.find(({ type }) => type === 'comma')?.offset;
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
  const end = endOf(value ?? key);
  // Blank lines at the end of a text that keeps them are part of it.
  if (keepsBlankLines(value)) return { start, end };
  return { start, end: Math.max(start, spaceBefore(text, end, whiteSpace)) };
}

function keepsBlankLines(node: ParsedNode | null): boolean {
  if (isCollection(node) && !node.flow) return keepsBlankLines(lastIn(node) ?? null);
  const props = node?.srcToken?.type === 'block-scalar' ? node.srcToken.props : [];
  return props.some((token) => token.type === 'block-scalar-header' && token.source.includes('+'));
}

/** The end of what a node says: its own range goes on over the comments below it. */
function endOf(node: ParsedNode): number {
  const last = isCollection(node) && !node.flow ? lastIn(node) : undefined;
  return last === undefined ? node.range[1] : endOf(last);
}

function lastIn({ items }: YAMLMap.Parsed | YAMLSeq.Parsed): ParsedNode | undefined {
  const last = items.at(-1);
  return isPair(last) ? (last.value ?? last.key) : last;
}

function commentsIn({ srcToken }: ParsedPair, end: number): readonly CST.SourceToken[] {
  return commentsOf([srcToken?.sep, srcToken?.value]).filter(({ offset }) => offset < end);
}

function commentsOf(tokens: unknown): readonly CST.SourceToken[] {
  if (typeof tokens !== 'object' || tokens === null) return [];
  if ('type' in tokens && tokens.type === 'comment') return [tokens as CST.SourceToken];
  return Object.values(tokens).flatMap(commentsOf);
}
