import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, isNode, type Pair, parseDocument } from 'yaml';
import type { Answer, AnswerValue } from '../domain/answer.ts';
import { type FileOrder, fileSections, type KeyedSection, placeAmong } from '../domain/answer-order.ts';
import { assessmentFormat } from '../domain/assessment.ts';
import type { Quotes } from './render-value.ts';
import { cutValue, type Splice, spliceValue } from './splice-value.ts';

/** Where a value stands in an answer file: a section and a key in it, or a section that is a list. */
export type Spot = readonly [section: KeyedSection, key: string] | readonly [list: 'equivalents' | 'exceptions'];

/** The text of a new answer file; `heading` becomes a comment on top. */
export function newAssessmentText(heading: string): string {
  const comment = heading.replaceAll(/^/gm, '# ');
  return `${comment}\nformat: ${assessmentFormat}\n`;
}

/**
 * The text of an answer file with one value set; everything else stays as somebody wrote it, comments and order
 * included. What is new goes to its place in the order. `text` must be a file that loads.
 */
export function withValue(text: string, spot: Spot, { value, order }: { value: unknown; order: FileOrder }): string {
  const document = parseDocument(text, { keepSourceTokens: true });
  if (isDeepStrictEqual(valueAt(document, spot), value)) return text;
  const root = document.contents;
  // A file all in braces is JSON, and stays it.
  const quotes: readonly Quotes[] = isMap(root) && root.flow ? ['keys-and-values'] : ['where-needed', 'values'];
  const orders = [fileSections, spot.length === 1 ? [] : order[spot[0]]];
  const splices = quotes.map((each) => spliceValue({ text, document, path: spot, value, order: orders }, each));
  setValue(document, { path: spot, value, order: orders });
  // The splice keeps the layout, the document keeps the meaning: where they differ, meaning wins.
  return splices.find((splice) => meansTheSame(splice, document)) ?? inFull(document, text);
}

/** The text of an answer file without a value, and without its section where it was the only one. */
export function withoutValue(text: string, spot: Spot): string {
  const document = parseDocument(text, { keepSourceTokens: true });
  if (!document.hasIn(spot)) return text;
  const section = document.get(spot[0]);
  const path = isMap(section) && section.items.length === 1 ? [spot[0]] : spot;
  const cut = cutValue({ text, document, path });
  document.deleteIn(path);
  return meansTheSame(cut, document) ? cut : inFull(document, text);
}

function valueAt(document: Document, path: Spot): unknown {
  const node = document.getIn(path, true);
  return isNode(node) ? node.toJS(document) : undefined;
}

function setValue(document: Document, { path, value, order }: Pick<Splice, 'path' | 'value' | 'order'>): void {
  const [section = '', key] = path;
  const [sections = [], keys = []] = order;
  if (key === undefined) {
    place(document.createPair(section, value), document.contents, sections);
    return;
  }
  if (!isMap(document.get(section))) place(document.createPair(section, {}), document.contents, sections);
  place(document.createPair(key, value), document.get(section), keys);
}

function place(pair: Pair, map: unknown, order: readonly string[]): void {
  if (!isMap(map)) return;
  const key = String(pair.key);
  const present = map.items.map((one) => String(one.key));
  if (present.includes(key)) map.set(key, pair.value);
  else map.items.splice(placeAmong(present, key, order), 0, pair);
}

function meansTheSame(text: string, document: Document): boolean {
  const parsed = parseDocument(text);
  if (parsed.errors.length > 0 || parsed.warnings.length > 0) return false;
  return isDeepStrictEqual(parsed.toJS(), document.toJS());
}

function inFull(document: Document, before: string): string {
  const text = document.toString({ lineWidth: 0 });
  return before.includes('\r\n') ? text.replaceAll(/\r?\n/g, '\r\n') : text;
}

/** An answer as the file holds it: the bare value where there is nothing else to say. */
export function toFileValue(answer: Answer): unknown {
  const { note, origin, evidence } = answer;
  const record = { ...(origin && { origin }), ...(note && { note }), ...(evidence.length > 0 && { evidence }) };
  switch (answer.state) {
    case 'given':
      return Object.keys(record).length === 0 ? plain(answer.value) : { value: plain(answer.value), ...record };
    case 'unknown':
      return { unknown: answer.reason, ...record };
    case 'not-applicable':
      return { notApplicable: answer.reason, ...record };
  }
}

function plain(value: AnswerValue): unknown {
  return typeof value === 'object' ? [...value] : value;
}
