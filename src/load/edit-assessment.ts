import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, isScalar, type ParsedNode, parseDocument } from 'yaml';
import type { Answer, AnswerValue } from '../domain/answer.ts';
import { assessmentFormat } from './load-assessment.ts';

const longestLine = 100;

/** Where a value stands in an answer file: a section and a key in it. */
export type Spot = readonly [section: 'subject' | 'questionnaires' | 'answers', key: string];

/** The text of a new answer file; `heading` becomes a comment on top. */
export function newAssessmentText(heading: string): string {
  const comment = heading.replaceAll(/^/gm, '# ');
  return `${comment}\nformat: ${assessmentFormat}\n`;
}

/**
 * The text of an answer file with one value set; everything else stays as somebody wrote it, comments and order
 * included. `text` must be a file that loads.
 */
export function withValue(text: string, spot: Spot, value: unknown): string {
  const document = parseDocument(text);
  const spliced = spliceValue(text, { document, spot, value });
  if (document.get(spot[0]) === null) document.delete(spot[0]);
  document.setIn(spot, value);
  // The splice keeps the layout, the document keeps the meaning: where they differ, meaning wins.
  if (isDeepStrictEqual(parseDocument(spliced).toJS(), document.toJS())) return spliced;
  return document.toString({ lineWidth: 0 });
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

interface Edit {
  readonly document: Document.Parsed<ParsedNode>;
  readonly spot: Spot;
  readonly value: unknown;
}

/** Cuts the new value into the text, next to what stands there. */
function spliceValue(text: string, { document, spot: [section, key], value }: Edit): string {
  const map = isMap(document.contents) ? document.contents.get(section, true) : undefined;
  const rendered = pairText(key, value);
  if (!isMap(map)) return appendSection(text, section, rendered);
  const [first] = map.items;
  const indent = first === undefined ? 2 : columnOf(text, rangeOf(first.key)[0]);
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (pair !== undefined) {
    const end = pair.value === null ? rangeOf(pair.key)[1] + 1 : rangeOf(pair.value)[1];
    return replace(text, [rangeOf(pair.key)[0], end], indented(rendered, indent).trimStart());
  }
  const last = map.items.at(-1);
  if (last === undefined || map.flow) return '';
  const end = endOfLine(text, rangeOf(last.value ?? last.key)[1]);
  return replace(text, [end, end], `\n${indented(rendered, indent)}`);
}

function appendSection(text: string, section: string, rendered: string): string {
  const bare = new RegExp(`^${section}:[ \\t]*$`, 'm').exec(text);
  const block = `${section}:\n${indented(rendered, 2)}`;
  if (bare !== null) return replace(text, [bare.index, bare.index + bare[0].length], block);
  return `${text.trimEnd()}\n${block}\n`;
}

/** `key: value`, on one line where that is readable. */
function pairText(key: string, value: unknown): string {
  const render = (flow: boolean) =>
    new Document({ [key]: value }).toString({ lineWidth: 0, collectionStyle: flow ? 'flow' : 'block' }).trimEnd();
  const oneLine = render(true)
    .replace(/^\{\s*/, '')
    .replace(/\s*\}$/, '');
  return oneLine.length <= longestLine && !oneLine.includes('\n') ? oneLine : render(false);
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = (node as ParsedNode).range;
  return [range[0], range[1]];
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Past a comment on the same line; a block value ends at the start of the next line already. */
function endOfLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset - 1;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

function replace(text: string, [start, end]: readonly [number, number], by: string): string {
  const tail = text.slice(end);
  return `${text.slice(0, start)}${by}${text[end - 1] === '\n' && start < end ? '\n' : ''}${tail}`;
}

function indented(text: string, columns: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(columns));
}
