import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, parseDocument } from 'yaml';
import type { Answer, AnswerValue } from '../domain/answer.ts';
import { assessmentFormat } from './load-assessment.ts';
import type { Quotes } from './render-value.ts';
import { spliceValue } from './splice-value.ts';

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
export function withValue(text: string, [section, key]: Spot, value: unknown): string {
  const document = parseDocument(text, { keepSourceTokens: true });
  const root = document.contents;
  // A file all in braces is JSON, and stays it.
  const quotes: readonly Quotes[] = isMap(root) && root.flow ? ['keys-and-values'] : ['where-needed', 'values'];
  const splices = quotes.map((each) => spliceValue({ text, document, section, key, value }, each));
  if (document.has(section) && !isMap(document.get(section))) document.set(section, document.createNode({}));
  document.setIn([section, key], value);
  // The splice keeps the layout, the document keeps the meaning: where they differ, meaning wins.
  return splices.find((splice) => meansTheSame(splice, document)) ?? inFull(document, text);
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
